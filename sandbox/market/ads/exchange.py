"""Where ads of all teams and rivals meet: once per run.

A campaign's day is planned when the day begins and again when something about it or a competitor changes; between
plans its books grow along the country's hours. So a whole day costs one plan, however many impressions it has.
"""

from __future__ import annotations

from collections.abc import Generator
from typing import Any, Protocol

from msgspec import Struct

from sandbox.kernel.calendar import DAY, HOUR
from sandbox.kernel.codec import to_bytes
from sandbox.kernel.ids import from_text
from sandbox.kernel.money import PPM
from sandbox.kernel.scenario import Scenario
from sandbox.kernel.world import World
from sandbox.market.ads.campaign import Books, Campaign
from sandbox.market.ads.creative import plain
from sandbox.market.ads.creators import Booking, CreatorMarket
from sandbox.market.ads.planning import Planner, Ring, ring_of
from sandbox.market.ads.prices import Prices
from sandbox.market.ads.reads import Field, Side

STEP = 3 * HOUR
"""How often visitors are handed on and creators answer."""


class Closed(Struct, frozen=True):
    """One day of one campaign, when it is over."""

    campaign: Campaign
    day: int
    books: Books
    win_ppm: int
    throttle_ppm: int
    visitors: int
    because: tuple[tuple[str, int], ...]


class TeamSide(Side, Protocol):
    """What the exchange tells a team besides."""

    def day_closed(self, day: int, closed: list[Closed]) -> None:
        """A day is over: report, pay, forget."""
        ...


