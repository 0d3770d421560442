"""What the shelf market expects of a shop's listings in its first week, by the market's own columns and laws.

Rivals are drawn as a run draws them, for a few practice secrets; the answer is the mean over those.
"""

from __future__ import annotations

from copy import deepcopy
from typing import Any

import numpy as np
from msgspec import Struct

from sandbox.kernel.draws import Secrets, Stream, group_secret
from sandbox.kernel.ids import child
from sandbox.kernel.money import Money
from sandbox.kernel.rulebook import RuleBook
from sandbox.market.shelf.cell import CHARGE, WARM_DAYS, Cell, Where
from sandbox.market.shelf.field import BUYS
from sandbox.market.shelf.laws import FREE_SHIPPING
from sandbox.market.shelf.listing import coverage
from sandbox.market.shelf.rivals import draw_rival

SECRETS = (1, 2, 3)
FIRST_DAYS = 7
"""Days of the run over which the orders are averaged: the order of the search still moves when a run begins."""
STARS, AGE, ON_TIME = 430, 60, 0.95
"""Of the shop's listings at the start: chosen; punctuality as the market takes it before the first parcel."""


class Good(Struct, frozen=True):
    """One product as the shelf sees it."""

    sku: str
    category: str
    price: int
    keywords: tuple[str, ...]


class Place(Struct, frozen=True):
    """Where it stands."""

    country: str
    platform: str
    currency: str
    promise_days: int
    tax: float
    """Share of the price that buyers pay on top."""
    rivals: int
    words: dict[str, tuple[str, ...]]
    """Category to the words that shoppers search."""


def open_cells(place: Place, goods: tuple[Good, ...], shoppers: int, rules: RuleBook) -> list[Cell]:
    """The markets of one country with their rivals in order: one for each category and secret."""
    cells = []
    for category in dict.fromkeys(good.category for good in goods):
        row = rules.category(category)
        usual = rules.convert(Money(row.order_value_minor, "USD"), place.currency, rules.on)
        key = child(0, f"cell:{place.country}:{category}:{place.platform}", 0)
        seats = [("", good.sku) for good in goods if good.category == category]
        for secret in SECRETS:
            stream = Stream(Secrets(group_secret(secret)).stream("ctx.market.rival"))
            rivals = [draw_rival(stream, child(key, "rival", n), usual, 1) for n in range(place.rivals)]
            cell = Cell(Where(place.country, category, place.platform), rivals, seats, usual_price=usual,
                        elasticity=row.elasticity_milli / 1000.0, target=BUYS[place.platform])
            cell.open(shoppers)
            cells.append(cell)
    return cells


def expected_orders(
    cells: list[Cell], place: Place, goods: tuple[Good, ...], reviews: Any, content: Any, shoppers: int
) -> Any:
    """Orders a day of each of *goods*, the mean over the secrets.

    Args:
        cells: of :func:`open_cells`; they stay as they are.
        place: the country and platform.
        goods: the listed products.
        reviews: of each listing.
        content: quality of each page, 0-1.
        shoppers: a day, of each category.
    """
    number = {good.sku: n for n, good in enumerate(goods)}
    orders = np.zeros(len(goods))
    for opened in cells:
        cell = deepcopy(opened)
        rows = [(row, number[sku]) for row, (_, sku) in enumerate(cell.seats, cell.rivals) if sku in number]
        for row, n in rows:
            _stand(cell, row, goods[n], place, int(reviews[n]), float(content[n]))
        cell.weigh()
        for day in range(WARM_DAYS + FIRST_DAYS):
            cell.rank()
            cell.weigh()
            cell.remember(cell.orders * shoppers, cell.looks * shoppers)
            for row, n in rows if day >= WARM_DAYS else ():
                orders[n] += float(cell.orders[row]) * shoppers / len(SECRETS) / FIRST_DAYS
    return orders


def _stand(cell: Cell, row: int, good: Good, place: Place, reviews: int, content: float) -> None:
    """Put a listing into its row, as the market does when a run starts."""
    words = coverage(good.keywords, place.words[good.category]) / 1e6
    style = 2.0 * (int(cell.ids[row]) % 1_000_003) / 1_000_003.0 - 1.0
    cell.listed[row] = True
    charge = round(good.price * (1 + place.tax))
    cell.used[row] = charge
    cell.numbers[CHARGE:, row] = (charge, STARS, reviews, 0, 1)
    cell.facts[:, row] = (charge, content, place.promise_days, FREE_SHIPPING, style)
    cell.standing[:, row] = (STARS / 100, ON_TIME, words, 0.0, AGE, 0.0)
