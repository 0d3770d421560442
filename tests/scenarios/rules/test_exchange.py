"""Exchange rates are the published ones, crossed without loss."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

import pytest

from sandbox.kernel.money import Money
from sandbox.kernel.rule_lookup import UnknownRuleError
from sandbox.kernel.rule_rows import day, iso
from scenarios.rules.tables import load_rules
from tests.scenarios.rules.builders import every_rule

FRIDAY = day("2025-10-17")
CROSSES = [
    ("EUR", "USD", Fraction(11681, 10000)),
    ("USD", "EUR", Fraction(10000, 11681)),
    ("EUR", "GBP", Fraction(8695, 10000)),
    ("GBP", "USD", Fraction(11681, 8695)),
    ("EUR", "JPY", Fraction(17570, 100) / 100),
    ("JPY", "USD", Fraction(11681, 10000) / Fraction(17570, 100) * 100),
    ("USD", "SAR", Fraction(375, 100)),
    ("USD", "AED", Fraction(36725, 10000)),
    ("CNY", "USD", Fraction(11681, 83196)),
    ("USD", "USD", Fraction(1)),
]


@pytest.mark.parametrize(("source", "target", "ratio"), CROSSES)
def test_the_cross_rate_of_17_october_2025_is_exact(source: str, target: str, ratio: Fraction) -> None:
    rate = every_rule().fx(source, target, FRIDAY)

    assert Fraction(rate.numerator, rate.denominator) == ratio


def test_ten_dollars_are_856_cents_of_a_euro() -> None:
    assert every_rule().convert(Money(1_000, "USD"), "EUR", FRIDAY) == 856


@pytest.mark.parametrize(
    ("on", "published"), [("2025-10-17", 17), ("2025-10-18", 17), ("2025-10-19", 17), ("2025-10-20", 20)]
)
def test_on_a_weekend_the_rate_of_friday_stays(on: str, published: int) -> None:
    book = load_rules(date.fromisoformat(on))

    assert iso(book.fx("USD", "EUR", day(on)).day) == f"2025-10-{published}"


def test_after_the_table_the_last_rate_stays_and_keeps_its_date() -> None:
    late = every_rule().fx("USD", "EUR", day("2026-09-01"))

    assert iso(late.day) == "2025-12-31"
    assert Fraction(late.numerator, late.denominator) == Fraction(10000, 11750)


def test_before_the_table_the_answer_says_where_it_begins() -> None:
    with pytest.raises(UnknownRuleError, match="expected a day from 2024-01-02 on for USD, got 2024-01-01"):
        every_rule().fx("USD", "EUR", day("2024-01-01"))


def test_an_unknown_currency_is_told_which_are_known() -> None:
    with pytest.raises(UnknownRuleError, match=r"expected one of AED, AUD, BRL, .*, got XAU"):
        every_rule().fx("USD", "XAU", FRIDAY)
