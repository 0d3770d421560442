"""Habits of buyers: how much is in a basket, how often they come back, at what hour, how much is cancelled."""

from __future__ import annotations

from typing import Any

from msgspec import Struct

from scenarios.fitting.kinds import CANCELLED, RETURNED, SALE
from scenarios.fitting.lines import Lines
from scenarios.fitting.places import OTHER
from scenarios.fitting.sufficiency import MIN_BUYERS


class Habits(Struct, frozen=True):
    """Figures about orders and buyers; None where the data cannot say."""

    units_per_line: dict[str, float]
    lines_per_order: dict[str, float]
    order_value: dict[str, float]
    """Major units of the file's currency."""
    cancelled: float | None
    """Share of the order lines that were cancelled."""
    returned: float | None
    """Lines given back or credited, over lines sold."""
    repeat: float | None
    """Share of buyers with orders on two or more days."""
    repeat_days: float | None
    """Median days from a buyer's first order to the second one."""
    hours: tuple[float, ...] | None
    """Share of orders in each hour of the day as the file tells it."""
    countries: dict[str, float]
    """Share of orders by country; those with under five buyers are in ``other``."""


def habits_of(lines: Lines, frame: Any) -> Habits:
    """Measure the habits in *frame*, the fitted rows of *lines*."""
    sold = frame[frame["kind"] != RETURNED]
    orders = sold.assign(value=sold["price"] * sold["units"]).groupby("order").agg(
        lines=("sku", "size"), value=("value", "sum"), hour=("hour", "first"), day=("day", "min"),
        buyer=("buyer", "max"),
    )
    repeat, gap = _repeat(orders) if lines.has_buyers else (None, None)
    clock = orders["hour"].value_counts(normalize=True)
    return Habits(
        units_per_line=_spread(sold["units"]),
        lines_per_order=_spread(orders["lines"]),
        order_value=_spread(orders["value"]),
        cancelled=_share((frame["kind"] == CANCELLED).sum(), len(sold)) if lines.has_statuses else None,
        returned=_share((frame["kind"] == RETURNED).sum(), (frame["kind"] == SALE).sum())
        if lines.has_cancellations else None,
        repeat=repeat, repeat_days=gap,
        hours=tuple(round(float(clock.get(hour, 0.0)), 5) for hour in range(24)) if lines.has_clock else None,
        countries=country_mix(sold, lines.has_buyers),
    )


def _share(part: Any, whole: Any) -> float:
    return round(float(part) / max(float(whole), 1.0), 5)


def _spread(values: Any) -> dict[str, float]:
    return {"mean": round(float(values.mean()), 3), "median": round(float(values.median()), 3),
            "p90": round(float(values.quantile(0.9)), 3)}


def _repeat(orders: Any) -> tuple[float | None, float | None]:
    known = orders[orders["buyer"] >= 0]
    visits = known.drop_duplicates(["buyer", "day"]).sort_values(["buyer", "day"])
    number = visits.groupby("buyer").cumcount()
    again = visits[number <= 1].groupby("buyer")["day"].agg(["min", "max", "size"])
    if again.empty:
        return None, None
    came_back = again[again["size"] > 1]
    gap = round(float((came_back["max"] - came_back["min"]).median()), 1) if len(came_back) >= MIN_BUYERS else None
    return _share(len(came_back), len(again)), gap


def country_mix(sold: Any, has_buyers: bool) -> dict[str, float]:
    """Share of orders by country, biggest first; small cells and countries without rules pooled into ``other``."""
    known = sold[sold["country"] != ""]
    each = known.groupby("country", observed=True)
    orders = each["order"].nunique()
    people = known[known["buyer"] >= 0].groupby("country", observed=True)["buyer"].nunique() if has_buyers else orders
    total = float(orders.sum())
    mix: dict[str, float] = {}
    for country in sorted(orders.index, key=lambda code: (-orders[code], str(code))):
        cell = str(country) if int(people.get(country, 0)) >= MIN_BUYERS else OTHER
        mix[cell] = mix.get(cell, 0.0) + float(orders[country]) / total
    rest = mix.pop(OTHER, 0.0)
    return {code: round(share, 5) for code, share in {**mix, **({OTHER: rest} if rest else {})}.items()}
