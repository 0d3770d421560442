"""The desk's two kinds of files: what it knows of an order, and a ticket."""

from __future__ import annotations

from dataclasses import asdict, dataclass, field
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

    @property
    def is_open(self) -> bool:
        """The buyer still waits."""
        return self.stage not in ("delivered", "closed")

    def row(self) -> list[Any]:
        """All fields for the state digest; the clock's target exactly, in hexadecimal."""
        plain = asdict(self)
        plain["clock"]["target"] = self.clock.target.hex()
        return list(plain.values())


@dataclass(slots=True)
class Ticket:
    """One matter of one buyer."""

    id: int
    label: int
    order: int
    """0 for a question from the room."""
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
        plain = asdict(self)
        plain["tone"] = self.tone.hex()
        return list(plain.values())
