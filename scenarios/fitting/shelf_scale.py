"""How many shoppers, listings and reviews make the shelf of the start state sell what the data sell.

The laws of the shelf market give expected orders per shopper; they are linear in the number of shoppers. The scale of
shoppers is set in the biggest country; smaller countries get fewer listings and fewer reviews until they match too.
Rivals are taken as usual offers: the same price, usual stars, content and delivery, :data:`RIVAL_REVIEWS` reviews; own
listings stand evenly among them, best sellers first.
"""

from __future__ import annotations

from typing import Any

import numpy as np
from msgspec import Struct

from sandbox.market.shelf import laws
from sandbox.market.shelf.patience import MU

RIVALS = 23
RIVAL_REVIEWS = 200
"""Reviews of a usual rival (chosen)."""
MOST_REVIEWS = 5_000
BUYERS = {"bazaar": 0.10, "seamart": 0.06, "ownshop": 0.02, "livefeed": 0.06}
"""Share of searching shoppers who buy something, by platform: 8-12 % in marketplace search, about 2 % on own sites."""
CONTENT = 0.6


class CountryShelf(Struct, frozen=True):
    """The start of one country."""

    listings: int
    """So many of the catalogue are listed, best sellers first."""
    reviews: int
    """Of an average listing."""
    expected: float
    """Orders a day by the laws of the shelf."""
    target: float
    """Orders a day by the data."""


class Shelf(Struct, frozen=True):
    """The start of all countries."""

    scale_ppm: int
    countries: dict[str, CountryShelf]


class Setting(Struct, frozen=True):
    """What the fit is about."""

    categories: tuple[str, ...]
    """Of each product, best seller first."""
    elasticity: dict[str, float]
    shoppers: dict[str, int]
    """A day, per category, by country."""
    buy: float
    """Share of shoppers who buy, by platform."""
    promise: dict[str, int]
    """Days that buyers are told, by country."""


def fit_shelf(setting: Setting, targets: dict[str, float], reviews: int) -> Shelf:
    """Find the scale and each country's listings and reviews.

    Args:
        setting: products, countries, platform.
        targets: orders a day by country, the biggest first.
        reviews: of an average listing in the biggest country.
    """
    biggest, count = next(iter(targets)), len(setting.categories)
    scale = targets[biggest] / max(_orders(setting, biggest, count, reviews), 1e-12)
    ppm = int(min(max(round(scale * 1e6), 1_000), 100_000_000))
    return Shelf(ppm, {
        country: _match(setting, country, target / (ppm / 1e6), reviews, ppm / 1e6)
        for country, target in targets.items()
    })


def _match(setting: Setting, country: str, target: float, usual: int, scale: float) -> CountryShelf:
    """As many listings and reviews as sell *target* orders at scale one."""
    count = len(setting.categories)
    while count > 1 and _orders(setting, country, count, 0) > target:
        count -= 1
    low, high = 0, MOST_REVIEWS
    while low < high:
        middle = (low + high) // 2
        if _orders(setting, country, count, middle) < target:
            low = middle + 1
        else:
            high = middle
    nearest = min((low, max(low - 1, 0)), key=lambda n: abs(_orders(setting, country, count, n) - target))
    expected = _orders(setting, country, count, nearest)
    return CountryShelf(count, nearest, round(expected * scale, 3), round(target * scale, 3))


def _orders(setting: Setting, country: str, count: int, reviews: int) -> float:
    """Expected orders a day in one country at scale one, over the categories of the first *count* products."""
    per_shopper = 0.0
    for category, elasticity in setting.elasticity.items():
        own = setting.categories[:count].count(category)
        if own:
            per_shopper += _per_shopper(own, reviews, elasticity, setting.buy, setting.promise[country])
    return per_shopper * setting.shoppers[country]


def _per_shopper(own: int, reviews: int, elasticity: float, buy: float, days: int) -> float:
    """Orders for own listings by one shopper of a category, own listings spread evenly among the rivals."""
    total = RIVALS + own
    places = np.linspace(0, total - 1, own + 2)[1:-1].round().astype(int) if own < total else np.arange(total)
    mine = np.zeros(total, dtype=bool)
    mine[places] = True
    weights, clicks = _weights(mine, reviews, elasticity, days)
    rivals_only, _ = _weights(np.zeros(RIVALS, dtype=bool), 0, elasticity, days)
    outside = np.zeros(laws.STRATA)
    laws.outside_worth(rivals_only, buy, MU, outside)
    orders, looks = np.zeros(total), np.zeros(total)
    laws.expect(weights, clicks, outside, MU, orders, looks)
    return float(orders[mine].sum())


def _weights(mine: Any, reviews: int, elasticity: float, days: int) -> tuple[Any, Any]:
    size = len(mine)
    numbers = np.zeros((6, size), dtype=np.int64)
    numbers[0], numbers[1], numbers[2], numbers[5] = np.arange(1, size + 1), 2_000, 430, 1
    numbers[3] = np.where(mine, reviews, RIVAL_REVIEWS)
    facts = np.zeros((5, size))
    facts[0], facts[1], facts[2] = 2_000.0, np.where(mine, CONTENT, laws.USUAL_CONTENT), laws.USUAL_DAYS
    facts[2] = np.where(mine, float(days), laws.USUAL_DAYS)
    terms = np.zeros((laws.TERMS, size))
    laws.describe(numbers, facts, 2_000.0, terms)
    clicks, weights = np.zeros((laws.STRATA, size)), np.zeros((laws.STRATA, size))
    laws.weigh(terms, elasticity, laws.SENSE_OF, laws.TASTE_OF, clicks, weights)
    return weights, clicks
