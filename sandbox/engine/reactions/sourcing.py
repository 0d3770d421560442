"""What suppliers, test houses and authorities do, and who follows: the ledger, the warehouses, the lots."""

from __future__ import annotations

from typing import Any

from sandbox.engine.domains import Domains
from sandbox.engine.reactions.common import WHOLE, Reaction, call_off, give_back, stock_changed
from sandbox.kernel.ids import from_text
from sandbox.kernel.messages import EventEnvelope

AT_START = "start/"
"""What the scenario had under way stands in the books from the first second."""


def _purchase_ordered(all_: Domains, envelope: EventEnvelope, data: Any) -> None:
    all_.payments.goods.ordered(data.purchase, data.sku, data.cost - data.fee)
    all_.payments.spend_on("inspection", data.fee)


def _goods_ready(all_: Domains, envelope: EventEnvelope, data: Any) -> None:
    all_.payments.goods.bought(data.purchase, data.units, data.cost)
    all_.logistics.ship_purchase(data.purchase, data.lot, data.sku, data.units, data.node, data.haul, data.unit_cost)


def _lot_received(all_: Domains, envelope: EventEnvelope, data: Any) -> None:
    if not data.carried:
        all_.payments.goods.bought(data.purchase, data.units, data.cost)
        all_.logistics.take_in(data.sku, data.units, data.node)
    if not data.purchase.startswith(AT_START):
        all_.payments.goods.received(data.purchase, data.units)
    stock_changed(all_, data.sku)
    if all_.supply is not None:
        all_.shop.note_quality(data.sku, all_.supply.quality_ppm(data.sku))


def _purchase_cancelled(all_: Domains, envelope: EventEnvelope, data: Any) -> None:
    all_.payments.goods.cancelled(data.purchase, data.refund)


def _paper_paid(all_: Domains, envelope: EventEnvelope, data: Any) -> None:
    all_.payments.spend_on("certificate", data.cost)


def _sample_paid(all_: Domains, envelope: EventEnvelope, data: Any) -> None:
    all_.payments.spend_on("sample", data.cost)


def _papers_checked(all_: Domains, envelope: EventEnvelope, data: Any) -> None:
    all_.payments.spend_on("paper_check", data.cost)


def _researched(all_: Domains, envelope: EventEnvelope, data: Any) -> None:
    all_.payments.spend_on("research", data.cost)


def _recalled(all_: Domains, envelope: EventEnvelope, data: Any) -> None:
    all_.payments.spend_on("recall", data.cost)
    for text in data.orders:
        order = from_text(text)
        if all_.logistics.cancel_order(order):
            call_off(all_, order, "recall")
        else:
            give_back(all_, order, WHOLE, "full")
    all_.shop.terms_changed(data.sku)


def _quarantined(all_: Domains, envelope: EventEnvelope, data: Any) -> None:
    taken = all_.logistics.quarantine(data.node, data.sku, data.units)
    if taken:
        all_.payments.goods.lost(data.sku, taken, "recall")
    stock_changed(all_, data.sku)


REACTIONS: dict[str, Reaction] = {
    "market.purchase_ordered": _purchase_ordered,
    "market.goods_ready": _goods_ready,
    "market.lot_received": _lot_received,
    "market.purchase_cancelled": _purchase_cancelled,
    "market.certificate_applied": _paper_paid,
    "market.supplier_sample_ordered": _sample_paid,
    "market.paper_check_ordered": _papers_checked,
    "market.researched": _researched,
    "market.recall_issued": _recalled,
    "market.lot_quarantined": _quarantined,
}
