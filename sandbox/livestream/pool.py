"""The five-minute pool: the platform compares the room with others of its kind and sets the next five minutes.

Each figure is shrunk towards its benchmark by pseudo-counts that grow with the size of the room. Sales enter as
expected, not as realised: else luck with orders would turn into traffic.
"""

from __future__ import annotations

from typing import Any, Literal, NamedTuple

from sandbox.kernel.detmath import det_exp, det_log
from sandbox.kernel.draws import Stream
from sandbox.kernel.money import PPM
from sandbox.livestream.equations import clip
from sandbox.livestream.events import PoolEvaluated
from sandbox.livestream.stage import Stage

STAY, INTERACTION, CLICKS, EXPECTED_GPM = 60.0, 0.06, 0.12, 5.4
"""Benchmarks: seconds, interactions and clicks per view, sales per thousand views against the mean price."""
PLAIN_ROOM = 6000
"""Shows per window for which the pseudo-counts below are meant."""
LOWEST, HIGHEST = -2.0, 3.5
Trend = Literal["up", "flat", "down"]


class Sums(NamedTuple):
    """What a window of the room brought."""

    shows: int
    organic: int
    views: int
    watch: int
    interactions: int
    clicks: int
    gmv_ppm: int
    """Expected sales, minor units times a million."""


def window_score(sums: Sums, shows_per_window: int, entry_rate: float, mean_price: float) -> float:
    """How far a window lies above the benchmarks of its kind of room, in log units.

    Args:
        sums: of the window.
        shows_per_window: shows of this room at level 0; sets how hard small counts are shrunk.
        entry_rate: entries per show of a plain room.
        mean_price: mean list price of the rundown, minor units.
    """
    size = shows_per_window / PLAIN_ROOM
    gpm = EXPECTED_GPM * mean_price / 1000.0
    views = sums.views + 150.0 * size
    entry = (sums.organic + 3000.0 * size * entry_rate) / (sums.shows + 3000.0 * size)
    stay = (sums.watch + 150.0 * size * STAY) / views
    interaction = (sums.interactions + 150.0 * size * INTERACTION) / views
    clicks = (sums.clicks + 150.0 * size * CLICKS) / views
    sales = (sums.gmv_ppm / PPM + 300.0 * size * gpm) / (sums.views + 300.0 * size)
    return (
        0.15 * det_log(entry / entry_rate)
        + 0.25 * det_log(stay / STAY)
        + 0.10 * det_log(interaction / INTERACTION)
        + 0.20 * det_log(clicks / CLICKS)
        + 0.30 * det_log(sales / gpm)
    )


def next_level(level: float, score: float, noise: float) -> float:
    """The level after a window of that score: a bounded push, a slow decay, a little noise."""
    return 0.85 * level + clip(0.8 * score, -0.25, 0.25) + 0.05 * noise


def shows_at(level: float, shows_per_window: int) -> float:
    """Expected shows of a window at that level."""
    return shows_per_window * det_exp(clip(level, LOWEST, HIGHEST))


class TrafficPool:
    """Log level of the room in the platform's pool.

    Args:
        stage: the room.
    """

    def __init__(self, stage: Stage) -> None:
        self._stage = stage
        self._noise: Stream = stage.stream("ctx.room.pool")
        self._base = stage.audience.shows_per_window
        self._entry = stage.audience.entry_rate / PPM
        self.mean_price = 1.0
        """Mean list price of the rundown, minor units."""
        self.level = 0.0
        self.trend: Trend = "flat"
        self.window = 0

    @property
    def shows_per_window(self) -> float:
        """Expected shows in the next five minutes, before penalties and spikes."""
        return shows_at(self.level, self._base)

    def score(self, sums: Sums) -> float:
        """How far the window lies above its benchmarks, in log units."""
        return window_score(sums, self._base, self._entry, self.mean_price)

    def evaluate(self, sums: Sums) -> None:
        """Judge a window and set the next one."""
        before, self.window = self.level, self.window + 1
        self.level = next_level(self.level, self.score(sums), self._noise.normal(self.window))
        moved = self.level - before
        self.trend = "up" if moved > 0.03 else "down" if moved < -0.03 else "flat"
        self._stage.emit(PoolEvaluated(
            window=self.window,
            level_ppm=_rounded(self.level * PPM),
            trend=self.trend,
            entry_rate_ppm=sums.organic * PPM // max(1, sums.shows),
            mean_stay_seconds=sums.watch // max(1, sums.views),
            interaction_ppm=sums.interactions * PPM // max(1, sums.views),
            click_rate_ppm=sums.clicks * PPM // max(1, sums.views),
            gpm_view=sums.gmv_ppm * 1000 // PPM // max(1, sums.views),
            shows_next=_rounded(self.shows_per_window),
        ))

    def state(self) -> list[Any]:
        """What decides the future, as plain data."""
        return [self.level.hex(), float(self.mean_price).hex(), self.trend, self.window]


def _rounded(value: float) -> int:
    return int(value + 0.5) if value >= 0 else -int(0.5 - value)
