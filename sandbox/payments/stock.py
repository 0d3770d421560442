"""Goods at landed cost: what each unit cost at the factory, and what it took to bring it to a warehouse.

The moving average is used, not first in, first out: units of one product from several lots lie in one bin, an order
takes any of them, and the books must not depend on which. Averages are exact fractions of minor units; what a sale
takes is rounded half up, and the last unit takes what is left, so that no minor unit is lost.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from sandbox.kernel.money import half_up


@dataclass(slots=True)
class Bin:
    """All units of one product. More may be sold than is there: then both numbers are below zero until goods come."""

    units: int
    value: int
    """Shop currency."""
    last_value: int
    """With ``last_units``: what goods cost when there last were some."""
    last_units: int

    def put(self, units: int, value: int) -> None:
        """Goods came in, or an equal value was added to those that are here (*units* zero)."""
        self.units += units
        self.value += value
        self._remember()

    def take(self, units: int) -> int:
        """Goods leave; returns what they cost."""
        if units <= self.units:
            cost = half_up(self.value * units, self.units)
        else:
            here = max(self.units, 0)
            cost = (self.value if here else 0) + half_up(self.last_value * (units - here), self.last_units)
        self.units -= units
        self.value -= cost
        self._remember()
        return cost

    def _remember(self) -> None:
        if self.units > 0 and self.value > 0:
            self.last_value, self.last_units = self.value, self.units


@dataclass(slots=True)
class Purchase:
    """A purchase that has not come in."""

    sku: str
    deposit: int
    """With the supplier, goods not handed over."""
    units: int = 0
    value: int = 0
    """Of the units that were handed over and are on their way."""


class Stock:
    """Units and values of every product, and purchases under way. No postings here: :mod:`goods` makes them."""

    def __init__(self) -> None:
        self.bins: dict[str, Bin] = {}
        self.purchases: dict[str, Purchase] = {}

    def open(self, sku: str, unit_cost: int, units: int) -> int:
        """A product the scenario starts with; returns the value of its units."""
        self.bins[sku] = Bin(units, units * unit_cost, unit_cost, 1)
        return units * unit_cost

    def take(self, parts: tuple[tuple[str, int], ...]) -> tuple[int, ...]:
        """What each part of an order costs as it leaves."""
        return tuple([self.bins[sku].take(units) for sku, units in parts])

    def state(self) -> list[Any]:
        """Everything, in alphabetical order."""
        bins = [[sku, one.units, one.value, one.last_value, one.last_units] for sku, one in sorted(self.bins.items())]
        bought = [[key, one.sku, one.deposit, one.units, one.value] for key, one in sorted(self.purchases.items())]
        return [bins, bought]
