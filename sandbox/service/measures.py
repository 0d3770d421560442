"""The stylised facts of the help desk, measured on the desk itself with transit times that are given.

A season of orders runs through arrivals and desk: how many write, how much of it asks where the parcel is, how long
they wait for one agent, and what slow replies do to reviews. Transit times are lognormal with the quantiles of public
tracking reports; the real chain has its own measurements.
"""

from __future__ import annotations

import statistics
from collections.abc import Callable, Generator
from typing import Any, NamedTuple, Protocol

from sandbox.kernel import ids
from sandbox.kernel.calendar import DAY, HOUR
from sandbox.kernel.detmath import det_exp
from sandbox.kernel.messages import Actor, Event, Seat
from sandbox.kernel.scenario import Scenario
from sandbox.kernel.world import World
from sandbox.service.commands import AnswerTicket, PublishNotice, ResolveTicket, SetDeskPolicy
from sandbox.service.culture import FITTING
from sandbox.service.desk import Desk
from sandbox.service.events import ReplySent, TicketOpened
from sandbox.service.policy import judge
from sandbox.service.policy_rows import ROWS_OF
from sandbox.service.roster import MACRO_OF
from sandbox.service.standing import Standing

SEAT = Actor(seat=Seat.SERVICE, subject="bot:measure")
INFLATE_PPM = 150_000
"""Exaggeration of an ordinary room."""
AFTERMATH = 60 * DAY
"""Until so long after the first order everybody who writes has written."""


class Stepped(World, Protocol):
    """A world that can be moved on by hand and tells what happened in it."""

    events: list[Event]

    def advance(self, second: int) -> None:
        """Play everything before that second."""
        ...


class Lane(NamedTuple):
    """A way to the buyer: delivery days, and what goes wrong on it."""

    country: str
    promise_days: int
    median_days: float
    sigma: float
    hold: float
    loss: float = 0.004
    fault: float = 0.031
    """Damaged or defective."""
    returns: float = 0.06


LINE_US = Lane("US", 13, 11.0, 0.235, 0.03)
LOCAL_US = Lane("US", 3, 2.3, 0.30, 0.0, 0.002)
POST_US = Lane("US", 25, 20.0, 0.29, 0.03, 0.015, 0.035)
LINE_BR = Lane("BR", 15, 13.0, 0.25, 0.08, returns=0.03)
POST_BR = Lane("BR", 25, 22.0, 0.29, 0.08, 0.015, 0.035, 0.03)
"""Medians and spreads: 10th to 90th percentiles of tracking reports (line 8.5 to 15 days, post 14 to 29, local 1.5 to
3.5). Economy post to Brazil is promised as to the United States though it takes two days longer and is held more often;
its tax is taken at checkout."""
COMES_BACK_SHARE = 0.17
"""Follow-ups per first letter of a desk whose agents help as :mod:`sandbox.service.roster` says (measured)."""
HOLD_DAYS, HOLD_SIGMA = 4.0, 0.6


class Written(NamedTuple):
    """What a season brought to the desk."""

    per_hundred: float
    """Tickets per 100 orders."""
    waiting_share: float
    """Share of them that asks where the parcel is."""


class Fate(NamedTuple):
    """What a review of an order depends on, as far as desk and transit decide it."""

    order: int
    late_days: float
    is_lost: bool
    has_fault: bool
    is_disappointed: bool
    standing: Standing


