"""What the room remembers: a column per property of the viewers who are present, and three records of the room.

Columns are numpy arrays of one length; the first ``mood["online"]`` rows are people, the rest is spare. Clocks are
thresholds: a viewer acts when the accumulated hazard of the viewer's group passes the threshold.
"""

from __future__ import annotations

from typing import Any, NamedTuple, get_type_hints

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

class Dials(NamedTuple):
    """What people and the platform have set for the tick in hand."""

    tick: int
    """0, 1, 2 ... since the start of the show."""
    phase: int
    quality: float
    intensity: float
    swings: int
    """Large changes of the excitement in the last minute."""
    reply_share: float
    scene: float
    entry_base: float
    """Views per show of a plain room at mean energy."""
    bag: bool
    bag_pull: float
    after_bag: bool
    flash: bool
    shows: float
    """Expected in this tick; so are the four that follow."""
    followers: float
    impressions: float
    teaser: float
    shop: float
    product: int
    """Place in the catalogue, -1 while nothing is pinned."""
    stock: int
    coupons: int
    price_with_coupon: int
    price_plain: int
    belief: float
    """What a scarcity claim is still worth."""
    call_click: float
    call_comment: float
    call_follow: float


_AS_NUMPY = {int: np.int64, float: np.float64, bool: np.bool_}
DIALS = np.dtype([(name, _AS_NUMPY[kind]) for name, kind in get_type_hints(Dials).items()])
"""The dials as a record that a kernel reads."""

class TickCounts(NamedTuple):
    """What one tick brought."""

    entrants: list[int]
    """By source."""
    shows: int
    leaves: int
    comments: int
    likes: int
    follows: int
    clicks: int
    lost: int
    """Clicks on what was sold out; not among the clicks."""
    orders: int
    orders_ppm: int
    """Expected orders of the same clicks."""
    plain_ppm: int
    """Expected orders of the same audience at a talk quality of one half."""
    gmv: int
    gmv_ppm: int
    paid_gmv_ppm: int
    """Expected sales to viewers who came by paid impressions."""
    interactions_ppm: int
    """Expected comments and likes of the same people at mean energy."""
    watch: int
    """Viewer-seconds."""
    watch_expected: int
    """Viewer-seconds this tick's entrants would stay at mean energy."""
    below_10_s: int
    """Of those who left, how many had stayed less than ten seconds."""
    above_60_s: int
    above_10_min: int
    rows: int
    """Single happenings noted."""

    @classmethod
    def of(cls, counts: Record) -> TickCounts:
        """Read a record."""
        entrants, *others = counts.tolist()
        return cls(entrants.tolist(), *others)

    @property
    def views(self) -> int:
        """Everybody who came in."""
        return sum(self.entrants)

    @property
    def interactions(self) -> int:
        """Comments and likes."""
        return self.comments + self.likes


COUNTS = np.dtype([("entrants", np.int64, (6,)), *((name, np.int64) for name in TickCounts._fields[1:])])
"""The counts as a record that a kernel writes."""

ORDER, LOST_CLICK, COMMENT = 0, 1, 2
WHAT, VIEWER, COUNTRY, SOURCE, ORDINAL, WITH_COUPON = range(6)
"""Fields of a row of single happenings, which become events."""


class Board(NamedTuple):
    """How the pinned product stands with the groups of viewers."""

    appeal: NDArray[np.float64]
    """By price sense."""
    lean: NDArray[np.float64]
    """With and without coupon, by price sense, by country."""


STREAM_NAMES = {
    "arrive": "ctx.room.arrive",
    "passing": "ctx.room.passing",
    "habit": "ctx.room.habit",
    "country": "ctx.room.country",
    "sense": "ctx.room.sense",
    "taste": "ctx.room.taste",
    "lean": "ctx.room.lean",
    "leave": "ctx.room.leave",
    "click": "ctx.room.click",
    "social": "ctx.room.social",
    "kind": "ctx.room.kind",
    "follow": "out.room.follow",
    "order": "out.room.order",
}
KEYS = np.dtype([(name, np.uint64) for name in STREAM_NAMES])
"""Keys of the streams of draws, as a record that a kernel reads."""


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
