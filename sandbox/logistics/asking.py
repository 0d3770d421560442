"""What logistics asks of the rest of the run, and the neutral answers where nobody answers."""

from __future__ import annotations

from typing import Any, Protocol


class Reads(Protocol):
    """What logistics must be told by market and payments."""

    def declared_hs(self, sku: str) -> str:
        """Heading under which the shop declares a product (market)."""
        ...

    def talk(self, order: int) -> tuple[int, int, int]:
        """How much an order's buyer was promised too much, reassured and hurried, each in ppm (market)."""
        ...

    def spendable(self) -> int:
        """Cash and what is left of the credit line, shop currency (payments)."""
        ...


class Asking:
    """Asks :class:`Reads`, and more where it can answer more; a small run, or a test, need not.

    Args:
        reads: answers :class:`Reads` and any of the further questions below by the same name.
    """

    def __init__(self, reads: Reads) -> None:
        self.declared_hs = reads.declared_hs
        self.talk = reads.talk
        self.spendable = reads.spendable
        self._more: Any = reads

    def parts(self, sku: str) -> tuple[tuple[str, int], ...]:
        """Products in one unit of *sku*, with their number; a product is made of itself (market)."""
        ask = getattr(self._more, "parts", None)
        return ask(sku) if ask else ((sku, 1),)

    def defect_ppm(self, sku: str, node: str) -> int | None:
        """Share of defects in the lots of a product at a node; None for the product's own (supply)."""
        ask = getattr(self._more, "defect_ppm", None)
        return ask(sku, node) if ask else None

    def missing_certificates(self, sku: str, country: str) -> tuple[str, ...]:
        """Codes of the papers that a product needs in a country and the shop does not hold now (supply)."""
        ask = getattr(self._more, "missing_certificates", None)
        return ask(sku, country) if ask else ()

    def is_described(self, sku: str) -> bool:
        """Whether the shop says plainly enough what a product is, for a customs officer (market)."""
        ask = getattr(self._more, "is_described", None)
        return ask(sku) if ask else True

    def platform(self, order: int) -> str:
        """Platform on which an order was placed; empty where that is not known (market)."""
        ask = getattr(self._more, "platform", None)
        return ask(order) if ask else ""

    def cod_refusal_ppm(self, order: int) -> int:
        """Chance that a buyer who pays on delivery does not take the parcel; 0 for an order paid before (payments)."""
        ask = getattr(self._more, "cod_refusal_ppm", None)
        return ask(order) if ask else 0

    def is_live(self, order: int) -> bool:
        """Whether an order was placed in a live room (market)."""
        ask = getattr(self._more, "is_live", None)
        return ask(order) if ask else True
