"""The last mile: nobody at home, lost, refused at the door, damaged, delivered.

Loss and damage are the carrier's row; the share of failed attempts and of refusals is set for teaching.
"""

from __future__ import annotations

from collections.abc import Callable, Generator
from typing import Any

import numpy as np
from numpy.typing import NDArray

from sandbox.kernel.calendar import DAY
from sandbox.kernel.money import PPM
from sandbox.logistics.chain import Chain
from sandbox.logistics.columns import ABSENT, DAMAGED, DEFECT, FAILED, LOST, Rows, Span
from sandbox.logistics.events import DeliveryFailed, OrderDelivered, ParcelLost, ParcelReturned
from sandbox.logistics.journey import in_turn
from sandbox.logistics.parcel import DELIVERED, MISSING
from sandbox.logistics.transit import SECOND_ATTEMPT

SILENCE = 7 * DAY
"""A parcel without a scan for so long is called lost."""
REFUSES, REFUSES_BY_TAX = 0.06, 0.5
"""A buyer who must pay at the door refuses with .06 + .5 * min(1, tax / price)."""


class Delivery:
    """What happens at the end of a parcel's way.

    Args:
        chain: the shared state.
        delivered: called with the row of a parcel that the buyer has.
        ended: called with a row when its parcel goes back (True) or is gone for good (False).
    """

    def __init__(self, chain: Chain, delivered: Callable[[int], None], ended: Callable[[int, bool], None]) -> None:
        self._chain = chain
        self._columns = chain.parcels.columns
        self._delivered = delivered
        self._ended = ended
        self._refusal = chain.world.stream("out.logistics.refusal")
        self._cod = chain.world.stream("out.logistics.cod_refusal")

    def defects(self, rows: Span, node: str) -> NDArray[np.float64]:
        """Chance of a defect by lot, for the lots of *rows*: of the goods at their node, else the product's own."""
        columns = self._columns
        chances = np.zeros(len(columns.lots))
        for number in columns.lots_of(rows):
            chances[number] = self._defect(columns.lots[number].sku, node) / PPM
        return chances

    def finish(self, rows: Rows) -> Generator[Any, Any, None]:
        """Bring parcels to the door, each at its own second."""
        return in_turn(self._chain, rows.tolist(), self._at_door)

    def _defect(self, sku: str, node: str) -> int:
        """Of the worst part, parts per million."""
        worst = 0
        for part, _ in self._chain.stock.parts(sku, 1):
            of_lots = self._chain.reads.defect_ppm(part, node)
            worst = max(worst, self._chain.products[part].defect if of_lots is None else of_lots)
        return worst

    def _at_door(self, row: int) -> bool:
        """An attempt, or the end of a silence; returns whether the parcel waits again."""
        columns = self._columns
        marks = int(columns.marks[row])
        now = self._chain.world.now
        if marks & LOST:
            return self._miss(row, now)
        if marks & (ABSENT | FAILED) == ABSENT:
            columns.marks[row] = marks | FAILED
            columns.due[row] = now + SECOND_ATTEMPT
            self._chain.world.emit(DeliveryFailed(order=columns.text(row)))
            return True
        refused = self._refused(row)
        if refused:
            self._chain.parcels.at(row).move("returned", now)
            self._chain.world.emit(ParcelReturned(order=columns.text(row), reason=refused))
            self._ended(row, True)
        else:
            self._deliver(row, marks, now)
        return False

    def _refused(self, row: int) -> str:
        columns = self._columns
        order, attempt = int(columns.order[row]), int(columns.attempt[row])
        tax = int(columns.tax_at_door[row])
        if tax:
            weight = min(1.0, tax / max(1, int(columns.price_at_door[row])))
            if self._refusal.happens(REFUSES + REFUSES_BY_TAX * weight, order, attempt):
                return "refused_tax"
        cash = self._chain.reads.cod_refusal_ppm(order)
        return "refused_cod" if cash and self._cod.happens(cash / PPM, order, attempt) else ""

    def _deliver(self, row: int, marks: int, now: int) -> None:
        columns = self._columns
        columns.stage[row] = DELIVERED
        columns.since[row] = now
        lot = columns.lots[columns.lot[row]]
        self._chain.stock.deliver(lot.sku, lot.units)
        placed, days = int(columns.placed_at[row]), int(columns.promise_days[row])
        self._chain.world.emit(
            OrderDelivered(
                order=columns.text(row),
                days_ppm=(now - placed) * PPM // DAY,
                promise_days=days,
                on_time=now <= placed + days * DAY,
                damaged=bool(marks & DAMAGED),
                defect=bool(marks & DEFECT),
            )
        )
        self._delivered(row)

    def _miss(self, row: int, now: int) -> bool:
        """No scan on the last mile; a week later the parcel is called lost."""
        columns = self._columns
        if columns.stage[row] != MISSING:
            columns.stage[row] = MISSING
            columns.since[row] = now
            columns.due[row] = now + SILENCE
            return True
        parcel = self._chain.parcels.at(row)
        parcel.move("lost", now)
        self._chain.world.emit(ParcelLost(order=parcel.text, node=parcel.country))
        self._ended(row, False)
        return False
