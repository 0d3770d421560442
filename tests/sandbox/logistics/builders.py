"""A logistics of its own, with orders already placed."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from sandbox.kernel.ids import child, to_text
from sandbox.kernel.messages import Actor, Command, Seat
from sandbox.kernel.scenario import Scenario
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

    def declared_hs(self, sku: str) -> str:
        return self.headings.get(sku, self.products[sku])

    def talk(self, order: int) -> tuple[int, int, int]:
        return self.talked

    def spendable(self) -> int:
        return self.cash


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
