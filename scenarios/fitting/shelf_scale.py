"""How many shoppers, listings and reviews make the shelf of the start state sell what the data sell.

Orders are close to proportional to the number of shoppers, and grow with the strength of a listing: reviews and the
quality of its page. The scale of shoppers is set by the biggest country, the strengths of listings by their orders.
As a stronger listing also stands higher in the search, the product mix comes out near, not equal. Countries that would
sell too much even with the weakest pages get fewer listings.
"""

from __future__ import annotations

from typing import Any

import numpy as np
from msgspec import Struct

from sandbox.kernel.money import share
from sandbox.kernel.rulebook import RuleBook
from sandbox.market.shelf.cell import Cell
from sandbox.market.shelf.laws import REVIEWS
from scenarios.fitting.shelf_cell import Good, Place, expected_orders, open_cells

USUAL_REVIEWS, USUAL_CONTENT = 120, 0.6
"""A mean listing of a shop that is some years old (chosen)."""
MOST_REVIEWS = 5_000
CONTENT = (0.3, 0.9)
ROUNDS, STEP, FASTEST = 10, 0.4, 0.5
PARTS = (0.0, 0.15, 0.3, 0.5, 0.75, 1.0)
SCALES = (1_000, 100_000_000)


class CountryShelf(Struct, frozen=True):
    """The start of one country."""

    skus: tuple[str, ...]
    """Products that are listed."""
    reviews: tuple[int, ...]
    """Of each listing."""
    content_ppm: tuple[int, ...]
    orders: tuple[float, ...]
    """A day, of each listing, by the laws of the shelf."""
    expected: float
    """All of them together."""
    target: float
    """Orders a day by the data."""
    mix_distance: float
    """Half the L1 distance between the product mix expected and that of the data."""


class Shelf(Struct, frozen=True):
    """The start of all countries."""

    scale_ppm: int
    countries: dict[str, CountryShelf]


