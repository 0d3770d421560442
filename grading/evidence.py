"""Evidence: what grading reads, made from the events of a run by pure functions."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field

from grading.expression import Value
from grading.run_events import RunEvents


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """One thing a person did, or that happened in a seat."""

    type: str
    """A type of the framework's vocabulary, such as ``chat.answered``."""
    at: int
    """Second of the run whose seat holder answers for it: an over-promised return counts for whoever sold."""
    seqs: tuple[int, ...]
    """Events of the run that say so."""
    data: Mapping[str, Value] = field(default_factory=dict)
    subject: str = ""
    """Whose act it was; empty when nobody's."""
    seat: str = ""
    """The one seat it concerns; empty when it concerns the whole team."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Projection:
    """How one type of evidence comes from the events of a run."""

    type: str
    reads: tuple[str, ...]
    """Types of events it reads."""
    fields: tuple[str, ...]
    """Fields of the evidence it makes."""
    make: Callable[[RunEvents], Iterable[Evidence]]


def ratio(ppm: int) -> float:
    """Parts per million as a plain number."""
    return ppm / 1_000_000
