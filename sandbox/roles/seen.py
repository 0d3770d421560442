"""What views are made from. The engine hands it over; nothing here changes a run."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from sandbox.kernel.messages import EventEnvelope
from sandbox.kernel.scenario import Scenario
from sandbox.roles.tally.chat import ChatTally
from sandbox.roles.tally.desk import DeskTally
from sandbox.roles.tally.fold import On
from sandbox.roles.tally.orders import OrderTally
from sandbox.roles.tally.room import RoomTally
from sandbox.roles.tally.shop import ShopTally
from sandbox.roles.tally.tasks import TaskTally


class Holder(Protocol):
    """Who holds a seat and what was done from it."""

    holder: str
    last_action_at: int | None
    accepted: int
    refused: int


class Room(Protocol):
    """What views read of the live room itself."""

    def visible(self, sku: str) -> int:
        """Units shown as available."""
        ...

    def live_price(self, sku: str) -> int:
        """Price in the room: a flash price if one runs."""
        ...

    @property
    def starts_at(self) -> int:
        """Second at which the current show starts, or started."""
        ...

    @property
    def ends_at(self) -> int:
        """Second at which the current show is meant to end."""
        ...


class Chain(Protocol):
    """What views read of logistics."""

    def available(self, sku: str) -> int:
        """Free units over all nodes."""
        ...

    def available_at(self, node: str, sku: str) -> int:
        """Free units at one node."""
        ...

    def terms(self, country: str, sku: str) -> Any:
        """What a buyer is offered now."""
        ...

    def landed(self, country: str, sku: str, price_minor_shop: int) -> Any:
        """Taxes on one unit."""
        ...

    def backlog(self, node: str) -> int:
        """Orders that wait to be packed."""
        ...

    def overtime(self, node: str) -> bool:
        """Whether the node works longer."""
        ...

    def promise(self, country: str) -> tuple[str, int]:
        """The service chosen for a country, and the days promised."""
        ...


class Money(Protocol):
    """What views read of payments."""

    def cash(self) -> int:
        """Cash in the shop's currency."""
        ...

    def foreign_money(self) -> dict[str, int]:
        """Foreign money at hand."""
        ...

    def trial_balance(self) -> dict[str, int]:
        """Sum of all accounts by currency."""
        ...

    def rate(self, source: str, target: str) -> Any:
        """Minor units of *target* for one of *source*."""
        ...


class Tallies:
    """All folds of one team. They follow its events when somebody looks, not before: a replay asks for none of them.

    Args:
        scenario: what is played.
        events: the run's events; only ever appended to.
        team: whose events count, beside those that belong to all.
    """

    def __init__(self, scenario: Scenario, events: Sequence[EventEnvelope] = (), team: str = "") -> None:
        self._events = events
        self._team = team
        self._read = 0
        self.room = RoomTally(scenario)
        self.chat = ChatTally()
        self.orders = OrderTally()
        self.desk = DeskTally(scenario.desk.auto_notify)
        self.shop = ShopTally(scenario)
        self.tasks = TaskTally(scenario)
        self._routes: dict[str, list[On]] = {}
        for fold in (self.room, self.chat, self.orders, self.desk, self.shop):
            for name, add in fold.routes().items():
                self._routes.setdefault(name, []).append(add)

    def caught_up(self) -> Tallies:
        """These tallies, with every event of the run added."""
        if self._read < len(self._events):
            routes, team = self._routes, self._team
            for envelope in self._events[self._read:]:
                if envelope.team in ("", team):
                    for add in routes.get(envelope.type, ()):
                        add(envelope, envelope.data)
                    self.tasks.watch(envelope)
            self._read = len(self._events)
        return self


@dataclass(frozen=True)
class Seen:
    """A run, as views see it."""

    scenario: Scenario
    now: int
    stage: str
    day: int
    seats: Mapping[str, Holder]
    alerts: Callable[[str], Sequence[Any]]
    shocks: Sequence[tuple[int, str]]
    tallies: Tallies
    room: Room
    chain: Chain
    money: Money
    contribution: Callable[[], int]
    worth: Callable[[], int]
    events: int
    digest: Callable[[], str]
    domains: Any = None
    """The team's domains, for the rows that a package makes itself."""
