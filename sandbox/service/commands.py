"""What the service seat may want."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from msgspec import Meta, Struct

from sandbox.kernel.messages import Code, Command, Count, Country, EntityId, Language, Ppm
from sandbox.service.kinds import Queue, TicketKind

Macro = Literal[
    "tracking", "delay_apology", "customs_explained", "return_steps",
    "refund_done", "ask_photo", "cancel_done", "thanks",
]
Kind = TicketKind
Action = Literal["info", "refund_full", "refund_part", "reship", "return_label", "coupon", "escalate"]


class ReplyFeatures(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What the analyser found in a written reply; the text itself lies beside the log."""

    language: Language
    words: Count
    """For the record; nothing is judged by it."""
    greets: bool
    apologises: bool
    explains: bool
    blames: bool
    promises_days: Count = 0
    """Days promised in the text, 0 for none."""
    analyser: Code
    """Name and version of the analyser, so that anyone may extract again."""
    text_hash: Annotated[str, Meta(pattern=r"^[0-9a-f]{64}$")]
    """Keyed hash of the original."""
    acts: bool = False
    """Says what is done about it, or what the buyer should do next."""
    formal: bool = True
    """Speaks to the buyer in the form of respect of the language."""
    facts: tuple[Code, ...] = ()
    """Kinds of facts named: ``date``, ``tracking``, ``amount``, ``law``, ``reference``."""
    forbidden: tuple[Code, ...] = ()
    """Ids of the rules of what must not be said that the text breaks."""
    contradicts: bool = False
    """Promises what the state of the parcel rules out."""


class AnswerTicket(Command, kw_only=True):
    """Reply to a buyer, with a macro or in own words."""

    type: ClassVar[str] = "service.answer"
    ticket: EntityId
    macro: Macro | None = None
    language: Language
    reply: ReplyFeatures | None = None


class AnswerOldest(Command, kw_only=True):
    """Answer the oldest open ticket of one kind with a macro: the intent, which replays in another world too."""

    type: ClassVar[str] = "service.answer_oldest"
    kind: Kind | None = None
    """Any kind if empty."""
    macro: Macro
    language: Language | None = None
    """The buyer's own language if empty."""


class ClassifyTicket(Command):
    """Say what a ticket is really about."""

    type: ClassVar[str] = "service.classify"
    ticket: EntityId
    category: Kind


class ResolveTicket(Command):
    """Close a ticket with an action."""

    type: ClassVar[str] = "service.resolve"
    ticket: EntityId
    action: Action
    share_ppm: Ppm = 0
    """Part of the price for ``refund_part``."""


class ApproveRefund(Command):
    """Operations approves (or not) a refund above the desk's limit."""

    type: ClassVar[str] = "service.approve_refund"
    ticket: EntityId
    approve: bool


class ClaimTicket(Command):
    """Take a ticket into one's own hands, or leave it to the hired agents again."""

    type: ClassVar[str] = "service.claim_ticket"
    ticket: EntityId
    to: Literal["seat", "agents"] = "seat"


class MergeTickets(Command):
    """Two tickets of one buyer are about the same matter: go on with one of them."""

    type: ClassVar[str] = "service.merge_tickets"
    ticket: EntityId
    """Closes without a word of its own."""
    into: EntityId


class ConfirmCod(Command):
    """Call the buyer of an order paid at the door before it leaves; fewer are then refused."""

    type: ClassVar[str] = "service.confirm_cod"
    order: EntityId


class SetDeskPolicy(Command, kw_only=True):
    """How the desk works. What is left empty stays as it is."""

    type: ClassVar[str] = "service.set_policy"
    auto_notify: bool
    """Buyers are told of delays before they ask."""
    queue: Queue
    """Which tickets come up first."""
    bot: bool | None = None
    """A bot reads every new ticket first."""
    macros: bool | None = None
    """Hired agents answer by macro where one fits."""
    agents: Annotated[int, Meta(ge=0, le=40)] | None = None
    """Hired agents, who work off what nobody has claimed."""
    shift_from: Annotated[int, Meta(ge=0, le=23)] | None = None
    """Local hour of the agents at which they begin."""
    shift_to: Annotated[int, Meta(ge=1, le=24)] | None = None
    """Local hour at which they stop; not after ``shift_from`` means on the next morning."""
    zone: Country | None = None
    """Where the agents sit: whose clock and whose wages."""
    languages: Annotated[tuple[Language, ...], Meta(min_length=1, max_length=9)] | None = None
    """What they write; the first of them where they do not write the buyer's."""


class PublishNotice(Command):
    """Tell every buyer of one country what is going on, before they ask."""

    type: ClassVar[str] = "service.publish_notice"
    country: Country
    cause: Literal["customs", "carrier", "stock", "weather"]
    extra_days: Annotated[int, Meta(ge=0, le=30)]
