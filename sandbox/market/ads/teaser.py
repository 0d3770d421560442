"""Short videos that lead to a listing: seen by chance, gone in days."""

from __future__ import annotations

from sandbox.kernel.calendar import DAY
from sandbox.kernel.detmath import det_exp
from sandbox.kernel.draws import Stream
from sandbox.kernel.ids import child
from sandbox.kernel.money import PPM
from sandbox.market.ads.campaign import Books, Campaign, Plan

MEDIAN_VIEWS = 800
"""Of a good hook on an account of score 60: chosen."""
PLAIN_ACCOUNT = 60
CLICKS = 0.006
"""Views that follow to the listing; published rates of links under short videos are of this size."""
FADES = 0.5
"""Share of its remaining views that a video gets each day: chosen."""
COST_CENTS = 1_500
"""Making one, US cents: chosen."""
LEAST_HOOK = 0.2


def views(stream: Stream, sku: str, country: str, number: int, hook: float, account: int) -> int:
    """All the views a video will ever get: lognormal around what hook and account deserve, spread 1.

    Args:
        stream: luck of videos.
        sku: the product.
        country: where it is shown.
        number: which video for this product there.
        hook: score of its beginning, 0 to 1.
        account: score of the account, 0 to 100.
    """
    deserved = MEDIAN_VIEWS * (LEAST_HOOK + (1 - LEAST_HOOK) * hook) * account / PLAIN_ACCOUNT
    return int(deserved * det_exp(stream.normal(child(0, f"teaser:{sku}:{country}", 0), number)) + 0.5)


def plan_teaser(one: Campaign, day: int, convert: float) -> None:
    """What one day of it brings; nothing is paid."""
    age = day - one.starts // DAY
    shown = float(one.views)
    for _ in range(age):
        shown *= 1.0 - FADES
    plan_visitors(one, shown * FADES, CLICKS, convert)


def plan_visitors(one: Campaign, shown: float, clicks: float, convert: float) -> None:
    """A day of people who saw something for nothing and follow it to the listing."""
    visitors = shown * clicks
    orders = visitors * convert
    sales = int(orders * one.price * PPM)
    one.plan = Plan(
        Books(impressions=int(shown * PPM), clicks=int(visitors * PPM), visitors=int(visitors * PPM),
              orders=int(orders * PPM), gmv=sales, extra_orders=int(orders * PPM), extra_gmv=sales),
        throttle_ppm=PPM,
    )
