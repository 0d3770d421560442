"""People with an audience: they answer offers, come or do not come, and bring their followers."""

from __future__ import annotations

from collections.abc import Callable

from msgspec import Struct

from sandbox.kernel.calendar import DAY
from sandbox.kernel.detmath import det_exp
from sandbox.kernel.draws import Stream
from sandbox.kernel.ids import child
from sandbox.kernel.money import PPM, share
from sandbox.kernel.scenario import Scenario
from sandbox.kernel.scenario_market import Creator
from sandbox.kernel.world import World
from sandbox.market.ads.events import CreatorBooked, CreatorDeclined, CreatorJoined, CreatorNoShow
from sandbox.market.ads.reads import Side

WANTS_LEAST, WANTS_SPAN = 0.6, 0.5
"""What somebody wants of a usual fee: uniform between .6 and 1.1 of it, by creator and day: chosen."""
BUYERS_PPM = 1_000
"""Followers who buy after one appearance, as creators themselves reckon: chosen."""
OFF_TOPIC_PPM = 300_000
"""Chance that somebody takes a product outside the own subjects: chosen."""
POST_SIGMA = 0.5
"""Spread of the logarithm of how well a post does: chosen."""
BACK_PPM = 500_000
"""Share of the fee that comes back when somebody does not come: chosen."""


class Booking(Struct, kw_only=True):
    """One offer to one creator."""

    id: str
    team: str
    creator: str
    sku: str
    category: str
    country: str
    platform: str
    listing: str
    price: int
    fee: int
    commission_ppm: int
    show: int
    """-1 for a day."""
    day: int
    status: str = "asked"
    """``asked``, ``booked``, ``declined``, ``joined``, ``no_show`` or ``over``."""
    reason: str = ""
    sales: int = 0
    """Sales since the commission was last paid."""
    sold: int = 0
    """All sales."""

    @property
    def is_open(self) -> bool:
        """Whether it still takes that day of the creator's."""
        return self.status in ("booked", "joined", "no_show", "over")


class CreatorAgent:
    """One creator, who decides in a Mesa council together with the others."""

    def __init__(self, row: Creator, market: CreatorMarket, wants: Stream, topic: Stream) -> None:
        self.row = row
        self._market = market
        self._wants = wants
        self._topic = topic
        self._key = creator_key(row.id)
        self._answers: list[tuple[Booking, str]] = []

    def worth(self, booking: Booking) -> int:
        """What an offer brings: the fee, and the commission on the sales the creator reckons with."""
        buyers = self.row.followers * BUYERS_PPM // PPM
        return booking.fee + share(buyers * booking.price, booking.commission_ppm)

    def wanted(self, day: int) -> int:
        """What an appearance on that day has to bring."""
        return int(self.row.fee * (WANTS_LEAST + WANTS_SPAN * self._wants.unit(self._key, day)))

    def decide(self) -> None:
        """Take the best offer for each day that brings enough."""
        taken = self._market.taken(self.row.id)
        asked = [one for one in self._market.asked() if one.creator == self.row.id]
        asked.sort(key=lambda one: (-self.worth(one), one.team, one.id))
        self._answers = []
        for one in asked:
            reason = self._objection(one, taken)
            if not reason:
                taken.append(one.day)
            self._answers.append((one, reason))

    def apply(self) -> None:
        """Say so."""
        for booking, reason in self._answers:
            self._market.answer(booking, reason)
        self._answers = []

    def _objection(self, one: Booking, taken: list[int]) -> str:
        if one.day in taken:
            return "busy"
        if one.category not in self.row.categories and not self._topic.happens(
                OFF_TOPIC_PPM / PPM, self._key, one.day):
            return "fit"
        return "pay" if self.worth(one) < self.wanted(one.day) else ""


class CreatorMarket:
    """All creators of a run and what was agreed with them.

    Args:
        world: keyed chance and councils.
        scenario: who there is.
        push: called when somebody sends people to a listing, with the people who see the post.
    """

    def __init__(self, world: World, scenario: Scenario, push: Callable[[Booking, int], None]) -> None:
        self.rows = {row.id: row for row in (scenario.market.creators if scenario.market else ())}
        self.bookings: list[Booking] = []
        self._world = world
        self._push = push
        self._shows_up = world.stream("ctx.ads.no_show")
        self._posts = world.stream("ctx.ads.post")
        self._sides: dict[str, Side] = {}
        self._agents: dict[str, CreatorAgent] = {}

    def join(self, team: str, side: Side) -> None:
        """One more team."""
        self._sides[team] = side

    def ask(self, booking: Booking) -> None:
        """Somebody has an offer."""
        self.bookings.append(booking)
        if not self._agents:
            wants, topic = self._world.stream("ctx.ads.wants"), self._world.stream("ctx.ads.topic")
            for row in self.rows.values():
                self._agents[row.id] = CreatorAgent(row, self, wants, topic)
                self._world.council("creators").add(self._agents[row.id])

    def asked(self) -> list[Booking]:
        """Offers without an answer, oldest first."""
        return [one for one in self.bookings if one.status == "asked"]

    def taken(self, creator: str) -> list[int]:
        """Days on which somebody is booked."""
        return [one.day for one in self.bookings if one.creator == creator and one.is_open]

    def answer(self, booking: Booking, reason: str) -> None:
        """A creator said yes (no reason) or no."""
        side = self._sides[booking.team]
        booking.status, booking.reason = ("declined", reason) if reason else ("booked", "")
        if reason:
            side.emit(CreatorDeclined(booking=booking.id, creator=booking.creator, reason=reason))
        else:
            side.emit(CreatorBooked(booking=booking.id, creator=booking.creator, cost=booking.fee))

    def step(self) -> None:
        """Let creators answer, and see who comes today."""
        if self.asked():
            self._world.council("creators").step()
        today = self._world.now // DAY
        for one in self.bookings:
            if one.status == "booked" and one.show < 0 and one.day <= today:
                self.appear(one)

    def appear(self, one: Booking) -> None:
        """The hour has come: the creator is there, or is not."""
        row, side, key = self.rows[one.creator], self._sides[one.team], creator_key(one.creator)
        if self._shows_up.happens(row.no_show / PPM, key, one.day):
            one.status = "no_show"
            back = share(one.fee, BACK_PPM)
            side.emit(CreatorNoShow(booking=one.id, creator=one.creator, show=one.show, cost=-back))
            return
        one.status = "joined"
        side.emit(CreatorJoined(booking=one.id, creator=one.creator, show=one.show, day=one.day,
                                followers=row.followers, quality_ppm=row.quality))
        if one.show < 0:
            luck = det_exp(POST_SIGMA * self._posts.normal(key, one.day))
            self._push(one, int(row.followers * luck + 0.5))

    def state(self) -> list[Booking]:
        """What decides the future."""
        return self.bookings


def creator_key(creator: str) -> int:
    """A creator's number in draws."""
    return child(0, f"creator:{creator}", 0)
