"""The catalogue as products of a scenario, with prices, stock, drawing and points, and every guess written down."""

from __future__ import annotations

import csv
import math
from typing import Any

from msgspec import Struct

from sandbox.kernel.money import digits
from sandbox.kernel.rulebook import RuleBook
from scenarios.fitting.catalogue import Item
from scenarios.fitting.guessing import TABLE, Goods, with_rate
from scenarios.fitting.naming import both_names
from scenarios.fitting.network import HOME, Network
from scenarios.fitting.points import points_for
from scenarios.fitting.shelf_scale import USUAL_REVIEWS, Shelf

COST_SHARE = 0.35
"""Unit cost over price where no column tells it (chosen)."""
FLOOR_SHARE = 0.75
"""Nobody sells below this share of the list price (chosen) ..."""
FLOOR_COST = 1.15
"""... nor below this many times the cost (chosen)."""
COVER_DAYS = {"local": 30, "home": 45}
"""Days of the expected sales that lie in a country's own warehouse, and at home for all others (chosen)."""
_COLORS = (("#2f6f73", "#f2c14e"), ("#7a8fa6", "#e07a5f"), ("#3d5a80", "#98c1d9"), ("#c8553d", "#f4d6cc"),
           ("#5c6bc0", "#ffd166"), ("#8d5a97", "#f5f5f0"), ("#26547c", "#ef476f"), ("#4f772d", "#f4a261"))


class Making(Struct, frozen=True):
    """What the products of one case share."""

    rules: RuleBook
    currency: str
    countries: dict[str, float]
    orders_per_day: float
    """Of all products together."""
    products: int
    shelf: Shelf
    """What each listing is expected to sell."""
    network: Network


def minor(amount: float, currency: str) -> int:
    """Major units as minor ones, at least one."""
    return max(1, round(amount * 10 ** digits(currency)))


def products_of(items: tuple[Item, ...], making: Making) -> tuple[list[dict[str, Any]], list[str]]:
    """The products, and a line for each thing about them that is assumed."""
    middle = sorted(item.price for item in items)[len(items) // 2]
    products: list[dict[str, Any]] = []
    changes: list[str] = []
    for place, item in enumerate(items):
        goods, moved = with_rate(item.goods, list(making.countries), making.rules)
        products.append(_product(item, goods, place, middle, making))
        if goods.sure != "head" or moved:
            how = {"head": "a word of its name", "inside": "a word inside its name, unsure", "none": "nothing: no word "
                   "of its name is known"}[goods.sure]
            tail = "; heading replaced by one that every tariff answers with a percentage" if moved else ""
            changes.append(f"{item.code}: category {goods.category} and heading {goods.hs6} guessed from {how}{tail}")
    return products, changes


def _product(item: Item, goods: Goods, place: int, middle: float, making: Making) -> dict[str, Any]:
    row = making.rules.category(goods.category)
    price = minor(item.price, making.currency)
    cost = minor(item.cost if item.cost is not None else item.price * COST_SHARE, making.currency)
    names = both_names(item.name, goods)
    if item.pack > 1:
        names = {"en": f"{names['en']}, pack of {item.pack}", "zh": f"{names['zh']}，{item.pack}件装"}
    stock = _stock(item, making)
    color, accent = _COLORS[place % len(_COLORS)]
    return {
        "sku": item.code, "name": names, "category": goods.category, "hs6": goods.hs6,
        "hs_choices": heading_choices(goods, making), "unit_cost": cost, "price": price,
        "reference_price": max(price, minor(item.usual, making.currency)),
        "floor_price": min(price, max(math.ceil(price * FLOOR_SHARE), math.ceil(cost * FLOOR_COST))),
        "grams": goods.grams * item.pack, "volume_cm3": goods.volume_cm3 * item.pack,
        "quality": 700_000, "fit": 500_000, "defect": row.defect_ppm, "rating": 430,
        "reviews": round(USUAL_REVIEWS * item.orders * making.products),
        "role": _role(item, place, middle), "battery": goods.hs6[:4] in ("8506", "8507", "8518"),
        "stock": stock, "released": sum(one["units"] for one in stock) // 2,
        "points": points_for(item, names), "drawing": {"kind": goods.drawing, "color": color, "accent": accent},
    }


def _role(item: Item, place: int, middle: float) -> str:
    if place < 3:
        return "hero"
    return "traffic" if item.price < middle else "profit"


def _stock(item: Item, making: Making) -> list[dict[str, Any]]:
    """Days of sales in each warehouse, at the rate of the data or of the shelf, whichever is higher."""
    rates = {code: max(making.orders_per_day * item.orders * share, _on_shelf(item, code, making))
             for code, share in making.countries.items()}
    local = [{"node": node, "units": max(1, math.ceil(rates[code] * COVER_DAYS["local"]))}
             for code, node in making.network.local.items()]
    away = sum(rate for code, rate in rates.items() if code not in making.network.local)
    home = max(away, 0.1 * sum(rates.values())) * COVER_DAYS["home"]
    return [{"node": HOME, "units": max(10, math.ceil(home))}, *local]


def _on_shelf(item: Item, country: str, making: Making) -> float:
    start = making.shelf.countries[country]
    return next((orders for sku, orders in zip(start.skus, start.orders, strict=True) if sku == item.code), 0.0)


def heading_choices(goods: Goods, making: Making) -> list[str]:
    """The heading and two near ones of the same category that every tariff answers, for the selection seat."""
    with TABLE.open(encoding="utf-8", newline="") as file:
        codes = sorted({row["hs6"] for row in csv.DictReader(file) if row["category"] == goods.category} - {goods.hs6},
                       key=lambda code: (abs(int(code) - int(goods.hs6)), code))
    near: list[str] = []
    for code in codes:
        other = Goods(en="", zh="", category=goods.category, hs6=code, drawing="", grams=1, volume_cm3=1, sure="none")
        if len(near) < 2 and not with_rate(other, list(making.countries), making.rules)[1]:
            near.append(code)
    return [goods.hs6, *near]
