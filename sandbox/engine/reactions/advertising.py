"""What ads and creators do, and who follows: the ledger, the shelf, the room."""

from __future__ import annotations

from typing import Any

from sandbox.engine.domains import Domains
from sandbox.engine.reactions.common import WHOLE, Reaction
from sandbox.kernel.messages import EventEnvelope


def _campaign_created(all_: Domains, envelope: EventEnvelope, data: Any) -> None:
    all_.payments.spend_on("creative", data.cost)
    _campaign_changed(all_, envelope, data)


def _campaign_changed(all_: Domains, envelope: EventEnvelope, data: Any) -> None:
    all_.shop.terms_changed(getattr(data, "sku", ""))


def _auction_settled(all_: Domains, envelope: EventEnvelope, data: Any) -> None:
    all_.payments.spend_on("ads", data.cost)
    if all_.ads is not None:
        country = next(one.country for one in all_.ads.campaigns() if one.id == data.campaign)
        all_.shop.note_ad_spend(country, data.cost)


def _room_ads_bought(all_: Domains, envelope: EventEnvelope, data: Any) -> None:
    all_.payments.spend_on("ads", data.cost)
    all_.room.buy_impressions(data.impressions * data.creative_ppm // WHOLE)


def _creator_charged(all_: Domains, envelope: EventEnvelope, data: Any) -> None:
    all_.payments.spend_on("creator", data.cost)


def _creator_joined(all_: Domains, envelope: EventEnvelope, data: Any) -> None:
    if data.show >= 0:
        all_.room.lend(data.followers, data.quality_ppm)


REACTIONS: dict[str, Reaction] = {
    "market.campaign_created": _campaign_created,
    "market.campaign_changed": _campaign_changed,
    "market.campaign_ended": _campaign_changed,
    "market.auction_settled": _auction_settled,
    "market.room_ads_bought": _room_ads_bought,
    "market.creator_booked": _creator_charged,
    "market.creator_paid": _creator_charged,
    "market.creator_no_show": _creator_charged,
    "market.creator_joined": _creator_joined,
}
