"""What a campaign must satisfy before it may begin or change. Each refusal says the number that would pass."""

from __future__ import annotations

from typing import Any, NoReturn

from sandbox.kernel.calendar import DAY
from sandbox.kernel.errors import IllegalCommandError
from sandbox.kernel.scenario import Product, Scenario
from sandbox.kernel.scenario_market import Market
from sandbox.market.ads.campaign import Campaign
from sandbox.market.ads.commands import CreateCampaign
from sandbox.market.ads.exchange import AdExchange
from sandbox.market.ads.reads import Reads

LEAST_CLICKS = 5
"""A search budget must reach for so many usual clicks a day: chosen."""
LEAST_IMPRESSIONS = 1_000
"""A feed or live budget must reach for so many usual impressions a day: chosen."""
VIDEOS_A_DAY = 3
"""Short videos that one account may post in a country within a day before people turn away: chosen."""
DEPOSIT_DAYS = 2
"""Days of all running budgets that must be at hand: chosen, as prepaid ad accounts ask for."""


def refuse(code: str, message: str, **facts: Any) -> NoReturn:
    """Raise the refusal of one rule."""
    raise IllegalCommandError(code, message, **facts)


class Rules:
    """Checks of one team's campaigns.

    Args:
        scenario: accounts and products.
        exchange: other campaigns and usual prices.
        reads: the team's money.
    """

    def __init__(self, scenario: Scenario, exchange: AdExchange, reads: Reads) -> None:
        self._scenario = scenario
        self._exchange = exchange
        self._reads = reads
        self._products = {product.sku: product for product in scenario.products}

    def market(self) -> Market:
        """The shelf market. Raises ``no_market``."""
        if self._scenario.market is None:
            refuse("no_market", "expected a scenario with a shelf market, this one is one live room")
        return self._scenario.market

    def product(self, sku: str) -> Product:
        """A product of the shop. Raises ``unknown_sku``."""
        if sku not in self._products:
            refuse("unknown_sku", f"expected one of {', '.join(self._products)}, got {sku or 'no product'}", sku=sku)
        return self._products[sku]

    def account(self, platform: str, country: str, kind: str = "") -> None:
        """The shop sells there, or its room is seen there. Raises ``no_account``."""
        accounts = [(one.platform, one.country) for one in self.market().accounts]
        if kind == "live":
            accounts += [(self._scenario.shop.platform, where) for where in self._scenario.audience.countries]
        if (platform, country) not in accounts:
            known = ", ".join(f"{place} {where}" for place, where in accounts)
            refuse("no_account", f"expected an account, one of {known}, got {platform} {country}", platform=platform,
                   country=country)

    def listing(self, sku: str, country: str, platform: str) -> str:
        """The listing ads lead to. Raises ``no_listing``."""
        listing = self._exchange.field.listing(self._reads.team, sku, country, platform)
        if not listing:
            refuse("no_listing", f"expected {sku} to stand on {platform} in {country}; publish a listing first",
                   sku=sku, platform=platform, country=country)
        return listing

    def price(self, kind: str, country: str, bid: int, target: int) -> None:
        """Exactly one way to bid, and one that can win. Raises ``bid_or_target`` or ``bid_below_reserve``."""
        if kind == "teaser":
            if bid or target:
                refuse("bid_or_target", "expected a short video without bid and target, got one: nobody is paid for it")
        elif kind == "search":
            if not bid or target:
                refuse("bid_or_target", "expected a search campaign with a bid for a click and no target return")
            reserve = self._exchange.prices.reserve(country)
            if bid < reserve:
                refuse("bid_below_reserve", f"expected at least {reserve} for a click in {country}, got {bid}",
                       reserve=reserve, bid=bid)
        elif bool(bid) == bool(target):
            refuse("bid_or_target", "expected a bid or a target return, exactly one of them")

    def keywords(self, command: CreateCampaign) -> None:
        """Search needs words, nothing else takes them. Raises ``keywords_missing`` or ``keywords_unused``."""
        if command.kind == "search" and not command.keywords:
            refuse("keywords_missing", "expected one to ten words that shoppers search by, got none")
        if command.kind != "search" and command.keywords:
            refuse("keywords_unused", f"expected no words for a {command.kind} campaign, only search bids on them")

    def budget(self, kind: str, country: str, budget: int, running: Campaign | None = None) -> None:
        """Enough to learn from, and not more than the shop has. Raises ``budget_too_small`` or ``no_deposit``."""
        if kind == "teaser":
            if budget:
                refuse("teaser_has_no_budget", f"expected a daily budget of 0 for a short video, got {budget}; a feed "
                       "campaign buys impressions", budget=budget)
            return
        least = self.least_budget(kind, country)
        if budget < least:
            refuse("budget_too_small", f"expected at least {least} a day in {country}, got {budget}", least=least,
                   budget=budget)
        others = sum(one.daily_budget for one in self.running() if one is not running)
        need, spendable = DEPOSIT_DAYS * (others + budget), self._reads.spendable()
        if spendable < need:
            refuse("no_deposit", f"expected {need} at hand, {DEPOSIT_DAYS} days of all running budgets, got "
                   f"{spendable}", need=need, spendable=spendable)

    def least_budget(self, kind: str, country: str) -> int:
        """Smallest daily budget of one kind there."""
        usual = self._exchange.prices.usual(country)
        return int(usual.cpc * LEAST_CLICKS if kind == "search" else usual.cpm * LEAST_IMPRESSIONS / 1000 + 0.5)

    def is_new(self, command: CreateCampaign, now: int) -> None:
        """One campaign of a kind for one product and place. Raises ``already_advertised`` or ``too_many_videos``."""
        recent = [one for one in self.all() if one.kind == "teaser" and one.country == command.country
                  and one.starts > now - DAY]
        if command.kind == "teaser" and len(recent) >= VIDEOS_A_DAY:
            free_at = recent[-VIDEOS_A_DAY].starts + DAY
            refuse("too_many_videos", f"expected at most {VIDEOS_A_DAY} short videos a day in {command.country}, got "
                   f"one more before second {free_at}", limit=VIDEOS_A_DAY, free_at=free_at)
        wanted = command.kind, command.country, command.platform, command.sku, command.audience
        for one in self.running():
            same = (one.kind, one.country, one.platform, one.sku, one.audience) == wanted
            if one.kind != "teaser" and same:
                refuse("already_advertised", f"expected no other running {one.kind} campaign for it there, campaign "
                       f"{one.label} is one: change its bid or budget", campaign=one.id)

    def running(self) -> list[Campaign]:
        """The team's campaigns that may spend."""
        return [one for one in self.all() if one.status != "ended"]

    def all(self) -> list[Campaign]:
        """The team's campaigns, oldest first."""
        ours = self._exchange.campaigns.values()
        return [one for one in ours if one.team == self._reads.team and one.kind != "creator"]

    def campaign(self, ident: str) -> Campaign:
        """A campaign that has not ended. Raises ``unknown_campaign`` or ``campaign_ended``."""
        one = self._exchange.campaigns.get((self._reads.team, ident))
        if one is None or one.kind == "creator":
            refuse("unknown_campaign", "expected one of the shop's campaigns, got another id", campaign=ident)
        if one.status == "ended":
            refuse("campaign_ended", f"expected a campaign that still runs, campaign {one.label} is over",
                   campaign=ident)
        return one
