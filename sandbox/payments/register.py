"""All bills of a shop, the few of them whose money still moves, and those that wait for a payout."""

from __future__ import annotations

from collections.abc import Iterator

from sandbox.kernel.calendar import DAY
from sandbox.payments.bill import NEVER, Bill


class Register:
    """Bills by order. Whoever changes one says so by :meth:`touch`: settled bills are never looked at again."""

    def __init__(self) -> None:
        self.bills: dict[int, Bill] = {}
        self.by_ident: dict[str, Bill] = {}
        self.at_the_door: dict[int, Bill] = {}
        """Orders that are to be paid at the door and are not there yet."""
        self._moving: dict[int, Bill] = {}
        self._due: dict[int, dict[int, Bill]] = {}

    def add(self, bill: Bill) -> None:
        """A new order came to the till."""
        self.bills[bill.order] = self._moving[bill.order] = self.by_ident[bill.ident] = bill

    def touch(self, bill: Bill) -> None:
        """The bill changed: its money may move again."""
        self._moving[bill.order] = bill
        if bill.due != NEVER:
            self._due.setdefault(bill.due // DAY, {})[bill.order] = bill

    def moving(self) -> Iterator[Bill]:
        """Bills whose money still has to move, in the order in which they first began to."""
        for order, bill in list(self._moving.items()):
            if bill.is_open:
                yield bill
            else:
                del self._moving[order]

    def due(self, now: int) -> Iterator[Bill]:
        """Bills that could be paid out at second *now*, the longest due first; those that need not are forgotten."""
        for day in sorted(day for day in self._due if day * DAY <= now):
            waiting = self._due[day]
            for order, bill in list(waiting.items()):
                if not bill.is_due:
                    del waiting[order]
                elif bill.due <= now:
                    yield bill
            if not waiting:
                del self._due[day]

    def of(self, order: int) -> Bill:
        """The bill of an order. Raises KeyError."""
        return self.bills[order]

    def rows(self) -> list[tuple[object, ...]]:
        """Every bill by its order, for the state digest."""
        return [self.bills[order].row() for order in sorted(self.bills)]
