"""A room on its own: the smallest world it can live in, for measurements, lessons and tests."""

from __future__ import annotations

from collections.abc import Callable, Generator
from typing import Any

import simpy

from sandbox.kernel.deciders import Council
from sandbox.kernel.draws import Secrets, Stream
from sandbox.kernel.messages import Event
from sandbox.kernel.scenario import Scenario


class SoloWorld:
    """Time, chance and a list of what happened. Commands of a second come before the world's events of it.

    Args:
        secrets: of the run.
        listener: called with every event at once, if given.
    """

    def __init__(self, secrets: Secrets, listener: Callable[[Event], None] | None = None) -> None:
        self.environment = simpy.Environment()
        self.events: list[Event] = []
        self.seconds: list[int] = []
        self._secrets = secrets
        self._listener = listener
        self._ordinals: dict[tuple[int, str], int] = {}

    @property
    def now(self) -> int:
        """Simulation time in whole seconds."""
        return self.environment.now  # type: ignore[return-value]  # every delay here is whole seconds

    def emit(self, event: Event) -> int:
        """Keep an event."""
        self.events.append(event)
        self.seconds.append(self.now)
        if self._listener is not None:
            self._listener(event)
        return len(self.events)

    def stream(self, name: str) -> Stream:
        """A named stream of keyed draws."""
        return Stream(self._secrets.stream(name))

    def process(self, generator: Generator[Any, Any, Any]) -> Any:
        """Start a SimPy process."""
        return self.environment.process(generator)

    def timeout(self, seconds: int) -> Any:
        """Something a process can wait for."""
        return self.environment.timeout(seconds)

    def council(self, name: str) -> Council:
        """Nobody decides in a room on its own.

        Raises:
            LookupError: always.
        """
        raise LookupError(f"expected a run with deciders, got a room on its own that is asked for {name}")

    def next_ordinal(self, parent: int, kind: str) -> int:
        """0, 1, 2 ... for the children of one kind of one parent."""
        ordinal = self._ordinals.get((parent, kind), 0)
        self._ordinals[parent, kind] = ordinal + 1
        return ordinal

    def advance(self, second: int) -> None:
        """Play everything before that second."""
        if second > self.environment.now:
            self.environment.run(until=second)


class SoloReads:
    """A shop without a market: prices as listed, everything on sale, enough of it, and money in hand.

    Args:
        scenario: gives the products.
        discount_ppm: taken off every list price for the whole show.
    """

    def __init__(self, scenario: Scenario, discount_ppm: int = 0) -> None:
        self._products = {product.sku: product for product in scenario.products}
        self.prices = {sku: p.price - p.price * discount_ppm // 1_000_000 for sku, p in self._products.items()}
        self.units = {sku: sum(at.units for at in p.stock) for sku, p in self._products.items()}
        self.off_sale: list[str] = []
        self.money = scenario.shop.cash
        self.free_delivery = False
        self.duty_paid = False

    def list_price(self, sku: str) -> int:
        """Price without flash and coupon."""
        return self.prices[sku]

    def reference_price(self, sku: str) -> int:
        """The struck price."""
        return self._products[sku].reference_price

    def rating(self, sku: str) -> int:
        """Shown stars times 100."""
        return self._products[sku].rating

    def on_sale(self, sku: str) -> bool:
        """Whether the shop sells it."""
        return sku not in self.off_sale

    def card(self, sku: str) -> tuple[str, ...]:
        """Every true point."""
        return tuple(point.id for point in self._products[sku].points if point.is_true)

    def available(self, sku: str) -> int:
        """Units at hand."""
        return self.units[sku]

    def terms(self, country: str, sku: str) -> tuple[bool, bool]:
        """Free delivery, duty paid."""
        return self.free_delivery, self.duty_paid

    def sample_at_hand(self, sku: str) -> bool:
        """Always."""
        return True

    def cash(self) -> int:
        """What the shop can spend."""
        return self.money
