"""What the seats see of the shelf, as plain rows. True quality, costs and bids of rivals, scores and chances stay out.

Every function is pure: it reads a team's shop or the market and returns rows for a view.
"""

from __future__ import annotations

from msgspec import Struct

from sandbox.kernel.calendar import DAY, Calendar
from sandbox.kernel.ids import to_text
from sandbox.kernel.scenario import Scenario
from sandbox.market.reviews import Reviews
from sandbox.market.shelf.cell import CHARGE, COUNT, DAYS, RANK, STARS, THERE
from sandbox.market.shelf.market import ShelfMarket
from sandbox.market.shelf.stall import Stall

RIVALS_SHOWN = 8
REVIEWS_SHOWN = 30
PEAKS_AHEAD = 30
"""Days."""


class ListingRow(Struct, frozen=True, kw_only=True):
    """One listing (operations, selection, traffic). Money in the shop's currency."""

    listing: str
    sku: str
    platform: str
    country: str
    category: str
    state: str
    """``review``, ``live``, ``off``, ``rejected`` or ``removed``."""
    reason: str
    """Why the platform took it down."""
    price: int
    asked: int
    """After sale and coupon."""
    struck: int
    campaign: str
    coupons_left: int
    is_locked: bool
    """The price is bound by a sale."""
    rank: int
    """Place in the search, 0 for none."""
    stars: int
    """Times 100."""
    reviews: int
    page_ppm: int
    words_ppm: int
    strikes: int
    units: int
    impressions: int
    """Of the last whole day."""
    clicks: int
    orders: int
    orders_total: int
    because: tuple[tuple[str, int], ...]


class RivalRow(Struct, frozen=True, kw_only=True):
    """A rival as the search page shows it."""

    rival: str
    country: str
    category: str
    platform: str
    rank: int
    price: int
    stars: int
    reviews: int
    days: int
    is_there: bool


class PeakRow(Struct, frozen=True, kw_only=True):
    """A peak of the calendar that runs or is near."""

    country: str
    name_en: str
    name_zh: str
    starts_in_days: int
    """Negative once it runs."""
    days: int
    multiplier_ppm: int


class PlatformSaleRow(Struct, frozen=True, kw_only=True):
    """A platform's sale."""

    campaign: str
    name_en: str
    name_zh: str
    platform: str
    country: str
    deadline_day: int
    starts_day: int
    days: int
    min_discount_ppm: int
    is_open: bool
    enrolled: tuple[str, ...]
    """Listings of the team."""


class ReviewRow(Struct, frozen=True, kw_only=True):
    """A review (service, selection)."""

    review: str
    sku: str
    listing: str
    """Empty for the live platform."""
    stars: int
    at: int
    is_verified: bool
    is_reported: bool


def listing_rows(stall: Stall) -> tuple[ListingRow, ...]:
    """Every listing of a team, in the order of their making."""
    now, rows = stall.world.now, []
    for row in stall.listings():
        rating = stall.reviews.listed(row.listing)
        coupon = row.coupon
        has_coupon = coupon is not None and now < coupon.until
        rows.append(ListingRow(
            listing=row.listing, sku=row.sku, platform=row.platform, country=row.country,
            category=row.category, state=row.state, reason=row.reason, price=row.price, asked=row.asked(now),
            struck=row.struck,
            campaign=row.sale.campaign if row.sale is not None and row.is_locked(now) else "",
            coupons_left=coupon.left if coupon is not None and has_coupon else 0, is_locked=row.is_locked(now),
            rank=row.rank, stars=rating.shown, reviews=rating.count, page_ppm=row.content_ppm, words_ppm=row.words_ppm,
            strikes=row.strikes, units=stall.stock(row), impressions=row.yesterday[0], clicks=row.yesterday[1],
            orders=row.yesterday[2], orders_total=row.totals[2], because=row.because,
        ))
    return tuple(rows)


def rival_rows(market: ShelfMarket, stall: Stall, shown: int = RIVALS_SHOWN) -> tuple[RivalRow, ...]:
    """The first rivals of every search in which the team has a listing."""
    if market.field is None:
        return ()
    wheres = dict.fromkeys((row.country, row.category, row.platform) for row in stall.listings())
    rows = []
    for where, cell in market.field.cells.items():
        if (where.country, where.category, where.platform) not in wheres:
            continue
        ranked = sorted((int(cell.numbers[RANK, row]), row) for row in range(cell.rivals) if cell.numbers[RANK, row])
        for rank, row in ranked[:shown]:
            numbers = cell.numbers[:, row]
            rows.append(RivalRow(
                rival=to_text(int(cell.ids[row])), country=where.country, category=where.category,
                platform=where.platform, rank=rank, price=int(numbers[CHARGE]), stars=int(numbers[STARS]),
                reviews=int(numbers[COUNT]), days=int(cell.facts[DAYS, row]), is_there=bool(numbers[THERE]),
            ))
    return tuple(rows)


def peak_rows(scenario: Scenario, now: int, ahead: int = PEAKS_AHEAD) -> tuple[PeakRow, ...]:
    """Peaks of the countries with an account, those that run first."""
    if scenario.market is None:
        return ()
    date = Calendar(scenario.market_starts).day(now)
    rows = []
    for country in dict.fromkeys(row.country for row in scenario.market.accounts):
        for peak in scenario.rules.next_peaks(country, date, ahead):
            if peak.kind == "demand":
                rows.append(PeakRow(
                    country=country, name_en=peak.name_en, name_zh=peak.name_zh,
                    starts_in_days=peak.effective_from - date, days=peak.last - peak.effective_from + 1,
                    multiplier_ppm=peak.multiplier_ppm,
                ))
    return tuple(sorted(rows, key=lambda row: (row.starts_in_days, row.country, row.name_en)))


def campaign_rows(scenario: Scenario, stall: Stall) -> tuple[PlatformSaleRow, ...]:
    """Sales of the platforms that are not over."""
    if scenario.market is None:
        return ()
    now = stall.world.now
    return tuple(
        PlatformSaleRow(
            campaign=row.id, name_en=row.name.en, name_zh=row.name.zh, platform=row.platform, country=row.country,
            deadline_day=row.deadline_day, starts_day=row.starts_day, days=row.days, min_discount_ppm=row.min_discount,
            is_open=now < row.deadline_day * DAY,
            enrolled=tuple(listing.listing for listing in stall.listings()
                           if listing.sale is not None and listing.sale.campaign == row.id),
        )
        for row in scenario.market.campaigns if now < (row.starts_day + row.days) * DAY
    )


def review_rows(reviews: Reviews, shown: int = REVIEWS_SHOWN) -> tuple[ReviewRow, ...]:
    """The latest reviews, the newest first."""
    latest = sorted(reviews.posted.items(), key=lambda pair: (-pair[1].at, pair[0]))[:shown]
    return tuple(
        ReviewRow(review=to_text(ident), sku=row.sku, listing=row.listing, stars=row.stars, at=row.at,
                  is_verified=row.verified, is_reported=row.is_reported)
        for ident, row in latest
    )
