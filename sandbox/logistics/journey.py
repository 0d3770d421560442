"""A consignment's journey as one process: sorting, export, line haul, border; then its parcels, each at its second.

Legs are computed for all parcels at once. A parcel gets a process of its own only where something singles it out.
"""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterable
from heapq import heapify, heappop, heappush, heapreplace
from typing import Any, Protocol

import numpy as np

from sandbox.kernel.calendar import HOUR
from sandbox.kernel.ids import child
from sandbox.kernel.money import PPM
from sandbox.logistics.carriers import Carriers
from sandbox.logistics.chain import Chain
from sandbox.logistics.columns import Span
from sandbox.logistics.consignment import Consignment
from sandbox.logistics.events import ExportDeclared, LineHaulDelayed, LineHaulDeparted
from sandbox.logistics.legs import keys_of, ride
from sandbox.logistics.parcel import EXPORT, LAST_MILE, LINE_HAUL
from sandbox.logistics.transit import export_clearance, export_hold, handling, line_haul

EXPORT_HOLD = 0.02
"""Share of export lists that are looked into."""
JAM_SHARE = 0.04
"""Share of lane days with a jam, which adds 15 to 50 % to the line haul. Chosen, not measured."""


class Border(Protocol):
    """The import side, as a journey needs it."""

    def enter(self, consignment: Consignment) -> Span:
        """Declare all parcels of a consignment; returns the rows that go through the green lane."""
        ...


class Door(Protocol):
    """The last mile, as a journey needs it."""

    def defects(self, rows: Span, node: str) -> Any:
        """Chance of a defect by lot."""
        ...

    def finish(self, rows: Any) -> Generator[Any, Any, None]:
        """Bring parcels to the door, each at its own second, until all have left the carrier's hands."""
        ...


class ExportDesk(Protocol):
    """The export side, as a journey needs it."""

    def declare(self, consignment: Consignment) -> int:
        """Declare a consignment under the mode chosen for its lane; returns the seconds it is held for its papers."""
        ...

    def departed(self, consignment: Consignment) -> None:
        """A consignment left the country."""
        ...


class Screen(Protocol):
    """Screening before the flight, as a journey needs it."""

    def look(self, consignment: Consignment) -> None:
        """Take out what may not fly."""
        ...


