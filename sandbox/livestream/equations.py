"""The equations of a live room, one small function each; nobody keeps state here.

Rates are per second of one viewer, shares and the states (energy, the five persuasions) lie between 0 and 1. The shapes
follow published findings on live commerce; the constants are calibrated together, so that the default room reproduces
the stylised facts of ``sandbox.proving`` with ticks of five seconds. See docs/explanation/live-room.md.
"""

from __future__ import annotations

import math

import numpy as np

from sandbox.kernel.detmath import det_exp, det_log
from sandbox.kernel.jit import njit

TICK = 5
"""Seconds of one step of the room; the constants below hold for this step only."""
WINDOW = 300
"""Seconds after which the platform looks at the room again."""

BOUNCER, STAYER, HUNTER = 0, 1, 2
"""Habits of viewers: gone in seconds, here for minutes, here for the lucky bag."""

ORGANIC, FOLLOWER, PAID, TEASER, SHOP, BAG = 0, 1, 2, 3, 4, 5
"""Sources of viewers, in the order of ``kernel.scenario.SOURCES``; hunters come to the bag alone."""

HOOK, PAIN, DEMO, TRUST, OFFER, CLOSE, QA = range(7)
NEED, UNDERSTANDING, REASSURANCE, DESIRE, URGENCY = range(5)
"""What a pitch builds up in the room for the pinned product."""

PHASE_ENERGY = (0.75, 0.50, 0.60, 0.52, 0.70, 0.70, 0.60)
PHASE_GAIN = np.array(
    [
        (0.90, 0.0, 0.0, 0.0, 0.0),
        (0.85, 0.0, 0.0, 0.0, 0.0),
        (0.0, 1.0, 0.0, 0.0, 0.0),
        (0.0, 0.0, 1.0, 0.0, 0.0),
        (0.0, 0.0, 0.0, 1.0, 0.0),
        (0.0, 0.0, 0.0, 0.3, 1.0),
        (0.0, 0.3, 0.5, 0.0, 0.0),
    ]
)
"""What each phase adds to need, understanding, reassurance, desire, urgency."""

BOUNCING = (0.72, 0.35, 0.62, 0.55, 0.40)
"""Share of bouncers among those who enter, by source."""
INTEREST = (1.0, 1.8, 0.9, 1.1, 2.0, 0.0)
"""How much more a stayer of a source clicks."""
PRICE_SENSE = (0.55, 0.85, 1.15, 1.45)
"""Price sense of the four strata of viewers, mean 1."""

TASTE_SD = 0.5
LEAN_SD = 0.5
FORGET_ON_CHANGE = 0.15
"""Part of the persuasion that is left when another product comes on screen."""
AGAIN = 0.35
"""Rate of another click on a product one has clicked, against the first."""
SATED = 1.8221188003905089
"""e**.6: how much faster somebody leaves who has clicked what is on screen."""
SOLD_OUT_ENERGY = 0.02
BASE_LEAN = -4.60
SPEECH_CLICK = 0.00090


@njit
def clip(value: float, low: float, high: float) -> float:
    """*value* held between *low* and *high*."""
    return min(max(value, low), high)


@njit
def energy_target(
    quality: float, phase: int, intensity: float, reply_share: float, bag_pull: float, flash: bool
) -> float:
    """Where the energy of the room is heading: talk, phase, excitement, answered questions, bag and flash."""
    talk = 0.55 * quality * PHASE_ENERGY[phase] / 0.6
    mood = 0.15 * (reply_share - 0.5) + 0.15 * (intensity - 0.45)
    return clip(0.25 + talk + 0.12 * bag_pull + (0.10 if flash else 0.0) + mood, 0.0, 1.0)


@njit
def energy_step(energy: float, target: float) -> float:
    """Energy one tick later: it follows its target within a minute."""
    return energy + TICK / 60.0 * (target - energy)


@njit
def entry_rate(base: float, energy: float, scene: float, online: int) -> float:
    """Views per show: a lively room, a good scene and a crowd are entered more."""
    crowd = 1.0 + 0.05 * det_log(1.0 + online / 100.0)
    return base * det_exp(1.2 * (energy - 0.5) + 0.8 * (scene - 0.5)) * crowd


