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
    "market.campaign_created": ("campaign", "sku"), "market.creator_joined": ("creator", "creator"),
}


class Bundle:
    """Products that are sold together under a number of their own."""

    __slots__ = ("price", "sku", "skus")

    def __init__(self, sku: str, skus: tuple[str, ...], price: int) -> None:
        self.sku = sku
        self.skus = skus
        self.price = price


class ShopTally(Fold):
    """Follows prices, parts, cards, headings, samples, ratings and sets. Sets are no products of the scenario."""

    def __init__(self, scenario: Scenario) -> None:
        self.goods = {product.sku: Good(product) for product in scenario.products}
        self.bundles: dict[str, Bundle] = {}
        self.markers: list[tuple[int, str, str]] = []

    def routes(self) -> Mapping[str, On]:
        """See :class:`Fold`."""
        return {
            **dict.fromkeys(MARKS, self._mark),
            "market.price_changed": self._price, "market.role_assigned": self._role,
            "market.fact_sheet_written": self._card, "market.hs_classified": self._heading,
            "market.sample_received": self._sample, "market.delisted": self._delisted,
            "market.relisted": self._relisted, "market.rating_changed": self._rating,
            "market.bundle_set": self._bundle,
        }

    def _mark(self, envelope: EventEnvelope, data: Any) -> None:
        kind, field = MARKS[envelope.type]
        self.markers.append((envelope.at, kind, getattr(data, field) if field else ""))

    def _price(self, envelope: EventEnvelope, data: Any) -> None:
        self._mark(envelope, data)
        if data.sku in self.bundles:
            self.bundles[data.sku].price = data.new
        else:
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
        """The room's rating. A listing of the shelf has stars of its own, which its row tells."""
        if not data.listing and data.sku in self.goods:
            self.goods[data.sku].rating, self.goods[data.sku].reviews = data.rating, data.reviews

    def _bundle(self, envelope: EventEnvelope, data: Any) -> None:
        self.bundles[data.bundle] = Bundle(data.bundle, data.skus, data.price)
