"""What the market may ask of the rest of the run."""

from __future__ import annotations

from typing import Protocol

from sandbox.market.quote import Quote


class Reads(Protocol):
    """Answers from logistics, payments and supply, injected by the engine."""

    def quote(self, country: str, sku: str, price_minor: int, platform: str = "") -> Quote:
        """One unit for one country at *price_minor* after discount, shop currency, by the fee card of *platform*.

        The shop's live platform if *platform* is empty.
        """
        ...

    def spendable(self) -> int:
        """Cash and what is left of the credit line, shop currency."""
        ...


class ShelfReads(Reads, Protocol):
    """What only a shop with a shelf asks."""

    def terms(self, country: str, sku: str, platform: str) -> tuple[bool, bool]:
        """Is delivery free, and is the duty paid for the buyer?"""
        ...

    def stock(self, country: str, sku: str, platform: str) -> int:
        """Free units that can serve an order from *country* on *platform*."""
        ...

    def has_certificate(self, sku: str, country: str, certificate: str) -> bool:
        """Whether the shop can show that paper for the product now."""
        ...
