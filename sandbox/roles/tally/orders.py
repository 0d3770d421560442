"""Where every order is, as screens show it, and what became of it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sandbox.kernel.messages import EventEnvelope
from sandbox.roles.tally.fold import Fold, On

DAY = 86_400


class Order:
    """One order on its way."""

    __slots__ = ("at", "campaign", "channel", "country", "held_reason", "id", "label", "listing", "placed_at",
                 "platform", "promise_at", "service", "sku", "state", "steps", "units", "value")

    def __init__(self, at: int, data: Any) -> None:
        self.id = data.order
        self.label = data.label
        self.country = data.country
        self.sku = data.sku
        self.units = data.units
        """Of ``sku``, which is a set's own number where things were sold together."""
        self.channel = data.channel
        self.platform = data.platform
        self.listing = data.listing
        self.campaign = data.campaign
        self.service = data.service
        self.value = data.price
        self.placed_at = at
        self.promise_at = at + data.promise_days * DAY
        self.state = "placed"
        self.at = at
        self.held_reason = ""
        self.steps: list[tuple[int, str]] = [(at, "placed")]


ENDED = ("completed", "cancelled", "payment_failed", "returned", "lost", "seized", "refused")
_STEPS = {
    "payments.authorised": "paid", "logistics.stock_reserved": "reserved", "logistics.order_packed": "packed",
    "logistics.import_declared": "importing", "logistics.customs_released": "released",
    "logistics.delivery_failed": "second_attempt", "logistics.order_delivered": "delivered",
    "logistics.parcel_lost": "lost", "logistics.parcel_seized": "seized", "logistics.parcel_returned": "returning",
    "logistics.return_requested": "return_asked", "logistics.return_received": "return_received",
    "payments.declined": "declined", "logistics.stock_short": "short", "payments.pending": "pending",
    "payments.order_flagged": "flagged", "logistics.carrier_refused": "carrier_refused",
}


class OrderTally(Fold):
    """Follows every order from its placing to its end."""

    def __init__(self) -> None:
        self.orders: dict[str, Order] = {}
        self.outcomes: dict[str, int] = {}
        self.returns: dict[str, int] = {}
        """By product; a set counts under its own number."""
        self.by_channel: dict[str, int] = {}
        self._consignments: dict[str, tuple[str, ...]] = {}

    def routes(self) -> Mapping[str, On]:
        """See :class:`Fold`."""
        return {
            **dict.fromkeys(_STEPS, self._step),
            "market.order_placed": self._placed, "market.order_ended": self._ended,
            "logistics.customs_held": self._held, "logistics.export_held": self._export_held,
            "payments.order_reviewed": self._reviewed,
            "logistics.consignment_closed": self._closed,
            "logistics.line_haul_departed": self._departed, "logistics.export_declared": self._exported,
        }

    def open(self) -> list[Order]:
        """Orders that have not ended: held ones first, then by promise."""
        rows = [order for order in self.orders.values() if order.state not in ENDED]
        return sorted(rows, key=lambda order: (not order.held_reason, order.promise_at, order.id))

    def states(self) -> dict[str, int]:
        """How many orders are in each state, ended ones under their outcome."""
        counts: dict[str, int] = {}
        for order in self.orders.values():
            counts[order.state] = counts.get(order.state, 0) + 1
        return dict(sorted(counts.items()))

    def _move(self, ident: str, state: str, at: int) -> None:
        order = self.orders.get(ident)
        if order is not None and order.state not in ENDED:
            order.state, order.at = state, at
            order.steps.append((at, state))

    def _placed(self, envelope: EventEnvelope, data: Any) -> None:
        self.orders[data.order] = Order(envelope.at, data)
        self.by_channel[data.channel] = self.by_channel.get(data.channel, 0) + 1

    def _step(self, envelope: EventEnvelope, data: Any) -> None:
        self._move(data.order, _STEPS[envelope.type], envelope.at)
        order = self.orders.get(data.order)
        if order is None:
            return
        order.held_reason = ""
        if envelope.type == "logistics.return_requested":
            self.returns[order.sku] = self.returns.get(order.sku, 0) + 1

    def _held(self, envelope: EventEnvelope, data: Any) -> None:
        self._move(data.order, "held", envelope.at)
        if data.order in self.orders:
            self.orders[data.order].held_reason = data.reason

    def _export_held(self, envelope: EventEnvelope, data: Any) -> None:
        for ident in self._consignments.get(data.consignment, ()):
            self._move(ident, "held", envelope.at)
            self.orders[ident].held_reason = data.reason

    def _reviewed(self, envelope: EventEnvelope, data: Any) -> None:
        """An order that was let through waits for the bank again."""
        if data.approved:
            self._move(data.order, "placed", envelope.at)

    def _closed(self, envelope: EventEnvelope, data: Any) -> None:
        self._consignments[data.consignment] = data.orders

    def _exported(self, envelope: EventEnvelope, data: Any) -> None:
        for ident in self._consignments.get(data.consignment, ()):
            self._move(ident, "exporting", envelope.at)

    def _departed(self, envelope: EventEnvelope, data: Any) -> None:
        for ident in self._consignments.get(data.consignment, ()):
            self._move(ident, "under_way", envelope.at)

    def _ended(self, envelope: EventEnvelope, data: Any) -> None:
        self._move(data.order, data.outcome, envelope.at)
        self.outcomes[data.outcome] = self.outcomes.get(data.outcome, 0) + 1
