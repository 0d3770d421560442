"""Stock between nodes and from suppliers: by air, sea or rail across borders, by truck inside a country."""

from __future__ import annotations

from collections.abc import Generator
from typing import Any

from msgspec import Struct

from sandbox.kernel.calendar import DAY, HOUR
from sandbox.kernel.errors import IllegalCommandError
from sandbox.kernel.ids import child
from sandbox.kernel.messages import Actor
from sandbox.kernel.money import PPM, Money, half_up
from sandbox.kernel.rule_lookup import UnknownRuleError
from sandbox.kernel.rule_rows import CarrierService
from sandbox.kernel.scenario_market import StockUnderWay
from sandbox.logistics.chain import Chain
from sandbox.logistics.commands import TransferStock
from sandbox.logistics.duty import Goods, Way, assess
from sandbox.logistics.events import StockArrived, StockMoved
from sandbox.logistics.export import HOME, STOCK, ZONE, Exports
from sandbox.logistics.rates import chargeable_grams
from sandbox.logistics.storage import Storage
from sandbox.logistics.transit import handling, last_mile, line_haul

TRUCK_PER_KG, TRUCK_LEAST = Money(15, "USD"), Money(3000, "USD")
"""Trucking inside a country: for a kilogram, and at least. Chosen."""
TRUCK_DAYS = 1.0
USES = {"bonded": ("bonded",), "abroad": ("stock", "bulk")}
"""What an export mode must be meant for, by where the goods go."""


class Transfer(Struct):
    """Units on their way to a node."""

    sku: str
    destination: str
    units: int
    due: int
    haul: str = "air"
    origin: str = ""
    """Node it left; empty for a supplier's."""
    purchase: str = ""
    lot: str = ""
    mode: str = ""
    unit_cost: int = 0
    """What one of them cost, shop currency."""
    planned_at: int = 0
    """When it would arrive in the usual time of its haul."""
    is_fit: bool = True
    """Whether the mode fits: only then tax comes back."""


