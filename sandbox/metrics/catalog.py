"""Every figure of the live room, once: its names, its unit, how it is computed, and where the definition comes from."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Literal

from msgspec import Struct

from sandbox.kernel.lesson import Text
from sandbox.metrics import funnel

Counts = Mapping[str, int]
"""Sums of a window: shows, organic, views, watch_seconds, interactions, clicks, orders, gmv, follows, paid, spend."""
Unit = Literal["count", "money", "ppm", "seconds"]


class Metric(Struct, frozen=True, kw_only=True):
    """One figure."""

    id: str
    name: Text
    unit: Unit
    formula: Text
    source: str
    """Who counts it this way."""
    of: Callable[[Counts], int | None]
    """The figure of a window; None if it is not known."""


SELLER_GUIDES = "sellers' guides of live platforms (metrics of a live session)"
FUNNEL = "the platforms' own funnel: GMV = exposures x entry rate x click rate x click to order x order value"
CHINESE_USAGE = "usage of Chinese dashboards"


def _count(name: str) -> Callable[[Counts], int | None]:
    return lambda counts: counts[name]


LIVE: tuple[Metric, ...] = (
    Metric(
        id="shows", name=Text(en="Exposures", zh="曝光次数"), unit="count", source=FUNNEL, of=_count("shows"),
        formula=Text(en="times the platform showed the room", zh="平台展示直播间的次数"),
    ),
    Metric(
        id="views", name=Text(en="Views", zh="观看人次"), unit="count", source=SELLER_GUIDES, of=_count("views"),
        formula=Text(en="entries into the room, from every source", zh="各来源进入直播间的次数"),
    ),
    Metric(
        id="entry_rate", name=Text(en="Entry rate", zh="曝光进入率"), unit="ppm", source=FUNNEL,
        formula=Text(en="recommended entries / exposures", zh="自然推荐进入 ÷ 曝光次数"),
        of=lambda counts: funnel.entry_rate(counts["organic"], counts["shows"]),
    ),
    Metric(
        id="mean_stay", name=Text(en="Mean stay", zh="平均停留"), unit="seconds", source=SELLER_GUIDES,
        formula=Text(en="viewer-seconds / views", zh="总观看秒数 ÷ 观看人次"),
        of=lambda counts: funnel.mean_stay(counts["watch_seconds"], counts["views"]),
    ),
    Metric(
        id="interaction_rate", name=Text(en="Interaction", zh="互动率"), unit="ppm", source=SELLER_GUIDES,
        formula=Text(en="(comments + likes) / views", zh="（评论 + 点赞）÷ 观看人次"),
        of=lambda counts: funnel.interaction_rate(counts["interactions"], counts["views"]),
    ),
    Metric(
        id="ctr", name=Text(en="Click rate", zh="商品点击率"), unit="ppm", source=FUNNEL,
        formula=Text(en="product clicks / views", zh="商品点击 ÷ 观看人次"),
        of=lambda counts: funnel.click_rate(counts["clicks"], counts["views"]),
    ),
    Metric(
        id="ctor", name=Text(en="Click to order", zh="点击成交率"), unit="ppm", source=SELLER_GUIDES,
        formula=Text(en="orders / product clicks", zh="下单 ÷ 商品点击"),
        of=lambda counts: funnel.click_to_order(counts["orders"], counts["clicks"]),
    ),
    Metric(
        id="orders", name=Text(en="Orders", zh="订单数"), unit="count", source=SELLER_GUIDES, of=_count("orders"),
        formula=Text(en="orders placed, paid or not", zh="已下单数，含未付款"),
    ),
    Metric(
        id="gmv", name=Text(en="GMV", zh="成交额"), unit="money", source=SELLER_GUIDES, of=_count("gmv"),
        formula=Text(en="sum of (live price - discount) over orders placed", zh="下单到手价之和"),
    ),
    Metric(
        id="gpm_view", name=Text(en="GPM", zh="千次观看成交"), unit="money", source=CHINESE_USAGE,
        formula=Text(en="1000 x GMV / views", zh="1000 × 成交额 ÷ 观看人次"),
        of=lambda counts: funnel.gpm_view(counts["gmv"], counts["views"]),
    ),
    Metric(
        id="gpm_show", name=Text(en="GPM of exposures", zh="千次曝光成交"), unit="money", source=FUNNEL,
        formula=Text(en="1000 x GMV / exposures", zh="1000 × 成交额 ÷ 曝光次数"),
        of=lambda counts: funnel.gpm_show(counts["gmv"], counts["shows"]),
    ),
    Metric(
        id="uv_value", name=Text(en="Value per view", zh="单次观看价值"), unit="money", source=CHINESE_USAGE,
        formula=Text(en="GMV / views", zh="成交额 ÷ 观看人次"),
        of=lambda counts: funnel.value_per_view(counts["gmv"], counts["views"]),
    ),
    Metric(
        id="cvr", name=Text(en="Conversion", zh="成交转化率"), unit="ppm", source=FUNNEL,
        formula=Text(en="orders / views", zh="下单 ÷ 观看人次"),
        of=lambda counts: funnel.conversion_rate(counts["orders"], counts["views"]),
    ),
    Metric(
        id="new_followers", name=Text(en="New followers", zh="新增粉丝"), unit="count", source=SELLER_GUIDES,
        formula=Text(en="follows during the show", zh="本场新增关注"), of=_count("follows"),
    ),
    Metric(
        id="follow_rate", name=Text(en="Follow rate", zh="关注率"), unit="ppm", source=SELLER_GUIDES,
        formula=Text(en="follows / views", zh="新增关注 ÷ 观看人次"),
        of=lambda counts: funnel.follow_rate(counts["follows"], counts["views"]),
    ),
    Metric(
        id="paid_share", name=Text(en="Paid share", zh="付费流量占比"), unit="ppm", source=CHINESE_USAGE,
        formula=Text(en="paid views / views", zh="付费进入 ÷ 观看人次"),
        of=lambda counts: funnel.paid_share(counts["paid"], counts["views"]),
    ),
    Metric(
        id="ad_spend", name=Text(en="Ad spend", zh="投放消耗"), unit="money", source=SELLER_GUIDES, of=_count("spend"),
        formula=Text(en="spent on paid impressions", zh="付费曝光消耗"),
    ),
    Metric(
        id="cost_per_order", name=Text(en="Ad cost per order", zh="单均投放成本"), unit="money", source=CHINESE_USAGE,
        formula=Text(en="ad spend / orders", zh="投放消耗 ÷ 订单数"),
        of=lambda counts: funnel.cost_per_order(counts["spend"], counts["orders"]),
    ),
    Metric(
        id="room_roas", name=Text(en="Room ROAS", zh="全域投产比"), unit="ppm", source=CHINESE_USAGE,
        formula=Text(en="GMV of the whole room / ad spend", zh="整场成交额 ÷ 投放消耗"),
        of=lambda counts: funnel.room_roas(counts["gmv"], counts["spend"]),
    ),
)
"""In the order of a review: traffic, attention, clicks, orders, money."""


def metric(name: str) -> Metric:
    """The figure of that id.

    Raises:
        KeyError: nobody counts it.
    """
    for one in LIVE:
        if one.id == name:
            return one
    raise KeyError(name)
