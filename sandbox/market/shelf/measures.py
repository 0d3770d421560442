"""Stylised facts of the shelf market, measured on the default market by expected sales, and the published ranges.

Prices, stars, reviews and promises are varied one at a time while the place in the search is held, as the studies
behind the ranges do; only the concentration of clicks is taken from searches that rank themselves.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from types import SimpleNamespace
from typing import Any

from sandbox.kernel.detmath import det_log
from sandbox.kernel.money import PPM
from sandbox.market.shelf import laws
from sandbox.market.shelf.cell import CHARGE, RANK, Cell
from sandbox.market.shelf.demand import Demand
from sandbox.market.shelf.lab import CATEGORY, COUNTRY, USUAL, Lab, LabWorld
from sandbox.market.shelf.side import Shown

Row = tuple[str, str, float | None, float | None, float]
"""Id, name, lowest and highest published value (None where only the other side is asked), measured."""
PLACE = 4
"""Place in the search at which our listing is held."""
STEP = 1.05
PROMOTION = (10, 24)
AFTER, MUCH_LATER = 7, 60


def _hold(cell: Cell, row: int) -> None:
    cell.numbers[RANK, row] = PLACE


def _sold(secrets: Iterable[int], days: int, shown: Callable[[int], Shown], span: tuple[int, int],
          adjust: Callable[[Cell, int], None] = _hold) -> float:
    """Expected orders of our listing over all secrets."""
    return sum(Lab(secret, days, shown, adjust=adjust).play().orders(*span) for secret in secrets)


def _always(**changes: Any) -> Callable[[int], Shown]:
    return lambda day: USUAL._replace(**changes)


def _first_day(secrets: Iterable[int], **changes: Any) -> float:
    return _sold(secrets, 1, _always(**changes), (0, 1))


def _slope(high: float, low: float, ratio: float) -> float:
    return det_log(high / low) / det_log(ratio)


def price_long_run(secrets: Iterable[int]) -> list[Row]:
    """Fact 19: elasticity of one listing's sales, and of the whole category's, once everybody is used to the price."""
    seeds = tuple(secrets)
    up, down = (_first_day(seeds, charge=int(USUAL.charge * factor + 0.5)) for factor in (STEP, 1 / STEP))

    def category(factor: float) -> float:
        def adjust(cell: Cell, row: int) -> None:
            _hold(cell, row)
            cell.numbers[CHARGE] = (cell.numbers[CHARGE] * factor + 0.5).astype(int)
            cell.used = cell.numbers[CHARGE].astype(float)
            cell.facts[0] = cell.used

        charge = int(USUAL.charge * factor + 0.5)
        plays = [Lab(seed, 1, _always(charge=charge), adjust=adjust).play() for seed in seeds]
        return sum(float(play.cell.sold[0].sum()) for play in plays)

    return [
        ("19a", "long-run own price elasticity", -3.2, -2.0, _slope(up, down, STEP * STEP)),
        ("19b", "long-run price elasticity of the category", -1.1, -0.7,
         _slope(category(STEP), category(1 / STEP), STEP * STEP)),
    ]


def price_short_run(secrets: Iterable[int]) -> list[Row]:
    """Fact 20: on the day of the change a rise loses more than a cut of the same size gains."""
    seeds = tuple(secrets)

    def second_day(factor: float) -> float:
        charge = int(USUAL.charge * factor + 0.5)
        return _sold(seeds, 2, lambda day: USUAL._replace(charge=charge if day else USUAL.charge), (1, 2))

    plain = second_day(1.0)
    rise, cut = _slope(second_day(1.1), plain, 1.1), _slope(second_day(1 / 1.1), plain, 1 / 1.1)
    return [
        ("20a", "short-run elasticity of a price rise", None, -2.6, rise),
        ("20b", "short-run elasticity of a price cut", None, -2.6, cut),
        ("20c", "elasticity of a rise against that of a cut", 1.02, 1.5, rise / cut),
    ]


def promotion(secrets: Iterable[int]) -> list[Row]:
    """Fact 21: two weeks at 20 % off: sales meanwhile, in the week after, and two months later."""
    seeds, (start, end) = tuple(secrets), PROMOTION
    days = end + MUCH_LATER + 1
    cut = USUAL._replace(charge=USUAL.charge * 8 // 10)
    plain = [Lab(seed, days, adjust=_hold).play() for seed in seeds]
    sale = [Lab(seed, days, lambda day: cut if start <= day < end else USUAL, adjust=_hold).play() for seed in seeds]

    def ratio(first: int, last: int) -> float:
        return sum(lab.orders(first, last) for lab in sale) / sum(lab.orders(first, last) for lab in plain)

    return [
        ("21a", "sales in two weeks at 20 % off, against none", 1.6, 2.3, ratio(start, end)),
        ("21b", "sales in the week after", 0.85, 0.97, ratio(end, end + AFTER)),
        ("21c", "sales sixty days after", 0.97, 1.03, ratio(end + MUCH_LATER, end + MUCH_LATER + 1)),
    ]


def stock_out(secrets: Iterable[int]) -> list[Row]:
    """Fact 22: part of a sold-out listing's demand that goes to its rivals."""
    lost = won = 0.0
    for secret in secrets:
        there = Lab(secret, 1, adjust=_hold).play()
        gone = Lab(secret, 1, _always(units=0), adjust=_hold).play()
        before, after = there.cell.sold[0], gone.cell.sold[0]
        lost += float(before[there.row])
        won += float(after.sum() - before.sum() + before[there.row])
    return [("22", "demand of a sold-out listing that goes to rivals", 0.60, 0.75, won / lost)]