class Transfers:
    """All stock on its way to nodes."""

    def __init__(self, chain: Chain, exports: Exports, storage: Storage) -> None:
        self._chain = chain
        self._exports = exports
        self._storage = storage
        self.open: dict[int, Transfer] = {}
        self._time = chain.world.stream("out.logistics.transfer")
        market = chain.scenario.market
        for count, under_way in enumerate(market.under_way if market else ()):
            self._take_over(under_way, count)

    def move(self, command: TransferStock, actor: Actor) -> None:
        """Send free units to another node; freight and import duty are paid at once.

        Raises:
            IllegalCommandError: ``unknown_sku``, ``unknown_node``, ``no_lane``, ``not_enough_stock``, ``node_full``,
                ``mode_not_open`` or ``not_enough_cash``.
        """
        chain = self._chain
        product = chain.product(command.sku)
        row = self._lane(command.origin, command.destination, command.haul)
        free = chain.inventory.free_at(command.origin, command.sku)
        if command.units > free:
            message = f"expected at most {free} free units of {command.sku} at {command.origin}, got {command.units}"
            raise IllegalCommandError("not_enough_stock", message, free=free, units=command.units)
        self._storage.check_room(command.destination, product, command.units, self.open)
        mode = self._mode(command.origin, command.destination, command.mode)
        cost = self._cost(command.sku, command.units, command.destination, row, product.unit_cost)
        chain.check_cash(cost)
        chain.inventory.send(command.origin, product.sku, command.units)
        transfer = Transfer(command.sku, command.destination, command.units, 0, command.haul, command.origin)
        transfer.mode, transfer.unit_cost = mode, product.unit_cost
        self._leave(transfer, row, cost)

    def receive(self, purchase: str, lot: str, sku: str, units: int, node: str, haul: str, unit_cost: int) -> None:
        """Goods of a purchase order leave their supplier in China for a node; see ``Logistics.ship_purchase``."""
        chain = self._chain
        row = self._row(HOME, chain.warehouses[node].country, haul)
        if row is None and chain.warehouses[node].country != HOME:
            haul = "air"
            row = self._row(HOME, chain.warehouses[node].country, haul)
        chain.inventory.buy_under_way(sku, units)
        mode = self._mode("", node, None)
        cost = self._cost(sku, units, node, row, unit_cost)
        self._leave(Transfer(sku, node, units, 0, haul, "", purchase, lot, mode, unit_cost), row, cost)

    def _mode(self, origin: str, destination: str, asked: str | None) -> str:
        """Under which code stock leaves China; empty where it does not."""
        places = self._chain.warehouses
        starts = places[origin].country if origin else HOME
        place = places[destination]
        is_zone = place.kind == "bonded"
        if starts != HOME or (place.country == HOME and not is_zone):
            return ""
        mode = asked or self._exports.modes.get((origin, place.country), ZONE if is_zone else STOCK)
        self._exports.check_open(self._exports.row(mode))
        return mode

    def _cost(self, sku: str, units: int, destination: str, row: CarrierService | None, unit_cost: int) -> int:
        """Freight and import duty in the shop's currency; import VAT comes back and is left out."""
        chain = self._chain
        product = chain.products[sku]
        country = chain.warehouses[destination].country
        if row is None:
            kilograms = half_up(product.grams * units, 1000)
            freight = Money(max(TRUCK_LEAST.minor, TRUCK_PER_KG.minor * kilograms), TRUCK_LEAST.currency)
            return chain.in_shop_currency(freight)
        by_weight = row.base_minor + half_up(row.per_kg_minor * chargeable_grams(row, product, units), 1000)
        freight = Money(max(row.min_charge_minor, by_weight), row.currency)
        value = Money(unit_cost * units, chain.currency)
        goods = Goods(chain.reads.declared_hs(product.sku), product.category, value)
        charges = assess(chain.rules, chain.today, goods, Way(country, "courier", "DDP", freight, product.origin))
        duty = Money(charges.duty + charges.fees, charges.currency)
        return chain.in_shop_currency(freight) + chain.in_shop_currency(duty)

    def _lane(self, origin: str, destination: str, haul: str) -> CarrierService | None:
        """The row of a lane, None for a truck.

        Raises:
            IllegalCommandError: ``unknown_node`` or ``no_lane``.
        """
        chain = self._chain
        start, end = chain.warehouse(origin), chain.warehouse(destination)
        if start.country == end.country and origin != destination and chain.scenario.market is not None:
            return None
        row = self._row(start.country, end.country, haul)
        if row is None or origin == destination:
            known = [way for way in ("air", "sea", "rail") if self._row(start.country, end.country, way)]
            message = f"expected two nodes with {haul} freight between them, got {origin} to {destination}"
            raise IllegalCommandError("no_lane", message, lane=f"{origin} to {destination}", hauls=", ".join(known))
        return row

    def _row(self, start: str, end: str, haul: str) -> CarrierService | None:
        try:
            return self._chain.rules.service(f"{haul}_stock", start, end, self._chain.today)
        except UnknownRuleError:
            return None

    def _leave(self, transfer: Transfer, row: CarrierService | None, cost: int) -> None:
        chain = self._chain
        parent = child(0, f"stock:{transfer.origin}/{transfer.destination}/{transfer.sku}", 0)
        ident = child(parent, "transfer", chain.world.next_ordinal(parent, "transfer"))
        chain.world.emit(
            StockMoved(
                sku=transfer.sku, origin=transfer.origin, destination=transfer.destination, units=transfer.units,
                cost=cost, haul=transfer.haul if row else "truck", mode=transfer.mode,
            )
        )
        seconds = self._seconds(ident, row)
        if transfer.mode:
            mode = self._exports.row(transfer.mode)
            is_zone = chain.warehouses[transfer.destination].kind == "bonded"
            transfer.is_fit = mode.use in USES["bonded" if is_zone else "abroad"]
            if not transfer.is_fit:
                seconds += self._exports.hold(transfer.sku, "wrong_mode", mode, mode.wrong_mode_hold_hours)
            else:
                self._exports.stock_left(transfer.mode, self._goods_cost(transfer), "departure")
        transfer.due = chain.world.now + seconds
        usual = handling(1.0, 1.0, PPM) + line_haul(0.0, row, PPM) + last_mile(1.0, 1.0, row) if row else DAY
        transfer.planned_at = chain.world.now + usual
        self._under_way(ident, transfer)

    def _seconds(self, ident: int, row: CarrierService | None) -> int:
        waits = [self._time.exponential(ident, count) for count in range(4)]
        if row is None:
            return max(HOUR, int(waits[0] * TRUCK_DAYS * DAY))
        seconds = handling(waits[0], waits[1], row.handling_factor_ppm) + last_mile(waits[2], waits[3], row)
        return seconds + line_haul(self._time.normal(ident, 4), row, PPM)

    def _take_over(self, stock: StockUnderWay, count: int) -> None:
        """Stock that was on its way before anybody sat down."""
        chain = self._chain
        chain.inventory.buy_under_way(stock.sku, stock.units)
        ident = child(child(0, f"stock:{stock.origin}/{stock.node}/{stock.sku}", 0), "under_way", count)
        due = max(1, stock.arrives_day * DAY + self._time.below(DAY, ident, 0))
        coming = Transfer(stock.sku, stock.node, stock.units, due, stock.haul, stock.origin)
        coming.planned_at = stock.arrives_day * DAY
        self._under_way(ident, coming)

    def _under_way(self, ident: int, transfer: Transfer) -> None:
        self.open[ident] = transfer
        self._chain.world.process(self._arrive(ident))

    def _goods_cost(self, transfer: Transfer) -> int:
        return transfer.unit_cost * transfer.units

    def _arrive(self, ident: int) -> Generator[Any, Any, None]:
        transfer = self.open[ident]
        yield self._chain.world.timeout(transfer.due - self._chain.world.now)
        del self.open[ident]
        chain = self._chain
        chain.inventory.arrive(transfer.destination, transfer.sku, transfer.units)
        if transfer.mode and transfer.is_fit:
            self._exports.stock_left(transfer.mode, self._goods_cost(transfer), "entry")
        chain.world.emit(
            StockArrived(
                sku=transfer.sku, node=transfer.destination, units=transfer.units, purchase=transfer.purchase,
                lot=transfer.lot,
            )
        )
