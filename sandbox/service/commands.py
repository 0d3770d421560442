"""What the service seat may want."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from msgspec import Meta, Struct

from sandbox.kernel.messages import Code, Command, Count, Country, EntityId, Language, Ppm

Macro = Literal[
    "tracking", "delay_apology", "customs_explained", "return_steps",
    "refund_done", "ask_photo", "cancel_done", "thanks",
]
Kind = Literal[
    "where_is_it", "return", "defect", "not_as_described", "address", "cancel", "customs", "presale", "other"
]
Action = Literal["info", "refund_full", "refund_part", "reship", "return_label", "coupon", "escalate"]


class ReplyFeatures(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What the analyser found in a written reply; the text itself lies beside the log."""

    language: Language
    words: Count
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


class SetDeskPolicy(Command):
    """How the desk works: telling buyers first, and which tickets come up first."""

    type: ClassVar[str] = "service.set_policy"
    auto_notify: bool
    queue: Literal["oldest", "deadline", "value"]


class PublishNotice(Command):
    """Tell every buyer of one country what is going on, before they ask."""

    type: ClassVar[str] = "service.publish_notice"
    country: Country
    cause: Literal["customs", "carrier", "stock", "weather"]
    extra_days: Annotated[int, Meta(ge=0, le=30)]
