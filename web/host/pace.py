"""From the wall's seconds to the simulation's: a show second by second, market days fast, all teams alike."""

from __future__ import annotations

from sandbox.kernel.scenario import Scenario

LONGEST_TICK = 1.0
"""A host that slept longer (a closed laptop) does not catch up: the class goes on where it was."""


class Clock:
    """The clock of one class. It only tells how far its runs may go; each run moves by itself.

    Args:
        scenario: decides when the show ends and how long a market day takes.
        now: simulation second at which the class stands.
    """

    def __init__(self, scenario: Scenario, now: int) -> None:
        self.is_running = False
        self.speed = 1
        self._show_ends = scenario.show_ends
        self._last = scenario.play_ends + 1
        self._day_rate = 86_400 / scenario.day_seconds
        self._now = float(now)

    def tick(self, elapsed: float, is_live: bool) -> int:
        """The second up to which runs may go, *elapsed* wall seconds after the last tick.

        Args:
            elapsed: wall seconds.
            is_live: whether any team's show is still to come or on air.
        """
        if self.is_running:
            step = min(elapsed, LONGEST_TICK) * self.speed
            self._now = self._advanced(step, is_live)
        return int(self._now)

    def _advanced(self, step: float, is_live: bool) -> float:
        if is_live and self._now < self._show_ends:
            return min(self._now + step, self._show_ends)
        return min(self._now + step * self._day_rate, self._last)
