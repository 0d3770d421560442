"""Which form of the count model to trust: the one that would have forecast the fitted days best, from inside them."""

from __future__ import annotations

from typing import Any

import numpy as np
from msgspec import Struct

from scenarios.fitting.counts import NO_HALF_LIFE, Rhythm, fit_rhythm
from scenarios.fitting.daily import Days

FORMS = tuple((half_life, trend) for half_life in (14.0, 28.0, 56.0, NO_HALF_LIFE) for trend in (False, True))
ORIGINS = 4
"""Days inside the fitted ones from which each form forecasts the rest (rolling origin; Tashman 2000)."""
TIE = 0.02
"""A trend must forecast better by this share to be worth having (chosen; simple forms win close races)."""
SHORTEST = 21
"""Days a form needs before it may forecast."""


class Forecast(Struct, frozen=True):
    """The chosen model, with a spread that holds the error of its level too."""

    rhythm: Rhythm
    spread: float
    """Overdispersion of a forecast: that of single days, and the variance of the level over the tries."""
    tries: int


def choose_rhythm(days: Days, horizon: int) -> Forecast:
    """Try every form from several origins; fit the best one to all of *days*."""
    size = len(days.orders)
    reach = max(7, min(horizon, size // 3))
    last = size - reach
    starts = {max(SHORTEST, last - step * reach // 2) for step in range(ORIGINS)}
    origins = sorted(start for start in starts if start <= last)
    best, errors, levels = FORMS[-2], float("inf"), [0.0]
    for form in FORMS if origins else ():
        tried = [_try(days, origin, min(reach, size - origin), form) for origin in origins]
        error = float(np.mean([one[0] for one in tried]))
        if error < errors * (1 - TIE if form[1] else 1.0):
            best, errors, levels = form, error, [one[1] for one in tried]
    rhythm = fit_rhythm(days, *best)
    drift = float(np.mean(np.square(levels)))
    return Forecast(rhythm, rhythm.alpha + drift, len(origins))


def _try(days: Days, origin: int, reach: int, form: tuple[float, bool]) -> tuple[float, float]:
    """Error of one form from one origin (WAPE), and how far off its level was in logarithms."""
    known, ahead = days.part(0, origin), days.part(origin, origin + reach)
    expected = np.where(ahead.shut, 0.0, fit_rhythm(known, *form).ahead(ahead.weekday))
    actual = ahead.orders
    total = max(actual.sum(), 1.0)
    return float(np.abs(expected - actual).sum() / total), float(np.log(max(expected.sum(), 1.0) / total))


def naive(values: Any, horizon: int) -> Any:
    """The same weekday of the last known week, over and over."""
    week = values[-7:]
    return np.array([week[step % 7] for step in range(horizon)])


