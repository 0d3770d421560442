"""What happens to ads and creators. Money is in minor units of the shop's currency; ``cost`` is what the shop pays.

A campaign reports once a day and when it changes, never per impression.
"""

from __future__ import annotations

from typing import ClassVar

from sandbox.kernel.messages import Event


class CampaignCreated(Event):
    """A campaign began."""

    type: ClassVar[str] = "market.campaign_created"
    campaign: str
    label: int
    """Short number for screens."""
    kind: str
    country: str
    platform: str
    sku: str
    listing: str
    keywords: tuple[str, ...]
    relevant: int
    """How many of the keywords are ones that shoppers of this category use."""
    audience: str
    bid: int
    target_roas_ppm: int
    daily_budget: int
    ends: int
    """Second after which it spends nothing."""
    cost: int
    """Making of a short video; 0 otherwise."""


class CampaignChanged(Event):
    """Bid, target, budget or status of a campaign changed."""

    type: ClassVar[str] = "market.campaign_changed"
    campaign: str
    bid: int
    target_roas_ppm: int
    daily_budget: int
    status: str
    learning_reset: bool


class CampaignEnded(Event):
    """A campaign is over."""

    type: ClassVar[str] = "market.campaign_ended"
    campaign: str
    reason: str
    """``days_over``, ``season_over``."""
    spend: int


class AuctionSettled(Event):
    """One day of one campaign: what was shown, clicked and paid."""

    type: ClassVar[str] = "market.auction_settled"
    campaign: str
    day: int
    impressions: int
    clicks: int
    cost: int
    """Spend of the day."""
    win_share_ppm: int
    """Of the auctions it took part in (search: of the best slot's attention)."""
    throttle_ppm: int
    """Share of the auctions the budget let it take part in."""
    expected_orders_ppm: int
    """Orders expected of the clicks."""
    because: tuple[tuple[str, int], ...] = ()
    """(term, ppm of the log) behind the day's click rate."""


class BudgetExhausted(Event):
    """The budget did not reach for all the auctions of the day."""

    type: ClassVar[str] = "market.budget_exhausted"
    campaign: str
    day: int
    throttle_ppm: int


class CampaignStopped(Event):
    """The platform paused a campaign because the shop's money is used up."""

    type: ClassVar[str] = "market.campaign_stopped"
    campaign: str
    spendable: int


class AdVisitors(Event):
    """People whom a campaign or a creator brought to a listing in one day."""

    type: ClassVar[str] = "market.ad_visitors"
    campaign: str
    listing: str
    country: str
    visitors: int
    expected_orders_ppm: int


class RoomAdsBought(Event):
    """Five minutes of paid impressions of the room."""

    type: ClassVar[str] = "market.room_ads_bought"
    campaign: str
    impressions: int
    cost: int
    creative_ppm: int
    """What the creative makes of the rate of entry, one million for no change."""


class CreativeUploaded(Event):
    """A creative waits for the platform's review."""

    type: ClassVar[str] = "market.creative_uploaded"
    campaign: str
    hook: str
    claims: tuple[str, ...]
    ready_at: int


class CreativeReviewed(Event):
    """The platform let a creative run, or sent it back with the class of claim it may not make."""

    type: ClassVar[str] = "market.creative_reviewed"
    campaign: str
    hook: str
    approved: bool
    tag: str
    """Class of forbidden claim, or empty."""
    false_claims: int
    """Claims that passed but are not true: known in the review of the run only."""


class CreativeFatigued(Event):
    """A creative draws half the clicks it drew when it was new."""

    type: ClassVar[str] = "market.creative_fatigued"
    campaign: str
    age_days: int


class CreatorAsked(Event):
    """A creator has an offer and will answer within hours."""

    type: ClassVar[str] = "market.creator_asked"
    booking: str
    creator: str
    sku: str
    fee: int
    commission_ppm: int
    show: int
    """-1 for a day."""
    day: int
    no_show_ppm: int


class CreatorBooked(Event):
    """A creator said yes; the fee is paid."""

    type: ClassVar[str] = "market.creator_booked"
    booking: str
    creator: str
    cost: int


class CreatorDeclined(Event):
    """A creator said no."""

    type: ClassVar[str] = "market.creator_declined"
    booking: str
    creator: str
    reason: str
    """``pay``, ``fit`` or ``busy``."""


class CreatorJoined(Event):
    """A creator is there: followers hear of the show, or of the listing."""

    type: ClassVar[str] = "market.creator_joined"
    booking: str
    creator: str
    show: int
    day: int
    followers: int
    quality_ppm: int


class CreatorNoShow(Event):
    """A creator did not come; half of the fee comes back."""

    type: ClassVar[str] = "market.creator_no_show"
    booking: str
    creator: str
    show: int
    cost: int
    """Negative: what comes back."""


class CreatorPaid(Event):
    """Commission on a day's sales."""

    type: ClassVar[str] = "market.creator_paid"
    booking: str
    creator: str
    sales: int
    cost: int


class AttributionSet(Event):
    """The panel counts in another way."""

    type: ClassVar[str] = "market.attribution_set"
    view: str
