"""Plans each campaign's day: search markets, feeds, short videos, and people whom creators send."""

from __future__ import annotations

from sandbox.kernel.calendar import DAY
from sandbox.kernel.money import PPM
from sandbox.kernel.scenario import Scenario
from sandbox.kernel.world import World
from sandbox.market.ads.campaign import Campaign
from sandbox.market.ads.creative import strength_ppm
from sandbox.market.ads.feed import Ground, bid_of, guess, plan_feed
from sandbox.market.ads.prices import Prices
from sandbox.market.ads.reads import Field
from sandbox.market.ads.search import SearchMarket
from sandbox.market.ads.teaser import plan_teaser, plan_visitors

Ring = tuple[str, ...]
"""Campaigns that meet: ("search", country, category, platform) or ("feed", country, audience) or one alone."""
CREATOR_CLICKS = 0.012
"""Followers who see a creator's post and follow it to the listing: chosen."""


def ring_of(one: Campaign) -> Ring:
    """Where a campaign meets others."""
    if one.kind == "search":
        return "search", one.country, one.category, one.platform
    if one.kind == "feed":
        return "feed", one.country, one.audience
    return one.kind, one.team, one.id


class Planner:
    """Makes the plans of the rings in which something changed.

    Args:
        world: keyed chance and councils.
        scenario: categories' words, number of rivals.
        prices: usual prices.
        field: the shelf.
    """

    def __init__(self, world: World, scenario: Scenario, prices: Prices, field: Field) -> None:
        self._world = world
        self._market = scenario.market
        self._prices = prices
        self._field = field
        self._guesses = world.stream("ctx.ads.guess")
        self.markets: dict[Ring, SearchMarket] = {}

    def plan(self, ring: Ring, campaigns: list[Campaign], now: int) -> None:
        """Plan the rest of the day of one ring. Campaigns that do not run get no plan."""
        running = []
        for one in campaigns:
            one.plan = None
            if one.is_on:
                running.append(one)
                one.price = self._field.price(one.team, one.listing) if one.listing else 0
        if not running:
            return
        day = now // DAY
        if ring[0] == "search":
            left_ppm = PPM - self._prices.passed(running[0].country, now)
            self._search(ring).plan(running, day, left_ppm)
        elif ring[0] == "feed":
            bids = [bid_of(one, self._ground(one, now), guess(one, day, self._guesses)) for one in running]
            plan_feed(bids)
        else:
            self._alone(running[0], day)

    def ask_extra(self, one: Campaign) -> None:
        """Ask the shelf what the sponsored attention really adds: orders with it less orders without it."""
        plan = one.plan
        if plan is None or plan.knows_extra:
            return
        plan.knows_extra = True
        with_ads = self._field.orders_ppm(one.team, one.listing, plan.attention_ppm)
        extra = max(0, with_ads - self._field.orders_ppm(one.team, one.listing, 0))
        plan.day.extra_orders, plan.day.extra_gmv = extra, extra * one.price
        plan.credit_ppm = min(PPM, PPM * plan.day.orders // with_ads) if with_ads else 0

    def end_day(self, day: int) -> None:
        """Rivals of every search market look at the day."""
        for market in self.markets.values():
            market.end_day(day)

    def state(self) -> list[object]:
        """What decides the future."""
        return [market.state() for market in self.markets.values()]

    def _alone(self, one: Campaign, day: int) -> None:
        if not one.listing:
            return
        convert = self._field.convert_ppm(one.team, one.listing) / PPM
        if one.kind == "teaser":
            plan_teaser(one, day, convert)
        elif one.kind == "creator":
            plan_visitors(one, one.views, CREATOR_CLICKS, convert)

    def _ground(self, one: Campaign, now: int) -> Ground:
        return Ground(
            people=self._prices.people(one.country), cpm=self._prices.cpm(one.country, one.category, now // DAY),
            convert=self._field.convert_ppm(one.team, one.listing) / PPM,
            strength=strength_ppm(one.creative, now) / PPM,
            left_ppm=PPM - self._prices.passed(one.country, now),
        )

    def _search(self, ring: Ring) -> SearchMarket:
        if ring not in self.markets:
            assert self._market is not None
            _, country, category, platform = ring
            self.markets[ring] = SearchMarket(
                (country, category, platform), self._world, self._prices, self._field,
                len(self._market.keywords.get(category, ())), self._market.rivals, self._market.rival_haste,
            )
        return self.markets[ring]
