"""What supply may ask of the rest of the run."""

from __future__ import annotations

from typing import Protocol

from msgspec import Struct


class RivalTruth(Struct, frozen=True):
    """One rival as it is; research adds the error."""

    rival: str
    platform: str
    price: int
    """Shop currency, as the page shows it."""
    rating: int
    """Stars times 100."""
    reviews: int
    sales: int
    """Expected orders a day times 100."""


class MarketTruth(Struct, frozen=True):
    """One category in one country today."""

    price: int
    """Median price, shop currency."""
    shoppers: int
    """People a day who look for such goods, over all platforms."""
    rivals: tuple[RivalTruth, ...]


class SupplyReads(Protocol):
    """Answers from payments and the shelf market, injected by the engine."""

    def spendable(self) -> int:
        """Cash and what is left of the credit line, shop currency."""
        ...

    def can_purchase(self) -> int:
        """What may be spent on goods, shop currency: cash alone, suppliers are not paid from an overdraft."""
        ...

    def in_shop_currency(self, minor: int, currency: str) -> int:
        """An amount at today's rate of the run, rounded half up."""
        ...

    def market_truth(self, country: str, category: str) -> MarketTruth:
        """One category in one country as it is today."""
        ...
