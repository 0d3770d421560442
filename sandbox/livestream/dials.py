"""What the kernels are told for one tick: every setting of the room as plain numbers."""

from __future__ import annotations

from typing import Any

from sandbox.kernel.money import PPM
from sandbox.kernel.scenario import PHASES
from sandbox.livestream.columns import Dials
from sandbox.livestream.equations import TICK
from sandbox.livestream.offers import PriceTag
from sandbox.livestream.traffic import shows_per_tick


def dials_of(room: Any, tag: PriceTag, quality: int, spend: int) -> Dials:
    """What holds for the tick that ends now.

    Args:
        room: the :class:`~sandbox.livestream.room.LiveRoom`, whose parts are read.
        tag: price of the pinned product.
        quality: talk quality in force, ppm.
        spend: money of the boost in this tick, minor units.
    """
    stage, second = room.stage, room.stage.second - TICK
    factor = room.compliance.shows_factor() * room.traffic.shows_factor()
    return Dials(
        tick=second // TICK,
        phase=PHASES.index(stage.phase),
        quality=quality / PPM,
        intensity=room.voice.intensity_ppm / PPM,
        swings=room.voice.swings(),
        reply_share=room.chat.reply_share(),
        scene=stage.scene_quality / PPM,
        entry_base=stage.audience.entry_rate / PPM,
        bag=room.bags.until > 0,
        bag_pull=room.bags.pull,
        after_bag=room.bags.is_restless,
        flash=stage.pinned in room.offers.flashes,
        shows=shows_per_tick(room.pool.shows_per_window) * factor,
        followers=room.traffic.followers(second),
        impressions=spend * 1000.0 / stage.show.boost_cpm + room.traffic.bought(),
        teaser=room.traffic.teaser(stage.now - TICK),
        shop=room.traffic.shop(),
        product=stage.crowd.product,
        stock=room.shelf.visible.get(stage.pinned, 0),
        coupons=tag.coupon.left if tag.coupon else 0,
        price_with_coupon=tag.to_pay,
        price_plain=tag.price,
        belief=room.anchor.belief,
        call_click=room.anchor.call_factor("cart"),
        call_comment=room.anchor.call_factor("comment"),
        call_follow=room.anchor.call_factor("follow"),
    )
