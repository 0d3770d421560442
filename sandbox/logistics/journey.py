"""A consignment's journey as one process: sorting, export, line haul; then its parcels one by one."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterable
from heapq import heapify, heappop, heappush, heapreplace
from typing import Any

from sandbox.kernel.calendar import HOUR
from sandbox.kernel.ids import child
from sandbox.kernel.money import PPM
from sandbox.logistics.chain import Chain
from sandbox.logistics.consignment import Consignment
from sandbox.logistics.events import ExportDeclared, LineHaulDelayed, LineHaulDeparted
from sandbox.logistics.parcel import Parcel
from sandbox.logistics.transit import export_clearance, export_hold, handling, last_mile, line_haul

EXPORT_HOLD = 0.02
"""Share of export lists that are looked into."""
JAM_SHARE = 0.04
"""Share of lane days with a jam, which adds 15 to 50 % to the line haul. Chosen, not measured."""


class Journeys:
    """Every consignment on its way.

    Args:
        chain: the shared state.
        enter: called for each parcel that arrives at the border of its country; sets what it waits for.
        step: called when a parcel's wait is over; returns whether it waits again in the same hands.
    """

    def __init__(self, chain: Chain, enter: Callable[[Parcel], bool], step: Callable[[Parcel], bool]) -> None:
        self._chain = chain
        self._enter = enter
        self._step = step
        self.slow: dict[str, tuple[int, int]] = {}
        """Country to (factor in ppm, until second) while a lane is slow."""
        self._handling = chain.world.stream("out.logistics.handling")
        self._export = chain.world.stream("out.logistics.export")
        self._haul = chain.world.stream("out.logistics.haul")
        self._last = chain.world.stream("out.logistics.last_mile")
        self._jam = chain.world.stream("ctx.logistics.jam")

    def start(self, consignment: Consignment) -> None:
        """Send a closed consignment off."""
        self._chain.world.process(self._travel(consignment))

    def walk(self, orders: Iterable[int]) -> Generator[Any, Any, None]:
        """Take parcels through their waits, each at its own ``due``, ties by id, until all have left these hands."""
        parcels = self._chain.parcels
        world = self._chain.world
        heap = [(parcels[order].due, order) for order in orders]
        heapify(heap)
        while heap:
            due, order = heap[0]
            parcel = parcels[order]
            if parcel.due > due:
                heapreplace(heap, (parcel.due, order))
            elif due > world.now:
                yield world.timeout(due - world.now)
            else:
                heappop(heap)
                if self._step(parcel):
                    heappush(heap, (parcel.due, order))

    def to_last_mile(self, parcel: Parcel) -> None:
        """Hand a cleared parcel to the local carrier."""
        row = self._chain.carrier(self._chain.services[parcel.service])
        now = self._chain.world.now
        parcel.move("last_mile", now)
        first = self._last.exponential(parcel.order, 2 * parcel.attempt)
        second = self._last.exponential(parcel.order, 2 * parcel.attempt + 1)
        parcel.due = now + last_mile(first, second, row)

    def slow_lane(self, country: str, factor_ppm: int, hours: int, travelling: Iterable[Consignment]) -> None:
        """Line hauls to *country* take longer: what is on its way now, and what departs in the next *hours*."""
        now = self._chain.world.now
        self.slow[country] = (factor_ppm, now + hours * HOUR)
        for consignment in travelling:
            if consignment.leg == "line_haul" and self._chain.services[consignment.service].country == country:
                extra = max(0, consignment.due - now) * (factor_ppm - PPM) // PPM
                self.delay(consignment, extra, "congestion")

    def delay(self, consignment: Consignment, seconds: int, cause: str) -> None:
        """Move the end of a line haul and say so."""
        if seconds > 0:
            consignment.due += seconds
            self.say_late(consignment, cause, -(-seconds // HOUR))

    def say_late(self, consignment: Consignment, cause: str, hours: int) -> None:
        """Record that a consignment is late, and why."""
        self._chain.world.emit(LineHaulDelayed(consignment=consignment.text, cause=cause, hours=hours))

    def _travel(self, consignment: Consignment) -> Generator[Any, Any, None]:
        if self._chain.carrier(self._chain.services[consignment.service]).channel == "domestic":
            self._deliver_locally(consignment)
            yield from self.walk(consignment.orders)
            return
        self._begin_export(consignment)
        yield from self._until_due(consignment)
        self._depart(consignment)
        yield from self._until_due(consignment)
        consignment.leg = "arrived"
        arrived = [order for order in consignment.orders if self._enter(self._chain.parcels[order])]
        yield from self.walk(arrived)

    def _until_due(self, consignment: Consignment) -> Generator[Any, Any, None]:
        world = self._chain.world
        while consignment.due > world.now:
            yield world.timeout(consignment.due - world.now)

    def _deliver_locally(self, consignment: Consignment) -> None:
        now = self._chain.world.now
        row = self._chain.carrier(self._chain.services[consignment.service])
        sorted_at = now + self._sorting(consignment, row.handling_factor_ppm)
        consignment.leg = "arrived"
        for order in consignment.orders:
            parcel = self._chain.parcels[order]
            parcel.move("last_mile", now)
            parcel.due = sorted_at + line_haul(self._haul.normal(order, parcel.attempt), row, PPM)

    def _begin_export(self, consignment: Consignment) -> None:
        now = self._chain.world.now
        row = self._chain.carrier(self._chain.services[consignment.service])
        held = self._export.happens(EXPORT_HOLD, consignment.id, 0)
        wait = self._sorting(consignment, row.handling_factor_ppm)
        wait += export_clearance(self._export.exponential(consignment.id, 1))
        if held:
            wait += export_hold(self._export.unit(consignment.id, 2))
        consignment.due = now + wait
        self._move_all(consignment, "export")
        self._chain.world.emit(ExportDeclared(consignment=consignment.text, mode="9610", held=held))

    def _depart(self, consignment: Consignment) -> None:
        now = self._chain.world.now
        service = self._chain.services[consignment.service]
        row = self._chain.carrier(service)
        deviation = self._haul.normal(consignment.id)
        planned = line_haul(0.0, row, PPM)
        undisturbed = line_haul(deviation, row, PPM)
        jam = self._jam_ppm(consignment)
        factor, until = self.slow.get(service.country, (PPM, 0))
        consignment.leg = "line_haul"
        consignment.due = now + undisturbed
        self._move_all(consignment, "line_haul")
        self._chain.world.emit(LineHaulDeparted(consignment=consignment.text, eta=now + planned))
        self.delay(consignment, undisturbed * (jam - PPM) // PPM, "jam")
        if now < until:
            self.delay(consignment, undisturbed * (factor - PPM) // PPM, "congestion")

    def _jam_ppm(self, consignment: Consignment) -> int:
        lane_day = child(0, f"lane:{consignment.node}/{consignment.service}", self._chain.today)
        if not self._jam.happens(JAM_SHARE, lane_day, 0):
            return PPM
        return PPM + 150_000 + self._jam.below(350_000, lane_day, 1)

    def _sorting(self, consignment: Consignment, factor_ppm: int) -> int:
        first = self._handling.exponential(consignment.id, 0)
        return handling(first, self._handling.exponential(consignment.id, 1), factor_ppm)

    def _move_all(self, consignment: Consignment, stage: Any) -> None:
        for order in consignment.orders:
            self._chain.parcels[order].move(stage, self._chain.world.now)
