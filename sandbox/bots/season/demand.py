"""How fast things sell, from what the views show."""

from __future__ import annotations

from sandbox.bots.season.manners import Manners
from sandbox.kernel.calendar import DAY
from sandbox.roles.season_parts import ShelfPart

SMOOTH = 2
"""Yesterday counts as much as this many earlier days: exponential smoothing with a third for the newest, chosen."""
MILLI = 1000


class Pace:
    """Orders a day of each product in each country, smoothed over the days seen; thousandths of a unit."""

    def __init__(self) -> None:
        self._manners = Manners("")
        self.daily: dict[tuple[str, str], int] = {}
        self.spread: dict[tuple[str, str], int] = {}
        """Mean absolute difference between a day and what was expected."""

    def learn(self, shelf: ShelfPart, now: int) -> None:
        """Take in yesterday, once a day; while nothing is known, nothing is assumed."""
        if now < DAY or not self._manners.once("day", now // DAY):
            return
        yesterday: dict[tuple[str, str], int] = {}
        for row in shelf.listings:
            place = row.country, row.sku
            yesterday[place] = yesterday.get(place, 0) + row.orders * MILLI
        for place, orders in yesterday.items():
            old = self.daily.get(place, orders)
            self.spread[place] = (self.spread.get(place, orders // 2) * SMOOTH + abs(orders - old)) // (SMOOTH + 1)
            self.daily[place] = (old * SMOOTH + orders) // (SMOOTH + 1)

    def units(self, country: str, sku: str, days: int) -> int:
        """Units expected to sell in so many days."""
        return self.daily.get((country, sku), 0) * days // MILLI
