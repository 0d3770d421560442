"""Carriers decide when a day differs from the one before: what they charge on top in a rush, and what they stop taking.

Chosen: a surcharge of a fifth of what demand is above normal, at most 40 %; a carrier by post stops for some days when
the rule for parcels by post of a country has just changed, as posts did in August 2025; a special line takes no
batteries in the very peak, when its aircraft are full.
"""

from __future__ import annotations

from collections.abc import Generator
from typing import Any

from sandbox.kernel.calendar import HOUR
from sandbox.kernel.money import PPM
from sandbox.kernel.scenario import Service
from sandbox.logistics.chain import Chain
from sandbox.logistics.trade_events import CarrierDecided

SURCHARGE_PPM = 200_000
"""Surcharge for one unit of demand above normal."""
MOST_SURCHARGE_PPM = 400_000
SUSPENDED_DAYS = 10
"""Post to a country stops for so long after a rule for it changed."""
EMBARGO_PPM = 2_500_000
"""Demand at which a line that charges extra for batteries takes none."""
CONGESTION = 0.5
"""Line hauls take so much longer for one unit of demand above normal."""


class Carrier:
    """One service of the scenario's carriers, as a decider."""

    def __init__(self, chain: Chain, service: Service) -> None:
        self._chain = chain
        self.service = service
        self.price_ppm = PPM
        self.is_closed = False
        self.no_batteries = False
        self._next: tuple[int, bool, bool] = (PPM, False, False)
        self._starts = self.suspensions()
        self.stopped_until = 0
        """Second until which a shock keeps it from taking anything."""

    def decide(self) -> None:
        """Look at the demand of the day and at the rules."""
        peak = self._chain.peak_ppm(self.service.country)
        surcharge = min(MOST_SURCHARGE_PPM, max(0, peak - PPM) * SURCHARGE_PPM // PPM)
        is_local = self.service.channel == "local"
        is_full = peak >= EMBARGO_PPM and self._chain.carrier(self.service).battery == "surcharge"
        self._next = PPM if is_local else PPM + surcharge, self._is_suspended(), is_full

    def apply(self) -> None:
        """Make it known where it changed."""
        if self._next == (self.price_ppm, self.is_closed, self.no_batteries):
            return
        self.price_ppm, self.is_closed, self.no_batteries = self._next
        self._chain.world.emit(
            CarrierDecided(
                service=self.service.id, price_ppm=self.price_ppm, is_closed=self.is_closed,
                no_batteries=self.no_batteries,
            )
        )

    def suspensions(self) -> tuple[int, ...]:
        """First days of every suspension of this service."""
        chain = self._chain
        if chain.carrier(self.service).channel != "post":
            return ()
        territory = chain.country(self.service.country).territory
        return tuple(
            row.effective_from
            for row in chain.rules.regimes
            if row.country in (self.service.country, territory) and row.layer == "base" and row.channel == "post"
        )

    def _is_suspended(self) -> bool:
        if self._chain.world.now < self.stopped_until:
            return True
        return any(start <= self._chain.today < start + SUSPENDED_DAYS for start in self._starts)


class Carriers:
    """All carriers of one team's scenario; without a shelf market they never change anything."""

    def __init__(self, chain: Chain) -> None:
        self._chain = chain
        self.of = {service.id: Carrier(chain, service) for service in chain.service_rows}
        self._is_open = chain.scenario.market is not None
        self._resumes: dict[tuple[str, int], int] = {}
        self._council = chain.world.council("carriers") if self._is_open else None
        if self._council is not None:
            for carrier in self.of.values():
                self._council.add(carrier)
            chain.world.process(self._on_turns())

    def price_ppm(self, service: Service) -> int:
        """Price of the day against the rate card."""
        return self.of[service.id].price_ppm

    def refuses(self, service: Service, *, battery: bool) -> bool:
        """Whether the carrier takes nothing for now, or no batteries."""
        carrier = self.of[service.id]
        return carrier.is_closed or (battery and carrier.no_batteries)

    def congestion_ppm(self, country: str) -> int:
        """What the line haul to *country* takes today, of its normal time: 1 + .5 * (demand - 1), at least 1."""
        if not self._is_open:
            return PPM
        return PPM + int(CONGESTION * max(0, self._chain.peak_ppm(country) - PPM))

    def stopped_seconds(self, country: str) -> int:
        """Seconds until pickup in *country* works again; 0 on a day on which it works."""
        chain = self._chain
        if not self._is_open:
            return 0
        key = (country, chain.today)
        if key not in self._resumes:
            day = chain.today
            while chain.rules.supply_ppm(country, day) == 0:
                day += 1
            self._resumes[key] = day
        day = self._resumes[key]
        return max(0, chain.starts(day) - chain.world.now) if day > chain.today else 0

    def suspend_post(self, country: str, hours: int) -> None:
        """Shock: carriers by post take nothing for *country* for so long."""
        if self._council is None:
            return
        until = self._chain.world.now + hours * HOUR
        for carrier in self.of.values():
            service = carrier.service
            if service.country == country and self._chain.carrier(service).channel == "post":
                carrier.stopped_until = until
        self._council.step()
        self._chain.world.process(self._resume(until))

    def _resume(self, until: int) -> Generator[Any, Any, None]:
        assert self._council is not None
        yield self._chain.world.timeout(until - self._chain.world.now)
        self._council.step()

    def row(self) -> list[object]:
        """Everything that was decided, for the digest."""
        rows = self.of.items()
        return [
            [ident, carrier.price_ppm, carrier.is_closed, carrier.no_batteries, carrier.stopped_until]
            for ident, carrier in rows
        ]

    def _on_turns(self) -> Generator[Any, Any, None]:
        """Now, and on every day that may differ from the one before."""
        assert self._council is not None
        world, today = self._chain.world, self._chain.today
        self._council.step()
        for day in self._turns():
            if day > today:
                yield world.timeout(self._chain.starts(day) - world.now)
                self._council.step()

    def _turns(self) -> list[int]:
        """First days of peaks and suspensions, and the days after their last, in order."""
        countries = {service.country: None for service in self._chain.service_rows}
        days: dict[int, None] = {}
        for row in self._chain.rules.peaks:
            if row.country in countries and row.kind == "demand":
                days[row.effective_from] = days[row.last + 1] = None
        for carrier in self.of.values():
            for start in carrier.suspensions():
                days[start] = days[start + SUSPENDED_DAYS] = None
        return sorted(days)
