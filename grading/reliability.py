"""What a site must measure before it trusts its own numbers: a one-facet generalizability study.

Students by sessions, every student with the same number k of sessions. With mean squares between and within
students::

    between_variance = (MSB - MSW) / k
    reliability(j)   = between_variance / (between_variance + MSW / j)

Source: Shavelson and Webb, Generalizability Theory: A Primer (1991), ch. 2 and 5.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class VarianceComponents:
    """Where the spread of scores comes from, in squared points."""

    mean_square_between: float
    mean_square_within: float
    between_variance: float
    """Of students' true scores; never below zero."""

    def reliability(self, sessions: int) -> float:
        """Share 0 to 1 of the variance of a mean of *sessions* that is the students' own."""
        error = self.mean_square_within / sessions
        total = self.between_variance + error
        return self.between_variance / total if total else 0.0


def variance_components(scores: Sequence[Sequence[float]]) -> VarianceComponents:
    """Split the spread of *scores*, one row of equal length per student.

    Raises:
        ValueError: fewer than two students or sessions, or rows of different length.
    """
    sessions = len(scores[0]) if scores else 0
    if len(scores) < 2 or sessions < 2 or any(len(row) != sessions for row in scores):
        shape = [len(row) for row in scores]
        raise ValueError(f"expected two or more students with the same two or more sessions, got rows of {shape}")
    means = [math.fsum(row) / sessions for row in scores]
    grand = math.fsum(means) / len(means)
    between = sessions * math.fsum((mean - grand) ** 2 for mean in means) / (len(scores) - 1)
    squares = [(y - mean) ** 2 for row, mean in zip(scores, means, strict=True) for y in row]
    within = math.fsum(squares) / (len(scores) * (sessions - 1))
    return VarianceComponents(between, within, max(0.0, (between - within) / sessions))
