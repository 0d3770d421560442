"""One pitch, and how well a person talks in it.

A person's talk quality is measured from what they do, never typed in::

    .35 coverage + .25 accuracy + .15 pace + .15 language + .10 address

* coverage: of the true points on the anchor's card that are due, the part that was said. A point is due when the
  pitch has reached its phase; those of the phase in hand fall due evenly over its planned seconds. One point of grace
  is added on both sides, so that a pitch does not start at zero.
* accuracy: 1 less twice the share of false points and forbidden claims among all that was claimed in this pitch; one
  half while nothing was claimed.
* pace: beats (phases, points, sentences) of the last minute; 3 to 12 are good, 0 and 24 are worth nothing.
* language: how much of the audience follows the language of the beats of the last two minutes.
* address: right answers, greetings and answered questions of the last two minutes; three are enough.
"""

from __future__ import annotations

from typing import Any

from msgspec import Struct, field

from sandbox.kernel.messages import Country
from sandbox.kernel.money import PPM
from sandbox.kernel.scenario import PitchPhase, Product
from sandbox.livestream.languages import reach

AUTOPILOT_QUALITY = 350_000
WEIGHTS = {"coverage": 350, "accuracy": 250, "pace": 150, "language": 150, "address": 100}
"""In thousandths."""
GOOD_PACE = (3, 12)
PACE_SECONDS, MEMORY_SECONDS = 60, 120
ENOUGH_ANSWERS = 3
WORDS_PER_BEAT = 25


class Pitch(Struct):
    """One product on screen, from pin to unpin."""

    sku: str
    at: int
    plan: tuple[PitchPhase, ...]
    true_points: dict[str, str]
    """Points of the card that are true, with their phase."""
    phases: list[str] = field(default_factory=list)
    """Phases reached, in order."""
    said: list[str] = field(default_factory=list)
    """Different points said."""
    false_claims: int = 0
    scarcity_claims: int = 0
    ticks: int = 0
    quality_sum: int = 0
    clicks: int = 0
    orders: int = 0
    plain_ppm: int = 0

    @property
    def planned_seconds(self) -> int:
        """How long the rundown means it to last."""
        return sum(step.seconds for step in self.plan)

    @property
    def points_made(self) -> int:
        """True points of the card that were said."""
        return sum(point in self.true_points for point in self.said)

    @property
    def mean_quality(self) -> int:
        """Talk quality over its ticks, ppm."""
        return self.quality_sum // max(1, self.ticks)

    def seconds_of(self, phase: str) -> int:
        """Planned length of a phase, half a minute if it is not in the plan."""
        return next((step.seconds for step in self.plan if step.phase == phase), 30)


class Beat(Struct):
    """Something the anchor said."""

    at: int
    weight: int
    """Beats it counts for."""
    language: str
    """Empty if it has none."""


class Delivery(Struct):
    """What the anchor did lately, across pitches."""

    beats: list[Beat] = field(default_factory=list)
    addresses: list[int] = field(default_factory=list)
    """Seconds at which somebody was greeted or a question was taken up."""

    def beat(self, now: int, language: str = "", words: int = 0) -> None:
        """Count a beat; long sentences count for more than one."""
        self.beats = [beat for beat in self.beats if beat.at > now - MEMORY_SECONDS]
        self.beats.append(Beat(now, 1 + words // WORDS_PER_BEAT, language))

    def address(self, now: int) -> None:
        """Count a greeting or a question taken up."""
        self.addresses = [at for at in self.addresses if at > now - MEMORY_SECONDS]
        self.addresses.append(now)


def true_points(product: Product, card: tuple[str, ...]) -> dict[str, str]:
    """Points of *card* that the product keeps, with their phase."""
    return {point.id: point.phase for point in product.points if point.is_true and point.id in card}


def coverage(pitch: Pitch, seconds_in_phase: int) -> int:
    """Said against due, in ppm; see the head of this file."""
    due = 0
    for phase in dict.fromkeys(pitch.phases):
        points = sum(own == phase for own in pitch.true_points.values())
        share = 1000
        if phase == pitch.phases[-1]:
            share = min(1000, 1000 * seconds_in_phase // pitch.seconds_of(phase))
        due += points * share
    return min(PPM, (1000 * pitch.points_made + 1000) * PPM // (due + 1000))


def accuracy(pitch: Pitch) -> int:
    """What was claimed and holds, in ppm."""
    claims = pitch.points_made + pitch.false_claims
    if claims == 0:
        return PPM // 2
    return max(0, PPM - 2 * PPM * pitch.false_claims // claims)


def pace(delivery: Delivery, now: int) -> int:
    """Beats of the last minute against a good pace, in ppm."""
    slow, fast = GOOD_PACE
    beats = sum(beat.weight for beat in delivery.beats if beat.at > now - PACE_SECONDS)
    if beats <= fast:
        return min(PPM, beats * PPM // slow)
    return max(0, PPM - (beats - fast) * PPM // fast)


def language(delivery: Delivery, now: int, countries: dict[Country, int]) -> int:
    """How much of the audience follows what was said, in ppm."""
    spoken = [beat for beat in delivery.beats if beat.language and beat.at > now - MEMORY_SECONDS]
    weight = sum(beat.weight for beat in spoken)
    return sum(beat.weight * reach(beat.language, countries) for beat in spoken) // max(1, weight)


def address(delivery: Delivery, now: int, answers: int) -> int:
    """Greetings, questions taken up and right answers of the last two minutes, in ppm."""
    named = sum(at > now - MEMORY_SECONDS for at in delivery.addresses)
    return min(PPM, (named + answers) * PPM // ENOUGH_ANSWERS)


def talk_quality(
    pitch: Pitch, delivery: Delivery, now: int, seconds_in_phase: int, countries: dict[Country, int], answers: int
) -> int:
    """Talk quality of a person, in ppm."""
    parts = {
        "coverage": coverage(pitch, seconds_in_phase),
        "accuracy": accuracy(pitch),
        "pace": pace(delivery, now),
        "language": language(delivery, now, countries),
        "address": address(delivery, now, answers),
    }
    return sum(WEIGHTS[name] * part for name, part in parts.items()) // 1000


def as_state(pitch: Pitch | None, delivery: Delivery) -> list[Any]:
    """Both as plain data."""
    return [pitch, delivery]
