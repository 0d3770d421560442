"""What buyers of a country expect of a reply, and what the desk's own macros contain. Teaching values, to be discussed.

Tone = .4 language + .4 share of the country's checklist that is met + .2 if nobody is blamed, nothing forbidden is said
and no promise is broken. How long a reply is counts for nothing.
"""

from __future__ import annotations

from typing import Literal, NamedTuple

from sandbox.service.commands import Macro, ReplyFeatures
from sandbox.service.kinds import TicketKind

Sign = Literal["greets", "apologises", "explains", "acts", "facts", "formal"]
LANGUAGE, CHECKLIST, FAIR = 0.4, 0.4, 0.2


class Culture(NamedTuple):
    """One country's expectations."""

    country: str
    checklist: tuple[Sign, ...]
    source: str
    confidence: str
    note: str


_HALL = "E. T. Hall and M. R. Hall, Understanding Cultural Differences (1990)"
_HOUSE = "J. House, Communicative styles in English and German, Eur. J. of English Studies 10(3), 2006"
_MADDUX = "W. W. Maddux et al., Cultural differences in the function and meaning of apologies, 2011"
_TOUBON = "France, law no. 94-665 of 4 August 1994, article 2"
_OURS = "set by the authors"

CULTURES: dict[str, Culture] = {
    row.country: row
    for row in (
        Culture("US", ("greets", "apologises", "acts"), _MADDUX, "M", "friendly, takes responsibility, a quick fix"),
        Culture("DE", ("greets", "formal", "explains", "facts"), _HOUSE, "M", "formal Sie, exact facts, and why"),
        Culture("FR", ("greets", "formal", "explains"), _TOUBON, "M", "formal vous; French is required by law"),
        Culture("GB", ("greets", "apologises", "acts"), _HOUSE, "M", "polite understatement"),
        Culture("JP", ("apologises", "greets", "formal", "explains"), _MADDUX, "M",
                "apology first, keigo, detail, never against the buyer"),
        Culture("AU", ("greets", "acts", "explains"), _OURS, "L", "informal and direct"),
        Culture("BR", ("greets", "apologises", "acts"), _HALL, "L", "warm, personal"),
        Culture("MX", ("greets", "apologises", "formal"), _HALL, "L", "warm, respectful usted"),
        Culture("SA", ("greets", "apologises", "formal"), _OURS, "L", "honorifics, Arabic first"),
        Culture("AE", ("greets", "apologises", "formal"), _OURS, "L", "honorifics, Arabic or English"),
        Culture("CN", ("greets", "apologises", "acts"), _OURS, "L", "friendly chat, at once"),
        Culture("TH", ("greets", "apologises", "formal"), _OURS, "L", "soft particles, quick"),
    )
}
ANYWHERE = Culture("", ("greets", "explains", "apologises"), _OURS, "L", "what is polite nearly everywhere")


APOLOGY_DUE: tuple[TicketKind, ...] = ("defect", "not_as_described", "customs", "tax", "chargeback")
"""Matters in which something went wrong; a parcel asked about is one of them once it is late."""
TO_BE_DONE: tuple[TicketKind, ...] = ("return", "defect", "not_as_described", "address", "cancel", "invoice", "cod")
"""Matters in which saying what is done is an answer."""
APOLOGISE_ALWAYS = ("JP",)
"""Where the trouble of having to write is reason enough."""


class Content(NamedTuple):
    """What a reply contains, whoever wrote it."""

    greets: bool
    apologises: bool
    explains: bool
    blames: bool = False
    acts: bool = True
    facts: bool = False
    formal: bool = True
    promises_days: int = 0
    forbidden: tuple[str, ...] = ()
    contradicts: bool = False
    """Promises what the state of the parcel rules out."""

    def answers(self, kind: TicketKind) -> bool:
        """More than politeness: a reason or a fact, and where something is to be done, a deed."""
        return self.explains or self.facts or (self.acts and kind in TO_BE_DONE)

    def signs(self) -> frozenset[Sign]:
        """The points of a checklist that this reply meets."""
        met: dict[Sign, bool] = {
            "greets": self.greets, "apologises": self.apologises, "explains": self.explains, "acts": self.acts,
            "facts": self.facts, "formal": self.formal,
        }
        return frozenset(sign for sign, is_met in met.items() if is_met)


MACROS: dict[Macro, Content] = {
    "tracking": Content(True, False, True, facts=True),
    "delay_apology": Content(True, True, True),
    "customs_explained": Content(True, False, True, facts=True),
    "return_steps": Content(True, False, True, facts=True),
    "refund_done": Content(True, True, False, facts=True),
    "ask_photo": Content(True, True, False),
    "cancel_done": Content(True, False, False),
    "thanks": Content(True, False, False, acts=False),
}
FITTING: dict[Macro, tuple[TicketKind, ...]] = {
    "tracking": ("where_is_it",),
    "delay_apology": ("where_is_it", "customs"),
    "customs_explained": ("customs", "tax"),
    "return_steps": ("return", "not_as_described", "defect"),
    "refund_done": (),  # only after a refund
    "ask_photo": ("defect", "not_as_described"),
    "cancel_done": ("cancel",),
    "thanks": ("presale", "address", "other", "invoice", "cod"),
}
NOTICE = Content(False, False, True, acts=False)
"""The platform's own note, in the buyer's language, when a ticket is closed without a word."""


def culture_of(country: str) -> Culture:
    """The row of *country*, or what is polite nearly everywhere."""
    return CULTURES.get(country, ANYWHERE)


def content_of(reply: ReplyFeatures) -> Content:
    """What the analyser found, in the form tone is reckoned on."""
    return Content(
        reply.greets, reply.apologises, reply.explains, reply.blames, reply.acts, bool(reply.facts), reply.formal,
        reply.promises_days, reply.forbidden, reply.contradicts,
    )


def owes_apology(kind: TicketKind, country: str, is_late: bool) -> bool:
    """Whether a buyer of *country* expects a word of regret in this matter."""
    return kind in APOLOGY_DUE or country in APOLOGISE_ALWAYS or (kind == "where_is_it" and is_late)


def tone(
    content: Content, country: str, *, language_right: bool, promise_kept: bool, apology_due: bool = True
) -> float:
    """How the reply sounds to a buyer of *country*, 0 to 1; an apology nobody is owed is not missed."""
    checklist = culture_of(country).checklist
    signs = content.signs()
    met = sum(1 for sign in checklist if sign in signs or (sign == "apologises" and not apology_due)) / len(checklist)
    fair = promise_kept and not (content.blames or content.forbidden or content.contradicts)
    return LANGUAGE * language_right + CHECKLIST * met + FAIR * fair
