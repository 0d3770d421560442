"""How many people shop in a country's category on a day, who they are, and at which hour they decide.

``N = N0 * weekday * calendar * exp(e)``, ``e = .6 e' + N(0, .08**2)`` from day to day: the weekday profile and the
noise are chosen, the calendar is the dated table of peaks and dips.
"""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from sandbox.kernel.calendar import HOUR, Calendar
from sandbox.kernel.detmath import det_exp
from sandbox.kernel.draws import unit
from sandbox.kernel.ids import child
from sandbox.kernel.jit import njit
from sandbox.kernel.money import PPM, share
from sandbox.kernel.scenario import Scenario
from sandbox.kernel.world import World
from sandbox.market.shelf.laws import STRATA
from sandbox.market.shelf.race import draw, part

WEEKDAYS = (1_080_000, 1_050_000, 1_020_000, 1_000_000, 980_000, 950_000, 920_000)
"""Sunday to Saturday, parts per million: chosen."""
NOISE_KEPT, NOISE = 0.6, 0.08
DUSK = 24 * HOUR - 1
"""Second of the day at which it is counted up: the last one, so that a day is whole when the next one begins."""
VISITS_APART = 8
"""A shopper looks into a category about once in so many days: chosen."""


@njit
def people(key: Any, strata: Any) -> None:
    """Give each member of a population a stratum: price sense and taste, for good."""
    for shopper in range(len(strata)):
        strata[shopper] = part(draw(key, shopper), 32, 32) % STRATA


@njit
def decide_at(key: Any, who: Any, hours: Any, seconds: Any) -> None:
    """Fill in the second at which each shopper decides, by the running shares of the hours."""
    for row in range(len(who)):
        chance, hour, before = unit(key, who[row], 0), 0, 0.0
        while hour < 23 and chance >= hours[hour]:
            before = hours[hour]
            hour += 1
        second = int((hour + (chance - before) / (hours[hour] - before)) * 3600.0)
        seconds[row] = min(second, DUSK - 1)


def population(key: int, usual_shoppers: int) -> NDArray[np.int8]:
    """The shoppers of one market: the stratum of each, a power of two of them.

    Args:
        key: of the draws.
        usual_shoppers: a day.
    """
    size = 1 << max(6, (usual_shoppers * VISITS_APART - 1).bit_length())
    strata = np.zeros(size, np.int8)
    people(np.uint64(key), strata)
    return strata


class Demand:
    """Shoppers a day, by country and category.

    Args:
        world: gives the streams.
        scenario: scale, dates and rules.
    """

    def __init__(self, world: World, scenario: Scenario) -> None:
        self._rules = scenario.rules
        self._scale = scenario.market.shoppers if scenario.market else PPM
        self._noise = world.stream("ctx.market.demand")
        self._calendar = Calendar(scenario.market_starts)
        self._level: dict[tuple[str, str], tuple[int, float]] = {}
        self._hours: dict[str, NDArray[np.float64]] = {}
        self._usual: dict[str, int] = {}
        self._first_hour: dict[tuple[str, int], int] = {}
        self._counts: dict[tuple[str, str], tuple[int, int]] = {}

    def usual(self, country: str) -> int:
        """Shoppers of one category and platform on a usual day."""
        if country not in self._usual:
            self._usual[country] = max(1, share(self._rules.country(country).shoppers_per_day, self._scale))
        return self._usual[country]

    def on(self, country: str, category: str, day: int) -> int:
        """Shoppers of one category and platform on *day* of the run; the same on every platform."""
        known = self._counts.get((country, category))
        if known is None or known[0] != day:
            known = self._counts[country, category] = (day, self._count(country, category, day))
        return known[1]

    def _count(self, country: str, category: str, day: int) -> int:
        date = self._calendar.day(day * 24 * HOUR)
        plain = share(self.usual(country), WEEKDAYS[date % 7])
        calendar: int = self._rules.demand_ppm(country, category, date)
        return int(share(plain, calendar) * det_exp(self._noise_on(country, category, day)) + 0.5)

    def _noise_on(self, country: str, category: str, day: int) -> float:
        """Today's e; days are asked for in order, and a day twice gives the same."""
        last, level = self._level.get((country, category), (-1, 0.0))
        key = child(0, f"demand:{country}:{category}", 0)
        while last < day:
            last += 1
            level = NOISE_KEPT * level + NOISE * self._noise.normal(key, last)
        self._level[country, category] = (last, level)
        return level

    def hours(self, country: str, second: int) -> NDArray[np.float64]:
        """Running shares of a run day's 24 hours, by the clocks of *country* on the day that begins at *second*."""
        date = self._calendar.day(second)
        if (country, date) not in self._first_hour:
            offset = self._rules.utc_offset(country, date)
            self._first_hour[country, date] = self._calendar.clock(second, offset) // HOUR
        first = self._first_hour[country, date]
        key = f"{country}:{first}"
        if key not in self._hours:
            weights = self._rules.hour_profile(self._rules.country(country).hour_profile).weights_ppm
            turned = np.array([weights[(first + hour) % 24] for hour in range(24)], np.int64)
            self._hours[key] = np.cumsum(turned) / int(turned.sum())
        return self._hours[key]

    def seconds(self, key: int, who: NDArray[np.int64], hours: NDArray[np.float64]) -> NDArray[np.int64]:
        """The second of the day at which each of these shoppers decides."""
        seconds = np.zeros(len(who), np.int64)
        decide_at(np.uint64(key), who, hours, seconds)
        return seconds

    def state(self) -> list[object]:
        """What decides the future, for the digest."""
        return [[*key, last, level.hex()] for key, (last, level) in sorted(self._level.items())]
