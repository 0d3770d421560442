"""The shop's goods as screens show them, and the markers that stand on every chart."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sandbox.kernel.messages import EventEnvelope
from sandbox.kernel.scenario import Product, Scenario
from sandbox.roles.tally.fold import Fold, On


class Good:
    """One product as it stands in the shop now."""

    __slots__ = ("card_points", "hs6", "on_sale", "price", "rating", "reviews", "role", "sample", "sku")

    def __init__(self, product: Product) -> None:
        self.sku = product.sku
        self.price = product.price
        self.on_sale = True
        self.role: str = product.role
        self.hs6 = product.hs_default or product.hs6
        self.rating = product.rating
        self.reviews = product.reviews
        self.sample: tuple[int, int] | None = None
        self.card_points = [point.id for point in product.points]


MARKS = {
    "livestream.product_pinned": ("pin", "sku"), "livestream.coupon_issued": ("coupon", "sku"),
    "livestream.flash_started": ("flash", "sku"), "livestream.lucky_bag_started": ("bag", ""),
    "livestream.boost_started": ("boost", ""), "livestream.teaser_posted": ("teaser", "sku"),
    "livestream.traffic_penalised": ("penalty", ""), "livestream.stock_released": ("stock", "sku"),
    "run.shock_injected": ("shock", "kind"), "market.price_changed": ("price", "sku"),
}


class ShopTally(Fold):
    """Follows prices, parts, cards, headings, samples and ratings."""

    def __init__(self, scenario: Scenario) -> None:
        self.goods = {product.sku: Good(product) for product in scenario.products}
        self.markers: list[tuple[int, str, str]] = []

    def routes(self) -> Mapping[str, On]:
        """See :class:`Fold`."""
        return {
            **dict.fromkeys(MARKS, self._mark),
            "market.price_changed": self._price, "market.role_assigned": self._role,
            "market.fact_sheet_written": self._card, "market.hs_classified": self._heading,
            "market.sample_received": self._sample, "market.delisted": self._delisted,
            "market.relisted": self._relisted, "market.rating_changed": self._rating,
        }

    def _mark(self, envelope: EventEnvelope, data: Any) -> None:
        kind, field = MARKS[envelope.type]
        self.markers.append((envelope.at, kind, getattr(data, field) if field else ""))

    def _price(self, envelope: EventEnvelope, data: Any) -> None:
        self._mark(envelope, data)
        self.goods[data.sku].price = data.new

    def _role(self, envelope: EventEnvelope, data: Any) -> None:
        self.goods[data.sku].role = data.role

    def _card(self, envelope: EventEnvelope, data: Any) -> None:
        self.goods[data.sku].card_points = list(data.points)

    def _heading(self, envelope: EventEnvelope, data: Any) -> None:
        self.goods[data.sku].hs6 = data.hs6

    def _sample(self, envelope: EventEnvelope, data: Any) -> None:
        self.goods[data.sku].sample = data.quality_ppm, data.fit_ppm

    def _delisted(self, envelope: EventEnvelope, data: Any) -> None:
        self.goods[data.sku].on_sale = False

    def _relisted(self, envelope: EventEnvelope, data: Any) -> None:
        self.goods[data.sku].on_sale = True

    def _rating(self, envelope: EventEnvelope, data: Any) -> None:
        self.goods[data.sku].rating, self.goods[data.sku].reviews = data.rating, data.reviews
