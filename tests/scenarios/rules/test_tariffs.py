"""An HS code finds its duty, and the answer says by which line."""

from __future__ import annotations

import pytest

from sandbox.kernel.rule_lookup import UnknownRuleError
from sandbox.kernel.rule_rows import day
from tests.scenarios.rules.builders import october

ON = day("2025-10-20")
RATES = [
    ("94052160", 310_000, 47_000),
    ("85183020", 0, 0),
    ("85044095", 250_000, 0),
    ("73239300", 20_000, 32_000),
    ("39241040", 34_000, 65_000),
    ("63026000", 166_000, 120_000),
    ("69111045", 140_000, 120_000),
    ("42021229", 450_000, 97_000),
]


@pytest.mark.parametrize(("code", "american", "european"), RATES)
def test_the_goods_of_a_first_show_have_a_rate_in_both_markets(code: str, american: int, european: int) -> None:
    book = october()

    assert (book.duty_ppm("US", code, ON), book.duty_ppm("DE", code[:6], ON)) == (american, european)


def test_among_several_lines_the_dearest_is_taken_and_named() -> None:
    found = october().duty("US", "691110", ON)

    assert (found.line, found.ppm) == ("69111035", 260_000 + 75_000)
    assert found.choice == "highest of 12 lines for 691110"


def test_section_301_is_for_chinese_goods_only() -> None:
    book = october()

    assert book.duty_ppm("US", "94052160", ON, origin="CN") == 60_000 + 250_000
    assert book.duty_ppm("US", "94052160", ON, origin="TH") == 60_000


def test_batteries_change_their_section_301_rate_with_the_year() -> None:
    book = october()

    assert [book.duty_ppm("US", "85076000", day(on)) for on in ("2025-12-31", "2026-01-01")] == [109_000, 284_000]


def test_a_list_that_cannot_be_told_apart_is_marked_as_unsure() -> None:
    book = october()
    unsure = [line for line in book.tariff.lines if line.extra_list == "list4a_or_4b"]

    assert {(line.confidence, line.extra_ppm) for line in unsure} == {("L", 75_000)}


def test_a_national_code_is_looked_up_by_its_first_six_digits_elsewhere() -> None:
    found = october().duty("DE", "69111045", ON)

    assert (found.line, found.choice) == ("69111000", "line 69111000 for 69111045")


def test_a_code_of_2022_is_found_where_its_goods_stood_before() -> None:
    found = october().duty("DE", "940521", ON)

    assert (found.line, found.ppm) == ("94052011", 47_000)


def test_a_rate_by_weight_is_an_error_that_shows_it() -> None:
    with pytest.raises(
        UnknownRuleError, match=r"expected an ad valorem rate for 020110\d\d in US, got '.*cents/kg'"
    ) as caught:
        october().duty("US", "02011010", ON)

    assert caught.value.code == "duty_unsupported"


def test_a_code_that_does_not_exist_is_told_its_neighbours() -> None:
    with pytest.raises(UnknownRuleError, match=r"tariff line of US, got 691199; known under 6911: 69111010, 69111015"):
        october().duty("US", "691199", ON)


@pytest.mark.parametrize("code", ["", "6911", "69.11.10", "69111000000"])
def test_a_code_that_is_no_code_is_refused(code: str) -> None:
    with pytest.raises(UnknownRuleError, match="expected an HS code of 6 to 10 digits"):
        october().duty("US", code, ON)


def test_a_market_without_a_tariff_table_pays_the_rate_of_the_category() -> None:
    book = october()

    assert book.duty("TH", "732393", ON, category="home").row.confidence == "L"
    assert book.duty_ppm("TH", "732393", ON, category="home") == 200_000
    with pytest.raises(UnknownRuleError, match=r"duty of TH for category unnamed .* known: apparel, beauty"):
        book.duty("TH", "732393", ON)


@pytest.mark.parametrize(
    ("new", "old", "ppm"),
    [("940440", "940490", 37_000), ("854340", "854370", 37_000), ("570321", "570320", 80_000)],
)
def test_goods_that_moved_in_2022_pay_what_they_paid_under_their_old_code(new: str, old: str, ppm: int) -> None:
    book = october()

    assert book.duty_ppm("DE", new, ON) == book.duty_ppm("DE", old, ON) == ppm


def test_every_code_that_moved_leads_to_a_european_line() -> None:
    book = october()
    known = {line.code[:6] for line in book.tariff.lines if line.territory == "EU"}

    assert [row.hs2022 for row in book.tariff.successions if row.hs2017 not in known] == []
