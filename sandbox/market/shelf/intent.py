"""What a shopper decided at a shelf: the same words as a viewer's decision in a room, and where it happened."""

from __future__ import annotations

from msgspec import Struct

from sandbox.market.quote import Quote


class ShelfIntent(Struct, frozen=True, kw_only=True):
    """One piece for one shopper."""

    viewer: str
    """The shopper's id."""
    country: str
    source: str
    """``search``, ``brand`` (own shop), ``repeat`` or ``opening``."""
    sku: str
    price: int
    """Before the coupon, after a platform's sale."""
    list_price: int
    discount: int = 0
    promo: bool = False
    inflate_ppm: int = 0
    reassurance_ppm: int = 0
    urgency_ppm: int = 0
    channel: str = "shelf"
    platform: str
    listing: str
    campaign: str = ""
    quote: Quote | None = None
    """What the shopper was shown at that price, if it is known."""
