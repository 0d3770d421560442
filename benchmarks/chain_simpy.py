"""The same chain as one SimPy process for each parcel: the plain way to write it, for comparison.

Every parcel waits for its bench, its consignment, export, line haul, customs, last mile and attempts by itself, and
draws its own luck by the same keys; so it must come out at the same second.
"""

from __future__ import annotations

from collections.abc import Generator
from typing import Any

import simpy

from sandbox.kernel.calendar import HOUR, Calendar
from sandbox.kernel.draws import Secrets, Stream
from sandbox.kernel.ids import child
from sandbox.kernel.money import PPM
from sandbox.kernel.scenario import Scenario
from sandbox.logistics import transit
from sandbox.logistics.delivery import SILENCE
from sandbox.logistics.fates import outcome
from sandbox.logistics.journey import EXPORT_HOLD, JAM_SHARE

WORK = 10 * HOUR


class Flight:
    """Parcels that leave together: parcels wait for ``left``."""

    def __init__(self, env: simpy.Environment, ident: int) -> None:
        self.ident = ident
        self.aboard = 0
        self.left = env.event()
        self.waits: tuple[int, int] | None = None
        """Seconds of export and of the line haul, once the first parcel has asked."""


class SimpyChain:
    """A chain of one lane.

    Args:
        scenario: nodes, services and rules.
        secrets: the keyed luck.
        service: the lane.
        hold: chance that customs hold a parcel.
        defect: chance of a defect.
    """

    def __init__(self, scenario: Scenario, secrets: Secrets, service: str, hold: float, defect: float) -> None:
        self.env = simpy.Environment()
        self.service = next(row for row in scenario.services if row.id == service)
        self.place = next(place for place in scenario.warehouses if place.node == self.service.node)
        self.calendar = Calendar(scenario.market_starts)
        on = self.calendar.day(0)
        self.row = scenario.rules.service(self.service.carrier_row, self.place.country, self.service.country, on)
        self.country = scenario.rules.country(self.service.country)
        self.hold, self.defect = hold, defect
        self.bench = simpy.Resource(self.env, 1)
        self.free = 0
        self.flight: Flight | None = None
        self.counts: dict[int, int] = {}
        self.ended: dict[int, tuple[str, int]] = {}
        names = ("handling", "export", "haul", "hold", "green", "last_mile", "loss", "door", "damage", "defect",
                 "held_outcome")  # fmt: skip
        self.draw = {name: Stream(secrets.stream(f"out.logistics.{name}")) for name in names}
        self.jam = Stream(secrets.stream("ctx.logistics.jam"))

    def play(self, orders: list[int], placed_at: list[int]) -> dict[int, tuple[str, int]]:
        """Every order's end and the second of it."""
        self.env.process(self._source(orders, placed_at))
        self.env.run()
        return self.ended

    def _source(self, orders: list[int], placed_at: list[int]) -> Generator[Any, Any, None]:
        for order, second in zip(orders, placed_at, strict=True):
            if second > self.env.now:
                yield self.env.timeout(second - self.env.now)
            self.env.process(self._parcel(order))

    def _parcel(self, order: int) -> Generator[Any, Any, None]:
        yield from self._pack()
        flight = self._board()
        yield flight.left
        export, haul = self._waits(flight)
        yield self.env.timeout(export)
        yield self.env.timeout(haul)
        if self.draw["hold"].happens(self.hold, order, 0):
            yield self.env.timeout(transit.held_clearance(self.draw["hold"].normal(order, 1)))
            what = outcome(self.draw["held_outcome"].unit(order, 1), False, False)
            if what not in ("released", "fined"):
                self.ended[order] = what, int(self.env.now)
                return
        else:
            yield self.env.timeout(transit.green_clearance(self.draw["green"].exponential(order), self.country))
        yield from self._door(order)

    def _pack(self) -> Generator[Any, Any, None]:
        """Wait for the bench, in opening hours, and be packed."""
        place, arrived = self.place, int(self.env.now)
        rate = 10 * place.packs_per_hour
        with self.bench.request() as turn:
            yield turn
            start = max(arrived * rate, self.free)
            wait = self.calendar.until_open(start // rate, place.opens_hour, place.closes_hour,
                                            place.utc_offset_minutes)  # fmt: skip
            if wait:
                start = (start // rate + wait) * rate
            self.free = start + WORK
            yield self.env.timeout(-(-self.free // rate) - self.env.now)

    def _board(self) -> Flight:
        """Join the open flight of the lane, or open the next."""
        if self.flight is None:
            today = self.calendar.day(int(self.env.now))
            day = child(0, f"lane:{self.place.node}/{self.service.id}", today)
            count = self.counts.get(day, 0)
            self.counts[day] = count + 1
            self.flight = Flight(self.env, child(day, "consignment", count))
            self.env.process(self._cut_off(self.flight))
        flight = self.flight
        flight.aboard += 1
        if flight.aboard == self.place.consignment_size:
            self._close(flight)
        return flight

    def _cut_off(self, flight: Flight) -> Generator[Any, Any, None]:
        place = self.place
        now = int(self.env.now)
        yield self.env.timeout(self.calendar.until_hour(now, place.cut_off_hour, place.utc_offset_minutes))
        if not flight.left.triggered:
            self._close(flight)

    def _close(self, flight: Flight) -> None:
        self.flight = None
        flight.left.succeed()

    def _waits(self, flight: Flight) -> tuple[int, int]:
        """Seconds of sorting and export, and of the line haul: the same for all aboard."""
        if flight.waits is None:
            draw, ident = self.draw, flight.ident
            first, second = draw["handling"].exponential(ident, 0), draw["handling"].exponential(ident, 1)
            export = transit.handling(first, second, self.row.handling_factor_ppm)
            export += transit.export_clearance(draw["export"].exponential(ident, 1))
            if draw["export"].happens(EXPORT_HOLD, ident, 0):
                export += transit.export_hold(draw["export"].unit(ident, 2))
            haul = transit.line_haul(draw["haul"].normal(ident), self.row, PPM)
            leaves = self.calendar.day(int(self.env.now) + export)
            lane = child(0, f"lane:{self.place.node}/{self.service.id}", leaves)
            if self.jam.happens(JAM_SHARE, lane, 0):
                haul += haul * (150_000 + self.jam.below(350_000, lane, 1)) // PPM
            flight.waits = export, haul
        return flight.waits

    def _door(self, order: int) -> Generator[Any, Any, None]:
        draw = self.draw
        waits = draw["last_mile"].exponential(order, 0), draw["last_mile"].exponential(order, 1)
        yield self.env.timeout(transit.last_mile(*waits, self.row))
        if draw["loss"].happens(self.row.loss_ppm / PPM, order):
            yield self.env.timeout(SILENCE)
            self.ended[order] = "lost", int(self.env.now)
            return
        if draw["door"].happens(transit.FIRST_ATTEMPT_FAILS, order):
            yield self.env.timeout(transit.SECOND_ATTEMPT)
        draw["damage"].happens(self.row.damage_ppm / PPM, order)
        draw["defect"].happens(self.defect, order)
        self.ended[order] = "delivered", int(self.env.now)


