"""What grading says: values with their doubt, their coverage, and the way back to the events."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from grading.citation import Citation
from grading.competence import State
from grading.estimator import Estimate
from grading.framework import Framework
from grading.indicator import Gap, Indicator


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionInfo:
    """One graded run."""

    run: str
    """Random id of the run."""
    scenario: str
    """``id@version``."""
    engine: str
    log_digest: str
    """Hash of the log's last entry, or of its events; empty when the caller gave none."""
    week: float
    """Teaching week it was played in."""
    team: str = ""
    """Whose part of the run; empty where one team plays alone."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Observation:
    """One indicator of one student in one session."""

    run: str
    week: float
    x: float
    """The measured quantity, in the formula's own unit."""
    n: float
    """Opportunities, after the cap."""
    y: float
    """Score, 0 to 100."""
    lets: Mapping[str, float | int | None]
    """What each named question of the formula found."""
    citations: Mapping[str, Citation]
    """The events each of them counted."""


@dataclass(frozen=True, slots=True, kw_only=True)
class IndicatorGrade:
    """One indicator of one student over all sessions."""

    indicator: Indicator
    estimate: Estimate | None
    observations: tuple[Observation, ...]
    gaps: Mapping[str, Gap]
    """Why a session gave no observation, by run."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """A value, how sure it is, and what it may be called."""

    estimate: Estimate | None
    coverage: float
    """Share 0 to 1 of the weight that has evidence."""
    state: State
    level: str | None
    """Step of the framework's scale; None where no value is drawn."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CompetenceGrade:
    """One axis of one student."""

    code: str
    standing: Standing
    sessions: int
    """Sessions that gave at least one observation."""
    indicators: tuple[IndicatorGrade, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class StudentGrade:
    """All axes of one student."""

    subject: str
    """Random subject id; names live elsewhere."""
    seats: tuple[str, ...]
    """Seats held in any session, in the order of the framework's roles."""
    competences: tuple[CompetenceGrade, ...]
    """In the order of the radar."""
    overall: Standing
    """Over the axes that are drawn, by their weights; its coverage is the weight of those."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Grade:
    """The grading of one or more sessions."""

    framework: Framework
    as_of_week: float
    """Teaching week the estimates are for."""
    sessions: tuple[SessionInfo, ...]
    students: tuple[StudentGrade, ...]
    """In the order of subject ids."""
