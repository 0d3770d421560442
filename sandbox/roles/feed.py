"""Which events a seat is told in its feed, and which of their fields. Anything not listed stays hidden.

The feed tells what happened in words a person can act on; numbers of five seconds belong to the view. Hidden fields
(expectations, true quality, thresholds of the platform) are opened in the review after the run.
"""

from __future__ import annotations

from typing import Any

from sandbox.kernel.codec import to_plain
from sandbox.kernel.messages import EventEnvelope

ALL = ("anchor", "operations", "selection", "traffic", "service", "instructor")
ROOM = ("anchor", "operations", "traffic", "instructor")
SHOP = ("operations", "selection", "instructor")
CARE = ("service", "operations", "instructor")

FEED: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "run.started": (ALL, ("scenario", "market_starts", "commitment")),
    "run.seat_taken": (ALL, ("seat", "holder")),
    "run.shock_injected": (ALL, ("kind", "country", "hours", "sku")),
    "run.day_closed": (ALL, ("day", "orders_open", "tickets_open")),
    "run.play_ended": (ALL, ("reason",)),
    "run.settled": (ALL, ("orders",)),
    "livestream.show_started": (ALL, ("followers",)),
    "livestream.show_ended": (ALL, ("reason", "views", "orders", "gmv", "peak_online", "follows")),
    "livestream.pool_evaluated": (("operations", "traffic", "instructor"), ("window", "trend", "shows_next")),
    "livestream.product_pinned": (ROOM, ("sku", "by_rundown")),
    "livestream.product_unpinned": (ROOM, ("sku",)),
    "livestream.cue_given": (("anchor", "operations", "instructor"), ("cue",)),
    "livestream.pitch_closed": (ROOM, ("sku", "seconds", "points_made", "points_planned", "points_false", "clicks",
                                       "orders")),
    "livestream.comment_missed": (("anchor", "service", "instructor"), ("comment", "kind")),
    "livestream.comment_moderated": (("operations", "service", "instructor"), ("comment", "action")),
    "livestream.violation_detected": (ROOM, ("tag", "points", "total")),
    "livestream.traffic_penalised": (ROOM, ("factor_ppm", "until")),
    "livestream.claim_corrected": (ROOM, ("tag",)),
    "livestream.stock_released": (ROOM, ("sku", "units", "visible")),
    "livestream.sold_out": (ROOM, ("sku",)),
    "livestream.flash_started": (ROOM, ("sku", "price", "until")),
    "livestream.flash_ended": (ROOM, ("sku",)),
    "livestream.coupon_issued": (ROOM, ("coupon", "sku", "amount", "minimum", "copies", "until")),
    "livestream.coupon_closed": (ROOM, ("coupon", "used")),
    "livestream.lucky_bag_started": (ROOM, ("prizes", "until", "cost")),
    "livestream.lucky_bag_drawn": (ROOM, ("participants",)),
    "livestream.boost_started": (("traffic", "operations", "instructor"), ("amount", "until", "cpm")),
    "livestream.boost_ended": (("traffic", "operations", "instructor"), ("spent", "impressions", "entries")),
    "livestream.followers_notified": (("traffic", "operations", "instructor"), ("followers",)),
    "livestream.teaser_posted": (("traffic", "operations", "instructor"), ("sku", "hook")),
    "market.price_changed": (("anchor", *SHOP), ("sku", "old", "new")),
    "market.role_assigned": (SHOP, ("sku", "role")),
    "market.fact_sheet_written": (("anchor", *SHOP), ("sku",)),
    "market.hs_classified": (SHOP, ("sku", "hs6")),
    "market.sample_received": (SHOP, ("sku", "quality_ppm", "fit_ppm", "cost")),
    "market.delisted": (("anchor", *SHOP), ("sku",)),
    "market.relisted": (("anchor", *SHOP), ("sku",)),
    "market.order_placed": (("anchor", *CARE), ("order", "label", "country", "sku", "price", "source")),
    "market.order_ended": (CARE, ("order", "outcome")),
    "market.review_posted": (("selection", *CARE), ("sku", "stars", "verified")),
    "market.rating_changed": (ALL, ("sku", "rating", "reviews")),
    "logistics.shipping_changed": (CARE, ("country", "sku", "service", "promise_days")),
    "logistics.stock_short": (SHOP, ("order", "sku", "units")),
    "logistics.stock_moved": (SHOP, ("sku", "origin", "destination", "units", "cost")),
    "logistics.stock_arrived": (SHOP, ("sku", "node", "units")),
    "logistics.consignment_closed": (CARE, ("service", "parcels")),
    "logistics.line_haul_delayed": (CARE, ("cause", "hours")),
    "logistics.customs_held": (("selection", *CARE), ("order", "reason", "rule")),
    "logistics.customs_released": (CARE, ("order", "held_hours", "fine")),
    "logistics.parcel_returned": (CARE, ("order", "reason")),
    "logistics.parcel_seized": (("selection", *CARE), ("order", "rule")),
    "logistics.order_delivered": (CARE, ("order", "on_time", "damaged")),
    "logistics.parcel_lost": (CARE, ("order",)),
    "logistics.return_requested": (CARE, ("order", "reason")),
    "logistics.return_received": (("selection", *CARE), ("order", "grade")),
    "payments.declined": (CARE, ("order", "method")),
    "payments.refund_issued": (CARE, ("order", "currency", "amount", "kind")),
    "payments.chargeback_opened": (CARE, ("order", "reason", "amount")),
    "payments.chargeback_decided": (CARE, ("order", "won")),
    "payments.settlement_paid": (("operations", "instructor"), ("currency", "orders", "net")),
    "payments.converted": (("operations", "instructor"), ("currency", "amount", "received", "rate")),
    "payments.rate_moved": (("operations", "selection", "instructor"), ("currency", "factor_ppm")),
    "payments.overdraft_used": (("operations", "instructor"), ("cash", "credit_line")),
    "service.ticket_opened": (CARE, ("ticket", "label", "kind", "country")),
    "service.sla_breached": (CARE, ("ticket",)),
    "service.refund_asked": (CARE, ("ticket", "amount")),
    "service.refund_decided": (CARE, ("ticket", "approved")),
    "service.photo_received": (CARE, ("ticket",)),
    "service.ticket_resolved": (CARE, ("ticket", "kind", "action", "cost")),
    "service.ticket_reopened": (CARE, ("ticket",)),
    "service.csat_recorded": (CARE, ("ticket", "score")),
    "service.notice_published": (ALL, ("country", "cause", "extra_days", "orders")),
}


def feed_line(event: EventEnvelope, seat: str) -> dict[str, Any] | None:
    """What *seat* is told of an event, or None if it is not for that seat.

    Returns:
        ``{"at", "type", "seat", "data"}``; the receiver numbers it for its viewer, so that the gaps tell nothing.
    """
    listed = FEED.get(event.type)
    if listed is None or seat not in listed[0]:
        return None
    data = to_plain(event.data)
    return {"at": event.at, "type": event.type, "seat": event.seat, "data": {name: data[name] for name in listed[1]}}
