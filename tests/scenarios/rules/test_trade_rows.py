"""The calendar, papers, schemes, export modes, returns and card monitoring answer by date."""

from __future__ import annotations

from datetime import date

import pytest

from sandbox.kernel.rule_lookup import UnknownRuleError
from sandbox.kernel.rule_rows import day
from scenarios.rules.narrow_trade import trade_rows
from scenarios.rules.tables import load_rules, read_dated
from tests.scenarios.rules.builders import every_rule, october

MARKETS = ("US", "DE", "FR", "GB", "JP", "AU", "BR", "MX", "SA", "AE", "TH")


@pytest.mark.parametrize(
    ("on", "ppm"),
    [
        ("2025-11-20", 1_000_000),
        ("2025-11-24", 850_000),  # four days before the great sale people wait
        ("2025-11-27", 1_500_000),
        ("2025-11-28", 2_800_000),
        ("2025-11-29", 1_350_000),
        ("2025-12-01", 3_400_000),
        ("2025-12-02", 850_000),
        ("2025-12-06", 1_020_000),  # the last day of the dip falls into the Christmas season
        ("2025-12-07", 1_200_000),
        ("2025-12-20", 700_000),
    ],
)
def test_demand_follows_the_american_autumn(on: str, ppm: int) -> None:
    assert every_rule().demand_ppm("US", "home", day(on)) == ppm


def test_a_peak_of_one_category_multiplies_what_holds_for_all() -> None:
    book, on = every_rule(), day("2025-11-28")

    assert (book.demand_ppm("US", "toys", on), book.demand_ppm("US", "home", on)) == (3_920_000, 2_800_000)


def test_a_book_that_begins_after_a_great_sale_still_knows_its_dip() -> None:
    assert load_rules(date(2025, 12, 3)).demand_ppm("US", "home", day("2025-12-03")) == 850_000


@pytest.mark.parametrize(
    ("country", "name"), [("TH", "singles-day"), ("SA", "ramadan"), ("AE", "eid"), ("GB", "boxing-day")]
)
@pytest.mark.parametrize("year", ["2025", "2026", "2027"])
def test_every_year_has_the_great_days_of_each_market(country: str, name: str, year: str) -> None:
    ids = {row.id for row in read_dated("calendar_peaks.csv")}

    assert f"{country.lower()}-{name}-{year}" in ids


def test_chinese_supply_stops_at_new_year_and_comes_back_slowly() -> None:
    days = ("2026-02-07", "2026-02-14", "2026-02-17", "2026-02-24", "2026-03-04")

    levels = [every_rule().supply_ppm("CN", day(on)) for on in days]
    assert levels == [1_000_000, 500_000, 0, 500_000, 1_000_000]


def test_the_next_peaks_are_told_in_their_order() -> None:
    ahead = every_rule().next_peaks("US", day("2025-11-26"), 5)

    names = [row.name_en for row in ahead]
    assert names == [
        "Toy season",
        "Thanksgiving Day",
        "Black Friday",
        "Weekend after Black Friday",
        "Cyber Monday",
    ]


def papers(country: str, category: str, on: str = "2025-11-01", *, battery: bool = False) -> set[str]:
    return {row.code for row in every_rule().certificates(country, category, battery, day(on))}


def test_toys_need_the_papers_of_their_market() -> None:
    assert papers("US", "toys") == {"cpc"}
    assert {"ce", "gpsr_rp", "epr_packaging"} <= papers("DE", "toys")
    assert "saber" in papers("SA", "toys")


def test_a_battery_brings_papers_of_its_own() -> None:
    extra = papers("DE", "e_accessory", battery=True) - papers("DE", "e_accessory")

    assert extra == {"un38_3", "msds", "battery_register"}


def test_the_responsible_person_is_asked_for_since_december_2024() -> None:
    assert "gpsr_rp" not in papers("FR", "home", "2024-12-12")
    assert "gpsr_rp" in papers("FR", "home", "2024-12-13")


def test_every_paper_says_what_happens_without_it_and_by_which_law() -> None:
    rows = read_dated("certificates.csv")

    assert all(row.effect in ("hold", "delist", "refuse") and row.rule_en and row.rule_zh for row in rows)
    assert {row.country for row in rows} >= {"US", "EU", "GB", "JP", "AU", "BR", "MX", "SA", "AE", "TH", "any"}
    assert all(row.days_min <= row.days_max and row.fee_minor > 0 for row in rows)


