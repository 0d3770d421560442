"""What the service seat reads: the inbox in the order of the queue, and the desk in a few numbers."""

from __future__ import annotations

from typing import NamedTuple

from sandbox.kernel import ids
from sandbox.kernel.money import PPM
from sandbox.service.cases import NEVER, Ticket
from sandbox.service.registry import Registry


class InboxRow(NamedTuple):
    """One ticket as the seat sees it."""

    id: str
    label: int
    kind: str
    """Which phrase table the buyer's words come from."""
    phrase: int
    """Which phrase of it, modulo the length of the table."""
    country: str
    language: str
    opened_at: int
    due: int
    first_reply_at: int | None
    state: str
    category: str
    order: int
    """0 for a question from the room."""
    value: int
    contacts: int
    has_photo: bool
    overdue: bool


class DeskNumbers(NamedTuple):
    """The desk at a glance. Times in seconds; None where there is nothing to count yet."""

    open: int
    """Everything that is not closed."""
    overdue: int
    """The buyer wrote last and the reply is late."""
    first_reply_p50: int | None
    first_reply_p90: int | None
    csat_ppm: int | None
    """Mean of one to five stars, in ppm of a star."""


class Inbox:
    """Reads the registry; changes nothing."""

    def __init__(self, registry: Registry) -> None:
        self._registry = registry

    def open_rows(self) -> list[InboxRow]:
        """Open tickets: where the buyer wrote last first, then by the queue policy, then by age."""
        return [self._row(ticket) for ticket in sorted(self._open(), key=self._urgency)]

    def closed_rows(self, newest: int = 10) -> list[InboxRow]:
        """The tickets closed last, newest first."""
        closed = [ticket for ticket in self._registry.tickets.values() if ticket.is_closed]
        closed.sort(key=lambda ticket: (-ticket.closed_at, ticket.id))
        return [self._row(ticket) for ticket in closed[:newest]]

    def numbers(self) -> DeskNumbers:
        """The desk at a glance."""
        tickets = list(self._registry.tickets.values())
        waits = sorted(t.first_reply_at - t.opened_at for t in tickets if t.first_reply_at != NEVER)
        scores = [ticket.score for ticket in tickets if ticket.score]
        return DeskNumbers(
            open=len(self._open()), overdue=sum(1 for ticket in self._open() if self._is_overdue(ticket)),
            first_reply_p50=_quantile(waits, 50), first_reply_p90=_quantile(waits, 90),
            csat_ppm=sum(scores) * PPM // len(scores) if scores else None,
        )

    def _open(self) -> list[Ticket]:
        return [ticket for ticket in self._registry.tickets.values() if not ticket.is_closed]

    def _is_overdue(self, ticket: Ticket) -> bool:
        return ticket.needs_reply and self._registry.world.now > ticket.due

    def _urgency(self, ticket: Ticket) -> tuple[bool, int, int, int]:
        first = {"oldest": ticket.opened_at, "deadline": ticket.due, "value": -ticket.value}
        return (not ticket.needs_reply, first[self._registry.policy.queue], ticket.opened_at, ticket.id)

    def _row(self, ticket: Ticket) -> InboxRow:
        return InboxRow(
            id=ids.to_text(ticket.id), label=ticket.label, kind=ticket.kind, phrase=ticket.phrase,
            country=ticket.country, language=ticket.language, opened_at=ticket.opened_at, due=ticket.due,
            first_reply_at=None if ticket.first_reply_at == NEVER else ticket.first_reply_at, state=ticket.state,
            category=ticket.category, order=ticket.order, value=ticket.value, contacts=ticket.contacts,
            has_photo=ticket.has_photo, overdue=self._is_overdue(ticket),
        )


def _quantile(values: list[int], percent: int) -> int | None:
    """The smallest value that at least *percent* of the sorted values do not exceed."""
    return values[max(0, -(-len(values) * percent // 100) - 1)] if values else None