@njit
def bouncer_share(source: int, need: float) -> float:
    """Share of entrants who scroll on within seconds; a good hook keeps more of them."""
    return clip(BOUNCING[source] * (1.08 - 0.18 * need), 0.0, 0.95)


@njit
def turnover(entrants: int, online: int) -> float:
    """Part of the audience replaced per second: the new ones have heard nothing yet."""
    return clip(entrants / TICK / max(1, online), 1.0 / 900.0, 1.0 / 20.0)


@njit
def persuasion_step(state: float, gain: float, quality: float, renewal: float) -> float:
    """One of the five persuasions a tick later: talk builds it, newcomers dilute it."""
    built = gain * (0.4 + 0.9 * quality) / 45.0 * (1.0 - state)
    return clip(state + TICK * (built - 0.35 * renewal * state), 0.0, 1.0)


@njit
def comment_rate(energy: float, bag: bool) -> float:
    """Comments of a stayer; a running bag triples them."""
    return 0.00045 * (3.0 if bag else 1.0) * det_exp(energy - 0.5)


@njit
def like_rate(energy: float) -> float:
    """Likes of a stayer."""
    return 0.0009 * det_exp(energy - 0.5)


HUNTER_SOCIAL = 0.006
"""Likes and shouts of a hunter."""


@njit
def follow_rate(energy: float, reassurance: float) -> float:
    """Follows of a stayer: trust makes followers."""
    return 0.00012 * det_exp(0.8 * (energy - 0.5) + 0.8 * reassurance)


@njit
def click_rate(need: float, understanding: float, desire: float, phase: int, bag: bool) -> float:
    """Clicks of a stayer on the pinned product, before taste and price."""
    speech = det_exp(0.85 * need + 0.7 * understanding + 0.9 * desire)
    return SPEECH_CLICK * speech * (1.6 if phase in (OFFER, CLOSE) else 1.0) * (0.60 if bag else 1.0)


@njit
def appeal(fit: float, price: float, usual_price: float, sense: float) -> float:
    """Clicks against a plain product at the mean price of the rundown."""
    return det_exp(fit - 0.5 - 0.35 * sense * det_log(price / usual_price))


@njit
def product_lean(price: float, reference: float, rating: float, sense: float) -> float:
    """Log-odds of buying after a click, from the price against the struck one and from the stars."""
    return BASE_LEAN + 1.7 * sense * det_log(reference / price) + 1.5 * det_log(rating / 4.4)


@njit
def talk_lean(
    understanding: float, reassurance: float, desire: float, urgency: float, intensity: float, swings: int
) -> float:
    """Log-odds of buying after a click, from the pitch; excitement helps up to .43 of its scale, swings hurt."""
    pitch = 0.9 * understanding + 1.6 * reassurance + 0.9 * desire + 0.7 * urgency
    return pitch - 2.0 * (intensity - 0.43) * (intensity - 0.43) - 0.15 * swings


@njit
def bouncer_leave_rate() -> float:
    """A bouncer stays eight seconds."""
    return 1.0 / 8.0


@njit
def stayer_leave_rate(energy: float, bag_pull: float, after_bag: bool) -> float:
    """A stayer stays 190 seconds at mean energy; a bag holds people, its end lets them go."""
    return det_exp(-(energy - 0.5) - 0.30 * bag_pull + (0.5 if after_bag else 0.0)) / 190.0


@njit
def hunter_leave_rate(bag: bool) -> float:
    """A hunter waits for the draw, then goes."""
    return 1.0 / 240.0 if bag else 1.0 / 25.0


@njit
def passed_by(mean: float, noise: float) -> int:
    """How many were shown the room and did not enter: a Poisson count of that *mean* from one normal draw.

    The normal quantile with the first Cornish-Fisher term; exact enough where only the sum is used.
    """
    if mean <= 0.0:
        return 0
    return max(0, math.floor(mean + math.sqrt(mean) * noise + (noise * noise - 1.0) / 6.0 + 0.5))


@njit
def bag_pull(bags: float) -> float:
    """What a bag still does after *bags* recent ones: six tenths of the one before."""
    return det_exp(-0.5108256237659907 * max(0.0, bags - 1.0))
