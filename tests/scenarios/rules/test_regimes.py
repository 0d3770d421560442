"""The import rule of a parcel changes on the day the law says, and on no other."""

from __future__ import annotations

import pytest

from sandbox.kernel.money import Money
from sandbox.kernel.rule_lookup import UnknownRuleError
from sandbox.kernel.rule_rows import day
from tests.scenarios.rules.builders import every_rule

TWENTY_FIVE = Money(2_500, "USD")
CHANGES = [
    ("US", "courier", "CN", "2025-05-01", "us-de-minimis-cn", "2025-05-02", "us-courier-cn-2025-05"),
    ("US", "post", "CN", "2025-05-01", "us-de-minimis-cn", "2025-05-02", "us-postal-cn-2025-05-02"),
    ("US", "post", "CN", "2025-05-13", "us-postal-cn-2025-05-02", "2025-05-14", "us-postal-cn-2025-05-14"),
    ("US", "courier", "CN", "2025-08-28", "us-courier-cn-2025-05", "2025-08-29", "us-courier-cn-2025-08-29"),
    ("US", "post", "CN", "2025-08-28", "us-postal-cn-2025-05-14", "2025-08-29", "us-postal-cn-2025-08-29"),
    ("US", "post", "CN", "2025-11-09", "us-postal-cn-2025-08-29", "2025-11-10", "us-postal-cn-2025-11-10"),
    ("US", "post", "CN", "2026-02-23", "us-postal-cn-2025-11-10", "2026-02-24", "us-postal-s122"),
    ("US", "post", "CN", "2026-07-24", "us-postal-s122", "2026-07-25", "us-postal-after-s122"),
    ("DE", "courier", "CN", "2026-06-30", "eu-ioss", "2026-07-01", "eu-ioss-flat-duty"),
    ("FR", "post", "CN", "2026-06-30", "eu-ioss", "2026-07-01", "eu-ioss-flat-duty"),
    ("DE", "courier", "CN", "2028-07-01", "eu-ioss-flat-duty", "2028-07-02", "eu-ioss-tariff"),
    ("BR", "courier", "CN", "2024-07-31", "br-remessa-50-before", "2024-08-01", "br-remessa-50"),
    ("MX", "courier", "CN", "2025-08-14", "mx-courier-before", "2025-08-15", "mx-courier"),
    ("TH", "courier", "CN", "2025-12-31", "th-exempt", "2026-01-01", "th-from-one-baht"),
    ("JP", "courier", "CN", "2028-03-31", "jp-low-value", "2028-04-01", "jp-low-value-2028"),
]


@pytest.mark.parametrize(("country", "channel", "origin", "last", "before", "first", "after"), CHANGES)
def test_the_rule_changes_overnight(
    country: str, channel: str, origin: str, last: str, before: str, first: str, after: str
) -> None:
    book = every_rule()

    def rule(on: str) -> str:
        return book.regime(country, day(on), channel, TWENTY_FIVE, origin=origin).id

    assert (rule(last), rule(first)) == (before, after)


EXTRAS = [
    ("2025-05-01", 0),
    ("2025-05-02", 1_450_000),
    ("2025-05-13", 1_450_000),
    ("2025-05-14", 300_000),
    ("2025-10-20", 300_000),
    ("2025-11-09", 300_000),
    ("2025-11-10", 200_000),
    ("2026-02-23", 200_000),
    ("2026-02-24", 100_000),
    ("2026-07-24", 100_000),
    ("2026-07-25", 0),
]


@pytest.mark.parametrize(("on", "ppm"), EXTRAS)
def test_what_the_united_states_add_for_chinese_goods_follows_the_orders(on: str, ppm: int) -> None:
    extras = every_rule().extras("US", day(on), "courier", TWENTY_FIVE)

    assert sum(row.duty_ppm for row in extras) == ppm


DEAR = [
    ("2025-02-03", 0),
    ("2025-02-04", 100_000),
    ("2025-03-04", 200_000),
    ("2025-04-05", 300_000),
    ("2025-04-09", 1_040_000),
    ("2025-04-10", 1_450_000),
    ("2025-05-01", 1_450_000),
]


@pytest.mark.parametrize(("on", "ppm"), DEAR)
def test_before_may_2025_only_goods_above_the_de_minimis_pay_the_extras(on: str, ppm: int) -> None:
    extras = every_rule().extras("US", day(on), "courier", Money(80_001, "USD"))

    assert sum(row.duty_ppm for row in extras) == ppm


