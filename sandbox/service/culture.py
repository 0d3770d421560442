"""What buyers of a country expect of a reply, and what the desk's own macros contain. Teaching values, to be discussed.

Tone = .4 language + .4 share of the country's checklist that is met + .2 if nobody is blamed and no promise is broken.
"""

from __future__ import annotations

from typing import Literal, NamedTuple

from sandbox.service.commands import Macro, ReplyFeatures
from sandbox.service.kinds import TicketKind

Sign = Literal["greets", "apologises", "explains", "brief", "full"]
BRIEF_WORDS = 90
FULL_WORDS = 25
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
        Culture("US", ("greets", "apologises", "brief"), _MADDUX, "M", "friendly, takes responsibility, quick"),
        Culture("DE", ("greets", "explains", "full"), _HOUSE, "M", "formal Sie, exact facts, and why"),
        Culture("FR", ("greets", "explains", "full"), _TOUBON, "M", "formal vous; French is required by law"),
        Culture("GB", ("greets", "apologises", "brief"), _HOUSE, "M", "polite understatement"),
        Culture("JP", ("apologises", "greets", "full"), _MADDUX, "M", "apology first, detail, never against the buyer"),
        Culture("AU", ("greets", "brief", "explains"), _OURS, "L", "informal and direct"),
        Culture("BR", ("greets", "apologises", "full"), _HALL, "L", "warm, personal"),
        Culture("MX", ("greets", "apologises", "full"), _HALL, "L", "warm, respectful"),
        Culture("SA", ("greets", "apologises", "full"), _OURS, "L", "honorifics, Arabic first"),
        Culture("AE", ("greets", "apologises", "full"), _OURS, "L", "honorifics, Arabic or English"),
        Culture("CN", ("greets", "apologises", "brief"), _OURS, "L", "friendly chat, at once"),
        Culture("TH", ("greets", "apologises", "brief"), _OURS, "L", "soft, quick"),
    )
}
ANYWHERE = Culture("", ("greets", "explains", "apologises"), _OURS, "L", "what is polite nearly everywhere")


class Content(NamedTuple):
    """What a reply contains, whoever wrote it."""

    greets: bool
    apologises: bool
    explains: bool
    blames: bool
    words: int
    promises_days: int = 0

    def signs(self) -> frozenset[Sign]:
        """The points of a checklist that this reply meets."""
        met: dict[Sign, bool] = {
            "greets": self.greets, "apologises": self.apologises, "explains": self.explains,
            "brief": 0 < self.words <= BRIEF_WORDS, "full": self.words >= FULL_WORDS,
        }
        return frozenset(sign for sign, is_met in met.items() if is_met)


MACROS: dict[Macro, Content] = {
    "tracking": Content(True, False, True, False, 45),
    "delay_apology": Content(True, True, True, False, 60),
    "customs_explained": Content(True, False, True, False, 80),
    "return_steps": Content(True, False, True, False, 85),
    "refund_done": Content(True, True, False, False, 35),
    "ask_photo": Content(True, True, False, False, 30),
    "cancel_done": Content(True, False, False, False, 26),
    "thanks": Content(True, False, False, False, 15),
}
FITTING: dict[Macro, tuple[TicketKind, ...]] = {
    "tracking": ("where_is_it",),
    "delay_apology": ("where_is_it", "customs"),
    "customs_explained": ("customs",),
    "return_steps": ("return", "not_as_described", "defect"),
    "refund_done": (),  # only after a refund
    "ask_photo": ("defect", "not_as_described"),
    "cancel_done": ("cancel",),
    "thanks": ("presale", "address", "other"),
}
NOTICE = Content(False, False, True, False, 20)
"""The platform's own note, in the buyer's language, when a ticket is closed without a word."""


def culture_of(country: str) -> Culture:
    """The row of *country*, or what is polite nearly everywhere."""
    return CULTURES.get(country, ANYWHERE)


def content_of(reply: ReplyFeatures) -> Content:
    """What the analyser found, in the form tone is reckoned on."""
    return Content(reply.greets, reply.apologises, reply.explains, reply.blames, reply.words, reply.promises_days)


def tone(content: Content, country: str, *, language_right: bool, promise_kept: bool) -> float:
    """How the reply sounds to a buyer of *country*, 0 to 1."""
    checklist = culture_of(country).checklist
    signs = content.signs()
    met = sum(1 for sign in checklist if sign in signs) / len(checklist)
    fair = promise_kept and not content.blames
    return LANGUAGE * language_right + CHECKLIST * met + FAIR * fair
