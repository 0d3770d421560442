"""Money is an integer of minor units with its currency; rates are integer fractions; rounding is said by name."""

from __future__ import annotations

from typing import NamedTuple

MINOR_DIGITS = {"JPY": 0, "VND": 0, "KWD": 3, "BHD": 3}
"""Digits after the point where it is not two (ISO 4217)."""
PPM = 1_000_000


class Money(NamedTuple):
    """An amount: ``Money(1999, "USD")`` is nineteen dollars ninety-nine."""

    minor: int
    currency: str


class Rate(NamedTuple):
    """Units of one currency for one unit of another, as an exact fraction of *minor* units."""

    numerator: int
    denominator: int


def half_up(numerator: int, denominator: int) -> int:
    """Integer division, halves away from zero, as invoices round."""
    if denominator <= 0:
        raise ValueError(f"expected a denominator above zero, got {denominator}")
    sign = -1 if numerator < 0 else 1
    return sign * ((2 * abs(numerator) + denominator) // (2 * denominator))


def share(amount: int, ppm: int) -> int:
    """*ppm* parts per million of *amount*, rounded half up."""
    return half_up(amount * ppm, PPM)


def convert(amount: int, rate: Rate) -> int:
    """*amount* at *rate*, rounded half up."""
    return half_up(amount * rate.numerator, rate.denominator)


def digits(currency: str) -> int:
    """How many minor digits *currency* has."""
    return MINOR_DIGITS.get(currency, 2)


def as_text(minor: int, currency: str) -> str:
    """``USD 19.99``, ``JPY 1999``; for logs and tables, the screens format by locale."""
    places = digits(currency)
    sign = "-" if minor < 0 else ""
    whole, part = divmod(abs(minor), 10**places)
    return f"{currency} {sign}{whole}" + (f".{part:0{places}d}" if places else "")
