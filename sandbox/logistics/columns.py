"""Parcels as columns: one number a parcel and fact, so that a whole consignment is moved in one stroke.

What many parcels share (product, units, price, currency, freight) is a *lot*, named once; a parcel holds its number.
"""

from __future__ import annotations

from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from sandbox.kernel.ids import to_text

Rows = NDArray[np.int64]
"""Places of parcels in the columns."""
Span = Rows | slice
"""The same, or a stretch of neighbours: its columns are views, not copies."""
FIRST_ROOM = 64

COLUMNS: dict[str, type[np.generic]] = {
    "order": np.uint64, "lot": np.int32, "service": np.int16, "promise_days": np.int16, "stage": np.int8,
    "attempt": np.int8, "marks": np.int16, "placed_at": np.int64, "since": np.int64, "due": np.int64,
    "cleared_at": np.int64, "consignment": np.uint64, "handling": np.int64, "reason": np.int16, "rule": np.int16,
    "tax_at_door": np.int64, "price_at_door": np.int64, "asks_at": np.int64, "back_at": np.int64, "back_to": np.int16,
    "claim_at": np.int64,
}  # fmt: skip
"""Name to kind of number. ``reason``, ``rule`` and ``back_to`` are places in :attr:`Columns.words`."""

ANSWERED, RIGHT_PAPERS, FAILED, DAMAGED, DEFECT = 1, 2, 4, 8, 16
LOST, ABSENT, HELD = 32, 64, 128
"""What fate has in store, known to the model when a parcel reaches the border: lost on the last mile; nobody at home
at the first attempt; held by customs."""
CERTIFICATE_MISSING = 256
"""Without a paper it needs."""


class Lot(NamedTuple):
    """What parcels have in common."""

    sku: str
    units: int
    value_minor: int
    """Price of the goods, in ``currency``."""
    currency: str
    freight_minor: int
    """What the buyer paid for delivery, in ``currency``."""
    incoterm: str = "DDP"
    declared_ppm: int = 1_000_000
    """Share of the price that is declared."""
    hides_battery: bool = False
    """A battery that nobody tells the carrier of."""


class Columns:
    """Every parcel of one team, in the order in which they were accepted.

    Each name of :data:`COLUMNS` is an array with room to grow; only the first ``size`` places mean anything.
    """

    order: NDArray[np.uint64]
    lot: NDArray[np.int32]
    service: NDArray[np.int16]
    promise_days: NDArray[np.int16]
    stage: NDArray[np.int8]
    attempt: NDArray[np.int8]
    marks: NDArray[np.int16]
    placed_at: NDArray[np.int64]
    since: NDArray[np.int64]
    due: NDArray[np.int64]
    cleared_at: NDArray[np.int64]
    consignment: NDArray[np.uint64]
    handling: NDArray[np.int64]
    reason: NDArray[np.int16]
    rule: NDArray[np.int16]
    tax_at_door: NDArray[np.int64]
    price_at_door: NDArray[np.int64]
    asks_at: NDArray[np.int64]
    back_at: NDArray[np.int64]
    back_to: NDArray[np.int16]
    claim_at: NDArray[np.int64]

    def __init__(self) -> None:
        self.size = 0
        self.lots: list[Lot] = []
        self.words: list[str] = [""]
        self._texts: list[str] = []
        self._room = 0
        self._lots: dict[Lot, int] = {}
        self._words: dict[str, int] = {"": 0}
        self._grow(FIRST_ROOM)

    def add(self, order: int, lot: int, service: int, promise_days: int, now: int) -> int:
        """One parcel more, at its first stage; returns its row."""
        row = self.size
        self._grow(row + 1)
        self.size = row + 1
        self.order[row] = order
        self.lot[row] = lot
        self.service[row] = service
        self.promise_days[row] = promise_days
        self.placed_at[row] = self.since[row] = now
        self._texts.append("")
        return row

    def text(self, row: int) -> str:
        """The order's id as events carry it."""
        found = self._texts[row]
        if not found:
            found = self._texts[row] = to_text(int(self.order[row]))
        return found

    def add_many(
        self, orders: NDArray[np.uint64], lot: int, service: int, promise_days: int, placed_at: NDArray[np.int64]
    ) -> Rows:
        """Many parcels of one lot and service at once."""
        first, last = self.size, self.size + len(orders)
        self._grow(last)
        self.size = last
        self.order[first:last] = orders
        self.lot[first:last], self.service[first:last], self.promise_days[first:last] = lot, service, promise_days
        self.placed_at[first:last] = self.since[first:last] = placed_at
        self._texts.extend([""] * len(orders))
        return np.arange(first, last)

    def number_of_lot(self, lot: Lot) -> int:
        """The number of a lot; the same every time."""
        if lot not in self._lots:
            self._lots[lot] = len(self.lots)
            self.lots.append(lot)
        return self._lots[lot]

    def number_of_word(self, word: str) -> int:
        """The number of a word; the same every time."""
        if word not in self._words:
            self._words[word] = len(self.words)
            self.words.append(word)
        return self._words[word]

    def lots_of(self, rows: Span) -> list[int]:
        """Numbers of the lots that *rows* belong to, each once, smallest first."""
        held: list[int] = np.flatnonzero(np.bincount(self.lot[rows])).tolist()
        return held

    def plain(self) -> list[Any]:
        """Everything, for the digest."""
        arrays = [getattr(self, name)[: self.size].tobytes() for name in COLUMNS]
        return [self.size, self.lots, self.words, arrays]

    def _grow(self, wanted: int) -> None:
        if wanted <= self._room:
            return
        room = max(wanted, 2 * self._room)
        for name, kind in COLUMNS.items():
            longer = np.zeros(room, kind)
            if self._room:
                longer[: self.size] = getattr(self, name)[: self.size]
            setattr(self, name, longer)
        self._room = room
