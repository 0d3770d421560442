"""One market: a country's category on one platform. Its listings stand in columns, rivals first, then the teams'."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from sandbox.kernel.draws import bits
from sandbox.kernel.ids import child
from sandbox.market.shelf import laws, ranking
from sandbox.market.shelf.patience import MU, Base, lay_base
from sandbox.market.shelf.race import Offer, choose_day, price
from sandbox.market.shelf.rivals import Rival

RANK, CHARGE, STARS, COUNT, EXTRA, THERE = range(6)
"""Rows of ``numbers``: place in the search, price shown, stars times 100, reviews, sponsored attention, in stock."""
USUAL, CONTENT, DAYS, PLUS, STYLE = range(5)
"""Rows of ``facts``: price people are used to, page 0-1, promised days, sum of the flags, style."""
ON_TIME, WORDS, WEEK, AGE, STRIKES = range(1, 6)
"""Rows of ``standing`` that a platform judges by; row 0 holds the stars."""
HEADROOM = 1.5
"""Base weight over the weight at the start: room to grow before a listing needs a clock of its own."""
BASE_RANK, TEAM_RANK, SHORT = 7, 2, 24
"""A base weight is never below that of this place in a search of up to :data:`SHORT` listings; in a longer one, where
fewer climb far, that falls with the square of its length. A team's is that of the second place. Only speed hangs on it.
"""
WARM_DAYS = 15
"""Days the platform's order settles in before the run starts."""


class Where(NamedTuple):
    """Which market."""

    country: str
    category: str
    platform: str
    team: str = ""
    """An own shop's market has one team's listings only."""


