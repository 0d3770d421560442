"""The stylised facts of the live room, measured on the default room.

Ranges are what published studies and the trade report of small and middle rooms; the default room lies inside.
Ratios compare rooms of the same secrets, by expected sales rather than realised ones.
"""

from __future__ import annotations

import statistics
from collections.abc import Iterable
from functools import cache
from typing import Any

from msgspec import Struct

from sandbox.livestream.figures import Totals
from sandbox.livestream.reference_room import SCRIPT, play_reference_room
from sandbox.proving.cases import Cases, Measure
from sandbox.proving.fact import Row


class Sums(Struct):
    """What one variant of the room brought under each secret."""

    totals: list[Totals]
    peaks: list[float]

    def sum(self, name: str) -> float:
        """Sum of one total over the secrets."""
        return float(sum(getattr(totals, name) for totals in self.totals))

    def ratio(self, above: str, below: str) -> float:
        """One total over another."""
        return self.sum(above) / self.sum(below)

    def spread(self, name: str) -> float:
        """Standard deviation over mean of one total."""
        values = [float(getattr(totals, name)) for totals in self.totals]
        return statistics.pstdev(values) / statistics.fmean(values)


class Rooms:
    """Plays variants of the default room under the same secrets, each of them once.

    Args:
        secrets: how many.
    """

    def __init__(self, secrets: int) -> None:
        self.secrets = secrets
        self._played: dict[str, Sums] = {}

    def play(self, **changes: Any) -> Sums:
        """The default room with some arguments of ``play_reference_room`` changed."""
        key = repr(sorted(changes.items()))
        if key not in self._played:
            plays = [play_reference_room(secret, **changes) for secret in range(self.secrets)]
            self._played[key] = Sums([play.totals for play in plays], [play.peak_to_mean for play in plays])
        return self._played[key]

    def gmv(self, **changes: Any) -> float:
        """Expected sales of a variant against the default room."""
        return self.play(**changes).sum("gmv_ppm") / self.play().sum("gmv_ppm")


@cache
def rooms_of(secrets: int) -> Rooms:
    """The rooms of so many secrets; each variant is played once for all facts."""
    return Rooms(secrets)


def _entry(secrets: int, cases: Cases) -> Iterable[Row]:
    rooms = rooms_of(secrets)
    base = rooms.play()
    yield "1a", "organic entries per show", 0.05, 0.09, base.ratio("organic", "shows")
    yield "1b", "views per show", 0.05, 0.09, base.ratio("views", "shows")


def _stay(secrets: int, cases: Cases) -> Iterable[Row]:
    rooms = rooms_of(secrets)
    base = rooms.play()
    yield "2a", "mean stay, seconds", 50, 90, base.ratio("watch", "views")
    yield "2b", "share of stays below 10 s", 0.45, 0.60, base.ratio("below_10_s", "leaves")
    yield "2c", "share of stays above 60 s", 0.15, 0.30, base.ratio("above_60_s", "leaves")
    yield "2d", "share of stays above 10 min", 0.005, 0.03, base.ratio("above_10_min", "leaves")


def _interaction(secrets: int, cases: Cases) -> Iterable[Row]:
    rooms = rooms_of(secrets)
    yield "3", "interactions per view", 0.05, 0.12, rooms.play().ratio("interactions", "views")


def _clicks(secrets: int, cases: Cases) -> Iterable[Row]:
    rooms = rooms_of(secrets)
    yield "4", "product clicks per view", 0.08, 0.16, rooms.play().ratio("clicks", "views")


def _orders(secrets: int, cases: Cases) -> Iterable[Row]:
    rooms = rooms_of(secrets)
    base = rooms.play()
    yield "5a", "orders per click", 0.035, 0.07, base.ratio("orders_ppm", "clicks") / 1e6
    yield "5b", "orders per view", 0.003, 0.009, base.ratio("orders_ppm", "views") / 1e6


def _value(secrets: int, cases: Cases) -> Iterable[Row]:
    rooms = rooms_of(secrets)
    base = rooms.play()
    yield "6a", "sales per viewer", 0.10, 0.25, base.ratio("gmv_ppm", "views") / 1e8
    yield "6b", "sales per thousand views", 100, 250, base.ratio("gmv_ppm", "views") / 1e5
    yield "6c", "sales per thousand shows", 6, 20, base.ratio("gmv_ppm", "shows") / 1e5


def _audience(secrets: int, cases: Cases) -> Iterable[Row]:
    rooms = rooms_of(secrets)
    base = rooms.play()
    yield "7a", "follows per view", 0.005, 0.015, base.ratio("follows", "views")
    yield "7b", "peak against mean online", 1.3, 2.7, statistics.fmean(base.peaks)


def _skill(secrets: int, cases: Cases) -> Iterable[Row]:
    rooms = rooms_of(secrets)
    yield "8a", "sales of a skilled anchor (talk quality .9) against the default (.6)", 3, 6, rooms.gmv(quality=0.9)
    yield "8b", "sales of the default anchor against a poor one (.25)", 3, 6, 1 / rooms.gmv(quality=0.25)


PITCHES = (3.0, 2.4, 1.7, 1.3, 1.0, 0.5, 1 / 3)


def _pitch(secrets: int, cases: Cases) -> Iterable[Row]:
    rooms = rooms_of(secrets)
    sales = {scale: rooms.gmv(pitch_scale=scale) if scale != 1.0 else 1.0 for scale in PITCHES}
    best = max(sales, key=lambda scale: sales[scale])
    yield "9a", "best length of a pitch against the default", 1.0, 2.5, best
    yield "9b", "sales of pitches three times as long against the best", None, 0.99, sales[3.0] / sales[best]
    yield "9c", "sales of pitches a third as long against the best", None, 0.99, sales[1 / 3] / sales[best]


