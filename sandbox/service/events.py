"""What happens at the help desk."""

from __future__ import annotations

from typing import ClassVar

from sandbox.kernel.messages import Event


class TicketOpened(Event):
    """A buyer wrote to the shop. The words come from phrase tables by ``phrase``."""

    type: ClassVar[str] = "service.ticket_opened"
    ticket: str
    label: int
    order: str
    kind: str
    """``where_is_it``, ``return``, ``defect``, ``not_as_described``, ``address``, ``cancel``, ``customs``, ``presale``, ``other``."""
    country: str
    language: str
    due: int
    """Second by which the first reply is due."""
    phrase: int
    value: int
    """Order value, shop currency."""


class AutoAcknowledged(Event):
    """Nobody acted; the automatic acknowledgement went out. It does not count as a reply."""

    type: ClassVar[str] = "service.auto_acknowledged"
    ticket: str


class ReplySent(Event):
    """A reply went out."""

    type: ClassVar[str] = "service.reply_sent"
    ticket: str
    kind: str
    first: bool
    latency_seconds: int
    sla_seconds: int
    language_right: bool
    tone_ppm: int
    fits: bool
    """The reply answers this kind of ticket."""


class TicketClassified(Event):
    """A ticket was put under a cause."""

    type: ClassVar[str] = "service.ticket_classified"
    ticket: str
    category: str


class RefundAsked(Event):
    """A refund above the desk's limit waits for operations."""

    type: ClassVar[str] = "service.refund_asked"
    ticket: str
    amount: int


class TicketResolved(Event):
    """A ticket was closed by the team."""

    type: ClassVar[str] = "service.ticket_resolved"
    ticket: str
    order: str
    kind: str
    category: str
    """What the seat said it is about, or empty."""
    action: str
    right: str
    """``right``, ``acceptable`` or ``wrong`` against policy and law of the country."""
    policy: str
    """The rule that says so."""
    cost: int
    contacts: int
    is_refund: bool


class TicketReopened(Event):
    """The buyer was not helped and wrote again."""

    type: ClassVar[str] = "service.ticket_reopened"
    ticket: str


class TicketExpired(Event):
    """Nobody ever answered; the buyer gave up."""

    type: ClassVar[str] = "service.ticket_expired"
    ticket: str
    kind: str


class CsatRecorded(Event):
    """A buyer rated the help, 1 to 5, beside what was to be expected of the issue."""

    type: ClassVar[str] = "service.csat_recorded"
    ticket: str
    score: int
    expected_ppm: int
    """Expected score of a right, timely answer to this kind of issue, in ppm of a point."""


class SlaBreached(Event):
    """The first reply is overdue."""

    type: ClassVar[str] = "service.sla_breached"
    ticket: str


class DeskPolicyChanged(Event):
    """The desk works in another way."""

    type: ClassVar[str] = "service.policy_changed"
    auto_notify: bool
    queue: str


class NoticePublished(Event):
    """Buyers of a country were told."""

    type: ClassVar[str] = "service.notice_published"
    country: str
    cause: str
    extra_days: int
    orders: int
