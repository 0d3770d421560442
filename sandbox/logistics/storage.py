"""Room and rent of warehouses: a day's storage, what is added for the last quarter and for old stock, extra people."""

from __future__ import annotations

from collections.abc import Generator, Mapping
from typing import Any, Protocol

from sandbox.kernel.calendar import DAY
from sandbox.kernel.errors import IllegalCommandError
from sandbox.kernel.money import PPM, Money, half_up, share
from sandbox.kernel.rule_rows import iso
from sandbox.kernel.scenario import Product
from sandbox.logistics.chain import Chain
from sandbox.logistics.packing import Packing
from sandbox.logistics.trade_events import WarehousesCharged

M3 = 1_000_000
"""Cubic centimetres."""
LAST_QUARTER_PPM = 2_080_000
"""A platform's warehouse asks so much more from October to December: 2.40 after 0.78 for a cubic foot and month
(published seller fees of a large marketplace, 2024)."""
OLD_DAYS, OLD_PPM = 180, 500_000
"""Stock older than this pays half as much again. Chosen after the aged-inventory surcharges of marketplaces."""
OVER_PPM = 2 * PPM
"""Stock above the agreed room pays three times the rate. Chosen."""
WAGES = {"CN": Money(400, "USD")}
WAGE_ABROAD = Money(1900, "USD")
"""An hour of a packer in China, and elsewhere. Typical values."""


class UnderWay(Protocol):
    """Units on their way, as far as they need room."""

    sku: str
    destination: str
    units: int


class Storage:
    """What every node holds and costs."""

    def __init__(self, chain: Chain, packing: Packing) -> None:
        self._chain = chain
        self._packing = packing
        self.batches: dict[tuple[str, str], list[list[int]]] = {}
        """(node, sku) to [day, units] of what lies there, oldest first, as of the last charge."""
        self.is_closed = False
        """True once play is over and nobody pays rent any more."""
        if chain.scenario.market is not None:
            chain.world.process(self._every_day())

    def litres(self, node: str) -> int:
        """What lies at a node, cubic decimetres."""
        total = 0
        for sku, product in self._chain.products.items():
            total += self._units(node, sku) * product.volume_cm3
        return half_up(total, 1000)

    def check_room(self, node: str, product: Product, units: int, coming: Mapping[int, UnderWay]) -> None:
        """Refuse stock for which a node has agreed no room.

        Args:
            node: where it goes.
            product: what goes there.
            units: how many.
            coming: everything on its way to nodes.

        Raises:
            IllegalCommandError: ``node_full``, with the room left.
        """
        place = self._chain.warehouses[node]
        if not place.capacity_m3:
            return
        products = self._chain.products
        booked = sum(move.units * products[move.sku].volume_cm3 for move in coming.values() if move.destination == node)
        left = place.capacity_m3 * M3 - 1000 * self.litres(node) - booked
        fits = max(0, left // product.volume_cm3)
        if units > fits:
            message = f"expected at most {fits} units of {product.sku} in the room left at {node}, got {units}"
            raise IllegalCommandError("node_full", message, fits=fits, node=node)

    def _every_day(self) -> Generator[Any, Any, None]:
        while not self.is_closed:
            yield self._chain.world.timeout(DAY)
            if not self.is_closed:
                self._charge()

    def _charge(self) -> None:
        storage = surcharge = wages = litres = 0
        for node in self._chain.warehouses:
            rent, more = self._rent(node)
            storage, surcharge = storage + rent, surcharge + more
            wages += self._wages(node)
            litres += self.litres(node)
        cost = storage + surcharge + wages
        if cost:
            self._chain.world.emit(
                WarehousesCharged(storage=storage, surcharge=surcharge, wages=wages, cost=cost, litres=litres)
            )

    def _rent(self, node: str) -> tuple[int, int]:
        """Rent of one day at one node, and what is added to it."""
        place = self._chain.warehouses[node]
        if not place.storage_per_m3_day:
            return 0, 0
        today = self._chain.today
        volume = old = 0
        for sku, product in self._chain.products.items():
            self._age(node, sku, today)
            for day, units in self.batches[node, sku]:
                volume += units * product.volume_cm3
                old += units * product.volume_cm3 if today - day > OLD_DAYS else 0
        rent = half_up(volume * place.storage_per_m3_day, M3)
        more = share(half_up(old * place.storage_per_m3_day, M3), OLD_PPM)
        over = max(0, volume - place.capacity_m3 * M3) if place.capacity_m3 else 0
        more += share(half_up(over * place.storage_per_m3_day, M3), OVER_PPM)
        if place.kind == "platform" and int(iso(today)[5:7]) >= 10:
            more += share(rent, LAST_QUARTER_PPM)
        return rent, more

    def _wages(self, node: str) -> int:
        """People above the first crew, for the hours the node is open."""
        place, bench = self._chain.warehouses[node], self._packing.benches[node]
        hours = place.closes_hour - place.opens_hour
        wage = WAGES.get(place.country, WAGE_ABROAD)
        more = max(0, bench.packers - bench.crew)
        return self._chain.in_shop_currency(Money(wage.minor * hours * more, wage.currency)) if more else 0

    def _age(self, node: str, sku: str, today: int) -> None:
        """Bring the batches up to what lies there now: the oldest go first."""
        batches = self.batches.setdefault((node, sku), [])
        left = self._units(node, sku) - sum(units for _, units in batches)
        if left > 0:
            batches.append([today, left])
        while left < 0 and batches:
            taken = min(-left, batches[0][1])
            batches[0][1] -= taken
            left += taken
            if not batches[0][1]:
                batches.pop(0)

    def _units(self, node: str, sku: str) -> int:
        shelf = self._chain.inventory.shelves.get((node, sku))
        return shelf.free + shelf.reserved if shelf else 0
