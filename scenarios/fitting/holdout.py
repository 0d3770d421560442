"""What the fit would have said about the days held back, beside what happened and beside a naive guess.

WAPE is the sum of absolute errors over the sum of actual values (Kolassa and Schuetz 2007); the distance of two mixes
is half the sum of absolute differences of their shares, between 0 and 1.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
from msgspec import Struct

from scenarios.fitting.counts import NO_HALF_LIFE, interval
from scenarios.fitting.daily import Days
from scenarios.fitting.forecast import Forecast, naive

TOP = 20
"""Products whose shares are compared one by one; the rest are one share."""


class Errors(Struct, frozen=True):
    """One forecast against the held-out days."""

    orders_wape: float
    orders_bias: float
    """Forecast over actual sum, less one."""
    revenue_wape: float
    revenue_bias: float
    product_mix: float
    country_mix: float
    coverage: float | None
    """Share of days inside the 80 % interval; None for the naive guess, which gives none."""


class HeldOut(Struct, frozen=True):
    """The test on held-out days."""

    days: int
    orders: int
    model: Errors
    naive: Errors

    @property
    def beats_naive(self) -> bool:
        """Whether the fit forecasts orders better than last week repeated."""
        return self.model.orders_wape < self.naive.orders_wape


def compare_forecast(forecast: Forecast, known: Days, held: Days, before: Any, after: Any) -> HeldOut:
    """Compare.

    Args:
        forecast: fitted on *known*.
        known: the fitted days.
        held: the days after them.
        before: order lines of the fitted days.
        after: order lines of the held-out days.
    """
    horizon = len(held.orders)
    expected = forecast.rhythm.ahead(held.weekday)
    value = known.revenue.sum() / max(known.orders.sum(), 1.0)
    low, high = interval(expected, forecast.spread)
    inside = float(((held.orders >= low) & (held.orders <= high)).mean())
    last_week = before[before["day"] > known.first + len(known.orders) - 8]
    return HeldOut(
        horizon, int(held.orders.sum()),
        _errors(expected, expected * value, held, (before, after), forecast.rhythm.half_life, inside),
        _errors(naive(known.orders, horizon), naive(known.revenue, horizon), held, (last_week, after), NO_HALF_LIFE,
                None),
    )


def _errors(
    orders: Any, revenue: Any, held: Days, lines: tuple[Any, Any], half_life: float, coverage: float | None
) -> Errors:
    before, after = lines
    return Errors(
        orders_wape=round(_wape(orders, held.orders), 4),
        orders_bias=round(_bias(orders, held.orders), 4),
        revenue_wape=round(_wape(revenue, held.revenue), 4),
        revenue_bias=round(_bias(revenue, held.revenue), 4),
        product_mix=round(mix_distance(_by_product, before, after, half_life), 4),
        country_mix=round(mix_distance(_by_country, before, after, half_life), 4),
        coverage=None if coverage is None else round(coverage, 4),
    )


def _wape(expected: Any, actual: Any) -> float:
    return float(np.abs(expected - actual).sum() / max(actual.sum(), 1e-9))


def _bias(expected: Any, actual: Any) -> float:
    return float(expected.sum() / max(actual.sum(), 1e-9) - 1)


def recency(days: Any, half_life: float) -> Any:
    """Weight of each row: one on the last day, half of it *half_life* days earlier."""
    return 0.5 ** ((days.max() - days) / half_life)


def _by_product(lines: Any, half_life: float) -> Any:
    return (lines["price"] * lines["units"] * recency(lines["day"], half_life)).groupby(lines["sku"]).sum()


def _by_country(lines: Any, half_life: float) -> Any:
    orders = lines.drop_duplicates("order")
    return recency(orders["day"], half_life).groupby(orders["country"], observed=True).sum()


def mix_distance(share_of: Callable[[Any, float], Any], before: Any, after: Any, half_life: float) -> float:
    """Half the L1 distance between the shares of two sets of lines, the biggest groups of the second one by one.

    Args:
        share_of: weight of each group, by its lines and a half-life.
        before: lines that the shares are taken from; older ones weigh less.
        after: lines they are compared to.
        half_life: of the weight of *before*, days.
    """
    was, came = share_of(before, half_life), share_of(after, NO_HALF_LIFE)
    top = came.sort_values(ascending=False, kind="stable").index[:TOP]
    shares = []
    for part in (was, came):
        total = max(float(part.sum()), 1e-9)
        single = [float(part.get(key, 0.0)) / total for key in top]
        shares.append(np.array([*single, 1 - sum(single)]))
    return float(np.abs(shares[0] - shares[1]).sum() / 2)
