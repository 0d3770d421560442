"""Exchange rates: crossed exactly over the euro, pegs included, as fractions of minor units."""

from __future__ import annotations

from bisect import bisect_right
from fractions import Fraction
from functools import cached_property
from typing import Annotated, NamedTuple

import msgspec

from sandbox.kernel.money import Rate, digits
from sandbox.kernel.rule_lookup import UnknownRuleError
from sandbox.kernel.rule_rows import Confidence, Currency, Dated, iso


class FxRate(msgspec.Struct, frozen=True, kw_only=True):
    """What one euro cost on one day, in millionths of the currency."""

    currency: Currency
    day: int
    micros: Annotated[int, msgspec.Meta(gt=0)]
    source: str
    licence: str
    confidence: Confidence


class FxSeries(msgspec.Struct, frozen=True, kw_only=True):
    """The rates of one currency, oldest first; ``micros`` as in :class:`FxRate`, one for each of ``days``."""

    currency: Currency
    days: tuple[int, ...]
    micros: tuple[int, ...]
    source: str
    licence: str
    confidence: Confidence


class FxPeg(Dated, frozen=True, kw_only=True):
    """A currency held at a fixed price: *numerator*/*denominator* units for one unit of *anchor*."""

    currency: Currency
    anchor: Currency
    numerator: Annotated[int, msgspec.Meta(gt=0)]
    denominator: Annotated[int, msgspec.Meta(gt=0)]


class Fx(NamedTuple):
    """An exchange rate as a fraction of minor units, and the day it was published."""

    numerator: int
    denominator: int
    day: int

    @property
    def rate(self) -> Rate:
        """For :func:`sandbox.kernel.money.convert`."""
        return Rate(self.numerator, self.denominator)


class FxTable(msgspec.Struct, frozen=True, kw_only=True, dict=True):
    """Daily reference rates against the euro, and pegs."""

    series: tuple[FxSeries, ...]
    pegs: tuple[FxPeg, ...]

    def rate(self, source: str, target: str, on: int) -> Fx:
        """What turns minor units of *source* into those of *target*: the last rate published by day *on*.

        ``day`` is the older day of the two rates it is crossed from; after the table ends it stays at the last day
        of the table, so that whoever shows the number can show its date.

        Raises:
            UnknownRuleError: ``fx_unknown`` for a currency, ``fx_too_early`` before the first rate.
        """
        if source == target:
            return Fx(1, 1, on)
        known = self._crossed.get((source, target, on))
        if known is None:
            known = self._crossed[source, target, on] = self._cross(source, target, on)
        return known

    def _cross(self, source: str, target: str, on: int) -> Fx:
        base, base_day = self._per_euro(source, on)
        quote, quote_day = self._per_euro(target, on)
        ratio = quote / base * Fraction(10 ** digits(target), 10 ** digits(source))
        return Fx(ratio.numerator, ratio.denominator, min(base_day, quote_day))

    def origin(self, currency: str, on: int) -> FxSeries | FxPeg | None:
        """The series or the peg that says what *currency* costs; None for the euro, which all others are told in."""
        pegs = (peg for peg in self.pegs if peg.currency == currency and peg.holds(on))
        return next(pegs, None) or self._by_currency.get(currency)

    def currencies(self) -> list[str]:
        """Every currency with a rate, the euro included."""
        return sorted({"EUR", *self._by_currency, *(peg.currency for peg in self.pegs)})

    @cached_property
    def _crossed(self) -> dict[tuple[str, str, int], Fx]:
        """Rates already worked out: a run asks for the same few of a day for every parcel."""
        return {}

    @cached_property
    def _by_currency(self) -> dict[str, FxSeries]:
        return {series.currency: series for series in self.series if series.days}

    def _per_euro(self, currency: str, on: int) -> tuple[Fraction, int]:
        if currency == "EUR":
            return Fraction(1), on
        for peg in self.pegs:
            if peg.currency == currency and peg.holds(on):
                anchor, published = self._per_euro(peg.anchor, on)
                return anchor * Fraction(peg.numerator, peg.denominator), published
        series = self._by_currency.get(currency)
        if series is None:
            known = self.currencies()
            raise UnknownRuleError("fx_unknown", f"expected one of {', '.join(known)}, got {currency}", known=known)
        place = bisect_right(series.days, on) - 1
        if place < 0:
            first = iso(series.days[0])
            message = f"expected a day from {first} on for {currency}, got {iso(on)}"
            raise UnknownRuleError("fx_too_early", message, first=first)
        return Fraction(series.micros[place], 1_000_000), series.days[place]
