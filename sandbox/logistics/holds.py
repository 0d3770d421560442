"""How often customs hold a parcel, why, and what helps: the odds of one lot on one day.

Offices publish no odds. The country's row says how often parcels are held; the exponents below are set for teaching,
so that care pays and luck remains.
"""

from __future__ import annotations

from typing import NamedTuple

from sandbox.kernel.detmath import det_exp
from sandbox.kernel.money import PPM, Money, share
from sandbox.kernel.scenario import Service
from sandbox.logistics.acceptance import Acceptance, rule_id
from sandbox.logistics.chain import Chain
from sandbox.logistics.columns import Lot
from sandbox.logistics.duty import Charges
from sandbox.logistics.offices import Offices
from sandbox.logistics.registrations import Registrations

VAGUE, UNDERVALUED, HS_MISMATCH, CERTIFICATE, BATTERY, PREPAID_DATA = 0.9, 1.1, 0.8, 1.2, 0.5, -0.5
"""Exponents on the country's hold rate: nobody can tell what it is; declared at less than .6 of what such goods sell
for; a wrong heading; without a paper it needs; a battery nobody was told of; duties paid and data sent ahead."""
LOW_VALUE_PPM = 600_000
HOLD_CAP = 0.6

RIGHT_PAPER = {
    "hs_mismatch": ("description", "certificate"),
    "valuation": ("invoice", "payment_proof"),
    "description": ("description",),
    "origin": ("origin",),
    "certificate": ("certificate",),
    "battery": ("certificate",),
}
"""Reason of a hold to the papers that fit it."""
ORDINARY_REASONS = ("valuation", "description", "origin")
"""What an office asks about where nothing is wrong."""

LAWS = {
    "": ("Customs may look into any parcel (WCO Revised Kyoto Convention, general annex, chapter 6).",
         "海关可对任何包裹实施查验（世界海关组织《经修订的京都公约》总附约第六章）。"),
    "valuation": ("The customs value is the price actually paid (WTO Agreement on Customs Valuation, article 1).",
                  "完税价格以实付价格为准（WTO《海关估价协定》第1条）。"),
    "description": ("Goods are described so plainly that they can be classified (Union Customs Code, article 15).",
                    "货物名称须具体到足以归类。"),
    "hs_mismatch": ("The heading declared must be that of the goods (Harmonized System, general rules 1 and 6).",
                    "申报编码须与货物相符（协调制度归类总规则一和六）。"),
    "battery": ("Lithium batteries are declared and marked (UPU Convention, article 19; IATA Dangerous Goods "
                "Regulations).", "锂电池须申报并加贴标签（《万国邮政公约》第19条；IATA 危险品规则）。"),
}  # fmt: skip
"""What the law says to each reason, in a sentence."""


class Odds(NamedTuple):
    """How a lot stands before customs."""

    chance: float
    reason: str
    """The gravest thing that is wrong; empty where nothing is."""
    rule: str
    law_en: str
    law_zh: str
    helps: tuple[str, ...]
    because: tuple[tuple[str, int], ...]
    lacks_certificate: bool


class Holds:
    """The odds of every lot."""

    def __init__(self, chain: Chain, acceptance: Acceptance, registrations: Registrations, offices: Offices) -> None:
        self._chain = chain
        self._acceptance = acceptance
        self._registrations = registrations
        self._offices = offices

    def odds(self, service: Service, lot: Lot, charges: Charges) -> Odds:
        """The odds of a hold on the present day: the country's rate, bent by how the goods are declared."""
        chain = self._chain
        country = service.country
        missing = [row for row in self._acceptance.missing(lot.sku, country) if row.effect == "hold"]
        terms = self._terms(service, lot, bool(missing))
        rate = chain.country(country).hold_ppm / PPM
        rate = rate * (self._registrations.hold_factor(country) / PPM) * (self._offices.of[country].factor_ppm / PPM)
        bend = 0.0
        for _, term in terms:
            bend += term
        chance = min(HOLD_CAP, rate * det_exp(bend))
        raised = sorted((pair for pair in terms if pair[1] > 0), key=lambda pair: (-pair[1], pair[0]))
        reason = raised[0][0] if raised else ""
        because = tuple((name, round(term * PPM)) for name, term in raised[:3])
        if reason == "certificate":
            paper = missing[0]
            codes = tuple(row.code for row in missing)
            return Odds(chance, reason, rule_id(paper), paper.rule_en, paper.rule_zh, codes, because, True)
        rule = charges.rules[0] if charges.rules else ""
        law_en, law_zh = LAWS[reason]
        return Odds(chance, reason, rule, law_en, law_zh, RIGHT_PAPER.get(reason, ()), because, bool(missing))

    def has_papers(self, lot: Lot, country: str) -> bool:
        """Whether the shop holds every paper that the goods need in *country* by now."""
        return not self._acceptance.missing(lot.sku, country)

    def _terms(self, service: Service, lot: Lot, lacks_certificate: bool) -> list[tuple[str, float]]:
        chain = self._chain
        product = chain.goods(lot.sku)
        terms: list[tuple[str, float]] = []
        if lacks_certificate:
            terms.append(("certificate", CERTIFICATE))
        if self._is_undervalued(lot):
            terms.append(("valuation", UNDERVALUED))
        if not chain.reads.is_described(lot.sku):
            terms.append(("description", VAGUE))
        if chain.reads.declared_hs(product.sku) != product.hs6:
            terms.append(("hs_mismatch", HS_MISMATCH))
        if lot.hides_battery:
            terms.append(("battery", BATTERY))
        if lot.incoterm == "DDP":
            terms.append(("prepaid_data", PREPAID_DATA))
        return terms

    def _is_undervalued(self, lot: Lot) -> bool:
        """Declared at less than .6 of what such goods sell for: under the price paid, or the price itself is so low."""
        if lot.declared_ppm < LOW_VALUE_PPM:
            return True
        chain = self._chain
        if chain.scenario.market is None:
            return False
        usual = chain.goods(lot.sku).price * lot.units
        declared = chain.in_shop_currency(Money(share(lot.value_minor, lot.declared_ppm), lot.currency))
        return declared * PPM < usual * LOW_VALUE_PPM
