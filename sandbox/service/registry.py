"""All files of the desk, how a ticket is opened, and what becomes of one that nobody touches."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from sandbox.kernel import ids
from sandbox.kernel.calendar import DAY, HOUR, Calendar
from sandbox.kernel.errors import IllegalCommandError
from sandbox.kernel.rule_rows import Country
from sandbox.kernel.rulebook import RuleBook
from sandbox.kernel.scenario import Scenario
from sandbox.kernel.world import World
from sandbox.service.cases import OrderFile, Ticket
from sandbox.service.events import TicketExpired, TicketOpened, TicketReopened, TicketSettled
from sandbox.service.kinds import Queue, TicketKind, TicketState
from sandbox.service.patience import Patience
from sandbox.service.waking import Waking

PHRASES = 840
"""Phrase indices are drawn below this; tables of up to ten phrases are then used evenly."""


@dataclass(slots=True)
class Policy:
    """How the desk works now."""

    reply_seconds: int
    refund_limit: int
    auto_notify: bool
    queue: Queue = "oldest"
    bot: bool = False
    macros: bool = False
    agents: int = 0
    shift_from: int = 9
    shift_to: int = 18
    zone: str = "CN"
    languages: tuple[str, ...] = ("en", "zh")

    def key(self, ticket: Ticket) -> int:
        """What comes first in the queue of the hired agents: the smallest; the id settles equals."""
        if self.queue == "deadline":
            return ticket.due
        return -ticket.value if self.queue == "value" else ticket.since


class Reads(Protocol):
    """What the desk may ask of other domains."""

    def left_to_refund(self, order: int) -> int:
        """What could still be given back of an order, shop currency."""
        ...


class Registry:
    """Order files and tickets of one run."""

    def __init__(self, world: World, scenario: Scenario, reads: Reads) -> None:
        desk = scenario.desk
        self.world = world
        self.reads = reads
        self.calendar = Calendar(scenario.market_starts)
        self.is_wide = scenario.market is not None
        """Kinds of tickets that only a shelf market brings are told apart."""
        self.policy = Policy(desk.reply_target_hours * HOUR, desk.refund_limit, desk.auto_notify)
        self.files: dict[int, OrderFile] = {}
        self.tickets: dict[int, Ticket] = {}
        self._book: RuleBook = scenario.rules
        self._wakings: dict[str, Waking] = {}
        self._countries: dict[str, Country] = {}
        self._right_days: dict[str, int] = {}
        self._of_order: dict[int, list[Ticket]] = {}
        """Tickets of an order, the newest last."""
        self.waiting: dict[int, Ticket] = {}
        """Tickets whose buyer wrote last."""
        self.open_ones: dict[int, Ticket] = {}
        """Tickets that are not closed."""
        self.on_waiting: list[Callable[[Ticket], None]] = []
        """Called whenever a buyer has written and waits."""
        self.opened_on: dict[int, int] = {}
        """Tickets by the day, counted from the start, on which they were opened."""
        self.patience = Patience(world, self.tickets, self.expire)

    def country(self, code: str) -> Country:
        """The market's row: language, territory, expected first reply."""
        row = self._countries.get(code)
        if row is None:
            row = self._countries[code] = self._book.country(code)
        return row

    def right_days(self, country: str) -> int:
        """Days in which buyers of a country may send goods back without a reason; 0 where no law says so."""
        if country not in self._right_days:
            on = self.calendar.day(0)
            rows = [row for row in self._book.return_rights if row.country == country and row.holds(on)]
            self._right_days[country] = rows[0].days if rows else 0
        return self._right_days[country]

    def offset(self, country: str) -> int:
        """Minutes that clocks of a country are ahead of UTC today. Raises ``utc_offset_unknown``."""
        return self._book.utc_offset(country, self.calendar.day(self.world.now))

    def local_day(self, country: str) -> int:
        """Ordinal of the day on the calendars of a country now. Raises ``utc_offset_unknown``."""
        return self.calendar.day(self.world.now + 60 * self.offset(country))

    def waking(self, country: str) -> Waking:
        """The waking clock of a country; the same object every time."""
        if country not in self._wakings:
            profile = self._book.hour_profile(self.country(country).hour_profile)
            offset = self._book.utc_offset(country, self.calendar.day(0))
            self._wakings[country] = Waking(self.calendar, profile.weights_ppm, offset)
        return self._wakings[country]

    def ticket(self, text: str) -> Ticket:
        """The ticket with that id.

        Raises:
            IllegalCommandError: ``ticket_unknown``.
        """
        try:
            return self.tickets[ids.from_text(text)]
        except (KeyError, ValueError):
            raise IllegalCommandError("ticket_unknown", f"expected a ticket of this desk, got {text!r}") from None

    def open_ticket(self, text: str) -> Ticket:
        """The ticket with that id, if anything can still be done about it.

        Raises:
            IllegalCommandError: ``ticket_unknown`` or ``already_closed``.
        """
        ticket = self.ticket(text)
        if ticket.is_closed:
            message = f"expected an open ticket, got #{ticket.label}, which is closed"
            raise IllegalCommandError("already_closed", message, label=ticket.label)
        return ticket

    def of_order(self, order: int) -> list[Ticket]:
        """Every ticket about *order*, the newest last. Read only."""
        return self._of_order.get(order, [])

    def open_ticket_of(self, order: int) -> Ticket | None:
        """The ticket about *order* that is not closed yet."""
        tickets = self._of_order.get(order)
        return tickets[-1] if tickets and not tickets[-1].is_closed else None

    def has_had(self, order: int, kinds: tuple[TicketKind, ...]) -> bool:
        """Whether this buyer has written about one of *kinds* before."""
        return any(ticket.kind in kinds for ticket in self.of_order(order))

    def open(self, kind: TicketKind, file: OrderFile) -> None:
        """The buyer of an order writes; with a ticket already open it becomes one more message in it."""
        current = self.open_ticket_of(file.order)
        if current is not None:
            current.contacts += 1
            return
        ordinal = self.world.next_ordinal(file.order, f"ticket/{kind}")
        number = ids.child(file.order, f"ticket/{kind}", ordinal)
        self._open(number, file.order, kind, file.country, file.value, file.buyer)

    def open_from_room(self, comment: int, country: str, buyer: str = "") -> None:
        """A question from the live room comes to the desk; the second time it changes nothing."""
        number = ids.child(comment, "ticket/presale", 0)
        if number not in self.tickets:
            self._open(number, 0, "presale", country, 0, buyer)

    def await_reply(self, ticket: Ticket) -> None:
        """The buyer wrote again: a new reply is due."""
        ticket.contacts += 1
        ticket.due = self.world.now + self.policy.reply_seconds
        self.wait(ticket, "reopened")
        self._announce(ticket)

    def reopen(self, ticket: Ticket) -> None:
        """The buyer was not helped and writes again."""
        self.await_reply(ticket)
        self.world.emit(TicketReopened(ticket=ticket.text, due=ticket.due))

    def wait(self, ticket: Ticket, state: TicketState) -> None:
        """From now on the buyer waits for the team, and not for ever."""
        ticket.state, ticket.since = state, self.world.now
        self.open_ones[ticket.id] = ticket
        if ticket.needs_reply:
            self.waiting[ticket.id] = ticket
        else:
            self.waiting.pop(ticket.id, None)
        self.patience.waits(ticket)

    def back_to_work(self, ticket: Ticket) -> None:
        """What waited for somebody else is the desk's again."""
        self.wait(ticket, "open")
        self._announce(ticket)

    def answered(self, ticket: Ticket) -> None:
        """The desk wrote last."""
        if ticket.needs_reply:
            ticket.state = "answered"
        self.waiting.pop(ticket.id, None)

    def close(self, ticket: Ticket) -> None:
        """Nothing more is to be done about it."""
        ticket.state = "closed"
        self.waiting.pop(ticket.id, None)
        self.open_ones.pop(ticket.id, None)

    def settle(self, ticket: Ticket) -> None:
        """An answered question settled itself."""
        self.close(ticket)
        self.world.emit(TicketSettled(ticket=ticket.text))

    def expire(self, ticket: Ticket) -> None:
        """The buyer gives up on the desk."""
        self.close(ticket)
        order = ticket.order_text
        self.world.emit(TicketExpired(ticket=ticket.text, kind=ticket.kind, order=order))

    def _open(self, number: int, order: int, kind: TicketKind, country: str, value: int, buyer: str) -> None:
        now = self.world.now
        ticket = Ticket(
            id=number, text=ids.to_text(number), label=len(self.tickets) + 1, order=order,
            order_text=ids.to_text(order) if order else "", kind=kind, country=country,
            language=self.country(country).language, value=value, opened_at=now, due=now + self.policy.reply_seconds,
            phrase=self.world.stream("out.service.phrase").below(PHRASES, number), buyer=buyer,
        )
        self.tickets[number] = ticket
        self.opened_on[now // DAY] = self.opened_on.get(now // DAY, 0) + 1
        if order:
            self._of_order.setdefault(order, []).append(ticket)
        self.patience.opened(ticket, self.policy.reply_seconds)
        self.wait(ticket, "open")
        self.world.emit(TicketOpened(
            ticket=ticket.text, label=ticket.label, order=ticket.order_text, kind=kind, country=country,
            language=ticket.language, due=ticket.due, phrase=ticket.phrase, value=value,
        ))
        self._announce(ticket)

    def _announce(self, ticket: Ticket) -> None:
        for call in self.on_waiting:
            call(ticket)
