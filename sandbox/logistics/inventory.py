"""Where every unit is. Conservation lives here and nowhere else: each move takes from one count and adds to another."""

from __future__ import annotations

from msgspec import Struct


class Shelf(Struct):
    """Units of one product at one node."""

    free: int = 0
    reserved: int = 0


class Tally(Struct):
    """Units of one product that are not on a shelf, and how many were ever bought."""

    bought: int = 0
    in_transit: int = 0
    """Between two nodes, or on the way back from a buyer."""
    carried: int = 0
    """With a carrier, on the way to a buyer."""
    delivered: int = 0
    written_off: int = 0


class Inventory:
    """All shelves and tallies. Every method raises ValueError rather than let a count fall below zero."""

    def __init__(self) -> None:
        self.shelves: dict[tuple[str, str], Shelf] = {}
        self.tallies: dict[str, Tally] = {}

    def buy(self, node: str, sku: str, units: int) -> None:
        """New units come in."""
        self._tally(sku).bought += _whole(units)
        self._shelf(node, sku).free += units

    def buy_under_way(self, sku: str, units: int) -> None:
        """New units that are on their way to a node."""
        self._tally(sku).bought += _whole(units)
        self._tally(sku).in_transit += units

    def reserve(self, node: str, sku: str, units: int) -> None:
        """Keep free units for an order."""
        shelf = self._shelf(node, sku)
        shelf.free = _less(shelf.free, units, "free", node, sku)
        shelf.reserved += units

    def release(self, node: str, sku: str, units: int) -> None:
        """Free what was kept."""
        shelf = self._shelf(node, sku)
        shelf.reserved = _less(shelf.reserved, units, "reserved", node, sku)
        shelf.free += units

    def hand_over(self, node: str, sku: str, units: int) -> None:
        """Reserved units leave with a carrier."""
        shelf = self._shelf(node, sku)
        shelf.reserved = _less(shelf.reserved, units, "reserved", node, sku)
        self._tally(sku).carried += units

    def deliver(self, sku: str, units: int) -> None:
        """The buyer has them."""
        tally = self._tally(sku)
        tally.carried = _less(tally.carried, units, "carried", "", sku)
        tally.delivered += units

    def lose(self, sku: str, units: int) -> None:
        """Lost, seized or abandoned on the way."""
        tally = self._tally(sku)
        tally.carried = _less(tally.carried, units, "carried", "", sku)
        tally.written_off += units

    def turn_back(self, sku: str, units: int, *, from_buyer: bool) -> None:
        """On the way back, from the buyer or from a carrier who could not deliver."""
        tally = self._tally(sku)
        if from_buyer:
            tally.delivered = _less(tally.delivered, units, "delivered", "", sku)
        else:
            tally.carried = _less(tally.carried, units, "carried", "", sku)
        tally.in_transit += units

    def send(self, node: str, sku: str, units: int) -> None:
        """Free units leave for another node."""
        shelf = self._shelf(node, sku)
        shelf.free = _less(shelf.free, units, "free", node, sku)
        self._tally(sku).in_transit += units

    def write_off(self, node: str, sku: str, units: int) -> None:
        """Free units are destroyed where they lie."""
        shelf = self._shelf(node, sku)
        shelf.free = _less(shelf.free, units, "free", node, sku)
        self._tally(sku).written_off += units

    def arrive(self, node: str, sku: str, units: int, *, resaleable: bool = True) -> None:
        """Units in transit come in: on the shelf, or written off when they cannot be sold as new."""
        tally = self._tally(sku)
        tally.in_transit = _less(tally.in_transit, units, "in transit", node, sku)
        if resaleable:
            self._shelf(node, sku).free += units
        else:
            tally.written_off += units

    def free_at(self, node: str, sku: str) -> int:
        """Free units of *sku* at *node*."""
        shelf = self.shelves.get((node, sku))
        return shelf.free if shelf else 0

    def free(self, sku: str) -> int:
        """Free units of *sku* over all nodes."""
        return sum(shelf.free for (_, held), shelf in self.shelves.items() if held == sku)

    def unaccounted(self) -> dict[str, int]:
        """Bought less everything known, by sku; every value is zero, always."""
        left = {}
        for sku, tally in self.tallies.items():
            on_shelves = sum(shelf.free + shelf.reserved for (_, held), shelf in self.shelves.items() if held == sku)
            known = on_shelves + tally.in_transit + tally.carried + tally.delivered + tally.written_off
            left[sku] = tally.bought - known
        return left

    def rows(self) -> list[object]:
        """Every count in a fixed order, for the digest."""
        shelves = [[node, sku, shelf.free, shelf.reserved] for (node, sku), shelf in sorted(self.shelves.items())]
        return [shelves, sorted(self.tallies.items(), key=lambda pair: pair[0])]

    def _shelf(self, node: str, sku: str) -> Shelf:
        return self.shelves.setdefault((node, sku), Shelf())

    def _tally(self, sku: str) -> Tally:
        return self.tallies.setdefault(sku, Tally())


def _whole(units: int) -> int:
    if units < 1:
        raise ValueError(f"expected at least one unit, got {units}")
    return units


def _less(count: int, units: int, what: str, node: str, sku: str) -> int:
    if not 1 <= units <= count:
        where = f" at {node}" if node else ""
        raise ValueError(f"expected 1 to {count} {what} units of {sku}{where}, got {units}")
    return count - units
