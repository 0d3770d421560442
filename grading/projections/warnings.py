"""Alerts that were acted on or not, and buyers who were told of a problem before they asked."""

from __future__ import annotations

from collections.abc import Iterable

from grading.evidence import Evidence, Projection
from grading.expression import Values
from grading.run_events import NEVER, Happening, RunEvents

ALERT_CLOSED = "run.alert_closed"
CONSIGNMENT_CLOSED = "logistics.consignment_closed"
LINE_HAUL_DELAYED = "logistics.line_haul_delayed"
CUSTOMS_HELD = "logistics.customs_held"
PARCEL_LOST = "logistics.parcel_lost"
ORDER_PLACED = "market.order_placed"
NOTICE_PUBLISHED = "service.notice_published"
POLICY_CHANGED = "service.policy_changed"
TICKET_OPENED = "service.ticket_opened"
NOTICE_LASTS = 3 * 86_400
"""Seconds for which a notice covers problems that come after it."""


def alerts_closed(run: RunEvents) -> Iterable[Evidence]:
    """Each alert of each seat, while anybody could act on it."""
    for event in run.of(ALERT_CLOSED):
        raised = event.at - int(event.data["latency_seconds"])
        if raised < run.play_ended:
            data = {"acted": event.data["acted"], "latency_s": event.data["latency_seconds"]}
            seat = str(event.data["seat"])
            yield Evidence(type="alert.closed", at=raised, seqs=(event.seq,), data=data, seat=seat)


def order_exceptions(run: RunEvents) -> Iterable[Evidence]:
    """Each order that met a problem in transit: was its buyer told before the buyer wrote?"""
    country = {event.data["order"]: event.data["country"] for event in run.of(ORDER_PLACED)}
    complaints = _first_complaints(run)
    seen: set[str] = set()
    for event, order in _problems(run):
        if order in seen or order not in country or event.at > run.play_ended:
            continue
        seen.add(order)
        complaint = complaints.get(order, NEVER)
        notice = _notice_for(run, country[order], event.at, complaint)
        data: Values = {"order": order, "kind": event.type, "notified_first": notice is not None}
        seqs = (event.seq,) if notice is None or notice == event.seq else tuple(sorted((event.seq, notice)))
        yield Evidence(type="order.exception", at=event.at, seqs=seqs, data=data)


def _problems(run: RunEvents) -> Iterable[tuple[Happening, str]]:
    """Every problem event with each order it befell."""
    aboard = {event.data["consignment"]: event.data["orders"] for event in run.of(CONSIGNMENT_CLOSED)}
    for event in run.of(LINE_HAUL_DELAYED, CUSTOMS_HELD, PARCEL_LOST):
        orders = aboard.get(event.data["consignment"], ()) if "consignment" in event.data else (event.data["order"],)
        for order in orders:
            yield event, order


def _first_complaints(run: RunEvents) -> dict[str, int]:
    found: dict[str, int] = {}
    for event in run.of(TICKET_OPENED):
        found.setdefault(event.data["order"], event.at)
    return found


def _notice_for(run: RunEvents, country: str, at: int, complaint: int) -> int | None:
    """``seq`` of what told the buyers of *country* of a problem at second *at* before *complaint*, or None."""
    for event in run.of(NOTICE_PUBLISHED):
        if event.data["country"] == country and at - NOTICE_LASTS <= event.at < complaint:
            return event.seq
    policies = [event for event in run.of(POLICY_CHANGED) if event.at <= at < complaint]
    return policies[-1].seq if policies and policies[-1].data["auto_notify"] else None


PROJECTIONS = (
    Projection(type="alert.closed", reads=(ALERT_CLOSED,), fields=("acted", "latency_s"), make=alerts_closed),
    Projection(
        type="order.exception",
        reads=(
            ORDER_PLACED,
            CONSIGNMENT_CLOSED,
            LINE_HAUL_DELAYED,
            CUSTOMS_HELD,
            PARCEL_LOST,
            NOTICE_PUBLISHED,
            POLICY_CHANGED,
            TICKET_OPENED,
        ),
        fields=("order", "kind", "notified_first"),
        make=order_exceptions,
    ),
)
