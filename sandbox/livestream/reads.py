"""What the live room reads of the rest of the trade; the engine injects it."""

from __future__ import annotations

from typing import Protocol


class Reads(Protocol):
    """Plain questions with plain answers. Money is in minor units of the shop's currency."""

    def list_price(self, sku: str) -> int:
        """Price without flash and coupon."""
        ...

    def reference_price(self, sku: str) -> int:
        """What buyers take as the usual price."""
        ...

    def rating(self, sku: str) -> int:
        """Shown stars times 100."""
        ...

    def on_sale(self, sku: str) -> bool:
        """Whether the shop sells it at all."""
        ...

    def card(self, sku: str) -> tuple[str, ...]:
        """Ids of the selling points on the anchor's card."""
        ...

    def available(self, sku: str) -> int:
        """Free units over all nodes."""
        ...

    def terms(self, country: str, sku: str) -> tuple[bool, bool]:
        """Is delivery free, and is the duty paid for the buyer?"""
        ...

    def sample_at_hand(self, sku: str) -> bool:
        """Whether there is a piece to show: a sample that came, or stock at the home node."""
        ...

    def cash(self) -> int:
        """What the shop can spend now."""
        ...
