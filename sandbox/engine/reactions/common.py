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
    """Cancelled before it left: all the money goes back, the goods stay."""
    all_.payments.refund(order, WHOLE, "cancel")
    all_.shop.cancel(order, reason)
    all_.desk.order_closed(order)


def give_back(all_: Domains, order: int, share_ppm: int, kind: Any) -> None:
    """Refund a share of an order."""
    all_.payments.refund(order, share_ppm, kind)
