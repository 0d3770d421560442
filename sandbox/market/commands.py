"""What the seats may want of the shop: prices, product roles, facts, classification."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from msgspec import Meta

from sandbox.kernel.messages import (
    Code,
    Command,
    Country,
    EntityId,
    Hs6,
    Language,
    Minor,
    PositiveCount,
    PositiveMinor,
    Ppm,
)
from sandbox.kernel.scenario import ProductRole

ListingId = Annotated[str, Meta(min_length=1, max_length=60, pattern=r"^[a-z0-9][a-z0-9_.-]*$")]
"""``bazaar-us-lamp``: platform, country, product."""
Proof = Literal["order_mismatch", "same_author", "off_topic", "paid_offer"]
"""What shows that a review is false."""


class SetPrice(Command):
    """Change the list price of a product, at most once a minute each."""

    type: ClassVar[str] = "market.set_price"
    sku: Code
    price: PositiveMinor


class ChangePrice(Command):
    """Change the list price by a share of itself: the intent behind "8 % off", which replays in another world too."""

    type: ClassVar[str] = "market.change_price"
    sku: Code
    change_ppm: Annotated[int, Meta(ge=-700_000, le=2_000_000)]


class AssignProductRole(Command):
    """Say what a product is for tonight: draw people, sell in numbers, earn, or give away."""

    type: ClassVar[str] = "market.assign_role"
    sku: Code
    role: ProductRole


class WriteFactSheet(Command):
    """Choose which selling points stand on the anchor's card. Unread or wrong cards lower the talk."""

    type: ClassVar[str] = "market.write_fact_sheet"
    sku: Code
    points: Annotated[tuple[Code, ...], Meta(max_length=12)]


class ClassifyHs(Command):
    """Declare a product under a heading of the Harmonized System."""

    type: ClassVar[str] = "market.classify_hs"
    sku: Code
    hs6: Hs6
    reason: Literal["material", "function", "set", "part"]


class RequestSample(Command):
    """Buy a sample: shows quality and fit within ten points. Costs 30 in the shop's currency."""

    type: ClassVar[str] = "market.request_sample"
    sku: Code
    supplier: Code | Literal[""] = ""
    """Whose; empty for the goods as they are."""


class DelistProduct(Command):
    """Take a product off sale, or one of its listings off the shelf."""

    type: ClassVar[str] = "market.delist"
    sku: Code
    listing: ListingId | Literal[""] = ""


class RelistProduct(Command):
    """Put a product back on sale, or one of its listings back on the shelf."""

    type: ClassVar[str] = "market.relist"
    sku: Code
    listing: ListingId | Literal[""] = ""


class CreateListing(Command):
    """Put a product on a platform's shelf in one country. The platform looks at it for a day."""

    type: ClassVar[str] = "market.create_listing"
    sku: Code
    platform: Code
    country: Country
    language: Language
    price: PositiveMinor
    keywords: Annotated[tuple[Code, ...], Meta(max_length=12)] = ()
    points: Annotated[tuple[Code, ...], Meta(max_length=12)] = ()


class SetListingPrice(Command):
    """Change the price of a listing, at most once an hour, with or without a struck price beside it."""

    type: ClassVar[str] = "market.set_listing_price"
    listing: ListingId
    price: PositiveMinor
    struck: Minor = 0
    """The crossed-out price; 0 for none. Honest if it was the lowest price of thirty days."""


class ChangeListingPrice(Command):
    """Change the price of a listing by a share of itself: the intent behind "8 % off"."""

    type: ClassVar[str] = "market.change_listing_price"
    listing: ListingId
    change_ppm: Annotated[int, Meta(ge=-700_000, le=2_000_000)]


class IssueListingCoupon(Command):
    """Take something off a listing's price for so many buyers and hours."""

    type: ClassVar[str] = "market.issue_coupon"
    listing: ListingId
    amount: PositiveMinor
    copies: Annotated[int, Meta(ge=1, le=100_000)]
    hours: Annotated[int, Meta(ge=1, le=720)]
    minimum: Minor = 0


class EnrolCampaign(Command):
    """Join a platform's sale with a listing: more attention for a discount and a bound price."""

    type: ClassVar[str] = "market.enrol_campaign"
    campaign: Code
    listing: ListingId
    discount_ppm: Ppm
    units: PositiveCount


class SetBundle(Command):
    """Sell products together at one price, on every shelf where each of them stands."""

    type: ClassVar[str] = "market.set_bundle"
    skus: Annotated[tuple[Code, ...], Meta(min_length=2, max_length=4)]
    price: PositiveMinor


class InviteReview(Command):
    """Ask a buyer for a review, without a reward."""

    type: ClassVar[str] = "market.invite_review"
    order: EntityId


class ReportReview(Command):
    """Tell the platform that a review is false. It decides within three days, and only with evidence."""

    type: ClassVar[str] = "market.report_review"
    review: EntityId
    evidence: Annotated[tuple[Proof, ...], Meta(max_length=4)] = ()
