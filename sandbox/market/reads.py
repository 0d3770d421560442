"""What the market may ask of the rest of the run."""

from __future__ import annotations

from typing import Protocol

from sandbox.market.quote import Quote


class Reads(Protocol):
    """Answers from logistics and payments, injected by the engine."""

    def quote(self, country: str, sku: str, price_minor: int) -> Quote:
        """One unit for one country at *price_minor* after discount, shop currency."""
        ...

    def spendable(self) -> int:
        """Cash and what is left of the credit line, shop currency."""
        ...
