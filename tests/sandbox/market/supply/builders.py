"""A supply of its own: two suppliers of the earbuds, one of the lamp, nodes in China, the United States and Germany."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

import msgspec

from sandbox.kernel.errors import IllegalCommandError
from sandbox.kernel.lesson import Text
from sandbox.kernel.messages import Actor, Command, Event, Seat
from sandbox.kernel.money import Money
from sandbox.kernel.scenario import Scenario
from sandbox.kernel.scenario_market import Account, Market, Quote, Supplier
from sandbox.market.supply.commands import SourceProduct
from sandbox.market.supply.events import PurchaseCancelled
from sandbox.market.supply.purchase import Purchase
from sandbox.market.supply.reads import MarketTruth, RivalTruth
from sandbox.market.supply.supply import Supply
from tests.sandbox.harness import SmallWorld, a_scenario

ACTOR = Actor(seat=Seat.SELECTION)
DAY = 86_400


def a_quote(sku: str = "lamp", **changes: Any) -> Quote:
    """The lamp at 6.00 from 100 units, in 12 days."""
    quote = Quote(sku=sku, unit_cost=600, quality=700_000, defect=20_000)
    return msgspec.structs.replace(quote, **changes)


def a_supplier(ident: str = "works", *quotes: Quote, reliability: int = 1_000_000) -> Supplier:
    """A factory that always keeps its time."""
    return Supplier(id=ident, name=Text(en=ident, zh=ident), reliability=reliability, quotes=quotes or (a_quote(),))


EARBUDS = a_quote("earbuds", unit_cost=400, certificates=("ce", "fcc", "un38_3", "msds"))
BOASTER = a_quote("earbuds", unit_cost=340, claims=("ce", "un38_3"), certificates=("msds",))


def a_market(*suppliers: Supplier, **changes: Any) -> Market:
    """Accounts in the United States and Germany."""
    known = suppliers or (
        a_supplier("works", a_quote(), EARBUDS), a_supplier("trader", BOASTER, reliability=600_000),
    )
    market = Market(
        accounts=(Account(platform="bazaar", country="US"), Account(platform="bazaar", country="DE")),
        categories=("home", "e_accessory"),
        suppliers=known,
    )
    return msgspec.structs.replace(market, **changes)


@dataclass
class Answers:
    """What payments and the shelf market would answer."""

    scenario: Scenario
    cash: int = 10_000_000
    truth: MarketTruth = field(
        default_factory=lambda: MarketTruth(
            price=2400,
            shoppers=4000,
            rivals=tuple(
                RivalTruth(rival=f"r{n}", platform="bazaar", price=2000 + n, rating=430, reviews=50, sales=3000 // n)
                for n in range(1, 24)
            ),
        )
    )

    def spendable(self) -> int:
        return self.cash

    def can_purchase(self) -> int:
        return self.cash

    def in_shop_currency(self, minor: int, currency: str) -> int:
        rules = self.scenario.rules
        return int(rules.convert(Money(minor, currency), self.scenario.shop.currency, rules.on))

    def market_truth(self, country: str, category: str) -> MarketTruth:
        return self.truth


class Buyer:
    """Supply in a small world, with what it costs taken from the cash."""

    def __init__(self, *suppliers: Supplier, secret: int = 7, scenario: Scenario | None = None, **market: Any) -> None:
        self.scenario = scenario or a_scenario(market=a_market(*suppliers, **market))
        self.world = SmallWorld(secret)
        self.answers = Answers(self.scenario)
        self.supply = Supply(self.world, self.scenario, self.answers)

    def send(self, command: Command) -> None:
        """Have a command decided."""
        self.supply.handlers()[type(command)](command, ACTOR)

    def refused(self, command: Command) -> IllegalCommandError:
        """The refusal of a command, which changes nothing."""
        before = self.supply.state_digest()
        try:
            self.send(command)
        except IllegalCommandError as error:
            assert self.supply.state_digest() == before
            return error
        raise AssertionError(f"expected {command} to be refused")

    def order(self, sku: str = "lamp", **changes: Any) -> Purchase:
        """Order 100 units from the factory to China."""
        told: dict[str, Any] = {"supplier": "works", "sku": sku, "units": 100, "node": "cn"}
        self.send(SourceProduct(**{**told, **changes}))
        return list(self.supply.receiving.by_id.values())[-1]

    def received(self, sku: str = "lamp", **changes: Any) -> Purchase:
        """Order, and wait until the order has ended at the factory."""
        purchase = self.order(sku, **changes)
        while purchase.state not in ("received", "cancelled", "travelling"):
            self.advance_days(1)
        return purchase

    def advance_days(self, days: float) -> None:
        """Let so many days pass."""
        self.world.advance(self.world.now + int(days * DAY))

    def paid(self) -> int:
        """Everything events took from the cash, less what they gave back."""
        costs = sum(getattr(event, "cost", 0) for _, event in self.world.log)
        return costs - sum(event.refund for event in self.world.of(PurchaseCancelled))

    def one(self, kind: type[Any]) -> Any:
        """The only event of a class."""
        [event] = self.world.of(kind)
        return event

    def story(self, *kinds: type[Event]) -> list[str]:
        """Types of what happened, in order; only of some classes if any are named."""
        return [event.type for _, event in self.world.log if not kinds or isinstance(event, kinds)]
