"""Forbidden claims: what the platform catches, the points it costs, and what points do."""

from __future__ import annotations

from typing import Any

from msgspec import Struct

from sandbox.kernel.messages import Actor
from sandbox.kernel.money import PPM
from sandbox.livestream.commands import CorrectClaim
from sandbox.livestream.events import ClaimCorrected, TrafficPenalised, ViolationDetected
from sandbox.livestream.stage import Stage, refuse

POINTS = {"absolute": 2, "origin": 4, "false_discount": 4, "false_scarcity": 2, "off_platform": 4, "medical": 8,
          "undisclosed_ad": 2}
DETECTED = {"absolute": 0.5, "medical": 0.5}
"""Chance that a claim is caught; .35 for the other classes."""
NOTICE_SECONDS = 120
CORRECT_SECONDS = 60
PENALTY_FACTOR, PENALTY_SECONDS = 300_000, 1800
PENALTY_POINTS, CLOSING_POINTS = 4, 12


class Claim(Struct):
    """A forbidden claim that was made."""

    tag: str
    at: int
    points: int
    caught_at: int
    """0 if nobody notices."""
    detected: bool = False
    corrected: bool = False


class Compliance:
    """The platform's rules in one room."""

    def __init__(self, stage: Stage) -> None:
        self._stage = stage
        self._detection = stage.stream("out.room.detection")
        self.claims: list[Claim] = []
        self.total = 0
        """Points of this show."""
        self.penalty_until = 0
        """Last second of the running penalty, 0 for never."""

    def claim(self, tag: str) -> None:
        """Somebody made a forbidden claim: it may be noticed within two minutes."""
        ordinal, caught_at = len(self.claims), 0
        if self._detection.happens(DETECTED.get(tag, 0.35), self._stage.room, 2 * ordinal):
            delay = self._detection.below(NOTICE_SECONDS - 5, self._stage.room, 2 * ordinal + 1)
            caught_at = self._stage.now + 5 + delay
        self.claims.append(Claim(tag, self._stage.now, POINTS[tag], caught_at))

    def correct(self, command: CorrectClaim, actor: Actor) -> None:
        """Take back the latest claim: its points are halved, also when they already count.

        Raises:
            IllegalCommandError: ``not_live``, or ``nothing_to_correct`` (no claim of the last minute).
        """
        self._stage.require_live()
        since = self._stage.now - CORRECT_SECONDS
        claim = next((claim for claim in reversed(self.claims) if claim.at >= since and not claim.corrected), None)
        if claim is None:
            refuse("nothing_to_correct", f"expected a claim of the last {CORRECT_SECONDS} seconds, got none",
                   limit=CORRECT_SECONDS)
        claim.corrected = True
        halved = claim.points // 2
        claim.points -= halved
        if claim.detected:
            self.total -= halved
        self._stage.emit(ClaimCorrected(tag=claim.tag))

    def detect(self) -> bool:
        """Report what is noticed now; True when the platform closes the room for it."""
        for claim in self.claims:
            if claim.caught_at and not claim.detected and claim.caught_at <= self._stage.now:
                self._report(claim)
        return self.total >= CLOSING_POINTS

    def _report(self, claim: Claim) -> None:
        claim.detected = True
        self.total += claim.points
        self._stage.emit(ViolationDetected(tag=claim.tag, points=claim.points, total=self.total))
        if self.total >= PENALTY_POINTS:
            self.penalty_until = self._stage.now + PENALTY_SECONDS
            self._stage.emit(TrafficPenalised(factor_ppm=PENALTY_FACTOR, until=self.penalty_until))

    def shows_factor(self) -> float:
        """What a penalty does to the shows of the tick in hand."""
        return PENALTY_FACTOR / PPM if self._stage.now <= self.penalty_until else 1.0

    def penalise(self, until: int) -> None:
        """Show the room less until that second, whatever the points."""
        self.penalty_until = until

    def state(self) -> list[Any]:
        """What decides the future, as plain data."""
        return [self.claims, self.total, self.penalty_until]
