"""The numbers of the live room: totals, half minutes, sources, products, the pitch on air."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sandbox.kernel.messages import EventEnvelope
from sandbox.kernel.scenario import SOURCES, Scenario
from sandbox.roles.tally.fold import Fold, On

BIN = 30
"""Seconds of one point of a trend."""
SUMMED = (
    "shows", "views", "watch_seconds", "interactions", "clicks", "orders", "gmv", "gmv_expected", "follows", "spend",
    *SOURCES,
)


class Bin:
    """Half a minute of the room."""

    __slots__ = ("at", "online", "sums")

    def __init__(self, at: int) -> None:
        self.at = at
        self.online = 0
        self.sums = dict.fromkeys(SUMMED, 0)


class ProductCount:
    """What one product did in the room."""

    __slots__ = ("clicks", "gmv", "orders")

    def __init__(self) -> None:
        self.clicks = 0
        self.orders = 0
        self.gmv = 0


class RoomTally(Fold):
    """Adds up the live room."""

    def __init__(self, scenario: Scenario) -> None:
        self.is_live = False
        self.online = 0
        self.peak = 0
        self.energy_ppm = 500_000
        self.quality_ppm = 0
        self.total = dict.fromkeys(SUMMED, 0)
        """Of the show on air, or of the last one."""
        self.shows: list[tuple[dict[str, int], list[Bin]]] = []
        """Totals and half minutes of the shows before it."""
        self.bins: list[Bin] = []
        self.products = {product.sku: ProductCount() for product in scenario.products}
        self.pinned = ""
        self.pool = "flat"
        self.level_ppm = 0
        self.followers = scenario.audience.followers
        self.phase = ""
        self.phase_since = 0
        self.automatic = True
        self.said: list[str] = []
        self.intensity_ppm = 450_000
        self.cues: list[tuple[int, str]] = []
        self.penalty_points = 0
        self.order_times: list[int] = []
        self.rundown = list(scenario.show.rundown)
        self._planned = scenario.shows
        self.aired: list[str] = []

    def routes(self) -> Mapping[str, On]:
        """See :class:`Fold`."""
        return {
            "livestream.show_started": self._started, "livestream.show_ended": self._ended,
            "livestream.tick": self._tick, "livestream.product_pinned": self._pinned,
            "livestream.product_unpinned": self._unpinned, "livestream.phase_changed": self._phase,
            "livestream.point_made": self._point, "livestream.intensity_changed": self._intensity,
            "livestream.pool_evaluated": self._pool, "livestream.cue_given": self._cue,
            "livestream.violation_detected": self._violation, "livestream.order_intended": self._order,
            "livestream.rundown_changed": self._rundown,
        }

    def window(self, seconds: int, until: int) -> dict[str, int]:
        """Sums of the half minutes that lie within the last *seconds* before *until*."""
        sums = dict.fromkeys(SUMMED, 0)
        for one in reversed(self.bins):
            if one.at < until - seconds:
                break
            if one.at + BIN <= until:
                for name in SUMMED:
                    sums[name] += one.sums[name]
        return sums

    def whole(self) -> dict[str, int]:
        """Totals over every show so far."""
        return {name: self.total[name] + sum(total[name] for total, _ in self.shows) for name in SUMMED}

    def all_bins(self) -> list[Bin]:
        """Half minutes of every show so far."""
        return [one for _, bins in self.shows for one in bins] + self.bins

    def _started(self, envelope: EventEnvelope, data: Any) -> None:
        if self.bins:
            self.shows.append((self.total, self.bins))
            self.total, self.bins = dict.fromkeys(SUMMED, 0), []
        self.is_live = True
        self.followers = data.followers
        self.penalty_points, self.pool, self.aired = 0, "flat", []

    def _ended(self, envelope: EventEnvelope, data: Any) -> None:
        self.is_live = False
        self.online = 0
        self.pinned, self.phase, self.said = "", "", []
        coming = [show for show in self._planned if show.starts_at > envelope.at]
        if coming:
            self.rundown = list(min(coming, key=lambda show: show.starts_at).rundown)

    def _tick(self, envelope: EventEnvelope, data: Any) -> None:
        at = envelope.at // BIN * BIN
        if not self.bins or self.bins[-1].at != at:
            self.bins.append(Bin(at))
        entered = data.organic + data.follower + data.paid + data.teaser + data.shop + data.hunters
        amounts = {
            "shows": data.shows, "views": entered, "watch_seconds": data.watch_seconds,
            "interactions": data.comments + data.likes, "clicks": data.clicks, "orders": data.orders, "gmv": data.gmv,
            "gmv_expected": data.gmv_expected, "follows": data.follows, "spend": data.spend,
            "organic": data.organic + data.hunters, "follower": data.follower, "paid": data.paid,
            "teaser": data.teaser, "shop": data.shop,
        }
        for name, amount in amounts.items():
            self.total[name] += amount
            self.bins[-1].sums[name] += amount
        self.bins[-1].online = self.online = data.online
        self.peak = max(self.peak, data.online)
        self.followers += data.follows
        self.energy_ppm, self.quality_ppm = data.energy_ppm, data.quality_ppm
        if self.pinned in self.products:
            self.products[self.pinned].clicks += data.clicks

    def _pinned(self, envelope: EventEnvelope, data: Any) -> None:
        self.pinned, self.phase, self.said = data.sku, "", []
        self.phase_since = envelope.at
        self.aired.append(data.sku)

    def _unpinned(self, envelope: EventEnvelope, data: Any) -> None:
        self.pinned, self.phase, self.said = "", "", []

    def _phase(self, envelope: EventEnvelope, data: Any) -> None:
        self.phase, self.phase_since, self.automatic = data.phase, envelope.at, data.automatic

    def _point(self, envelope: EventEnvelope, data: Any) -> None:
        if data.point not in self.said:
            self.said.append(data.point)

    def _intensity(self, envelope: EventEnvelope, data: Any) -> None:
        self.intensity_ppm = data.intensity_ppm

    def _pool(self, envelope: EventEnvelope, data: Any) -> None:
        self.pool, self.level_ppm = data.trend, data.level_ppm

    def _cue(self, envelope: EventEnvelope, data: Any) -> None:
        self.cues = [(envelope.at, data.cue), *self.cues[:4]]

    def _violation(self, envelope: EventEnvelope, data: Any) -> None:
        self.penalty_points = data.total

    def _order(self, envelope: EventEnvelope, data: Any) -> None:
        self.order_times = [at for at in self.order_times if at > envelope.at - 60] + [envelope.at]
        product = self.products[data.sku]
        product.orders += 1
        product.gmv += data.price - data.discount

    def _rundown(self, envelope: EventEnvelope, data: Any) -> None:
        self.rundown = list(data.items)
        self.aired = []
