"""From indicators to a competence: value, doubt, coverage, state and level.

A competence that was not seen is not zero. It says how much of its weight has evidence, in one of four states, and
only from *provisional* on does it carry a level, read off the lower end of an interval: a few good sessions
cannot make an expert.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from grading.estimator import Estimate


class State(StrEnum):
    """How far a value can be relied on."""

    NONE = "none"
    """No session at all."""
    INSUFFICIENT = "insufficient"
    """Some evidence, too little to draw."""
    PROVISIONAL = "provisional"
    """Enough to draw, too little to act on."""
    ESTABLISHED = "established"
    """Enough, as far as the defaults can tell."""

    @property
    def is_drawn(self) -> bool:
        """Whether the value may be drawn as a point and carry a level."""
        return self in (State.PROVISIONAL, State.ESTABLISHED)


@dataclass(frozen=True, slots=True, kw_only=True)
class Threshold:
    """A state holds when the doubt is above *sd_above* points or the coverage below *coverage_below* (0 to 1)."""

    sd_above: float
    coverage_below: float

    def holds(self, sd: float, coverage: float) -> bool:
        """Whether evidence with this doubt and coverage falls into the state."""
        return sd > self.sd_above or coverage < self.coverage_below


@dataclass(frozen=True, slots=True, kw_only=True)
class StateRules:
    """When evidence is insufficient, when provisional; what is neither is established."""

    insufficient: Threshold = Threshold(sd_above=10, coverage_below=0.25)
    provisional: Threshold = Threshold(sd_above=6, coverage_below=0.50)
    sessions_wanted: int = 8
    """Sessions a student is told to aim for; the mean of eight has a reliability of about .8."""

    def state_of(self, estimate: Estimate | None, coverage: float) -> State:
        """The state of a value with *coverage*, the share 0 to 1 of its weight that has evidence."""
        if estimate is None:
            return State.NONE
        if self.insufficient.holds(estimate.sd, coverage):
            return State.INSUFFICIENT
        return State.PROVISIONAL if self.provisional.holds(estimate.sd, coverage) else State.ESTABLISHED


@dataclass(frozen=True, slots=True, kw_only=True)
class LevelScale:
    """Named steps and the score each begins at, awarded on a lower bound."""

    names: Sequence[str]
    """From lowest to highest."""
    min_score: Sequence[float]
    """As many, ascending, the first 0."""
    bound_z: float = 1.2816
    """Standard deviations below the mean at which a level is read: the lower end of the 80 % interval."""

    def level_of(self, estimate: Estimate | None, state: State) -> str | None:
        """The highest step whose minimum lies at or below the lower bound; None where no value is drawn."""
        if estimate is None or not state.is_drawn:
            return None
        low = max(0.0, estimate.mean - self.bound_z * estimate.sd)
        reached = [name for name, least in zip(self.names, self.min_score, strict=True) if least <= low]
        return reached[-1]
