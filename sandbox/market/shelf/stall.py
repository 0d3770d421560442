"""A team's listings as shoppers and platforms meet them."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from sandbox.kernel.calendar import Calendar
from sandbox.kernel.errors import IllegalCommandError
from sandbox.kernel.money import PPM, share
from sandbox.kernel.scenario import Scenario
from sandbox.kernel.world import World
from sandbox.market.goods import Goods
from sandbox.market.order import Order
from sandbox.market.quote import Quote
from sandbox.market.reads import ShelfReads
from sandbox.market.reviews import Reviews
from sandbox.market.shelf.awareness import Awareness
from sandbox.market.shelf.events import (
    BrandKnown,
    ListingPublished,
    ListingTakenDown,
    PolicyStruck,
    RankUpdated,
    StockOut,
    TrafficRecorded,
)
from sandbox.market.shelf.intent import ShelfIntent
from sandbox.market.shelf.laws import BADGE, DUTY_DUE, FREE_SHIPPING
from sandbox.market.shelf.listing import Coupon, Enrolment, ShelfListing
from sandbox.market.shelf.side import Shown

BADGE_STARS, BADGE_REVIEWS, BADGE_ON_TIME = 450, 30, 0.95
"""A platform's badge: chosen."""
ON_TIME_PRIOR = (19, 20)
FALSE_INFLATES = 500_000
"""What a page of nothing but false claims promises too much: chosen."""
Tell = Callable[[ShelfListing], None]


class _Page(NamedTuple):
    """What one price comes to on one day."""

    quote: Quote
    plus: float


