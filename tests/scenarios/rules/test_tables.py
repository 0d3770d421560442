"""The tables that ship: every row says where it is from, and together they answer for eleven countries."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from sandbox.kernel.codec import to_bytes
from sandbox.kernel.money import Money
from sandbox.kernel.rule_lookup import UnknownRuleError
from sandbox.kernel.rule_rows import day
from scenarios.rules.tables import FOLDER, KEYS, load_rules, read_dated, read_fx, read_nomenclature
from tests.scenarios.rules.builders import every_rule, october

MARKETS = ("US", "DE", "FR", "GB", "JP", "AU", "BR", "MX", "SA", "AE", "TH")
WHOLE = 1_000_000


@pytest.mark.parametrize("name", sorted(KEYS))
def test_every_row_names_its_source_licence_and_confidence(name: str) -> None:
    rows = read_dated(name)

    assert rows
    assert all(len(row.source) > 2 and len(row.licence) > 1 and row.confidence in "HML" for row in rows)


def test_every_table_of_the_folder_is_read_and_described() -> None:
    shipped = {path.name for path in FOLDER.iterdir() if ".csv" in path.name}
    readme = (FOLDER / "README.md").read_text(encoding="utf-8")

    assert shipped == {*KEYS, "fx_daily.csv.gz", "hs_nomenclature.csv.gz"}
    assert [name for name in sorted(shipped) if f"`{name}`" not in readme] == []


def test_the_licences_of_the_tables_are_in_the_notice() -> None:
    notice = (Path(__file__).parents[3] / "NOTICE").read_text(encoding="utf-8")

    for owner in ("European Central Bank", "Crown copyright", "ODC", "ibericode", "kdeldycke", "eu-vat-rates-data"):
        assert owner in notice


def test_a_book_forgets_what_ended_before_its_day() -> None:
    book = load_rules(date(2025, 11, 10))

    assert all(row.effective_to is None or row.effective_to >= book.on for row in book.regimes)
    assert "us-postal-cn-2025-08-29" not in {row.id for row in book.regimes}


def test_two_loads_of_one_day_are_equal_to_the_byte() -> None:
    assert to_bytes(october()) == to_bytes(october())


@pytest.mark.parametrize("country", MARKETS)
def test_every_market_can_be_paid_reached_and_cleared(country: str) -> None:
    book, on = october(), day("2025-10-20")

    assert sum(method.share_ppm for method in book.methods(country, on)) == WHOLE
    assert {"post", "epacket", "line", "express"} <= {service.service for service in book.lane("CN", country, on)}
    assert book.service("local", country, country, on).channel == "domestic"
    for channel in ("post", "courier"):
        assert book.regime(country, on, channel, Money(2_500, "USD")).layer == "base"


@pytest.mark.parametrize("country", MARKETS)
@pytest.mark.parametrize("on", ["2025-10-20", "2026-03-15", "2026-07-25"])
def test_every_market_knows_its_tax_clock_and_hours(country: str, on: str) -> None:
    book = october()

    assert book.vat(country, day(on)).ppm >= 0
    assert book.utc_offset(country, day(on)) % 15 == 0
    assert sum(book.hour_profile(book.country(country).hour_profile).weights_ppm) == WHOLE


def test_an_unknown_country_is_told_which_are_known() -> None:
    with pytest.raises(UnknownRuleError, match=r"expected country XX .* known: US, DE, FR") as caught:
        october().country("XX")

    assert caught.value.code == "country_unknown"


def test_german_clocks_go_back_at_the_end_of_october() -> None:
    book = october()

    assert [book.utc_offset("DE", day(on)) for on in ("2025-10-25", "2025-10-26")] == [120, 60]


def test_german_vat_was_lower_in_the_second_half_of_2020() -> None:
    rates = [row for row in read_dated("vat_rates.csv") if (row.country, row.kind) == ("DE", "standard")]
    days = ("2020-12-31", "2021-01-01")

    assert [next(row.ppm for row in rates if row.holds(day(on))) for on in days] == [160_000, 190_000]


def test_the_fee_card_of_the_band_and_the_category_wins() -> None:
    book, on = every_rule(), day("2025-10-20")

    def commission(category: str, cents: int) -> int:
        return book.platform_fee("BAZAAR", "US", category, Money(cents, "USD"), on).commission_ppm

    assert [commission("apparel", cents) for cents in (1_499, 1_500, 2_000, 2_001)] == [
        50_000,
        100_000,
        100_000,
        170_000,
    ]
    assert [commission(category, 2_500) for category in ("e_accessory", "home")] == [80_000, 150_000]


def test_the_live_platform_takes_more_in_germany_from_january_2026() -> None:
    book, price = every_rule(), Money(2_000, "EUR")
    days = ("2026-01-07", "2026-01-08")

    assert [book.platform_fee("LIVEFEED", "DE", "home", price, day(on)).commission_ppm for on in days] == [
        50_000,
        90_000,
    ]


def test_battery_goods_are_refused_by_post_and_cost_more_by_line() -> None:
    book, on = october(), day("2025-10-20")

    assert book.service("post", "CN", "US", on).battery == "no"
    assert book.service("line", "CN", "US", on).battery_extra_ppm == 150_000


def test_the_nomenclature_holds_the_lamp_of_the_2022_edition() -> None:
    lamp = next(row for row in read_nomenclature() if row.code == "940521")

    assert (lamp.parent, lamp.section) == ("9405", "XX")
    assert "LED" in lamp.description


def test_every_currency_of_a_market_has_a_rate() -> None:
    book = october()

    assert {row.currency for row in book.countries} <= set(book.exchange.currencies())
    assert len({len(series.days) for series in read_fx()}) == 1
