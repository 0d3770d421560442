"""What the room remembers: a column per property of the viewers who are present, and three records of the room.

Columns are numpy arrays of one length; the first ``mood["online"]`` rows are people, the rest is spare. Clocks are
thresholds: a viewer acts when the accumulated hazard of the viewer's group passes the threshold.
"""

from __future__ import annotations

from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

MAX_COUNTRIES = 60
Record = Any
"""One row of a structured array: ``mood["energy"]`` reads and writes in place."""


class Viewers(NamedTuple):
    """Everybody in the room, struct of arrays."""

    id: NDArray[np.int64]
    """``source << 44 | tick << 24 | place``: who it is does not depend on who else came."""
    leave: NDArray[np.float64]
    click: NDArray[np.float64]
    social: NDArray[np.float64]
    follow: NDArray[np.float64]
    pace: NDArray[np.float64]
    """Own factor on clicks: taste times interest of the source."""
    lean: NDArray[np.float64]
    """Own log-odds of buying: character, and what an answered or ignored comment did."""
    seen: NDArray[np.int64]
    """A bit per product clicked."""
    entered: NDArray[np.int32]
    """Second of the show."""
    clicks: NDArray[np.int32]
    socials: NDArray[np.int32]
    habit: NDArray[np.int8]
    source: NDArray[np.int8]
    country: NDArray[np.int8]
    """Place in the audience's countries."""
    sense: NDArray[np.int8]
    """Price sense, one of four strata."""


_TYPES = (np.int64, *(np.float64,) * 6, np.int64, *(np.int32,) * 3, *(np.int8,) * 4)

MOOD = np.dtype(
    [
        ("energy", np.float64),
        ("persuasion", np.float64, (5,)),
        ("plain", np.float64, (5,)),  # the same pitch spoken with a talk quality of one half
        ("leave", np.float64, (3,)),  # accumulated hazards: by habit
        ("social", np.float64, (3,)),
        ("click", np.float64, (4,)),  # by price sense
        ("follow", np.float64),
        ("means", np.float64, (6,)),  # expected entrants of the tick in hand, by source
        ("online", np.int64),
        ("stayers", np.int64),
        ("hunters", np.int64),
    ]
)
"""What the room as a whole carries from tick to tick."""

DIALS = np.dtype(
    [
        ("tick", np.int64),
        ("phase", np.int64),
        ("quality", np.float64),
        ("intensity", np.float64),
        ("swings", np.int64),
        ("reply_share", np.float64),
        ("scene", np.float64),
        ("entry_base", np.float64),
        ("bag", np.bool_),
        ("bag_pull", np.float64),
        ("after_bag", np.bool_),
        ("flash", np.float64),
        ("shows", np.float64),  # expected this tick
        ("followers", np.float64),
        ("impressions", np.float64),
        ("teaser", np.float64),
        ("shop", np.float64),
        ("product", np.int64),  # -1: nothing pinned
        ("stock", np.int64),
        ("coupons", np.int64),
        ("price", np.int64, (2,)),  # with the coupon, without
        ("belief", np.float64),  # what a scarcity claim is still worth
        ("call_click", np.float64),
        ("call_comment", np.float64),
        ("call_follow", np.float64),
    ]
)
"""What people and the platform have set for the tick in hand."""

COUNTS = np.dtype(
    [
        ("entrants", np.int64, (6,)),
        ("shows", np.int64),
        ("leaves", np.int64),
        ("comments", np.int64),
        ("likes", np.int64),
        ("follows", np.int64),
        ("clicks", np.int64),
        ("lost", np.int64),
        ("orders", np.int64),
        ("orders_ppm", np.int64),
        ("plain_ppm", np.int64),
        ("gmv", np.int64),
        ("gmv_ppm", np.int64),
        ("interactions_ppm", np.int64),
        ("watch", np.int64),
        ("watch_expected", np.int64),
        ("below_10_s", np.int64),
        ("above_60_s", np.int64),
        ("above_10_min", np.int64),
        ("rows", np.int64),
    ]
)
"""What one tick brought."""

ORDER, LOST_CLICK, COMMENT = 0, 1, 2
WHAT, VIEWER, COUNTRY, SOURCE, ORDINAL, WITH_COUPON = range(6)
"""Fields of a row of single happenings, which become events."""


class Board(NamedTuple):
    """How the pinned product stands with the groups of viewers."""

    appeal: NDArray[np.float64]
    """By price sense."""
    lean: NDArray[np.float64]
    """With and without coupon, by price sense, by country."""


class Keys(NamedTuple):
    """Streams of keyed draws of the room."""

    arrive: Any
    passing: Any
    habit: Any
    country: Any
    sense: Any
    taste: Any
    lean: Any
    leave: Any
    click: Any
    social: Any
    kind: Any
    follow: Any
    order: Any


STREAM_NAMES = (*(f"ctx.room.{name}" for name in Keys._fields[:-2]), "out.room.follow", "out.room.order")


def no_viewers(capacity: int) -> Viewers:
    """Room for *capacity* viewers, empty."""
    columns: Any = [np.zeros(capacity, kind) for kind in _TYPES]
    return Viewers(*columns)


def with_room_for(viewers: Viewers, people: int) -> Viewers:
    """The same viewers in columns that hold at least *people* rows."""
    if people <= len(viewers.id):
        return viewers
    larger = no_viewers(2 * people)
    for name in Viewers._fields:
        old = getattr(viewers, name)
        getattr(larger, name)[: len(old)] = old
    return larger


def no_rows(capacity: int) -> NDArray[np.int64]:
    """Space for *capacity* single happenings of a tick."""
    return np.zeros((capacity, 6), np.int64)
