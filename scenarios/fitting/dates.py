"""Dates as exports write them. Where 03/04/2024 can be March or April, the file is refused with both readings."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Literal

import numpy as np
import pandas as pd

from sandbox.kernel.errors import ScenarioError

DayOrder = Literal["", "ymd", "dmy", "mdy"]
_YEAR_FIRST = r"^\D{0,2}(?P<y>\d{4})\s*[-/.年]\s*(?P<m>\d{1,2})\s*[-/.月]\s*(?P<d>\d{1,2})(?!\d)"
_YEAR_LAST = r"^\D{0,2}(?P<a>\d{1,2})[-/. ](?P<b>\d{1,2})[-/. ](?P<y>\d{4}|\d{2})(?!\d)"
_DAY_NAMED = r"^(?P<d>\d{1,2})(?:st|nd|rd|th|\.)?[- ]+(?P<n>[A-Za-z]{3})[a-z]*\.?[-, ]+(?P<y>\d{4})"
_NAMED_DAY = r"^(?P<n>[A-Za-z]{3})[a-z]*\.?[- ]+(?P<d>\d{1,2})(?:st|nd|rd|th)?,?[- ]+(?P<y>\d{4})"
_COMPACT = r"^(?P<y>20\d{2})(?P<m>\d{2})(?P<d>\d{2})(?:$|[ T]|\d{6}$)"
_CLOCK = r"(?P<h>\d{1,2}):(?P<min>\d{2})(?::\d{2})?(?:\.\d+)?\s*(?P<half>[AaPp]\.?[Mm]|)"
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")


def read_dates(texts: Sequence[str], order: DayOrder = "", file: str = "file") -> Any:
    """Read the different texts of one column, all in one order of day and month.

    Args:
        texts: the different texts.
        order: the author's word for dates that end in the year: ``dmy`` or ``mdy``; found out if empty.
        file: name for errors.

    Returns:
        numpy ``datetime64[s]``, wall-clock as written; NaT where a text is no date.

    Raises:
        ScenarioError: day and month cannot be told apart, or dates of both orders stand in one column.
    """
    column = pd.Series(list(texts), dtype=str).str.strip()
    parts = _named(column)
    late = column.str.extract(_YEAR_LAST)
    open_rows = parts["y"].isna() & late["y"].notna()
    if open_rows.any():
        rows = late[open_rows].astype({"a": int, "b": int})
        chosen = order if order in ("dmy", "mdy") else _day_order(rows, column, file)
        day, month = ("a", "b") if chosen == "dmy" else ("b", "a")
        parts.loc[open_rows, "d"] = rows[day]
        parts.loc[open_rows, "m"] = rows[month]
        years = rows["y"].astype(int)
        parts.loc[open_rows, "y"] = years.where(years >= 100, years + 2000)
    days = pd.to_datetime(
        pd.DataFrame({"year": parts["y"], "month": parts["m"], "day": parts["d"]}).astype(float), errors="coerce"
    )
    return (days + _clock(column)).to_numpy().astype("datetime64[s]")


def _named(column: Any) -> Any:
    """Year, month and day of every text that leaves no doubt; floats, NaN elsewhere."""
    parts = pd.DataFrame({"y": np.nan, "m": np.nan, "d": np.nan}, index=column.index)
    for pattern in (_YEAR_FIRST, _COMPACT, _DAY_NAMED, _NAMED_DAY):
        found = column.str.extract(pattern)
        rows = parts["y"].isna() & found["y"].notna()
        if "n" in found:
            found["m"] = found["n"].str.lower().map({name: i + 1 for i, name in enumerate(_MONTHS)})
        for part in ("y", "m", "d"):
            parts.loc[rows, part] = found.loc[rows, part].astype(float)
    return parts


def _day_order(rows: Any, column: Any, file: str) -> str:
    first_is_day, second_is_day = bool((rows["a"] > 12).any()), bool((rows["b"] > 12).any())
    if first_is_day != second_is_day:
        return "dmy" if first_is_day else "mdy"
    if first_is_day:
        dmy, mdy = column[rows.index[rows["a"] > 12][0]], column[rows.index[rows["b"] > 12][0]]
        raise ScenarioError(
            f"{file}: dates: expected one order of day and month, got {dmy!r} (day first) and {mdy!r} (month first). "
            "Say which one holds: --dates dmy or --dates mdy; the others are counted as unreadable"
        )
    differ = rows[rows["a"] != rows["b"]]
    shown = (differ if len(differ) else rows).iloc[0]
    text = column[shown.name]
    year = int(shown["y"]) + (2000 if int(shown["y"]) < 100 else 0)
    raise ScenarioError(
        f"{file}: dates: expected dates that can be read one way, got {text!r}, which may be "
        f"{year}-{int(shown['b']):02d}-{int(shown['a']):02d} (--dates dmy) or "
        f"{year}-{int(shown['a']):02d}-{int(shown['b']):02d} (--dates mdy); no date in the file decides"
    )


def _clock(column: Any) -> Any:
    """Time of day of each text as a timedelta; nothing where none is written."""
    found = column.str.extract(_CLOCK)
    hours = found["h"].astype(float)
    half = found["half"].fillna("").str.lower().str.replace(".", "", regex=False)
    afternoon = (half == "pm") | column.str.contains("下午|晚上", regex=True)
    morning = (half == "am") | column.str.contains("上午|凌晨", regex=True)
    hours = hours.where(~(afternoon & (hours < 12)), hours + 12).where(~(morning & (hours == 12)), 0)
    minutes = found["min"].astype(float)
    return pd.to_timedelta((hours * 60 + minutes).fillna(0), unit="min")


def has_clock(texts: Sequence[str]) -> bool:
    """Whether at least half of the texts carry a time of day."""
    column = pd.Series(list(texts), dtype=str)
    return bool(column.str.contains(r"\d{1,2}:\d{2}", regex=True).mean() >= 0.5) if len(column) else False