class Stall:
    """All listings of one team.

    Args:
        world: the team's.
        scenario: products, market, rules.
        reads: quotes, terms, stock, papers.
        goods: products and sets.
        reviews: ratings by listing.
        place: makes an order.
    """

    def __init__(self, world: World, scenario: Scenario, reads: ShelfReads, goods: Goods, reviews: Reviews,
                 place: Callable[[ShelfIntent], Order]) -> None:
        self.world, self.scenario, self.reads, self.goods, self.reviews = world, scenario, reads, goods, reviews
        self._place, self._calendar = place, Calendar(scenario.market_starts)
        self.by_id: dict[str, ShelfListing] = {}
        self.off_sale: Callable[[str], bool] = lambda sku: False
        self._punctual: dict[str, list[int]] = {}
        self._known: dict[str, Awareness] = {}
        self._pages: dict[str, tuple[tuple[int, int], _Page]] = {}
        self._tell: list[Tell] = []
        self.is_closed = False
        """Play is over: nobody buys any more."""
        self.sold_out: dict[str, int] = {}
        """Listing to the second since when shoppers find it sold out."""
        self.expected_more: dict[str, int] = {}

    # What the market asks (ShelfSide).

    def listings(self) -> tuple[ShelfListing, ...]:
        """See :class:`ShelfSide`."""
        return tuple(self.by_id.values())

    def shown(self, listing: ShelfListing) -> Shown:
        """See :class:`ShelfSide`."""
        now = self.world.now
        page = self._page(listing, now)
        rating = self.reviews.listed(listing.listing)
        on_time = self.on_time(listing.country)
        badge = rating.shown >= BADGE_STARS and rating.count >= BADGE_REVIEWS and on_time >= BADGE_ON_TIME
        return Shown(
            charge=max(1, page.quote.paid_shop), asked=listing.asked(now), days=page.quote.promise_days,
            plus=page.plus + BADGE * badge, stars=rating.shown, reviews=rating.count, on_time=on_time,
            units=self.stock(listing),
        )

    def stock(self, listing: ShelfListing) -> int:
        """Pieces that can be had now; none while the product is off sale."""
        if listing.state != "live" or self.off_sale(listing.sku):
            return 0
        units = [self.reads.stock(listing.country, sku, listing.platform) // count
                 for sku, count in self.goods.parts(listing.sku)]
        return min(units)

    def sell(self, listing: ShelfListing, shopper: str, source: str, campaign: str = "") -> bool:
        """See :class:`ShelfSide`."""
        now = self.world.now
        if self.is_closed or self.stock(listing) <= 0:
            return False
        asked = listing.asked(now)
        in_sale, discount = listing.in_sale(now), 0
        price = share(listing.price, PPM - listing.sale.discount_ppm) if in_sale and listing.sale else listing.price
        discount = listing.coupon_for(price, now)
        if in_sale and listing.sale:
            campaign = campaign or listing.sale.campaign
        self._place(ShelfIntent(
            viewer=shopper, country=listing.country, source=source, sku=listing.sku, price=price,
            list_price=listing.price, discount=discount, promo=asked < listing.price,
            inflate_ppm=share(FALSE_INFLATES, listing.false_ppm), platform=listing.platform, listing=listing.listing,
            campaign=campaign, quote=self._page(listing, now).quote,
        ))
        self._count_down(listing, listing.coupon if discount else None)
        self._count_down(listing, listing.sale if in_sale else None)
        listing.totals[2] += 1
        return True

    def publish(self, listing: ShelfListing) -> None:
        """See :class:`ShelfSide`."""
        listing.state, listing.reason = "live", ""
        self.world.emit(ListingPublished(listing=listing.listing, sku=listing.sku, platform=listing.platform,
                                         country=listing.country))
        self.changed(listing)

    def take_down(self, listing: ShelfListing, reason: str, is_strike: bool) -> None:
        """See :class:`ShelfSide`."""
        listing.state = "rejected" if listing.state == "review" else "removed"
        listing.reason = reason
        listing.strikes += is_strike
        self.world.emit(ListingTakenDown(listing=listing.listing, sku=listing.sku, reason=reason, strike=is_strike))
        self.changed(listing)

    def strike(self, listing: ShelfListing, reason: str) -> None:
        """See :class:`ShelfSide`."""
        listing.strikes += 1
        self.world.emit(PolicyStruck(listing=listing.listing, sku=listing.sku, reason=reason, strikes=listing.strikes))
        self.changed(listing)

    def lead(self, sku: str) -> str:
        """See :class:`ShelfSide`."""
        return self.goods.lead(sku)

    def has_certificate(self, sku: str, country: str, certificate: str) -> bool:
        """See :class:`ShelfSide`."""
        return all(self.reads.has_certificate(part, country, certificate) for part, _ in self.goods.parts(sku))

    def skus_of(self, category: str) -> tuple[str, ...]:
        """See :class:`ShelfSide`."""
        return self.goods.skus_of(category)

    def awareness(self, country: str) -> float:
        """See :class:`ShelfSide`."""
        return self.known(country).reach

    def step_awareness(self, country: str, thousands: float) -> None:
        """See :class:`ShelfSide`."""
        brand = self.known(country)
        brand.step(thousands)
        if brand.days % 7 == 0:
            self.world.emit(BrandKnown(country=country, awareness_ppm=int(brand.known * PPM)))

    def ranked(self, listing: ShelfListing, rank: int) -> None:
        """See :class:`ShelfSide`."""
        old, listing.rank = listing.rank, rank
        if old != rank:
            self.world.emit(RankUpdated(listing=listing.listing, old=old, rank=rank))

    def counted(self, listing: ShelfListing, counts: tuple[int, int, int, int, int]) -> None:
        """See :class:`ShelfSide`."""
        looks, clicks, orders, orders_exp, gmv_exp = counts
        more = self.expected_more.pop(listing.listing, 0)
        orders_exp, gmv_exp = orders_exp + more, gmv_exp + more * listing.price
        for place, number in ((0, looks), (1, clicks), (3, orders_exp), (4, gmv_exp)):
            listing.totals[place] += number
        listing.yesterday = [looks, clicks, orders]
        self.world.emit(TrafficRecorded(
            listing=listing.listing, sku=listing.sku, impressions=looks, clicks=clicks, orders=orders,
            orders_exp=orders_exp, gmv_exp=gmv_exp, because=listing.because,
        ))

    def found(self, listing: ShelfListing, is_there: bool) -> None:
        """See :class:`ShelfSide`."""
        if is_there:
            self.sold_out.pop(listing.listing, None)
        elif listing.listing not in self.sold_out and listing.state == "live":
            self.sold_out[listing.listing] = self.world.now
            self.world.emit(StockOut(listing=listing.listing, sku=listing.sku))

    def watch(self, tell: Tell) -> None:
        """See :class:`ShelfSide`."""
        self._tell.append(tell)

    # What the shop tells.

    def changed(self, listing: ShelfListing) -> None:
        """Shoppers see something else from now on."""
        self._pages.pop(listing.listing, None)
        for tell in self._tell:
            tell(listing)

    def product_changed(self, sku: str) -> None:
        """Shoppers see something else of every listing with that product in it, or of all if *sku* is empty."""
        for listing in self.by_id.values():
            if not sku or any(part == sku for part, _ in self.goods.parts(listing.sku)):
                self.changed(listing)

    def delivered(self, country: str, is_on_time: bool) -> None:
        """A parcel arrived, in time or not."""
        counts = self._punctual.setdefault(country, list(ON_TIME_PRIOR))
        counts[0] += is_on_time
        counts[1] += 1

    def expect_more(self, listing: ShelfListing, orders_ppm: int) -> None:
        """Orders that are expected beside those of the search, for the day's count."""
        self.expected_more[listing.listing] = self.expected_more.get(listing.listing, 0) + orders_ppm

    def on_time(self, country: str) -> float:
        """Share of parcels of a country that came in time."""
        good, all_ = self._punctual.get(country, ON_TIME_PRIOR)
        return good / all_

    def known(self, country: str) -> Awareness:
        """How well the brand is known there."""
        return self._known.setdefault(country, Awareness())

    def find(self, name: str) -> ShelfListing:
        """A listing that a person named.

        Raises:
            IllegalCommandError: ``unknown_listing``.
        """
        if name not in self.by_id:
            known = ", ".join(self.by_id) or "none yet"
            raise IllegalCommandError("unknown_listing", f"expected one of {known}, got {name}", listing=name)
        return self.by_id[name]

    def state(self) -> list[object]:
        """Everything that decides the future, for the digest."""
        known = [[country, row.known.hex(), row.stock.hex(), row.today, row.days]
                 for country, row in sorted(self._known.items())]
        return [list(self.by_id.values()), sorted(self._punctual.items()), known, sorted(self.sold_out.items()),
                sorted(self.expected_more.items()), self.goods.state()]

    def _page(self, listing: ShelfListing, now: int) -> _Page:
        key = (listing.asked(now), self._calendar.day(now))
        held = self._pages.get(listing.listing)
        if held is None or held[0] != key:
            lead = self.goods.lead(listing.sku)
            quote = self.reads.quote(listing.country, lead, key[0], listing.platform)
            free, is_paid = self.reads.terms(listing.country, lead, listing.platform)
            plus = FREE_SHIPPING * free + DUTY_DUE * (not is_paid)
            held = (key, _Page(quote, plus))
            self._pages[listing.listing] = held
        return held[1]

    def _count_down(self, listing: ShelfListing, row: Coupon | Enrolment | None) -> None:
        if row is not None:
            row.left -= 1
            if row.left == 0:
                self.changed(listing)
