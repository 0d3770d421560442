"""What the selection seat sees of supply: facts it paid for or was told, never a true quality or an unread defect."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

from msgspec import Struct

from sandbox.kernel.lesson import Text
from sandbox.kernel.rule_rows import iso
from sandbox.kernel.rule_rows_trade import Certificate
from sandbox.kernel.scenario_market import Quote, Supplier
from sandbox.market.supply.lots import Lot
from sandbox.market.supply.purchase import Purchase
from sandbox.market.supply.research import Report
from sandbox.market.supply.supply import Supply
from sandbox.market.supply.terms import INSPECTION_UNIT, tiers

PaperState = Literal["held", "applied", "expired", "supplier", "claimed", "missing"]


class Row(Struct, frozen=True, kw_only=True):
    """Base of all rows. Money is shop currency, times are seconds of the run, ``None`` is not known."""


class ClaimRow(Row, frozen=True, kw_only=True):
    """One paper a supplier says it has."""

    certificate: str
    state: Literal["claimed", "genuine", "false"]


class QuoteRow(Row, frozen=True, kw_only=True):
    """What one supplier asks for one product, with what goes into its landed cost."""

    supplier: str
    name: Text
    sku: str
    minimum: int
    tiers: tuple[tuple[int, int], ...]
    """(units from which it holds, price of one unit)."""
    promised_at: int
    """Second at which goods ordered now would be handed over, holidays counted."""
    lead_days: int
    on_time_ppm: int
    """Share of orders that keep their time, as the supplier's page shows it."""
    inspection_unit: int
    grams: int
    volume_cm3: int
    battery: bool
    claims: tuple[ClaimRow, ...]
    sample: tuple[int, int] | None
    """(quality, fit) in ppm, each within 100,000."""
    sample_due: int | None
    check_due: int | None


class PurchaseRow(Row, frozen=True, kw_only=True):
    """One purchase order."""

    purchase: str
    supplier: str
    sku: str
    units: int
    unit_cost: int
    node: str
    haul: str
    state: str
    reason: str
    ordered_at: int
    promised: int
    eta: int
    """When the factory hands over: the promise, or what was said since; carriage to an overseas node comes on top."""
    paid: int
    rest: int
    gives_up_at: int | None
    inspected: int
    found: int
    outcome: str
    lot: str


class LotRow(Row, frozen=True, kw_only=True):
    """One lot that came in or is under way."""

    lot: str
    label: str
    """``lamp #2``: the second lot of the lamp; for screens only."""
    sku: str
    supplier: str
    units: int
    unit_cost: int
    received_at: int | None
    left: tuple[tuple[str, int], ...]
    """(node, units) on shelves."""
    sold: int
    inspected: int
    found: int
    claims: tuple[str, ...]
    recalled: bool
    recalled_in: tuple[str, ...]
    alert_due: int | None
    """Until when an authority waits for a recall."""


class CertificateRow(Row, frozen=True, kw_only=True):
    """One paper a product needs in one country, and how it stands."""

    sku: str
    country: str
    certificate: str
    name: Text
    law: Text
    source: str
    confidence: str
    since: str
    """ISO day from which the rule holds."""
    effect: str
    """``hold``, ``delist`` or ``refuse``: what happens without it."""
    fee: int
    days_min: int
    days_max: int
    state: PaperState
    due: int | None
    """Second at which an application comes through."""
    expires: int | None


class SupplyRows(Row, frozen=True, kw_only=True):
    """All of it."""

    quotes: tuple[QuoteRow, ...]
    purchases: tuple[PurchaseRow, ...]
    lots: tuple[LotRow, ...]
    certificates: tuple[CertificateRow, ...]
    reports: tuple[Report, ...]


def supply_rows(supply: Supply, now: int, countries: Iterable[str]) -> SupplyRows:
    """Everything the selection seat may know of supply.

    Args:
        supply: the team's supply.
        now: second of the run.
        countries: markets whose papers are shown.
    """
    return SupplyRows(
        quotes=quote_rows(supply, now),
        purchases=tuple(_purchase(row) for row in supply.receiving.by_id.values()),
        lots=lot_rows(supply),
        certificates=certificate_rows(supply, countries),
        reports=tuple(supply.research.reports),
    )


def quote_rows(supply: Supply, now: int) -> tuple[QuoteRow, ...]:
    """Every quote, those for one product side by side."""
    pairs = [(supplier, quote) for supplier in supply.quotes.suppliers.values() for quote in supplier.quotes]
    order = {sku: place for place, sku in enumerate(supply.quotes.skus)}
    offered = [pair for pair in pairs if pair[1].sku in order]
    offered.sort(key=lambda pair: (order[pair[1].sku], pair[1].unit_cost, pair[0].id))
    return tuple(_quote(supply, supplier, quote, now) for supplier, quote in offered)