class Season:
    """A number of orders on one lane.

    Args:
        world: a fresh one.
        scenario: the desk's limits and the rule book.
        lane: the way they go.
        orders: how many, one every minute.
        slower: factor on transit times.
    """

    def __init__(self, world: Stepped, scenario: Scenario, lane: Lane, orders: int = 2000, slower: float = 1.0) -> None:
        self.world = world
        self.desk = Desk(world, scenario, self)
        self.lane = lane
        self.orders = [ids.child(number, "order", 0) for number in range(orders)]
        self._slower = slower
        self._transit = world.stream("out.measure.transit")
        self._luck = world.stream("out.measure.fate")

    def left_to_refund(self, order: int) -> int:
        """Never anything refunded elsewhere."""
        return 1_000_000

    def play(self, *, auto_notify: bool = False, notice_day: int = 0) -> Written:
        """Let them all be placed, travel and end; a notice to everybody goes out on *notice_day* if it is not 0."""
        if auto_notify:
            self.desk.handlers()[SetDeskPolicy](SetDeskPolicy(auto_notify=True, queue="oldest"), SEAT)
        for number, order in enumerate(self.orders):
            self.world.process(self._travel(order, number * 60 + 1))
        if notice_day:
            self.world.advance(notice_day * DAY)
            notice = PublishNotice(country=self.lane.country, cause="carrier", extra_days=7)
            self.desk.handlers()[PublishNotice](notice, SEAT)
        self.world.advance(AFTERMATH)
        return self.written()

    def written(self) -> Written:
        """Tickets so far."""
        kinds = [event.kind for event in self.world.events if isinstance(event, TicketOpened)]
        return Written(100 * len(kinds) / len(self.orders), kinds.count("where_is_it") / max(1, len(kinds)))

    def fates(self) -> list[Fate]:
        """What reviews depend on, order by order."""
        return [self._fate(order) for order in self.orders]

    def answer_after(self, hours: float) -> None:
        """From now on every first letter of a buyer is answered and decided rightly so many hours later."""
        self.desk.on_waiting(lambda ticket: self.world.process(self._answer(ticket.text, int(hours * HOUR))))

    def _days(self, order: int) -> float:
        days = self._slower * self.lane.median_days * det_exp(self.lane.sigma * self._transit.normal(order))
        if self._luck.happens(self.lane.hold, order, 0):
            days += HOLD_DAYS * det_exp(HOLD_SIGMA * self._transit.normal(order, 1))
        return days

    def _fate(self, order: int) -> Fate:
        late = max(0.0, self._days(order) - self.lane.promise_days)
        has_fault = self._luck.happens(self.lane.fault, order, 1)
        is_disappointed = not has_fault and self.desk.disappoints(order, INFLATE_PPM)
        is_lost = self._luck.happens(self.lane.loss, order, 3)
        return Fate(order, late, is_lost, has_fault, is_disappointed, self.desk.standing(order))

    def _travel(self, order: int, starts: int) -> Generator[Any, Any, None]:
        yield self.world.timeout(starts)
        self.desk.order_placed(order, self.lane.country, 2500, self.lane.promise_days)
        seconds = int(self._days(order) * DAY)
        yield self.world.timeout(min(2 * DAY, seconds // 2))
        self.desk.order_moved(order, "shipped")
        if self._luck.happens(self.lane.hold, order, 0):
            self.desk.order_held(order, "random_check")
        yield self.world.timeout(seconds - min(2 * DAY, seconds // 2))
        if self._luck.happens(self.lane.loss, order, 3):
            self.desk.order_lost(order)
            return
        has_fault = self._luck.happens(self.lane.fault, order, 1)
        self.desk.order_delivered(order, seconds <= self.lane.promise_days * DAY, False, has_fault, INFLATE_PPM)
        if self._luck.happens(self.lane.returns, order, 2):
            yield self.world.timeout(2 * DAY)
            self.desk.return_wanted(order, "fit")

    def _answer(self, ticket: str, seconds: int) -> Generator[Any, Any, None]:
        yield self.world.timeout(seconds)
        row = self.desk.ticket(ticket)
        if not row.needs_reply:
            return
        macro = MACRO_OF.get(row.kind, "ask_photo")
        answer = AnswerTicket(ticket=ticket, macro=macro, language=row.language)
        if row.kind in FITTING[macro]:
            self.desk.handlers()[AnswerTicket](answer, SEAT)
        _, rule = judge(ROWS_OF[row.kind], self.desk.situation(ticket), "info")
        self.desk.handlers()[ResolveTicket](ResolveTicket(ticket=ticket, action=rule.right[0], share_ppm=1), SEAT)


def first_reply_hours(world: Stepped, scenario: Scenario, per_day: int, days: int = 28, country: str = "US") -> float:
    """Median hours to the first reply when one agent, nine to six by the buyers' clock, gets *per_day* letters a day.

    *per_day* counts every letter that needs an answer: first ones, and those that come back because the first answer
    did not help. Letters come in the waking hours of *country*. First letters that are not answered at the end count
    as long as they have waited. The agent uses no macros and has no bot beside.
    """
    season = Season(world, scenario, LINE_US)
    setup = SetDeskPolicy(auto_notify=False, queue="oldest", agents=1, shift_from=9, shift_to=18, zone=country,
                          languages=("en",))
    season.desk.handlers()[SetDeskPolicy](setup, SEAT)
    places = world.stream("out.measure.letters")
    firsts = per_day / (1 + COMES_BACK_SHARE)
    for number in range(int(firsts * days)):
        order = ids.child(number, "letter", 0)
        second = season.desk.second_awake(country, (number + places.unit(order)) / firsts)
        world.process(_one_letter(season, order, country, second))
    world.advance(days * DAY)
    answered = {event.ticket: event.latency_seconds for event in world.events
                if isinstance(event, ReplySent) and event.first}
    waits = [answered.get(ticket.text, world.now - ticket.opened_at) for ticket in season.desk.tickets()]
    return statistics.median(waits) / HOUR


def _one_letter(season: Season, order: int, country: str, second: int) -> Generator[Any, Any, None]:
    yield season.world.timeout(max(1, second))
    season.desk.order_placed(order, country, 2500, 60)
    season.desk.order_closed(order)
    season.desk.order_complaint(order, "other")


Review = Callable[[Fate], tuple[float, float]]
"""Stars of an order's review before rounding at the reader's end, and the chance that it is written."""


class Rated(NamedTuple):
    """What a season's reviews look like."""

    rating: float
    """Mean of written reviews."""
    low_share: float
    """Share of one and two stars among them."""


def ratings(season: Season, hours: float, review: Review) -> Rated:
    """Reviews of a season in which every letter is answered *hours* after it came, by the formula *review*."""
    season.answer_after(hours)
    season.play()
    rows = [review(fate) for fate in season.fates()]
    weight = sum(chance for _, chance in rows)
    return Rated(
        sum(stars * chance for stars, chance in rows) / weight,
        sum(chance for stars, chance in rows if stars <= 2) / weight,
    )