class Cell:
    """The columns of one market and what is computed from them.

    Args:
        where: country, category, platform.
        rivals: the rival listings.
        seats: (team, sku) of every listing that teams may ever have here.
        elasticity: of the category.
        usual_price: what a usual order costs; the median of the rivals' prices where there are any.
        target: share of shoppers who buy while only the rivals are there.
    """

    def __init__(self, where: Where, rivals: list[Rival], seats: list[tuple[str, str]], *, elasticity: float,
                 usual_price: int, target: float) -> None:
        self.where = where
        self.key = child(0, f"cell:{where.country}:{where.category}:{where.platform}", 0)
        self.rivals, self.seats = len(rivals), seats
        self.elasticity = elasticity
        prices = sorted(rival.price for rival in rivals)
        self.usual_price = prices[len(prices) // 2] if prices else usual_price
        size = len(rivals) + len(seats)
        self.ids = np.array([child(self.key, "rival", row) >> 1 for row in range(len(rivals))]
                            + [child(self.key, f"seat:{team}:{sku}", 0) >> 1 for team, sku in seats], np.int64)
        self.numbers, self.facts = np.zeros((6, size), np.int64), np.zeros((5, size))
        self.standing, self.listed = np.zeros((6, size)), np.zeros(size, np.bool_)
        self.sold, self.clicked = np.zeros((14, size)), np.zeros((14, size))
        self.cost, self.bid = np.zeros(size, np.int64), np.zeros(size, np.int64)
        self.asked = np.zeros(size, np.int64)
        """Price alone, without delivery and tax: what sales are counted by."""
        self.used = np.zeros(size)
        """Price of each listing that people are used to."""
        self.away, self.promoted = np.zeros(size, np.int64), np.zeros(size, np.int64)
        """Days a rival stays sold out; attention in ppm that the platform gives it for nothing."""
        self.top_days = np.zeros(size, np.int64)
        """Days in a row among the three best sellers."""
        self.terms = np.zeros((laws.TERMS, size))
        self.clicks, self.weights = np.zeros((laws.STRATA, size)), np.zeros((laws.STRATA, size))
        self.orders, self.looks = np.zeros(size), np.zeros(size)
        self.outside, self.target = np.ones(laws.STRATA), target
        self.is_held = False
        self._fill(rivals)

    def _fill(self, rivals: list[Rival]) -> None:
        for row in range(len(self.ids)):
            self.numbers[:, row] = (0, self.usual_price, 430, 150, 0, 0)
            self.facts[:, row] = (self.usual_price, laws.USUAL_CONTENT, laws.USUAL_DAYS, 0.0, 0.0)
            self.used[row] = self.usual_price
        for row, rival in enumerate(rivals):
            self.enter(row, rival)

    def enter(self, row: int, rival: Rival) -> None:
        """A rival takes that row."""
        self.numbers[:, row] = (row + 1, rival.price, rival.stars, rival.reviews, 0, 1)
        self.facts[:, row] = (rival.price, rival.content, rival.days, 0.0, rival.style)
        self.standing[:, row] = (rival.stars / 100, rival.on_time, rival.words, 0.0, rival.age, 0.0)
        self.listed[row] = True
        self.used[row], self.away[row], self.top_days[row] = rival.price, 0, 0
        self.cost[row], self.bid[row] = rival.cost, rival.bid

    def open(self, usual_shoppers: int) -> None:
        """Let the order of the search settle, then fix A0 and the base of the race for good."""
        self.listed[: self.rivals] = True
        for _ in range(WARM_DAYS if self.rivals else 0):
            self.weigh()
            self.remember(self.orders * usual_shoppers, self.looks * usual_shoppers)
            self.rank()
        self.weigh()
        self._calibrate()
        self.base = self._base()

    def weigh(self) -> None:
        """Attractions and expectations of one shopper, from the columns as they are."""
        laws.describe(self.numbers, self.facts, float(self.usual_price), self.terms)
        laws.weigh(self.terms, self.elasticity, laws.SENSE_OF, laws.TASTE_OF, self.clicks, self.weights)
        laws.expect(self.weights, self.clicks, self.outside, MU, self.orders, self.looks)

    def rank(self) -> None:
        """Put the listings into the platform's order, unless it is held for a measurement."""
        if self.is_held:
            return
        self.standing[0] = self.numbers[STARS] / 100
        scores = np.zeros(len(self.ids))
        ranking.score(self.sold, self.clicked, self.standing, self.listed, scores)
        ranking.ranks(scores, self.listed, self.ids, self.numbers[RANK])

    def remember(self, orders: NDArray[np.float64], clicks: NDArray[np.float64]) -> None:
        """Keep a day's expected orders and clicks for the ranking."""
        self.sold[1:], self.clicked[1:] = self.sold[:-1].copy(), self.clicked[:-1].copy()
        self.sold[0], self.clicked[0] = orders, clicks

    def get_used(self) -> None:
        """A day passes: people get used to its prices, listings get older."""
        new = (1.0 - laws.REFERENCE_PULL) * self.used + laws.REFERENCE_PULL * self.numbers[CHARGE]
        self.used = np.where(self.listed, new, self.used)
        self.facts[USUAL, : self.rivals] = self.used[: self.rivals]
        self.standing[AGE] += 1.0
        best = np.lexsort((self.ids, -np.floor(self.sold[0] * 1e6).astype(np.int64)))[:3]
        is_best = np.zeros(len(self.ids), np.bool_)
        is_best[best] = self.sold[0][best] > 0.0
        self.top_days = np.where(is_best, self.top_days + 1, 0)

    def offer(self) -> Offer:
        """Today's worth of the listings as the race wants it."""
        accept, surplus = np.zeros(self.weights.shape, np.int32), np.zeros(self.weights.shape)
        grown = np.zeros(len(self.ids), np.int64)
        count = price(self.weights, self.base.scale, self.base.rate, accept, grown, surplus)
        return Offer(accept, grown[:count], surplus)

    def choose(self, key: int, day: int, people: int, strata: NDArray[np.int8],
               space: tuple[NDArray[np.int64], NDArray[np.int16]]) -> tuple[NDArray[np.int64], NDArray[np.int16]]:
        """Who of the day's *people* buys what; both columns hold until the next call.

        Args:
            key: of the stream of choices.
            day: of the run.
            people: shoppers today; more of them add people and replace nobody.
            strata: of the population.
            space: columns to write to, one longer than *people* at least.
        """
        today = np.uint64(bits(np.uint64(key), np.uint64(self.key), np.uint64(day)))
        salt = salt_of(key, self.key, day)
        people = min(people, len(strata))
        buyers = choose_day(today, salt, 0, people, strata, self.base, self.offer(), *space)
        return space[0][:buyers], space[1][:buyers]

    def _calibrate(self) -> None:
        weights = self.weights[:, : self.rivals] if self.rivals else self._plain(1)
        laws.outside_worth(np.ascontiguousarray(weights), self.target, MU, self.outside)
        laws.expect(self.weights, self.clicks, self.outside, MU, self.orders, self.looks)

    def _plain(self, rank: int) -> NDArray[np.float64]:
        """(K, 1) attraction of a usual listing at that place in the search."""
        terms, weights, clicks = np.zeros((laws.TERMS, 1)), np.zeros((laws.STRATA, 1)), np.zeros((laws.STRATA, 1))
        numbers = np.array([[rank], [self.usual_price], [430], [150], [0], [1]], np.int64)
        facts = np.array([[self.usual_price], [laws.USUAL_CONTENT], [laws.USUAL_DAYS], [0.0], [0.0]], np.float64)
        laws.describe(numbers, facts, float(self.usual_price), terms)
        laws.weigh(terms, self.elasticity, laws.SENSE_OF, laws.TASTE_OF, clicks, weights)
        return weights

    def _base(self) -> Base:
        floor, room = self._plain(BASE_RANK), self._plain(TEAM_RANK)
        base = np.zeros_like(self.weights)
        length = min(1.0, SHORT / len(self.ids)) if self.rivals > SHORT else 1.0
        base[:, : self.rivals] = HEADROOM * np.maximum(self.weights[:, : self.rivals], floor * length * length)
        base[:, self.rivals :] = HEADROOM * room
        return lay_base(base, self.outside)

    def state(self) -> list[object]:
        """Every column, for the digest."""
        columns = (self.numbers, self.facts, self.standing, self.listed, self.sold, self.clicked, self.cost, self.bid,
                   self.asked, self.used, self.away, self.promoted, self.top_days)
        return [list(self.where), *(column.tobytes().hex() for column in columns)]


def salt_of(key: int, cell: int, day: int) -> int:
    """What decides who of a market's population shops on a day, and in which order they stand."""
    return int(bits(np.uint64(key), np.uint64(cell), np.uint64(day + _SALT))) >> 24


_SALT = 1 << 32
