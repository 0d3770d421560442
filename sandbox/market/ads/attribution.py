"""What ads are said to have brought, and what they would have to answer for.

A platform reports, ten minutes late, every order it can tie to an ad: by a click, or because the buyer had seen it.
What would not have come without the ad is another number; it is known by expectation along the run and opened in the
review.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping
from typing import Any

from msgspec import Struct, field

from sandbox.kernel.detmath import det_exp
from sandbox.kernel.money import PPM
from sandbox.kernel.world import World
from sandbox.market.ads.campaign import Campaign
from sandbox.market.ads.exchange import AdExchange
from sandbox.market.ads.feed import AUDIENCES, frequency

LAG = 600
"""Seconds after which sales are reported."""
SEEN = 2.0
"""Impressions a week after which two thirds of an audience have seen an ad: chosen."""


class Tally(Struct, frozen=True):
    """Orders and sales up to now."""

    orders: int = 0
    sales: int = 0


class SalesLog(Struct):
    """Sales over time, added up."""

    at: list[int] = field(default_factory=list)
    sums: list[Tally] = field(default_factory=list)

    def add(self, now: int, sales: int) -> None:
        """One more order."""
        last = self.sums[-1] if self.sums else Tally()
        self.at.append(now)
        self.sums.append(Tally(last.orders + 1, last.sales + sales))

    def until(self, second: int) -> Tally:
        """All orders up to and with *second*."""
        place = bisect_right(self.at, second)
        return self.sums[place - 1] if place else Tally()

    def between(self, after: int, until: int) -> Tally:
        """Orders later than *after*, up to and with *until*."""
        first, last = self.until(after), self.until(until)
        return Tally(max(0, last.orders - first.orders), max(0, last.sales - first.sales))

    def state(self) -> list[object]:
        """The last line; the earlier ones follow from what happened."""
        return [self.at[-1:], self.sums[-1:]]


class Attribution:
    """Reported sales of one team's campaigns.

    Args:
        world: time and keyed chance.
        team: whose.
        exchange: the campaigns.
    """

    def __init__(self, world: World, team: str, exchange: AdExchange) -> None:
        self._world = world
        self._team = team
        self._exchange = exchange
        self._claims = world.stream("out.ads.claim")
        self.view = "platform"
        self.clicked: dict[str, SalesLog] = {}
        """By campaign: orders with a click on it, or placed in the room it filled."""
        self.claimed: dict[str, SalesLog] = {}
        """By campaign: orders of people who had only seen it."""
        self.all_sales: dict[tuple[str, str], SalesLog] = {}
        """By product and country; the product is empty for the whole room."""

    def note(self, order: int, sku: str, country: str, channel: str, sales: int, campaign: str) -> None:
        """An order was placed.

        Args:
            order: its id.
            sku: the product.
            country: where the buyer is.
            channel: ``live`` or ``shelf``.
            sales: what it brings, shop currency.
            campaign: the campaign or booking it carries, or an empty text.
        """
        now = self._world.now
        for key in ((sku, country), ("", country)) if channel == "live" else ((sku, country),):
            self.all_sales.setdefault(key, SalesLog()).add(now, sales)
        if campaign:
            self.clicked.setdefault(campaign, SalesLog()).add(now, sales)
        elif channel == "live":
            for one in self._running("live"):
                self.clicked.setdefault(one.id, SalesLog()).add(now, sales)
        else:
            self._claim(order, sku, country, sales)

    def reported(self, one: Campaign) -> Tally:
        """Orders and sales as the chosen panel counts them, ten minutes old."""
        until = self._world.now - LAG
        if self.view == "blended":
            return self.all_sales.get((one.sku, one.country), SalesLog()).between(one.starts - 1, until)
        clicked = self.clicked.get(one.id, SalesLog()).until(until)
        if self.view == "click":
            return clicked
        seen = self.claimed.get(one.id, SalesLog()).until(until)
        return Tally(clicked.orders + seen.orders, clicked.sales + seen.sales)

    def state(self) -> list[object]:
        """How it counts, and what was counted."""
        return [self.view, _last(self.clicked), _last(self.claimed), _last(self.all_sales)]

    def _running(self, kind: str) -> list[Campaign]:
        ours = self._exchange.campaigns.values()
        return [one for one in ours if one.team == self._team and one.kind == kind and one.is_on]

    def _claim(self, order: int, sku: str, country: str, sales: int) -> None:
        """A buyer came alone; the feed that showed the product to most of such people says it was the ad."""
        for one in self._running("feed"):
            if (one.sku, one.country) == (sku, country):
                shown = frequency(one, self._exchange.prices.people(country))
                chance = AUDIENCES[one.audience].claimed * (1.0 - det_exp(-shown / SEEN))
                if self._claims.happens(chance, order):
                    self.claimed.setdefault(one.id, SalesLog()).add(self._world.now, sales)
                    return


def _last(logs: Mapping[Any, SalesLog]) -> list[object]:
    return [[name, logs[name].state()] for name in sorted(logs)]


class Adstock:
    """How much of a country still remembers the shop's advertising.

    Spend fades to three tenths a day; what it does to awareness bends by ``B / (B + B50)``. Geometric decay with a Hill
    curve: Jin and others, "Bayesian methods for media mix modeling with carryover and shape effects" (2017).
    """

    FADES = 3, 10

    def __init__(self, exchange: AdExchange) -> None:
        self._prices = exchange.prices
        self.spend: dict[str, int] = {}
        """By country: remembered spend, micro."""

    def end_day(self, spend: dict[str, int]) -> None:
        """One more day, with its spend by country in micro."""
        kept, of = self.FADES
        for country in [*self.spend, *(name for name in spend if name not in self.spend)]:
            self.spend[country] = self.spend.get(country, 0) * kept // of + spend.get(country, 0)

    def ppm(self, country: str) -> int:
        """``B / (B + B50)`` of a country, ppm."""
        remembered = self.spend.get(country, 0)
        half = self._prices.half_way(country) * PPM
        return PPM * remembered // (remembered + half) if remembered else 0
