"""The commands about campaigns and their creatives."""

from __future__ import annotations

from collections.abc import Generator
from typing import Any

from sandbox.kernel import ids
from sandbox.kernel.calendar import DAY
from sandbox.kernel.messages import Actor
from sandbox.kernel.scenario import Scenario
from sandbox.kernel.world import World
from sandbox.market.ads import creative, teaser
from sandbox.market.ads.campaign import Campaign, Creative
from sandbox.market.ads.commands import (
    CreateCampaign,
    PauseCampaign,
    ResumeCampaign,
    SetBid,
    SetBudget,
    UploadCreative,
)
from sandbox.market.ads.events import CampaignChanged, CampaignCreated, CreativeReviewed, CreativeUploaded
from sandbox.market.ads.exchange import AdExchange
from sandbox.market.ads.reads import Reads
from sandbox.market.ads.rules import Rules, refuse

PAUSE = 600
"""Seconds between two changes that leave a campaign's learning alone."""


class CampaignDesk:
    """One team's campaigns."""

    def __init__(self, world: World, scenario: Scenario, exchange: AdExchange, reads: Reads) -> None:
        self._world = world
        self._scenario = scenario
        self._exchange = exchange
        self._reads = reads
        self.rules = Rules(scenario, exchange, reads)
        self._hooks = world.stream("ctx.ads.hook")
        self._views = world.stream("ctx.ads.teaser")

    def create(self, command: CreateCampaign, actor: Actor) -> None:
        """Begin to advertise.

        Raises:
            IllegalCommandError: ``no_market``, ``no_account``, ``unknown_sku``, ``no_listing``, ``bid_or_target``,
                ``bid_below_reserve``, ``keywords_missing``, ``keywords_unused``, ``budget_too_small``,
                ``teaser_has_no_budget``, ``no_deposit``, ``already_advertised`` or ``too_many_videos``.
        """
        rules = self.rules
        rules.account(command.platform, command.country, command.kind)
        is_live = command.kind == "live"
        category = self._scenario.products[0].category if is_live else rules.product(command.sku).category
        listing = "" if is_live else rules.listing(command.sku, command.country, command.platform)
        rules.price(command.kind, command.country, command.bid, command.target_roas_ppm)
        rules.keywords(command)
        rules.is_new(command, self._world.now)
        rules.budget(command.kind, command.country, command.daily_budget)
        one = self._campaign(command, category, listing)
        cost = self._film(one, command) if command.kind == "teaser" else 0
        self._world.emit(CampaignCreated(
            campaign=one.id, label=one.label, kind=one.kind, country=one.country, platform=one.platform, sku=one.sku,
            listing=listing, keywords=one.keywords, relevant=one.relevant, audience=one.audience, bid=one.bid,
            target_roas_ppm=one.target_roas_ppm, daily_budget=one.daily_budget, ends=one.ends, cost=cost,
        ))
        self._exchange.add(one)

    def set_bid(self, command: SetBid, actor: Actor) -> None:
        """Bid otherwise from now on.

        Raises:
            IllegalCommandError: ``unknown_campaign``, ``campaign_ended``, ``bid_or_target``, ``bid_below_reserve`` or
                ``bid_unchanged``.
        """
        one = self.rules.campaign(command.campaign)
        self.rules.price(one.kind, one.country, command.bid, command.target_roas_ppm)
        if (one.bid, one.target_roas_ppm) == (command.bid, command.target_roas_ppm):
            refuse("bid_unchanged", f"expected another bid than {command.bid or command.target_roas_ppm}",
                   bid=command.bid, target=command.target_roas_ppm)
        self._exchange.settle_up(one)
        one.bid, one.target_roas_ppm = command.bid, command.target_roas_ppm
        self._changed(one, learns=True)

    def set_budget(self, command: SetBudget, actor: Actor) -> None:
        """Spend more or less a day from now on.

        Raises:
            IllegalCommandError: ``unknown_campaign``, ``campaign_ended``, ``budget_unchanged``, ``budget_too_small``,
                ``teaser_has_no_budget`` or ``no_deposit``.
        """
        one = self.rules.campaign(command.campaign)
        if command.daily_budget == one.daily_budget:
            refuse("budget_unchanged", f"expected another budget than {one.daily_budget}", budget=one.daily_budget)
        self.rules.budget(one.kind, one.country, command.daily_budget, one)
        self._exchange.settle_up(one)
        one.daily_budget = command.daily_budget
        self._changed(one, learns=True)

    def pause(self, command: PauseCampaign, actor: Actor) -> None:
        """Stop spending. Raises ``unknown_campaign``, ``campaign_ended`` or ``not_running``."""
        one = self.rules.campaign(command.campaign)
        if not one.is_on:
            refuse("not_running", f"expected a running campaign, campaign {one.label} is {one.status}")
        self._exchange.settle_up(one)
        one.status = "paused"
        self._changed(one)

    def resume(self, command: ResumeCampaign, actor: Actor) -> None:
        """Go on. Raises ``unknown_campaign``, ``campaign_ended``, ``not_paused`` or ``no_deposit``."""
        one = self.rules.campaign(command.campaign)
        if one.is_on:
            refuse("not_paused", f"expected a paused campaign, campaign {one.label} runs")
        self.rules.budget(one.kind, one.country, one.daily_budget, one)
        self._exchange.settle_up(one)
        one.status = "running"
        self._changed(one)

    def upload(self, command: UploadCreative, actor: Actor) -> None:
        """Send a creative to review.

        Raises:
            IllegalCommandError: ``unknown_campaign``, ``campaign_ended``, ``no_creative_here``, ``review_pending`` or
                ``unknown_point``.
        """
        one = self.rules.campaign(command.campaign)
        if one.kind not in ("feed", "live"):
            refuse("no_creative_here", f"expected a feed or live campaign, a {one.kind} campaign shows "
                   + ("the listing itself" if one.kind == "search" else "its own video"), kind=one.kind)
        if one.waiting is not None:
            refuse("review_pending", f"expected no creative in review, one is ready at {one.waiting.since}",
                   ready_at=one.waiting.since)
        product = self.rules.product(one.sku or self._scenario.products[0].sku)
        known = [point.id for point in product.points]
        for claim in command.claims:
            if claim not in known:
                refuse("unknown_point", f"expected points of {product.sku}, one of {', '.join(known)}, got {claim}",
                       point=claim, sku=product.sku)
        ready = self._world.now + creative.REVIEW_SECONDS
        claims = tuple(dict.fromkeys(command.claims))
        one.waiting = creative.made(self._hooks, product, one.country, command.hook, claims, ready)
        self._world.emit(CreativeUploaded(campaign=one.id, hook=command.hook, claims=claims, ready_at=ready))
        self._world.process(self._review(one, one.waiting))

    def _review(self, one: Campaign, waiting: Creative) -> Generator[Any, Any, None]:
        yield self._world.timeout(waiting.since - self._world.now)
        one.waiting = None
        if one.status == "ended":
            return
        product = self.rules.product(one.sku or self._scenario.products[0].sku)
        tag, false_claims = creative.verdict(product, waiting.claims)
        if not tag:
            self._exchange.settle_up(one)
            one.creative = waiting
            self._exchange.changed(one)
        self._world.emit(CreativeReviewed(
            campaign=one.id, hook=waiting.hook, approved=not tag, tag=tag, false_claims=false_claims,
        ))

    def _changed(self, one: Campaign, learns: bool = False) -> None:
        """Plan anew; a second change within ten minutes throws away what was learnt."""
        now = self._world.now
        reset = learns and now - one.changed_at < PAUSE
        if reset:
            one.unlearnt_ppm = one.total.orders + one.today.orders
        if learns:
            one.changed_at = now
        self._world.emit(CampaignChanged(
            campaign=one.id, bid=one.bid, target_roas_ppm=one.target_roas_ppm, daily_budget=one.daily_budget,
            status=one.status, learning_reset=reset,
        ))
        self._exchange.changed(one)

    def _campaign(self, command: CreateCampaign, category: str, listing: str) -> Campaign:
        now, team = self._world.now, self._reads.team
        # Named after what it advertises, so that one more campaign elsewhere renames none.
        name = f"campaign:{command.kind}:{command.country}:{command.platform}:{command.sku}"
        key = ids.child(0, name, self._world.next_ordinal(0, name))
        known = self.rules.market().keywords.get(category, ())
        words = tuple(dict.fromkeys(command.keywords))
        return Campaign(
            id=ids.to_text(key), key=key, label=len(self.rules.all()) + 1, team=team, kind=command.kind,
            country=command.country, platform=command.platform, sku=command.sku, category=category, listing=listing,
            keywords=words, relevant=sum(word in known for word in words) if known else len(words),
            audience=command.audience, bid=command.bid, target_roas_ppm=command.target_roas_ppm,
            daily_budget=command.daily_budget, starts=now, ends=(now // DAY + command.days) * DAY,
            creative=creative.plain(now), changed_at=now,
        )

    def _film(self, one: Campaign, command: CreateCampaign) -> int:
        """Make the short video; returns what it costs."""
        hook = creative.hook_score(self._hooks, one.sku, one.country, command.hook)
        number = sum(other.kind == "teaser" and (other.sku, other.country) == (one.sku, one.country)
                     for other in self.rules.all())
        one.views = teaser.views(self._views, one.sku, one.country, number, hook, self._scenario.shop.account_score)
        one.creative = Creative(command.hook, (), int(hook * 1_000_000), self._world.now)
        return int(teaser.COST_CENTS * self._exchange.prices.for_a_cent + 0.5)
