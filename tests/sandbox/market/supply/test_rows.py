"""What the selection seat sees, and what it never sees."""

from __future__ import annotations

import json

import msgspec

from sandbox.market.supply.commands import CheckPapers, ObtainCertificate, ResearchMarket, SampleSupplier
from sandbox.market.supply.rows import CertificateRow, SupplyRows, supply_rows
from tests.sandbox.market.supply.builders import DAY, Buyer
from tests.sandbox.market.supply.test_certificates import NO_STOCK


def rows_of(buyer: Buyer) -> SupplyRows:
    return supply_rows(buyer.supply, buyer.world.now, ("US", "DE"))


def paper(buyer: Buyer, country: str, code: str) -> CertificateRow:
    rows = rows_of(buyer).certificates
    return next(row for row in rows if (row.sku, row.country, row.certificate) == ("earbuds", country, code))


def test_quotes_for_one_product_stand_side_by_side_the_cheapest_first() -> None:
    rows = rows_of(Buyer()).quotes

    assert [(row.sku, row.supplier) for row in rows] == [("lamp", "works"), ("earbuds", "trader"), ("earbuds", "works")]
    assert rows[0].tiers == ((100, 600), (200, 570), (500, 546))
    assert (rows[0].promised_at, rows[0].grams, rows[0].volume_cm3) == (12 * DAY, 620, 3400)


def test_a_claim_is_a_claim_until_somebody_asks() -> None:
    buyer = Buyer()
    states = [{claim.certificate: claim.state for claim in rows_of(buyer).quotes[1].claims}]
    buyer.send(CheckPapers(supplier="trader", sku="earbuds"))
    buyer.advance_days(2)
    states.append({claim.certificate: claim.state for claim in rows_of(buyer).quotes[1].claims})

    assert states[0] == {"ce": "claimed", "msds": "claimed", "un38_3": "claimed"}
    assert states[1] == {"ce": "false", "msds": "genuine", "un38_3": "false"}


def test_a_sample_is_seen_when_it_has_come() -> None:
    buyer = Buyer()
    buyer.send(SampleSupplier(supplier="works", sku="lamp"))
    before = rows_of(buyer).quotes[0]
    buyer.advance_days(6)
    after = rows_of(buyer).quotes[0]

    assert before.sample is None
    assert before.sample_due is not None
    assert after.sample is not None
    assert after.sample_due is None


def test_a_purchase_shows_what_the_supplier_says_and_not_what_was_drawn() -> None:
    buyer = Buyer()
    buyer.order("earbuds", supplier="trader")

    [row] = rows_of(buyer).purchases
    assert (row.state, row.eta, row.paid, row.rest) == ("making", row.promised, 10_200, 23_800)


def test_a_paper_is_missing_applied_for_and_held() -> None:
    buyer = Buyer()
    missing = paper(buyer, "DE", "ce")
    buyer.send(ObtainCertificate(sku="earbuds", country="DE", certificate="ce"))
    applied = paper(buyer, "DE", "ce")
    buyer.advance_days(30)

    assert (missing.state, missing.fee, missing.days_min, missing.days_max) == ("missing", 120_000, 14, 28)
    assert "2014/30/EU" in missing.law.en
    assert missing.since == "2024-01-01"
    assert applied.state == "applied"
    assert applied.due is not None
    assert paper(buyer, "DE", "ce").state == "held"


def test_the_papers_of_a_lot_are_only_claimed_until_they_are_checked() -> None:
    buyer = Buyer(scenario=NO_STOCK)
    buyer.received("earbuds", supplier="trader")
    before = paper(buyer, "US", "un38_3").state
    buyer.send(CheckPapers(supplier="trader", sku="earbuds"))
    buyer.advance_days(2)

    assert (before, paper(buyer, "US", "un38_3").state, paper(buyer, "US", "msds").state) == (
        "claimed", "missing", "supplier"
    )


def test_lots_show_what_was_inspected_and_where_they_lie() -> None:
    buyer = Buyer()
    lot = buyer.received(qc_units=50).lot

    row = next(row for row in rows_of(buyer).lots if row.lot == lot)
    assert (row.label, row.units, row.left, row.inspected, row.sold) == ("lamp #2", 100, (("cn", 100),), 50, 0)


def test_no_row_holds_a_true_quality_or_a_true_share_of_defects() -> None:
    buyer = Buyer()
    buyer.received(qc_units=50)
    buyer.send(ResearchMarket(country="US", category="home", depth=5_000))
    names = set(_names(json.loads(msgspec.json.encode(rows_of(buyer)))))

    assert names.isdisjoint({"quality", "defect", "papers", "ready_at", "because", "number"})


def test_reports_stand_with_their_bands() -> None:
    buyer = Buyer()
    buyer.send(ResearchMarket(country="US", category="home", depth=5_000))

    [report] = rows_of(buyer).reports
    assert report.found.price_low < report.found.price < report.found.price_high


def _names(value: object) -> list[str]:
    if isinstance(value, dict):
        return [name for key, inner in value.items() for name in (key, *_names(inner))]
    return [name for inner in value for name in _names(inner)] if isinstance(value, list) else []