def test_each_market_has_a_scheme_to_join_and_the_union_shares_one() -> None:
    book, on = every_rule(), day("2025-11-01")

    assert all(book.registrations(country, on) for country in MARKETS)
    assert [row.scheme for row in book.registrations("DE", on)] == ["ioss", "de_vat"]


def test_a_scheme_opens_an_import_regime_that_exists() -> None:
    regimes = {row.regime for row in read_dated("import_regimes.csv")}

    assert {row.regime for row in read_dated("tax_registrations.csv")} - {""} <= regimes


def test_every_scheme_has_a_name_in_both_languages() -> None:
    names = {row.regime for row in read_dated("regime_names.csv") if row.name_en and row.name_zh}

    assert names == {row.regime for row in read_dated("import_regimes.csv")}


def test_export_modes_say_what_they_are_for_and_when_the_refund_comes() -> None:
    book, on = every_rule(), day("2025-11-01")
    modes = {mode: book.export_mode(mode, on) for mode in ("9610", "9710", "9810", "1210", "0110")}

    assert {mode: row.use for mode, row in modes.items()} == {
        "9610": "parcel", "9710": "bulk", "9810": "stock", "1210": "bonded", "0110": "bulk",
    }  # fmt: skip
    assert modes["9610"].papers == ("order", "payment", "waybill")
    assert [modes[mode].refund for mode in ("9610", "9810", "1210")] == ["summary", "departure", "entry"]


def test_goods_bought_for_1130_bring_130_back() -> None:
    assert every_rule().export_mode("9610", day("2025-11-01")).refund_minor(113_000) == 13_000


def test_the_refund_of_overseas_stock_came_only_with_its_sale_before_2025() -> None:
    book = every_rule()

    assert [book.export_mode("9810", day(on)).refund for on in ("2025-01-26", "2025-01-27")] == ["summary", "departure"]


def test_an_export_mode_nobody_knows_is_told_which_are_known() -> None:
    with pytest.raises(UnknownRuleError, match=r"expected export mode 1039 .* known: 0110, 1210, 9610"):
        october().export_mode("1039", day("2025-11-01"))


@pytest.mark.parametrize(("country", "days"), [("DE", 14), ("GB", 14), ("BR", 7), ("US", 0)])
def test_the_right_of_return_is_that_of_the_buyers_law(country: str, days: int) -> None:
    assert every_rule().return_right(country, day("2025-11-01")).days == days


@pytest.mark.parametrize(
    ("country", "on", "ppm", "count"),
    [
        ("US", "2025-05-31", 18_000, 10),
        ("US", "2025-06-01", 22_000, 15),
        ("US", "2026-03-31", 22_000, 15),
        ("US", "2026-04-01", 15_000, 15),
        ("SA", "2026-04-01", 22_000, 15),
    ],
)
def test_card_monitoring_becomes_stricter_but_not_in_the_gulf(country: str, on: str, ppm: int, count: int) -> None:
    rule = every_rule().monitoring(country, day(on))

    assert (rule.threshold_ppm, rule.min_count) == (ppm, count)


@pytest.mark.parametrize(("on", "minor"), [("2025-09-30", 2_755), ("2025-10-01", 8_476)])
def test_storage_in_the_platforms_warehouse_is_dear_in_autumn(on: str, minor: int) -> None:
    assert every_rule().fulfilment_fee("BAZAAR", "US", "storage", 0, day(on)).fee_minor == minor


def test_a_heavier_piece_costs_more_to_pick() -> None:
    fees = [
        every_rule().fulfilment_fee("BAZAAR", "DE", "pick_pack", grams, day("2025-11-01")).fee_minor
        for grams in (113, 283, 1_361)
    ]

    assert fees == [315, 353, 662]


def test_cash_on_delivery_is_refused_less_often_after_a_call() -> None:
    for country in ("SA", "AE", "TH"):
        cash = next(row for row in every_rule().methods(country, day("2025-11-01")) if row.kind == "cod")
        assert (cash.refusal_ppm, cash.confirmed_refusal_ppm) == (180_000, 100_000)


def test_a_scenario_keeps_the_rows_of_its_countries_only() -> None:
    book = october()

    kept = trade_rows(book, {"DE"}, day("2026-05-08"))
    assert {row.country for row in kept["certificate_rules"]} == {"DE", "EU", "any"}
    assert {row.country for row in kept["peaks"]} == {"DE", "CN"}
    assert {name: len(rows) for name, rows in kept.items() if not rows} == {}
