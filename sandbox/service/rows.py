"""What the service seat sees of its desk: people, load, macros, and a policy card for each ticket.

Pure functions of the desk. Whether a buyer was helped, and who will write, stays hidden; in an exam the suggested
actions stay hidden too.
"""

from __future__ import annotations

from msgspec import Struct

from sandbox.kernel.calendar import DAY
from sandbox.service import roster
from sandbox.service.cases import NEVER, Ticket
from sandbox.service.clock import AFTER
from sandbox.service.culture import FITTING, MACROS, culture_of
from sandbox.service.desk import Desk
from sandbox.service.forbidden_rows import FORBIDDEN
from sandbox.service.kinds import CHAT_KINDS
from sandbox.service.policy import Situation, judge
from sandbox.service.policy_rows import ROWS_OF

DAYS_AHEAD = 3
DAYS_BACK = 3


class StaffRow(Struct, frozen=True, kw_only=True):
    """Who works at the desk, and what it costs."""

    agents: int
    busy: int
    shift_from: int
    shift_to: int
    zone: str
    languages: tuple[str, ...]
    macros: bool
    bot: bool
    cost_per_day: int
    """Wages of one shift and the bot, shop currency."""
    letters_per_day: int
    """What the agents can answer in one shift."""
    zones: tuple[tuple[str, int], ...]
    """Countries where agents can be hired, and an hour's wage there."""


class LoadRow(Struct, frozen=True, kw_only=True):
    """What the desk has to expect of one day, from what it knows itself."""

    day: int
    """Counted from the start of the run."""
    late_orders: int
    """Orders still on their way whose promised day will have passed."""
    expected: int
    """Letters: the usual ones of the last days, and those of buyers whose parcel is late."""
    capacity: int


class MacroRow(Struct, frozen=True, kw_only=True):
    """One macro."""

    id: str
    kinds: tuple[str, ...]
    """Matters it answers."""
    signs: tuple[str, ...]
    """What it contains: ``greets``, ``apologises``, ``explains``, ``acts``, ``facts``, ``formal``."""


class PolicyCard(Struct, frozen=True, kw_only=True):
    """What law and platform say about one ticket."""

    ticket: str
    channel: str
    """``chat`` or ``mail``."""
    agent: bool
    """A hired agent is at work on it."""
    claimed: bool
    rule: str
    en: str
    zh: str
    source: str
    stage: str
    late_days: int
    days_here: int
    has_photo: bool
    return_days: int
    """In which the buyer's law lets them send goods back without a reason; 0 for none."""
    refund_left: bool
    expected_at: int
    """Second at which the carrier expects to deliver, -1 while nobody knows."""
    checklist: tuple[str, ...]
    """What buyers of the country expect of a reply."""
    culture: str
    right: tuple[str, ...]
    """Actions that policy takes for right; empty in an exam."""
    acceptable: tuple[str, ...]


class SayRow(Struct, frozen=True, kw_only=True):
    """One thing that a reply must not say."""

    id: str
    law: str
    en: str
    zh: str


def staff_row(desk: Desk) -> StaffRow:
    """Agents, shift and cost as they are now."""
    policy = desk.policy()
    hours = roster.shift_hours(policy.shift_from, policy.shift_to) if policy.agents else 0
    wages = roster.cost_of_hours(policy.agents * hours, policy.zone, max(1, len(policy.languages)))
    return StaffRow(
        agents=policy.agents, busy=sum(ticket.agent != NEVER for ticket in desk.open_tickets()),
        shift_from=policy.shift_from, shift_to=policy.shift_to, zone=policy.zone, languages=tuple(policy.languages),
        macros=policy.macros, bot=policy.bot, cost_per_day=wages + roster.BOT_PER_DAY * policy.bot,
        letters_per_day=_capacity(desk), zones=tuple((row.zone, row.hourly) for row in roster.WAGES.values()),
    )


def load_rows(desk: Desk, now: int) -> tuple[LoadRow, ...]:
    """Today and the days after it."""
    today = now // DAY
    usual = desk.opened_between(today - DAYS_BACK, today) / max(1, min(DAYS_BACK, today))
    late_now = desk.late_by(today - 1)
    return tuple(_load(desk, day, usual, late_now) for day in range(today, today + DAYS_AHEAD))


def macro_rows() -> tuple[MacroRow, ...]:
    """Every macro, in the order of the catalogue."""
    return tuple(
        MacroRow(id=name, kinds=FITTING[name], signs=tuple(sorted(content.signs()))) for name, content in MACROS.items()
    )


def say_rows() -> tuple[SayRow, ...]:
    """What must not be said, for the desk's own notice board."""
    return tuple(SayRow(id=rule.id, law=rule.law, en=rule.en, zh=rule.zh) for rule in FORBIDDEN)


def policy_card(desk: Desk, ticket: str, *, exam: bool) -> PolicyCard:
    """The card of one ticket.

    Raises:
        IllegalCommandError: ``ticket_unknown``.
    """
    return _card(desk, desk.ticket(ticket), desk.situation(ticket), exam)


def _card(desk: Desk, ticket: Ticket, case: Situation, exam: bool) -> PolicyCard:
    _, row = judge(ROWS_OF[ticket.kind], case, "info")
    file, culture = desk.file(ticket.order), culture_of(ticket.country)
    return PolicyCard(
        ticket=ticket.text, channel="chat" if ticket.kind in CHAT_KINDS else "mail", agent=ticket.agent != NEVER,
        claimed=ticket.is_claimed, rule=row.id, en=row.en, zh=row.zh, source=row.source, stage=case.stage,
        late_days=case.late_days, days_here=case.days_here, has_photo=case.has_photo, return_days=case.right_days,
        refund_left=not case.is_refunded, expected_at=NEVER if file is None else file.expected_at,
        checklist=culture.checklist, culture=culture.note, right=() if exam else row.right,
        acceptable=() if exam else row.acceptable,
    )


def _load(desk: Desk, day: int, usual: float, late_now: int) -> LoadRow:
    late = desk.late_by(day)
    extra = AFTER * max(0, late - late_now)
    return LoadRow(day=day, late_orders=late, expected=round(usual + extra), capacity=_capacity(desk))


def _capacity(desk: Desk) -> int:
    policy = desk.policy()
    minutes = roster.MAIL_MINUTES * (roster.WITH_MACRO if policy.macros else 1)
    return round(policy.agents * roster.shift_hours(policy.shift_from, policy.shift_to) * 60 / minutes)
