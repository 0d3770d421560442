"""A room of its own, with somebody at every seat."""

from __future__ import annotations

from typing import Any, TypeVar

import msgspec
import pytest

from sandbox.kernel.draws import Secrets, group_secret
from sandbox.kernel.errors import CommandError
from sandbox.kernel.messages import Actor, Command, Event, Seat
from sandbox.kernel.scenario import Scenario, SellingPoint, StockAt
from sandbox.livestream.commands import PinProduct, SpeakPhase
from sandbox.livestream.reference_room import SCRIPT, a_text, reference_scenario
from sandbox.livestream.room import LiveRoom
from sandbox.livestream.solo import SoloReads, SoloWorld

E = TypeVar("E", bound=Event)
TRAFFIC, HERO, PROFIT = "traffic-1", "hero-1", "profit-1"
PERSON, POLICY = "student-1", "bot:test"
FALSE_POINTS = (
    SellingPoint(id="heals", phase="trust", text=a_text("heals"), is_true=False, forbidden="medical"),
    SellingPoint(id="swiss", phase="trust", text=a_text("swiss"), is_true=False),
)


def a_scenario(**changes: Any) -> Scenario:
    """The default room for half an hour; the first product has two false points and ten units shown of forty."""
    scenario = reference_scenario(seconds=changes.pop("seconds", 1800), size=changes.pop("size", 1))
    first, *rest = scenario.products
    first = msgspec.structs.replace(
        first, points=first.points + FALSE_POINTS, released=10, stock=(StockAt(node="home", units=40),)
    )
    return msgspec.structs.replace(scenario, products=(first, *rest), **changes)


class Studio:
    """A room on air, its world, and the shop behind it."""

    def __init__(self, scenario: Scenario | None = None, secrets: Secrets | None = None) -> None:
        self.scenario = scenario or a_scenario()
        self.world = SoloWorld(secrets or Secrets(group_secret(7)))
        self.reads = SoloReads(self.scenario)
        self.room = LiveRoom(self.world, self.scenario, self.reads)
        self._handlers = self.room.handlers()
        self.world.advance(1)

    def send(self, command: Command, seat: Seat = Seat.ANCHOR, subject: str = PERSON) -> None:
        self._handlers[type(command)](command, Actor(seat=seat, subject=subject))

    def operate(self, command: Command) -> None:
        self.send(command, Seat.OPERATIONS)

    def refusal(self, command: Command, seat: Seat = Seat.ANCHOR) -> str:
        """The code with which a command is refused; it must leave the state alone."""
        before = self.room.state_digest()
        with pytest.raises(CommandError) as caught:
            self.send(command, seat)
        assert self.room.state_digest() == before
        return caught.value.code

    def advance(self, second: int) -> None:
        self.world.advance(second)

    def talk(self, until: int, quality_ppm: int = 600_000) -> None:
        """Let a policy speak the whole script about what is pinned, again and again."""
        begin = self.world.now
        script = [phase for phase, seconds in SCRIPT for _ in range(seconds)]
        for second in range(begin, until, 10):
            self.advance(second)
            phase = script[(second - begin) % len(script)]
            self.send(SpeakPhase(phase=phase, talk_quality_ppm=quality_ppm), subject=POLICY)
        self.advance(until)

    def of(self, kind: type[E]) -> list[E]:
        return [event for event in self.world.events if isinstance(event, kind)]

    def last(self, kind: type[E]) -> E:
        return self.of(kind)[-1]

    def at(self, kind: type[Event]) -> list[int]:
        pairs = zip(self.world.events, self.world.seconds, strict=True)
        return [second for event, second in pairs if isinstance(event, kind)]

    def total(self, kind: type[Event], field: str) -> int:
        return sum(getattr(event, field) for event in self.of(kind))


def a_live_room(**changes: Any) -> Studio:
    """A room in its first second."""
    return Studio(a_scenario(**changes))


def a_waiting_room() -> Studio:
    """A room that begins in five minutes."""
    scenario = a_scenario()
    show = msgspec.structs.replace(scenario.show, starts_at=300)
    return Studio(msgspec.structs.replace(scenario, show=show))


def a_talked_room(quality_ppm: int = 600_000, **changes: Any) -> Studio:
    """A room in which a policy has begun to talk about a hero with plenty of units."""
    studio = a_live_room(**changes)
    studio.operate(PinProduct(sku=HERO))
    studio.send(SpeakPhase(phase="hook", talk_quality_ppm=quality_ppm), subject=POLICY)
    return studio