def stars(secrets: Iterable[int]) -> list[Row]:
    """Fact 23: shown stars of 4.4, 4.0 and 3.9; below four a filter hides the listing from some."""
    seeds = tuple(secrets)
    best, four, below = (_first_day(seeds, stars=shown) for shown in (440, 400, 390))
    return [
        ("23a", "sales at 4.0 stars against 4.4", 0.80, 0.95, four / best),
        ("23b", "sales at 3.9 stars against 4.4", 0.55, 0.75, below / best),
        ("23c", "last tenth of a star above four against the first below", 3.0, None,
         (four - below) / ((best - four) / 4)),
    ]


def review_counts(secrets: Iterable[int]) -> list[Row]:
    """Fact 24: number of reviews 0, 5, 50 and 500."""
    seeds = tuple(secrets)
    none, *more = (_first_day(seeds, reviews=count) for count in (0, 5, 50, 500))
    spans = ((1.3, 1.8), (2.0, 3.0), (3.0, 5.0))
    return [(f"24{letter}", f"sales with {count} reviews against none", low, high, sold / none)
            for letter, count, (low, high), sold in zip("abc", (5, 50, 500), spans, more, strict=True)]


def promised_days(secrets: Iterable[int]) -> list[Row]:
    """Fact 25: delivery promised in 2, 7, 12 and 20 days."""
    seeds = tuple(secrets)
    two, *longer = (_first_day(seeds, days=days) for days in (2, 7, 12, 20))
    spans = ((0.85, 0.93), (0.70, 0.80), (0.50, 0.65))
    return [(f"25{letter}", f"sales with {days} promised days against 2", low, high, sold / two)
            for letter, days, (low, high), sold in zip("abc", (7, 12, 20), spans, longer, strict=True)]


def search(secrets: Iterable[int]) -> list[Row]:
    """Fact 26: where clicks go among 48 listings, and how many of them buy."""
    first = three = clicks = orders = looks = 0.0
    for secret in secrets:
        cell = Lab(secret, 14, rivals=47, is_held=False).play().cell
        there = cell.listed
        by_rank = sorted((int(cell.numbers[RANK, row]), float(cell.clicked[0][row])) for row in range(len(there))
                         if there[row])
        first += by_rank[0][1]
        three += sum(share for _, share in by_rank[:3])
        clicks += sum(share for _, share in by_rank)
        orders += float(cell.sold[0].sum())
        looks += float(cell.terms[laws.ATTENTION].sum())
    return [
        ("26a", "share of clicks at the first place", 0.30, 0.40, first / clicks),
        ("26b", "share of clicks at the first three places", 0.55, 0.65, three / clicks),
        ("26c", "orders per click", 0.08, 0.16, orders / clicks),
    ]


def peaks(rules: Any, secrets: Iterable[int]) -> list[Row]:
    """Fact 33, the market's part: shoppers on Black Friday and Cyber Monday of 2025 against the same day without them.

    Args:
        rules: a rule book that holds the calendar of November 2025.
        secrets: numbers of practice secrets.
    """
    plain = SimpleNamespace(country=rules.country, demand_ppm=lambda *_: PPM)
    seeds = tuple(secrets)

    def shoppers(book: Any, day: int) -> int:
        scenario: Any = SimpleNamespace(rules=book, market=None, market_starts="2025-11-24T05:00Z")
        return sum(Demand(LabWorld(seed), scenario).on(COUNTRY, CATEGORY, day) for seed in seeds)

    return [(f"33{letter}", f"shoppers on {name} against the same day without it", low, high,
             shoppers(rules, day) / shoppers(plain, day))
            for letter, name, day, low, high in (("a", "Black Friday", 4, 2.5, 3.1),
                                                  ("b", "Cyber Monday", 7, 3.0, 3.8))]


MEASURES: dict[int, Callable[[Iterable[int]], list[Row]]] = {
    19: price_long_run, 20: price_short_run, 21: promotion, 22: stock_out, 23: stars, 24: review_counts,
    25: promised_days, 26: search,
}
