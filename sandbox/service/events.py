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
    """``where_is_it``, ``return``, ``defect``, ``not_as_described``, ``address``, ``cancel``, ``customs``, ``presale``,
    ``other``, ``tax``, ``invoice``, ``chargeback`` or ``cod``."""
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
    by: str = "seat"
    """``seat``, ``agent``, ``bot`` or ``platform`` (the note that goes out when a ticket is closed without a word)."""


class ReplyFlagged(Event):
    """A reply says what a platform or a law forbids."""

    type: ClassVar[str] = "service.reply_flagged"
    ticket: str
    rules: tuple[str, ...]
    """Ids of the rules that were broken."""


class TicketAssigned(Event):
    """A ticket is in the hands of the seat, or of the hired agents again."""

    type: ClassVar[str] = "service.ticket_assigned"
    ticket: str
    to: str
    """``seat`` or ``agents``."""


class TicketMerged(Event):
    """A ticket goes on in another one of the same buyer."""

    type: ClassVar[str] = "service.ticket_merged"
    ticket: str
    into: str
    due: int
    """Second by which a reply to the two together is due."""


class PhotoReceived(Event):
    """The buyer sent the picture that was asked for."""

    type: ClassVar[str] = "service.photo_received"
    ticket: str
    due: int
    """Second by which the next reply is due."""


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


class RefundDecided(Event):
    """Operations decided about a refund above the desk's limit."""

    type: ClassVar[str] = "service.refund_decided"
    ticket: str
    approved: bool


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
    """What the action costs, shop currency, as far as the desk can know it."""
    contacts: int
    is_refund: bool
    share_ppm: int
    """Part of the price that goes back, for a refund."""
    helped: bool
    """The buyer's matter is settled by it; not shown to players before the end."""
    first_reply_seconds: int
    """From the first word of the buyer to the first of the desk."""


class TicketReopened(Event):
    """The buyer was not helped and wrote again."""

    type: ClassVar[str] = "service.ticket_reopened"
    ticket: str
    due: int
    """Second by which the next reply is due."""


class TicketSettled(Event):
    """An answered question settled itself: the parcel it was about arrived."""

    type: ClassVar[str] = "service.ticket_settled"
    ticket: str


class TicketExpired(Event):
    """The buyer gave up: nobody answered, or the answer was beside the point."""

    type: ClassVar[str] = "service.ticket_expired"
    ticket: str
    kind: str
    order: str
    """Empty for a question from the room."""


class CsatRecorded(Event):
    """A buyer rated the help, 1 to 5, beside what was to be expected of the issue."""

    type: ClassVar[str] = "service.csat_recorded"
    ticket: str
    score: int
    expected_ppm: int
    """Expected score of a right, timely answer to this kind of issue, in ppm of a point."""
    order: str = ""
    """Empty for a question from the room."""
    satisfied: bool = False
    """Four or five."""
    unresolved: bool = False
    """The matter is not settled and the buyer does not write again; not shown to players before the end."""


class SlaBreached(Event):
    """The first reply is overdue."""

    type: ClassVar[str] = "service.sla_breached"
    ticket: str


class DeskPolicyChanged(Event):
    """The desk works in another way."""

    type: ClassVar[str] = "service.policy_changed"
    auto_notify: bool
    queue: str
    bot: bool = False
    macros: bool = False
    agents: int = 0
    shift_from: int = 9
    shift_to: int = 18
    zone: str = "CN"
    languages: tuple[str, ...] = ()


class WagesPaid(Event):
    """Hours of hired agents, paid when they begin; or a day of the bot, with no agents and no hours."""

    type: ClassVar[str] = "service.wages_paid"
    agents: int
    hours: int
    """Of all agents together."""
    cost: int
    """Shop currency."""


class CodConfirmed(Event):
    """The buyer of an order paid at the door was called and will be there."""

    type: ClassVar[str] = "service.cod_confirmed"
    order: str
    cost: int
    """Of the call, shop currency."""


class AccountHealthChanged(Event):
    """A figure that platforms watch crossed its limit, for the worse or for the better."""

    type: ClassVar[str] = "service.account_health_changed"
    metric: str
    """``reply_24h``: share of tickets whose buyer had a first reply within a day."""
    value_ppm: int
    limit_ppm: int
    healthy: bool


class NoticePublished(Event):
    """Buyers of a country were told."""

    type: ClassVar[str] = "service.notice_published"
    country: str
    cause: str
    extra_days: int
    orders: int
