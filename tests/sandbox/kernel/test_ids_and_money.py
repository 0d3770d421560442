"""Ids that do not rename their neighbours; money that loses no cent without saying so."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sandbox.kernel.ids import child, from_text, to_text
from sandbox.kernel.money import Rate, as_text, convert, half_up, share


@given(st.integers(0, 2**64 - 1))
def test_an_id_survives_its_text(number):
    assert from_text(to_text(number)) == number


@pytest.mark.parametrize("text", ["", "short", "U" * 13, "0" * 12 + "é", "0" * 14])
def test_a_text_that_is_no_id_is_refused(text):
    with pytest.raises(ValueError, match="13 base-32 letters"):
        from_text(text)


def test_a_child_depends_on_its_parent_its_kind_and_its_place_alone():
    names = {child(parent, kind, i) for parent in (1, 2) for kind in ("order", "ticket") for i in (0, 1)}

    assert len(names) == 8
    assert child(1, "order", 0) == child(1, "order", 0)


@pytest.mark.parametrize(("top", "low", "result"), [(5, 2, 3), (-5, 2, -3), (7, 3, 2), (1, 3, 0), (0, 9, 0), (2, 4, 1)])
def test_halves_round_away_from_zero(top, low, result):
    assert half_up(top, low) == result


def test_a_share_is_rounded_once():
    assert share(1999, 190_000) == 380


def test_conversion_uses_the_exact_fraction():
    assert convert(10_000, Rate(100, 1167)) == 857


@given(st.integers(-10**12, 10**12), st.integers(1, 10**6))
def test_rounding_is_never_further_than_a_half(top, low):
    assert 2 * abs(half_up(top, low) * low - top) <= low


@pytest.mark.parametrize(("minor", "currency", "text"), [(1999, "USD", "USD 19.99"), (-5, "EUR", "EUR -0.05"),
                                                         (1999, "JPY", "JPY 1999"), (1999, "KWD", "KWD 1.999")])
def test_money_is_written_with_the_digits_of_its_currency(minor, currency, text):
    assert as_text(minor, currency) == text
