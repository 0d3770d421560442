"""What the help desk does, what buyers are told before they ask, and which alerts are acted on."""

from __future__ import annotations

from collections.abc import Iterable

from grading.evidence import Evidence, Projection, ratio
from grading.expression import Values
from grading.run_events import Happening, RunEvents

TICKET_OPENED = "service.ticket_opened"
REPLY_SENT = "service.reply_sent"
SLA_BREACHED = "service.sla_breached"
TICKET_CLASSIFIED = "service.ticket_classified"
TICKET_RESOLVED = "service.ticket_resolved"
TICKET_REOPENED = "service.ticket_reopened"
TICKET_EXPIRED = "service.ticket_expired"
CSAT_RECORDED = "service.csat_recorded"
REFUND_KINDS = ("return", "defect", "not_as_described", "cancel")
"""Kinds of tickets whose every answer decides about money, also the refusal of it."""
RETURN_LIMIT_HOURS = 48
"""A return is decided within two days: the usual limit of marketplaces for answering a return request."""


def first_replies(run: RunEvents) -> Iterable[Evidence]:
    """Each ticket's first reply; one that got none in time counts for who held the desk, with no latency to show."""
    replied: set[str] = set()
    for event in _written(run):
        if event.data["first"]:
            replied.add(event.data["ticket"])
            data = {"latency_s": event.data["latency_seconds"], "sla_s": event.data["sla_seconds"]}
            yield _act("ticket.first_reply", run, event, data)
    opened = _opened(run)
    for event in _while_played(run, SLA_BREACHED):
        ticket = opened.get(event.data["ticket"])
        if ticket and event.data["ticket"] not in replied:
            sla = ticket.data["due"] - ticket.at
            yield _neglect("ticket.first_reply", run, event, {"latency_s": None, "sla_s": sla})


def tickets_closed(run: RunEvents) -> Iterable[Evidence]:
    """Each closing of a ticket, with whether it came back and how the buyer rated it; given-up ones as unsolved."""
    reopened = [(event.data["ticket"], event.seq) for event in run.of(TICKET_REOPENED)]
    ratings = {event.data["ticket"]: event for event in run.of(CSAT_RECORDED)}
    for event in run.of(TICKET_RESOLVED):
        ticket, rating = event.data["ticket"], ratings.get(event.data["ticket"])
        data = {
            "contacts": event.data["contacts"],
            "reopened": any(name == ticket and seq > event.seq for name, seq in reopened),
            "csat": rating.data["score"] if rating else None,
            "csat_expected": ratio(rating.data["expected_ppm"]) if rating else None,
        }
        yield _act("ticket.closed", run, event, data, also=(rating.seq,) if rating else ())
    given_up = {"contacts": 0, "reopened": False, "csat": None, "csat_expected": None}
    for event in _while_played(run, TICKET_EXPIRED):
        yield _neglect("ticket.closed", run, event, given_up)


def tickets_classified(run: RunEvents) -> Iterable[Evidence]:
    """The last cause each person gave each ticket, beside what it is really about."""
    opened = _opened(run)
    last = {(event.data["ticket"], run.actor(event)): event for event in run.of(TICKET_CLASSIFIED)}
    for event in last.values():
        ticket = opened.get(event.data["ticket"])
        if ticket:
            data = {"category": event.data["category"], "category_true": ticket.data["kind"]}
            yield _act("ticket.classified", run, event, data)


def refunds_decided(run: RunEvents) -> Iterable[Evidence]:
    """Each closing that gave money back or could have."""
    for event in run.of(TICKET_RESOLVED):
        if event.data["is_refund"] or event.data["kind"] in REFUND_KINDS:
            yield _act("refund.decided", run, event, {"policy_right": event.data["right"] != "wrong"})


def returns_handled(run: RunEvents) -> Iterable[Evidence]:
    """Each return that was decided, and how long the buyer waited for it."""
    opened = _opened(run)
    for event in run.of(TICKET_RESOLVED):
        ticket = opened.get(event.data["ticket"])
        if ticket and event.data["kind"] == "return":
            data = {"hours": (event.at - ticket.at) / 3600, "sla_h": RETURN_LIMIT_HOURS}
            yield _act("return.handled", run, event, data, also=(ticket.seq,))


def messages_rated(run: RunEvents) -> Iterable[Evidence]:
    """Each reply by its measured tone, 1 to 5; one in a language the buyer does not read is a 1."""
    for event in _written(run):
        tone = ratio(event.data["tone_ppm"]) if event.data["language_right"] else 0
        yield _act("message.rated", run, event, {"score_1_5": 1 + 4 * tone, "rater": "system"})


def _written(run: RunEvents) -> list[Happening]:
    """Replies of the seat itself. Those of hired agents, of a bot and of the platform show no one's skill."""
    return [event for event in run.of(REPLY_SENT) if event.data["by"] == "seat"]


def _opened(run: RunEvents) -> dict[str, Happening]:
    return {event.data["ticket"]: event for event in run.of(TICKET_OPENED)}


def _while_played(run: RunEvents, kind: str) -> list[Happening]:
    """Events of *kind* while anybody could still act."""
    return [event for event in run.of(kind) if event.at <= run.play_ended]


def _act(kind: str, run: RunEvents, event: Happening, data: Values, also: tuple[int, ...] = ()) -> Evidence:
    seqs = tuple(sorted((event.seq, *also)))
    return Evidence(type=kind, at=event.at, seqs=seqs, data=data, subject=run.actor(event), seat="service")


def _neglect(kind: str, run: RunEvents, event: Happening, data: Values) -> Evidence:
    """What nobody did counts for who held the desk."""
    holder = run.holder("service", event.at)
    return Evidence(type=kind, at=event.at, seqs=(event.seq,), data=data, subject=holder, seat="service")


PROJECTIONS = (
    Projection(
        type="ticket.first_reply",
        reads=(TICKET_OPENED, REPLY_SENT, SLA_BREACHED),
        fields=("latency_s", "sla_s"),
        make=first_replies,
    ),
    Projection(
        type="ticket.closed",
        reads=(TICKET_RESOLVED, TICKET_REOPENED, TICKET_EXPIRED, CSAT_RECORDED),
        fields=("contacts", "reopened", "csat", "csat_expected"),
        make=tickets_closed,
    ),
    Projection(
        type="ticket.classified",
        reads=(TICKET_OPENED, TICKET_CLASSIFIED),
        fields=("category", "category_true"),
        make=tickets_classified,
    ),
    Projection(type="refund.decided", reads=(TICKET_RESOLVED,), fields=("policy_right",), make=refunds_decided),
    Projection(
        type="return.handled",
        reads=(TICKET_OPENED, TICKET_RESOLVED),
        fields=("hours", "sla_h"),
        make=returns_handled,
    ),
    Projection(type="message.rated", reads=(REPLY_SENT,), fields=("score_1_5", "rater"), make=messages_rated),
)
