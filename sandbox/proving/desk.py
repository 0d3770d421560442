"""Facts 27, 28, 30, 31 and 32: the help desk over a season of orders, on the shipped desk and review formula."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from statistics import fmean
from types import SimpleNamespace
from typing import Any

from sandbox.kernel.draws import Secrets, group_secret
from sandbox.livestream.solo import SoloWorld
from sandbox.market.reviews import IGNORED_FACTOR, WRITES, Reviews
from sandbox.proving.cases import Cases, Measure
from sandbox.proving.fact import Row
from sandbox.service.measures import (
    LINE_US,
    LOCAL_US,
    POST_BR,
    Fate,
    Lane,
    Season,
    Written,
    first_reply_hours,
    ratings,
)

MOST_SEASONS = 4
"""A season is 2,000 orders: a few of them say what fifty rooms say."""
SLOW = 1.6
INFLATE_PPM = 150_000
"""An ordinary exaggeration."""
SKU = "desk-lamp"


def _seasons(secrets: int) -> range:
    return range(min(secrets, MOST_SEASONS))


def _world(secret: int) -> Any:
    return SoloWorld(Secrets(group_secret(secret)))


@cache
def _written(secret: int, cases: Cases, lane: Lane, slower: float = 1.0, auto_notify: bool = False) -> Written:
    return Season(_world(secret), cases.desk(), lane, slower=slower).play(auto_notify=auto_notify)


def _mean(secrets: int, field: str, *args: Any, **more: Any) -> float:
    return fmean(getattr(_written(secret, *args, **more), field) for secret in _seasons(secrets))


def _tickets(secrets: int, cases: Cases) -> Iterable[Row]:
    yield "27a", "tickets per 100 orders by line to the US", 20, 40, _mean(secrets, "per_hundred", cases, LINE_US)
    yield "27b", "share that asks where the parcel is", 0.30, 0.50, _mean(secrets, "waiting_share", cases, LINE_US)


def _late(secrets: int, cases: Cases) -> Iterable[Row]:
    slow = (cases, LINE_US, SLOW)
    told = _mean(secrets, "per_hundred", *slow, auto_notify=True) / _mean(secrets, "per_hundred", *slow)
    yield "28a", "transit x1.6: share that asks where it is", 0.50, 0.80, _mean(secrets, "waiting_share", *slow)
    yield "28b", "transit x1.6, buyers told first: tickets, change", -0.45, -0.20, told - 1


def _replies(secrets: int, cases: Cases) -> Iterable[Row]:
    early, late = ([_rated(secret, cases, hours) for secret in _seasons(min(secrets, 2))] for hours in (10, 72))
    stars = fmean(one.rating for one in late) - fmean(one.rating for one in early)
    low = fmean(one.low_share for one in late) / fmean(one.low_share for one in early)
    yield "30a", "first reply after 72 h instead of 10 h: rating, change", -0.4, -0.1, stars
    yield "30b", "one and two stars among reviews, ratio", 1.6, 2.2, low


@cache
def _rated(secret: int, cases: Cases, hours: int) -> Any:
    world, scenario = _world(secret), cases.desk()
    reviews, noise = Reviews(world, scenario), world.stream("out.measure.review")

    def review(fate: Fate) -> tuple[float, float]:
        standing = fate.standing
        order: Any = SimpleNamespace(
            sku=SKU, inflate_ppm=INFLATE_PPM, state="lost" if fate.is_lost else "delivered",
            late_days=fate.late_days, is_spoiled=fate.has_fault, has_complained=standing.complained,
            is_slow=standing.slow, is_resolved=standing.helped,
        )
        stars = min(5, max(1, int(reviews.mood(order)[0] + 0.75 * noise.normal(fate.order) + 0.5)))
        ignored = stars <= 2 and standing.complained and standing.slow
        return float(stars), WRITES[stars] * (IGNORED_FACTOR if ignored else 1.0)

    return ratings(Season(world, scenario, LINE_US, 4000), hours, review)


def _agent(secrets: int, cases: Cases) -> Iterable[Row]:
    for letter, a_day, low, high in (("a", 60, 3, 6), ("b", 75, 6, 20), ("c", 90, 45, None)):
        hours = fmean(first_reply_hours(_world(secret), cases.desk(), a_day) for secret in _seasons(min(secrets, 3)))
        yield f"31{letter}", f"one agent, {a_day} letters a day: median first reply, hours", low, high, hours


def _lanes(secrets: int, cases: Cases) -> Iterable[Row]:
    local = _mean(secrets, "per_hundred", cases, LOCAL_US) / _mean(secrets, "per_hundred", cases, LINE_US)
    yield "32a", "local stock instead of line: tickets, change", -0.40, -0.20, local - 1
    yield "32b", "post to Brazil: tickets per 100 orders", 40, None, _mean(secrets, "per_hundred", cases, POST_BR)
    asks = _mean(secrets, "waiting_share", cases, POST_BR)
    yield "32c", "post to Brazil: share that asks where it is", 0.45, None, asks


FACTS: dict[int, Measure] = {27: _tickets, 28: _late, 30: _replies, 31: _agent, 32: _lanes}
