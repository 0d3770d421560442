"""The anchor's prompter: few, large things. Margins, spend and the platform's score stay hidden."""

from __future__ import annotations

from sandbox.kernel.scenario import Product
from sandbox.roles.seen import Seen
from sandbox.roles.view_parts import PointLine
from sandbox.roles.view_types import AnchorView
from sandbox.roles.views.common import card, comment_line, common, offers, room_line, rundown
from sandbox.roles.views.season import stage_part

COMMENTS = 14


def anchor_view(seen: Seen) -> AnchorView:
    """What the anchor may know."""
    room, chat = seen.tallies.room, seen.tallies.chat
    product = seen.scenario.product(room.pinned) if room.pinned else None
    return AnchorView(
        common=common(seen, "anchor"), room=room_line(seen), now=card(seen, product) if product else None,
        phase=room.phase, phase_seconds=max(0, seen.now - room.phase_since) if room.phase else 0,
        phase_planned=_planned(seen), automatic=room.automatic,
        points=_points(seen, product) if product else (), rundown=rundown(seen),
        comments=tuple(comment_line(one) for one in chat.recent("open", "answered", "missed")[:COMMENTS]),
        comments_per_minute=len([at for at in chat.times if at > seen.now - 60]),
        orders_last_minute=len([at for at in room.order_times if at > seen.now - 60]),
        reply_share_ppm=chat.answered * 1_000_000 // chat.asked if chat.asked else None,
        intensity_ppm=room.intensity_ppm, cues=tuple(room.cues), offers=offers(seen),
        penalty_points=room.penalty_points, stage=stage_part(seen),
    )


def _planned(seen: Seen) -> int:
    room = seen.tallies.room
    for item in room.rundown:
        if item.sku == room.pinned:
            return next((step.seconds for step in item.pitch if step.phase == room.phase), 0)
    return 0


def _points(seen: Seen, product: Product) -> tuple[PointLine, ...]:
    shown = seen.tallies.shop.goods[product.sku].card_points
    return tuple(
        PointLine(id=point.id, phase=point.phase, text=point.text, said=point.id in seen.tallies.room.said)
        for point in product.points if point.id in shown
    )
