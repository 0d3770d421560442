"""What carriers, customs and warehouses do, and who follows."""

from __future__ import annotations

from typing import Any

from sandbox.engine.domains import Domains
from sandbox.engine.reactions.common import RESALE_PPM, VERY_LATE_DAYS, WHOLE, Reaction, give_back, stock_changed
from sandbox.engine.trade import order_of
from sandbox.kernel.ids import from_text
from sandbox.kernel.messages import EventEnvelope


def _packed(all_: Domains, envelope: EventEnvelope, data: Any) -> None:
    all_.desk.order_moved(order_of(envelope), "packed")


def _consigned(all_: Domains, envelope: EventEnvelope, data: Any) -> None:
    for order in data.orders:
        all_.desk.order_moved(from_text(order), "shipped")


def _carried(all_: Domains, envelope: EventEnvelope, data: Any) -> None:
    order = order_of(envelope)
    all_.payments.post_costs(order, "carriage", {"carriage": data.carriage, "handling": data.handling})
    all_.shop.note_cost(order, "carriage", data.carriage + data.handling)


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
    give_back(all_, order, WHOLE, "lost")
    all_.shop.end_order(order, "lost")


def _seized(all_: Domains, envelope: EventEnvelope, data: Any) -> None:
    order = order_of(envelope)
    give_back(all_, order, WHOLE, "full")
    all_.shop.end_order(order, "seized")


def _sent_back(all_: Domains, envelope: EventEnvelope, data: Any) -> None:
    order = order_of(envelope)
    give_back(all_, order, WHOLE, "full")
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
    if all_.supply is not None and value:
        for sku, _ in all_.shop.parts(all_.shop.order(order).sku):
            all_.supply.stock_back(order, sku, data.node)
    all_.payments.goods_back(order, value)
    all_.shop.goods_back(order, value)
    row = all_.shop.order(order)
    if not row.is_ended:
        give_back(all_, order, WHOLE, "full")
        all_.shop.end_order(order, "returned")
    stock_changed(all_, row.sku)


def _stock_moved(all_: Domains, envelope: EventEnvelope, data: Any) -> None:
    if all_.supply is None:
        all_.payments.spend("transfers", data.cost, "transfer")
    else:
        all_.payments.goods.landed(data.sku, data.cost, "transfer")
        if data.origin:
            all_.supply.stock_moved(data.sku, data.origin, data.destination, data.units)
    stock_changed(all_, data.sku)


def _stock_arrived(all_: Domains, envelope: EventEnvelope, data: Any) -> None:
    if all_.supply is not None:
        all_.supply.stock_arrived(data.sku, data.node, data.units, data.lot)
    stock_changed(all_, data.sku)


def _stock_freed(all_: Domains, envelope: EventEnvelope, data: Any) -> None:
    if all_.supply is not None:
        for sku, _ in all_.shop.parts(data.sku):
            all_.supply.stock_back(order_of(envelope), sku, data.node)
    all_.shop.terms_changed(data.sku)


def _warehouses_charged(all_: Domains, envelope: EventEnvelope, data: Any) -> None:
    all_.payments.spend_on("storage", data.storage + data.surcharge)
    all_.payments.spend_on("wages", data.wages)


def _tax_registered(all_: Domains, envelope: EventEnvelope, data: Any) -> None:
    all_.payments.spend_on("registration", data.cost)


def _tax_refunded(all_: Domains, envelope: EventEnvelope, data: Any) -> None:
    all_.payments.tax_refund(data.amount)


def _shipping_changed(all_: Domains, envelope: EventEnvelope, data: Any) -> None:
    all_.shop.terms_changed(data.sku)


def _carrier_decided(all_: Domains, envelope: EventEnvelope, data: Any) -> None:
    all_.shop.terms_changed()


def _return_closed(all_: Domains, envelope: EventEnvelope, data: Any) -> None:
    order = order_of(envelope)
    give_back(all_, order, data.refund_ppm, "full" if data.refund_ppm == WHOLE else "partial")
    if data.way == "no_return":
        all_.shop.end_order(order, "returned")


REACTIONS: dict[str, Reaction] = {
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
    "logistics.stock_freed": _stock_freed,
    "logistics.warehouses_charged": _warehouses_charged,
    "logistics.tax_registered": _tax_registered,
    "logistics.tax_refunded": _tax_refunded,
    "logistics.shipping_changed": _shipping_changed,
    "logistics.carrier_decided": _carrier_decided,
    "logistics.return_closed": _return_closed,
}
