"""The choice of a market day as plain Mesa agents: one object a shopper, Python's own chance, the same equations.

Everything that is equal for a stratum is worked out once a day. The plain shopper only draws whether to buy and what:
as fast as an agent can be, and a changed price moves many who have nothing to do with it. The racing shopper keeps the
promise that nobody else moves, as an agent would: with a clock for each listing.
"""

from __future__ import annotations

import math
from itertools import accumulate
from typing import Any

import mesa
import numpy as np

from sandbox.kernel.draws import unit
from sandbox.market.shelf.patience import BINS, MU, spread

KEY = np.uint64(77)


class Shopper(mesa.Agent):
    """Somebody who shops today."""

    def __init__(self, market: MesaMarket, stratum: int) -> None:
        super().__init__(market)
        self.stratum = stratum
        self.bought = -1

    def step(self) -> None:
        """Buy nothing, or one of the listings by its attraction."""
        market: MesaMarket = self.model
        self.bought = -1
        if market.random.random() < market.buys[self.stratum]:
            sums = market.sums[self.stratum]
            self.bought = market.random.choices(market.listings, cum_weights=sums)[0]
            market.orders[self.bought] += 1


class RacingShopper(Shopper):
    """A shopper who keeps our promise: a keyed clock for each listing, so that a changed one moves nobody else."""

    def step(self) -> None:
        """Buy what arrives first, unless patience ends before."""
        market: MesaMarket = self.model
        me = np.uint64(self.unique_id)
        step = int(unit(KEY, me, 1) * BINS)
        first, self.bought = -math.log(unit(KEY, me, 0)) * market.spread[step] / market.outside[self.stratum], -1
        for listing, weight in enumerate(market.weights[self.stratum], 2):
            if weight > 0.0:
                arrives = -math.log(unit(KEY, me, listing)) / weight
                if arrives < first:
                    first, self.bought = arrives, listing - 2
        if self.bought >= 0:
            market.orders[self.bought] += 1


class MesaMarket(mesa.Model):
    """One country, category and platform.

    Args:
        seed: of Mesa's generators.
        shoppers: how many shop.
        weights: attraction of each listing, by stratum.
        outside: attraction of buying nothing, by stratum.
        kind: of the agents.
    """

    def __init__(self, seed: int, shoppers: int, weights: list[list[float]], outside: list[float],
                 kind: type[Shopper] = Shopper) -> None:
        super().__init__(seed=seed)
        self.weights, self.outside, self.spread = weights, outside, spread().tolist()
        self.sums = [list(accumulate(row)) for row in weights]
        self.buys = [1.0 / (1.0 + math.exp(MU * math.log(nothing / row[-1])))
                     for row, nothing in zip(self.sums, outside, strict=True)]
        self.listings = range(len(weights[0]))
        self.orders = [0] * len(weights[0])
        for number in range(shoppers):
            kind(self, number % len(weights))

    def play_day(self) -> int:
        """Everybody chooses; returns the orders."""
        self.orders = [0] * len(self.orders)
        self.agents.do("step")
        return sum(self.orders)

    def forget(self) -> None:
        """Mesa 3.3 keeps every model alive in a table of its own: leave it."""
        self.remove_all_agents()
        ids: Any = mesa.Agent._ids
        ids.pop(self, None)
