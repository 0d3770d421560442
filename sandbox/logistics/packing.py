"""The packing bench of each warehouse: first in, first out, so many an hour, while it is open."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Generator
from typing import Any

from sandbox.kernel.calendar import HOUR
from sandbox.kernel.errors import IllegalCommandError
from sandbox.kernel.messages import Actor
from sandbox.kernel.money import half_up
from sandbox.kernel.scenario import Warehouse
from sandbox.logistics.chain import Chain
from sandbox.logistics.commands import SetOvertime
from sandbox.logistics.events import OrderPacked, OvertimeChanged
from sandbox.logistics.parcel import Parcel
from sandbox.logistics.shipping import Shipping

DISPATCH_LIMIT = 48 * HOUR
"""An order from abroad must be packed within 48 hours; one from local stock by the next cut-off."""
_PARCEL = 10 * HOUR
"""Work in one parcel; a bench does ten units of it a second for each parcel an hour (thirteen in overtime)."""


class Bench:
    """The queue of one warehouse."""

    def __init__(self, chain: Chain, warehouse: Warehouse) -> None:
        self._chain = chain
        self.warehouse = warehouse
        self.queue: deque[int] = deque()
        self.is_busy = False
        self.overtime = False
        self.carry = 0
        """Work already done on the next parcel."""
        self.due = 0
        """When the bench looks up next."""

    @property
    def rate(self) -> int:
        """Units of work a second."""
        return self.warehouse.packs_per_hour * (13 if self.overtime else 10)

    @property
    def backlog_hours(self) -> int:
        """Hours of work waiting."""
        return half_up(len(self.queue) * _PARCEL, self.rate * HOUR)

    def row(self) -> list[object]:
        """Everything that decides what the bench does next, for the digest."""
        return [self.warehouse.node, list(self.queue), self.is_busy, self.overtime, self.carry, self.due]

    def work(self, done: Callable[[int], None]) -> Generator[Any, Any, None]:
        """Pack until the queue is empty; *done* is called with each order."""
        world = self._chain.world
        place = self.warehouse
        while self.queue:
            wait = self._chain.calendar.until_open(
                world.now, place.opens_hour, place.closes_hour, place.utc_offset_minutes
            )
            if wait:
                self.due = world.now + wait
                yield world.timeout(wait)
                continue
            seconds = max(1, -(-(_PARCEL - self.carry) // self.rate))
            self.carry += seconds * self.rate
            self.due = world.now + seconds
            yield world.timeout(seconds)
            while self.carry >= _PARCEL:
                self.carry -= _PARCEL
                if self.queue:
                    done(self.queue.popleft())
        self.is_busy = False
        self.carry = self.due = 0


class Packing:
    """All benches."""

    def __init__(self, chain: Chain, shipping: Shipping, packed: Callable[[Parcel], None]) -> None:
        self._chain = chain
        self._shipping = shipping
        self._packed = packed
        self.benches = {node: Bench(chain, warehouse) for node, warehouse in chain.warehouses.items()}

    def add(self, parcel: Parcel) -> None:
        """Queue a reserved parcel at its node."""
        bench = self.benches[parcel.node]
        bench.queue.append(parcel.order)
        if not bench.is_busy:
            bench.is_busy = True
            self._chain.world.process(bench.work(self._pack))

    def remove(self, parcel: Parcel) -> None:
        """Take a parcel that is not packed yet out of its queue."""
        self.benches[parcel.node].queue.remove(parcel.order)

    def set_overtime(self, command: SetOvertime, actor: Actor) -> None:
        """Work longer, or normal hours again.

        Raises:
            IllegalCommandError: ``unknown_node`` or ``overtime_unchanged``.
        """
        self._chain.warehouse(command.node)
        bench = self.benches[command.node]
        if bench.overtime == command.overtime:
            state = "in overtime" if bench.overtime else "on normal hours"
            message = f"expected a change, {command.node} is {state} already"
            raise IllegalCommandError("overtime_unchanged", message, node=command.node)
        bench.overtime = command.overtime
        self._chain.world.emit(OvertimeChanged(node=command.node, overtime=command.overtime))

    def _pack(self, order: int) -> None:
        parcel = self._chain.parcels[order]
        bench = self.benches[parcel.node]
        now = self._chain.world.now
        parcel.move("packed", now)
        parcel.handling = self._shipping.handling(overtime=bench.overtime)
        self._chain.world.emit(
            OrderPacked(
                order=parcel.text,
                node=parcel.node,
                backlog_hours=bench.backlog_hours,
                on_time=now <= self._dispatch_by(parcel),
            )
        )
        self._packed(parcel)

    def _dispatch_by(self, parcel: Parcel) -> int:
        service = self._chain.services[parcel.service]
        if service.channel != "local":
            return parcel.placed_at + DISPATCH_LIMIT
        place = self._chain.warehouses[parcel.node]
        return parcel.placed_at + self._chain.calendar.until_hour(
            parcel.placed_at, place.cut_off_hour, place.utc_offset_minutes
        )
