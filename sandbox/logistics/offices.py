"""Customs offices decide once a week how closely they look: campaigns of the office, and what they found before.

Chosen: an office that found something wrong looks a quarter closer for a month, at most twice as closely; one week in
twelve it runs a campaign of its own and looks half as closely again.
"""

from __future__ import annotations

from collections.abc import Generator
from typing import Any

from sandbox.kernel.calendar import DAY
from sandbox.kernel.draws import Stream
from sandbox.kernel.ids import child
from sandbox.kernel.money import PPM
from sandbox.logistics.chain import Chain

MEMORY = 30 * DAY
CLOSER_PPM, CLOSEST_PPM = 250_000, 2 * PPM
CAMPAIGN_SHARE, CAMPAIGN_PPM = 1 / 12, 1_500_000
WEEK = 7


class Office:
    """Import customs of one country, as a decider."""

    def __init__(self, chain: Chain, country: str, luck: Stream) -> None:
        self._chain = chain
        self._country = country
        self._luck = luck
        self.findings: list[int] = []
        """Seconds at which something wrong was found in this shop's parcels."""
        self.factor_ppm = PPM
        self._next = PPM

    def decide(self) -> None:
        """Remember what was found; run a campaign or not."""
        now = self._chain.world.now
        recent = sum(at > now - MEMORY for at in self.findings)
        factor = min(CLOSEST_PPM, PPM + recent * CLOSER_PPM)
        week = child(0, f"customs:{self._country}", self._chain.today // WEEK)
        if self._luck.happens(CAMPAIGN_SHARE, week, 0):
            factor = factor * CAMPAIGN_PPM // PPM
        self._next = factor

    def apply(self) -> None:
        """Look as closely as was decided."""
        self.factor_ppm = self._next


class Offices:
    """Every office the shop's parcels meet; without a shelf market they always look alike."""

    def __init__(self, chain: Chain) -> None:
        luck = chain.world.stream("ctx.logistics.customs_campaign")
        countries = dict.fromkeys(service.country for service in chain.service_rows)
        self.of = {country: Office(chain, country, luck) for country in countries}
        if chain.scenario.market is not None:
            self._council = chain.world.council("customs")
            for office in self.of.values():
                self._council.add(office)
            chain.world.process(self._every_week(chain))

    def row(self) -> list[object]:
        """Everything that was found and decided, for the digest."""
        return [[country, office.factor_ppm, office.findings] for country, office in self.of.items()]

    def _every_week(self, chain: Chain) -> Generator[Any, Any, None]:
        while True:
            self._council.step()
            yield chain.world.timeout(WEEK * DAY)
