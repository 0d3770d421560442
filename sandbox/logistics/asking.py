"""What logistics asks of the rest of the run, and the neutral answers where nobody answers."""

from __future__ import annotations

from typing import Protocol


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


FURTHER = (
    "parts", "defect_ppm", "missing_certificates", "is_described", "platform", "cod_refusal_ppm", "is_live",
)  # fmt: skip
"""Questions that a small run, or a test, need not answer."""


class Asking:
    """Asks :class:`Reads`, and the further questions below where it can answer them; else the answer is as here.

    Args:
        reads: answers :class:`Reads` and any of :data:`FURTHER` by the same name.
    """

    def __init__(self, reads: Reads) -> None:
        self.declared_hs = reads.declared_hs
        self.talk = reads.talk
        self.spendable = reads.spendable
        for name in FURTHER:
            answer = getattr(reads, name, None)
            if answer is not None:
                setattr(self, name, answer)

    def parts(self, sku: str) -> tuple[tuple[str, int], ...]:
        """Products in one unit of *sku*, with their number; a product is made of itself (market)."""
        return ((sku, 1),)

    def defect_ppm(self, sku: str, node: str) -> int | None:
        """Share of defects in the lots of a product at a node; None for the product's own (supply)."""
        return None

    def missing_certificates(self, sku: str, country: str) -> tuple[str, ...]:
        """Codes of the papers that a product needs in a country and the shop does not hold now (supply)."""
        return ()

    def is_described(self, sku: str) -> bool:
        """Whether the shop says plainly enough what a product is, for a customs officer (market)."""
        return True

    def platform(self, order: int) -> str:
        """Platform on which an order was placed; empty where that is not known (market)."""
        return ""

    def cod_refusal_ppm(self, order: int) -> int:
        """Chance that a buyer who pays on delivery does not take the parcel; 0 for an order paid before (payments)."""
        return 0

    def is_live(self, order: int) -> bool:
        """Whether an order was placed in a live room (market)."""
        return True
