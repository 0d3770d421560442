"""The help desk as screens show it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sandbox.kernel.messages import EventEnvelope
from sandbox.roles.tally.fold import Fold, On


class Ticket:
    """One ticket."""

    __slots__ = ("category", "contacts", "country", "due", "first_reply_at", "id", "kind", "label", "language",
                 "merged_into", "opened_at", "order", "overdue", "phrase", "state", "to", "value")

    def __init__(self, at: int, data: Any) -> None:
        self.id = data.ticket
        self.label = data.label
        self.kind = data.kind
        self.phrase = data.phrase
        self.country = data.country
        self.language = data.language
        self.order = data.order
        self.value = data.value
        self.opened_at = at
        self.due = data.due
        self.first_reply_at: int | None = None
        self.state = "open"
        self.category = ""
        self.contacts = 0
        self.overdue = False
        self.to = ""
        """Who has it in hand: ``seat``, ``agents`` or nobody in particular."""
        self.merged_into = ""


class Policy:
    """How the desk works, as it was last set."""

    __slots__ = ("agents", "bot", "languages", "macros", "shift_from", "shift_to", "zone")

    def __init__(self) -> None:
        self.bot = False
        self.macros = False
        self.agents = 0
        self.shift_from, self.shift_to = 0, 0
        self.zone = ""
        self.languages: tuple[str, ...] = ()


class DeskTally(Fold):
    """Follows tickets, replies, refunds that wait, satisfaction, notices."""

    def __init__(self, auto_notify: bool) -> None:
        self.tickets: dict[str, Ticket] = {}
        self.approvals: dict[str, int] = {}
        self.latencies: list[int] = []
        self.scores: list[int] = []
        self.notices: list[tuple[int, str, str, int]] = []
        self.auto_notify = auto_notify
        self.queue = "oldest"
        self.policy = Policy()

    def routes(self) -> Mapping[str, On]:
        """See :class:`Fold`."""
        return {
            "service.ticket_opened": self._opened, "service.reply_sent": self._replied,
            "service.ticket_classified": self._classified, "service.refund_asked": self._asked,
            "service.ticket_resolved": self._resolved, "service.ticket_reopened": self._reopened,
            "service.photo_received": self._photo, "service.refund_decided": self._decided,
            "service.ticket_settled": self._expired,
            "service.ticket_expired": self._expired, "service.csat_recorded": self._csat,
            "service.sla_breached": self._breached, "service.policy_changed": self._policy,
            "service.notice_published": self._notice, "service.ticket_assigned": self._assigned,
            "service.ticket_merged": self._merged,
        }

    def open(self) -> list[Ticket]:
        """Tickets that wait for the team, in the order of the queue policy."""
        rows = [ticket for ticket in self.tickets.values() if ticket.state != "closed"]
        keys = {"oldest": lambda t: (t.opened_at, t.id), "deadline": lambda t: (t.due, t.id),
                "value": lambda t: (-t.value, t.id)}
        return sorted(rows, key=keys[self.queue])

    def closed(self) -> list[Ticket]:
        """Closed tickets, the last opened first."""
        return [ticket for ticket in reversed(self.tickets.values()) if ticket.state == "closed"]

    def latency(self, share_ppm: int) -> int | None:
        """Quantile of the first reply times in seconds; None before the first."""
        if not self.latencies:
            return None
        ordered = sorted(self.latencies)
        return ordered[min(len(ordered) - 1, len(ordered) * share_ppm // 1_000_000)]

    def _opened(self, envelope: EventEnvelope, data: Any) -> None:
        self.tickets[data.ticket] = Ticket(envelope.at, data)

    def _replied(self, envelope: EventEnvelope, data: Any) -> None:
        ticket = self.tickets[data.ticket]
        ticket.contacts += 1
        if ticket.state != "waiting_approval":
            ticket.state = "answered"
        if data.first:
            ticket.first_reply_at = envelope.at
            self.latencies.append(data.latency_seconds)

    def _classified(self, envelope: EventEnvelope, data: Any) -> None:
        self.tickets[data.ticket].category = data.category

    def _asked(self, envelope: EventEnvelope, data: Any) -> None:
        self.tickets[data.ticket].state = "waiting_approval"
        self.approvals[data.ticket] = data.amount

    def _resolved(self, envelope: EventEnvelope, data: Any) -> None:
        self.tickets[data.ticket].state = "closed"
        self.approvals.pop(data.ticket, None)

    def _reopened(self, envelope: EventEnvelope, data: Any) -> None:
        ticket = self.tickets[data.ticket]
        ticket.state, ticket.due, ticket.overdue = "reopened", data.due, False
        self.approvals.pop(data.ticket, None)

    def _photo(self, envelope: EventEnvelope, data: Any) -> None:
        if self.tickets[data.ticket].state == "answered":
            self._reopened(envelope, data)

    def _decided(self, envelope: EventEnvelope, data: Any) -> None:
        if not data.approved:
            self.tickets[data.ticket].state = "open"
            self.approvals.pop(data.ticket, None)

    def _expired(self, envelope: EventEnvelope, data: Any) -> None:
        self.tickets[data.ticket].state = "closed"
        self.approvals.pop(data.ticket, None)

    def _csat(self, envelope: EventEnvelope, data: Any) -> None:
        self.scores.append(data.score)

    def _breached(self, envelope: EventEnvelope, data: Any) -> None:
        self.tickets[data.ticket].overdue = True

    def _policy(self, envelope: EventEnvelope, data: Any) -> None:
        self.auto_notify, self.queue = data.auto_notify, data.queue
        for name in Policy.__slots__:
            setattr(self.policy, name, getattr(data, name))

    def _assigned(self, envelope: EventEnvelope, data: Any) -> None:
        self.tickets[data.ticket].to = data.to

    def _merged(self, envelope: EventEnvelope, data: Any) -> None:
        """The first ticket goes on in the other one, with all its letters; a reply to both is due."""
        ticket, into = self.tickets[data.ticket], self.tickets[data.into]
        if ticket.state in ("open", "reopened") and into.state == "answered":
            into.state, into.overdue = "reopened", False
        ticket.state, ticket.merged_into = "closed", into.id
        into.contacts += ticket.contacts
        into.due = data.due

    def _notice(self, envelope: EventEnvelope, data: Any) -> None:
        self.notices.append((envelope.at, data.country, data.cause, data.extra_days))
