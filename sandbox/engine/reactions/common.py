"""What several reactions do."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from sandbox.engine.domains import Domains
from sandbox.kernel.messages import EventEnvelope

Reaction = Callable[[Domains, EventEnvelope, Any], None]
WHOLE = 1_000_000
RESALE_PPM = {"A": 1_000_000, "B": 600_000, "scrap": 0}
"""What a returned article is worth of its cost, by grade."""
HOUR = 3600
VERY_LATE_DAYS = 15
"""So long after the promised day card holders begin to go to their bank."""


def call_off(all_: Domains, order: int, reason: str) -> None:
    """Cancelled before it left: all the money goes back, the goods stay. So with goods sent a second time."""
    if all_.shop.order(order).state in ("placed", "paid"):
        all_.payments.refund(order, WHOLE, "cancel")
        all_.shop.cancel(order, reason)
    else:
        give_back(all_, order, WHOLE, "full")
        all_.payments.goods_back(order, WHOLE)
        all_.shop.goods_back(order, WHOLE)
    all_.desk.order_closed(order)


def give_back(all_: Domains, order: int, share_ppm: int, kind: Any) -> None:
    """Refund a share of an order."""
    all_.payments.refund(order, share_ppm, kind)


def stock_changed(all_: Domains, sku: str) -> None:
    """There is more or less of a product, or of the parts of a set: the room and the shelf show no more than that."""
    for part, _ in all_.shop.parts(sku):
        all_.room.availability_changed(part)
    all_.shop.terms_changed(sku)
