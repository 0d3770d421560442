"""The radar, honestly: what to draw, and what its area is worth.

A vertex stands at the value; an inner and an outer polygon stand at the ends of its interval. An axis without enough
evidence is drawn open, without a vertex and never at zero, and says how many sessions it has. The area of a radar
depends on the order of its axes, so it serves one student's own growth and is never used to compare people.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from grading.competence import State
from grading.framework import Framework
from grading.indicator import Words
from grading.phrases import in_both
from grading.results import CompetenceGrade, StudentGrade


@dataclass(frozen=True, slots=True, kw_only=True)
class Axis:
    """One axis, ready to be drawn."""

    code: str
    title: Words
    state: State
    level: str | None
    value: float | None
    """0 to 100; None when the axis is open."""
    low: float | None
    """Vertex of the inner polygon."""
    high: float | None
    """Vertex of the outer polygon."""
    coverage: float
    """Share 0 to 1 of the weight that has evidence."""
    note: Words
    """What to write at the axis: the state, and for an open one how many sessions it has."""

    @property
    def is_open(self) -> bool:
        """Whether to draw the axis dashed, without a vertex."""
        return self.value is None


@dataclass(frozen=True, slots=True, kw_only=True)
class Radar:
    """One student's radar."""

    subject: str
    axes: tuple[Axis, ...]
    warning: Words
    """What stands under every radar until a site has validated its framework; empty texts once it has."""


def radar_of(student: StudentGrade, framework: Framework) -> Radar:
    """The radar of *student*, axes in the framework's order."""
    axes = tuple(_axis(grade, framework) for grade in student.competences)
    return Radar(subject=student.subject, axes=axes, warning=warning_of(framework))


def warning_of(framework: Framework) -> Words:
    """The sentence every report carries while a framework is not validated."""
    return {"en": "", "zh": ""} if framework.status == "validated" else in_both(f"warning.{framework.status}")


def _axis(grade: CompetenceGrade, framework: Framework) -> Axis:
    standing = grade.standing
    drawn = standing.estimate if standing.state.is_drawn else None
    low, high = drawn.interval(framework.estimator.interval_z) if drawn else (None, None)
    wanted = framework.states.sessions_wanted
    note = in_both(f"axis.{standing.state}", sessions=grade.sessions, wanted=wanted)
    return Axis(
        code=grade.code,
        title=framework.competences[grade.code].title,
        state=standing.state,
        level=standing.level,
        value=min(100.0, max(0.0, drawn.mean)) if drawn else None,
        low=low,
        high=high,
        coverage=standing.coverage,
        note=note,
    )


def area(ratios: Sequence[float]) -> float:
    """Area of the polygon of *ratios* (0 to 1) on a radar of radius 1: ``1/2 * sin(2*pi/n) * sum r_k*r_(k+1)``."""
    return 0.5 * math.sin(2 * math.pi / len(ratios)) * _neighbours(ratios)


def area_share(ratios: Sequence[float]) -> float:
    """Share of the full polygon that *ratios* cover: ``1/n * sum r_k*r_(k+1)``."""
    return _neighbours(ratios) / len(ratios)


def area_share_of_all_orders(ratios: Sequence[float]) -> float:
    """The share averaged over every order of the axes: ``((sum r)**2 - sum r**2) / (n*(n-1))``."""
    n = len(ratios)
    return (math.fsum(ratios) ** 2 - math.fsum(r * r for r in ratios)) / (n * (n - 1))


def area_share_sd(ratios: Sequence[float], sds: Sequence[float]) -> float:
    """Standard deviation of :func:`area_share` for independent errors *sds* of the ratios, to first order."""
    n = len(ratios)
    slopes = [(ratios[k - 1] + ratios[(k + 1) % n]) / n for k in range(n)]
    return math.sqrt(math.fsum((slope * sd) ** 2 for slope, sd in zip(slopes, sds, strict=True)))


def _neighbours(ratios: Sequence[float]) -> float:
    return math.fsum(r * ratios[(k + 1) % len(ratios)] for k, r in enumerate(ratios))
