"""The life of an order: one row, one table of legal steps, exactly one end."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from sandbox.kernel.ids import to_text
from sandbox.market.events import OrderEnd

OrderState = Literal["placed", "paid", "delivered", "returning"] | OrderEnd

TRANSITIONS: dict[OrderState, tuple[OrderState, ...]] = {
    "placed": ("paid", "payment_failed", "cancelled"),
    "paid": ("delivered", "cancelled", "lost", "seized", "refused", "returned"),
    "delivered": ("delivered", "returning", "completed", "returned", "lost", "seized", "refused"),
    "returning": ("delivered", "completed", "returned"),
    "completed": (),
    "cancelled": (),
    "payment_failed": (),
    "returned": (),
    "lost": (),
    "seized": (),
    "refused": (),
}
"""Every legal step. An order sent again after delivery is delivered, or lost, a second time."""


class Order(Struct):
    """One order. ``price`` and what follows it in the shop's currency, the buyer's amounts in ``currency``."""

    order: int
    label: int
    viewer: str
    country: str
    currency: str
    sku: str
    units: int
    goods: int
    delivery: int
    tax: int
    price: int
    list_price: int
    sale_shop: int
    """Price and delivery, tax left out."""
    paid_shop: int
    service: str
    promise_days: int
    source: str
    promo: bool
    inflate_ppm: int
    reassurance_ppm: int
    urgency_ppm: int
    placed_at: int
    since: int
    """When the present state began."""
    closes_at: int
    """When the shop closes it by itself in its present state."""
    state: OrderState = "placed"
    contribution: int = 0
    """What it brought so far."""
    refunded: int = 0
    """Given back to the buyer, tax included."""
    is_void: bool = False
    """Cancelled after payment: the sale is taken back at once, its refund follows."""
    goods_cost: int = 0
    """Cost of the goods while they are gone."""
    late_days: int = 0
    is_spoiled: bool = False
    """Delivered damaged or defective."""
    has_complained: bool = False
    is_resolved: bool = False
    is_slow: bool = False
    """The first reply took more than a day."""
    channel: str = "live"
    platform: str = ""
    listing: str = ""
    campaign: str = ""
    is_pleased: bool = False
    """Said to be content with the help."""
    is_invited: bool = False
    """Was asked for a review."""

    @property
    def text(self) -> str:
        """The id as events carry it."""
        return to_text(self.order)

    @property
    def paid(self) -> int:
        """What the buyer paid in all, in ``currency``."""
        return self.goods + self.delivery + self.tax

    @property
    def is_ended(self) -> bool:
        """True in a terminal state."""
        return not TRANSITIONS[self.state]

    def move(self, state: OrderState, now: int) -> None:
        """Go to *state*. Raises ValueError when that step is not in :data:`TRANSITIONS`."""
        if state not in TRANSITIONS[self.state]:
            steps = TRANSITIONS[self.state]
            raise ValueError(f"order {self.text}: expected one of {steps} after {self.state}, got {state}")
        self.state = state
        self.since = now
