"""Evidence: what grading reads, made from the events of a run by pure functions."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from grading.expression import Value


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
