"""What happens in the live room, and who follows it."""

from __future__ import annotations

from typing import Any

from sandbox.engine.domains import Domains
from sandbox.engine.reactions.common import Reaction
from sandbox.kernel.ids import from_text
from sandbox.kernel.messages import EventEnvelope


def _order_intended(all_: Domains, envelope: EventEnvelope, data: Any) -> None:
    all_.shop.place_order(data)


def _comment_missed(all_: Domains, envelope: EventEnvelope, data: Any) -> None:
    all_.desk.comment_missed(from_text(data.comment), 0, all_.room.country_of_comment(data.comment), data.kind)


def _comment_moderated(all_: Domains, envelope: EventEnvelope, data: Any) -> None:
    if data.action == "hand_over":
        country = all_.room.country_of_comment(data.comment)
        all_.desk.comment_handed(from_text(data.comment), 0, country, "presale")


def _boost_spent(all_: Domains, envelope: EventEnvelope, data: Any) -> None:
    all_.payments.spend("ads", data.spend, "ads")


def _boost_ended(all_: Domains, envelope: EventEnvelope, data: Any) -> None:
    all_.payments.spend("ads", data.spent, "ads")


def _bag_started(all_: Domains, envelope: EventEnvelope, data: Any) -> None:
    all_.payments.spend("lucky_bags", data.cost, "lucky_bag")


def _scene_changed(all_: Domains, envelope: EventEnvelope, data: Any) -> None:
    all_.payments.spend_on("scene", data.cost)


def _show_started(all_: Domains, envelope: EventEnvelope, data: Any) -> None:
    if all_.ads is not None:
        all_.ads.show_started(data.ordinal)


REACTIONS: dict[str, Reaction] = {
    "livestream.order_intended": _order_intended,
    "livestream.comment_missed": _comment_missed,
    "livestream.comment_moderated": _comment_moderated,
    "livestream.boost_spent": _boost_spent,
    "livestream.boost_ended": _boost_ended,
    "livestream.scene_changed": _scene_changed,
    "livestream.show_started": _show_started,
    "livestream.lucky_bag_started": _bag_started,
}
