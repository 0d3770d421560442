"""Reports about a market: honest estimates with bands that hold the truth in nine of ten.

An estimate is the truth times a lognormal error; the band is the estimate times the same lognormal's 5th and 95th
percentiles, so it covers the truth with probability .9 whatever the truth is. The spread falls with the square root of
what is paid, as the error of a survey does.
"""

from __future__ import annotations

import math

from msgspec import Struct

from sandbox.kernel.detmath import det_exp
from sandbox.kernel.draws import Stream
from sandbox.kernel.errors import IllegalCommandError
from sandbox.kernel.ids import child
from sandbox.kernel.messages import Actor
from sandbox.kernel.scenario import Scenario
from sandbox.kernel.world import World
from sandbox.market.supply.commands import LEAST_RESEARCH, ResearchMarket
from sandbox.market.supply.events import MarketResearched, RivalSeen
from sandbox.market.supply.reads import MarketTruth, RivalTruth, SupplyReads

SIGMA = 0.3
"""Spread of the error of the cheapest report: shoppers; the median price and sales vary around it. Chosen."""
PRICE_FACTOR, SALES_FACTOR = 0.4, 1.5
"""Prices stand on pages and are easy to see; the sales of others are guessed from ranks and reviews. Chosen."""
Z = 1.6449
"""95th percentile of the standard normal, rounded up."""
RIVALS_SHOWN = 5
"""Rivals in the cheapest report; in proportion to what is paid. Chosen."""


class Report(Struct, frozen=True):
    """A report and when it came."""

    at: int
    found: MarketResearched


class Research:
    """The reports one team has bought.

    Args:
        world: time, keyed chance and the record.
        scenario: countries and categories.
        reads: the truth behind the reports, and what may be spent.
    """

    def __init__(self, world: World, scenario: Scenario, reads: SupplyReads) -> None:
        self._world = world
        self._reads = reads
        self._noise = world.stream("ctx.market.research")
        market = scenario.market
        accounts = [account.country for account in market.accounts] if market else []
        self._countries = tuple(dict.fromkeys([*accounts, *scenario.audience.countries]))
        self._categories = market.categories if market else ()
        self.reports: list[Report] = []

    def research(self, command: ResearchMarket, actor: Actor) -> None:
        """Buy a report; a second one about the same market has an error of its own.

        Raises:
            IllegalCommandError: ``unknown_country``, ``unknown_category`` or ``not_enough_cash``.
        """
        self._check(command)
        parent = child(0, f"research:{command.country}/{command.category}", 0)
        ident = child(parent, "report", self._world.next_ordinal(parent, "report"))
        truth = self._reads.market_truth(command.country, command.category)
        report = _report(command, truth, Survey(self._noise, ident, command.depth))
        self.reports.append(Report(self._world.now, report))
        self._world.emit(report)

    def _check(self, command: ResearchMarket) -> None:
        if command.country not in self._countries:
            known = ", ".join(self._countries)
            message = f"expected one of {known}, got {command.country}"
            raise IllegalCommandError("unknown_country", message, country=command.country)
        if command.category not in self._categories:
            known = ", ".join(self._categories) or "none"
            message = f"expected one of {known}, got {command.category}"
            raise IllegalCommandError("unknown_category", message, category=command.category)
        spendable = self._reads.spendable()
        if command.depth > spendable:
            message = f"expected {command.depth} to spend (cash and credit), got {spendable}"
            raise IllegalCommandError("not_enough_cash", message, cost=command.depth, spendable=spendable)


class Survey:
    """The error of one report.

    Args:
        noise: the stream of errors.
        ident: id of the report.
        depth: what was paid, minor units.
    """

    def __init__(self, noise: Stream, ident: int, depth: int) -> None:
        self._noise = noise
        self._ident = ident
        self._sigma = SIGMA * math.sqrt(LEAST_RESEARCH / depth)

    def estimate(self, truth: int, count: int, factor: float = 1.0) -> tuple[int, int, int]:
        """(estimate, lower end, upper end) of *truth*; the ends are rounded outwards."""
        sigma = self._sigma * factor
        seen = truth * det_exp(sigma * self._noise.normal(self._ident, count))
        low, high = seen * det_exp(-Z * sigma), seen * det_exp(Z * sigma)
        return int(seen + 0.5), math.floor(low), math.ceil(high)


def _report(command: ResearchMarket, truth: MarketTruth, survey: Survey) -> MarketResearched:
    price = survey.estimate(truth.price, 0, PRICE_FACTOR)
    shoppers = survey.estimate(truth.shoppers, 1)
    shown = RIVALS_SHOWN * command.depth // LEAST_RESEARCH
    best = sorted(truth.rivals, key=lambda rival: (-rival.sales, rival.rival, rival.platform))[:shown]
    rivals = [_seen(rival, survey) for rival in best]
    rivals.sort(key=lambda rival: (-rival.sales, rival.rival, rival.platform))
    return MarketResearched(
        country=command.country, category=command.category, cost=command.depth,
        price=price[0], price_low=price[1], price_high=price[2],
        shoppers=shoppers[0], shoppers_low=shoppers[1], shoppers_high=shoppers[2],
        rivals=tuple(rivals), rivals_in_all=len(truth.rivals),
    )


def _seen(rival: RivalTruth, survey: Survey) -> RivalSeen:
    # The error belongs to the rival, not to its place in the table, which moves with its sales.
    key = child(0, f"rival:{rival.platform}/{rival.rival}", 0) & 0x7FFFFFFF
    sales, low, high = survey.estimate(rival.sales, 2 + key, SALES_FACTOR)
    return RivalSeen(rival.rival, rival.platform, rival.price, rival.rating, rival.reviews, sales, low, high)
