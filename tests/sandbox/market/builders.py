"""A shop of its own, with quotes from real terms and taxes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from sandbox.kernel.ids import child, from_text, to_text
from sandbox.kernel.messages import Actor, Command, Seat
from sandbox.kernel.money import Money
from sandbox.kernel.scenario import Scenario
from sandbox.livestream.events import OrderIntended
from sandbox.logistics.model import Logistics
from sandbox.market.quote import Quote, compose, expected_fees
from sandbox.market.reviews import Reviews
from sandbox.market.shop import Shop
from tests.sandbox.harness import SmallWorld, a_scenario

ACTOR = Actor(seat=Seat.SELECTION)


@dataclass
class Answers:
    """What logistics and payments answer a shop, and the shop logistics."""

    scenario: Scenario
    cash: int = 1_000_000
    shop: Any = None
    logistics: Any = None

    def quote(self, country: str, sku: str, price: int) -> Quote:
        terms = self.logistics.terms(country, sku)
        charges = self.logistics.landed(country, sku, price)
        rules, day = self.scenario.rules, self.scenario.rules.on
        shop = self.scenario.shop
        card = rules.platform_fee(shop.platform.upper(), country, "home", Money(price, shop.currency), day)
        fees = expected_fees(card, price + terms.fee_charged)
        return compose(price, terms, charges, rules.fx(shop.currency, charges.currency, day).rate, fees)

    def spendable(self) -> int:
        return self.cash

    def declared_hs(self, sku: str) -> str:
        return self.shop.declared_hs(sku)

    def talk(self, order: int) -> tuple[int, int, int]:
        return self.shop.talk(order)


class Counter:
    """A shop and the logistics behind it in one small world."""

    def __init__(self, scenario: Scenario | None = None, secret: int = 7) -> None:
        self.scenario = scenario or a_scenario()
        self.world = SmallWorld(secret)
        self.answers = Answers(self.scenario)
        self.shop = self.answers.shop = Shop(self.world, self.scenario, self.answers)
        self.logistics = self.answers.logistics = Logistics(self.world, self.scenario, self.answers)

    @property
    def reviews(self) -> Reviews:
        """The reviews, for the moods behind them."""
        return self.shop._reviews

    def intend(self, viewer: int = 1, **changes: Any) -> int:
        """A viewer decides to buy a lamp for USD 25; returns the order's id."""
        told: dict[str, Any] = {
            "viewer": to_text(child(0, "viewer", viewer)),
            "country": "US",
            "source": "organic",
            "sku": "lamp",
            "price": 2500,
            "coupon": "",
            "discount": 0,
            "promo": False,
            "inflate_ppm": 0,
            "reassurance_ppm": 0,
            "urgency_ppm": 0,
        }
        self.shop.place_order(OrderIntended(**{**told, **changes}))
        return self.shop.orders()[-1].order

    def delivered(self, viewer: int = 1, *, damaged: bool = False, days: int = 5, **changes: Any) -> int:
        """An order that was paid and delivered after some days."""
        order = self.intend(viewer, **changes)
        self.shop.mark_paid(order)
        self.advance_days(days)
        self.shop.mark_delivered(order, days <= self.shop.order(order).promise_days, damaged, False)
        return order

    def send(self, command: Command) -> None:
        """Have a command decided."""
        handlers = {**self.shop.handlers(), **self.logistics.handlers()}
        handlers[type(command)](command, ACTOR)

    def advance_days(self, days: float) -> None:
        """Let so many days pass."""
        self.world.advance(self.world.now + int(days * 86_400))


def number_of(text: str) -> int:
    """The number behind an id in an event."""
    return from_text(text)
