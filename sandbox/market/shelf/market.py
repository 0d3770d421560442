"""The shelf market of a run: one for all its teams. Shoppers, rivals and platforms are the same for every team.

At midnight rivals and platforms decide, then everybody who shops that day chooses; orders fall due at the shoppers'
hours. What a team changes during the day reaches the search at the next full hour, and only those who had not yet
decided choose again.
"""

from __future__ import annotations

from collections.abc import Callable, Generator
from heapq import heappop, heappush
from typing import Any

import numpy as np

from sandbox.kernel.calendar import DAY, HOUR, Calendar
from sandbox.kernel.codec import to_bytes
from sandbox.kernel.draws import bits
from sandbox.kernel.ids import child, to_text
from sandbox.kernel.scenario import Scenario
from sandbox.kernel.world import World
from sandbox.market.shelf import shocks
from sandbox.market.shelf.because import because
from sandbox.market.shelf.cell import EXTRA, RANK, THERE, Cell, Where
from sandbox.market.shelf.demand import DUSK
from sandbox.market.shelf.events import CalendarPeak
from sandbox.market.shelf.field import Field
from sandbox.market.shelf.listing import REVIEW_TIME, ShelfListing
from sandbox.market.shelf.plan import DayPlan
from sandbox.market.shelf.side import ShelfSide
from sandbox.market.shelf.stand import Sponsored, Stand

OPENING_HOURS = 6
_HOUR_DRAW = 1 << 33


