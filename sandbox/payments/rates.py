"""Exchange rates of the market day: the published ones, what came after them, and what shocks made of both."""

from __future__ import annotations

from fractions import Fraction
from typing import NamedTuple

from sandbox.kernel.calendar import Calendar
from sandbox.kernel.money import Rate, convert, digits, half_up, share
from sandbox.kernel.rule_rows import iso
from sandbox.kernel.rulebook import RuleBook
from sandbox.kernel.scenario import Scenario
from sandbox.kernel.world import World
from sandbox.payments.fx_path import FxPath

SPREAD_PPM = 10_000
"""What a bank keeps of every exchange; a fee card with a spread of its own overrides it."""


class Deal(NamedTuple):
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
    """As text, for what was sold; empty for what was bought."""


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
        self._known: dict[tuple[str, str], Rate] = {}
        self._published: dict[tuple[str, str], Rate] = {}
        self._known_on = self._day = self.first_day = self._calendar.day(0)
        self._day_ends = self._calendar.until_hour(0, 0, 0)
        self.book: RuleBook = scenario.rules
        self.path = FxPath(world, self.book, self.first_day)

    @property
    def today(self) -> int:
        """The market's calendar day (UTC) as an ordinal."""
        now = self._world.now
        if now >= self._day_ends:
            self._day = self._calendar.day(now)
            self._day_ends = now + self._calendar.until_hour(now, 0, 0)
        return self._day

    def to_midnight(self) -> int:
        """Seconds until the next market day begins, 1 to 86,400."""
        return self._calendar.until_hour(self._world.now, 0, 0)

    def day_of(self, second: int) -> int:
        """The market's calendar day (UTC) of a second of the run, as an ordinal."""
        return self._calendar.day(second)

    def rate(self, source: str, target: str) -> Rate:
        """Minor units of *target* for one minor unit of *source*, shocks included.

        Raises:
            UnknownRuleError: the rule book has no rate for one of them.
        """
        self._turn_page()
        key = (source, target)
        if key not in self._known:
            exact = Fraction(*self.published(source, target)) * self._factor(source) / self._factor(target)
            self._known[key] = Rate(exact.numerator, exact.denominator)
        return self._known[key]

    def published(self, source: str, target: str) -> Rate:
        """The rate of the table alone, as fee cards and law read their limits."""
        self._turn_page()
        key = (source, target)
        if key not in self._published:
            self._published[key] = self.book.fx(source, target, self.today).rate
        return self._published[key]

    def exchange(self, amount: int, source: str, target: str) -> int:
        """*amount* at the middle rate, rounded half up."""
        return convert(amount, self.rate(source, target))

    def sell(self, amount: int, source: str, target: str, spread_ppm: int = SPREAD_PPM) -> Deal:
        """What a bank pays in *target* for *amount* of *source*."""
        numerator, denominator = self.rate(source, target)
        middle = half_up(amount * numerator, denominator)
        received = half_up(amount * numerator * (1_000_000 - spread_ppm), denominator * 1_000_000)
        cost = share(middle, spread_ppm)
        return Deal(middle, received, cost, middle - received - cost, self.as_text(source, target))

    def buy(self, amount: int, source: str, target: str, spread_ppm: int = SPREAD_PPM) -> Deal:
        """What a bank takes in *target* for handing out *amount* of *source*: ``received`` is what must be paid."""
        middle = self.exchange(amount, source, target)
        cost = share(middle, spread_ppm)
        return Deal(middle, middle + cost, cost, 0, "")

    def move(self, currency: str, factor_ppm: int) -> None:
        """Multiply the worth of *currency* in every other by a factor above zero."""
        if factor_ppm <= 0:
            raise ValueError(f"expected a factor above zero, got {factor_ppm}")
        before = self._moved.get(currency, Fraction(1))
        self._moved[currency] = before * Fraction(factor_ppm, 1_000_000)
        self._known.clear()

    def as_text(self, source: str, target: str) -> str:
        """``USD 1.1670 per EUR on 2025-10-17``: four places, with the day it was published.

        After the table ends it is the day itself: see :meth:`is_simulated`.
        """
        numerator, denominator = self.rate(source, target)
        scaled = half_up(numerator * 10 ** (4 + digits(source)), denominator * 10 ** digits(target))
        whole, part = divmod(scaled, 10_000)
        return f"{target} {whole}.{part:04d} per {source} on {iso(self._dated(source, target))}"

    def is_simulated(self, source: str, target: str) -> bool:
        """Whether nobody published the rate of today: the table has ended, and the rate walks."""
        return any(self.path.moves(currency, self.today) for currency in (source, target))

    def state(self) -> list[list[str]]:
        """Everything about the rates that a shock changed, in alphabetical order."""
        return [[currency, str(factor)] for currency, factor in sorted(self._moved.items())]

    def _dated(self, source: str, target: str) -> int:
        return self.today if self.is_simulated(source, target) else self.book.fx(source, target, self.today).day

    def _factor(self, currency: str) -> Fraction:
        return self._moved.get(currency, Fraction(1)) * self.path.factor(currency, self.today)

    def _turn_page(self) -> None:
        if self._known_on != self.today:
            self._known_on = self.today
            self._known.clear()
            self._published.clear()
