"""The packing bench of each warehouse: first in, first out, so many an hour, while it is open."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Generator
from typing import Any

import numpy as np
from numpy.typing import NDArray

from sandbox.kernel.calendar import HOUR
from sandbox.kernel.errors import IllegalCommandError
from sandbox.kernel.messages import Actor
from sandbox.kernel.money import half_up
from sandbox.kernel.scenario import Warehouse
from sandbox.logistics.chain import Chain
from sandbox.logistics.commands import SetCapacity, SetOvertime
from sandbox.logistics.events import OrderPacked, OvertimeChanged
from sandbox.logistics.legs import WORK, pack, pack_one
from sandbox.logistics.parcel import PACKED, Parcel
from sandbox.logistics.shipping import Shipping
from sandbox.logistics.trade_events import CapacityChanged

DISPATCH_LIMIT = 48 * HOUR
"""An order from abroad must be packed within 48 hours; one from local stock by the next cut-off."""
PACKS_PER_PACKER = 12
"""Parcels one person packs in an hour. Chosen: five minutes to pick, pack and label one."""
MOST_PACKERS = 200


class Bench:
    """The queue of one warehouse.

    Args:
        warehouse: opening hours and the crew at the start.
        zero: local seconds since midnight at second 0.
    """

    def __init__(self, warehouse: Warehouse, zero: int) -> None:
        self.warehouse = warehouse
        self.crew = max(1, half_up(warehouse.packs_per_hour, PACKS_PER_PACKER))
        """People at the start; what packing a parcel costs pays for them."""
        self.packers = self.crew
        self.queue: deque[tuple[int, int]] = deque()
        """(row, work done when it is packed, counted from second 0 at the present rate)."""
        self.overtime = False
        self.packs_per_hour = warehouse.packs_per_hour
        """Parcels an hour without overtime."""
        self.rate = 10 * warehouse.packs_per_hour
        """Units of work a second."""
        self.free = 0
        self.shift = 0
        """Goes up with every new plan: a process of an older plan goes home."""
        self.is_busy = False
        self._opens, self._closes, self._zero = warehouse.opens_hour * HOUR, warehouse.closes_hour * HOUR, zero

    def staff(self, packers: int, *, overtime: bool) -> None:
        """So many people, on normal hours or longer. What waits is to be planned anew."""
        self.packers, self.overtime = packers, overtime
        self.packs_per_hour = max(1, half_up(self.warehouse.packs_per_hour * packers, self.crew))
        self.rate = self.packs_per_hour * (13 if overtime else 10)

    @property
    def backlog_hours(self) -> int:
        """Hours of work waiting."""
        return half_up(len(self.queue) * WORK, self.rate * HOUR)

    def row(self) -> list[object]:
        """Everything that decides what the bench does next, for the digest."""
        return [self.warehouse.node, list(self.queue), self.overtime, self.packers, self.free, self.shift, self.is_busy]

    def join(self, row: int, now: int) -> None:
        """Queue one parcel."""
        self.free = int(pack_one(now, self.rate, self.free, self._opens, self._closes, self._zero))
        self.queue.append((row, self.free))

    def join_all(self, arrivals: NDArray[np.int64]) -> NDArray[np.int64]:
        """Seconds at which parcels are packed that arrive in this order and that nobody counts one by one."""
        ends = np.empty(len(arrivals), np.int64)
        self.free = int(pack(arrivals, self.rate, self.free, self._opens, self._closes, self._zero, ends))
        return -(-ends // self.rate)

    def leave(self, row: int, now: int) -> None:
        """Take a parcel out; those behind it move up, and the one next in turn gets what was begun."""
        self.replan(now, [held for held, _ in self.queue if held != row], self.rate)

    def replan(self, now: int, rows: list[int], old_rate: int) -> None:
        """Plan the queue anew from *now*: *rows* in this order, at the present rate; work in hand is not lost."""
        begun = WORK - min(WORK, max(0, self.queue[0][1] - now * old_rate)) if self.queue else 0
        self.free = now * self.rate
        self.queue.clear()
        self.shift += 1
        if rows:
            first = int(pack_one(now, self.rate, self.free, self._opens, self._closes, self._zero)) - begun
            ends = np.empty(len(rows) - 1, np.int64)
            waiting = np.full(len(rows) - 1, now, np.int64)
            self.free = int(pack(waiting, self.rate, first, self._opens, self._closes, self._zero, ends))
            self.queue.extend(zip(rows, [first, *ends.tolist()], strict=True))

    def due(self) -> int:
        """Second at which the first of the queue is packed."""
        return -(-self.queue[0][1] // self.rate)


class Packing:
    """All benches."""

    def __init__(self, chain: Chain, shipping: Shipping, packed: Callable[[int], None]) -> None:
        self._chain = chain
        self._shipping = shipping
        self._packed = packed
        self.benches = {
            node: Bench(place, chain.calendar.clock(0, place.utc_offset_minutes))
            for node, place in chain.warehouses.items()
        }

    def add(self, parcel: Parcel) -> None:
        """Queue a reserved parcel at its node."""
        bench = self.benches[parcel.node]
        bench.join(parcel.row, self._chain.world.now)
        if not bench.is_busy:
            self._start(bench)

    def remove(self, parcel: Parcel) -> None:
        """Take a parcel that is not packed yet out of its queue."""
        bench = self.benches[parcel.node]
        bench.leave(parcel.row, self._chain.world.now)
        self._start(bench)

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
        before = bench.rate
        bench.staff(bench.packers, overtime=command.overtime)
        self._replan(bench, before)
        self._chain.world.emit(OvertimeChanged(node=command.node, overtime=command.overtime))

    def set_capacity(self, command: SetCapacity, actor: Actor) -> None:
        """Have more or fewer people pack at a node; those above the crew of the start are paid by the day.

        Raises:
            IllegalCommandError: ``unknown_node``, ``not_ours`` (a platform's warehouse), ``too_many_packers`` or
                ``capacity_unchanged``.
        """
        place = self._chain.warehouse(command.node)
        if place.kind == "platform":
            message = f"expected a warehouse of our own, {command.node} is run by {place.platform}"
            raise IllegalCommandError("not_ours", message, node=command.node)
        bench = self.benches[command.node]
        if command.packers > MOST_PACKERS:
            message = f"expected 1 to {MOST_PACKERS} packers, got {command.packers}"
            raise IllegalCommandError("too_many_packers", message, most=MOST_PACKERS)
        if command.packers == bench.packers:
            message = f"expected another number than {bench.packers} packers at {command.node}"
            raise IllegalCommandError("capacity_unchanged", message, packers=bench.packers)
        before = bench.rate
        bench.staff(command.packers, overtime=bench.overtime)
        self._replan(bench, before)
        self._chain.world.emit(
            CapacityChanged(node=command.node, packers=bench.packers, packs_per_hour=bench.packs_per_hour)
        )

    def _replan(self, bench: Bench, old_rate: int) -> None:
        bench.replan(self._chain.world.now, [row for row, _ in bench.queue], old_rate)
        self._start(bench)

    def _start(self, bench: Bench) -> None:
        if bench.queue:
            bench.is_busy = True
            self._chain.world.process(self._work(bench, bench.shift))
        else:
            bench.is_busy = False

    def _work(self, bench: Bench, shift: int) -> Generator[Any, Any, None]:
        world = self._chain.world
        while bench.queue and bench.shift == shift:
            now, due = world.now, bench.due()
            if due > now:
                yield world.timeout(due - now)
            else:
                self._pack(bench, bench.queue.popleft()[0], now)
        if bench.shift == shift:
            bench.is_busy = False

    def _pack(self, bench: Bench, row: int, now: int) -> None:
        columns = self._chain.parcels.columns
        columns.stage[row] = PACKED
        columns.since[row] = now
        columns.handling[row] = self._shipping.handling(overtime=bench.overtime)
        self._chain.world.emit(
            OrderPacked(
                order=columns.text(row),
                node=bench.warehouse.node,
                backlog_hours=bench.backlog_hours,
                on_time=now <= self._dispatch_by(bench.warehouse, row),
            )
        )
        self._packed(row)

    def _dispatch_by(self, place: Warehouse, row: int) -> int:
        columns = self._chain.parcels.columns
        placed = int(columns.placed_at[row])
        if self._chain.service_rows[columns.service[row]].channel != "local":
            return placed + DISPATCH_LIMIT
        return placed + self._chain.calendar.until_hour(placed, place.cut_off_hour, place.utc_offset_minutes)
