"""Rival listings: what they are when the run starts. All of it is keyed, the same for every team under one secret."""

from __future__ import annotations

from typing import NamedTuple

from sandbox.kernel.detmath import det_exp
from sandbox.kernel.draws import Stream

PRICE_SPREAD, STARS_SPREAD, CONTENT_SPREAD, BID_SPREAD = 0.2, 25, 0.12, 0.4
REVIEWS_LOG, REVIEWS_SPREAD = 5.0, 1.2
PROMISES = (2, 2, 2, 8, 10)
"""Days rivals promise: three in five sell from local stock. Chosen, as the other spreads here."""
COST_LOW, COST_SPAN = 0.45, 0.2


class Rival(NamedTuple):
    """One rival listing as it starts."""

    price: int
    """Landed, shop currency."""
    cost: int
    stars: int
    reviews: int
    quality: float
    content: float
    days: int
    on_time: float
    words: float
    style: float
    bid: int
    age: int
    """Days it has been listed."""


def draw_rival(stream: Stream, rival: int, usual_price: int, usual_bid: int) -> Rival:
    """The rival of that id.

    Args:
        stream: ``ctx.market.rival``.
        rival: its id.
        usual_price: what a usual order of the category costs, shop currency.
        usual_bid: what a click costs in the country, shop currency.
    """
    normal, unit = stream.normal, stream.unit
    price = max(100, int(usual_price * det_exp(PRICE_SPREAD * normal(rival, 0)) + 0.5))
    return Rival(
        price=price,
        cost=int(price * (COST_LOW + COST_SPAN * unit(rival, 1))),
        stars=min(490, max(330, 10 * int((430 + STARS_SPREAD * normal(rival, 2)) / 10 + 0.5))),
        reviews=int(det_exp(REVIEWS_LOG + REVIEWS_SPREAD * normal(rival, 3))),
        quality=min(1.0, max(0.2, 0.7 + CONTENT_SPREAD * normal(rival, 4))),
        content=min(1.0, max(0.2, 0.7 + CONTENT_SPREAD * normal(rival, 5))),
        days=PROMISES[stream.below(len(PROMISES), rival, 6)],
        on_time=0.90 + 0.09 * unit(rival, 7),
        words=0.6 + 0.4 * unit(rival, 8),
        style=2.0 * unit(rival, 9) - 1.0,
        bid=max(1, int(usual_bid * det_exp(BID_SPREAD * normal(rival, 10)) + 0.5)),
        age=30 + stream.below(370, rival, 11),
    )
