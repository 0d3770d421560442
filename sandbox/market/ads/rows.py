"""What the traffic seat may see of its campaigns and creators, and what the review opens.

During play nothing here says what ads really added, how rivals bid, or how well a hook would work.
"""

from __future__ import annotations

from msgspec import Struct

from sandbox.kernel.calendar import DAY
from sandbox.kernel.money import PPM
from sandbox.market.ads.ads import Ads, Return
from sandbox.market.ads.attribution import LAG
from sandbox.market.ads.campaign import LEARNING_ORDERS, Campaign
from sandbox.market.ads.creative import strength_ppm
from sandbox.market.ads.creators import BACK_PPM
from sandbox.market.ads.desk import PAUSE
from sandbox.market.ads.feed import frequency


class CampaignRow(Struct, frozen=True, kw_only=True):
    """One campaign; money in minor units of the shop's currency."""

    campaign: str
    label: int
    kind: str
    country: str
    platform: str
    sku: str
    listing: str
    audience: str
    keywords: tuple[str, ...]
    relevant: int
    """Words that shoppers of the category use."""
    status: str
    ends_day: int
    """Last day, from 0."""
    bid: int
    target_roas_ppm: int
    daily_budget: int
    spent_today: int
    spend: int
    impressions: int
    clicks: int
    """For a live campaign: people who came into the room."""
    click_rate_ppm: int | None
    cpc: int | None
    """Spend per click so far."""
    cpm: int | None
    """Spend per thousand impressions so far."""
    win_share_ppm: int | None
    """Of the auctions it is in; None while nothing runs."""
    throttle_ppm: int | None
    """Share of the auctions that the budget allows."""
    reported_orders: int
    reported_sales: int
    reported_roas_ppm: int | None
    reported_age: int
    """Seconds that the reported numbers are old."""
    learning: bool
    learnt_orders: int
    learning_needs: int
    can_change_at: int
    """Second from which a change leaves the learning alone."""
    creative_hook: str
    creative_age_days: int
    creative_strength_ppm: int | None
    """Clicks now against the same creative when it was new; None where there is no creative."""
    creative_ready_at: int | None
    """End of the review of the next one."""
    frequency_centi: int | None
    """Impressions per person of the audience in a week, hundredths."""


class CreatorRow(Struct, frozen=True, kw_only=True):
    """Somebody who can be hired, and what was agreed."""

    creator: str
    name_en: str
    name_zh: str
    country: str
    categories: tuple[str, ...]
    followers: int
    fee: int
    commission_ppm: int
    no_show_ppm: int
    back_ppm: int
    """Share of the fee that comes back after a no-show."""
    taken_days: tuple[int, ...]
    """Days on which nobody can have them."""


class BookingRow(Struct, frozen=True, kw_only=True):
    """One offer of the team."""

    booking: str
    creator: str
    sku: str
    show: int
    """-1 for a day."""
    day: int
    fee: int
    commission_ppm: int
    status: str
    reason: str
    sales: int


class AdsRows(Struct, frozen=True, kw_only=True):
    """Everything the traffic seat sees of this."""

    attribution: str
    campaigns: tuple[CampaignRow, ...]
    creators: tuple[CreatorRow, ...]
    bookings: tuple[BookingRow, ...]


def ads_rows(ads: Ads, now: int) -> AdsRows:
    """The traffic seat's tables at second *now*."""
    return AdsRows(
        attribution=ads.attribution,
        campaigns=tuple(_campaign(ads, one, now) for one in ads.campaigns()),
        creators=_creators(ads),
        bookings=tuple(
            BookingRow(booking=one.id, creator=one.creator, sku=one.sku, show=one.show, day=one.day, fee=one.fee,
                       commission_ppm=one.commission_ppm, status=one.status, reason=one.reason, sales=one.sold)
            for one in ads.bookings()
        ),
    )


def review_rows(ads: Ads) -> tuple[Return, ...]:
    """Reported against added sales of each campaign; only after play."""
    return ads.incremental()


def _campaign(ads: Ads, one: Campaign, now: int) -> CampaignRow:
    books, sold, plan = ads.books(one), ads.reported(one), one.plan
    spend, shown, clicks = books.spend // PPM, books.impressions // PPM, books.clicks // PPM
    has_creative = one.kind in ("feed", "live")
    return CampaignRow(
        campaign=one.id, label=one.label, kind=one.kind, country=one.country, platform=one.platform, sku=one.sku,
        listing=one.listing, audience=one.audience if has_creative else "", keywords=one.keywords,
        relevant=one.relevant, status=one.status, ends_day=one.ends // DAY - 1, bid=one.bid,
        target_roas_ppm=one.target_roas_ppm, daily_budget=one.daily_budget,
        spent_today=ads.exchange.books(one).spend // PPM, spend=spend, impressions=shown, clicks=clicks,
        click_rate_ppm=_ratio(clicks * PPM, shown), cpc=_ratio(spend, clicks), cpm=_ratio(spend * 1000, shown),
        win_share_ppm=plan.win_ppm if plan else None, throttle_ppm=plan.throttle_ppm if plan else None,
        reported_orders=sold.orders, reported_sales=sold.sales, reported_roas_ppm=_ratio(sold.sales * PPM, spend),
        reported_age=LAG, learning=one.is_learning, learnt_orders=one.learnt_orders, learning_needs=LEARNING_ORDERS,
        can_change_at=one.changed_at + PAUSE, creative_hook=one.creative.hook,
        creative_age_days=(now - one.creative.since) // DAY,
        creative_strength_ppm=_ratio(strength_ppm(one.creative, now) * PPM, one.creative.strength_ppm)
        if has_creative else None,
        creative_ready_at=one.waiting.since if one.waiting else None,
        frequency_centi=int(100 * frequency(one, ads.exchange.prices.people(one.country))) if has_creative else None,
    )


def _creators(ads: Ads) -> tuple[CreatorRow, ...]:
    market = ads.exchange.creators
    return tuple(
        CreatorRow(creator=row.id, name_en=row.name.en, name_zh=row.name.zh, country=row.country,
                   categories=row.categories, followers=row.followers, fee=row.fee, commission_ppm=row.commission,
                   no_show_ppm=row.no_show, back_ppm=BACK_PPM, taken_days=tuple(sorted(market.taken(row.id))))
        for row in market.rows.values()
    )


def _ratio(part: int, whole: int) -> int | None:
    return part // whole if whole else None
