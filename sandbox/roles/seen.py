"""What views are made from. The engine hands it over; nothing here changes a run."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from sandbox.kernel.scenario import Scenario
from sandbox.roles.tally.chat import ChatTally
from sandbox.roles.tally.desk import DeskTally
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
    """All folds of one run."""

    def __init__(self, scenario: Scenario) -> None:
        self.room = RoomTally(scenario)
        self.chat = ChatTally()
        self.orders = OrderTally()
        self.desk = DeskTally(scenario.desk.auto_notify)
        self.shop = ShopTally(scenario)
        self.tasks = TaskTally(scenario)
        self._all = (self.room, self.chat, self.orders, self.desk, self.shop, self.tasks)

    def watch(self, envelope: Any) -> None:
        """Add one event to every fold."""
        for fold in self._all:
            fold.watch(envelope)


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