class _Country:
    """One country on its way to its start."""

    def __init__(self, place: Place, goods: tuple[Good, ...], targets: Any, rules: RuleBook) -> None:
        self.place, self.goods, self.targets, self._rules = place, goods, targets, rules
        self._shoppers = rules.country(place.country).shoppers_per_day
        self.strength = np.full(len(goods), strength_of(USUAL_REVIEWS, USUAL_CONTENT))
        self._cells: list[Cell] = []
        self._people = 0

    def expect(self, scale: float) -> Any:
        """Orders a day of each listing at that scale of shoppers."""
        people = max(1, share(self._shoppers, round(scale * 1e6)))
        if people != self._people:
            self._people, self._cells = people, open_cells(self.place, self.goods, people, self._rules)
        reviews, content = levers(self.strength)
        return expected_orders(self._cells, self.place, self.goods, reviews, content, people)

    def drop(self, expected: Any) -> None:
        """List fewer products: leave out the quarter that sells most above the data."""
        count = max(1, len(self.goods) * 3 // 4)
        kept = np.sort(np.argsort(expected / self.targets, kind="stable")[:count])
        self.goods = tuple(self.goods[n] for n in kept)
        self.strength, self._people = self.strength[kept], 0
        self.targets = self.targets[kept] / self.targets[kept].sum() * self.targets.sum()

    def off(self, expected: Any) -> float:
        """Half the L1 distance between the product mix expected and that of the data."""
        shares = expected / max(float(expected.sum()), 1e-12)
        return float(np.abs(shares - self.targets / self.targets.sum()).sum() / 2)

    def step(self, expected: Any, size: float) -> None:
        """Move every listing's strength towards its orders."""
        move = size * np.log(np.maximum(self.targets, 1e-9) / np.maximum(expected, 1e-9))
        self.strength = np.clip(self.strength + np.clip(move, -FASTEST, FASTEST), *LIMITS)

    def result(self, scale: float) -> CountryShelf:
        """What stands in the scenario, with what it is expected to sell."""
        expected, (reviews, content) = self.expect(scale), levers(self.strength)
        return CountryShelf(
            tuple(good.sku for good in self.goods), tuple(int(n) for n in reviews),
            tuple(round(float(quality) * 1e6) for quality in content),
            tuple(round(float(one), 4) for one in expected), round(float(expected.sum()), 3),
            round(float(self.targets.sum()), 3), round(self.off(expected), 4),
        )


def strength_of(reviews: float, content: float) -> float:
    """What reviews and page are worth together in the logarithm of a listing's attraction."""
    return float(REVIEWS * np.log1p(reviews) + content)


LIMITS = (strength_of(0, CONTENT[0]), strength_of(MOST_REVIEWS, CONTENT[1]))


def levers(strength: Any) -> tuple[Any, Any]:
    """Reviews and page quality of a given strength: reviews first, the page where reviews alone do not reach."""
    reviews = np.clip(np.round(np.expm1((strength - USUAL_CONTENT) / REVIEWS)), 0, MOST_REVIEWS)
    return reviews, np.clip(strength - REVIEWS * np.log1p(reviews), *CONTENT)


def fit_shelf(
    places: list[Place], goods: tuple[Good, ...], targets: dict[str, float], mix: list[float], rules: RuleBook
) -> Shelf:
    """Find scale, listings, reviews and pages.

    Args:
        places: the countries, the one with most orders first.
        goods: the catalogue, best seller first.
        targets: orders a day by country.
        mix: share of orders of each of *goods*.
        rules: shoppers, price responses, exchange rates.
    """
    first, *others = [_Country(place, goods, targets[place.country] * np.array(mix), rules) for place in places]
    scale = _set_scale(first)
    for country in others:
        _shrink(country, scale)
        _settle(country, scale)
    return Shelf(round(scale * 1e6), {one.place.country: one.result(scale) for one in (first, *others)})


def _set_scale(country: _Country) -> float:
    """Give the country with most orders its strengths, and find the shoppers that go with them.

    The search shows first what sells, so strengths cannot be found one by one: they are tried in the proportion of the
    orders, from all alike to fully so, then moved in ever smaller steps, and the mix nearest to the data's is kept.
    """
    orders = np.log(np.maximum(country.targets, 1e-9))
    usual = strength_of(USUAL_REVIEWS, USUAL_CONTENT)
    starts = [np.clip(usual + part * (orders - orders.mean()), *LIMITS) for part in PARTS]
    best = min((_at_level(country, start) for start in starts), key=lambda one: one[0])
    country.strength, scale = best[1], best[2]
    for number in range(ROUNDS):
        expected = country.expect(scale)
        country.step(expected * country.targets.sum() / max(float(expected.sum()), 1e-12), STEP / (1 + number / 4))
        tried = _at_level(country, country.strength + usual - country.strength.mean())
        best, scale = min(best, tried, key=lambda one: one[0]), tried[2]
    country.strength = best[1]
    return best[2]


def _at_level(country: _Country, strength: Any) -> tuple[float, Any, float]:
    """How far off the country is at the scale at which it sells what the data sell: (error, strength, scale)."""
    country.strength, scale = np.clip(strength, *LIMITS), 1.0
    for _ in range(4):
        expected = country.expect(scale)
        scale = _within(scale * float(country.targets.sum() / max(float(expected.sum()), 1e-12)))
    return _error(country, scale), country.strength, scale


def _error(country: _Country, scale: float) -> float:
    """Product mix and level together."""
    expected = country.expect(scale)
    return country.off(expected) + abs(float(np.log(country.targets.sum() / max(float(expected.sum()), 1e-12))))


def _settle(country: _Country, scale: float) -> None:
    """Move the strengths of a small country towards its orders, in ever smaller steps; keep the best of them."""
    best = (float("inf"), country.strength)
    for number in range(ROUNDS):
        best = min(best, (_error(country, scale), country.strength), key=lambda one: one[0])
        country.step(country.expect(scale), STEP / (1 + number / 4))
    country.strength = best[1]


def _within(scale: float) -> float:
    return min(max(scale, SCALES[0] / 1e6), SCALES[1] / 1e6)


def _shrink(country: _Country, scale: float) -> None:
    """Fewer listings, until the weakest pages do not sell more than the data."""
    country.strength = np.full(len(country.goods), LIMITS[0])
    expected = country.expect(scale)
    while len(country.goods) > 1 and expected.sum() > country.targets.sum():
        country.drop(expected)
        expected = country.expect(scale)
