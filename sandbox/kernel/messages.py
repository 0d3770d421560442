"""Commands and events: strict, typed, frozen; and the envelopes they travel in.

A command is something a person wants; an event is something that happened. Their classes live in the domain that
decides them. ``type`` is declared on the class, once, and is what stands in the log; it never changes its meaning.

Numbers in messages are integers: money in minor units, time in seconds of simulation, ratios in parts per million.
"""

from __future__ import annotations

from enum import StrEnum
from types import ModuleType
from typing import Annotated, Any, ClassVar

import msgspec
from msgspec import Meta, Struct

Seconds = Annotated[int, Meta(ge=0, le=10_000_000)]
Minor = Annotated[int, Meta(ge=0, le=10_000_000_000)]
"""Money in minor units (cents, yen), zero or more."""
PositiveMinor = Annotated[int, Meta(gt=0, le=10_000_000_000)]
Count = Annotated[int, Meta(ge=0, le=10_000_000)]
PositiveCount = Annotated[int, Meta(gt=0, le=10_000_000)]
Ppm = Annotated[int, Meta(ge=0, le=1_000_000)]
"""A ratio between 0 and 1 in parts per million."""
Code = Annotated[str, Meta(min_length=1, max_length=40, pattern=r"^[a-z0-9][a-z0-9_.-]*$")]
"""A short lower-case name chosen by us or by a scenario's author."""
EntityId = Annotated[str, Meta(min_length=13, max_length=13, pattern=r"^[0-9a-z]{13}$")]
CommandId = Annotated[str, Meta(min_length=8, max_length=64, pattern=r"^[A-Za-z0-9_-]+$")]
Country = Annotated[str, Meta(pattern=r"^[A-Z]{2}$")]
Currency = Annotated[str, Meta(pattern=r"^[A-Z]{3}$")]
Hs6 = Annotated[str, Meta(pattern=r"^[0-9]{6}$")]
Language = Annotated[str, Meta(pattern=r"^[a-z]{2}$")]


class Seat(StrEnum):
    """Who may act in a run. The five players' seats, and the teacher's."""

    ANCHOR = "anchor"
    OPERATIONS = "operations"
    SELECTION = "selection"
    TRAFFIC = "traffic"
    SERVICE = "service"
    INSTRUCTOR = "instructor"


PLAYER_SEATS = (Seat.ANCHOR, Seat.OPERATIONS, Seat.SELECTION, Seat.TRAFFIC, Seat.SERVICE)


class Command(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Something a seat wants. Subclasses are sentences in the imperative."""

    type: ClassVar[str] = ""


class Event(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Something that happened. Subclasses are sentences in the past tense."""

    type: ClassVar[str] = ""


class Actor(Struct, frozen=True, kw_only=True):
    """Who sent a command: the seat, and the person who held it."""

    seat: Seat
    subject: str = ""
    """Random id of a person, or ``bot:<policy>``; never a name."""
    team: str = ""

    @property
    def is_bot(self) -> bool:
        """True for a policy, which may use the fields kept for bots (``talk_quality_ppm``)."""
        return self.subject.startswith("bot:")


class CommandEnvelope(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A command on its way to a run."""

    cmd_id: CommandId
    """Made by the client before it sends; the same id again gets the same answer."""

    seat: Seat
    type: str
    args: dict[str, Any] = msgspec.field(default_factory=dict)
    subject: str = ""
    team: str = ""
    """Which team of the run; empty where there is one, and for what a teacher wants of all."""
    based_on: Count = 0
    """Number of the last event the sender had seen."""


class EventEnvelope(Struct, frozen=True, kw_only=True):
    """An event with its place in the run."""

    seq: int
    """1, 2, 3 ... without a gap within one run."""

    at: int
    """Simulation time in seconds since the start of the run."""

    type: str
    data: Event
    team: str = ""
    """Whose world it happened in; empty for what belongs to all, and where there is one team."""
    seat: str = ""
    """The seat whose command caused it; empty when the world did."""

    subject: str = ""
    cause: int = 0
    """``seq`` of the event it follows from, or 0."""

    command: int = 0
    """Number of the log entry of the command it follows from, or 0."""


def messages_of(module: ModuleType, base: type[Command] | type[Event]) -> dict[str, type[Any]]:
    """The messages one module declares, by type string, in the order of the file.

    Raises:
        TypeError: a message has no type string, or two share one.
    """
    found: dict[str, type[Any]] = {}
    for value in vars(module).values():
        if isinstance(value, type) and issubclass(value, base) and value.__module__ == module.__name__:
            if not value.type or value.type in found:
                raise TypeError(f"expected a type string of its own on {value.__name__}, got {value.type!r}")
            found[value.type] = value
    return found
