"""What the parts of logistics share: the run, the rules, the shelves and the parcels."""

from __future__ import annotations

from typing import Protocol

from sandbox.kernel.calendar import Calendar
from sandbox.kernel.errors import IllegalCommandError
from sandbox.kernel.ids import from_text
from sandbox.kernel.money import Money
from sandbox.kernel.rule_rows import CarrierService
from sandbox.kernel.rulebook import RuleBook
from sandbox.kernel.scenario import Product, Scenario, Service, Warehouse
from sandbox.kernel.world import World
from sandbox.logistics.inventory import Inventory
from sandbox.logistics.parcel import Parcel


class Reads(Protocol):
    """What logistics may ask of the rest of the run."""

    def declared_hs(self, sku: str) -> str:
        """Heading under which the shop declares a product (market)."""
        ...

    def talk(self, order: int) -> tuple[int, int, int]:
        """How much an order's buyer was promised too much, reassured and hurried, each in ppm (market)."""
        ...

    def spendable(self) -> int:
        """Cash and what is left of the credit line, shop currency (payments)."""
        ...


class Chain:
    """The shared state of logistics.

    Args:
        world: time, keyed chance and the record.
        scenario: nodes, services and products; ``scenario.rules`` must be a RuleBook.
        reads: see :class:`Reads`.
    """

    def __init__(self, world: World, scenario: Scenario, reads: Reads) -> None:
        self.world = world
        self.scenario = scenario
        self.reads = reads
        self.rules: RuleBook = scenario.rules
        self.calendar = Calendar(scenario.market_starts)
        self.inventory = Inventory()
        self.parcels: dict[int, Parcel] = {}
        self.products = {product.sku: product for product in scenario.products}
        self.warehouses = {warehouse.node: warehouse for warehouse in scenario.warehouses}
        self.services = {service.id: service for service in scenario.services}
        self.currency = scenario.shop.currency
        self._carriers: dict[tuple[str, int], CarrierService] = {}
        for product in scenario.products:
            for stock in product.stock:
                if stock.units:
                    self.inventory.buy(stock.node, product.sku, stock.units)

    @property
    def today(self) -> int:
        """The market day, as the dated rules count it."""
        return self.calendar.day(self.world.now)

    def in_shop_currency(self, money: Money) -> int:
        """*money* in minor units of the shop's currency, at the rate of the day."""
        return self.rules.convert(money, self.currency, self.today)

    def carrier(self, service: Service) -> CarrierService:
        """The carrier's row of the day behind a service of the scenario."""
        key = (service.id, self.today)
        if key not in self._carriers:
            origin = self.warehouses[service.node].country
            self._carriers[key] = self.rules.service(service.carrier_row, origin, service.country, self.today)
        return self._carriers[key]

    def product(self, sku: str) -> Product:
        """The product, or a refusal.

        Raises:
            IllegalCommandError: ``unknown_sku``.
        """
        if sku not in self.products:
            known = ", ".join(sorted(self.products))
            raise IllegalCommandError("unknown_sku", f"expected one of {known}, got {sku}", sku=sku)
        return self.products[sku]

    def parcel(self, text: str) -> Parcel:
        """The parcel of an order, or a refusal.

        Raises:
            IllegalCommandError: ``unknown_order``.
        """
        try:
            return self.parcels[from_text(text)]
        except (KeyError, ValueError):
            message = f"expected an order of this shop, got {text}"
            raise IllegalCommandError("unknown_order", message, order=text) from None

    def warehouse(self, node: str) -> Warehouse:
        """The node, or a refusal.

        Raises:
            IllegalCommandError: ``unknown_node``.
        """
        if node not in self.warehouses:
            known = ", ".join(sorted(self.warehouses))
            raise IllegalCommandError("unknown_node", f"expected one of {known}, got {node}", node=node)
        return self.warehouses[node]
