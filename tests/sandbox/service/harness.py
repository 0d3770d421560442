"""A help desk of its own: orders are told to it by hand, tickets can be opened at will."""

from __future__ import annotations

from typing import Any

import msgspec

from sandbox.kernel import ids
from sandbox.kernel.errors import IllegalCommandError
from sandbox.kernel.messages import Actor, Command, Seat
from sandbox.service.commands import ReplyFeatures, ResolveTicket
from sandbox.service.desk import Desk
from sandbox.service.events import TicketOpened
from sandbox.service.kinds import TicketKind
from tests.sandbox.harness import DAY, SmallWorld, a_scenario

SERVICE = Actor(seat=Seat.SERVICE)
OPERATIONS = Actor(seat=Seat.OPERATIONS)
ORDERS = [ids.child(number, "order", 0) for number in range(1000)]
ORDER = ORDERS[0]


def in_own_words(**changes: Any) -> ReplyFeatures:
    """A polite German letter that explains."""
    letter = ReplyFeatures(
        language="de", words=60, greets=True, apologises=False, explains=True, blames=False, analyser="rules-1",
        text_hash="0" * 64,
    )
    return msgspec.structs.replace(letter, **changes)


class Room:
    """The service seat's desk in a world."""

    def __init__(self, secret: int = 7, **desk: Any) -> None:
        scenario = a_scenario()
        scenario = msgspec.structs.replace(scenario, desk=msgspec.structs.replace(scenario.desk, **desk))
        self.world = SmallWorld(secret)
        self.left = 1_000_000
        self.desk = Desk(self.world, scenario, self)

    def left_to_refund(self, order: int) -> int:
        return self.left

    def place(self, order: int = ORDER, country: str = "US", value: int = 2500, promise_days: int = 14) -> int:
        self.desk.order_placed(order, country, value, promise_days)
        return order

    def place_many(self, country: str = "US", promise_days: int = 14) -> None:
        for order in ORDERS:
            self.place(order, country, promise_days=promise_days)

    def write(self, kind: TicketKind, order: int = ORDER) -> str:
        """Let the buyer of an order write now; returns the ticket."""
        registry = self.desk._registry
        registry.open(kind, registry.files[order])
        return str(self.said(TicketOpened)[-1].ticket)

    def wait(self, seconds: float) -> None:
        self.world.advance(self.world.now + int(seconds))

    def wait_days(self, days: float) -> None:
        self.wait(days * DAY)

    def command(self, command: Command, actor: Actor = SERVICE) -> None:
        self.desk.handlers()[type(command)](command, actor)

    def refusal(self, command: Command) -> IllegalCommandError:
        """The refusal of a command; fails when it passes or changes anything."""
        before = self.desk.state_digest()
        try:
            self.command(command)
        except IllegalCommandError as refusal:
            assert self.desk.state_digest() == before
            return refusal
        raise AssertionError(f"expected a refusal of {command}")

    def resolve(self, ticket: str, action: Any, share_ppm: int = 0) -> None:
        self.command(ResolveTicket(ticket=ticket, action=action, share_ppm=share_ppm))

    def said(self, kind: type) -> list[Any]:
        return self.world.of(kind)
