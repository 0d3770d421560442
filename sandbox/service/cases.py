"""The desk's two kinds of files: what it knows of an order, and a ticket."""

from __future__ import annotations

from dataclasses import dataclass, field, fields
from typing import Any

from sandbox.service.clock import WaitClock
from sandbox.service.kinds import Stage, TicketKind, TicketState

NEVER = -1


@dataclass(slots=True)
class OrderFile:
    """An order as the desk sees it."""

    order: int
    country: str
    value: int
    """Shop currency."""
    placed_at: int
    promise_days: int
    clock: WaitClock
    stage: Stage = "placed"
    delivered_at: int = NEVER
    told: list[str] = field(default_factory=list)
    """Causes of the notices this buyer got."""
    promised_by: int = NEVER
    """Second by which the desk promised something in writing."""
    buyer: str = ""
    """Who bought, as the market knows them; empty if it does not say."""
    is_cod: bool = False
    """Paid at the door."""
    is_confirmed: bool = False
    """Paid at the door, and the buyer said that somebody will be there."""
    expected_at: int = NEVER
    """Second at which the carrier expects to deliver; NEVER while nobody knows."""

    @property
    def is_open(self) -> bool:
        """The buyer still waits."""
        return self.stage not in ("delivered", "closed")

    def row(self) -> list[Any]:
        """All fields for the state digest; the clock's target exactly, in hexadecimal."""
        clock = self.clock
        waits = [clock.placed_at, clock.promise_days, clock.target.hex(), clock.version, clock.stopped]
        return [waits, *(getattr(self, name) for name in _FILE_FIELDS)]


@dataclass(slots=True)
class Ticket:
    """One matter of one buyer."""

    id: int
    text: str
    """The id as it stands in events."""
    label: int
    order: int
    """0 for a question from the room."""
    order_text: str
    kind: TicketKind
    country: str
    language: str
    value: int
    opened_at: int
    due: int
    phrase: int
    state: TicketState = "open"
    since: int = NEVER
    """Second from which the buyer has waited for the team."""
    first_reply_at: int = NEVER
    replies: int = 0
    contacts: int = 1
    closings: int = 0
    category: str = ""
    has_photo: bool = False
    photo_asked: bool = False
    refunded: bool = False
    escalated: bool = False
    tone: float = 0.0
    """Of the last reply."""
    was_wrong: bool = False
    """Something was done that policy or law forbids."""
    wanted_action: str = ""
    """What waits for operations."""
    wanted_share: int = 0
    helped: bool = False
    """The last closing settled the matter; a truth that players do not see."""
    buyer: str = ""
    is_claimed: bool = False
    """Somebody of the team does it by hand; hired agents leave it alone."""
    agent: int = NEVER
    """Number of the hired agent at work on it."""
    done_at: int = NEVER
    """Second at which that agent will be done."""
    merged_into: int = 0
    """The ticket that goes on in its place."""
    bot_tried: bool = False
    fits: bool = False
    """The last reply answered the matter."""

    @property
    def is_closed(self) -> bool:
        """Nobody has to do anything any more."""
        return self.state == "closed"

    @property
    def needs_reply(self) -> bool:
        """The buyer wrote last."""
        return self.state in ("open", "reopened")

    def row(self) -> list[Any]:
        """All fields for the state digest."""
        return [self.tone.hex(), *(getattr(self, name) for name in _TICKET_FIELDS)]


_FILE_FIELDS = tuple(one.name for one in fields(OrderFile) if one.name != "clock")
_TICKET_FIELDS = tuple(one.name for one in fields(Ticket) if one.name not in ("tone", "text", "order_text"))
