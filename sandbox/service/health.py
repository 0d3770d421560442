"""The figure platforms watch: the share of tickets whose buyer had a first reply within a day."""

from __future__ import annotations

from collections import deque

from sandbox.kernel.calendar import DAY
from sandbox.kernel.money import PPM
from sandbox.service.cases import NEVER, Ticket
from sandbox.service.events import AccountHealthChanged
from sandbox.service.registry import Registry

REPLY_LIMIT_PPM = 850_000
"""Usual limit of chat platforms for the share of prompt replies (trade figure, 80-85 %)."""
LEAST_TICKETS = 20
"""Below so many tickets no platform draws a conclusion."""


class Health:
    """Counts tickets as they become a day old; no ticket is counted twice.

    Args:
        registry: tells when a ticket's reply time has run out.
    """

    def __init__(self, registry: Registry) -> None:
        self._world = registry.world
        self._young: deque[Ticket] = deque()
        self.due = 0
        """Tickets that are a day old."""
        self.prompt = 0
        """Of those, answered within the day."""
        self.is_healthy = True
        registry.on_waiting.append(self._opened)
        registry.patience.on_breach.append(self._watch)

    def reply_ppm(self) -> int:
        """Share of prompt first replies among tickets that are a day old; one million before the first."""
        self._grow()
        return self.prompt * PPM // self.due if self.due else PPM

    def row(self) -> list[int]:
        """Counts for the state digest, as of now."""
        self._grow()
        return [self.due, self.prompt, self.is_healthy, len(self._young)]

    def _opened(self, ticket: Ticket) -> None:
        is_known = bool(self._young) and self._young[-1] is ticket
        if ticket.contacts == 1 and ticket.opened_at == self._world.now and not is_known:
            self._young.append(ticket)
        self._watch(ticket)

    def _grow(self) -> None:
        while self._young and self._world.now - self._young[0].opened_at >= DAY:
            ticket = self._young.popleft()
            if not ticket.merged_into:
                self.due += 1
                self.prompt += ticket.first_reply_at != NEVER and ticket.first_reply_at - ticket.opened_at <= DAY

    def _watch(self, ticket: Ticket) -> None:
        value = self.reply_ppm()
        healthy = value >= REPLY_LIMIT_PPM
        if self.due >= LEAST_TICKETS and healthy != self.is_healthy:
            self.is_healthy = healthy
            self._world.emit(AccountHealthChanged(
                metric="reply_24h", value_ppm=value, limit_ppm=REPLY_LIMIT_PPM, healthy=healthy,
            ))
