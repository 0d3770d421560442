"""One indicator: a rule that turns evidence into an observation, or says why there is none."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Literal

from grading.bench import Bench
from grading.expression import Expression, NoValueError, Value
from grading.query import Answer, Query, Shelf

Words = Mapping[str, str]
"""A text by language: ``en`` and ``zh``."""


class Part(StrEnum):
    """What about the work an indicator looks at."""

    PROCESS = "process"
    OUTCOME = "outcome"
    CONDUCT = "conduct"


class Gap(StrEnum):
    """Why a session gave no observation; none of them is a zero."""

    OTHER_SEAT = "other_seat"
    """The student did not hold the indicator's seat."""
    IDLE = "idle"
    """The student held the seat and did nothing in it: what came out of it is nobody's merit."""
    NOT_RECORDED = "not_recorded"
    """The simulator does not yet produce what the indicator reads."""
    TOO_FEW = "too_few"
    """Fewer opportunities than the guard asks for."""
    UNDEFINED = "undefined"
    """The formula has no value: nothing to average, or a division by zero."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Measurement:
    """What one session says about one indicator."""

    x: float
    """The measured quantity, in the formula's own unit."""
    n: float
    """Opportunities, after the cap."""
    y: float
    """Score, 0 to 100."""
    answers: Mapping[str, Answer]
    """What each named query found, with its evidence."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Missing:
    """No observation, and why."""

    gap: Gap
    answers: Mapping[str, Answer]


@dataclass(frozen=True, slots=True, kw_only=True)
class Indicator:
    """A rule of a framework. See data/frameworks/README.md for the fields as an author writes them."""

    id: str
    c: str
    """Competence it counts for."""
    role: str
    """Seat whose work it looks at."""
    w: float
    """Weight inside the competence, relative to the other indicators."""
    by: Literal["actor", "role"]
    """``actor`` counts what the student did; ``role`` what happened in the seat while the student held it."""
    part: Part
    cn_work_type: str | None
    """Work type of the Chinese national standard for Internet marketers, 4-01-02-07 (2021)."""
    title: Words
    let: Mapping[str, Query]
    value: Expression
    n: Expression
    guard: Expression
    bench: Bench

    @property
    def events(self) -> tuple[str, ...]:
        """Types of evidence it reads, each once."""
        return tuple(dict.fromkeys(query.event for query in self.let.values()))

    def measure(self, shelf: Shelf, n_cap: float) -> Measurement | Missing:
        """Ask the queries of *shelf* and reckon the score; at most *n_cap* opportunities count."""
        answers = {name: query(shelf) for name, query in self.let.items()}
        values: dict[str, Value] = {name: answer.value for name, answer in answers.items()}
        if not self.guard.holds(values):
            return Missing(gap=Gap.TOO_FEW, answers=answers)
        try:
            x, n = float(self.value(values)), min(float(self.n(values)), n_cap)
            y = self.bench.score(x, values)
        except NoValueError:
            return Missing(gap=Gap.UNDEFINED, answers=answers)
        if n <= 0:
            return Missing(gap=Gap.TOO_FEW, answers=answers)
        return Measurement(x=x, n=n, y=y, answers=answers)
