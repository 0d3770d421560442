"""Feed ads: what an impression is worth, how often it is won, and what a day of it brings.

An impression goes to the highest expected value per thousand: value of an order x chance of a click x chance of an
order (the total-value auctions of the large feeds). The best rival price is lognormal around the country's price, so
the share of impressions won is the normal distribution at the distance of the logarithms, and the mean price paid is
that of a lognormal cut at the own value.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import NamedTuple

from sandbox.kernel.detmath import det_exp, det_log
from sandbox.kernel.draws import Stream
from sandbox.kernel.money import PPM
from sandbox.market.ads.campaign import LEARNING_ORDERS, Books, Campaign, Plan

RATE = 0.01
"""Clicks per impression of a plain creative; published benchmarks of feeds lie between .5 and 2 %."""
PRICE_SPREAD = 0.35
"""Spread of the logarithm of the best rival price within a day: chosen."""
CAP = 3
"""Impressions one person may see a day: chosen, as platforms set it by default."""
WEAR = 8.0
"""Impressions a person has seen in a week that bring the click rate to a third: chosen."""
LANDS = 0.6
"""Clicks on a feed that stay long enough to be a visitor; the rest were accidents: chosen."""
GUESS_FIRST, GUESS_LATER = 0.5, 0.1
"""Spread of the guessed order rate before learning and after: chosen."""
TINY = 1e-9


class Audience(NamedTuple):
    """Whom a feed ad is shown to, against everybody it could reach: all chosen."""

    size: float
    clicks: float
    orders: float
    price: float
    anyway: float
    """Of its buyers, who would have come by themselves. Experiments keep finding that the people easiest to sell to
    are those who needed no ad (Lewis and Reiley 2014; Gordon and others 2019)."""
    claimed: float
    """Of the shop's other buyers, whom an ad in this audience also reaches if it is seen often."""


AUDIENCES = {
    "broad": Audience(1.0, 0.8, 0.8, 0.9, 0.08, 0.10),
    "interest": Audience(0.3, 1.0, 1.0, 1.0, 0.15, 0.25),
    "lookalike": Audience(0.15, 1.15, 1.15, 1.15, 0.20, 0.35),
    "retargeting": Audience(0.02, 1.8, 1.8, 1.6, 0.60, 0.80),
}


class Ground(NamedTuple):
    """What a day offers one campaign."""

    people: int
    """Whom the feed reaches in the country."""
    cpm: float
    """Median best rival price of a thousand impressions, minor units."""
    convert: float
    """Orders per visitor of the listing."""
    strength: float
    """Clicks of the creative as it is today, against a plain one."""
    left_ppm: int
    """Share of the day that is still to come."""


class Auction(NamedTuple):
    """How a day's auctions go at one value."""

    win: float
    """Share won."""
    paid: float
    """Mean price of a thousand impressions won."""


def normal_cdf(z: float) -> float:
    """Share of a standard normal below *z*.

    Absolute error below 7.5e-8. Source: M. Abramowitz and I. Stegun, "Handbook of Mathematical Functions" (1964),
    26.2.17.
    """
    t = 1.0 / (1.0 + 0.2316419 * abs(z))
    tail = t * (0.319381530 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))))
    tail *= 0.3989422804014327 * det_exp(-0.5 * z * z)
    return 1.0 - tail if z >= 0 else tail


def auction(value: float, cpm: float) -> Auction:
    """Share won and mean price paid for a bid of *value* per thousand against a median top price of *cpm*."""
    if value <= TINY or cpm <= TINY:
        return Auction(0.0, 0.0)
    z = (det_log(value) - det_log(cpm)) / PRICE_SPREAD
    win = normal_cdf(z)
    if win <= TINY:
        return Auction(0.0, 0.0)
    mean = cpm * det_exp(0.5 * PRICE_SPREAD * PRICE_SPREAD)
    return Auction(win, min(value, mean * normal_cdf(z - PRICE_SPREAD) / win))


