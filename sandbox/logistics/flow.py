"""Orders by the hundred thousand of one product and lane, told consignment by consignment.

The way is the same as that of an order of a class, kernel by kernel: packing, consignments, sorting, export, line haul,
customs, last mile. Only what is told differs: a few events for a consignment in place of five for a parcel, and nobody
answers for single parcels, so that what is held needs no process of its own.
"""

from __future__ import annotations

from collections.abc import Generator
from typing import Any

import numpy as np
from numpy.typing import NDArray

from sandbox.kernel.calendar import HOUR
from sandbox.kernel.scenario import Service
from sandbox.logistics.chain import Chain
from sandbox.logistics.columns import Lot, Rows, Span
from sandbox.logistics.consignment import Consignment
from sandbox.logistics.delivery import SILENCE
from sandbox.logistics.events import ConsignmentClosed
from sandbox.logistics.journey import Journeys
from sandbox.logistics.legs import fill, keys_of, settle
from sandbox.logistics.model import Logistics
from sandbox.logistics.parcel import CODE, DELIVERED, GONE, PACKED, STAGES
from sandbox.logistics.trade_events import ConsignmentDone

ENDS = np.array([DELIVERED, GONE, CODE["returned"], CODE["seized"]])


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
        self._keys = keys_of(self._chain.world)

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

    def enter(self, consignment: Consignment) -> Span:
        """The border: everything is computed at once, also what becomes of what is held."""
        rows = consignment.places
        self._parts.customs.clear(self._chain.services[consignment.service], consignment.node, rows)
        return rows

    def defects(self, rows: Span, node: str) -> NDArray[np.float64]:
        """See :class:`sandbox.logistics.delivery.Delivery`."""
        return self._parts.delivery.defects(rows, node)

    def finish(self, rows: slice) -> Generator[Any, Any, None]:
        """The door: how and when each parcel ends, and one event when the last has."""
        columns, chain = self._columns, self._chain
        row = chain.carrier(chain.service_rows[columns.service[rows.start]])
        stages, ends = columns.stage[rows], columns.since[rows]
        last = int(
            settle(
                self._keys, columns.order[rows], columns.attempt[rows], columns.marks[rows], columns.due[rows],
                row.last_mile_milliday / 2000, SILENCE, ENDS, stages, ends,
            )
        )
        yield chain.world.timeout(last - chain.world.now)
        self._count(rows)

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

    def _count(self, rows: slice) -> None:
        columns, chain = self._columns, self._chain
        counts = np.bincount(columns.stage[rows], minlength=len(STAGES))
        delivered, all_rows = int(counts[DELIVERED]), rows.stop - rows.start
        lot = columns.lots[columns.lot[rows.start]]
        if delivered:
            chain.stock.deliver(lot.sku, lot.units * delivered)
        if delivered < all_rows:
            chain.stock.lose(lot.sku, lot.units * (all_rows - delivered))
        chain.world.emit(
            ConsignmentDone(
                consignment=chain.text_of(int(columns.consignment[rows.start])),
                delivered=delivered,
                lost=int(counts[GONE]),
                turned_back=int(counts[CODE["returned"]]),
                seized=int(counts[CODE["seized"]]),
            )
        )
