"""What the parts of logistics share: the run, the rules, the shelves and the parcels."""

from __future__ import annotations

import msgspec

from sandbox.kernel.calendar import DAY, Calendar
from sandbox.kernel.errors import IllegalCommandError
from sandbox.kernel.ids import from_text, to_text
from sandbox.kernel.money import PPM, Money
from sandbox.kernel.rule_rows import CarrierService, Country
from sandbox.kernel.rulebook import RuleBook
from sandbox.kernel.scenario import Product, Scenario, Service, Warehouse
from sandbox.kernel.world import World
from sandbox.logistics.asking import Asking, Reads
from sandbox.logistics.inventory import Inventory
from sandbox.logistics.parcel import Parcel, Parcels
from sandbox.logistics.stock import Stock


class Chain:
    """The shared state of logistics.

    Args:
        world: time, keyed chance and the record.
        scenario: nodes, services and products; ``scenario.rules`` must be a RuleBook.
        reads: see :class:`Reads` and :class:`Asking`.
    """

    def __init__(self, world: World, scenario: Scenario, reads: Reads) -> None:
        self.world = world
        self.scenario = scenario
        self.reads = Asking(reads)
        self.rules: RuleBook = scenario.rules
        self.calendar = Calendar(scenario.market_starts)
        self.inventory = Inventory()
        self.service_rows = scenario.services
        self.service_numbers = {service.id: number for number, service in enumerate(scenario.services)}
        self.parcels = Parcels(scenario.services, lambda: world.now)
        self.products = {product.sku: product for product in scenario.products}
        self.warehouses = {warehouse.node: warehouse for warehouse in scenario.warehouses}
        self.services = {service.id: service for service in scenario.services}
        self.currency = scenario.shop.currency
        self._today = self._day_ends = 0
        self.stock = Stock(self.inventory, self.reads, frozenset(self.products))
        self._carriers: dict[tuple[str, int], CarrierService] = {}
        self._peak_days: dict[str, dict[int, int]] = {}
        self._countries: dict[str, Country] = {}
        self._bundles: dict[tuple[tuple[str, int], ...], Product] = {}
        for product in scenario.products:
            for stock in product.stock:
                if stock.units:
                    self.inventory.buy(stock.node, product.sku, stock.units)

    @property
    def today(self) -> int:
        """The market day, as the dated rules count it."""
        now = self.world.now
        if now >= self._day_ends:
            self._today = self.calendar.day(now)
            self._day_ends = now + self.calendar.until_hour(now, 0, 0)
        return self._today

    def starts(self, day: int) -> int:
        """Second of the run at which the ordinal *day* begins; negative before the run."""
        return (day - self.calendar.day(0)) * DAY - self.calendar.clock(0, 0)

    def peak_ppm(self, country: str) -> int:
        """Demand of the day in *country* over all categories, of a normal day; one million on a day without a peak."""
        if country not in self._peak_days:
            days: dict[int, int] = {}
            for row in self.rules.peaks:
                if row.country == country and row.kind == "demand" and row.category == "any":
                    days.update(dict.fromkeys(range(row.effective_from, row.last + 1), 0))
            self._peak_days[country] = {day: self.rules.demand_ppm(country, "any", day) for day in days}
        return self._peak_days[country].get(self.today, PPM)

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

    def country(self, code: str) -> Country:
        """A market's row."""
        if code not in self._countries:
            self._countries[code] = self.rules.country(code)
        return self._countries[code]

    def goods(self, sku: str) -> Product:
        """What is in a parcel of *sku*: the product, or for a bundle its main product with the weight of all parts."""
        return self.products.get(sku) or self._bundle(self.reads.parts(sku))

    def _bundle(self, parts: tuple[tuple[str, int], ...]) -> Product:
        if parts not in self._bundles:
            held = [(self.products[sku], count) for sku, count in parts]
            self._bundles[parts] = msgspec.structs.replace(
                held[0][0],
                unit_cost=sum(product.unit_cost * count for product, count in held),
                price=sum(product.price * count for product, count in held),
                grams=sum(product.grams * count for product, count in held),
                volume_cm3=sum(product.volume_cm3 * count for product, count in held),
                battery=any(product.battery for product, _ in held),
                defect=max(product.defect for product, _ in held),
            )
        return self._bundles[parts]

    def product(self, sku: str) -> Product:
        """The product, or a refusal.

        Raises:
            IllegalCommandError: ``unknown_sku``.
        """
        if sku not in self.products:
            known = ", ".join(sorted(self.products))
            raise IllegalCommandError("unknown_sku", f"expected one of {known}, got {sku}", sku=sku)
        return self.products[sku]

    def text_of(self, order: int) -> str:
        """An order's id as events carry it."""
        return to_text(order)

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

    def check_cash(self, cost: int) -> None:
        """Refuse what cannot be paid.

        Raises:
            IllegalCommandError: ``not_enough_cash``.
        """
        spendable = self.reads.spendable()
        if cost > spendable:
            message = f"expected a cost of at most {spendable} (cash and credit), got {cost}"
            raise IllegalCommandError("not_enough_cash", message, cost=cost, spendable=spendable)

    def warehouse(self, node: str) -> Warehouse:
        """The node, or a refusal.

        Raises:
            IllegalCommandError: ``unknown_node``.
        """
        if node not in self.warehouses:
            known = ", ".join(sorted(self.warehouses))
            raise IllegalCommandError("unknown_node", f"expected one of {known}, got {node}", node=node)
        return self.warehouses[node]
