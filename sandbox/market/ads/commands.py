"""What the traffic seat may want beyond the room: campaigns, creatives, creators, a way to count.

Money is in minor units of the shop's currency, ratios in parts per million.
"""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from msgspec import Meta

from sandbox.kernel.messages import Code, Command, Country, EntityId, Minor, PositiveMinor

CampaignKind = Literal["search", "feed", "live", "teaser"]
AudienceKind = Literal["broad", "interest", "lookalike", "retargeting"]
Hook = Literal["problem", "result", "price", "behind_scenes"]
FeeKind = Literal["flat", "mixed", "commission"]
AttributionView = Literal["platform", "click", "blended", "incremental"]
Roas = Annotated[int, Meta(ge=0, le=50_000_000)]
"""Sales over spend, parts per million: 2,000,000 asks for two of sales for one of spend; 0 for no target."""


class CreateCampaign(Command):
    """Begin to advertise one product in one market. Money is spent evenly over each day.

    A search campaign bids for a click on a shelf listing; a feed campaign bids for an order on it, or follows a target
    return; a live campaign bids for a thousand impressions of the room, or follows a target return, and spends only
    while a show is on; a teaser is one short video that leads to the listing.
    """

    type: ClassVar[str] = "market.create_campaign"
    kind: CampaignKind
    country: Country
    platform: Code
    sku: Code = ""
    """The product; empty for a live campaign."""
    keywords: Annotated[tuple[Code, ...], Meta(max_length=10)] = ()
    """Words to bid on; search only."""
    audience: AudienceKind = "interest"
    """Whom to show it to; feed and live only."""
    hook: Hook = "problem"
    """How the short video begins; teaser only."""
    bid: Minor = 0
    """Most to pay for a click (search), an order (feed) or a thousand impressions (live); 0 with a target."""
    target_roas_ppm: Roas = 0
    """Sales wanted for the spend (feed, live); 0 with a bid."""
    daily_budget: Minor = 0
    days: Annotated[int, Meta(ge=1, le=60)] = 1


class SetBid(Command):
    """Change what a campaign bids, or its target. Within ten minutes of the last change its learning starts anew."""

    type: ClassVar[str] = "market.set_bid"
    campaign: EntityId
    bid: Minor = 0
    target_roas_ppm: Roas = 0


class SetBudget(Command):
    """Change what a campaign may spend a day. Within ten minutes of the last change its learning starts anew."""

    type: ClassVar[str] = "market.set_budget"
    campaign: EntityId
    daily_budget: PositiveMinor


class PauseCampaign(Command):
    """Stop spending for now."""

    type: ClassVar[str] = "market.pause_campaign"
    campaign: EntityId


class ResumeCampaign(Command):
    """Go on with a paused campaign."""

    type: ClassVar[str] = "market.resume_campaign"
    campaign: EntityId


class UploadCreative(Command):
    """Give a feed or live campaign a new picture or video. The platform reviews it for half a day."""

    type: ClassVar[str] = "market.upload_creative"
    campaign: EntityId
    hook: Hook
    claims: Annotated[tuple[Code, ...], Meta(max_length=6)] = ()
    """Selling points it shows, by id."""


class HireCreator(Command):
    """Ask somebody with an audience to join a show, or to send people to a listing on one day."""

    type: ClassVar[str] = "market.hire_creator"
    creator: Code
    sku: Code
    fee_kind: FeeKind = "flat"
    """The whole fee; half of it and a commission on sales; or a commission alone."""
    show: Annotated[int, Meta(ge=0, le=30)] | None = None
    """Which broadcast, from 0; or else a day."""
    day: Annotated[int, Meta(ge=0, le=400)] | None = None
    platform: Code = ""
    """Where the listing stands; the first account in the creator's country if empty. Only for a day."""


class SetAttribution(Command):
    """Choose how the panel counts what ads brought."""

    type: ClassVar[str] = "market.set_attribution"
    view: AttributionView
