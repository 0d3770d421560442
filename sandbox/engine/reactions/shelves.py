"""What changes on the shelf, and who follows."""

from __future__ import annotations

from typing import Any

from sandbox.engine.domains import Domains
from sandbox.engine.reactions.common import Reaction
from sandbox.kernel.messages import EventEnvelope


def _price_changed(all_: Domains, envelope: EventEnvelope, data: Any) -> None:
    all_.room.price_changed(data.sku)


def _delisted(all_: Domains, envelope: EventEnvelope, data: Any) -> None:
    all_.room.product_off_sale(data.sku)


def _sampled(all_: Domains, envelope: EventEnvelope, data: Any) -> None:
    all_.payments.spend("samples", data.cost, "sample")


REACTIONS: dict[str, Reaction] = {
    "market.price_changed": _price_changed,
    "market.sample_received": _sampled,
    "market.delisted": _delisted,
}
