"""From the wall's seconds to the simulation's: a show second by second, market days fast, all teams alike."""

from __future__ import annotations

from collections.abc import Iterable

from sandbox.kernel.scenario import Scenario

LONGEST_TICK = 1.0
"""A host that slept longer (a closed laptop) does not catch up: the class goes on where it was."""

Window = tuple[int, int]
"""(from, until): seconds of the run that a class sees one by one."""


class Clock:
    """The clock of one class. It only tells how far its runs may go; each run moves by itself.

    Args:
        scenario: decides how long a market day takes.
        now: simulation second at which the class stands.
    """

    def __init__(self, scenario: Scenario, now: int) -> None:
        self.is_running = False
        self.speed = 1
        self._last = scenario.play_ends + 1
        self._day_rate = 86_400 / scenario.day_seconds
        self._now = float(now)

    def tick(self, elapsed: float, windows: Iterable[Window]) -> int:
        """The second up to which runs may go, *elapsed* wall seconds after the last tick.

        Args:
            elapsed: wall seconds.
            windows: of every team's shows that are to come or on air; a clock never jumps into one.
        """
        if self.is_running:
            step = min(elapsed, LONGEST_TICK) * self.speed
            self._now = self._advanced(step, sorted(windows))
        return int(self._now)

    def _advanced(self, step: float, windows: list[Window]) -> float:
        for begins, ends in windows:
            if begins <= self._now < ends:
                return min(self._now + step, ends)
            if self._now < begins:
                return min(self._now + step * self._day_rate, begins)
        return min(self._now + step * self._day_rate, self._last)
