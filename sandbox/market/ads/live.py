"""Live campaigns: paid impressions of the room, bought every five minutes while a show is on."""

from __future__ import annotations

from collections.abc import Generator
from typing import Any

from sandbox.kernel.calendar import DAY
from sandbox.kernel.money import PPM
from sandbox.kernel.scenario import Scenario
from sandbox.kernel.world import World
from sandbox.market.ads.campaign import Campaign
from sandbox.market.ads.creative import strength_ppm
from sandbox.market.ads.events import RoomAdsBought
from sandbox.market.ads.exchange import AdExchange
from sandbox.market.ads.feed import AUDIENCES, CAP, auction, guess
from sandbox.market.ads.reads import Reads, RoomNow
from sandbox.market.ads.rules import Rules

STEP = 300
STEPS_OF_A_DAY = 24
"""A day's impressions are shared by two hours of show: chosen."""


class RoomBuyer:
    """Buys for one team's live campaigns.

    A target return counts every sale of the room, as the platforms' own targets do. The expected value of an
    impression is its chance to become a view times the recent sales per view.
    """

    def __init__(self, world: World, scenario: Scenario, exchange: AdExchange, reads: Reads, rules: Rules) -> None:
        self._world = world
        self._exchange = exchange
        self._reads = reads
        self._rules = rules
        self._guesses = world.stream("ctx.ads.guess")
        prices = sorted(product.price for product in scenario.products)
        self._usual_price = prices[len(prices) // 2]
        self._has_market = scenario.market is not None
        self.next_at = -1
        """Second of the next purchase, -1 without a show."""

    def start(self) -> None:
        """A show has begun."""
        if self._has_market and self.next_at < self._world.now:
            self.next_at = self._world.now
            self._world.process(self._buy())

    def _buy(self) -> Generator[Any, Any, None]:
        while (room := self._reads.room()) is not None and room.until > self._world.now:
            for one in self._rules.running():
                if one.kind == "live" and one.is_on:
                    self._step(one, room)
            self.next_at = self._world.now + min(STEP, room.until - self._world.now)
            yield self._world.timeout(self.next_at - self._world.now)
        self.next_at = -1

    def _step(self, one: Campaign, room: RoomNow) -> None:
        self._exchange.settle_up(one)
        now, prices, audience = self._world.now, self._exchange.prices, AUDIENCES[one.audience]
        steps = -(-(room.until - now) // STEP)
        allowed = max(0, one.daily_budget * PPM - one.today.spend) // PPM // steps
        creative = strength_ppm(one.creative, now)
        entry = room.entry_ppm / PPM * creative / PPM
        sales = entry * room.gmv_per_view / 1000.0
        value = float(one.bid)
        if one.target_roas_ppm:
            value = 1000.0 * sales * PPM / one.target_roas_ppm * guess(one, now // DAY, self._guesses)
        dearer = prices.cpm(one.country, one.category, now // DAY) / prices.usual(one.country).cpm
        result = auction(value, room.cpm * audience.price * dearer)
        shown = prices.people(one.country) * audience.size * CAP / STEPS_OF_A_DAY * result.win
        if result.paid > 0:
            shown = min(shown, allowed * 1000.0 / result.paid)
        impressions = int(shown)
        cost = min(allowed, int(impressions * result.paid / 1000.0 + 0.5))
        if impressions:
            self._book(one, impressions, cost, entry, sales)
            self._world.emit(RoomAdsBought(campaign=one.id, impressions=impressions, cost=cost, creative_ppm=creative))

    def _book(self, one: Campaign, impressions: int, cost: int, entry: float, sales: float) -> None:
        gmv = int(impressions * sales * PPM)
        today = one.today
        today.impressions += impressions * PPM
        today.clicks += int(impressions * entry * PPM)
        today.spend += cost * PPM
        today.orders += gmv // self._usual_price
        today.extra_orders += gmv // self._usual_price
        today.gmv += gmv
        today.extra_gmv += gmv
