"""The products of the scenario: the best sellers, with prices, share of orders and what they seem to be."""

from __future__ import annotations

from typing import Any

from msgspec import Struct

from scenarios.fitting.guessing import Goods, guess_goods
from scenarios.fitting.holdout import recency
from scenarios.fitting.kinds import RETURNED, SALE
from scenarios.fitting.lines import Lines
from scenarios.fitting.naming import product_codes
from scenarios.fitting.prices import Elasticity, elasticity, list_prices
from scenarios.fitting.sufficiency import popular

MOST = 40
MOST_IN_PACK = 24
SHARE = 0.8
"""Products until this share of revenue, or :data:`MOST`."""


class Item(Struct, frozen=True, kw_only=True):
    """One product of the catalogue."""

    number: int
    """Of its sku in the order lines."""
    code: str
    name: str
    goods: Goods
    pack: int
    """Pieces that one order holds: see :func:`packs_of`."""
    price: float
    """What a pack costs now, major units."""
    usual: float
    """What a pack usually cost: the struck price, where it is higher."""
    cost: float | None
    """Cost of a pack, where the file tells it."""
    revenue: float
    """Share of all revenue."""
    orders: float
    """Share of the orders with any product of the catalogue."""


class Catalogue(Struct, frozen=True):
    """The chosen products, and what they stand for."""

    items: tuple[Item, ...]
    revenue: float
    """Share of all revenue that they bring."""
    orders: float
    """Share of all orders that hold at least one of them."""
    products: int
    """Products sold in the fitted days."""
    elasticities: tuple[Elasticity, ...]


def catalogue_of(lines: Lines, frame: Any, half_life: float) -> Catalogue:
    """Choose products from *frame*, the fitted rows of *lines*; their shares of orders are those of late.

    Args:
        lines: for names and buyers.
        frame: the fitted rows.
        half_life: days after which a row weighs half in the share of orders.
    """
    sold = frame[frame["kind"] == SALE]
    revenue = _net_revenue(frame)
    chosen = _best(revenue, set(popular(lines)))
    inside = sold[sold["sku"].isin(chosen)]
    once = inside.drop_duplicates(["sku", "order"])
    pairs = recency(once["day"], half_life).groupby(once["sku"]).sum()
    prices, costs = list_prices(inside), inside.groupby("sku")["cost"].median()
    packs = packs_of(inside, prices["price"])
    codes = product_codes([lines.skus[sku] for sku in chosen])
    items = []
    for sku, code in zip(chosen, codes, strict=True):
        name = lines.names.get(sku, lines.skus[sku])
        cost, pack = float(costs[sku]), packs[sku]
        items.append(Item(
            number=sku, code=code, name=name, goods=guess_goods(name), pack=pack,
            price=pack * float(prices.at[sku, "price"]), usual=pack * float(prices.at[sku, "usual"]),
            cost=pack * cost if cost > 0 else None,
            revenue=round(float(revenue[sku] / revenue.sum()), 5), orders=round(float(pairs[sku] / pairs.sum()), 5),
        ))
    return Catalogue(
        tuple(items), round(float(revenue[chosen].sum() / revenue.sum()), 4),
        round(float(inside["order"].nunique() / sold["order"].nunique()), 4), int(sold["sku"].nunique()),
        _elasticities(lines, sold, {item.goods.category for item in items}),
    )


def packs_of(sold: Any, price: Any) -> dict[int, int]:
    """Pieces in an order of each product.

    One, where half of its lines or more hold one piece. Else, as wholesale lines are of about equal value whatever is
    in them, as many pieces as come nearest to the median value of a line.

    Args:
        sold: order lines of the catalogue.
        price: of one piece, by sku.
    """
    value = float((sold["price"] * sold["units"]).median())
    usual = sold.groupby("sku")["units"].quantile(0.5, interpolation="lower")
    return {
        int(sku): 1 if usual[sku] <= 1 else min(MOST_IN_PACK, max(1, round(value / float(price[sku]))))
        for sku in usual.index
    }


def _net_revenue(frame: Any) -> Any:
    """Revenue by sku, less what was given back, so that one huge order taken back makes no best seller."""
    sign = frame["kind"].map({SALE: 1.0, RETURNED: -1.0}).fillna(0.0)
    return (frame["price"] * frame["units"] * sign).groupby(frame["sku"]).sum().clip(lower=0.0)


def _best(revenue: Any, allowed: set[int]) -> list[int]:
    """Skus by falling revenue until :data:`SHARE` or :data:`MOST`, those only that enough people bought."""
    ranked = revenue.sort_values(ascending=False, kind="stable")
    ranked = ranked[[sku in allowed for sku in ranked.index]]
    before = ranked.cumsum().shift(fill_value=0.0)
    return [int(sku) for sku in ranked.index[before < SHARE * revenue.sum()][:MOST]]


def _elasticities(lines: Lines, sold: Any, categories: set[str]) -> tuple[Elasticity, ...]:
    """One for each category of the catalogue, over all products that seem to belong to it."""
    skus = sold["sku"].unique()
    category = {int(sku): guess_goods(lines.names.get(int(sku), lines.skus[int(sku)])).category for sku in skus}
    kind = sold["sku"].map(category)
    return tuple(elasticity(sold[kind == name], name) for name in sorted(categories))
