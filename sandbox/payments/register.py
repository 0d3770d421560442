"""All bills of a shop, and the few of them whose money still moves."""

from __future__ import annotations

from collections.abc import Iterator

from sandbox.payments.bill import Bill


class Register:
    """Bills by order. Whoever changes one says so by :meth:`touch`: settled bills are never looked at again."""

    def __init__(self) -> None:
        self.bills: dict[int, Bill] = {}
        self._moving: dict[int, Bill] = {}

    def add(self, bill: Bill) -> None:
        """A new order came to the till."""
        self.bills[bill.order] = self._moving[bill.order] = bill

    def touch(self, bill: Bill) -> None:
        """The bill changed: its money may move again."""
        self._moving[bill.order] = bill

    def moving(self) -> Iterator[Bill]:
        """Bills whose money still has to move, in the order in which they last began to."""
        for order, bill in list(self._moving.items()):
            if bill.is_open:
                yield bill
            else:
                del self._moving[order]

    def of(self, order: int) -> Bill:
        """The bill of an order. Raises KeyError."""
        return self.bills[order]

    def rows(self) -> list[tuple[object, ...]]:
        """Every bill by its order, for the state digest."""
        return [self.bills[order].row() for order in sorted(self.bills)]
