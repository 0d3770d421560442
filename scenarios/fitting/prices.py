"""Prices: what a product costs now, what it usually costs, how prices are spread, and what a change of price does."""

from __future__ import annotations

from typing import Any

import numpy as np
import pandas as pd
from msgspec import Struct

RECENT_DAYS = 28
MIN_SPREAD = 0.05
"""Spread of weekly prices (coefficient of variation) from which a product's price counts as varied (chosen)."""
MIN_PRODUCTS = 5
MIN_WEEKS = 6
MAX_ERROR = 0.5
"""Largest standard error of an elasticity that is used (chosen)."""
MAX_GAP = 0.5
"""Most that the slope of week-to-week changes may differ, as a share: prices that are only mismeasured give two slopes
(Griliches and Hausman 1986; value chosen)."""
CREDIBLE = (0.3, 6.0)
"""Own-price elasticities outside this are not demand (Bijmolt et al. 2005: mean 2.62, nearly all within)."""


class Elasticity(Struct, frozen=True):
    """What the data say about the price response of one category."""

    category: str
    value: float | None
    """Own-price elasticity as a positive number; None where the data cannot say."""
    error: float | None
    products: int
    weeks: int
    why: str
    """``fitted``, or why not: ``price_hardly_varied``, ``too_vague``, ``unstable``, ``not_demand``."""


def list_prices(lines: Any) -> Any:
    """Per sku: price now (median of its last 28 days of sale); usual price (median of weeks, where higher)."""
    last = lines.groupby("sku")["day"].transform("max")
    recent = lines[lines["day"] > last - RECENT_DAYS]
    weekly = lines.groupby(["sku", lines["day"] // 7])["price"].median()
    table = pd.DataFrame({"price": recent.groupby("sku")["price"].median()})
    table["usual"] = weekly.groupby("sku").median()
    table["usual"] = table[["usual", "price"]].max(axis=1)
    return table


def price_spread(lines: Any) -> dict[str, float]:
    """Deciles and mean of the price per unit over all lines, major units."""
    quantiles = lines["price"].quantile([0.1, 0.25, 0.5, 0.75, 0.9])
    spread = {f"p{int(level * 100)}": round(float(value), 4) for level, value in quantiles.items()}
    return {**spread, "mean": round(float(lines["price"].mean()), 4)}


def elasticity(lines: Any, category: str) -> Elasticity:
    """Own-price elasticity from the weeks of the products of one category.

    Orders of a product and week, in logarithms, on the logarithm of its median price, with an effect for each product
    and each week (two-way fixed effects); the error is clustered by product. Orders are counted, not units, and the
    median price is taken, so that discounts for large quantities are not mistaken for price response.

    Args:
        lines: order lines of that category's products.
        category: its name.
    """
    panel = _panel(lines)
    products, weeks = int(panel["sku"].nunique()), int(panel["week"].nunique())
    if products < MIN_PRODUCTS or weeks < MIN_WEEKS:
        return Elasticity(category, None, None, products, weeks, "price_hardly_varied")
    x, y = _within(panel, "log_price"), _within(panel, "log_orders")
    square = float((x * x).sum())
    if square < 1e-9:
        return Elasticity(category, None, None, products, weeks, "price_hardly_varied")
    slope = float((x * y).sum() / square)
    scores = pd.Series(x * (y - slope * x)).groupby(panel["sku"].to_numpy()).sum()
    error = float(np.sqrt((scores**2).sum() * products / (products - 1)) / square)
    if error > MAX_ERROR:
        return Elasticity(category, None, round(error, 3), products, weeks, "too_vague")
    if abs(_by_changes(panel) - slope) > MAX_GAP * abs(slope):
        return Elasticity(category, None, round(error, 3), products, weeks, "unstable")
    if not CREDIBLE[0] <= -slope <= CREDIBLE[1]:
        return Elasticity(category, None, round(error, 3), products, weeks, "not_demand")
    return Elasticity(category, round(-slope, 3), round(error, 3), products, weeks, "fitted")


def _by_changes(panel: Any) -> float:
    """The same slope from the changes between one week of sale and the next, less the mean change of each week."""
    ordered = panel.sort_values(["sku", "week"])
    change = ordered.groupby("sku")[["log_price", "log_orders"]].diff()
    change = change - change.groupby(ordered["week"].to_numpy()).transform("mean")
    change = change.dropna()
    square = float((change["log_price"] ** 2).sum())
    return float((change["log_price"] * change["log_orders"]).sum() / square) if square > 1e-9 else 0.0


def _panel(lines: Any) -> Any:
    """Weeks of the products whose price varied: sku, week, log of median price, log of orders."""
    weekly = lines.assign(week=lines["day"] // 7).groupby(["sku", "week"]).agg(
        price=("price", "median"), orders=("order", "nunique")
    ).reset_index()
    by_sku = weekly.groupby("sku")["price"]
    spread = by_sku.transform("std") / by_sku.transform("mean")
    varied = (spread >= MIN_SPREAD) & (by_sku.transform("count") >= MIN_WEEKS)
    panel = weekly[varied].reset_index(drop=True)
    return panel.assign(log_price=np.log(panel["price"]), log_orders=np.log(panel["orders"]))


def _within(panel: Any, column: str) -> Any:
    """*column* less its product and week means, alternating until nothing moves."""
    values = panel[column].to_numpy(dtype=float)
    for _ in range(50):
        before = values
        for key in ("sku", "week"):
            values = values - pd.Series(values).groupby(panel[key].to_numpy()).transform("mean").to_numpy()
        if np.abs(values - before).max(initial=0.0) < 1e-9:
            break
    return values
