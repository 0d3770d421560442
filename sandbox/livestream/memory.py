"""What stays with a viewer: products clicked, and the answer to an own comment.

A lasting change of a rate needs no new draw: the part of the threshold that is not used up yet is stretched.
"""

from __future__ import annotations

from typing import Any

from sandbox.kernel.detmath import det_exp
from sandbox.kernel.jit import njit
from sandbox.livestream.columns import Viewers
from sandbox.livestream.equations import AGAIN, FORGET_ON_CHANGE, SATED, STAYER


@njit
def rescaled(threshold: float, passed: float, factor: float) -> float:
    """A threshold of which only the part not yet used is stretched by *factor*."""
    return passed + (threshold - passed) * factor


@njit
def change_product(viewers: Viewers, mood_: Any, old: int, new: int) -> None:
    """Another product on screen: what each viewer has clicked decides what is left of that viewer's clocks.

    Args:
        viewers: columns.
        mood_: array of one record.
        old: place of the product that was on screen, -1 for none.
        new: place of the product to come, -1 for none.
    """
    mood = mood_[0]
    for part in range(5):
        mood["persuasion"][part] *= FORGET_ON_CHANGE
        mood["plain"][part] = mood["persuasion"][part]
    for row in range(mood["online"]):
        if viewers.habit[row] != STAYER:
            continue
        was = old >= 0 and viewers.seen[row] >> old & 1 == 1
        now = new >= 0 and viewers.seen[row] >> new & 1 == 1
        if was == now:
            continue
        passed = mood["click"][viewers.sense[row]]
        viewers.click[row] = rescaled(viewers.click[row], passed, 1.0 / AGAIN if now else AGAIN)
        viewers.leave[row] = rescaled(viewers.leave[row], mood["leave"][STAYER], 1.0 / SATED if now else SATED)


@njit
def remember(viewers: Viewers, mood_: Any, viewer: int, effect: float) -> bool:
    """An answered (or ignored) comment changes its writer: stays *effect* log units longer, and leans to buy.

    Returns whether the viewer is still here.
    """
    for row in range(mood_[0]["online"]):
        if viewers.id[row] == viewer:
            passed = mood_[0]["leave"][STAYER]
            viewers.leave[row] = rescaled(viewers.leave[row], passed, det_exp(effect))
            viewers.lean[row] += effect
            return True
    return False


@njit
def remember_all(viewers: Viewers, mood_: Any, who: Any, effect: float) -> None:
    """:func:`remember` for each of *who* (one-dimensional, int64)."""
    for k in range(len(who)):
        remember(viewers, mood_, who[k], effect)
