"""What happens on the shelves: listings, prices, places in the search, traffic, rivals, the calendar."""

from __future__ import annotations

from typing import ClassVar

from sandbox.kernel.messages import Event

Because = tuple[tuple[str, int], ...]
"""Up to three (term, contribution in ppm of a log unit), the largest first."""


class ListingCreated(Event):
    """A listing was handed to the platform."""

    type: ClassVar[str] = "market.listing_created"
    listing: str
    sku: str
    platform: str
    country: str
    price: int
    content_ppm: int
    """Quality of the page."""
    words_ppm: int
    """Coverage of the words people search by."""
    review_until: int
    """Second at which the platform has looked at it."""


class ListingPublished(Event):
    """A listing stands on the shelf."""

    type: ClassVar[str] = "market.listing_published"
    listing: str
    sku: str
    platform: str
    country: str


class ListingTakenDown(Event):
    """The platform refused or removed a listing."""

    type: ClassVar[str] = "market.listing_taken_down"
    listing: str
    sku: str
    reason: str
    """``forbidden_claim``, ``certificate_missing`` or ``false_struck_price``."""
    strike: bool


class PolicyStruck(Event):
    """The platform found a fault and left the listing standing, lower in the search."""

    type: ClassVar[str] = "market.policy_struck"
    listing: str
    sku: str
    reason: str
    strikes: int


class ListingDelisted(Event):
    """The team took a listing off the shelf."""

    type: ClassVar[str] = "market.listing_delisted"
    listing: str
    sku: str


class ListingRelisted(Event):
    """The team put a listing back; the platform looks at it again."""

    type: ClassVar[str] = "market.listing_relisted"
    listing: str
    sku: str


class ListingPriceChanged(Event):
    """The price of a listing changed."""

    type: ClassVar[str] = "market.listing_price_changed"
    listing: str
    sku: str
    old: int
    new: int
    struck: int
    honest: bool
    """Whether the struck price was really the lowest of thirty days."""


class ListingCouponIssued(Event):
    """A coupon hangs on a listing."""

    type: ClassVar[str] = "market.coupon_issued"
    listing: str
    amount: int
    minimum: int
    copies: int
    until: int


class CampaignEnrolled(Event):
    """A listing joined a platform's sale."""

    type: ClassVar[str] = "market.campaign_enrolled"
    campaign: str
    listing: str
    discount_ppm: int
    units: int
    starts: int
    ends: int


class BundleSet(Event):
    """Products are sold together."""

    type: ClassVar[str] = "market.bundle_set"
    bundle: str
    skus: tuple[str, ...]
    price: int
    listings: tuple[str, ...]


class RankUpdated(Event):
    """A listing moved in the search."""

    type: ClassVar[str] = "market.rank_updated"
    listing: str
    old: int
    """0 where it did not stand in the search."""
    rank: int


class TrafficRecorded(Event):
    """A listing's day."""

    type: ClassVar[str] = "market.traffic_recorded"
    listing: str
    sku: str
    impressions: int
    clicks: int
    orders: int
    orders_exp: int
    """Expected orders, ppm."""
    gmv_exp: int
    """Expected sales, millionths of a minor unit of the shop's currency."""
    because: Because


class RivalActed(Event):
    """A rival did something that anybody can see."""

    type: ClassVar[str] = "market.rival_acted"
    country: str
    category: str
    platform: str
    rival: str
    action: str
    """``price``, ``bid``, ``sold_out``, ``back``, ``copy``, ``own_label`` or ``price_war``."""
    value: int
    """The new price, shop currency, where the action has one."""


class StockOut(Event):
    """A listing sold out: shoppers no longer find it."""

    type: ClassVar[str] = "market.stock_out"
    listing: str
    sku: str


class CalendarPeak(Event):
    """A peak of the calendar begins in a country."""

    type: ClassVar[str] = "market.calendar_peak"
    country: str
    name_en: str
    name_zh: str
    multiplier_ppm: int
    days: int


class BrandKnown(Event):
    """How many shoppers of a country know the shop, once a week."""

    type: ClassVar[str] = "market.brand_known"
    country: str
    awareness_ppm: int
