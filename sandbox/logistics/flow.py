"""Orders by the hundred thousand of one product and lane, told consignment by consignment.

The way is the same as that of an order of a class, kernel by kernel: packing, consignments, sorting, export, line haul,
customs, last mile. Only what is told differs: one event for a consignment in place of five for a parcel. Parcels that
something singles out get a process of their own, as always.
"""

from __future__ import annotations

from collections.abc import Generator
from typing import Any

import numpy as np
from numpy.typing import NDArray

from sandbox.kernel.calendar import HOUR
from sandbox.kernel.scenario import Service
from sandbox.logistics.chain import Chain
from sandbox.logistics.columns import ABSENT, HELD, LOST, Lot, Rows
from sandbox.logistics.consignment import Consignment
from sandbox.logistics.delivery import SILENCE
from sandbox.logistics.events import ConsignmentClosed
from sandbox.logistics.fates import outcome
from sandbox.logistics.journey import Journeys
from sandbox.logistics.legs import fill
from sandbox.logistics.model import Logistics
from sandbox.logistics.parcel import CODE, DELIVERED, GONE, PACKED
from sandbox.logistics.trade_events import ConsignmentDone
from sandbox.logistics.transit import SECOND_ATTEMPT, last_mile


class Flow:
    """A stream of orders through a logistics.

    Args:
        logistics: its shelves, benches and rules are used.
    """

    def __init__(self, logistics: Logistics) -> None:
        self._parts = logistics.parts()
        self._chain: Chain = self._parts.chain
        self._columns = self._chain.parcels.columns
        self._journeys = Journeys(
            self._chain, logistics.carriers, logistics.exports, self._parts.screening, self, self
        )
        self._outcome = self._chain.world.stream("out.logistics.held_outcome")
        self._last = self._chain.world.stream("out.logistics.last_mile")

    def send(self, orders: NDArray[np.uint64], placed_at: NDArray[np.int64], service: str, lot: Lot) -> Rows:
        """Orders of one lot, paid for at these seconds (in order); returns their rows.

        Nothing else may use the bench of the node meanwhile.
        """
        chain, columns = self._chain, self._columns
        row = chain.services[service]
        place = chain.warehouses[row.node]
        chain.stock.reserve(row.node, lot.sku, lot.units * len(orders))
        number = columns.number_of_lot(lot)
        rows = columns.add_many(orders, number, chain.service_numbers[service], row.promise_days, placed_at)
        packed = self._parts.bench(row.node).join_all(placed_at)
        columns.stage[rows], columns.since[rows] = PACKED, packed
        opened, closed = np.empty(len(rows), np.int64), np.empty(len(rows), np.int64)
        zero = chain.calendar.clock(0, place.utc_offset_minutes)
        count = fill(packed, place.consignment_size, place.cut_off_hour * HOUR, zero, opened, closed)
        starts = packed[opened[:count]].tolist()
        edges = [*(rows[0] + opened[:count]).tolist(), int(rows[-1]) + 1]
        chain.world.process(self._close_each(row, edges, starts, closed[:count].tolist()))
        return rows

    def enter(self, consignment: Consignment) -> Rows:
        """The border: everything is computed at once; only what is held gets a process of its own."""
        service = self._chain.services[consignment.service]
        rows = consignment.places
        self._parts.customs.clear(service, consignment.node, rows)
        held = self._columns.marks[rows] & HELD != 0
        for row in rows[held].tolist():
            self._columns.stage[row] = CODE["held"]
            self._chain.world.process(self._hold(service, row))
        return rows[~held]

    def defects(self, rows: Rows, node: str) -> NDArray[np.float64]:
        """See :class:`sandbox.logistics.delivery.Delivery`."""
        return self._parts.delivery.defects(rows, node)

    def finish(self, rows: Rows) -> Generator[Any, Any, None]:
        """The door: when each parcel ends, and one event when the last has."""
        columns, world = self._columns, self._chain.world
        marks = columns.marks[rows]
        lost = marks & LOST != 0
        ends = columns.due[rows] + np.where(lost, SILENCE, np.where(marks & ABSENT != 0, SECOND_ATTEMPT, 0))
        columns.since[rows] = ends
        columns.stage[rows] = np.where(lost, GONE, DELIVERED)
        if len(rows):
            yield world.timeout(int(ends.max()) - world.now)
            self._count(rows, lost)

    def _close_each(
        self, service: Service, edges: list[int], starts: list[int], closed: list[int]
    ) -> Generator[Any, Any, None]:
        """Let each consignment leave when it closes."""
        chain = self._chain
        for place, second in enumerate(closed):
            if second > chain.world.now:
                yield chain.world.timeout(second - chain.world.now)
            rows = range(edges[place], edges[place + 1])
            day = chain.calendar.day(starts[place])
            made = self._parts.dock.new(service.node, service.id, second, rows, day)
            made.leg = "export"
            self._columns.consignment[made.places] = made.id
            lot = self._columns.lots[self._columns.lot[edges[place]]]
            chain.stock.hand_over(service.node, lot.sku, lot.units * len(rows))
            chain.world.emit(
                ConsignmentClosed(consignment=made.text, service=service.id, parcels=len(rows), orders=())
            )
            self._journeys.start(made)

    def _count(self, rows: Rows, lost: NDArray[np.bool_]) -> None:
        columns, chain = self._columns, self._chain
        gone = int(np.count_nonzero(lost))
        lot = columns.lots[columns.lot[rows[0]]]
        if gone < len(rows):
            chain.stock.deliver(lot.sku, lot.units * (len(rows) - gone))
        if gone:
            chain.stock.lose(lot.sku, lot.units * gone)
        consignment = chain.parcels.at(int(rows[0])).consignment
        chain.world.emit(
            ConsignmentDone(consignment=chain.text_of(consignment), delivered=len(rows) - gone, lost=gone)
        )

    def _hold(self, service: Service, row: int) -> Generator[Any, Any, None]:
        """One held parcel: decided, and brought to the door if it is released."""
        columns, chain = self._columns, self._chain
        order, attempt = int(columns.order[row]), int(columns.attempt[row])
        yield chain.world.timeout(int(columns.due[row]) - chain.world.now)
        what = outcome(self._outcome.unit(order, 2 * attempt + 1), False, False)
        if what in ("released", "fined"):
            first = self._last.exponential(order, 2 * attempt)
            second = self._last.exponential(order, 2 * attempt + 1)
            columns.due[row] = chain.world.now + last_mile(first, second, chain.carrier(service))
            yield from self.finish(np.array([row], np.int64))
            return
        lot = columns.lots[columns.lot[row]]
        columns.stage[row] = CODE["returned" if what == "returned" else "seized"]
        columns.since[row] = chain.world.now
        chain.stock.lose(lot.sku, lot.units)
