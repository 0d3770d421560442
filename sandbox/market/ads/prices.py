"""What clicks and impressions usually cost in a country, and how a day's traffic spreads over its hours."""

from __future__ import annotations

from typing import NamedTuple

from sandbox.kernel.calendar import DAY, HOUR, Calendar
from sandbox.kernel.detmath import det_exp, det_log
from sandbox.kernel.ids import child
from sandbox.kernel.money import PPM, Money
from sandbox.kernel.scenario import Scenario
from sandbox.kernel.world import World

REACH = 20
"""People of a category whom a feed can show something to, per shopper of a day: chosen."""
PEAK_POWER = 0.6
"""Prices of impressions rise with demand to this power: chosen, in the range reported for the sales of November."""
PRICE_SIGMA = 0.1
"""Spread of a country's price of impressions from day to day: chosen."""
RESERVE_SHARE = 0.2
"""Least price of a click against the usual one: chosen."""


class Usual(NamedTuple):
    """Usual prices of one country, shop currency, minor units."""

    cpm: float
    cpc: float


class Prices:
    """Prices and hours of every country of a run.

    Args:
        world: keyed chance.
        scenario: the rule book with its country table, and the shop's currency.
    """

    def __init__(self, world: World, scenario: Scenario) -> None:
        self._rules = scenario.rules
        self._currency = scenario.shop.currency
        self._scale_ppm = scenario.market.shoppers if scenario.market else PPM
        self.for_a_cent = self._rules.convert(Money(PPM, "USD"), self._currency, self._rules.on) / PPM
        """Minor units of the shop's currency for a US cent, in which the country table counts."""
        self._calendar = Calendar(scenario.market_starts)
        self._noise = world.stream("ctx.ads.cpm")
        self._usual: dict[str, Usual] = {}
        self._hours: dict[str, tuple[int, ...]] = {}
        self._midnight: dict[tuple[str, int], int] = {}

    def usual(self, country: str) -> Usual:
        """A thousand impressions and a click as they are on an ordinary day. Raises ``country_unknown``."""
        if country not in self._usual:
            row = self._rules.country(country)
            self._usual[country] = Usual(row.cpm_minor * self.for_a_cent, row.cpc_minor * self.for_a_cent)
        return self._usual[country]

    def reserve(self, country: str) -> int:
        """Least price of a click."""
        return max(1, int(self.usual(country).cpc * RESERVE_SHARE + 0.5))

    def cpm(self, country: str, category: str, day: int) -> float:
        """Median top price of a thousand impressions on a day of the run: dearer in a sale, and never the same."""
        demand = self._rules.demand_ppm(country, category, self._calendar.day(day * DAY)) / PPM
        noise = PRICE_SIGMA * self._noise.normal(child(0, f"cpm:{country}", 0), day)
        return self.usual(country).cpm * det_exp(PEAK_POWER * det_log(max(demand, 0.01)) + noise)

    def people(self, country: str) -> int:
        """Whom a feed reaches in this country."""
        return REACH * int(self._rules.country(country).shoppers_per_day) * self._scale_ppm // PPM

    def half_way(self, country: str) -> int:
        """Daily spend that makes half of the difference advertising can make to awareness, minor units.

        Three hundred dollars a day for each thousand shoppers: chosen.
        """
        thousands = max(1, self.people(country) // REACH) / 1000
        return int(30_000 * self.for_a_cent * thousands + 0.5)

    def passed(self, country: str, second: int) -> int:
        """Share of a run day's traffic that has come by *second*, ppm; sums to one million at the day's end."""
        left, total = second % DAY, 0
        clock, hours = self._clock(country, second // DAY), self._profile(country)
        while left > 0:
            step = min(left, HOUR - clock % HOUR)
            total += hours[clock // HOUR] * step
            clock, left = (clock + step) % DAY, left - step
        return total // HOUR

    def _clock(self, country: str, day: int) -> int:
        """Local time at which a day of the run begins."""
        if (country, day) not in self._midnight:
            offset = self._rules.utc_offset(country, self._calendar.day(day * DAY))
            self._midnight[country, day] = self._calendar.clock(day * DAY, offset)
        return self._midnight[country, day]

    def _profile(self, country: str) -> tuple[int, ...]:
        if country not in self._hours:
            row = self._rules.country(country)
            self._hours[country] = self._rules.hour_profile(row.hour_profile).weights_ppm
        return self._hours[country]
