"""What hired agents cost and how they work. Money is in minor units of the shop's currency."""

from __future__ import annotations

from typing import NamedTuple

from sandbox.kernel.calendar import HOUR
from sandbox.kernel.detmath import det_exp
from sandbox.service.commands import Macro
from sandbox.service.culture import Content
from sandbox.service.kinds import CHAT_KINDS, TicketKind


class Wage(NamedTuple):
    """What an hour of one agent costs."""

    zone: str
    hourly: int
    source: str
    confidence: str


_TRADE = "cost of a ticket as the trade reports it, times eight tickets an hour"
WAGES: dict[str, Wage] = {
    row.zone: row
    for row in (
        Wage("CN", 900, f"{_TRADE}: 1 to 1.50 for agents in China", "M"),
        Wage("TH", 800, "set by the authors beside China", "L"),
        Wage("BR", 1000, "set by the authors beside China", "L"),
        Wage("MX", 1000, "set by the authors beside China", "L"),
        Wage("US", 3400, f"{_TRADE}: 4 to 12 for sellers with agents at home", "M"),
        Wage("GB", 3200, "set by the authors beside the United States", "L"),
        Wage("DE", 3400, "set by the authors beside the United States", "L"),
        Wage("FR", 3200, "set by the authors beside the United States", "L"),
        Wage("JP", 2600, "set by the authors beside the United States", "L"),
        Wage("AU", 3400, "set by the authors beside the United States", "L"),
        Wage("SA", 1800, "set by the authors", "L"),
        Wage("AE", 2000, "set by the authors", "L"),
    )
}
PER_LANGUAGE_PPM = 150_000
"""What every language beyond the first adds to the wage (chosen)."""
BOT_PER_DAY = 600
"""What the bot costs a day, whatever it does (chosen: a usual plan of a chat tool)."""

MAIL_MINUTES, CHAT_MINUTES = 7.0, 4.0
"""Mean handling time; usual figures of the trade. An agent then does some 75 letters in nine hours."""
SPREAD = 0.6
"""Of the logarithm of handling time."""
CHATS_AT_ONCE = 3
WRONG_LANGUAGE = 1.6
"""A letter in a language the agent does not write takes so much longer."""
WITH_MACRO = 0.7
DECIDES_RIGHT, DECIDES_WELL = 0.78, 0.95
"""Share of cases in which a hired agent takes a right action, and a right or acceptable one (chosen)."""
OWN_WORDS = Content(True, True, True)
"""What a trained agent's letter contains: polite and reasoned, without the figures an expert would look up."""
MACRO_OF: dict[TicketKind, Macro] = {
    "where_is_it": "tracking", "customs": "customs_explained", "tax": "customs_explained", "return": "return_steps",
    "not_as_described": "return_steps", "cancel": "cancel_done", "address": "thanks", "presale": "thanks",
    "other": "thanks", "invoice": "thanks", "cod": "thanks",
}
"""The macro an agent reaches for."""
BOT_SOLVES: dict[TicketKind, float] = {"where_is_it": 0.55, "address": 0.55}
BOT_SOLVES_ELSE = 0.1
BOT_ERRS = 0.08
"""Share of new tickets that the bot solves, and that it answers beside the point (chosen; vendors claim more)."""


def parts_of(kind: TicketKind) -> int:
    """How much of an agent's attention a ticket takes, in thirds."""
    return 1 if kind in CHAT_KINDS else CHATS_AT_ONCE


def handling_seconds(kind: TicketKind, place: float, *, knows_language: bool, has_macro: bool) -> int:
    """Seconds for one ticket; *place* is a standard normal. The mean is that of the channel times the factors."""
    minutes = CHAT_MINUTES if kind in CHAT_KINDS else MAIL_MINUTES
    factor = (1.0 if knows_language else WRONG_LANGUAGE) * (WITH_MACRO if has_macro else 1.0)
    return max(1, round(60 * minutes * factor * det_exp(SPREAD * place - SPREAD * SPREAD / 2)))


def shift_hours(shift_from: int, shift_to: int) -> int:
    """Hours between the two, over midnight where the second is not later; 24 for the same hour twice."""
    return (shift_to - shift_from - 1) % 24 + 1


def opening(clock: int, shift_from: int, shift_to: int) -> tuple[int, int]:
    """Seconds until the shift that goes on or comes next begins (0: it goes on) and ends, at local *clock*."""
    length = shift_hours(shift_from, shift_to) * HOUR
    into = (clock - shift_from * HOUR) % (24 * HOUR)
    return (0, length - into) if into < length else (24 * HOUR - into, 24 * HOUR - into + length)


def cost_of_hours(hours: int, zone: str, languages: int) -> int:
    """Wages of so many hours. Raises KeyError for a country without a wage."""
    return hours * WAGES[zone].hourly * (1_000_000 + PER_LANGUAGE_PPM * (languages - 1)) // 1_000_000
