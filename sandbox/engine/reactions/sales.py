"""From an order to its payment, and back."""

from __future__ import annotations

from typing import Any

from sandbox.engine.domains import Domains
from sandbox.engine.reactions.common import WHOLE, Reaction, call_off, stock_changed
from sandbox.engine.trade import order_of
from sandbox.kernel.messages import EventEnvelope


def _order_placed(all_: Domains, envelope: EventEnvelope, data: Any) -> None:
    row = all_.shop.order(order_of(envelope))
    if all_.ads is not None:
        all_.ads.note_sale(row.order, row.sku, row.country, row.channel, row.price * row.units, row.campaign)
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
        if all_.shop.order(order).channel == "live":
            all_.room.restore_unit(all_.shop.order(order).sku)


def _stock_reserved(all_: Domains, envelope: EventEnvelope, data: Any) -> None:
    row = all_.shop.order(order_of(envelope))
    for part, _ in all_.shop.parts(data.sku):
        all_.room.availability_changed(part)
    all_.desk.order_placed(row.order, row.country, row.price, row.promise_days, buyer=row.viewer,
                           is_cod=all_.payments.is_cod(row.order))
    if all_.supply is not None:
        for sku, units in all_.shop.parts(data.sku):
            all_.supply.stock_reserved(row.order, sku, data.node, units * data.units, row.country)


def _stock_short(all_: Domains, envelope: EventEnvelope, data: Any) -> None:
    call_off(all_, order_of(envelope), "out_of_stock")
    stock_changed(all_, data.sku)


def _withdrawn(all_: Domains, envelope: EventEnvelope, data: Any) -> None:
    call_off(all_, order_of(envelope), data.reason)
    stock_changed(all_, all_.shop.order(order_of(envelope)).sku)


def _refunded(all_: Domains, envelope: EventEnvelope, data: Any) -> None:
    all_.shop.note_refund(order_of(envelope), all_.in_shop_currency(data.amount, data.currency))


def _charged_back(all_: Domains, envelope: EventEnvelope, data: Any) -> None:
    all_.shop.note_cost(order_of(envelope), "dispute", all_.in_shop_currency(data.fee, data.currency))


def _order_ended(all_: Domains, envelope: EventEnvelope, data: Any) -> None:
    all_.desk.order_closed(order_of(envelope))


def _charged_back_open(all_: Domains, envelope: EventEnvelope, data: Any) -> None:
    all_.desk.order_charged_back(order_of(envelope))


def _rate_moved(all_: Domains, envelope: EventEnvelope, data: Any) -> None:
    all_.shop.terms_changed()


REACTIONS: dict[str, Reaction] = {
    "market.order_placed": _order_placed,
    "market.order_ended": _order_ended,
    "payments.authorised": _authorised,
    "payments.declined": _declined,
    "payments.refund_issued": _refunded,
    "payments.chargeback_opened": _charged_back_open,
    "payments.rate_moved": _rate_moved,
    "payments.chargeback_decided": _charged_back,
    "logistics.stock_reserved": _stock_reserved,
    "logistics.stock_short": _stock_short,
    "logistics.order_withdrawn": _withdrawn,
}
