"""What the help desk decides, and who carries it out."""

from __future__ import annotations

from typing import Any

from sandbox.engine.domains import Domains
from sandbox.engine.reactions.common import HOUR, WHOLE, Reaction, call_off, give_back
from sandbox.engine.trade import order_of
from sandbox.kernel.messages import EventEnvelope


def _resolved(all_: Domains, envelope: EventEnvelope, data: Any) -> None:
    if not data.order:
        return
    order = order_of(envelope)
    row = all_.shop.order(order)
    all_.shop.note_help(order, data.helped, data.first_reply_seconds // HOUR)
    if data.helped:
        all_.payments.matter_settled(order)
    if data.is_refund:
        if data.action == "refund_full" and all_.logistics.cancel_order(order):
            call_off(all_, order, "buyer_asked")
        else:
            give_back(all_, order, data.share_ppm, "full" if data.share_ppm == WHOLE else "partial")
    elif data.action == "return_label" and all_.logistics.start_return(order) and not row.is_ended:
        all_.shop.note_return(order)
    elif data.action == "reship" and all_.logistics.reship(order):
        all_.shop.note_cost(order, "goods", all_.payments.goods_sent_again(order))


def _expired(all_: Domains, envelope: EventEnvelope, data: Any) -> None:
    if data.order:
        order = order_of(envelope)
        all_.shop.note_help(order, False, 7 * 24)
        all_.shop.note_experience(order, False, True)
        all_.payments.open_dispute_risk(order, "unresolved")


def _rated(all_: Domains, envelope: EventEnvelope, data: Any) -> None:
    if data.order:
        order = order_of(envelope)
        all_.shop.note_experience(order, data.satisfied, data.unresolved)
        if data.unresolved:
            all_.payments.open_dispute_risk(order, "unresolved")


def _wages_paid(all_: Domains, envelope: EventEnvelope, data: Any) -> None:
    all_.payments.spend_on("wages", data.cost)


def _cod_confirmed(all_: Domains, envelope: EventEnvelope, data: Any) -> None:
    all_.payments.cod_confirmed(order_of(envelope))
    all_.payments.spend_on("call", data.cost)


REACTIONS: dict[str, Reaction] = {
    "service.ticket_resolved": _resolved,
    "service.ticket_expired": _expired,
    "service.csat_recorded": _rated,
    "service.wages_paid": _wages_paid,
    "service.cod_confirmed": _cod_confirmed,
}
