"""A logistics of its own, with orders already placed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

import msgspec
import pytest

from sandbox.kernel.errors import IllegalCommandError
from sandbox.kernel.ids import child, to_text
from sandbox.kernel.messages import Actor, Command, Seat
from sandbox.kernel.scenario import Scenario
from sandbox.kernel.scenario_market import Account, Market
from sandbox.logistics.customs import Customs
from sandbox.logistics.model import Logistics
from sandbox.logistics.returns import Returns
from tests.sandbox.harness import SmallWorld, a_scenario

ACTOR = Actor(seat=Seat.OPERATIONS)


@dataclass
class Answers:
    """What market and payments would answer."""

    headings: dict[str, str] = field(default_factory=dict)
    talked: tuple[int, int, int] = (0, 0, 0)
    cash: int = 1_000_000
    products: dict[str, str] = field(default_factory=dict)
    missing: dict[tuple[str, str], tuple[str, ...]] = field(default_factory=dict)
    """(sku, country) to the codes of papers the shop does not hold."""
    bundles: dict[str, tuple[tuple[str, int], ...]] = field(default_factory=dict)
    bought_on: str = ""
    """Platform of every order."""
    cash_on_delivery: int = 0
    lot_defects: dict[str, int] = field(default_factory=dict)
    vague: tuple[str, ...] = ()
    live: bool = True

    def declared_hs(self, sku: str) -> str:
        return self.headings.get(sku, self.products[sku])

    def talk(self, order: int) -> tuple[int, int, int]:
        return self.talked

    def spendable(self) -> int:
        return self.cash

    def missing_certificates(self, sku: str, country: str) -> tuple[str, ...]:
        return self.missing.get((sku, country), ())

    def parts(self, sku: str) -> tuple[tuple[str, int], ...]:
        return self.bundles.get(sku, ((sku, 1),))

    def platform(self, order: int) -> str:
        return self.bought_on

    def cod_refusal_ppm(self, order: int) -> int:
        return self.cash_on_delivery

    def defect_ppm(self, sku: str, node: str) -> int | None:
        return self.lot_defects.get(node)

    def is_described(self, sku: str) -> bool:
        return sku not in self.vague

    def is_live(self, order: int) -> bool:
        return self.live


def a_season(**changes: Any) -> Scenario:
    """The small scenario with a shelf market: papers, schemes, rents and moods of carriers count."""
    scenario = a_scenario(**{"market_starts": "2026-05-04T00:00Z", **changes})
    market = Market(
        accounts=(Account(platform="bazaar", country="US"),), categories=("home", "e_accessory"),
        registrations=(("EU", "ioss"),),
    )  # fmt: skip
    return msgspec.structs.replace(scenario, season_days=30, market=market)


def with_market(scenario: Scenario, **changes: Any) -> Scenario:
    """The same season with another market."""
    assert scenario.market is not None
    return msgspec.structs.replace(scenario, market=msgspec.structs.replace(scenario.market, **changes))


def with_place(scenario: Scenario, node: str, **changes: Any) -> Scenario:
    """The same scenario with one warehouse changed."""
    places = tuple(
        msgspec.structs.replace(place, **changes) if place.node == node else place for place in scenario.warehouses
    )
    return msgspec.structs.replace(scenario, warehouses=places)


def refusal_of(send: Callable[[], object]) -> str:
    """The code with which something is refused."""
    with pytest.raises(IllegalCommandError) as refusal:
        send()
    return refusal.value.code


class Yard:
    """Logistics in a small world."""

    def __init__(self, scenario: Scenario | None = None, secret: int = 7) -> None:
        self.scenario = scenario or a_scenario()
        self.world = SmallWorld(secret)
        self.answers = Answers(products={product.sku: product.hs6 for product in self.scenario.products})
        self.logistics = Logistics(self.world, self.scenario, self.answers)

    @property
    def customs(self) -> Customs:
        """The import side, for its odds and fines."""
        return self.logistics._customs

    @property
    def returns(self) -> Returns:
        """The way back, for its odds."""
        return self.logistics._returns

    def order(self, number: int = 0, **changes: Any) -> int:
        """Accept an order for one lamp to the United States, worth USD 25."""
        order = child(1, "order", number)
        told: dict[str, Any] = {
            "sku": "lamp",
            "units": 1,
            "country": "US",
            "service": "us-line",
            "promise_days": 14,
            "value_minor": 2500,
            "currency": "USD",
        }
        self.logistics.accept_order(order, **{**told, **changes})
        return order

    def orders(self, count: int, **changes: Any) -> list[int]:
        """Several of them in the same second."""
        return [self.order(number, **changes) for number in range(count)]

    def send(self, command: Command) -> None:
        """Have a command decided."""
        self.logistics.handlers()[type(command)](command, ACTOR)

    def advance_days(self, days: float) -> None:
        """Let so many days pass."""
        self.world.advance(self.world.now + int(days * 86_400))


def text_of(order: int) -> str:
    """The order's id as events and commands carry it."""
    return to_text(order)
