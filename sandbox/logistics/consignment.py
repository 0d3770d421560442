"""Consignments: packed parcels that leave together, closed by size or at the cut-off, whichever is first."""

from __future__ import annotations

from collections.abc import Callable, Generator
from typing import Any, Literal

import numpy as np
from msgspec import Struct

from sandbox.kernel.ids import child, to_text
from sandbox.logistics.chain import Chain
from sandbox.logistics.columns import Span
from sandbox.logistics.events import CarrierCharged, ConsignmentClosed
from sandbox.logistics.parcel import Parcel
from sandbox.logistics.shipping import Shipping


class Consignment(Struct):
    """Parcels of one node and service that travel together."""

    id: int
    service: str
    node: str
    rows: list[int] | range
    """Places of its parcels in the columns; only a list takes in and gives out parcels."""
    leg: Literal["loading", "export", "line_haul", "arrived"] = "loading"
    due: int = 0
    """When the present leg ends; a shock may move it."""
    mode: str = ""
    """Under which code it left the country."""
    turn: int = 0
    """Goes up when the journey is taken over by another process."""
    is_complete: bool = True
    """Whether the papers of that code were sent."""

    @property
    def text(self) -> str:
        """The id as events carry it."""
        return to_text(self.id)

    def plain(self) -> list[object]:
        """Everything, for the digest."""
        ends = [self.rows[0], len(self.rows)] if isinstance(self.rows, range) else self.rows
        return [self.id, self.service, self.node, ends, self.leg, self.due, self.mode, self.turn, self.is_complete]

    @property
    def places(self) -> Span:
        """The rows, to index columns with."""
        if isinstance(self.rows, range):
            return slice(self.rows.start, self.rows.stop)
        return np.array(self.rows, np.int64)


class Dock:
    """Where packed parcels wait for their consignment to leave."""

    def __init__(self, chain: Chain, shipping: Shipping, leave: Callable[[Consignment], None]) -> None:
        self._chain = chain
        self._shipping = shipping
        self._leave = leave
        self.consignments: dict[int, Consignment] = {}
        self._open: dict[tuple[str, int], int] = {}

    def add(self, row: int) -> None:
        """Put a packed parcel into the open consignment of its node and service."""
        chain = self._chain
        columns = chain.parcels.columns
        service = chain.service_rows[columns.service[row]]
        consignment = self._opened(service.node, service.id)
        assert isinstance(consignment.rows, list)
        consignment.rows.append(row)
        columns.consignment[row] = consignment.id
        if len(consignment.rows) >= chain.warehouses[service.node].consignment_size:
            self._close(consignment)

    def remove(self, parcel: Parcel) -> None:
        """Take out a parcel of a consignment that has not left."""
        loading = self.consignments[parcel.consignment]
        loading.rows = [row for row in loading.rows if row != parcel.row]
        parcel.consignment = 0

    def of(self, parcel: Parcel) -> Consignment:
        """The consignment a parcel travels in."""
        return self.consignments[parcel.consignment]

    def new(self, node: str, service: str, due: int, rows: list[int] | range, today: int) -> Consignment:
        """A consignment named after lane, day and place in the day: the same flight, whoever is on it."""
        world = self._chain.world
        day = child(0, f"lane:{node}/{service}", today)
        ident = child(day, "consignment", world.next_ordinal(day, "consignment"))
        consignment = Consignment(ident, service, node, rows, due=due)
        self.consignments[ident] = consignment
        return consignment

    def _opened(self, node: str, service: str) -> Consignment:
        key = node, self._chain.service_numbers[service]
        now = self._chain.world.now
        found = self.consignments[self._open[key]] if key in self._open else None
        if found is not None and found.due > now:
            return found
        if found is not None:
            self._close(found)
        place = self._chain.warehouses[node]
        due = now + self._chain.calendar.until_hour(now, place.cut_off_hour, place.utc_offset_minutes)
        made = self.new(node, service, due, [], self._chain.today)
        self._open[key] = made.id
        self._chain.world.process(self._cut_off(made))
        return made

    def _cut_off(self, consignment: Consignment) -> Generator[Any, Any, None]:
        world = self._chain.world
        yield world.timeout(consignment.due - world.now)
        if consignment.leg == "loading":
            self._close(consignment)

    def _close(self, consignment: Consignment) -> None:
        consignment.leg = "export"
        del self._open[consignment.node, self._chain.service_numbers[consignment.service]]
        if not consignment.rows:
            del self.consignments[consignment.id]
            return
        text = self._chain.parcels.columns.text
        self._chain.world.emit(
            ConsignmentClosed(
                consignment=consignment.text,
                service=consignment.service,
                parcels=len(consignment.rows),
                orders=tuple(text(row) for row in consignment.rows),
            )
        )
        self._charge(consignment)
        self._leave(consignment)

    def _charge(self, consignment: Consignment) -> None:
        """Carriage and handling of each parcel; its units are with the carrier from now on."""
        chain, columns = self._chain, self._chain.parcels.columns
        service = chain.services[consignment.service]
        places = consignment.places
        told = zip(consignment.rows, columns.lot[places].tolist(), columns.handling[places].tolist(), strict=True)
        for row, number, handling in told:
            lot = columns.lots[number]
            chain.stock.hand_over(consignment.node, lot.sku, lot.units)
            carriage = self._shipping.carriage_of(service, lot)
            chain.world.emit(CarrierCharged(order=columns.text(row), carriage=carriage, handling=handling))
