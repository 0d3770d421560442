"""Screening of parcels before they fly: batteries that nobody told the carrier of are found.

Post and air carriers X-ray what they load, and lithium batteries without a test summary may not fly at all (UPU
Convention, article 19; IATA Dangerous Goods Regulations). So what hides a battery and lacks that paper never leaves.
"""

from __future__ import annotations

from sandbox.logistics.acceptance import Acceptance, rule_id
from sandbox.logistics.chain import Chain
from sandbox.logistics.consignment import Consignment
from sandbox.logistics.customs import Customs
from sandbox.logistics.holds import Odds


class Screening:
    """The screen at the export hub."""

    def __init__(self, chain: Chain, acceptance: Acceptance, customs: Customs) -> None:
        self._chain = chain
        self._acceptance = acceptance
        self._customs = customs

    def look(self, consignment: Consignment) -> None:
        """Take out of a consignment what may not fly, and hold it."""
        chain, columns = self._chain, self._chain.parcels.columns
        country = chain.services[consignment.service].country
        found: dict[int, Odds] = {}
        for number in columns.lots_of(consignment.places):
            lot = columns.lots[number]
            paper = self._acceptance.air_paper(lot.sku, country) if lot.hides_battery else None
            if paper is not None:
                found[number] = Odds(
                    1.0, "battery", rule_id(paper), paper.rule_en, paper.rule_zh, (paper.code,), (), True
                )
        if not found:
            return
        held = [row for row in consignment.rows if int(columns.lot[row]) in found]
        consignment.rows = [row for row in consignment.rows if int(columns.lot[row]) not in found]
        for row in held:
            self._customs.hold_for(row, found[int(columns.lot[row])])
