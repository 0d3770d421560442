"""The run-of-show: what comes next and when it was meant to come. It begins again at its end."""

from __future__ import annotations

from typing import Any

from sandbox.kernel.scenario import RundownItem


class Rundown:
    """A list of products with their pitches, and the place in it.

    Args:
        items: in the order of the show.
    """

    def __init__(self, items: tuple[RundownItem, ...]) -> None:
        self.items = items
        self.place = -1
        """Item on air, -1 before the first."""
        self.next_at = 0
        """Planned second of the show at which the next item begins."""

    def replace(self, items: tuple[RundownItem, ...], second: int) -> None:
        """New items from here on; what is on air stays on air."""
        self.items = items
        self.place = -1
        self.next_at = max(self.next_at, second)

    def upcoming(self) -> RundownItem:
        """The next item."""
        return self.items[(self.place + 1) % len(self.items)]

    def holds(self, sku: str) -> bool:
        """Whether the product is in it."""
        return any(item.sku == sku for item in self.items)

    def begin(self, sku: str, second: int) -> tuple[RundownItem, int]:
        """Move on to the next item of that product, at that second of the show; returns it and its planned second.

        In order, the plan runs on, so that lateness adds up; after a jump it counts from where the show is.

        Raises:
            ValueError: the product is not in the rundown.
        """
        planned = self.next_at
        for step in range(1, len(self.items) + 1):
            place = (self.place + step) % len(self.items)
            item = self.items[place]
            if item.sku == sku:
                self.place = place
                self.next_at = (planned if step == 1 else second) + length(item)
                return item, planned
            planned += length(item)
        raise ValueError(f"expected a product of the rundown, got {sku!r}")

    def state(self) -> list[Any]:
        """What decides the future, as plain data."""
        return [self.items, self.place, self.next_at]


def length(item: RundownItem) -> int:
    """Planned seconds of an item."""
    return sum(step.seconds for step in item.pitch)
