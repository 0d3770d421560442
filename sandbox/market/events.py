"""What happens in the shop: prices, listings, orders, reviews. One order goes through exactly one terminal state."""

from __future__ import annotations

from typing import ClassVar, Literal

from sandbox.kernel.messages import Event

OrderEnd = Literal["completed", "cancelled", "payment_failed", "returned", "lost", "seized", "refused"]


class PriceChanged(Event):
    """A list price changed."""

    type: ClassVar[str] = "market.price_changed"
    sku: str
    old: int
    new: int
    best_price: int
    """Price at which the model expects the highest contribution, shown only after the run."""


class RoleAssigned(Event):
    """A product got its part in the show."""

    type: ClassVar[str] = "market.role_assigned"
    sku: str
    role: str


class FactSheetWritten(Event):
    """The anchor's card of a product was written."""

    type: ClassVar[str] = "market.fact_sheet_written"
    sku: str
    points: tuple[str, ...]
    required: int
    """True facts a buyer needs."""
    present: int
    """How many of them are on the card."""
    false_points: int


class HsClassified(Event):
    """A product was declared under a heading."""

    type: ClassVar[str] = "market.hs_classified"
    sku: str
    hs6: str
    correct: bool


class SampleReceived(Event):
    """A sample was tested: estimates within ten points."""

    type: ClassVar[str] = "market.sample_received"
    sku: str
    quality_ppm: int
    fit_ppm: int
    cost: int
    supplier: str = ""


class ProductDelisted(Event):
    """A product is off sale."""

    type: ClassVar[str] = "market.delisted"
    sku: str


class ProductRelisted(Event):
    """A product is on sale again."""

    type: ClassVar[str] = "market.relisted"
    sku: str


class OrderPlaced(Event):
    """Somebody bought. Amounts in the buyer's currency, and in the shop's for the figures of the show."""

    type: ClassVar[str] = "market.order_placed"
    order: str
    label: int
    """Short number for screens."""
    viewer: str
    country: str
    currency: str
    sku: str
    units: int
    paid: int
    """What the buyer pays in all, buyer's currency, minor units: price - discount + delivery + tax at sale."""
    price: int
    """Live price less discount, shop currency."""
    list_price: int
    service: str
    """Delivery service of the order."""
    promise_days: int
    source: str
    promo: bool
    unit_margin: int
    """Expected contribution of the order before ads, shop currency."""
    inflate_ppm: int
    channel: str = "live"
    """``live`` or ``shelf``."""
    platform: str = ""
    """Where it was placed; empty for the live platform."""
    listing: str = ""
    """Of the shelf; empty for live orders."""
    campaign: str = ""
    """Ad campaign, creator or platform sale that brought it; empty for none."""


class OrderEnded(Event):
    """An order reached its end."""

    type: ClassVar[str] = "market.order_ended"
    order: str
    outcome: OrderEnd
    country: str
    contribution: int
    """What the order brought in all, shop currency, minor units."""


class ReviewPosted(Event):
    """A buyer (or an attacker) left stars."""

    type: ClassVar[str] = "market.review_posted"
    sku: str
    order: str
    stars: int
    verified: bool
    cause: str
    """Largest cause: ``quality``, ``late``, ``defect``, ``overpromise``, ``service``, ``attack`` or ``satisfied``."""
    review: str = ""
    """Its id, by which it can be reported."""
    listing: str = ""
    """The listing it stands at; empty for the live platform."""


class RatingChanged(Event):
    """The shown rating of a product moved by a tenth."""

    type: ClassVar[str] = "market.rating_changed"
    sku: str
    rating: int
    """Stars times 100."""
    reviews: int
    listing: str = ""


class ReviewInvited(Event):
    """A buyer was asked for a review."""

    type: ClassVar[str] = "market.review_invited"
    order: str


class ReviewReported(Event):
    """The platform was told that a review is false."""

    type: ClassVar[str] = "market.review_reported"
    review: str
    sku: str
    listing: str
    proofs: int


class ReportDecided(Event):
    """The platform decided about a reported review."""

    type: ClassVar[str] = "market.report_decided"
    review: str
    sku: str
    listing: str
    removed: bool
