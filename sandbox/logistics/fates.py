"""What becomes of a held parcel. The shares are set for teaching: care pays, luck remains."""

from __future__ import annotations

from typing import Literal

Fate = Literal["released", "fined", "returned", "seized"]
RELEASED, FINED, RETURNED = 0.80, 0.90, 0.97
"""Cumulative shares of what becomes of a held parcel; the rest is seized."""
UNPAPERED = (0.15, 0.15, 0.50)
"""The same for regulated goods without the paper they need: .15 released, .35 sent back, .50 destroyed."""
RIGHT_PAPERS = 0.12
"""Papers that fit the reason add this to the odds of release, taken evenly from the rest."""


def outcome(luck: float, lacks_certificate: bool, has_right_papers: bool) -> Fate:
    """What becomes of one parcel.

    Args:
        luck: a uniform; counted from the top, so that better odds never make one parcel's fate worse.
        lacks_certificate: regulated goods without a paper they need.
        has_right_papers: the papers that fit the reason were sent.
    """
    released, fined, returned = UNPAPERED if lacks_certificate else (RELEASED, FINED, RETURNED)
    stretch = (1.0 - released - RIGHT_PAPERS) / (1.0 - released) if has_right_papers else 1.0
    left = (1.0 - luck) / stretch
    if left > 1.0 - released:
        return "released"
    if left > 1.0 - fined:
        return "fined"
    return "returned" if left > 1.0 - returned else "seized"
