"""Everything the shop sells: the products of the scenario, and sets made of them."""

from __future__ import annotations

import msgspec

from sandbox.kernel.errors import IllegalCommandError
from sandbox.kernel.ids import child, to_text
from sandbox.kernel.scenario import Product, Scenario


class Goods:
    """Products and sets by sku.

    Args:
        scenario: gives the products.
    """

    def __init__(self, scenario: Scenario) -> None:
        self._products = {product.sku: product for product in scenario.products}
        self._sets: dict[str, tuple[str, ...]] = {}

    def product(self, sku: str) -> Product:
        """A product, or a set as if it were one. Raises KeyError."""
        return self._products[sku]

    def find(self, sku: str) -> Product:
        """A product or set a person named.

        Raises:
            IllegalCommandError: ``unknown_sku``.
        """
        if sku not in self._products:
            known = ", ".join(self._products)
            raise IllegalCommandError("unknown_sku", f"expected one of {known}, got {sku}", sku=sku)
        return self._products[sku]

    def parts(self, sku: str) -> tuple[tuple[str, int], ...]:
        """What one piece is made of: (sku, pieces); a plain product is its own only part."""
        skus = self._sets.get(sku, (sku,))
        return tuple((part, skus.count(part)) for part in dict.fromkeys(skus))

    def lead(self, sku: str) -> str:
        """The product that taxes and services are looked up by: of a set, its first."""
        return self._sets.get(sku, (sku,))[0]

    def skus_of(self, category: str) -> tuple[str, ...]:
        """Products of a category, sets left out."""
        return tuple(sku for sku, row in self._products.items() if row.category == category and sku not in self._sets)

    def make_set(self, skus: tuple[str, ...], price: int) -> Product:
        """A set of products; made once, it keeps its name. It weighs and costs what its parts do.

        Raises:
            IllegalCommandError: ``unknown_sku``.
        """
        parts = [self.find(sku) for sku in skus]
        ordered = (skus[0], *sorted(skus[1:]))
        name = "set-" + to_text(child(0, "set:" + ":".join(ordered), 0))[:8]
        if name not in self._products:
            self._sets[name] = ordered
        usual = sum(part.price for part in parts)
        self._products[name] = msgspec.structs.replace(
            parts[0], sku=name, unit_cost=sum(part.unit_cost for part in parts), price=price,
            reference_price=max(usual, price), floor_price=min(price, sum(part.floor_price for part in parts)),
            grams=sum(part.grams for part in parts), volume_cm3=sum(part.volume_cm3 for part in parts),
            quality=min(part.quality for part in parts), defect=min(1_000_000, sum(part.defect for part in parts)),
            rating=430, reviews=0, stock=(), released=0,
        )
        return self._products[name]

    def state(self) -> list[object]:
        """The sets, for the digest."""
        return [[name, list(skus), self._products[name].price] for name, skus in sorted(self._sets.items())]