def test_post_pays_its_own_duty_and_no_extras() -> None:
    book, on = every_rule(), day("2025-10-20")

    assert book.regime("US", on, "post", TWENTY_FIVE).duty_specific_minor == 20_000
    assert book.regime("US", on, "post", TWENTY_FIVE, regime="postal_ad_valorem").duty_ppm == 300_000
    assert book.extras("US", on, "post", TWENTY_FIVE) == ()


def test_goods_of_other_origins_kept_the_de_minimis_until_the_end_of_august_2025() -> None:
    book = every_rule()

    assert book.regime("US", day("2025-08-28"), "courier", TWENTY_FIVE, origin="DE").id == "us-de-minimis-not-cn"
    assert book.regime("US", day("2025-08-29"), "courier", TWENTY_FIVE, origin="DE").id == "us-courier-de-2025-08-29"
    with pytest.raises(UnknownRuleError, match=r"expected import rule of US for BR goods of USD 25\.00"):
        book.regime("US", day("2025-08-29"), "courier", TWENTY_FIVE, origin="BR")


BANDS = [
    ("DE", Money(15_000, "EUR"), 0, "eu-ioss"),
    ("DE", Money(15_001, "EUR"), 0, "eu-entry"),
    ("GB", Money(13_500, "GBP"), 5_000, "gb-low-value"),
    ("GB", Money(13_501, "GBP"), 0, "gb-entry"),
    ("BR", Money(4_000, "USD"), 1_000, "br-remessa-50"),
    ("BR", Money(4_000, "USD"), 1_001, "br-remessa-3000"),
    ("SA", Money(100_000, "SAR"), 0, "sa-low-value"),
    ("SA", Money(100_001, "SAR"), 0, "sa-entry"),
    ("JP", Money(10_000, "JPY"), 0, "jp-low-value"),
    ("JP", Money(10_001, "JPY"), 0, "jp-entry"),
    ("AU", Money(100_000, "AUD"), 0, "au-low-value"),
    ("AU", Money(100_001, "AUD"), 0, "au-entry"),
    ("AE", Money(30_000, "AED"), 0, "ae-low-value"),
    ("AE", Money(30_001, "AED"), 0, "ae-entry"),
    ("TH", Money(100_000, "THB"), 50_000, "th-exempt"),
    ("TH", Money(100_000, "THB"), 50_001, "th-entry"),
    ("CN", Money(500_000, "CNY"), 0, "cn-cbec"),
]


@pytest.mark.parametrize(("country", "goods", "freight", "rule"), BANDS)
def test_the_band_ends_at_the_last_unit_of_its_own_basis(country: str, goods: Money, freight: int, rule: str) -> None:
    found = every_rule().regime(country, day("2025-10-20"), "courier", goods, freight_minor=freight)

    assert found.id == rule


def test_the_band_is_compared_in_its_own_currency() -> None:
    on = day("2025-10-17")

    assert every_rule().regime("DE", on, "courier", Money(17_521, "USD")).id == "eu-ioss"
    assert every_rule().regime("DE", on, "courier", Money(17_523, "USD")).id == "eu-entry"


def test_a_scheme_may_be_asked_for_by_name() -> None:
    book, on = every_rule(), day("2025-10-20")

    assert book.regime("DE", on, "courier", TWENTY_FIVE, regime="courier").fee_minor == 800
    with pytest.raises(UnknownRuleError, match=r"expected remessa rule of DE .* known: ioss, courier") as caught:
        book.regime("DE", on, "courier", TWENTY_FIVE, regime="remessa")
    assert caught.value.code == "no_regime"


def test_france_adds_two_euro_a_heading_from_march_2026() -> None:
    book = every_rule()

    def extras(country: str, on: str) -> list[str]:
        return [row.id for row in book.extras(country, day(on), "courier", TWENTY_FIVE)]

    assert (extras("FR", "2026-02-28"), extras("FR", "2026-03-01")) == ([], ["fr-small-parcel-tax"])
    assert extras("DE", "2026-03-01") == []


def test_before_the_table_the_answer_says_from_when_it_knows() -> None:
    with pytest.raises(UnknownRuleError, match=r"on 2020-06-01, got none; known: .*2021-01-01"):
        every_rule().regime("GB", day("2020-06-01"), "courier", Money(1_000, "GBP"))
