"""Orders and revenue per day, the days on which the shop was shut, and the order file split at the held-out days."""

from __future__ import annotations

from typing import Any

import numpy as np
from msgspec import Struct

from scenarios.fitting.kinds import RETURNED
from scenarios.fitting.lines import Lines

SHUT_RUN = 5
"""So many days without one order in a row are a closed shop, not weak demand (chosen)."""
SHUT_BUSY = 10
"""A shop that sells at least so many orders on a median day and none on one was closed on that one (chosen)."""
SHUT_WEEKDAY = 0.05
"""A weekday with orders on fewer than this share of its days is a weekday on which the shop is shut (chosen)."""


class Days(Struct, frozen=True):
    """One row a calendar day, none left out."""

    first: int
    """Proleptic ordinal of the first day."""
    orders: Any
    """Orders placed, cancelled ones too."""
    revenue: Any
    """Of those orders, major units."""
    shut: Any
    """True on days on which the shop was closed: a long pause, or a day without any order in a busy shop."""

    @property
    def weekday(self) -> Any:
        """0 for Monday, for every day."""
        return (self.first - 1 + np.arange(len(self.orders))) % 7

    def part(self, start: int, stop: int) -> Days:
        """The days from index *start* to before *stop*."""
        return Days(self.first + start, self.orders[start:stop], self.revenue[start:stop], self.shut[start:stop])


def placed(lines: Lines) -> Any:
    """The rows of orders placed, whether cancelled later or not."""
    return lines.frame[lines.frame["kind"] != RETURNED]


def days_of(lines: Lines) -> Days:
    """Count every day from the first order to the last one."""
    frame = placed(lines)
    first, last = int(frame["day"].min()), int(frame["day"].max())
    index = (frame["day"] - first).to_numpy()
    per_order = frame.groupby("order")["day"].min() - first
    size = last - first + 1
    orders = np.bincount(per_order, minlength=size).astype(float)
    revenue = np.bincount(index, weights=frame["price"] * frame["units"], minlength=size)
    return Days(first, orders, revenue, _pauses(orders))


def _pauses(orders: Any) -> Any:
    shut = (orders == 0) & (np.median(orders) >= SHUT_BUSY)
    start = 0
    for i in range(len(orders) + 1):
        if i == len(orders) or orders[i] > 0:
            if i - start >= SHUT_RUN:
                shut[start:i] = True
            start = i + 1
    return shut


def open_weekdays(days: Days) -> Any:
    """For each weekday from Monday: whether the shop sells on it."""
    known = ~days.shut | (days.orders == 0)
    sold = [float((days.orders[known & (days.weekday == day)] > 0).mean()) if (known & (days.weekday == day)).any()
            else 0.0 for day in range(7)]
    return np.array([share >= SHUT_WEEKDAY for share in sold])


def split_lines(lines: Lines, first_held: int) -> tuple[Any, Any]:
    """Rows before ordinal *first_held*, and rows from it on."""
    before = lines.frame["day"] < first_held
    return lines.frame[before], lines.frame[~before]
