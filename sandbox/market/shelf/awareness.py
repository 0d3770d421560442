"""How well a brand's own shop is known in a country.

New customers come as F. Bass described it (Management Science 15, 1969), ``dm = (p + q m + .15 H)(1 - m) / 365`` a day
with p .03 and q .38 a year (mean of the meta-analysis of Sultan, Farley and Lehmann, 1990); H is the Hill curve of
adstocked spending ``B = .3 B' + spend``, half of its height at 300 US dollars a day for a thousand shoppers (chosen).
"""

from __future__ import annotations

from msgspec import Struct

INNOVATION, IMITATION, BOUGHT = 0.03, 0.38, 0.15
CARRIED = 0.3
HALF_SPEND = 300.0
"""Currency units a day for a thousand shoppers a day."""
FIRST_KNOWN = 0.02
DIRECT_BASE, DIRECT_SPAN = 0.1, 0.9
"""Visitors of an own shop: so much without, and so much with everybody knowing it."""


class Awareness(Struct):
    """One country."""

    known: float = FIRST_KNOWN
    stock: float = 0.0
    """Adstock of spending, currency units."""
    today: int = 0
    """Spent since the last step, minor units."""
    days: int = 0

    def step(self, thousands: float) -> None:
        """A day passes.

        Args:
            thousands: thousands of shoppers a day in the country.
        """
        self.stock = CARRIED * self.stock + self.today / 100.0
        self.today = 0
        self.days += 1
        half = HALF_SPEND * max(thousands, 0.001)
        pull = self.stock / (self.stock + half)
        grown = (INNOVATION + IMITATION * self.known + BOUGHT * pull) * (1.0 - self.known) / 365.0
        self.known = min(1.0, self.known + grown)

    @property
    def reach(self) -> float:
        """Part of the shoppers who come to the brand's own shop."""
        return DIRECT_BASE + DIRECT_SPAN * self.known
