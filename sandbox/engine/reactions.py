"""How the five domains meet: an event in one becomes a call on another. The only dictionary between them.

One short function for each line of business. Reactions run first in, first out, at the second of their event and after
the code that emitted it has finished; what they emit carries that event as its cause.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from sandbox.engine.domains import Domains, order_of
from sandbox.kernel.ids import from_text
from sandbox.kernel.messages import EventEnvelope

Reaction = Callable[[Domains, EventEnvelope, Any], None]
WHOLE = 1_000_000
RESALE_PPM = {"A": 1_000_000, "B": 600_000, "scrap": 0}
"""What a returned article is worth of its cost, by grade."""
HOUR = 3600
VERY_LATE_DAYS = 15
"""So long after the promised day card holders begin to go to their bank."""


def _order_intended(all_: Domains, envelope: EventEnvelope, data: Any) -> None:
    all_.shop.place_order(data)


def _order_placed(all_: Domains, envelope: EventEnvelope, data: Any) -> None:
    row = all_.shop.order(order_of(envelope))
    all_.payments.authorise(row.order, row.country, row.currency, row.paid, row.paid_shop)


def _authorised(all_: Domains, envelope: EventEnvelope, data: Any) -> None:
    row = all_.shop.order(order_of(envelope))
    if row.is_ended:
        all_.payments.refund(row.order, WHOLE, "cancel")
        return
    all_.shop.mark_paid(row.order)
    all_.shop.note_cost(row.order, "payment", all_.in_shop_currency(data.fee, data.currency))
    all_.logistics.accept_order(row.order, row.sku, row.units, row.country, row.service, row.promise_days, row.goods,
                                row.currency)


def _declined(all_: Domains, envelope: EventEnvelope, data: Any) -> None:
    order = order_of(envelope)
    if not data.soft:
        all_.shop.fail_payment(order)
        all_.room.restore_unit(all_.shop.order(order).sku)


def _stock_reserved(all_: Domains, envelope: EventEnvelope, data: Any) -> None:
    row = all_.shop.order(order_of(envelope))
    all_.room.availability_changed(data.sku)
    all_.desk.order_placed(row.order, row.country, row.price, row.promise_days)


def _stock_short(all_: Domains, envelope: EventEnvelope, data: Any) -> None:
    _call_off(all_, order_of(envelope), "out_of_stock")
    all_.room.availability_changed(data.sku)


def _withdrawn(all_: Domains, envelope: EventEnvelope, data: Any) -> None:
    _call_off(all_, order_of(envelope), data.reason)
    all_.room.availability_changed(all_.shop.order(order_of(envelope)).sku)


def _call_off(all_: Domains, order: int, reason: str) -> None:
    """Cancelled before it left: all the money goes back, the goods stay."""
    all_.payments.refund(order, WHOLE, "cancel")
    all_.shop.cancel(order, reason)
    all_.desk.order_closed(order)


def _packed(all_: Domains, envelope: EventEnvelope, data: Any) -> None:
    all_.desk.order_moved(order_of(envelope), "packed")


def _consigned(all_: Domains, envelope: EventEnvelope, data: Any) -> None:
    for order in data.orders:
        all_.desk.order_moved(from_text(order), "shipped")


def _carried(all_: Domains, envelope: EventEnvelope, data: Any) -> None:
    order = order_of(envelope)
    currency = all_.shop_currency
    all_.payments.post_cost(order, "carriage", currency, data.carriage)
    all_.payments.post_cost(order, "handling", currency, data.handling)
    all_.shop.note_cost(order, "carriage", data.carriage)
    all_.shop.note_cost(order, "handling", data.handling)


def _imported(all_: Domains, envelope: EventEnvelope, data: Any) -> None:
    order = order_of(envelope)
    all_.payments.book_import(data)
    if data.payer == "buyer":
        if data.duty + data.vat + data.fees > 0:
            all_.desk.order_held(order, "tax_due")
        return
    taken = all_.shop.order(order).tax if data.currency == all_.shop.order(order).currency else 0
    borne = data.duty + data.fees + max(0, data.vat - taken)
    all_.shop.note_cost(order, "import", all_.in_shop_currency(borne, data.currency))


def _held(all_: Domains, envelope: EventEnvelope, data: Any) -> None:
    all_.desk.order_held(order_of(envelope), data.reason)


def _released(all_: Domains, envelope: EventEnvelope, data: Any) -> None:
    order = order_of(envelope)
    all_.desk.order_moved(order, "shipped")
    all_.payments.post_cost(order, "fines", all_.shop_currency, data.fine)
    all_.shop.note_cost(order, "fine", data.fine)


def _delivered(all_: Domains, envelope: EventEnvelope, data: Any) -> None:
    order = order_of(envelope)
    row = all_.shop.order(order)
    all_.shop.mark_delivered(order, data.on_time, data.damaged, data.defect)
    all_.payments.settle_after_delivery(order)
    all_.desk.order_delivered(order, data.on_time, data.damaged, data.defect, row.inflate_ppm)
    if data.damaged or data.defect:
        all_.payments.open_dispute_risk(order, "defect")
    elif data.days_ppm > (data.promise_days + VERY_LATE_DAYS) * WHOLE:
        all_.payments.open_dispute_risk(order, "late")
    else:
        all_.payments.open_dispute_risk(order, "friendly")


def _lost(all_: Domains, envelope: EventEnvelope, data: Any) -> None:
    order = order_of(envelope)
    all_.desk.order_lost(order)
    _give_back(all_, order, WHOLE, "lost")
    all_.shop.end_order(order, "lost")


def _seized(all_: Domains, envelope: EventEnvelope, data: Any) -> None:
    order = order_of(envelope)
    _give_back(all_, order, WHOLE, "full")
    all_.shop.end_order(order, "seized")


def _sent_back(all_: Domains, envelope: EventEnvelope, data: Any) -> None:
    order = order_of(envelope)
    _give_back(all_, order, WHOLE, "full")
    all_.shop.end_order(order, "returned" if data.reason == "customs" else "refused")


def _claim_paid(all_: Domains, envelope: EventEnvelope, data: Any) -> None:
    order = order_of(envelope)
    all_.payments.carrier_claim(order, data.amount)
    all_.shop.note_cost(order, "carrier_claim", -data.amount)


def _return_wanted(all_: Domains, envelope: EventEnvelope, data: Any) -> None:
    all_.desk.return_wanted(order_of(envelope), data.reason)


def _return_received(all_: Domains, envelope: EventEnvelope, data: Any) -> None:
    order = order_of(envelope)
    value = RESALE_PPM[data.grade]
    all_.payments.goods_back(order, value)
    all_.shop.goods_back(order, value)
    row = all_.shop.order(order)
    if not row.is_ended:
        _give_back(all_, order, WHOLE, "full")
        all_.shop.end_order(order, "returned")
    all_.room.availability_changed(row.sku)


def _give_back(all_: Domains, order: int, share_ppm: int, kind: Any) -> None:
    all_.payments.refund(order, share_ppm, kind)


def _refunded(all_: Domains, envelope: EventEnvelope, data: Any) -> None:
    all_.shop.note_refund(order_of(envelope), all_.in_shop_currency(data.amount, data.currency))


def _charged_back(all_: Domains, envelope: EventEnvelope, data: Any) -> None:
    all_.shop.note_cost(order_of(envelope), "dispute", all_.in_shop_currency(data.fee, data.currency))


def _order_ended(all_: Domains, envelope: EventEnvelope, data: Any) -> None:
    all_.desk.order_closed(order_of(envelope))


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
            _call_off(all_, order, "buyer_asked")
        else:
            _give_back(all_, order, data.share_ppm, "full" if data.share_ppm == WHOLE else "partial")
    elif data.action == "return_label" and all_.logistics.start_return(order) and not row.is_ended:
        all_.shop.note_return(order)
    elif data.action == "reship" and all_.logistics.reship(order):
        all_.shop.note_cost(order, "goods", all_.payments.goods_sent_again(order))


def _expired(all_: Domains, envelope: EventEnvelope, data: Any) -> None:
    if data.order:
        order = order_of(envelope)
        all_.shop.note_help(order, False, 7 * 24)
        all_.payments.open_dispute_risk(order, "unresolved")


def _comment_missed(all_: Domains, envelope: EventEnvelope, data: Any) -> None:
    all_.desk.comment_missed(from_text(data.comment), 0, all_.room.country_of_comment(data.comment), data.kind)


def _comment_moderated(all_: Domains, envelope: EventEnvelope, data: Any) -> None:
    if data.action == "hand_over":
        country = all_.room.country_of_comment(data.comment)
        all_.desk.comment_handed(from_text(data.comment), 0, country, "presale")


def _boost_spent(all_: Domains, envelope: EventEnvelope, data: Any) -> None:
    all_.payments.spend("ads", data.spend, "ads")


def _boost_ended(all_: Domains, envelope: EventEnvelope, data: Any) -> None:
    all_.payments.spend("ads", data.spent, "ads")


def _bag_started(all_: Domains, envelope: EventEnvelope, data: Any) -> None:
    all_.payments.spend("lucky_bags", data.cost, "lucky_bag")


def _sampled(all_: Domains, envelope: EventEnvelope, data: Any) -> None:
    all_.payments.spend("samples", data.cost, "sample")


def _stock_moved(all_: Domains, envelope: EventEnvelope, data: Any) -> None:
    all_.payments.spend("transfers", data.cost, "transfer")
    all_.room.availability_changed(data.sku)


def _stock_arrived(all_: Domains, envelope: EventEnvelope, data: Any) -> None:
    all_.room.availability_changed(data.sku)


def _price_changed(all_: Domains, envelope: EventEnvelope, data: Any) -> None:
    all_.room.price_changed(data.sku)


def _delisted(all_: Domains, envelope: EventEnvelope, data: Any) -> None:
    all_.room.product_off_sale(data.sku)


REACTIONS: dict[str, Reaction] = {
    "livestream.order_intended": _order_intended,
    "livestream.comment_missed": _comment_missed,
    "livestream.comment_moderated": _comment_moderated,
    "livestream.boost_spent": _boost_spent,
    "livestream.boost_ended": _boost_ended,
    "livestream.lucky_bag_started": _bag_started,
    "market.order_placed": _order_placed,
    "market.order_ended": _order_ended,
    "market.price_changed": _price_changed,
    "market.sample_received": _sampled,
    "market.delisted": _delisted,
    "payments.authorised": _authorised,
    "payments.declined": _declined,
    "payments.refund_issued": _refunded,
    "payments.chargeback_decided": _charged_back,
    "logistics.stock_reserved": _stock_reserved,
    "logistics.stock_short": _stock_short,
    "logistics.order_withdrawn": _withdrawn,
    "logistics.order_packed": _packed,
    "logistics.consignment_closed": _consigned,
    "logistics.carrier_charged": _carried,
    "logistics.import_declared": _imported,
    "logistics.customs_held": _held,
    "logistics.customs_released": _released,
    "logistics.order_delivered": _delivered,
    "logistics.parcel_lost": _lost,
    "logistics.parcel_seized": _seized,
    "logistics.parcel_returned": _sent_back,
    "logistics.claim_paid": _claim_paid,
    "logistics.return_requested": _return_wanted,
    "logistics.return_received": _return_received,
    "logistics.stock_moved": _stock_moved,
    "logistics.stock_arrived": _stock_arrived,
    "service.ticket_resolved": _resolved,
    "service.ticket_expired": _expired,
}


def react(domains: Domains, envelope: EventEnvelope) -> None:
    """Let the other domains follow one event."""
    reaction = REACTIONS.get(envelope.type)
    if reaction is not None:
        reaction(domains, envelope, envelope.data)
