"""Stock between nodes, by air freight."""

from __future__ import annotations

from collections.abc import Generator
from typing import Any

from msgspec import Struct

from sandbox.kernel.errors import IllegalCommandError
from sandbox.kernel.ids import child
from sandbox.kernel.messages import Actor
from sandbox.kernel.money import PPM, Money, half_up
from sandbox.kernel.rule_lookup import UnknownRuleError
from sandbox.kernel.rule_rows import CarrierService
from sandbox.logistics.chain import Chain
from sandbox.logistics.commands import TransferStock
from sandbox.logistics.duty import Goods, Way, assess
from sandbox.logistics.events import StockArrived, StockMoved
from sandbox.logistics.shipping import chargeable_grams
from sandbox.logistics.transit import handling, last_mile, line_haul

AIR = "air_stock"
"""The carrier's row for stock by air."""


class Transfer(Struct):
    """Units on their way between two nodes."""

    sku: str
    destination: str
    units: int
    due: int


class Transfers:
    """All stock between nodes."""

    def __init__(self, chain: Chain) -> None:
        self._chain = chain
        self.open: dict[int, Transfer] = {}
        self._time = chain.world.stream("out.logistics.transfer")

    def move(self, command: TransferStock, actor: Actor) -> None:
        """Send free units to another country's node; freight and import duty are paid at once.

        Raises:
            IllegalCommandError: ``unknown_sku``, ``unknown_node``, ``no_lane``, ``not_enough_stock`` or
                ``not_enough_cash``.
        """
        chain = self._chain
        product = chain.product(command.sku)
        row = self._lane(command)
        free = chain.inventory.free_at(command.origin, command.sku)
        if command.units > free:
            message = f"expected at most {free} free units of {command.sku} at {command.origin}, got {command.units}"
            raise IllegalCommandError("not_enough_stock", message, free=free, units=command.units)
        cost = self.cost(command, row)
        spendable = chain.reads.spendable()
        if cost > spendable:
            message = f"expected a cost of at most {spendable} (cash and credit), got {cost}"
            raise IllegalCommandError("not_enough_cash", message, cost=cost, spendable=spendable)
        chain.inventory.send(command.origin, product.sku, command.units)
        chain.world.emit(
            StockMoved(
                sku=product.sku, origin=command.origin, destination=command.destination, units=command.units, cost=cost
            )
        )
        self._start(command, row)

    def cost(self, command: TransferStock, row: CarrierService) -> int:
        """Freight and import duty in the shop's currency; import VAT comes back and is left out."""
        chain = self._chain
        product = chain.products[command.sku]
        grams = chargeable_grams(row, product, command.units)
        by_weight = row.base_minor + half_up(row.per_kg_minor * grams, 1000)
        freight = Money(max(row.min_charge_minor, by_weight), row.currency)
        value = Money(product.unit_cost * command.units, chain.currency)
        goods = Goods(chain.reads.declared_hs(product.sku), product.category, value)
        country = chain.warehouses[command.destination].country
        charges = assess(chain.rules, chain.today, goods, Way(country, "courier", "DDP", freight))
        duty = Money(charges.duty + charges.fees, charges.currency)
        return chain.in_shop_currency(freight) + chain.in_shop_currency(duty)

    def _lane(self, command: TransferStock) -> CarrierService:
        chain = self._chain
        origin, destination = chain.warehouse(command.origin), chain.warehouse(command.destination)
        try:
            return chain.rules.service(AIR, origin.country, destination.country, chain.today)
        except UnknownRuleError:
            lane = f"{command.origin} to {command.destination}"
            message = f"expected two nodes with air freight between them, got {lane}"
            raise IllegalCommandError("no_lane", message, lane=lane) from None

    def _start(self, command: TransferStock, row: CarrierService) -> None:
        now = self._chain.world.now
        parent = child(0, f"stock:{command.origin}/{command.destination}/{command.sku}", 0)
        ident = child(parent, "transfer", self._chain.world.next_ordinal(parent, "transfer"))
        waits = [self._time.exponential(ident, count) for count in range(4)]
        seconds = handling(waits[0], waits[1], row.handling_factor_ppm) + last_mile(waits[2], waits[3], row)
        seconds += line_haul(self._time.normal(ident, 4), row, PPM)
        self.open[ident] = Transfer(command.sku, command.destination, command.units, now + seconds)
        self._chain.world.process(self._arrive(ident))

    def _arrive(self, ident: int) -> Generator[Any, Any, None]:
        transfer = self.open[ident]
        yield self._chain.world.timeout(transfer.due - self._chain.world.now)
        del self.open[ident]
        self._chain.inventory.arrive(transfer.destination, transfer.sku, transfer.units)
        self._chain.world.emit(StockArrived(sku=transfer.sku, node=transfer.destination, units=transfer.units))
