"""Inbox first. Whether a card was stolen, and who complains by habit, stays hidden."""

from __future__ import annotations

from typing import get_args

from sandbox.roles.seen import Seen
from sandbox.roles.tally.desk import Ticket
from sandbox.roles.view_parts import NoticeRow
from sandbox.roles.view_types import ServiceView, TicketRow
from sandbox.roles.views.common import comment_line, common, order_row, room_line
from sandbox.roles.views.season import care_part
from sandbox.service.commands import Macro

OPEN, CLOSED, COMMENTS = 40, 10, 12


def service_view(seen: Seen) -> ServiceView:
    """What customer service may know."""
    desk = seen.tallies.desk
    waiting = desk.open()
    scores = desk.scores
    return ServiceView(
        common=common(seen, "service"), room=room_line(seen),
        tickets=tuple(_row(seen, one) for one in [*waiting[:OPEN], *desk.closed()[:CLOSED]]),
        open_count=len(waiting), overdue_count=len([one for one in waiting if one.overdue]),
        first_reply_p50=desk.latency(500_000), first_reply_p90=desk.latency(900_000),
        csat_ppm=sum(scores) * 1_000_000 // len(scores) if scores else None,
        comments=tuple(comment_line(one) for one in seen.tallies.chat.recent("open", "handed")[:COMMENTS]),
        auto_notify=desk.auto_notify, queue=desk.queue, refund_limit=seen.scenario.desk.refund_limit,
        notices=tuple(NoticeRow(at=at, country=country, cause=cause, extra_days=days)
                      for at, country, cause, days in desk.notices),
        macros=get_args(Macro), names={product.sku: product.name for product in seen.scenario.products},
        care=care_part(seen),
    )


def _row(seen: Seen, ticket: Ticket) -> TicketRow:
    order = seen.tallies.orders.orders.get(ticket.order)
    return TicketRow(
        id=ticket.id, label=ticket.label, kind=ticket.kind, phrase=ticket.phrase, country=ticket.country,
        language=ticket.language, opened_at=ticket.opened_at, due=ticket.due, first_reply_at=ticket.first_reply_at,
        state=ticket.state, category=ticket.category, order=order_row(order) if order else None, value=ticket.value,
        contacts=ticket.contacts, overdue=ticket.overdue,
    )
