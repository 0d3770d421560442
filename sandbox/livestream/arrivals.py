"""Who comes in this tick.

Each source has, for each tick, an endless keyed queue of people with exponential gaps. Those whose place in the queue
lies below the expected number come in. So a larger expectation admits the same people and some more, and two rooms of
one group meet the same viewers wherever both of them reach.
"""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from sandbox.kernel.detmath import det_exp
from sandbox.kernel.draws import exponential, normal, unit
from sandbox.kernel.jit import njit
from sandbox.livestream.columns import Record, Viewers
from sandbox.livestream.equations import (
    BAG,
    BOUNCER,
    HUNTER,
    HUNTER_SOCIAL,
    INTEREST,
    LEAN_SD,
    ORGANIC,
    STAYER,
    TASTE_SD,
    TICK,
    bouncer_share,
    energy_step,
    energy_target,
    entry_rate,
    passed_by,
)

NEVER = 1e300
"""Threshold of what a viewer will not do."""
BOUNCER_STAY, STAYER_STAY, HUNTER_STAY = 10, 165, 120
"""Seconds a viewer of each habit stays at mean energy, clicks included; whole ticks."""


@njit
def viewer_id(source: int, tick: int, place: int) -> int:
    """The id of whoever stands at *place* in the queue of *source* at *tick*."""
    return source << 44 | tick << 24 | place


@njit
def set_means(mood: Record, dials: Record) -> None:
    """Move the energy on by a tick, and say how many are expected from each source."""
    target = energy_target(
        dials["quality"], dials["phase"], dials["intensity"], dials["reply_share"], dials["bag_pull"], dials["flash"]
    )
    mood["energy"] = energy_step(mood["energy"], target)
    rate = entry_rate(dials["entry_base"], mood["energy"], dials["scene"], mood["online"])
    means = mood["means"]
    means[0] = dials["shows"] * min(0.6, rate)
    means[1] = dials["followers"]
    means[2] = dials["impressions"] * min(0.5, 0.8 * rate)
    means[3] = dials["teaser"]
    means[4] = dials["shop"]
    means[5] = dials["shows"] * min(0.3, 0.48 * rate) if dials["bag"] else 0.0


@njit
def count_entrants(mood_: Any, dials_: Any, keys_: Any, counts_: Any) -> int:
    """Walk each queue up to its mean; returns how many come in all.

    Args:
        mood_: array of one ``columns.MOOD`` record.
        dials_: array of one ``columns.DIALS`` record.
        keys_: array of one ``columns.KEYS`` record.
        counts_: array of one ``columns.COUNTS`` record, zero; gets the entrants.
    """
    mood, dials, keys, total = mood_[0], dials_[0], keys_[0], 0
    set_means(mood, dials)
    entrants, tick = counts_[0]["entrants"], dials["tick"]
    for source in range(6):
        mean, place, people = mood["means"][source], 0.0, 0
        place += exponential(keys["arrive"], viewer_id(source, tick, 0), 0)
        while place <= mean:
            people += 1
            place += exponential(keys["arrive"], viewer_id(source, tick, people), 0)
        entrants[source] = people
        total += people
    return total


@njit
def place_of(value: float, limits: NDArray[np.float64]) -> int:
    """Index of the first limit above *value*."""
    for index in range(limits.size - 1):
        if value < limits[index]:
            return index
    return limits.size - 1


@njit
def habit_of(source: int, viewer: int, need: float, keys: Record) -> int:
    """Bouncer, stayer or hunter."""
    if source == BAG:
        return HUNTER
    return BOUNCER if unit(keys["habit"], viewer, 0) < bouncer_share(source, need) else STAYER


@njit
def pace_of(source: int, viewer: int, keys: Record) -> float:
    """Own factor on clicks of a stayer: taste times the interest of the source."""
    return INTEREST[source] * det_exp(TASTE_SD * normal(keys["taste"], viewer, 0) - TASTE_SD * TASTE_SD / 2.0)


@njit
def lean_of(viewer: int, keys: Record) -> float:
    """Own log-odds of buying of a stayer."""
    return LEAN_SD * normal(keys["lean"], viewer, 0) - LEAN_SD * LEAN_SD / 2.0


@njit
def seat_viewer(viewers: Viewers, row: int, viewer: int, source: int, habit: int, mood: Record, keys: Record) -> None:
    """Write a newcomer into *row*, with the thresholds of what this habit does: bouncers only leave."""
    viewers.id[row], viewers.source[row], viewers.habit[row] = viewer, source, habit
    viewers.seen[row] = viewers.clicks[row] = viewers.socials[row] = viewers.sense[row] = 0
    viewers.leave[row] = mood["leave"][habit] + exponential(keys["leave"], viewer, 0)
    viewers.social[row] = viewers.click[row] = viewers.follow[row] = NEVER
    viewers.pace[row] = viewers.lean[row] = 0.0
    if habit != BOUNCER:
        viewers.social[row] = mood["social"][habit] + exponential(keys["social"], viewer, 0)
    if habit == STAYER:
        pace, sense = pace_of(source, viewer, keys), int(4.0 * unit(keys["sense"], viewer, 0))
        viewers.pace[row], viewers.sense[row], viewers.lean[row] = pace, sense, lean_of(viewer, keys)
        viewers.click[row] = mood["click"][sense] + exponential(keys["click"], viewer, 0) / pace
        viewers.follow[row] = mood["follow"] + exponential(keys["follow"], viewer, 0)


@njit
def admit(viewers: Viewers, mood: Record, dials: Record, keys: Record, limits: Any, counts: Record) -> None:
    """Seat everybody who was counted, and count those who were shown the room and passed by."""
    need = mood["persuasion"][0]
    for source in range(6):
        for place in range(counts["entrants"][source]):
            viewer, row = viewer_id(source, dials["tick"], place), mood["online"]
            habit = habit_of(source, viewer, need, keys)
            seat_viewer(viewers, row, viewer, source, habit, mood, keys)
            viewers.country[row] = place_of(unit(keys["country"], viewer, 0), limits)
            viewers.entered[row] = dials["tick"] * TICK
            mood["online"] += 1
            mood["stayers"] += habit == STAYER
            mood["hunters"] += habit == HUNTER
    passing = dials["shows"] - mood["means"][ORGANIC]
    counts["shows"] = counts["entrants"][ORGANIC] + passed_by(passing, normal(keys["passing"], dials["tick"], 0))


@njit
def expect(mood: Record, counts: Record) -> None:
    """What these people would do at mean energy: interactions of those present, seconds of those who came."""
    hunter_ppm = int(HUNTER_SOCIAL * TICK * 1_000_000 + 0.5)
    counts["interactions_ppm"] = mood["stayers"] * 1350 * TICK + mood["hunters"] * hunter_ppm
    seconds = 0.0
    for source in range(5):
        bouncing = bouncer_share(source, 0.5)
        seconds += counts["entrants"][source] * (bouncing * BOUNCER_STAY + (1.0 - bouncing) * STAYER_STAY)
    counts["watch_expected"] = int(seconds) + counts["entrants"][BAG] * HUNTER_STAY
