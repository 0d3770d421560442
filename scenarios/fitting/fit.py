"""An order file in, everything it says out: the fit, the test on held-out days, and what the data cannot say."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

import numpy as np
from msgspec import Struct

from sandbox.kernel.errors import ScenarioError
from sandbox.kernel.rulebook import RuleBook
from scenarios.fitting.calendar_move import FIRST
from scenarios.fitting.catalogue import Catalogue, catalogue_of
from scenarios.fitting.daily import days_of, split_lines
from scenarios.fitting.dates import DayOrder
from scenarios.fitting.forecast import Forecast, choose_rhythm
from scenarios.fitting.habits import Habits, habits_of
from scenarios.fitting.holdout import HeldOut, compare_forecast
from scenarios.fitting.lines import Lines, read_lines
from scenarios.fitting.places import OTHER
from scenarios.fitting.prices import price_spread
from scenarios.fitting.reading import Progress, read_table
from scenarios.fitting.sufficiency import Verdict, judge, refuse_if_poor
from scenarios.rules.tables import load_rules

HOLDOUT = (0.1, 0.5)


class Request(Struct, frozen=True, kw_only=True):
    """What the author says about the file; empty where the file shall say it."""

    path: Path
    holdout: float = 0.3
    columns: Mapping[str, str] = {}
    encoding: str = ""
    dates: DayOrder = ""
    currency: str = ""
    country: str = ""


class Fit(Struct, frozen=True):
    """Everything measured in an order file."""

    lines: Lines
    verdicts: tuple[Verdict, ...]
    first_day: int
    """Ordinal of the first day; fitted are the days up to ``held_from``, less one."""
    held_from: int
    last_day: int
    closed_days: int
    rows: Any
    """The fitted rows."""
    forecast: Forecast
    held: HeldOut
    catalogue: Catalogue
    habits: Habits
    prices: dict[str, float]
    currency: str
    currency_guessed: bool

    @property
    def orders_per_day(self) -> float:
        """Expected orders on a mean day of the week, at the end of the fitted days."""
        return float(self.forecast.rhythm.ahead(np.arange(7)).sum() / 7)


def fit_orders(request: Request, progress: Progress | None = None) -> Fit:
    """Read and fit.

    Args:
        request: the file and what its author says about it.
        progress: told how far the reading is.

    Raises:
        ScenarioError: the file cannot be read, or the data cannot say what no table can stand in for.
    """
    if not HOLDOUT[0] <= request.holdout <= HOLDOUT[1]:
        raise ScenarioError(f"holdout: expected a share from {HOLDOUT[0]} to {HOLDOUT[1]}, got {request.holdout}")
    rules = load_rules(FIRST)
    raw = read_table(request.path, override=request.columns, encoding=request.encoding, progress=progress)
    name = request.path.name
    lines = read_lines(raw, rules, dates=request.dates, currency=request.currency, country=request.country, file=name)
    verdicts = judge(lines)
    refuse_if_poor(verdicts, name)
    days = days_of(lines)
    kept = len(days.orders) - round(len(days.orders) * request.holdout)
    known, held = days.part(0, kept), days.part(kept, len(days.orders))
    before, after = split_lines(lines, days.first + kept)
    forecast = choose_rhythm(known, len(held.orders))
    habits = habits_of(lines, before)
    currency = lines.currency or _home_currency(habits, rules)
    last = days.first + len(days.orders) - 1
    catalogue = catalogue_of(lines, before, forecast.rhythm.half_life)
    return Fit(
        lines, verdicts, days.first, days.first + kept, last, int(known.shut.sum()), before, forecast,
        compare_forecast(forecast, known, held, before, after), catalogue, habits, price_spread(before),
        currency, not lines.currency,
    )


def _home_currency(habits: Habits, rules: RuleBook) -> str:
    """The currency of the country with most orders, for files that name none."""
    biggest = next((code for code in habits.countries if code != OTHER), "")
    return rules.country(biggest).currency if biggest else "USD"


def day_text(ordinal: int) -> str:
    """2011-04-27."""
    return date.fromordinal(ordinal).isoformat()
