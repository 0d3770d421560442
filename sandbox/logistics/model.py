"""Logistics as the engine sees it: one object that owns stock and parcels."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import NamedTuple

from sandbox.kernel.codec import to_bytes
from sandbox.kernel.messages import Command
from sandbox.kernel.money import PPM, Money
from sandbox.kernel.scenario import Scenario
from sandbox.kernel.world import Handler, World
from sandbox.logistics.acceptance import Acceptance
from sandbox.logistics.asking import Reads
from sandbox.logistics.carriers import Carriers
from sandbox.logistics.chain import Chain
from sandbox.logistics.claims import Claims
from sandbox.logistics.columns import Lot
from sandbox.logistics.commands import (
    AnswerCustoms,
    CancelOrder,
    ChooseExportMode,
    ChooseReturn,
    DeclareSummary,
    FileCarrierClaim,
    RegisterTax,
    SetCapacity,
    SetOvertime,
    SetShipping,
    SubmitThreeOrders,
    TransferStock,
)
from sandbox.logistics.consignment import Consignment, Dock
from sandbox.logistics.customs import Customs
from sandbox.logistics.delivery import Delivery
from sandbox.logistics.duty import Charges
from sandbox.logistics.events import CustomsHeld
from sandbox.logistics.export import Exports
from sandbox.logistics.holds import Holds
from sandbox.logistics.journey import Journeys
from sandbox.logistics.offices import Offices
from sandbox.logistics.orders import Orders
from sandbox.logistics.packing import Bench, Packing
from sandbox.logistics.registrations import Registrations
from sandbox.logistics.returns import Returns
from sandbox.logistics.screening import Screening
from sandbox.logistics.shipping import Choice, Shipping, Terms
from sandbox.logistics.storage import Storage
from sandbox.logistics.transfer import Transfers


class Parts(NamedTuple):
    """What else may send parcels through this logistics needs of it."""

    chain: Chain
    bench: Callable[[str], Bench]
    dock: Dock
    screening: Screening
    customs: Customs
    delivery: Delivery


class Logistics:
    """Stock, warehouses, consignments, customs, delivery and returns.

    Args:
        world: time, keyed chance and the record.
        scenario: nodes, services, products and the rule book.
        reads: what it may ask of market and payments.
    """

    def __init__(self, world: World, scenario: Scenario, reads: Reads) -> None:
        chain = self._chain = Chain(world, scenario, reads)
        self.inventory = chain.inventory
        """Every count of every unit, to read; ``unaccounted()`` is zero for every product, always."""
        self.parcels = chain.parcels
        """Every paid order's parcel by id, to read: stage, since, promised_at, service, held_reason."""
        self.carriers = Carriers(chain)
        self.offices = Offices(chain)
        self.registrations = Registrations(chain)
        self._acceptance = Acceptance(chain, self.carriers)
        self._shipping = Shipping(chain, self.carriers, self._acceptance, self.registrations)
        self._returns = Returns(chain)
        self._claims = Claims(chain)
        self._delivery = Delivery(chain, self._returns.consider, self._end)
        self._holds = Holds(chain, self._acceptance, self.registrations, self.offices)
        self._customs = Customs(chain, self._shipping, self._holds, self.offices, self._delivery, self._end)
        self.exports = Exports(
            chain, lambda: self._dock.consignments, lambda held, due: self._journeys.hurry(held, due)
        )
        self._screening = Screening(chain, self._acceptance, self._customs)
        self._journeys = Journeys(
            chain, self.carriers, self.exports, self._screening, self._customs, self._delivery
        )
        self._dock = Dock(chain, self._shipping, self._journeys.start)
        self._packing = Packing(chain, self._shipping, self._dock.add)
        self.storage = Storage(chain, self._packing)
        self._transfers = Transfers(chain, self.exports, self.storage)
        self._orders = Orders(chain, self._shipping, self._acceptance, self._packing, self._dock)

    def handlers(self) -> Mapping[type[Command], Handler]:
        """Commands of logistics and what decides them."""
        return {
            SetShipping: self._shipping.set_shipping,
            TransferStock: self._transfers.move,
            SetOvertime: self._packing.set_overtime,
            SetCapacity: self._packing.set_capacity,
            CancelOrder: self._orders.withdraw,
            AnswerCustoms: self._customs.answer,
            FileCarrierClaim: self._claims.file,
            ChooseExportMode: self.exports.choose,
            SubmitThreeOrders: self.exports.submit,
            DeclareSummary: self.exports.summarise,
            RegisterTax: self.registrations.register,
            ChooseReturn: self._returns.ways.choose,
        }

    def terms(self, country: str, sku: str) -> Terms:
        """What a buyer of *country* is offered now for *sku*, and what it costs."""
        return self._shipping.terms(country, sku)

    def landed(self, country: str, sku: str, price_minor_shop: int) -> Charges:
        """Taxes on one unit sold now at that price, in the currency of the country."""
        return self._shipping.landed(country, sku, price_minor_shop)

    def available(self, sku: str) -> int:
        """Free units over all nodes; of a bundle, as many as single nodes can make."""
        if sku in self._chain.products:
            return self._chain.inventory.free(sku)
        return sum(self._chain.stock.free_at(node, sku) for node in self._chain.warehouses)

    def available_at(self, node: str, sku: str) -> int:
        """Free units at one node."""
        return self._chain.stock.free_at(node, sku)

    def stock_for(self, country: str, sku: str, platform: str) -> int:
        """Free units that can go to a buyer of *country* who orders on *platform*, by any service that takes them."""
        return self._acceptance.within_reach(country, sku, platform)

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
        return self._shipping.cost_of(service, sku)

    def bench(self, node: str) -> Bench:
        """The bench of a node, to read: queue, backlog_hours, overtime, packers."""
        return self._packing.benches[node]

    def shelf(self, node: str) -> dict[str, int]:
        """Free units at a node by sku."""
        return {sku: self._chain.inventory.free_at(node, sku) for sku in self._chain.products}

    def consignments(self) -> Mapping[int, Consignment]:
        """Every consignment by id, to read: service, node, rows, leg, due, mode."""
        return self._dock.consignments

    def transfers(self) -> Transfers:
        """Stock on its way to nodes, to read: ``open``."""
        return self._transfers

    def chances(self, service: str, lot: Lot) -> tuple[float, float]:
        """Chance of a hold and of a defect for a lot that arrives now by a service; opened after the run."""
        row = self._chain.services[service]
        odds = self._holds.odds(row, lot, self._shipping.charges(row, lot))
        return odds.chance, self._chain.goods(lot.sku).defect / PPM

    def return_chance(self, order: int) -> float:
        """Chance that the buyer of a delivered order sends it back; opened after the run."""
        return self._returns.return_probability(self._chain.parcels[order])

    def parts(self) -> Parts:
        """For :class:`sandbox.logistics.flow.Flow`."""
        return Parts(self._chain, self.bench, self._dock, self._screening, self._customs, self._delivery)

    def holds_told(self) -> Mapping[int, CustomsHeld]:
        """What was told of every parcel held now, by order."""
        return self._customs.told

    def accept_order(
        self, order: int, sku: str, units: int, country: str, service: str, promise_days: int, value_minor: int,
        currency: str,
    ) -> None:  # fmt: skip
        """Keep units for a paid order and start it on its way, or say that there are none.

        Args:
            order: its id.
            sku: product, or bundle.
            units: how many.
            country: where to.
            service: the service it was sold with; another one that has the goods takes over when its node is empty.
            promise_days: what the buyer was told.
            value_minor: price of the goods.
            currency: of ``value_minor``.
        """
        self._orders.accept(order, sku, units, service, promise_days, Money(value_minor, currency))

    def ship_purchase(
        self, purchase: str, lot: str, sku: str, units: int, node: str, haul: str, unit_cost: int
    ) -> None:
        """Goods of a purchase order leave their supplier; they arrive by *haul*, see ``StockArrived``.

        Args:
            purchase: id of the purchase order.
            lot: id of the lot.
            sku: product.
            units: how many.
            node: where they will be stored; a truck brings them to a node in China.
            haul: ``air``, ``sea`` or ``rail`` for a node abroad; air where that haul does not go.
            unit_cost: what one of them cost, shop currency.
        """
        self._transfers.receive(purchase, lot, sku, units, node, haul, unit_cost)

    def take_in(self, sku: str, units: int, node: str) -> None:
        """Bought goods that the supplier brought to a node are on the shelf."""
        self._chain.inventory.buy(node, sku, units)

    def quarantine(self, node: str, sku: str, units: int) -> int:
        """Destroy recalled units that lie free at a node; returns how many there were, at most *units*."""
        taken = min(units, self._chain.inventory.free_at(node, sku))
        if taken:
            self._chain.inventory.write_off(node, sku, taken)
        return taken

    def cancel_order(self, order: int) -> bool:
        """Take an order back that has not left its warehouse; False when it has, or never came."""
        return self._orders.cancel(order)

    def start_return(self, order: int) -> bool:
        """Send the buyer a label; False when there is nothing to send back."""
        parcel = self._chain.parcels.get(order)
        return parcel is not None and self._returns.start(parcel)

    def reship(self, order: int) -> bool:
        """Send the order's goods a second time; False while it is on its way, or when nothing is left."""
        return self._orders.reship(order)

    def delay_customs(self, country: str, hours: int) -> None:
        """Shock: nothing is cleared in *country* for *hours*."""
        for ident in self._customs.delay(country, hours):
            self._journeys.say_late(self._dock.consignments[ident], "customs", hours)

    def slow_lane(self, country: str, factor_ppm: int, hours: int) -> None:
        """Shock: line hauls to *country* take *factor_ppm* of their time while it lasts."""
        self._journeys.slow_lane(country, factor_ppm, hours, self._dock.consignments.values())

    def suspend_post(self, country: str, hours: int) -> None:
        """Shock: posts take nothing for *country* for so long."""
        self.carriers.suspend_post(country, hours)

    def close_for_good(self) -> None:
        """Play is over: rent and extra people are paid no longer; what is on its way goes on."""
        self.storage.is_closed = True

    def state_digest(self) -> bytes:
        """Canonical bytes of shelves, parcels, consignments, benches, choices, papers, deciders and shocks."""
        dock, customs, ways = self._dock, self._customs, self._returns.ways
        return to_bytes(
            [
                self._chain.inventory.rows(),
                self._chain.parcels.columns.plain(),
                [dock.consignments[ident].plain() for ident in sorted(dock.consignments)],
                [bench.row() for bench in self._packing.benches.values()],
                [[*key, choice] for key, choice in sorted(self._shipping.choices.items(), key=lambda pair: pair[0])],
                [[ident, self._transfers.open[ident]] for ident in sorted(self._transfers.open)],
                sorted(customs.closed_until.items()),
                sorted(self._journeys.slow.items()),
                [self.exports.plain(), sorted(self.registrations.since.items()), ways.rule],
                [self.carriers.row(), self.offices.row(), self.storage.is_closed],
                [[*key, batches] for key, batches in sorted(self.storage.batches.items())],
            ]
        )

    def _end(self, row: int, goes_back: bool) -> None:
        if goes_back:
            self._returns.send_back(row)
        else:
            parcel = self._chain.parcels.at(row)
            self._chain.stock.lose(parcel.sku, parcel.units)
