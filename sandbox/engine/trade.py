"""The domains of one team side by side, and what is computed from several of them. Made by ``engine.domains``."""

from __future__ import annotations

from functools import cached_property

from sandbox.engine.arena import Arena
from sandbox.kernel.ids import from_text
from sandbox.kernel.messages import EventEnvelope
from sandbox.kernel.money import Money, convert, share
from sandbox.kernel.rule_rows import PlatformFee
from sandbox.kernel.scenario import Scenario
from sandbox.kernel.world import World
from sandbox.livestream.broadcasts import Broadcasts
from sandbox.logistics.model import Logistics
from sandbox.market.ads.ads import Ads
from sandbox.market.quote import Quote, compose, expected_fees
from sandbox.market.shop import Shop
from sandbox.market.supply.supply import Supply
from sandbox.payments.payments import Payments
from sandbox.service.desk import Desk

SALVAGE_PPM = 600_000
"""What unsold stock still fetches of its cost."""


class Trade:
    """What a team trades with.

    Args:
        world: time, chance and record of the team.
        scenario: what is played.
        arena: what all teams share.
    """

    payments: Payments
    logistics: Logistics
    shop: Shop
    desk: Desk
    room: Broadcasts
    supply: Supply | None
    ads: Ads | None

    def __init__(self, world: World, scenario: Scenario, arena: Arena) -> None:
        self._scenario = scenario
        self._world = world
        self.arena = arena
        self.team: str = getattr(world, "team", "")
        self.shop_currency = scenario.shop.currency
        self._fee_cards: dict[tuple[str, str, str, int], PlatformFee] = {}
        self.reference_prices = {product.sku: product.reference_price for product in scenario.products}

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

    def countries(self, country: str) -> tuple[str, ...]:
        """That one, or every country the shop sells to if it is empty."""
        if country:
            return (country,)
        accounts = self._scenario.market.accounts if self._scenario.market is not None else ()
        return tuple(dict.fromkeys((*self._scenario.audience.countries, *(one.country for one in accounts))))

    def currency_of(self, country: str) -> str:
        """The currency buyers of *country* pay in."""
        return str(self._scenario.rules.country(country).currency)

    def in_shop_currency(self, amount: int, currency: str) -> int:
        """*amount* at the rate of the day."""
        return convert(amount, self.payments.rate(currency, self._scenario.shop.currency))

    @property
    def now(self) -> int:
        """Second of the run."""
        return self._world.now

    def quote(self, country: str, sku: str, price: int, platform: str = "") -> Quote:
        """One unit for one country at *price* after discount, by the fee card of *platform*; empty for the shop's."""
        terms = self.logistics.terms(country, sku)
        charges = self.logistics.landed(country, sku, price)
        rate = self.payments.rate(self._scenario.shop.currency, charges.currency)
        return compose(price, terms, charges, rate, self._fees(country, sku, price + terms.fee_charged, platform))

    def _fees(self, country: str, sku: str, sale: int, platform: str) -> int:
        shop, rules = self._scenario.shop, self._scenario.rules
        key = (platform or shop.platform).upper(), country, self._categories[sku], sale
        card = self._fee_cards.get(key)
        if card is None:
            card = self._fee_cards[key] = rules.platform_fee(*key[:3], Money(sale, shop.currency), rules.on)
        return expected_fees(card, sale, self.in_shop_currency(card.payment_fixed_minor, card.currency))

    def visitors_arrived(self, listing: str, count: int, campaign: str, first: int) -> None:
        """People whom a campaign or a creator sent land on a listing: each may buy."""
        answers = self.arena.answers
        if answers is not None:
            self.shop.visited(listing, count, campaign, first, answers.convert_ppm(self.team, listing))

    @cached_property
    def _categories(self) -> dict[str, str]:
        return {product.sku: product.category for product in self._scenario.products}


def order_of(envelope: EventEnvelope) -> int:
    """The order an event is about, as a number."""
    return from_text(envelope.data.order)  # type: ignore[attr-defined]
