"""How long buyers wait for the team: the automatic acknowledgement, the reply limit, and giving up."""

from __future__ import annotations

from collections.abc import Callable

from sandbox.kernel.calendar import DAY, HOUR
from sandbox.kernel.world import World
from sandbox.service.alarms import Alarms, later
from sandbox.service.cases import NEVER, Ticket
from sandbox.service.events import AutoAcknowledged, SlaBreached

ACKNOWLEDGED_AFTER = HOUR
"""Without a human reply the automatic acknowledgement goes out."""
GIVES_UP_AFTER = 7 * DAY
"""So long a buyer waits for the team before giving up."""


class Patience:
    """Watches tickets while nobody answers.

    Args:
        world: time and record.
        tickets: all tickets by id.
        gives_up: called when a buyer has waited too long.
    """

    def __init__(self, world: World, tickets: dict[int, Ticket], gives_up: Callable[[Ticket], None]) -> None:
        self._world = world
        self._tickets = tickets
        self._gives_up = gives_up
        self._due = Alarms(world, self._is_unanswered, self._overdue)
        self._ends = Alarms(world, self._still_waits, self._give_up)
        self.on_breach: list[Callable[[Ticket], None]] = []
        """Called when the first reply to a ticket is overdue."""

    def opened(self, ticket: Ticket, reply_seconds: int) -> None:
        """A first letter came; the first reply is due within so many seconds."""
        later(self._world, min(ACKNOWLEDGED_AFTER, reply_seconds), lambda: self._acknowledge(ticket))
        self._due.set(self._world.now + reply_seconds, ticket.id, 0)

    def waits(self, ticket: Ticket) -> None:
        """The buyer waits for the team from now on."""
        self._ends.set(self._world.now + GIVES_UP_AFTER, ticket.id, ticket.since)

    def _acknowledge(self, ticket: Ticket) -> None:
        if _is_untouched(ticket):
            self._world.emit(AutoAcknowledged(ticket=ticket.text))

    def _is_unanswered(self, number: int, _: int) -> bool:
        ticket = self._tickets[number]
        return ticket.first_reply_at == NEVER and not ticket.is_closed

    def _overdue(self, number: int, _: int) -> None:
        ticket = self._tickets[number]
        if _is_untouched(ticket):
            self._world.emit(SlaBreached(ticket=ticket.text))
            for call in self.on_breach:
                call(ticket)

    def _still_waits(self, number: int, since: int) -> bool:
        ticket = self._tickets[number]
        return ticket.since == since and ticket.state not in ("answered", "closed")

    def _give_up(self, number: int, since: int) -> None:
        if self._still_waits(number, since):
            self._gives_up(self._tickets[number])


def _is_untouched(ticket: Ticket) -> bool:
    """Nobody replied, as far as it counts: an answer of the bot beside the point does not."""
    return ticket.first_reply_at == NEVER and ticket.state in ("open", "reopened", "answered")