def lot_rows(supply: Supply) -> tuple[LotRow, ...]:
    """Every lot with units, in the order in which it became known."""
    rows = []
    counts: dict[str, int] = {}
    for lot in supply.lots.by_id.values():
        if lot.units:
            counts[lot.sku] = counts.get(lot.sku, 0) + 1
            rows.append(_lot(supply, lot, counts[lot.sku]))
    return tuple(rows)


def certificate_rows(supply: Supply, countries: Iterable[str]) -> tuple[CertificateRow, ...]:
    """Needed, held, applied for and missing papers of every product in every country, with the law that asks."""
    return tuple(
        _certificate(supply, sku, country, row)
        for sku in supply.quotes.skus for country in countries for row in supply.papers.required(sku, country)
    )


def _quote(supply: Supply, supplier: Supplier, quote: Quote, now: int) -> QuoteRow:
    pair = supplier.id, quote.sku
    product = supply.scenario.product(quote.sku)
    sample = supply.samples.samples.get(pair)
    is_known = pair in supply.samples.known
    genuine, _ = supply.quotes.split(*pair)
    claims = supply.quotes.claimed(*pair)
    has_arrived = sample is not None and sample.arrived
    return QuoteRow(
        supplier=supplier.id, name=supplier.name, sku=quote.sku, minimum=quote.minimum, tiers=tiers(quote),
        promised_at=supply.purchases.due(quote, now), lead_days=quote.lead_days, on_time_ppm=supplier.reliability,
        inspection_unit=INSPECTION_UNIT, grams=product.grams, volume_cm3=product.volume_cm3, battery=product.battery,
        claims=tuple(
            ClaimRow(
                certificate=code, state="claimed" if not is_known else "genuine" if code in genuine else "false"
            )
            for code in claims
        ),
        sample=(sample.quality, sample.fit) if sample is not None and has_arrived else None,
        sample_due=sample.due if sample is not None and not has_arrived else None,
        check_due=None if is_known else supply.samples.checks.get(pair),
    )


def _purchase(row: Purchase) -> PurchaseRow:
    return PurchaseRow(
        purchase=row.purchase, supplier=row.supplier, sku=row.sku, units=row.units, unit_cost=row.unit_cost,
        node=row.node, haul=row.haul, state=row.state, reason=row.reason, ordered_at=row.ordered_at,
        promised=row.promised, eta=row.told, paid=row.paid, rest=row.rest if row.is_open else 0,
        gives_up_at=row.gives_up_at if row.state == "waiting" else None, inspected=row.inspected, found=row.found,
        outcome=row.outcome, lot=row.lot,
    )


def _lot(supply: Supply, lot: Lot, number: int) -> LotRow:
    alert = supply.recalls.alerts.get(lot.lot)
    return LotRow(
        lot=lot.lot, label=f"{lot.sku} #{number}", sku=lot.sku, supplier=lot.supplier, units=lot.units,
        unit_cost=lot.unit_cost, received_at=lot.received_at if lot.received_at >= 0 else None,
        left=supply.lots.left(lot.lot), sold=lot.sold, inspected=lot.inspected,
        found=lot.found, claims=lot.claims, recalled=lot.recalled, recalled_in=lot.recalled_in,
        alert_due=alert.due if alert is not None and alert.is_open else None,
    )


def _certificate(supply: Supply, sku: str, country: str, row: Certificate) -> CertificateRow:
    paper = supply.papers.paper(sku, row)
    state = _state(supply, sku, row)
    return CertificateRow(
        sku=sku, country=country, certificate=row.code, name=Text(en=row.name_en, zh=row.name_zh),
        law=Text(en=row.rule_en, zh=row.rule_zh), source=row.source, confidence=row.confidence,
        since=iso(row.effective_from), effect=row.effect, fee=supply.papers.fee(row), days_min=row.days_min,
        days_max=row.days_max, state=state, due=paper.due if paper is not None and state == "applied" else None,
        expires=paper.expires if paper is not None and state == "held" and paper.expires >= 0 else None,
    )


def _state(supply: Supply, sku: str, row: Certificate) -> PaperState:
    """A supplier's paper is only called so once somebody has looked; before, it is a claim."""
    if supply.papers.holds_own(sku, row):
        return "held"
    paper = supply.papers.paper(sku, row)
    if paper is not None and paper.state == "applied":
        return "applied"
    lots = [lot for lot in supply.lots.at_hand(sku) if row.code in lot.claims]
    if lots and len(lots) == len(supply.lots.at_hand(sku)):
        if not all((lot.supplier, sku) in supply.samples.known for lot in lots):
            return "claimed"
        if all(row.code in lot.papers for lot in lots):
            return "supplier"
    return "expired" if paper is not None else "missing"
