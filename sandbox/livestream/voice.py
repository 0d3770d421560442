"""The anchor's voice: who speaks last, how well, how excited; and what happens when nobody speaks."""

from __future__ import annotations

from typing import Any

from sandbox.kernel.messages import Actor
from sandbox.livestream.pitch import AUTOPILOT_QUALITY, Delivery, Pitch, talk_quality
from sandbox.livestream.stage import Stage, refuse

SILENCE_SECONDS = 90
"""After so long without a word the rundown runs itself."""
CALM_PPM = 450_000
SWING_PPM, SWING_SECONDS = 300_000, 60
TIRED_AFTER, TIRES_PPM = 7200, 50_000


class Voice:
    """What is heard in one room."""

    def __init__(self, stage: Stage) -> None:
        self._stage = stage
        self.delivery = Delivery()
        self.intensity_ppm = CALM_PPM
        self._spoke_at: int | None = None
        self._policy_quality: int | None = None
        self._swings: list[int] = []
        self.absent_until = 0
        self._rested_at = stage.show.starts_at
        self.guest_quality = 0
        """Talk quality of a guest in the room, ppm; 0 without one."""

    @property
    def is_absent(self) -> bool:
        """Whether the host is missing."""
        return self._stage.now < self.absent_until

    @property
    def is_automatic(self) -> bool:
        """Whether nobody has spoken for so long that the rundown runs itself."""
        return self._spoke_at is None or self._stage.now - self._spoke_at >= SILENCE_SECONDS

    def require_present(self) -> None:
        """Refuse with ``host_absent`` while the host is missing."""
        if self.is_absent:
            refuse("host_absent", f"expected a host in the room, got none until {self.absent_until}",
                   until=self.absent_until)

    def speak(self, actor: Actor, language: str = "", words: int = 0) -> None:
        """Somebody says something."""
        self._spoke_at = self._stage.now
        self.delivery.beat(self._stage.now, language, words)
        if not actor.is_bot:
            self._policy_quality = None

    def set_policy_quality(self, quality_ppm: int) -> None:
        """A policy says how well it talks, from here on."""
        self._policy_quality = quality_ppm

    def excite(self, intensity_ppm: int) -> None:
        """Change the excitement; a large step is a swing."""
        if abs(intensity_ppm - self.intensity_ppm) > SWING_PPM:
            self._swings.append(self._stage.now)
        self.intensity_ppm = intensity_ppm

    def swings(self) -> int:
        """Swings of the last minute."""
        if self._swings:
            self._swings = [at for at in self._swings if at > self._stage.now - SWING_SECONDS]
        return len(self._swings)

    def rest(self, now: int) -> None:
        """A rested voice goes on."""
        self._rested_at = now

    def _fatigue(self) -> int:
        """What hours without a rest take from the talk, ppm: 5 points an hour after the second. Chosen."""
        return max(0, self._stage.now - self._rested_at - TIRED_AFTER) * TIRES_PPM // 3600

    def quality(self, pitch: Pitch | None, answers: int) -> int:
        """Talk quality in force, ppm.

        Args:
            pitch: the one on air; between pitches a person's quality is that of the autopilot.
            answers: right answers of the last two minutes.
        """
        if self.is_absent:
            return 0
        if self.is_automatic or (pitch is None and self._policy_quality is None):
            return AUTOPILOT_QUALITY
        return max(0, max(self._awake(pitch, answers), self.guest_quality) - self._fatigue())

    def _awake(self, pitch: Pitch | None, answers: int) -> int:
        if self._policy_quality is not None:
            return self._policy_quality
        assert pitch is not None
        in_phase = self._stage.now - self._stage.phase_at
        return talk_quality(
            pitch, self.delivery, self._stage.now, in_phase, self._stage.audience.countries, answers
        )

    def state(self) -> list[Any]:
        """What decides the future, as plain data."""
        return [self.delivery, self.intensity_ppm, self._spoke_at, self._policy_quality, self._swings,
                self.absent_until, self._rested_at, self.guest_quality]
