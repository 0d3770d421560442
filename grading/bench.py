"""From a measured quantity to a score of 0 to 100, by anchors or against two replayed policies."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from grading.errors import ExpressionError
from grading.expression import NoValueError, Value

LEAST_SPAN = 1e-9
"""Baseline and reference nearer than this cannot tell a good decision from a bad one."""


@dataclass(frozen=True, slots=True)
class Anchors:
    """Straight lines through ``(x, score)`` points, flat beyond both ends."""

    points: Sequence[tuple[float, float]]

    def __post_init__(self) -> None:
        """Refuse points that a reader could not follow.

        Raises:
            ExpressionError: ``bad_anchors``: fewer than two, a score outside 0 to 100, x not strictly rising, or
                scores not strictly rising or falling.
        """
        xs, scores = [x for x, _ in self.points], [score for _, score in self.points]
        if len(self.points) < 2:
            raise ExpressionError("bad_anchors", f"expected two or more [x, score] pairs, got {len(self.points)}")
        if not _rises(xs):
            raise ExpressionError("bad_anchors", f"expected x to rise from pair to pair, got {xs}")
        if not _rises(scores) and not _rises(scores[::-1]):
            raise ExpressionError("bad_anchors", f"expected scores that only rise or only fall, got {scores}")
        if min(scores) < 0 or max(scores) > 100:
            raise ExpressionError("bad_anchors", f"expected scores between 0 and 100, got {scores}")

    def score(self, x: float, values: Mapping[str, Value]) -> float:
        """The score of *x*; *values* are not read."""
        first, last = self.points[0], self.points[-1]
        if x <= first[0]:
            return first[1]
        for (x0, y0), (x1, y1) in pairwise(self.points):
            if x <= x1:
                return y0 + (y1 - y0) * (x - x0) / (x1 - x0)
        return last[1]


@dataclass(frozen=True, slots=True)
class Replay:
    """Against the same seat played by two policies: baseline gives 50, reference 85.

    So a student can beat the reference policy, and an idle seat reads as "not yet shown" rather than as failure.
    """

    base: str
    """Name of the let that holds the baseline's quantity."""
    ref: str
    """Name of the let that holds the reference's quantity."""

    def score(self, x: float, values: Mapping[str, Value]) -> float:
        """``50 + 35*(x - base)/(ref - base)``, kept between 0 and 100.

        Raises:
            NoValueError: a quantity is missing, or baseline and reference do not differ.
        """
        base, ref = values.get(self.base), values.get(self.ref)
        if not isinstance(base, int | float) or not isinstance(ref, int | float) or abs(ref - base) < LEAST_SPAN:
            raise NoValueError("baseline and reference do not differ")
        return min(100.0, max(0.0, 50 + 35 * (x - base) / (ref - base)))


Bench = Anchors | Replay


def _rises(numbers: Sequence[float]) -> bool:
    return all(low < high for low, high in pairwise(numbers))
