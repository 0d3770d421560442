"""Questions to the evidence of one student in one session: how many, how much, what share, and which events say so."""

from __future__ import annotations

import math
import statistics
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from grading.evidence import Evidence
from grading.expression import Expression, NoValueError

AGGREGATES = ("count", "sum", "mean", "median", "share")
Shelf = Mapping[str, Sequence[Evidence]]
"""The evidence that counts for one student in one session, by type, in the order of the run."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What a query found."""

    value: float | int | None
    """None when there was nothing to average."""
    evidence: Sequence[Evidence]
    """The evidence that was counted."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Query:
    """One aggregate over one type of evidence."""

    agg: str
    """One of :data:`AGGREGATES`; ``share`` is the part, 0 to 1, for which *of* is true."""
    event: str
    where: Expression | None = None
    """Only evidence for which this holds; what it cannot decide does not count."""
    of: Expression | None = None
    """The quantity; absent for ``count``, asked for by every other aggregate."""

    def __call__(self, shelf: Shelf) -> Answer:
        """Ask it of *shelf*.

        The count and the sum of nothing are 0; the mean, median and share of nothing are None, and so is the sum of
        quantities none of which is known.
        """
        matching = [e for e in shelf.get(self.event, ()) if self.where is None or self.where.holds(e.data)]
        if self.of is None:
            return Answer(len(matching), matching)
        counted, quantities = [], []
        for evidence in matching:
            try:
                quantities.append(self.of(evidence.data))
            except NoValueError:
                continue
            counted.append(evidence)
        known_or_nothing = quantities or not matching
        return Answer(_aggregate(self.agg, quantities) if known_or_nothing else None, counted)


def _aggregate(agg: str, quantities: Sequence[float]) -> float | int | None:
    if agg == "sum":
        return _exact_sum(quantities)
    if not quantities:
        return None
    if agg == "median":
        return statistics.median(quantities)
    if agg == "share":
        return sum(1 for quantity in quantities if quantity) / len(quantities)
    return _exact_sum(quantities) / len(quantities)


def _exact_sum(quantities: Sequence[float]) -> float | int:
    """Integers stay integers; floats are summed with one rounding, so that order does not matter."""
    whole = all(isinstance(quantity, int) for quantity in quantities)
    return sum(quantities) if whole else math.fsum(quantities)