def _short_script(secrets: int, cases: Cases) -> Iterable[Row]:
    rooms = rooms_of(secrets)
    base = rooms.play()
    short = rooms.play(script=tuple(step for step in SCRIPT if step[0] in ("hook", "offer", "close")))
    clicks = short.ratio("clicks", "views") / base.ratio("clicks", "views")
    orders = short.ratio("orders_ppm", "clicks") / base.ratio("orders_ppm", "clicks")
    yield "10a", "hook, offer, close only: click rate against the default", 1.0, None, clicks
    yield "10b", "hook, offer, close only: orders per click", None, 0.7, orders
    yield "10c", "hook, offer, close only: sales", None, 0.8, short.sum("gmv_ppm") / base.sum("gmv_ppm")


def _phases(secrets: int, cases: Cases) -> Iterable[Row]:
    rooms = rooms_of(secrets)
    for letter, (left_out, _) in zip("abcdef", SCRIPT, strict=True):
        script = tuple(step for step in SCRIPT if step[0] != left_out)
        yield f"11{letter}", f"sales without the phase {left_out}", None, 1.0, rooms.gmv(script=script)


def _excitement(secrets: int, cases: Cases) -> Iterable[Row]:
    rooms = rooms_of(secrets)
    yield "12a", "sales at an excitement of .95", 0.5, 0.8, rooms.gmv(intensity=0.95)
    yield "12b", "sales at an excitement of .10", 0.5, 0.8, rooms.gmv(intensity=0.10)


def _silence(secrets: int, cases: Cases) -> Iterable[Row]:
    rooms = rooms_of(secrets)
    yield "13", "sales when no comment is answered", 0.5, 0.8, rooms.gmv(reply_share=0.0)


def _bags(secrets: int, cases: Cases) -> Iterable[Row]:
    rooms = rooms_of(secrets)
    base = rooms.play()
    few = rooms.play(bags=(1800, 3600, 5400))
    many = rooms.play(bags=tuple(range(300, 7200, 420)))
    gpm = base.ratio("gmv_ppm", "views")
    yield "14a", "three lucky bags: views", 1.0, None, few.sum("views") / base.sum("views")
    yield "14b", "three lucky bags: sales per view", None, 1.0, few.ratio("gmv_ppm", "views") / gpm
    yield "14c", "seventeen lucky bags: views", 1.5, None, many.sum("views") / base.sum("views")
    yield "14d", "seventeen lucky bags: sales per view", None, 0.9, many.ratio("gmv_ppm", "views") / gpm
    yield "14e", "seventeen lucky bags: peak against mean online", 2.0, None, statistics.fmean(many.peaks)


def _discount(secrets: int, cases: Cases) -> Iterable[Row]:
    rooms = rooms_of(secrets)
    base, cut = rooms.play(), rooms.play(discount_ppm=200_000)
    orders = cut.sum("orders_ppm") / base.sum("orders_ppm")
    sales = cut.sum("gmv_ppm") / base.sum("gmv_ppm")
    profit = (sales - 0.5 * orders) / 0.5
    yield "15a", "20 % off all show: orders, change", 0.5, 0.9, orders - 1
    yield "15b", "20 % off all show: sales, change", 0.15, 0.45, sales - 1
    yield "15c", "20 % off all show: gross profit at a cost of half the price, change", -0.1, 0.1, profit - 1


def _penalty(secrets: int, cases: Cases) -> Iterable[Row]:
    rooms = rooms_of(secrets)
    yield "16", "sales under a traffic penalty of half an hour", 0.75, 0.95, rooms.gmv(penalty=(2400, 4200))


def _paid(secrets: int, cases: Cases) -> Iterable[Row]:
    rooms = rooms_of(secrets)
    base = rooms.play()
    for letter, money in zip("ab", (30_000, 100_000), strict=True):
        bought = rooms.play(boost=money)
        spend, name = bought.sum("spend"), f"{money // 100} of paid traffic"
        more = bought.sum("gmv_ppm") - base.sum("gmv_ppm")
        yield f"17{letter}", f"{name}: direct return", 1, 2, bought.sum("paid_gmv_ppm") / 1e6 / spend
        yield f"17{'cd'['ab'.index(letter)]}", f"{name}: return with the pool's answer", 1.5, 4, more / 1e6 / spend


SIZE_RATIOS = (
    ("organic", "shows"), ("watch", "views"), ("interactions", "views"), ("clicks", "views"), ("orders_ppm", "clicks"),
)


def _size(secrets: int, cases: Cases) -> Iterable[Row]:
    rooms = rooms_of(secrets)
    base, large = rooms.play(), rooms.play(size=10)
    for letter, (above, below) in zip("abcde", SIZE_RATIOS, strict=True):
        change = large.ratio(above, below) / base.ratio(above, below)
        yield f"18{letter}", f"room ten times as large: {above} over {below}, ratio", 0.9, 1.1, change
    yield "18f", "spread of sales over secrets, default room", 0.15, 0.30, base.spread("gmv")
    yield "18g", "spread of sales over secrets, room ten times as large", None, 0.10, large.spread("gmv")


FACTS: dict[int, Measure] = {
    1: _entry, 2: _stay, 3: _interaction, 4: _clicks, 5: _orders, 6: _value, 7: _audience, 8: _skill, 9: _pitch,
    10: _short_script, 11: _phases, 12: _excitement, 13: _silence, 14: _bags, 15: _discount, 16: _penalty, 17: _paid,
    18: _size,
}
