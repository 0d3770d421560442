"""Stock by what is sold: a bundle is moved as the products it is made of."""

from __future__ import annotations

from sandbox.logistics.asking import Asking
from sandbox.logistics.inventory import Inventory


class Stock:
    """The moves of an inventory, for products and bundles alike.

    Args:
        inventory: counts every unit of every product.
        reads: knows the parts of bundles.
    """

    def __init__(self, inventory: Inventory, reads: Asking, products: frozenset[str]) -> None:
        self._inventory = inventory
        self._reads = reads
        self._products = products

    def parts(self, sku: str, units: int) -> tuple[tuple[str, int], ...]:
        """Products and their units in *units* of *sku*."""
        if sku in self._products:
            return ((sku, units),)
        return tuple((part, count * units) for part, count in self._reads.parts(sku))

    def free_at(self, node: str, sku: str) -> int:
        """Free units of *sku* at *node*; of a bundle, as many as its scarcest part allows."""
        if sku in self._products:
            return self._inventory.free_at(node, sku)
        return min(self._inventory.free_at(node, part) // count for part, count in self._reads.parts(sku))

    def reserve(self, node: str, sku: str, units: int) -> None:
        """Keep free units for an order."""
        for part, count in self.parts(sku, units):
            self._inventory.reserve(node, part, count)

    def release(self, node: str, sku: str, units: int) -> None:
        """Free what was kept."""
        for part, count in self.parts(sku, units):
            self._inventory.release(node, part, count)

    def hand_over(self, node: str, sku: str, units: int) -> None:
        """Reserved units leave with a carrier."""
        for part, count in self.parts(sku, units):
            self._inventory.hand_over(node, part, count)

    def deliver(self, sku: str, units: int) -> None:
        """The buyer has them."""
        for part, count in self.parts(sku, units):
            self._inventory.deliver(part, count)

    def lose(self, sku: str, units: int) -> None:
        """Lost, seized or abandoned on the way."""
        for part, count in self.parts(sku, units):
            self._inventory.lose(part, count)

    def turn_back(self, sku: str, units: int, *, from_buyer: bool) -> None:
        """On the way back."""
        for part, count in self.parts(sku, units):
            self._inventory.turn_back(part, count, from_buyer=from_buyer)

    def arrive(self, node: str, sku: str, units: int, *, resaleable: bool = True) -> None:
        """Units in transit come in."""
        for part, count in self.parts(sku, units):
            self._inventory.arrive(node, part, count, resaleable=resaleable)
