"""Where people come from and what they cost. What a boost added beyond what came anyway is opened in the review."""

from __future__ import annotations

from sandbox.kernel.scenario import SOURCES
from sandbox.roles.seen import Seen
from sandbox.roles.tally.room import BIN
from sandbox.roles.view_parts import BoostRow, SourceRow, TeaserRow
from sandbox.roles.view_types import TrafficView
from sandbox.roles.views.common import card, claims, common, kpis, markers, room_line, trend
from sandbox.roles.views.season import ads_part, shelf_part, stage_part

ROAS_LAG = 600
"""Seconds after which attributed sales are reported."""


def traffic_view(seen: Seen) -> TrafficView:
    """What the traffic seat may know."""
    room, chat = seen.tallies.room, seen.tallies.chat
    last5 = room.window(300, seen.now // BIN * BIN)
    return TrafficView(
        common=common(seen, "traffic"), room=room_line(seen),
        sources=tuple(SourceRow(source=name, last5=last5[name], total=room.total[name]) for name in SOURCES),
        kpis=kpis(seen, lag=0), trend=trend(seen), markers=markers(seen), boost=_boost(seen),
        teasers=tuple(
            TeaserRow(at=at, sku=sku, hook=hook, entries=_since(seen, at)) for at, sku, hook in chat.teasers
        ),
        products=tuple(card(seen, product) for product in seen.scenario.products), notified=chat.notified,
        followers=room.followers, cash=seen.money.cash(),
        stage=stage_part(seen), shelf=shelf_part(seen), ads=ads_part(seen),
        points={
            product.sku: claims(product) for product in seen.scenario.products if seen.scenario.market is not None
        },
    )


def _since(seen: Seen, at: int) -> int:
    return sum(one.sums["teaser"] for one in seen.tallies.room.bins if one.at >= at)


def _boost(seen: Seen) -> BoostRow:
    chat, row = seen.tallies.chat, seen.tallies.chat.boost
    return BoostRow(
        running=chat.boost_runs, budget=row["budget"], spent=row["spent"], until=row["until"], cpm=row["cpm"],
        impressions=row["impressions"], entries=row["entries"], reported_roas_ppm=_reported_roas(seen),
    )


def _reported_roas(seen: Seen) -> int | None:
    """Sales shared out by the paid part of the views, over spend. What would have come anyway is counted in."""
    until = seen.now - ROAS_LAG
    spent = sum(spend for at, spend in seen.tallies.chat.boost_log if at <= until)
    if not spent:
        return None
    first = seen.tallies.chat.boost_log[0][0] - 60
    sales = sum(one.sums["gmv"] * one.sums["paid"] // max(1, one.sums["views"])
                for one in seen.tallies.room.bins if first <= one.at <= until)
    return sales * 1_000_000 // spent
