"""A market's day: who buys what and when, and what is expected beside it."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from sandbox.market.shelf import laws
from sandbox.market.shelf.cell import Cell


class DayPlan:
    """One market on one day. A change during the day plans the rest of it again.

    Args:
        cell: the market.
        strata: its population.
    """

    def __init__(self, cell: Cell, strata: NDArray[np.int8]) -> None:
        self.cell, self.strata = cell, strata
        self.people = 0
        self.hours: NDArray[np.float64] = np.zeros(24)
        self.since = 0.0
        """Share of the day's shoppers whom the present prices are not meant for."""
        self.version = 0
        size = len(cell.ids)
        self.orders, self.clicks, self.looks = np.zeros(size), np.zeros(size), np.zeros(size)
        self.sales = np.zeros(size)
        self.sold = np.zeros(size, np.int64)
        """Orders that were really placed, teams' rows only."""

    def begin(self, people: int, hours: NDArray[np.float64]) -> None:
        """A new day with so many shoppers, who decide by that running share of hours."""
        self.people, self.hours, self.since = min(people, len(self.strata)), hours, 0.0
        for column in (self.orders, self.clicks, self.looks, self.sales, self.sold):
            column[:] = 0

    def passed(self, second: int) -> None:
        """Count what was expected up to *second* of the day at what the listings were worth until now."""
        hour, rest = divmod(second, 3600)
        before = float(self.hours[hour - 1]) if hour > 0 else 0.0
        share = 1.0 if hour > 23 else before + (float(self.hours[hour]) - before) * rest / 3600.0
        part, self.since = self.people * max(0.0, share - self.since), max(self.since, share)
        cell = self.cell
        self.orders += part * cell.orders
        self.clicks += part * cell.looks
        self.looks += part * cell.terms[laws.ATTENTION]
        self.sales += part * cell.orders * cell.asked

    def state(self) -> list[Any]:
        """For the digest."""
        columns = (self.orders, self.clicks, self.looks, self.sales, self.sold)
        return [self.people, self.since.hex(), self.version, *(column.tobytes().hex() for column in columns)]
