"""Where exchange rates go after the published table ends: a random walk of the logarithm, the same for every team.

``ln F(t+1) = ln F(t) - s^2/730 + s/sqrt(365) N(0, 1)`` a day, with the yearly volatility *s* of the country's row: the
geometric Brownian motion of Black and Scholes (1973) without drift, in daily steps. F is what one unit is worth in
dollars; the dollar itself and what is pegged to it stand still. The walk starts on the later of the table's last day
and the first day of the run, so that a run begins with the last rate that was published.
"""

from __future__ import annotations

from fractions import Fraction

from sandbox.kernel import ids
from sandbox.kernel.detmath import det_exp
from sandbox.kernel.rulebook import RuleBook
from sandbox.kernel.world import World

ROOT_OF_YEAR = 0.05234239225902137
"""1/sqrt(365)."""
MILLION = 1_000_000


class FxPath:
    """Factors on the last published rate, by currency and day.

    Args:
        world: gives the stream.
        book: gives volatilities, pegs and the end of the table.
        first_day: first day of the run.
    """

    def __init__(self, world: World, book: RuleBook, first_day: int) -> None:
        self._draws = world.stream("ctx.payments.fx")
        self.starts = max(first_day, max((row.days[-1] for row in book.exchange.series if row.days), default=first_day))
        """Last day on which published rates hold unchanged."""
        pegged = {peg.currency for peg in book.exchange.pegs if peg.holds(first_day)}
        self._volatility = {
            row.currency: row.fx_volatility_ppm / MILLION for row in book.countries
            if row.fx_volatility_ppm and row.currency not in pegged
        }
        self._logs: dict[str, list[float]] = {}

    def volatility_ppm(self, currency: str) -> int:
        """Yearly volatility of a currency against the dollar."""
        return int(self._volatility.get(currency, 0.0) * MILLION + 0.5)

    def moves(self, currency: str, day: int) -> bool:
        """Whether the rate of that day is no longer the published one."""
        return day > self.starts and currency in self._volatility

    def factor(self, currency: str, day: int) -> Fraction:
        """What the walk has made of the last published worth of *currency*."""
        if not self.moves(currency, day):
            return Fraction(1)
        logs = self._logs.setdefault(currency, [0.0])
        entity, s = ids.child(0, f"currency/{currency}", 0), self._volatility[currency]
        while len(logs) <= day - self.starts:
            step = s * ROOT_OF_YEAR * self._draws.normal(entity, self.starts + len(logs))
            logs.append(logs[-1] - s * s / 730 + step)
        return Fraction(int(det_exp(logs[day - self.starts]) * MILLION + 0.5), MILLION)