def frequency(one: Campaign, people: int) -> float:
    """Impressions that a person of the audience has seen in the last seven days."""
    reached = people * AUDIENCES[one.audience].size
    return sum(one.week) / reached if reached else 0.0


def guess(one: Campaign, day: int, noise: Stream) -> float:
    """The platform's guess of the order rate against the true one: wide at first, narrow after fifty orders."""
    known = min(1.0, one.learnt_orders / LEARNING_ORDERS)
    sigma = GUESS_FIRST + (GUESS_LATER - GUESS_FIRST) * known
    return det_exp(sigma * noise.normal(one.key, day) - 0.5 * sigma * sigma)


def value_per_order(one: Campaign) -> float:
    """What an order may cost, minor units: the bid, or the price over the target return."""
    return one.price * PPM / one.target_roas_ppm if one.target_roas_ppm else float(one.bid)


class Bid(NamedTuple):
    """One campaign before the auctions of a day."""

    campaign: Campaign
    ground: Ground
    click: float
    order: float
    value: float
    """Of a thousand impressions, minor units."""


def bid_of(one: Campaign, ground: Ground, guessed: float) -> Bid:
    """The value of a thousand impressions as the platform guesses it."""
    audience = AUDIENCES[one.audience]
    worn = frequency(one, ground.people) / WEAR
    click = RATE * ground.strength * audience.clicks * det_exp(-worn)
    order = ground.convert * LANDS * audience.orders
    return Bid(one, ground, click, order, 1000.0 * value_per_order(one) * click * order * guessed)


def plan_feed(bids: Sequence[Bid]) -> None:
    """Plan a day for all campaigns of one country and audience: the better value takes what its budget buys."""
    free = 1.0
    for bid in sorted(bids, key=lambda one: (-one.value, one.campaign.team, one.campaign.id)):
        free *= 1.0 - _plan_one(bid, free) / PPM


def _plan_one(bid: Bid, free: float) -> int:
    one, ground, audience = bid.campaign, bid.ground, AUDIENCES[bid.campaign.audience]
    result = auction(bid.value, ground.cpm * audience.price)
    shown = ground.people * audience.size * CAP * result.win * free
    cost = shown * result.paid / 1000.0
    left = max(0.0, one.daily_budget - one.today.spend / PPM)
    ahead = cost * ground.left_ppm / PPM
    throttle = 1.0 if ahead <= left else left / ahead
    one.plan = Plan(
        day_of(bid, shown * throttle, result.paid), win_ppm=_ppm(result.win), throttle_ppm=_floor(throttle),
        price_milli=int(result.paid * 1000.0 + 0.5), because=because(one, ground),
    )
    return _floor(throttle * result.win)


def day_of(bid: Bid, shown: float, paid: float) -> Books:
    """Books of a day with so many impressions at that price of a thousand."""
    audience = AUDIENCES[bid.campaign.audience]
    clicks = shown * bid.click
    orders, price = clicks * bid.order, bid.campaign.price
    more = 1.0 - audience.anyway
    return Books(
        impressions=_floor(shown), clicks=_floor(clicks), spend=_floor(shown * paid / 1000.0),
        visitors=_floor(clicks * LANDS * audience.orders * more), orders=_floor(orders), gmv=_floor(orders * price),
        extra_orders=_floor(orders * more), extra_gmv=_floor(orders * more * price),
    )


def because(one: Campaign, ground: Ground) -> tuple[tuple[str, int], ...]:
    """What moves the click rate against a plain new creative: (term, ppm of the logarithm)."""
    terms = (
        ("creative", det_log(max(ground.strength, TINY))),
        ("audience", det_log(AUDIENCES[one.audience].clicks)),
        ("frequency", -frequency(one, ground.people) / WEAR),
    )
    return tuple((name, math.floor(size * PPM + 0.5)) for name, size in terms)


def _ppm(number: float) -> int:
    return int(number * PPM + 0.5)


def _floor(number: float) -> int:
    return int(number * PPM)
