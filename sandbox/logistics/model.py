"""Logistics as the engine sees it: one object that owns stock and parcels."""

from __future__ import annotations

from collections.abc import Generator, Iterable, Mapping
from typing import Any

from sandbox.kernel.codec import to_bytes
from sandbox.kernel.errors import IllegalCommandError
from sandbox.kernel.messages import Actor, Command
from sandbox.kernel.money import Money
from sandbox.kernel.scenario import Scenario
from sandbox.kernel.world import Handler, World
from sandbox.logistics.chain import Chain, Reads
from sandbox.logistics.commands import (
    AnswerCustoms,
    CancelOrder,
    FileCarrierClaim,
    SetOvertime,
    SetShipping,
    TransferStock,
)
from sandbox.logistics.consignment import Dock
from sandbox.logistics.customs import Customs
from sandbox.logistics.delivery import Delivery
from sandbox.logistics.duty import Charges
from sandbox.logistics.events import OrderWithdrawn, StockFreed, StockReserved, StockShort
from sandbox.logistics.journey import Journeys
from sandbox.logistics.packing import Bench, Packing
from sandbox.logistics.parcel import IN_WAREHOUSE, Parcel
from sandbox.logistics.returns import Returns
from sandbox.logistics.shipping import Choice, Shipping, Terms
from sandbox.logistics.transfer import Transfers


