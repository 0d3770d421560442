"""Exchange rates of the market day: the published ones, and what shocks made of them."""

from __future__ import annotations

from fractions import Fraction
from typing import NamedTuple

from sandbox.kernel.calendar import Calendar
from sandbox.kernel.money import Rate, convert, digits, half_up, share
from sandbox.kernel.rule_rows import iso
from sandbox.kernel.rulebook import RuleBook
from sandbox.kernel.scenario import Scenario
from sandbox.kernel.world import World

SPREAD_PPM = 10_000
"""What a bank keeps of every exchange; a fee card with a spread of its own overrides it."""


class Exchange(NamedTuple):
    """One amount changed: ``middle = received + cost + rounding``."""

    middle: int
    """Worth at the middle rate."""
    received: int
    """What came after the spread."""
    cost: int
    """The spread by its formula, rounded by itself."""
    rounding: int
    """What the three roundings leave: at most one minor unit either way."""
    rate: str


class Rates:
    """Rates on the day of the run, as exact fractions.

    Args:
        world: gives the time.
        scenario: gives the first day and the rule book.
    """

    def __init__(self, world: World, scenario: Scenario) -> None:
        self._world = world
        self._calendar = Calendar(scenario.market_starts)
        self._moved: dict[str, Fraction] = {}
        self._known: dict[tuple[str, str, int], Rate] = {}
        self.book: RuleBook = scenario.rules

    @property
    def today(self) -> int:
        """The market's calendar day (UTC) as an ordinal."""
        return self._calendar.day(self._world.now)

    def to_midnight(self) -> int:
        """Seconds until the next market day begins, 1 to 86,400."""
        return self._calendar.until_hour(self._world.now, 0, 0)

    def rate(self, source: str, target: str) -> Rate:
        """Minor units of *target* for one minor unit of *source*, shocks included.

        Raises:
            UnknownRuleError: the rule book has no rate for one of them.
        """
        key = (source, target, self.today)
        if key not in self._known:
            numerator, denominator, _ = self.book.fx(*key)
            exact = Fraction(numerator, denominator) * self._factor(source) / self._factor(target)
            self._known[key] = Rate(exact.numerator, exact.denominator)
        return self._known[key]

    def exchange(self, amount: int, source: str, target: str) -> int:
        """*amount* at the middle rate, rounded half up."""
        return convert(amount, self.rate(source, target))

    def sell(self, amount: int, source: str, target: str, spread_ppm: int = SPREAD_PPM) -> Exchange:
        """What a bank pays in *target* for *amount* of *source*."""
        numerator, denominator = self.rate(source, target)
        middle = half_up(amount * numerator, denominator)
        received = half_up(amount * numerator * (1_000_000 - spread_ppm), denominator * 1_000_000)
        cost = share(middle, spread_ppm)
        return Exchange(middle, received, cost, middle - received - cost, self.as_text(source, target))

    def buy(self, amount: int, source: str, target: str, spread_ppm: int = SPREAD_PPM) -> Exchange:
        """What a bank takes in *target* for handing out *amount* of *source*: ``received`` is what must be paid."""
        middle = self.exchange(amount, source, target)
        cost = share(middle, spread_ppm)
        return Exchange(middle, middle + cost, cost, 0, self.as_text(source, target))

    def move(self, currency: str, factor_ppm: int) -> None:
        """Multiply the worth of *currency* in every other by a factor above zero."""
        if factor_ppm <= 0:
            raise ValueError(f"expected a factor above zero, got {factor_ppm}")
        self._moved[currency] = self._factor(currency) * Fraction(factor_ppm, 1_000_000)
        self._known.clear()

    def as_text(self, source: str, target: str) -> str:
        """``USD 1.1670 per EUR on 2025-10-17``: four places, with the day it was published."""
        numerator, denominator = self.rate(source, target)
        published = self.book.fx(source, target, self.today).day
        scaled = half_up(numerator * 10 ** (4 + digits(source)), denominator * 10 ** digits(target))
        whole, part = divmod(scaled, 10_000)
        return f"{target} {whole}.{part:04d} per {source} on {iso(published)}"

    def state(self) -> list[list[str]]:
        """Everything about the rates that a shock changed, in alphabetical order."""
        return [[currency, str(factor)] for currency, factor in sorted(self._moved.items())]

    def _factor(self, currency: str) -> Fraction:
        return self._moved.get(currency, Fraction(1))
