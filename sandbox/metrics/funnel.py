"""From exposures to sales: each figure of the live room is one function of counts.

Ratios are parts per million and money is minor units of the shop's currency, both rounded down. ``None`` is "not
known": a rate without a denominator is not zero.
"""

from __future__ import annotations

from sandbox.kernel.money import PPM


def per(amount: int, base: int, scale: int = 1) -> int | None:
    """*scale* x *amount* / *base*, rounded down; None when *base* is zero."""
    return amount * scale // base if base else None


def entry_rate(organic: int, shows: int) -> int | None:
    """曝光进入率, ppm: recommended entries per exposure. Bought entries do not count, so money cannot lift it."""
    return per(organic, shows, PPM)


def mean_stay(viewer_seconds: int, views: int) -> int | None:
    """平均停留, seconds: viewer-seconds per view."""
    return per(viewer_seconds, views)


def interaction_rate(interactions: int, views: int) -> int | None:
    """互动率, ppm: comments and likes per view."""
    return per(interactions, views, PPM)


def click_rate(clicks: int, views: int) -> int | None:
    """商品点击率, ppm: clicks on products per view."""
    return per(clicks, views, PPM)


def click_to_order(orders: int, clicks: int) -> int | None:
    """点击成交率 (CTOR), ppm: orders per click on a product."""
    return per(orders, clicks, PPM)


def conversion_rate(orders: int, views: int) -> int | None:
    """成交转化率, ppm: orders per view, the product of click rate and click to order."""
    return per(orders, views, PPM)


def gpm_view(gmv: int, views: int) -> int | None:
    """千次观看成交额, money: sales per thousand views, as Chinese dashboards count it."""
    return per(gmv, views, 1000)


def gpm_show(gmv: int, shows: int) -> int | None:
    """千次曝光成交额, money: sales per thousand exposures, what the recommendation of a platform looks at."""
    return per(gmv, shows, 1000)


def value_per_view(gmv: int, views: int) -> int | None:
    """UV价值, money: sales per view; every viewer of the model comes once, so views are viewers."""
    return per(gmv, views)


def follow_rate(follows: int, views: int) -> int | None:
    """关注率, ppm: new followers per view."""
    return per(follows, views, PPM)


def paid_share(paid: int, views: int) -> int | None:
    """付费流量占比, ppm: views that were bought."""
    return per(paid, views, PPM)


def cost_per_order(spend: int, orders: int) -> int | None:
    """单均投放成本, money: advertising spend per order of the whole room."""
    return per(spend, orders)


def room_roas(gmv: int, spend: int) -> int | None:
    """全域投产比, ppm: all sales over all spend, as platforms report it.

    It credits advertising with what came by itself.
    """
    return per(gmv, spend, PPM)