class ShelfMarket:
    """Shoppers, rivals, platforms and the listings of all teams.

    Args:
        world: the run's.
        scenario: with a market.
        sponsored: extra attention that ads buy: (team, listing, category, country, platform) -> ppm.
    """

    def __init__(self, world: World, scenario: Scenario, sponsored: Sponsored = lambda *_: 0) -> None:
        self._world, self._scenario, self._sponsored = world, scenario, sponsored
        self._calendar = Calendar(scenario.market_starts)
        self._chooses = world.stream("out.market.choice")
        self._hour = world.stream("ctx.market.hour")
        self._clicks = world.stream("ctx.market.click")
        self._sides: dict[str, ShelfSide] = {}
        self.field: Field | None = None
        self.is_closed = False
        self.on_open: Callable[[Field], None] = lambda field: None
        """Called once when all markets stand, before the first day; for measurements."""
        self._due: list[tuple[int, int, int, int, int]] = []
        """(second, market, version, shopper, row)."""
        self._dirty: dict[int, None] = {}
        self._space = (np.zeros(1, np.int64), np.zeros(1, np.int16))
        world.process(self._run())

    def join(self, team: str, shop: ShelfSide) -> None:
        """A team takes part; before the run starts."""
        self._sides[team] = shop
        shop.watch(lambda listing: self._touched(team, listing))

    # The days.

    def _run(self) -> Generator[Any, Any, None]:
        world, last = self._world, self._scenario.season_days
        self.field = field = Field(world, self._scenario, self._sides)
        self._opening_orders(field)
        self.on_open(field)
        for day in range(last):
            self._dawn(field, day)
            for hour in range(24):
                if self.is_closed:
                    return
                self._review(field, day)
                self._replan(field, day)
                yield from self._sell(field, day, day * DAY + min(DUSK, (hour + 1) * HOUR))
            self._dusk(field, day)
            yield world.timeout(DAY - DUSK)

    def _dawn(self, field: Field, day: int) -> None:
        self._announce(field, day)
        field.decide(day)
        self._dirty.clear()
        for number, plan in enumerate(field.plans):
            plan.begin(field.people(plan.cell, day), field.demand.hours(plan.cell.where.country, day * DAY))
            self._fill(field, number)
            self._choose(field, number, day, 0)

    def _fill(self, field: Field, number: int) -> None:
        plan = field.plans[number]
        plan.cell.numbers[EXTRA, : plan.cell.rivals] = plan.cell.promoted[: plan.cell.rivals]
        if sum(stand.fill(self._world.now, self._sponsored) for stand in field.stands[number]):
            plan.cell.rank()
        plan.cell.weigh()

    def _choose(self, field: Field, number: int, day: int, second: int) -> None:
        """Let the market's shoppers choose, those who decide before *second* of the day left out."""
        plan = field.plans[number]
        cell = plan.cell
        plan.version += 1
        if not field.stands[number]:
            return
        if plan.people + 1 > len(self._space[0]):
            self._space = (np.zeros(2 * plan.people + 2, np.int64), np.zeros(2 * plan.people + 2, np.int16))
        who, what = cell.choose(self._chooses.key, day, plan.people, plan.strata, self._space)
        ours = what >= cell.rivals
        who, what = who[ours], what[ours]
        key = bits(np.uint64(self._hour.key), np.uint64(cell.key), np.uint64(day + _HOUR_DRAW))
        seconds = field.demand.seconds(int(key), who, plan.hours)
        for at, shopper, row in zip(seconds.tolist(), who.tolist(), what.tolist(), strict=True):
            if at >= second:
                heappush(self._due, (day * DAY + at, number, plan.version, shopper, row))

    def _replan(self, field: Field, day: int) -> None:
        """What was changed since the last full hour reaches the search."""
        second = self._world.now - day * DAY
        for number in sorted(self._dirty):
            field.plans[number].passed(second)
            self._fill(field, number)
            self._choose(field, number, day, second)
        self._dirty.clear()

    def _sell(self, field: Field, day: int, until: int) -> Generator[Any, Any, None]:
        """Place what falls due before *until*, and wait for it."""
        while self._due and self._due[0][0] < until:
            at, number, version, shopper, row = heappop(self._due)
            if self.is_closed:
                return
            if number >= 0 and version != field.plans[number].version:
                continue
            if at > self._world.now:
                yield self._world.timeout(at - self._world.now)
                if self.is_closed or (number >= 0 and version != field.plans[number].version):
                    continue
            if number < 0:
                field.opening[row].sell(shopper)
            else:
                self._buy(field, number, day, shopper, row)
        if until > self._world.now:
            yield self._world.timeout(until - self._world.now)

    def _buy(self, field: Field, number: int, day: int, shopper: int, row: int) -> None:
        plan, stand = field.plans[number], field.at(number, row)
        source = "brand" if plan.cell.where.team or not plan.cell.rivals else "search"
        name = to_text(child(plan.cell.key, "shopper", shopper))
        if stand.side.sell(stand.listing, name, source):
            plan.sold[row] += 1
            return
        # Sold out under the shopper's hands: this one and everybody after look for something else.
        stand.side.found(stand.listing, False)
        second = self._world.now - day * DAY
        plan.passed(second)
        plan.cell.numbers[THERE, row] = 0
        plan.cell.weigh()
        self._choose(field, number, day, second)

    def _dusk(self, field: Field, day: int) -> None:
        for number, plan in enumerate(field.plans):
            plan.passed(DAY)
            cell = plan.cell
            for stand in field.stands[number]:
                if stand.listing.state == "live" or plan.looks[stand.row] > 0:
                    self._count(plan, stand, day)
            cell.remember(plan.orders, plan.clicks)
            cell.get_used()
        for side in self._sides.values():
            for country in field.countries:
                side.step_awareness(country, field.demand.usual(country) / 1000.0)

    def _count(self, plan: DayPlan, stand: Stand, day: int) -> None:
        row = stand.row
        mean = float(plan.clicks[row])
        chance = self._clicks.normal(int(plan.cell.ids[row]), day)
        orders = int(plan.sold[row])
        looks = int(plan.looks[row] + 0.5)
        clicks = min(max(orders, looks), max(orders, int(mean + chance * float(np.sqrt(mean)) + 0.5)))
        stand.listing.because = because(plan.cell, row, stand.listing)
        stand.side.counted(stand.listing, (
            max(looks, clicks), clicks, orders, int(plan.orders[row] * 1e6), int(plan.sales[row] * 1e6),
        ))
        stand.side.ranked(stand.listing, int(plan.cell.numbers[RANK, row]))

    # What comes from outside.

    def close(self) -> None:
        """Play is over: nobody shops any more."""
        self.is_closed = True

    def _touched(self, team: str, listing: ShelfListing) -> None:
        """A team changed a listing: the search shows it at the next full hour."""
        if self.field is not None:
            number = self.field.find(team, listing)
            if number >= 0:
                self._dirty[number] = None

    def provoke(self, kind: str, **params: Any) -> None:
        """A shock: see :mod:`sandbox.market.shelf.shocks`.

        Raises:
            ValueError: an unknown kind, or a market that is not there.
        """
        if self.field is not None:
            for number in shocks.provoke(self.field, kind, params):
                self._dirty[number] = None

    def _announce(self, field: Field, day: int) -> None:
        date = self._calendar.day(day * DAY)
        for country in field.countries:
            for row in self._scenario.rules.next_peaks(country, date, 0):
                if row.kind == "demand" and (row.effective_from == date or day == 0):
                    self._world.emit(CalendarPeak(
                        country=country, name_en=row.name_en, name_zh=row.name_zh,
                        multiplier_ppm=row.multiplier_ppm, days=row.last - date + 1,
                    ))

    def _opening_orders(self, field: Field) -> None:
        for number, opening in enumerate(field.opening):
            for n in range(opening.orders):
                at = (2 * n + 1) * OPENING_HOURS * HOUR // (2 * opening.orders)
                heappush(self._due, (at, -1, 0, n, number))

    def _review(self, field: Field, day: int) -> None:
        """Platforms come to the end of looking at new listings, and coupons to the end of their time."""
        now = self._world.now
        for team, side in self._sides.items():
            for listing in side.listings():
                if listing.state == "review" and listing.born + REVIEW_TIME <= now:
                    field.platforms[listing.platform].review(side, listing)
                if listing.coupon is not None and now - HOUR < listing.coupon.until <= now:
                    self._touched(team, listing)

    # What others may read.

    def cell(self, country: str, category: str, platform: str, team: str = "") -> Cell:
        """One market. Raises KeyError."""
        if self.field is None:
            raise KeyError("the market opens when the run starts")
        return self.field.cells[Where(country, category, platform, team)]

    def rival_bids(self, country: str, category: str, platform: str) -> tuple[tuple[str, int], ...]:
        """(rival, what it bids for a click in the shop's currency), for the auctions of ads."""
        cell = self.cell(country, category, platform)
        return tuple((to_text(int(cell.ids[row])), int(cell.bid[row])) for row in range(cell.rivals))

    def state_digest(self) -> bytes:
        """Canonical bytes of everything that decides the future."""
        field = self.field.state() if self.field is not None else []
        return to_bytes([field, sorted(self._due), sorted(self._dirty)])


