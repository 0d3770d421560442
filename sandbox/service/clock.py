"""When a waiting buyer asks where the parcel is: one exponential threshold per order, bent by what the desk does.

The hazard is small in the second half of the promised time and large after it. A notice or a promise to keep buyers
informed slows it; the threshold was drawn once and only its unused rest is stretched, so nobody is drawn again.
"""

from __future__ import annotations

from dataclasses import dataclass

from sandbox.kernel.calendar import DAY
from sandbox.service.waking import Waking

BEFORE = 0.010
"""Hazard a day from half of the promised time until its end."""
AFTER = 0.14
"""Hazard a day from then on."""
GIVES_UP = 12 * DAY
"""So long after the promised day the buyer stops asking."""


@dataclass(slots=True)
class WaitClock:
    """The threshold clock of one order."""

    placed_at: int
    promise_days: int
    target: float
    """Accumulated hazard, before any bending, at which the buyer writes."""
    version: int = 0
    """Grows with every change, so that an earlier wake-up knows it is out of date."""
    stopped: bool = False

    def hazard(self, second: int, waking: Waking) -> float:
        """Hazard accumulated until *second* if nobody had bent it."""
        half, promise, end = self._marks()
        early = waking.days(min(max(second, half), promise)) - waking.days(half)
        late = waking.days(min(max(second, promise), end)) - waking.days(promise)
        return BEFORE * early + AFTER * late

    def most_before_promise(self) -> float:
        """Hazard that cannot be reached before the promised day, wherever the hours of the day fall."""
        return BEFORE * (self.promise_days / 2 + 1)

    def bend(self, factor: float, second: int, waking: Waking) -> None:
        """From *second* on the hazard is *factor* times what it was."""
        used = min(self.hazard(second, waking), self.target)
        self.target = used + (self.target - used) / factor
        self.version += 1

    def stop(self) -> None:
        """The buyer has no reason to ask any more."""
        self.stopped = True
        self.version += 1

    def fires_at(self, waking: Waking) -> int | None:
        """The second at which the buyer writes, or None if never."""
        half, promise, end = self._marks()
        if self.stopped or self.hazard(end, waking) < self.target:
            return None
        early = self.hazard(promise, waking)
        if early >= self.target:
            return waking.after(half, self.target / BEFORE)
        return waking.after(promise, (self.target - early) / AFTER)

    def _marks(self) -> tuple[int, int, int]:
        promise = self.placed_at + self.promise_days * DAY
        return self.placed_at + self.promise_days * DAY // 2, promise, promise + GIVES_UP
