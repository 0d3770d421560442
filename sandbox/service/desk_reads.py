"""What may be read of the desk. Seats see what their events tell them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from sandbox.service.arrivals import Arrivals
from sandbox.service.cases import OrderFile, Ticket
from sandbox.service.health import Health
from sandbox.service.judging import ReplyFacts
from sandbox.service.policy import Situation
from sandbox.service.registry import Policy, Registry
from sandbox.service.resolutions import Resolutions
from sandbox.service.standing import Standing, has_conversation, standing_of


class DeskReads:
    """Answers questions about tickets and orders; changes nothing."""

    _registry: Registry
    _arrivals: Arrivals
    _resolutions: Resolutions
    _health: Health
    _notices: list[tuple[int, str, str, int]]

    def open_tickets(self) -> list[Ticket]:
        """Tickets that are not closed, in the order in which they were opened. Read only."""
        return sorted(self._registry.open_ones.values(), key=lambda ticket: ticket.label)

    def open_count(self) -> int:
        """How many tickets are not closed."""
        return len(self._registry.open_ones)

    def standing(self, order: int) -> Standing:
        """What a review of *order* takes from the desk: complained, slow, helped."""
        return standing_of(self._registry.of_order(order), self._registry.world.now)

    def has_conversation(self, order: int) -> bool:
        """Whether there are letters about *order* to show to a bank."""
        return has_conversation(self._registry.of_order(order))

    def cod_confirmed(self, order: int) -> bool:
        """Whether the buyer of an order paid at the door said that somebody will be there."""
        file = self._registry.files.get(order)
        return file is not None and file.is_confirmed

    def reply_share_ppm(self) -> int:
        """Share of tickets older than a day whose buyer had a first reply within it; one million before the first."""
        return self._health.reply_ppm()

    def file(self, order: int) -> OrderFile | None:
        """What the desk knows of an order. Read only."""
        return self._registry.files.get(order)

    def ticket(self, ticket: str) -> Ticket:
        """One ticket by its id. Read only.

        Raises:
            IllegalCommandError: ``ticket_unknown``.
        """
        return self._registry.ticket(ticket)

    def asked_amount(self, ticket: str) -> int:
        """The refund a ticket waits for, shop currency; 0 if none."""
        return self._resolutions.asked(self._registry.ticket(ticket))

    def facts(self, ticket: str) -> ReplyFacts:
        """What a written reply to a ticket is held against.

        Raises:
            IllegalCommandError: ``ticket_unknown``.
        """
        return self._resolutions.facts(self._registry.ticket(ticket))

    def situation(self, ticket: str) -> Situation:
        """What counts about a ticket now. Raises like :meth:`facts`."""
        return self._resolutions.situation(self._registry.ticket(ticket))

    def tickets(self) -> list[Ticket]:
        """Every ticket, closed ones too, in the order in which they were opened. Read only."""
        return list(self._registry.tickets.values())

    def on_waiting(self, call: Callable[[Ticket], Any]) -> None:
        """Have *call* hear of every letter that waits for an answer."""
        self._registry.on_waiting.append(call)

    def opened_between(self, first: int, last: int) -> int:
        """Tickets opened from day *first* (counted from the start) until day *last*, that one excluded."""
        return sum(self._registry.opened_on.get(day, 0) for day in range(first, last))

    def late_by(self, day: int) -> int:
        """Orders still on their way whose promised day lies on day *day* (counted from the start) or before."""
        return self._arrivals.late_by(day)

    def disappoints(self, order: int, inflate_ppm: int) -> bool:
        """Whether sound goods are other than the buyer of *order* was told, at so much exaggeration."""
        return self._arrivals.disappoints(order, inflate_ppm)

    def second_awake(self, country: str, days: float) -> int:
        """The second at which so many waking days of a country have passed since its midnight before the start."""
        return self._registry.waking(country).second(days)

    def policy(self) -> Policy:
        """How the desk works now. Read only."""
        return self._registry.policy

    def notices(self) -> list[tuple[int, str, str, int]]:
        """(second, country, cause, extra days), newest first."""
        return self._notices[::-1]
