"""Seconds of a run as market days and local hours."""

from __future__ import annotations

import pytest

from sandbox.kernel.calendar import DAY, HOUR, Calendar
from sandbox.kernel.rule_rows import day

EVENING = Calendar("2025-10-18T23:59Z")


@pytest.mark.parametrize(
    ("second", "date"), [(0, "2025-10-18"), (59, "2025-10-18"), (60, "2025-10-19"), (DAY, "2025-10-19")]
)
def test_the_market_day_changes_at_midnight_utc(second: int, date: str) -> None:
    assert EVENING.day(second) == day(date)


@pytest.mark.parametrize(("offset", "clock"), [(0, 86_340), (-240, 71_940), (120, 7_140), (480, 28_740)])
def test_clocks_differ_by_country(offset: int, clock: int) -> None:
    assert EVENING.clock(0, offset) == clock


def test_the_next_full_hour_is_never_now() -> None:
    assert EVENING.until_hour(0, 18, -240) == 22 * HOUR + 60
    assert EVENING.until_hour(60, 0, 0) == DAY


def test_an_open_place_works_at_once_and_a_closed_one_when_it_opens() -> None:
    assert EVENING.until_open(60, 8, 17, 480) == 0
    assert EVENING.until_open(60, 9, 17, 480) == HOUR
    assert EVENING.until_open(60 + 9 * HOUR, 8, 17, 480) == 15 * HOUR
