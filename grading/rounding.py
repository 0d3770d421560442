"""Rounding, once, at the very end: half up to one decimal, as schools do by hand."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal

_NOISE = 9
"""Decimals kept first, so that 72.35 held as 72.34999999999999 rounds as the number a person sees."""


def half_up(value: float, decimals: int = 1) -> Decimal:
    """*value* with *decimals* digits after the point; halves go away from zero."""
    seen = Decimal(repr(round(value, _NOISE)))
    return seen.quantize(Decimal(1).scaleb(-decimals), rounding=ROUND_HALF_UP)
