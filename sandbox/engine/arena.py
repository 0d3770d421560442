"""What all teams of a run share: shoppers, rivals and platforms of the shelf, and the auctions of its ads."""

from __future__ import annotations

from typing import Protocol

from sandbox.engine.shelf_answers import ShelfAnswers
from sandbox.kernel.scenario import Scenario
from sandbox.kernel.world import World
from sandbox.market.ads.exchange import AdExchange
from sandbox.market.shelf.market import ShelfMarket
from sandbox.market.shelf.stall import Stall


class Digested(Protocol):
    """Something whose state counts for the digest of a run."""

    def state_digest(self) -> bytes:
        """Canonical bytes of everything that decides the future."""
        ...


class Arena:
    """The shared side of a run. Empty where teams only sell live.

    Args:
        world: the run's own.
        scenario: what is played.
    """

    def __init__(self, world: World, scenario: Scenario) -> None:
        self._provoked: tuple[str, str, int] | None = None
        self.shelf: ShelfMarket | None = None
        self.exchange: AdExchange | None = None
        self.answers: ShelfAnswers | None = None
        if scenario.market is None:
            return
        self.answers = ShelfAnswers(world, scenario)
        self.exchange = AdExchange(world, scenario, self.answers)
        self.shelf = ShelfMarket(world, scenario, self.exchange.attention)
        self.answers.shelf = self.shelf

    def join(self, team: str, stall: Stall) -> None:
        """A team opens its shop on the shelf; before the run starts."""
        if self.shelf is not None and self.answers is not None:
            self.shelf.join(team, stall)
            self.answers.stalls[team] = stall

    def provoke(self, kind: str, now: int, country: str, **params: int) -> None:
        """Let a shock happen to the shelf, once for all teams that it reaches in the same second."""
        if self.shelf is None or (kind, country, now) == self._provoked:
            return
        self._provoked = (kind, country, now)
        self.shelf.provoke(kind, **({"country": country} if country else {}), **params)

    def close(self) -> None:
        """Play is over: nobody shops any more."""
        if self.shelf is not None:
            self.shelf.close()
        if self.exchange is not None:
            self.exchange.close()

    def all(self) -> tuple[Digested, ...]:
        """Its parts, in a fixed order."""
        return tuple(part for part in (self.shelf, self.exchange) if part is not None)
