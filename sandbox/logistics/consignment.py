"""Consignments: packed parcels that leave together, closed by size or at the cut-off, whichever is first."""

from __future__ import annotations

from collections.abc import Callable, Generator
from typing import Any, Literal

from msgspec import Struct

from sandbox.kernel.ids import child, to_text
from sandbox.logistics.chain import Chain
from sandbox.logistics.events import CarrierCharged, ConsignmentClosed
from sandbox.logistics.parcel import Parcel
from sandbox.logistics.shipping import Shipping


class Consignment(Struct):
    """Parcels of one node and service that travel together."""

    id: int
    service: str
    node: str
    orders: list[int]
    leg: Literal["loading", "export", "line_haul", "arrived"] = "loading"
    due: int = 0
    """When the present leg ends; a shock may move it."""

    @property
    def text(self) -> str:
        """The id as events carry it."""
        return to_text(self.id)


class Dock:
    """Where packed parcels wait for their consignment to leave."""

    def __init__(self, chain: Chain, shipping: Shipping, leave: Callable[[Consignment], None]) -> None:
        self._chain = chain
        self._shipping = shipping
        self._leave = leave
        self.consignments: dict[int, Consignment] = {}
        self._open: dict[tuple[str, str], int] = {}

    def add(self, parcel: Parcel) -> None:
        """Put a packed parcel into the open consignment of its node and service."""
        consignment = self._opened(parcel)
        consignment.orders.append(parcel.order)
        parcel.consignment = consignment.id
        if len(consignment.orders) >= self._chain.warehouses[parcel.node].consignment_size:
            self._close(consignment)

    def remove(self, parcel: Parcel) -> None:
        """Take out a parcel of a consignment that has not left."""
        self.consignments[parcel.consignment].orders.remove(parcel.order)
        parcel.consignment = 0

    def of(self, parcel: Parcel) -> Consignment:
        """The consignment a parcel travels in."""
        return self.consignments[parcel.consignment]

    def _opened(self, parcel: Parcel) -> Consignment:
        key = (parcel.node, parcel.service)
        if key not in self._open:
            # Named after lane, day and place in the day: the same flight in every replay, whoever is on it.
            day = child(0, f"lane:{parcel.node}/{parcel.service}", self._chain.today)
            ident = child(day, "consignment", self._chain.world.next_ordinal(day, "consignment"))
            cut_off = self._chain.world.now + self._to_cut_off(parcel.node)
            self.consignments[ident] = Consignment(ident, parcel.service, parcel.node, [], due=cut_off)
            self._open[key] = ident
            self._chain.world.process(self._cut_off(self.consignments[ident]))
        return self.consignments[self._open[key]]

    def _to_cut_off(self, node: str) -> int:
        place = self._chain.warehouses[node]
        now = self._chain.world.now
        return self._chain.calendar.until_hour(now, place.cut_off_hour, place.utc_offset_minutes)

    def _cut_off(self, consignment: Consignment) -> Generator[Any, Any, None]:
        world = self._chain.world
        yield world.timeout(consignment.due - world.now)
        if consignment.leg == "loading":
            self._close(consignment)

    def _close(self, consignment: Consignment) -> None:
        consignment.leg = "export"
        del self._open[consignment.node, consignment.service]
        if not consignment.orders:
            del self.consignments[consignment.id]
            return
        parcels = [self._chain.parcels[order] for order in consignment.orders]
        self._chain.world.emit(
            ConsignmentClosed(
                consignment=consignment.text,
                service=consignment.service,
                parcels=len(parcels),
                orders=tuple(parcel.text for parcel in parcels),
            )
        )
        for parcel in parcels:
            self._charge(parcel)
        self._leave(consignment)

    def _charge(self, parcel: Parcel) -> None:
        service = self._chain.services[parcel.service]
        product = self._chain.products[parcel.sku]
        self._chain.inventory.hand_over(parcel.node, parcel.sku, parcel.units)
        carriage = self._shipping.carriage(service, product, parcel.units)
        self._chain.world.emit(CarrierCharged(order=parcel.text, carriage=carriage, handling=parcel.handling))
