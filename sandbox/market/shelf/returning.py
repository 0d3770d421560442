"""Buyers who come back within 90 days.

Twelve of a hundred; ten more of those who were content with the help, eight fewer whose matter stayed open: chosen.
"""

from __future__ import annotations

from collections.abc import Generator
from typing import Any

from sandbox.kernel.calendar import DAY
from sandbox.kernel.money import PPM
from sandbox.kernel.world import World
from sandbox.market.order import Order
from sandbox.market.shelf.listing import ShelfListing
from sandbox.market.shelf.stall import Stall

BACK, PLEASED, UNRESOLVED = 0.12, 0.10, -0.08
FIRST_DAYS, SPAN_DAYS = 3, 87
"""Most come back early: the day goes with the square of a uniform (chosen)."""


class Returning:
    """Who remembers the shop.

    Args:
        world: the team's.
        stall: where they come back to.
        closes: second after which the market is closed.
    """

    def __init__(self, world: World, stall: Stall, closes: int) -> None:
        self._world, self._stall, self._closes = world, stall, closes
        self._back = world.stream("out.market.repeat")
        self.pending: dict[int, int] = {}

    def remember(self, order: Order) -> None:
        """A buyer has the goods; perhaps another order follows."""
        chance = self._back.unit(order.order)
        if chance < BACK + PLEASED:
            late = self._back.unit(order.order, 1)
            wait = int((FIRST_DAYS + SPAN_DAYS * late * late) * DAY)
            if self._world.now + wait < self._closes:
                self.pending[order.order] = self._world.now + wait
                self._world.process(self._later(order, wait))

    def _later(self, order: Order, wait: int) -> Generator[Any, Any, None]:
        yield self._world.timeout(wait)
        del self.pending[order.order]
        unresolved = order.has_complained and not order.is_resolved
        chance = BACK + PLEASED * order.is_pleased + UNRESOLVED * unresolved
        listing = self._where(order)
        if listing is None:
            return
        self._stall.expect_more(listing, int(chance / (BACK + PLEASED) * PPM))
        if self._back.unit(order.order) < chance:
            self._stall.sell(listing, order.viewer, "repeat")

    def _where(self, order: Order) -> ShelfListing | None:
        """The listing of last time, or another of the same goods in the country."""
        rows = [row for row in self._stall.listings() if row.state == "live" and row.country == order.country
                and row.sku == order.sku]
        rows.sort(key=lambda row: (row.listing != order.listing, row.listing))
        return rows[0] if rows else None

    def state(self) -> list[object]:
        """For the digest."""
        return [[order, due] for order, due in sorted(self.pending.items())]
