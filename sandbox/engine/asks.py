"""What each domain may ask of the others: plain callables, one small class a domain, injected here and nowhere else."""

from __future__ import annotations

from sandbox.engine.trade import Trade
from sandbox.market.ads.reads import RoomNow
from sandbox.market.quote import Quote
from sandbox.market.supply.reads import MarketTruth
from sandbox.payments.bill import Sale

WHOLE = 1_000_000
USUAL_ENTRY_PPM = 45_000
"""Paid impressions of a room that become views where its own figures are too young to tell. Chosen."""


class _Asks:
    def __init__(self, trade: Trade) -> None:
        self._all = trade


class PaymentAsks(_Asks):
    """For payments."""

    def sale(self, order: int) -> Sale:
        """What was sold where, the tax taken at checkout, and what leaves the shelf. Ads pay creators themselves."""
        row = self._all.shop.order(order)
        return Sale(row.sku, row.units, row.tax, row.platform, 0, self._all.shop.parts(row.sku))

    def proofs(self, order: int) -> tuple[str, ...]:
        """What the shop could show a bank."""
        found = []
        if self._all.shop.order(order).state in ("delivered", "returning", "completed"):
            found.append("delivery_proof")
        if self._all.desk.has_conversation(order):
            found.append("conversation")
        return (*found, "policy")


class LogisticsAsks(_Asks):
    """For logistics."""

    def declared_hs(self, sku: str) -> str:
        """Heading under which the shop declares a product."""
        return self._all.shop.declared_hs(sku)

    def talk(self, order: int) -> tuple[int, int, int]:
        """How much the buyer was promised too much, reassured and hurried."""
        return self._all.shop.talk(order)

    def spendable(self) -> int:
        """Cash and what is left of the credit line."""
        return self._all.payments.can_spend()

    def parts(self, sku: str) -> tuple[tuple[str, int], ...]:
        """Products in one unit, with their number."""
        return self._all.shop.parts(sku)

    def defect_ppm(self, sku: str, node: str) -> int | None:
        """Share of defects in the lots at a node; None where no lots are kept."""
        return self._all.supply.defect_ppm(sku, node) if self._all.supply is not None else None

    def missing_certificates(self, sku: str, country: str) -> tuple[str, ...]:
        """Codes of the papers a product needs in a country and the shop does not hold now."""
        return self._all.supply.missing_certificates(sku, country) if self._all.supply is not None else ()

    def is_described(self, sku: str) -> bool:
        """Whether the product's card says what it is: a customs officer holds what is vague."""
        return all(self._all.shop.listing(part).points for part, _ in self._all.shop.parts(sku))

    def platform(self, order: int) -> str:
        """Platform on which an order was placed."""
        return self._all.shop.order(order).platform

    def cod_refusal_ppm(self, order: int) -> int:
        """Chance that a buyer who pays on delivery does not take the parcel."""
        return self._all.payments.cod_refusal_ppm(order)

    def is_live(self, order: int) -> bool:
        """Whether an order was placed in a live room."""
        return self._all.shop.order(order).channel == "live"


class ShopAsks(_Asks):
    """For the shop."""

    def quote(self, country: str, sku: str, price_minor: int, platform: str = "") -> Quote:
        """One unit for one country, by the fee card of a platform."""
        return self._all.quote(country, sku, price_minor, platform)

    def spendable(self) -> int:
        """Cash and what is left of the credit line."""
        return self._all.payments.can_spend()

    def terms(self, country: str, sku: str, platform: str) -> tuple[bool, bool]:
        """Is delivery free, and is the duty paid for the buyer?"""
        terms = self._all.logistics.terms(country, sku)
        return terms.free_shipping, terms.duty_paid

    def stock(self, country: str, sku: str, platform: str) -> int:
        """Free units that can serve an order from *country* on *platform*."""
        return self._all.logistics.stock_for(country, sku, platform)

    def has_certificate(self, sku: str, country: str, certificate: str) -> bool:
        """Whether the shop can show that paper now."""
        supply = self._all.supply
        return supply is None or supply.has_certificate(sku, country, certificate, self._all.now)


class SupplyAsks(_Asks):
    """For supply."""

    def spendable(self) -> int:
        """Cash and what is left of the credit line."""
        return self._all.payments.can_spend()

    def can_purchase(self) -> int:
        """What may be spent on goods: cash alone."""
        return self._all.payments.can_purchase()

    def in_shop_currency(self, minor: int, currency: str) -> int:
        """An amount at today's rate."""
        return self._all.in_shop_currency(minor, currency)

    def market_truth(self, country: str, category: str) -> MarketTruth:
        """One category in one country as it is today."""
        assert self._all.arena.answers is not None
        return self._all.arena.answers.market_truth(country, category)


class AdsAsks(_Asks):
    """For advertising."""

    @property
    def team(self) -> str:
        """Whose ads these are."""
        return self._all.team

    def spendable(self) -> int:
        """Cash and what is left of the credit line."""
        return self._all.payments.can_spend()

    def room(self) -> RoomNow | None:
        """The show that is on, or None."""
        shows = self._all.room
        if not shows.is_live:
            return None
        room = shows.current
        sums, cpm = room.figures.totals, room.stage.show.boost_cpm
        value = sums.gmv_ppm * 1000 // WHOLE // sums.views if sums.views else 0
        return RoomNow(until=shows.ends_at, cpm=cpm, entry_ppm=USUAL_ENTRY_PPM, gmv_per_view=value)

    def show_starts(self, show: int) -> int | None:
        """Second at which the broadcast of that number begins; None if there is none, or it was held."""
        rooms = self._all.room.rooms
        if not 0 <= show < len(rooms) or rooms[show].stage.status == "over":
            return None
        return rooms[show].stage.show.starts_at

    def visitors_arrived(self, listing: str, country: str, count: int, campaign: str, first: int) -> None:
        """People land on a listing."""
        self._all.visitors_arrived(listing, count, campaign, first)


class DeskAsks(_Asks):
    """For the help desk."""

    def left_to_refund(self, order: int) -> int:
        """What could still be given back, in the shop's currency."""
        row = self._all.shop.order(order)
        return self._all.in_shop_currency(self._all.payments.left_to_refund(order), row.currency)


class RoomAsks(_Asks):
    """For the live room."""

    def list_price(self, sku: str) -> int:
        """Price without flash and coupon."""
        return self._all.shop.price(sku)

    def reference_price(self, sku: str) -> int:
        """What buyers take as the usual price."""
        return self._all.reference_prices[sku]

    def rating(self, sku: str) -> int:
        """Shown stars times 100."""
        return self._all.shop.rating(sku).shown

    def on_sale(self, sku: str) -> bool:
        """Whether the shop sells it at all."""
        return self._all.shop.listing(sku).on_sale

    def card(self, sku: str) -> tuple[str, ...]:
        """Ids of the selling points on the anchor's card."""
        return tuple(self._all.shop.listing(sku).points)

    def available(self, sku: str) -> int:
        """Free units over all nodes."""
        return self._all.logistics.available(sku)

    def terms(self, country: str, sku: str) -> tuple[bool, bool]:
        """Is delivery free, and is the duty paid for the buyer?"""
        terms = self._all.logistics.terms(country, sku)
        return terms.free_shipping, terms.duty_paid

    def sample_at_hand(self, sku: str) -> bool:
        """A sample that came, or stock at a node in the shop's own country."""
        return self._all.shop.listing(sku).sample is not None or self._all.has_stock_at_home(sku)

    def cash(self) -> int:
        """What the shop can spend now."""
        return self._all.payments.can_spend()
