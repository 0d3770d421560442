"""Whether a buyer was helped, and how they rate the help: a logistic of few terms, so that a score can be explained.

``logit(satisfied) = 1.2 + issue + 1.2 helped - .9 ln(max(1, first reply / expected)) - .6 escalations
+ 1.2 (tone - .5) - 1.0 wrong``. Coefficients are teaching values chosen by the authors.
"""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from sandbox.kernel.calendar import HOUR
from sandbox.kernel.detmath import det_exp, det_log, logistic
from sandbox.service.kinds import TicketKind
from sandbox.service.policy import Verdict

HELPS: dict[Verdict, float] = {"right": 0.85, "acceptable": 0.45, "wrong": 0.15}
BEYOND_POLICY = 0.95
"""A full refund nobody owed helps nearly always. It costs the order."""
PATIENCE_HOURS = 24
FADES_OVER_HOURS = 72
ISSUE: dict[TicketKind, float] = {"defect": -0.4, "not_as_described": -0.3, "customs": -0.4, "where_is_it": -0.1}
"""Some matters leave a buyer cross however well they are handled."""
GOOD_TONE = 0.8
"""Tone of a right and timely reply, for the expected score."""


class Case(NamedTuple):
    """What a rating depends on."""

    kind: TicketKind
    helped: bool
    first_reply_hours: float
    expected_hours: int
    tone: float
    escalated: bool
    was_wrong: bool


def chance_of_help(verdict: Verdict, is_full_refund: bool, first_reply_seconds: int) -> float:
    """Chance that the matter is settled: by the verdict, less the longer the buyer waited beyond a day."""
    base = BEYOND_POLICY if is_full_refund and verdict != "right" else HELPS[verdict]
    late = max(0.0, first_reply_seconds / HOUR - PATIENCE_HOURS)
    return base * det_exp(-late / FADES_OVER_HOURS)


def chance_satisfied(case: Case) -> float:
    """Chance of four or five stars."""
    delay = det_log(max(1.0, case.first_reply_hours / max(1, case.expected_hours)))
    return logistic(
        1.2 + ISSUE.get(case.kind, 0.0) + 1.2 * case.helped - 0.9 * delay - 0.6 * case.escalated
        + 1.2 * (case.tone - 0.5) - 1.0 * case.was_wrong
    )


def score(chance: float, place: float) -> int:
    """One to five from one uniform *place*: a larger chance never gives a lower score."""
    marks = (0.6 * chance, chance, chance + 0.35 * (1 - chance), chance + 0.65 * (1 - chance))
    return 5 - sum(1 for mark in marks if place >= mark)


def mean_score(chance: float) -> float:
    """The mean of :func:`score` over all places."""
    return 4.6 * chance + 2.0 * (1 - chance)


@cache
def expected_score(kind: TicketKind) -> float:
    """Mean score of a right, timely, well-toned answer to this kind of matter."""
    scores = [
        mean_score(chance_satisfied(Case(kind, helped, 0.0, 1, GOOD_TONE, False, False))) for helped in (False, True)
    ]
    return HELPS["right"] * scores[1] + (1 - HELPS["right"]) * scores[0]
