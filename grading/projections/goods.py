"""What is decided about the goods, what is sold, and what becomes of it: prices, facts, headings, orders, parcels."""

from __future__ import annotations

from collections.abc import Iterable

from grading.evidence import Evidence, Projection, ratio
from grading.expression import Values
from grading.run_events import Happening, RunEvents

PRICE_CHANGED = "market.price_changed"
HS_CLASSIFIED = "market.hs_classified"
FACT_SHEET_WRITTEN = "market.fact_sheet_written"
ORDER_PLACED = "market.order_placed"
CLICK_LOST = "livestream.click_lost"
TICK = "livestream.tick"
STOCK_SHORT = "logistics.stock_short"
ORDER_PACKED = "logistics.order_packed"
RETURN_REQUESTED = "logistics.return_requested"


def prices_set(run: RunEvents) -> Iterable[Evidence]:
    """The last price each person gave each product: changing it often earns nothing."""
    for event in _last_words(run, PRICE_CHANGED):
        data = {"sku": event.data["sku"], "price": event.data["new"], "best_price": event.data["best_price"]}
        yield _decision("price.set", run, event, data)


def compliance_checked(run: RunEvents) -> Iterable[Evidence]:
    """The last heading each person declared for each product."""
    for event in _last_words(run, HS_CLASSIFIED):
        yield _decision("compliance.checked", run, event, {"sku": event.data["sku"], "passed": event.data["correct"]})


def details_checked(run: RunEvents) -> Iterable[Evidence]:
    """The last card each person wrote for each product; a false point takes a true one off."""
    for event in _last_words(run, FACT_SHEET_WRITTEN):
        present = max(0, event.data["present"] - event.data["false_points"])
        yield _decision("detail.checked", run, event, {"required": event.data["required"], "present": present})


def orders_placed(run: RunEvents) -> Iterable[Evidence]:
    """Each order. ``unit_margin`` is its expected contribution before advertising, in the shop's minor units."""
    fields = ("order", "sku", "units", "price", "unit_margin", "source", "promo")
    for event in run.of(ORDER_PLACED):
        data = {field: event.data[field] for field in fields}
        yield Evidence(type="order.placed", at=event.at, seqs=(event.seq,), data=data)


def stock_demanded(run: RunEvents) -> Iterable[Evidence]:
    """Units people ordered, and what those would have ordered who found the product sold out."""
    yield from _units("stock.demanded", run, ORDER_PLACED, CLICK_LOST)


def stock_lost(run: RunEvents) -> Iterable[Evidence]:
    """Units that could not be had: sold out on screen, or sold although there were none."""
    yield from _units("stock.lost", run, STOCK_SHORT, CLICK_LOST)


def _units(kind: str, run: RunEvents, of_units: str, of_clicks: str) -> Iterable[Evidence]:
    """Units of one type of event, and of clicks at the rate at which this room's clicks become orders."""
    per_click = _orders_per_click(run)
    for event in run.of(of_units, of_clicks):
        units = event.data["units"] if event.type == of_units else per_click
        data = {"sku": event.data["sku"], "units": units}
        yield Evidence(type=kind, at=event.at, seqs=(event.seq,), data=data)


def _orders_per_click(run: RunEvents) -> float | None:
    """Expected orders for each click of the whole show; None when nobody could click."""
    ticks = run.of(TICK)
    clicks = sum(event.data["clicks"] for event in ticks)
    return ratio(sum(event.data["orders_expected_ppm"] for event in ticks)) / clicks if clicks else None


def orders_shipped(run: RunEvents) -> Iterable[Evidence]:
    """Each packed order, within the platform's dispatch limit or not."""
    for event in run.of(ORDER_PACKED):
        data = {"order": event.data["order"], "on_time": event.data["on_time"]}
        yield Evidence(type="order.shipped", at=event.at, seqs=(event.seq,), data=data, seat="operations")


def orders_returned(run: RunEvents) -> Iterable[Evidence]:
    """Each return, for who held the seats when the order was placed."""
    placed = {event.data["order"]: event for event in run.of(ORDER_PLACED)}
    for event in run.of(RETURN_REQUESTED):
        order = placed.get(event.data["order"])
        if order:
            data = {"order": event.data["order"], "reason": event.data["reason"]}
            yield Evidence(type="order.returned", at=order.at, seqs=(order.seq, event.seq), data=data)


def _last_words(run: RunEvents, kind: str) -> list[Happening]:
    """The last event of *kind* for each product and person."""
    last = {(event.data["sku"], run.actor(event)): event for event in run.of(kind)}
    return sorted(last.values(), key=lambda event: event.seq)


def _decision(kind: str, run: RunEvents, event: Happening, data: Values) -> Evidence:
    return Evidence(type=kind, at=event.at, seqs=(event.seq,), data=data, subject=run.actor(event), seat=event.seat)


PROJECTIONS = (
    Projection(type="price.set", reads=(PRICE_CHANGED,), fields=("sku", "price", "best_price"), make=prices_set),
    Projection(type="compliance.checked", reads=(HS_CLASSIFIED,), fields=("sku", "passed"), make=compliance_checked),
    Projection(
        type="detail.checked", reads=(FACT_SHEET_WRITTEN,), fields=("required", "present"), make=details_checked
    ),
    Projection(
        type="order.placed",
        reads=(ORDER_PLACED,),
        fields=("order", "sku", "units", "price", "unit_margin", "source", "promo"),
        make=orders_placed,
    ),
    Projection(
        type="stock.demanded", reads=(TICK, ORDER_PLACED, CLICK_LOST), fields=("sku", "units"), make=stock_demanded
    ),
    Projection(type="stock.lost", reads=(TICK, CLICK_LOST, STOCK_SHORT), fields=("sku", "units"), make=stock_lost),
    Projection(type="order.shipped", reads=(ORDER_PACKED,), fields=("order", "on_time"), make=orders_shipped),
    Projection(
        type="order.returned",
        reads=(ORDER_PLACED, RETURN_REQUESTED),
        fields=("order", "reason"),
        make=orders_returned,
    ),
)
