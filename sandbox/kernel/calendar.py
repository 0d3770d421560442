"""Which market day and which local hour a second of the run falls on. Second 0 is the scenario's ``market_starts``."""

from __future__ import annotations

from sandbox.kernel.rule_rows import day

DAY = 86_400
HOUR = 3_600


class Calendar:
    """The days and hours of one run.

    Args:
        market_starts: UTC date and time at second 0, ``2025-10-18T23:30Z``.
    """

    def __init__(self, market_starts: str) -> None:
        self._first_day = day(market_starts[:10])
        self._first_second = int(market_starts[11:13]) * HOUR + int(market_starts[14:16]) * 60

    def day(self, second: int) -> int:
        """Ordinal UTC day of *second*, as the dated rules count them."""
        return self._first_day + (self._first_second + second) // DAY

    def clock(self, second: int, offset_minutes: int) -> int:
        """Seconds since midnight where clocks are *offset_minutes* ahead of UTC."""
        return (self._first_second + second + offset_minutes * 60) % DAY

    def until_hour(self, second: int, hour: int, offset_minutes: int) -> int:
        """Seconds from *second* to the next full local *hour*, between 1 and 86,400."""
        return (hour * HOUR - self.clock(second, offset_minutes) - 1) % DAY + 1

    def until_open(self, second: int, opens: int, closes: int, offset_minutes: int) -> int:
        """Seconds to wait until a place open from hour *opens* to hour *closes* works; 0 when it works now."""
        if opens * HOUR <= self.clock(second, offset_minutes) < closes * HOUR:
            return 0
        return self.until_hour(second, opens, offset_minutes)
