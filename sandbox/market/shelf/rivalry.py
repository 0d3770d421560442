"""Rivals who decide: answer lower prices, bid for lost places, sell out, copy what sells. One decider a listing.

Chances and sizes are chosen: each day .15 of the undercut look up (the scenario may say otherwise), move half the gap
and never below 1.08 of their cost; one in a hundred sells out for five days; a best seller of three weeks is copied
with chance .3 at nine tenths of its price.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
from numpy.typing import NDArray

from sandbox.kernel.draws import Stream, unit
from sandbox.kernel.ids import to_text
from sandbox.kernel.jit import njit
from sandbox.market.shelf.cell import CHARGE, CONTENT, COUNT, DAYS, PLUS, RANK, STARS, THERE, Cell

UNDERCUT_PPM, FLOOR_PPM = 920_000, 1_080_000
BID_STEP_PPM = 1_100_000
SOLD_OUT, SOLD_OUT_DAYS = 0.01, 5
COPY_AFTER, COPY, COPY_PRICE_PPM = 21, 0.3, 900_000
Say = Callable[[Cell, str, str, int], None]
"""(cell, rival, action, value)."""


@njit
def wake(key: Any, ids: Any, count: int, haste: float, looks: Any, sells_out: Any) -> None:
    """Which rivals look up today, and which sell out."""
    for row in range(len(looks)):
        looks[row] = unit(key, ids[row], count) < haste
        sells_out[row] = unit(key, ids[row], count + 1) < SOLD_OUT


class Morning:
    """What the rivals of one market wake up to: the day's keyed chances and the lowest price of a team."""

    def __init__(self, cell: Cell, stream: Stream, haste: float) -> None:
        self.cell, self._stream, self._haste = cell, stream, haste
        self.lowest = 0
        self.looks: NDArray[np.bool_] = np.zeros(cell.rivals, np.bool_)
        self.sells_out: NDArray[np.bool_] = np.zeros(cell.rivals, np.bool_)
        self.old_rank: NDArray[np.int64] = cell.numbers[RANK].copy()

    def begin(self, day: int) -> None:
        """A new day."""
        cell = self.cell
        wake(np.uint64(self._stream.key), cell.ids, 4 * day, self._haste, self.looks, self.sells_out)
        there = np.flatnonzero(cell.listed[cell.rivals :] & (cell.numbers[THERE, cell.rivals :] > 0)) + cell.rivals
        self.lowest = int(cell.numbers[CHARGE, there].min()) if len(there) else 0

    def end(self) -> None:
        """Remember the places of today."""
        self.old_rank = self.cell.numbers[RANK].copy()


class RivalShop:
    """One rival listing that decides each morning."""

    def __init__(self, morning: Morning, row: int, say: Say) -> None:
        self._morning, self._cell, self._row, self._say = morning, morning.cell, row, say
        self._plan: tuple[str, int] | None = None

    @property
    def name(self) -> str:
        """Its id as events carry it."""
        return to_text(int(self._cell.ids[self._row]))

    def decide(self) -> None:
        """See :class:`Decider`."""
        cell, row, morning = self._cell, self._row, self._morning
        self._plan = None
        if cell.away[row] > 0:
            self._plan = ("wait", 0)
        elif morning.sells_out[row]:
            self._plan = ("sold_out", SOLD_OUT_DAYS)
        elif morning.looks[row]:
            self._plan = self._answer()

    def _answer(self) -> tuple[str, int] | None:
        cell, row, lowest = self._cell, self._row, self._morning.lowest
        price, floor = int(cell.numbers[CHARGE, row]), int(cell.cost[row]) * FLOOR_PPM // 1_000_000
        if lowest and lowest * 1_000_000 < price * UNDERCUT_PPM and price > floor:
            return ("price", max(floor, (price + lowest) // 2))
        if self._morning.old_rank[row] <= 3 < cell.numbers[RANK, row]:
            return ("bid", int(cell.bid[row]) * BID_STEP_PPM // 1_000_000 + 1)
        return None

    def apply(self) -> None:
        """See :class:`Decider`."""
        if self._plan is None:
            return
        (action, value), cell, row = self._plan, self._cell, self._row
        if action == "wait":
            cell.away[row] -= 1
            if cell.away[row] == 0:
                cell.numbers[THERE, row] = 1
                self._say(cell, self.name, "back", 0)
            return
        if action == "price":
            cell.numbers[CHARGE, row] = value
        elif action == "bid":
            cell.bid[row] = value
            return
        else:
            cell.away[row], cell.numbers[THERE, row] = value, 0
        self._say(cell, self.name, action, value if action == "price" else 0)


class Copycat:
    """A newcomer who copies a team's best seller, in place of the weakest rival. One decider a market."""

    def __init__(self, morning: Morning, stream: Stream, say: Say) -> None:
        self._cell, self._stream, self._say = morning.cell, stream, say
        self._copies = -1

    def decide(self) -> None:
        """See :class:`Decider`."""
        cell, self._copies = self._cell, -1
        for row in range(cell.rivals, len(cell.ids)):
            if cell.top_days[row] == COPY_AFTER and self._stream.happens(COPY, int(cell.ids[row]), 2):
                self._copies = row
                return

    def apply(self) -> None:
        """See :class:`Decider`."""
        model, cell = self._copies, self._cell
        if model < 0 or cell.rivals == 0:
            return
        row = weakest(cell)
        price = int(cell.numbers[CHARGE, model]) * COPY_PRICE_PPM // 1_000_000
        cell.numbers[CHARGE, row], cell.numbers[STARS, row], cell.numbers[COUNT, row] = price, 430, 0
        for fact in (CONTENT, DAYS, PLUS):
            cell.facts[fact, row] = cell.facts[fact, model]
        cell.standing[4, row], cell.used[row] = 0.0, float(price)
        cell.cost[row] = price * 6 // 10
        self._say(cell, to_text(int(cell.ids[row])), "copy", price)


def weakest(cell: Cell) -> int:
    """The rival that is expected to sell least."""
    sold = np.floor(cell.sold[0][: cell.rivals] * 1e6).astype(np.int64)
    return int(np.lexsort((cell.ids[: cell.rivals], sold))[0])


def strongest(cell: Cell) -> int:
    """The rival that stands highest in the search."""
    return int(np.lexsort((cell.ids[: cell.rivals], cell.numbers[RANK, : cell.rivals]))[0])
