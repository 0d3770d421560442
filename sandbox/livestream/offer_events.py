"""What happens with offers and bought attention: stock shown, flash prices, coupons, bags, boosts, notices, teasers."""

from __future__ import annotations

from typing import ClassVar

from sandbox.kernel.messages import Event


class StockReleased(Event):
    """More units are shown as available."""

    type: ClassVar[str] = "livestream.stock_released"
    sku: str
    units: int
    visible: int


class SoldOut(Event):
    """The last shown unit of a product is gone."""

    type: ClassVar[str] = "livestream.sold_out"
    sku: str


class FlashStarted(Event):
    """A flash price began."""

    type: ClassVar[str] = "livestream.flash_started"
    sku: str
    price: int
    until: int


class FlashEnded(Event):
    """A flash price is over."""

    type: ClassVar[str] = "livestream.flash_ended"
    sku: str


class CouponIssued(Event):
    """A coupon is out."""

    type: ClassVar[str] = "livestream.coupon_issued"
    coupon: str
    sku: str
    """Empty for all products."""
    amount: int
    minimum: int
    copies: int
    until: int


class CouponClosed(Event):
    """A coupon ran out of copies or of time."""

    type: ClassVar[str] = "livestream.coupon_closed"
    coupon: str
    used: int


class LuckyBagStarted(Event):
    """A lucky bag is open."""

    type: ClassVar[str] = "livestream.lucky_bag_started"
    prizes: int
    until: int
    cost: int


class LuckyBagDrawn(Event):
    """A lucky bag was drawn."""

    type: ClassVar[str] = "livestream.lucky_bag_drawn"
    participants: int


class BoostStarted(Event):
    """Paid impressions were bought."""

    type: ClassVar[str] = "livestream.boost_started"
    amount: int
    until: int
    cpm: int


class BoostEnded(Event):
    """Paid impressions stopped, with what was spent since the last report."""

    type: ClassVar[str] = "livestream.boost_ended"
    spent: int
    impressions: int
    entries: int


class BoostSpent(Event):
    """One minute of paid traffic: spend against an even plan."""

    type: ClassVar[str] = "livestream.boost_spent"
    spend: int
    plan: int
    impressions: int
    entries: int


class FollowersNotified(Event):
    """The followers were told."""

    type: ClassVar[str] = "livestream.followers_notified"
    followers: int


class TeaserPosted(Event):
    """A short video is out."""

    type: ClassVar[str] = "livestream.teaser_posted"
    sku: str
    hook: str
    hook_score_ppm: int
    best_score_ppm: int
    worst_score_ppm: int


class ClickLost(Event):
    """A viewer wanted to buy what was sold out."""

    type: ClassVar[str] = "livestream.click_lost"
    sku: str
    viewer: str