class Logistics:
    """Stock, warehouses, consignments, customs, delivery and returns.

    Args:
        world: time, keyed chance and the record.
        scenario: nodes, services, products and the rule book.
        reads: what it may ask of market and payments.
    """

    def __init__(self, world: World, scenario: Scenario, reads: Reads) -> None:
        self._chain = Chain(world, scenario, reads)
        self.inventory = self._chain.inventory
        """Every count of every unit, to read; ``unaccounted()`` is zero for every product, always."""
        self.parcels = self._chain.parcels
        """Every paid order's row by id, to read: stage, since, promised_at, service, held_reason."""
        self._shipping = Shipping(self._chain)
        self._returns = Returns(self._chain)
        self._delivery = Delivery(self._chain, self._clear, self._returns.consider, self._end)
        self._customs = Customs(self._chain, self._shipping, self._clear, self._end, self._walk)
        self._journeys = Journeys(self._chain, self._customs.enter, self._delivery.step)
        self._dock = Dock(self._chain, self._shipping, self._journeys.start)
        self._packing = Packing(self._chain, self._shipping, self._dock.add)
        self._transfers = Transfers(self._chain)

    def handlers(self) -> Mapping[type[Command], Handler]:
        """Commands of logistics and what decides them."""
        return {
            SetShipping: self._shipping.set_shipping,
            TransferStock: self._transfers.move,
            SetOvertime: self._packing.set_overtime,
            CancelOrder: self._cancel,
            AnswerCustoms: self._customs.answer,
            FileCarrierClaim: self._returns.claim,
        }

    def terms(self, country: str, sku: str) -> Terms:
        """What a buyer of *country* is offered now for *sku*, and what it costs."""
        return self._shipping.terms(country, sku)

    def landed(self, country: str, sku: str, price_minor_shop: int) -> Charges:
        """Taxes on one unit sold now at that price, in the currency of the country."""
        return self._shipping.landed(country, sku, price_minor_shop)

    def available(self, sku: str) -> int:
        """Free units over all nodes."""
        return self._chain.inventory.free(sku)

    def available_at(self, node: str, sku: str) -> int:
        """Free units at one node."""
        return self._chain.inventory.free_at(node, sku)

    def unaccounted(self) -> dict[str, int]:
        """Units bought but found nowhere, by product: always zero."""
        return self._chain.inventory.unaccounted()

    def backlog(self, node: str) -> int:
        """Orders that wait to be packed at one node."""
        return len(self._packing.benches[node].queue)

    def overtime(self, node: str) -> bool:
        """Whether the node works longer."""
        return self._packing.benches[node].overtime

    def promise(self, country: str) -> tuple[str, int]:
        """The service chosen for a country, and the days promised."""
        choice = self._shipping.choice(country, "")
        return choice.service, choice.promise_days

    def choice(self, country: str, sku: str = "") -> Choice:
        """The service and promise chosen for a product, or for a whole country."""
        return self._shipping.choice(country, sku)

    def cost_of(self, service: str, sku: str) -> int:
        """Carriage and packing of one unit by a service of the scenario, shop currency."""
        chain = self._chain
        return self._shipping.carriage(chain.services[service], chain.products[sku], 1) + self._shipping.handling()

    def bench(self, node: str) -> Bench:
        """The bench of a node, to read: queue, backlog_hours, overtime."""
        return self._packing.benches[node]

    def shelf(self, node: str) -> dict[str, int]:
        """Free units at a node by sku."""
        return {sku: self._chain.inventory.free_at(node, sku) for sku in self._chain.products}

    def accept_order(
        self,
        order: int,
        sku: str,
        units: int,
        country: str,
        service: str,
        promise_days: int,
        value_minor: int,
        currency: str,
    ) -> None:
        """Keep units for a paid order and start it on its way, or say that there are none.

        Args:
            order: its id.
            sku: product.
            units: how many.
            country: where to.
            service: the service it was sold with; another one that has the goods takes over when its node is empty.
            promise_days: what the buyer was told.
            value_minor: price of the goods.
            currency: of ``value_minor``.
        """
        chain = self._chain
        freight = Money(chain.services[service].fee_charged, chain.currency)
        parcel = Parcel(
            order=order,
            sku=sku,
            units=units,
            country=country,
            service=service,
            node="",
            promise_days=promise_days,
            value_minor=value_minor,
            currency=currency,
            freight_minor=chain.rules.convert(freight, currency, chain.today),
            placed_at=chain.world.now,
            since=chain.world.now,
        )
        if self._reserve(parcel):
            self._chain.parcels[order] = parcel
            self._packing.add(parcel)
        else:
            self._chain.world.emit(StockShort(order=parcel.text, sku=sku, units=units))

    def cancel_order(self, order: int) -> bool:
        """Take an order back that has not left its warehouse; False when it has, or never came."""
        parcel = self._chain.parcels.get(order)
        if parcel is None or parcel.stage not in IN_WAREHOUSE:
            return False
        if parcel.stage == "reserved":
            self._packing.remove(parcel)
        else:
            self._dock.remove(parcel)
        parcel.move("cancelled", self._chain.world.now)
        self._chain.inventory.release(parcel.node, parcel.sku, parcel.units)
        freed = StockFreed(order=parcel.text, node=parcel.node, sku=parcel.sku, units=parcel.units)
        self._chain.world.emit(freed)
        return True

    def start_return(self, order: int) -> bool:
        """Send the buyer a label; False when there is nothing to send back."""
        parcel = self._chain.parcels.get(order)
        return parcel is not None and self._returns.start(parcel)

    def reship(self, order: int) -> bool:
        """Send the order's goods a second time; False while it is on its way, or when nothing is left."""
        parcel = self._chain.parcels.get(order)
        if parcel is None or parcel.stage not in ("delivered", "lost", "seized", "back"):
            return False
        if not self._reserve(parcel):
            return False
        now = self._chain.world.now
        parcel.move("reserved", now)
        parcel.attempt += 1
        parcel.placed_at = now
        parcel.has_failed = parcel.damaged = parcel.defect = False
        parcel.held_reason = parcel.held_rule = ""
        self._packing.add(parcel)
        return True

    def delay_customs(self, country: str, hours: int) -> None:
        """Shock: nothing is cleared in *country* for *hours*."""
        for ident in self._customs.delay(country, hours):
            self._journeys.say_late(self._dock.consignments[ident], "customs", hours)

    def slow_lane(self, country: str, factor_ppm: int, hours: int) -> None:
        """Shock: line hauls to *country* take *factor_ppm* of their time while it lasts."""
        self._journeys.slow_lane(country, factor_ppm, hours, self._dock.consignments.values())

    def state_digest(self) -> bytes:
        """Canonical bytes of shelves, parcels, consignments, benches, choices and shocks."""
        return to_bytes(
            [
                self._chain.inventory.rows(),
                [self._chain.parcels[order] for order in sorted(self._chain.parcels)],
                [self._dock.consignments[ident] for ident in sorted(self._dock.consignments)],
                [bench.row() for bench in self._packing.benches.values()],
                [[*key, choice] for key, choice in sorted(self._shipping.choices.items(), key=lambda pair: pair[0])],
                [[ident, self._transfers.open[ident]] for ident in sorted(self._transfers.open)],
                sorted(self._customs.closed_until.items()),
                sorted(self._journeys.slow.items()),
            ]
        )

    def _cancel(self, command: CancelOrder, actor: Actor) -> None:
        """Cancel an order that has not left.

        Raises:
            IllegalCommandError: ``unknown_order`` or ``already_left``.
        """
        parcel = self._chain.parcel(command.order)
        if parcel.stage not in IN_WAREHOUSE:
            message = f"expected an order still in the warehouse, got one at stage {parcel.stage}"
            raise IllegalCommandError("already_left", message, stage=parcel.stage)
        self.cancel_order(parcel.order)
        self._chain.world.emit(OrderWithdrawn(order=command.order, reason=command.reason))

    def _reserve(self, parcel: Parcel) -> bool:
        chain = self._chain
        service = self._shipping.able(parcel.country, parcel.service, parcel.sku, parcel.units)
        if service is None:
            return False
        parcel.service, parcel.node = service.id, service.node
        chain.inventory.reserve(parcel.node, parcel.sku, parcel.units)
        chain.world.emit(StockReserved(order=parcel.text, node=parcel.node, sku=parcel.sku, units=parcel.units))
        return True

    def _clear(self, parcel: Parcel) -> None:
        self._journeys.to_last_mile(parcel)

    def _end(self, parcel: Parcel, goes_back: bool) -> None:
        if goes_back:
            self._returns.send_back(parcel)
        else:
            self._chain.inventory.lose(parcel.sku, parcel.units)

    def _walk(self, orders: Iterable[int]) -> Generator[Any, Any, None]:
        return self._journeys.walk(orders)