class Journeys:
    """Every consignment on its way.

    Args:
        chain: the shared state.
        carriers: congestion of the day.
        export: export customs.
        screen: screening before the flight.
        border: import customs.
        door: the last mile.
    """

    def __init__(
        self, chain: Chain, carriers: Carriers, export: ExportDesk, screen: Screen, border: Border, door: Door
    ) -> None:
        self._chain = chain
        self._carriers = carriers
        self._export_desk = export
        self._screen = screen
        self._border = border
        self._door = door
        self.slow: dict[str, tuple[int, int]] = {}
        """Country to (factor in ppm, until second) while a lane is slow."""
        self._keys = keys_of(chain.world)
        self._handling = chain.world.stream("out.logistics.handling")
        self._export = chain.world.stream("out.logistics.export")
        self._haul = chain.world.stream("out.logistics.haul")
        self._jam = chain.world.stream("ctx.logistics.jam")

    def start(self, consignment: Consignment) -> None:
        """Send a closed consignment off."""
        self._chain.world.process(self._travel(consignment))

    def hurry(self, consignment: Consignment, due: int) -> None:
        """Let an export leg end earlier than planned, at *due*."""
        consignment.due = due
        consignment.turn += 1
        self._chain.world.process(self._leave(consignment))

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
            yield from self._door.finish(self._ride(consignment))
        else:
            self._begin_export(consignment)
            yield from self._leave(consignment)

    def _leave(self, consignment: Consignment) -> Generator[Any, Any, None]:
        """From export to the last door; an earlier process of the same consignment stops here."""
        turn = consignment.turn
        yield from self._until_due(consignment)
        if consignment.turn != turn:
            return
        self._depart(consignment)
        yield from self._until_due(consignment)
        consignment.leg = "arrived"
        yield from self._door.finish(self._border.enter(consignment))

    def _until_due(self, consignment: Consignment) -> Generator[Any, Any, None]:
        world = self._chain.world
        while consignment.due > world.now:
            yield world.timeout(consignment.due - world.now)

    def _ride(self, consignment: Consignment) -> Span:
        """Delivery inside the country, all at once."""
        chain, columns = self._chain, self._chain.parcels.columns
        service = chain.services[consignment.service]
        row = chain.carrier(service)
        starts = chain.world.now + self._sorting(consignment, row.handling_factor_ppm)
        consignment.leg = "arrived"
        rows = consignment.places
        laws = np.array([
            row.median_milliday / 1000, row.sigma_ppm / PPM, row.loss_ppm / PPM, row.damage_ppm / PPM,
            self._carriers.congestion_ppm(service.country) / PPM,
        ])  # fmt: skip
        due, marks = columns.due[rows], columns.marks[rows]
        ride(self._keys, columns.order[rows], columns.attempt[rows], columns.lot[rows],
             self._door.defects(rows, consignment.node), laws, starts, due, marks)  # fmt: skip
        columns.due[rows], columns.marks[rows] = due, marks
        self._move(rows, LAST_MILE)
        return rows

    def _begin_export(self, consignment: Consignment) -> None:
        now = self._chain.world.now
        row = self._chain.carrier(self._chain.services[consignment.service])
        looked_into = self._export.happens(EXPORT_HOLD, consignment.id, 0)
        wait = self._sorting(consignment, row.handling_factor_ppm)
        wait += export_clearance(self._export.exponential(consignment.id, 1))
        if looked_into:
            wait += export_hold(self._export.unit(consignment.id, 2))
        held = self._export_desk.declare(consignment)
        stopped = self._carriers.stopped_seconds(self._chain.warehouses[consignment.node].country)
        consignment.due = now + wait + held
        self.delay(consignment, stopped, "holiday")
        self._move(consignment.places, EXPORT)
        self._screen.look(consignment)
        self._chain.world.emit(
            ExportDeclared(consignment=consignment.text, mode=consignment.mode, held=looked_into or held > 0)
        )

    def _depart(self, consignment: Consignment) -> None:
        now = self._chain.world.now
        service = self._chain.services[consignment.service]
        row = self._chain.carrier(service)
        deviation = self._haul.normal(consignment.id)
        planned = line_haul(0.0, row, PPM)
        undisturbed = line_haul(deviation, row, PPM)
        jam = self._jam_ppm(consignment)
        rush = self._carriers.congestion_ppm(service.country)
        factor, until = self.slow.get(service.country, (PPM, 0))
        consignment.leg = "line_haul"
        consignment.due = now + undisturbed
        self._export_desk.departed(consignment)
        self._move(consignment.places, LINE_HAUL)
        self._chain.world.emit(LineHaulDeparted(consignment=consignment.text, eta=now + planned))
        self.delay(consignment, undisturbed * (rush - PPM) // PPM, "peak")
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

    def _move(self, rows: Span, stage: int) -> None:
        self._chain.parcels.columns.stage[rows] = stage
        self._chain.parcels.columns.since[rows] = self._chain.world.now


def in_turn(
    chain: Chain, rows: Iterable[int], step: Callable[[int], bool]
) -> Generator[Any, Any, None]:
    """Take parcels through their waits, each at its own ``due``, ties by id of the order.

    Args:
        chain: the shared state.
        rows: places of the parcels in the columns.
        step: called with a row when its wait is over; returns whether it waits again.
    """
    columns, world = chain.parcels.columns, chain.world
    places = np.array(list(rows), np.int64)
    heap = list(zip(columns.due[places].tolist(), columns.order[places].tolist(), places.tolist(), strict=True))
    heapify(heap)
    while heap:
        due, order, row = heap[0]
        later, now = int(columns.due[row]), world.now
        if later > due:
            heapreplace(heap, (later, order, row))
        elif due > now:
            yield world.timeout(due - now)
        else:
            heappop(heap)
            if step(row):
                heappush(heap, (int(columns.due[row]), order, row))
