"""Buyers write when they are awake: time counted by the hours of their day instead of evenly.

``days(second)`` grows by one each local day, fast in the evening and slowly at night; hazards per day run on it.
The clock of the country is taken as it stands on the first market day.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from sandbox.kernel.calendar import DAY, HOUR, Calendar
from sandbox.kernel.money import PPM


class Waking:
    """The waking clock of one country.

    Args:
        calendar: the run's days and hours.
        weights_ppm: share of each of the 24 local hours, together one million, each above zero.
        offset_minutes: what local clocks show ahead of UTC.
    """

    def __init__(self, calendar: Calendar, weights_ppm: Sequence[int], offset_minutes: int) -> None:
        self._weights = tuple(weights_ppm)
        self._before = [sum(self._weights[:hour]) for hour in range(24)]
        self._start = calendar.clock(0, offset_minutes)

    def days(self, second: int) -> float:
        """Waking days from local midnight before second 0 until *second*."""
        whole, clock = divmod(self._start + second, DAY)
        hour, rest = divmod(clock, HOUR)
        return whole + (self._before[hour] + self._weights[hour] * rest / HOUR) / PPM

    def second(self, days: float) -> int:
        """The first second at which :meth:`days` is at least *days*; 0 for a moment before the run."""
        whole = int(days)
        part = (days - whole) * PPM
        hour = bisect_right(self._before, part) - 1
        rest = (part - self._before[hour]) * HOUR / self._weights[hour]
        second = max(0, whole * DAY + hour * HOUR + int(rest) - self._start)
        while self.days(second) < days:
            second += 1
        return second

    def after(self, second: int, days: float) -> int:
        """The second that lies *days* waking days after *second*, at least one second later."""
        return max(second + 1, self.second(self.days(second) + days))
