"""What happens around the pitch: scenes, demonstrations, stated prices, disclosures, hand-overs, the schedule."""

from __future__ import annotations

from typing import ClassVar

from sandbox.kernel.messages import Event


class SceneChanged(Event):
    """The room moved to another scene."""

    type: ClassVar[str] = "livestream.scene_changed"
    scene: str
    quality_ppm: int
    cost: int
    """Shop currency, minor units."""


class DemoShown(Event):
    """The product was shown at work."""

    type: ClassVar[str] = "livestream.demo_shown"
    sku: str
    action: str


class PriceStated(Event):
    """The anchor said a price."""

    type: ClassVar[str] = "livestream.price_stated"
    sku: str
    price: int
    price_true: int
    """What a viewer pays."""
    honest: bool


class AdDisclosed(Event):
    """The anchor said that this is an advertisement."""

    type: ClassVar[str] = "livestream.ad_disclosed"
    until: int


class HandedOver(Event):
    """The co-anchor goes on."""

    type: ClassVar[str] = "livestream.handed_over"
    second: int


class ShowScheduled(Event):
    """Operations put a further broadcast into the calendar."""

    type: ClassVar[str] = "livestream.show_scheduled"
    ordinal: int
    starts_at: int
    seconds: int


class RoomAdsArrived(Event):
    """Bought impressions of the room are being shown."""

    type: ClassVar[str] = "livestream.room_ads_arrived"
    impressions: int