class AdExchange:
    """Auctions and creators of one run.

    Args:
        world: time, keyed chance and councils.
        scenario: market, rule book.
        field: the shelf; not asked before the first campaign.
    """

    def __init__(self, world: World, scenario: Scenario, field: Field) -> None:
        self._world = world
        self._ends = scenario.play_ends
        self.prices = Prices(world, scenario)
        self.field = field
        self.creators = CreatorMarket(world, scenario, self._push)
        self.campaigns: dict[tuple[str, str], Campaign] = {}
        self._planner = Planner(world, scenario, self.prices, field)
        self._rings: dict[Ring, list[Campaign]] = {}
        self._by_listing: dict[tuple[str, str], list[Campaign]] = {}
        self._stale: dict[Ring, None] = {}
        self._sides: dict[str, TeamSide] = {}
        self._clicks = world.stream("out.ads.click")
        self._closed: list[Closed] = []
        self._open_days: list[int] = []
        self._day = 0
        if scenario.market is not None:
            world.process(self._run())

    def join(self, team: str, side: TeamSide) -> None:
        """One more team."""
        self._sides[team] = side
        self.creators.join(team, side)

    def attention(self, team: str, listing: str, category: str, country: str, platform: str) -> int:
        """Extra attention that search ads buy a listing now, ppm of that of the first organic place."""
        campaigns = self._by_listing.get((team, listing))
        if not campaigns:
            return 0
        self._catch_up(ask_shelf=False)
        return sum(one.plan.attention_ppm for one in campaigns if one.plan is not None)

    def credit(self, team: str, listing: str, order: int) -> str:
        """The search campaign whose slot the buyer of a shelf order had clicked, or an empty text."""
        for one in self._by_listing.get((team, listing), ()):
            if one.plan is not None and self._clicks.happens(one.plan.credit_ppm / PPM, order):
                return one.id
        return ""

    def add(self, one: Campaign) -> None:
        """A campaign begins."""
        self._catch_up()
        one.counted_to = self._world.now
        self.campaigns[one.place] = one
        self._rings.setdefault(ring_of(one), []).append(one)
        if one.kind == "search":
            self._by_listing.setdefault((one.team, one.listing), []).append(one)
        self.changed(one)

    def settle_up(self, one: Campaign) -> None:
        """Count a campaign up to now, before something about it changes."""
        self._catch_up()
        self._count(one, self._world.now)

    def changed(self, one: Campaign) -> None:
        """Something about a campaign changed: plan again what it takes part in."""
        self._stale[ring_of(one)] = None
        self._catch_up()

    def books(self, one: Campaign) -> Books:
        """Books of today up to now; changes nothing."""
        if one.plan is None or not one.is_on:
            return one.today
        now = self._world.now
        return one.today.plus(one.plan.day, self._share(one, min(now, one.ends)))

    def state_digest(self) -> bytes:
        """Canonical bytes of campaigns, rivals' bids and creators."""
        campaigns = [self.campaigns[place] for place in sorted(self.campaigns)]
        waiting = [[one.campaign.id, one.day, one.books] for one in self._closed]
        return to_bytes([self._day, campaigns, self._planner.state(), list(self._stale), self._open_days, waiting,
                         self.creators.state()])

    def close(self) -> None:
        """Play is over before its time: nobody buys ads any more."""
        if self._world.now < self._ends:
            self._ends = self._world.now
            self._catch_up(ask_shelf=False)
            self._close_day()
            self._step()

    def _run(self) -> Generator[Any, Any, None]:
        while self._world.now < self._ends:
            yield self._world.timeout(min(STEP - self._world.now % STEP, self._ends - self._world.now))
            self._catch_up()
            if self._world.now >= self._ends and self._ends % DAY:
                self._close_day()
            self._step()

    def _step(self) -> None:
        for one in self.campaigns.values():
            if one.plan is not None and one.plan.day.visitors:
                self._count(one, self._world.now)
            self._hand_on(one)
        self._report()
        self.creators.step()

    def _catch_up(self, ask_shelf: bool = True) -> None:
        """Close days that are over and plan what is stale. Where the shelf itself causes it, it is not asked back."""
        while self._day < self._world.now // DAY:
            self._close_day()
        stale, self._stale = self._stale, {}
        for ring in stale:
            for one in self._rings[ring]:
                self._count(one, self._world.now)
            self._planner.plan(ring, self._rings[ring], self._world.now)
        if ask_shelf:
            for campaigns in self._by_listing.values():
                for one in campaigns:
                    self._planner.ask_extra(one)

    def _close_day(self) -> None:
        midnight = min((self._day + 1) * DAY, self._ends)
        for one in [one for one in self.campaigns.values() if one.status != "ended"]:
            self._count(one, midnight)
            plan, before = one.plan, one.total.visitors
            self._closed.append(Closed(
                one, self._day, one.today, plan.win_ppm if plan else 0, plan.throttle_ppm if plan else PPM,
                (before + one.today.visitors) // PPM - before // PPM, plan.because if plan else (),
            ))
            one.total.add(one.today, PPM)
            one.week = (*one.week[1:], one.today.impressions // PPM)
            one.today, one.plan = Books(), None
            if one.ends <= midnight or midnight >= self._ends:
                one.status = "ended"
            self._stale[ring_of(one)] = None
        self._planner.end_day(self._day)
        self._open_days.append(self._day)
        self._day += 1
        for ring in [ring for ring in self._stale if all(one.status == "ended" for one in self._rings[ring])]:
            self._forget(ring)

    def _forget(self, ring: Ring) -> None:
        """Nobody is left in a ring."""
        del self._stale[ring]
        for one in self._rings.pop(ring):
            self._by_listing.pop((one.team, one.listing), None)

    def _report(self) -> None:
        days, self._open_days = self._open_days, []
        closed, self._closed = self._closed, []
        for day in days:
            for team, side in self._sides.items():
                side.day_closed(day, [one for one in closed if one.day == day and one.campaign.team == team])

    def _count(self, one: Campaign, to: int) -> None:
        if one.plan is not None and one.is_on:
            one.today.add(one.plan.day, self._share(one, to))
        one.counted_to = max(one.counted_to, to)

    def _share(self, one: Campaign, to: int) -> int:
        """Share of a day's traffic between the last count and second *to* of the same day."""
        ends = (one.counted_to // DAY + 1) * DAY
        until = PPM if to >= ends else self.prices.passed(one.country, to)
        return max(0, until - self.prices.passed(one.country, one.counted_to))

    def _push(self, booking: Booking, people: int) -> None:
        """A creator sends people to a listing for the rest of the day."""
        now = self._world.now
        self.add(Campaign(
            id=booking.id, key=from_text(booking.id), label=0, team=booking.team, kind="creator",
            country=booking.country, platform=booking.platform, sku=booking.sku, category=booking.category,
            listing=booking.listing, keywords=(), relevant=0, audience="", bid=0, target_roas_ppm=0, daily_budget=0,
            starts=now, ends=(now // DAY + 1) * DAY, creative=plain(now), changed_at=now, views=people,
        ))

    def _hand_on(self, one: Campaign) -> None:
        """Send the visitors that have become whole people."""
        due = (one.total.visitors + one.today.visitors) // PPM
        if due > one.sent and one.listing:
            self._sides[one.team].visitors_arrived(one.listing, one.country, due - one.sent, one.id, one.sent)
            one.sent = due
