"""The day on which the scenario begins: the season and weekday of the data, in a year that the rule tables know."""

from __future__ import annotations

from datetime import date, timedelta

from sandbox.kernel.errors import ScenarioError

FIRST, LAST = date(2025, 1, 6), date(2025, 12, 1)
"""Days on which every table answers, with a month of exchange rates to come."""


def first_market_day(after: int, chosen: date | None = None) -> date:
    """The day the play begins.

    Args:
        after: ordinal of the day after the last fitted one.
        chosen: the author's word.

    Raises:
        ScenarioError: a day outside the tables.
    """
    if chosen is not None:
        if not FIRST <= chosen <= LAST:
            raise ScenarioError(f"starts: expected a day the rule tables cover, {FIRST} to {LAST}, got {chosen}")
        return chosen
    own = date.fromordinal(after)
    if FIRST <= own <= LAST:
        return own
    anniversary = date(FIRST.year, own.month, min(own.day, 28))
    moved = anniversary + timedelta(days=(own.weekday() - anniversary.weekday() + 3) % 7 - 3)  # same weekday, nearest
    if moved < FIRST:
        return moved + timedelta(days=7 * -(-(FIRST - moved).days // 7))
    return moved - timedelta(days=7 * -(-max(0, (moved - LAST).days) // 7))
