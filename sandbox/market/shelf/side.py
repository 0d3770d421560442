"""What the shelf market asks of a team's shop, and tells it."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple, Protocol

from sandbox.market.shelf.listing import ShelfListing


class Shown(NamedTuple):
    """A listing as a shopper sees it today."""

    charge: int
    """Price, delivery and tax in all, shop currency."""
    asked: int
    """Price alone, after sale and coupon."""
    days: int
    """Promised."""
    plus: float
    """Sum of the flags, in log units: duty due, free delivery, badge."""
    stars: int
    """Times 100."""
    reviews: int
    on_time: float
    units: int
    """How many can be had."""


class ShelfSide(Protocol):
    """A team's shop, as the shelf market sees it."""

    def listings(self) -> tuple[ShelfListing, ...]:
        """Every listing, in the order of their making."""
        ...

    def shown(self, listing: ShelfListing) -> Shown:
        """What shoppers see of it now."""
        ...

    def sell(self, listing: ShelfListing, shopper: str, source: str) -> bool:
        """A shopper buys; False when nothing was left after all."""
        ...

    def publish(self, listing: ShelfListing) -> None:
        """The platform shows it from now on."""
        ...

    def take_down(self, listing: ShelfListing, reason: str, is_strike: bool) -> None:
        """The platform takes it down: ``forbidden_claim``, ``certificate_missing`` or ``false_struck``."""
        ...

    def strike(self, listing: ShelfListing, reason: str) -> None:
        """The platform strikes at a listing and leaves it standing."""
        ...

    def lead(self, sku: str) -> str:
        """The product that a set is looked up by; a product itself."""
        ...

    def has_certificate(self, sku: str, country: str, certificate: str) -> bool:
        """Whether the shop can show that paper."""
        ...

    def skus_of(self, category: str) -> tuple[str, ...]:
        """Every product of a category the shop may ever list."""
        ...

    def awareness(self, country: str) -> float:
        """Share of shoppers who know the brand, 0-1."""
        ...

    def ranked(self, listing: ShelfListing, rank: int) -> None:
        """Its place in the search changed."""
        ...

    def counted(self, listing: ShelfListing, counts: tuple[int, int, int, int, int]) -> None:
        """A day is over: impressions, clicks, orders, expected orders and expected sales in ppm."""
        ...

    def found(self, listing: ShelfListing, is_there: bool) -> None:
        """Shoppers find it sold out, or there again."""
        ...

    def step_awareness(self, country: str, thousands: float) -> None:
        """A day passes for the brand; *thousands* of shoppers a day in the country."""
        ...

    def watch(self, tell: Callable[[ShelfListing], None]) -> None:
        """Call *tell* whenever shoppers see something else of a listing."""
        ...
