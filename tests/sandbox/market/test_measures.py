"""The stylised facts of the shelf, by the shipped market, on fixed secrets."""

from __future__ import annotations

import pytest

from sandbox.market.shelf.measures import MEASURES, peaks
from tests.sandbox.harness import rules_of

SECRETS = range(4)
FEW_ENOUGH = [number for number in MEASURES if number != 26]


@pytest.mark.parametrize("number", FEW_ENOUGH)
def test_a_fact_lies_inside_its_published_range(number):
    rows = MEASURES[number](SECRETS)

    assert rows
    assert [row for row in rows
            if (row[2] is not None and row[4] < row[2]) or (row[3] is not None and row[4] > row[3])] == []


def test_clicks_concentrate_at_the_top_of_the_search():
    first, three, per_click = (row[4] for row in MEASURES[26](range(12)))

    assert 0.25 < first < 0.45
    assert first < three < 0.75
    assert 0.07 < per_click < 0.16


def test_the_great_days_of_the_calendar_bring_as_many_more():
    friday, monday = (row[4] for row in peaks(rules_of("2025-10-18"), SECRETS))

    assert (round(friday, 2), round(monday, 2)) == (2.8, 3.4)
