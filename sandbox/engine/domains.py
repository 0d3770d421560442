"""The five domains of a run, and what each may read of the others: plain callables, injected here and nowhere else."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from typing import Any

from sandbox.kernel.ids import from_text
from sandbox.kernel.messages import Command, EventEnvelope
from sandbox.kernel.money import Money, convert, share
from sandbox.kernel.rule_rows import PlatformFee
from sandbox.kernel.scenario import Scenario
from sandbox.kernel.world import Domain, Handler, World
from sandbox.livestream.broadcasts import Broadcasts
from sandbox.logistics.model import Logistics
from sandbox.market.quote import Quote, compose, expected_fees
from sandbox.market.shop import Shop
from sandbox.payments.bill import Sale
from sandbox.payments.payments import Payments
from sandbox.service.desk import Desk

SALVAGE_PPM = 600_000
"""What unsold stock still fetches of its cost."""


class Arena:
    """What all teams of a run share: the shelf market with its shoppers and rivals. Empty where teams only sell live.

    Args:
        world: the run's own.
        scenario: what is played.
    """

    def __init__(self, world: World, scenario: Scenario) -> None:
        self.scenario = scenario

    def open(self) -> None:
        """Every team has joined: begin."""

    def all(self) -> tuple[Any, ...]:
        """Its parts, in a fixed order."""
        return ()


class Domains:
    """Makes the domains of one team and answers what they ask of each other.

    Args:
        world: time, chance and record of the team.
        scenario: what is played.
        arena: what all teams share.
    """

    def __init__(self, world: World, scenario: Scenario, arena: Arena) -> None:
        self._scenario = scenario
        self.arena = arena
        self.shop_currency = scenario.shop.currency
        self.reference_prices = {product.sku: product.reference_price for product in scenario.products}
        self.payments = Payments(world, scenario, _PaymentReads(self))
        self.logistics = Logistics(world, scenario, _LogisticsReads(self))
        self.shop = Shop(world, scenario, _ShopReads(self))
        self.desk = Desk(world, scenario, _DeskReads(self))
        self.room = Broadcasts(world, scenario, _RoomReads(self))

    def all(self) -> tuple[Domain, ...]:
        """In a fixed order."""
        return self.room, self.shop, self.logistics, self.payments, self.desk

    def handlers(self) -> Mapping[type[Command], Handler]:
        """Every command of the trade and what decides it."""
        merged: dict[type[Command], Handler] = {}
        for domain in self.all():
            merged.update(domain.handlers())
        return merged

    def close_for_good(self) -> None:
        """Play is over: nobody decides any more, and what costs money by the day stops."""
        self.room.close_for_good()

    def open_orders(self) -> int:
        """Orders that have not ended."""
        return sum(1 for order in self.shop.orders() if not order.is_ended)

    def orders(self) -> int:
        """All orders."""
        return len(self.shop.orders())

    def contribution(self) -> int:
        """What the run brought, shop currency: every line of profit and loss, ads and bags too."""
        return sum(self.payments.profit_and_loss().values())

    def worth(self) -> int:
        """What the run is worth when every order has ended: contribution less what unsold stock has lost."""
        unsold = sum(self.logistics.available(product.sku) * product.unit_cost for product in self._scenario.products)
        return self.contribution() - share(unsold, 1_000_000 - SALVAGE_PPM)

    def has_stock_at_home(self, sku: str) -> bool:
        """Whether a piece lies at a node of the country where the shop sits (the first warehouse's)."""
        houses = self._scenario.warehouses
        home = houses[0].country if houses else ""
        return any(self.logistics.available_at(house.node, sku) > 0 for house in houses if house.country == home)

    def currency_of(self, country: str) -> str:
        """The currency buyers of *country* pay in."""
        return str(self._scenario.rules.country(country).currency)

    def in_shop_currency(self, amount: int, currency: str) -> int:
        """*amount* at the rate of the day."""
        return convert(amount, self.payments.rate(currency, self._scenario.shop.currency))

    def quote(self, country: str, sku: str, price: int) -> Quote:
        """One unit for one country at *price* after discount."""
        terms = self.logistics.terms(country, sku)
        charges = self.logistics.landed(country, sku, price)
        rate = self.payments.rate(self._scenario.shop.currency, charges.currency)
        return compose(price, terms, charges, rate, self._fees(country, sku, price + terms.fee_charged))

    def _fees(self, country: str, sku: str, sale: int) -> int:
        shop, rules = self._scenario.shop, self._scenario.rules
        key = (country, self._categories[sku])
        card = self._fee_cards.get(key)
        if card is None:
            card = rules.platform_fee(shop.platform.upper(), *key, Money(sale, shop.currency), rules.on)
            self._fee_cards[key] = card
        return expected_fees(card, sale, self.in_shop_currency(card.payment_fixed_minor, card.currency))

    @cached_property
    def _fee_cards(self) -> dict[tuple[str, str], PlatformFee]:
        return {}

    @cached_property
    def _categories(self) -> dict[str, str]:
        return {product.sku: product.category for product in self._scenario.products}


class _Asks:
    def __init__(self, domains: Domains) -> None:
        self._all = domains


class _PaymentReads(_Asks):
    def sale(self, order: int) -> Sale:
        """What was sold, and the tax taken at checkout."""
        row = self._all.shop.order(order)
        return Sale(row.sku, row.units, row.tax)


class _LogisticsReads(_Asks):
    def declared_hs(self, sku: str) -> str:
        """Heading under which the shop declares a product."""
        return self._all.shop.declared_hs(sku)

    def talk(self, order: int) -> tuple[int, int, int]:
        """How much the buyer was promised too much, reassured and hurried."""
        return self._all.shop.talk(order)

    def spendable(self) -> int:
        """Cash and what is left of the credit line."""
        return self._all.payments.can_spend()


class _ShopReads(_Asks):
    def quote(self, country: str, sku: str, price_minor: int) -> Quote:
        """One unit for one country."""
        return self._all.quote(country, sku, price_minor)

    def spendable(self) -> int:
        """Cash and what is left of the credit line."""
        return self._all.payments.can_spend()


class _DeskReads(_Asks):
    def left_to_refund(self, order: int) -> int:
        """What could still be given back, in the shop's currency."""
        row = self._all.shop.order(order)
        return self._all.in_shop_currency(self._all.payments.left_to_refund(order), row.currency)


class _RoomReads(_Asks):
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


def order_of(envelope: EventEnvelope) -> int:
    """The order an event is about, as a number."""
    return from_text(envelope.data.order)  # type: ignore[attr-defined]
