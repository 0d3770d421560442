"""The room's sums: of the tick, of the platform's window, of the whole show."""

from __future__ import annotations

from typing import Any

from msgspec import Struct

from sandbox.kernel.money import PPM
from sandbox.livestream.columns import TickCounts
from sandbox.livestream.events import TickAggregated
from sandbox.livestream.pool import Sums


class Totals(Struct):
    """Sums since the start of the show."""

    shows: int = 0
    views: int = 0
    organic: int = 0
    follower: int = 0
    paid: int = 0
    teaser: int = 0
    shop: int = 0
    hunters: int = 0
    leaves: int = 0
    watch: int = 0
    interactions: int = 0
    interactions_ppm: int = 0
    comments: int = 0
    follows: int = 0
    clicks: int = 0
    lost: int = 0
    orders: int = 0
    orders_ppm: int = 0
    gmv: int = 0
    gmv_ppm: int = 0
    paid_gmv_ppm: int = 0
    """Expected sales to viewers who came by paid impressions."""
    spend: int = 0
    peak_online: int = 0
    online_sum: int = 0
    ticks: int = 0
    below_10_s: int = 0
    above_60_s: int = 0
    above_10_min: int = 0

    def add(self, counts: TickCounts, online: int, spend: int) -> None:
        """Count one tick."""
        organic, follower, paid, teaser, shop, hunters = counts.entrants
        self.shows += counts.shows
        self.views += counts.views
        self.organic += organic
        self.follower += follower
        self.paid += paid
        self.teaser += teaser
        self.shop += shop
        self.hunters += hunters
        self.leaves += counts.leaves
        self.watch += counts.watch
        self.interactions += counts.interactions
        self.interactions_ppm += counts.interactions_ppm
        self.comments += counts.comments
        self.follows += counts.follows
        self.clicks += counts.clicks
        self.lost += counts.lost
        self.orders += counts.orders
        self.orders_ppm += counts.orders_ppm
        self.gmv += counts.gmv
        self.gmv_ppm += counts.gmv_ppm
        self.paid_gmv_ppm += counts.paid_gmv_ppm
        self.spend += spend
        self.peak_online = max(self.peak_online, online)
        self.online_sum += online
        self.ticks += 1
        self.below_10_s += counts.below_10_s
        self.above_60_s += counts.above_60_s
        self.above_10_min += counts.above_10_min


class Window(Struct):
    """Sums of the five minutes the platform is watching."""

    shows: int = 0
    organic: int = 0
    views: int = 0
    watch: int = 0
    interactions: int = 0
    clicks: int = 0
    gmv_ppm: int = 0

    def add(self, counts: TickCounts) -> None:
        """Count one tick."""
        self.shows += counts.shows
        self.organic += counts.entrants[0]
        self.views += counts.views
        self.watch += counts.watch
        self.interactions += counts.interactions
        self.clicks += counts.clicks
        self.gmv_ppm += counts.gmv_ppm

    def sums(self) -> Sums:
        """What the pool asks for."""
        return Sums(self.shows, self.organic, self.views, self.watch, self.interactions, self.clicks, self.gmv_ppm)


class Figures:
    """Everything that is counted of one room."""

    def __init__(self) -> None:
        self.totals = Totals()
        self.window = Window()

    def add(self, counts: TickCounts, online: int, spend: int) -> None:
        """Count one tick."""
        self.totals.add(counts, online, spend)
        self.window.add(counts)

    def tick_event(
        self, counts: TickCounts, online: int, energy: float, quality_ppm: int, spend: int
    ) -> TickAggregated:
        """The tick as an event."""
        organic, follower, paid, teaser, shop, hunters = counts.entrants
        expected = self.totals.gmv_ppm // PPM - (self.totals.gmv_ppm - counts.gmv_ppm) // PPM
        return TickAggregated(
            online=online,
            shows=counts.shows,
            organic=organic,
            follower=follower,
            paid=paid,
            teaser=teaser,
            shop=shop,
            hunters=hunters,
            leaves=counts.leaves,
            comments=counts.comments,
            likes=counts.likes,
            follows=counts.follows,
            clicks=counts.clicks,
            orders=counts.orders,
            orders_expected_ppm=counts.orders_ppm,
            gmv=counts.gmv,
            gmv_expected=expected,
            interactions_expected_ppm=counts.interactions_ppm,
            watch_seconds=counts.watch,
            watch_expected=counts.watch_expected,
            energy_ppm=int(energy * PPM + 0.5),
            quality_ppm=quality_ppm,
            spend=spend,
        )

    def state(self) -> list[Any]:
        """What decides the future, as plain data."""
        return [self.totals, self.window]
