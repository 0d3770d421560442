"""Papers: what is needed where, how they are obtained, and whose papers count."""

from __future__ import annotations

import pytest

from sandbox.kernel.scenario_market import CertificateAtStart
from sandbox.market.supply.commands import ObtainCertificate
from sandbox.market.supply.events import CertificateApplied, CertificateExpired, CertificateGranted
from tests.sandbox.harness import a_product, a_scenario
from tests.sandbox.market.supply.builders import DAY, Answers, Buyer, a_market, a_quote, a_supplier

CE = ObtainCertificate(sku="earbuds", country="DE", certificate="ce")
NO_STOCK = a_scenario(
    products=(a_product(), a_product("earbuds", category="e_accessory", battery=True, stock=())), market=a_market()
)


def codes(buyer: Buyer, sku: str, country: str) -> list[str]:
    return [row.code for row in buyer.supply.missing(sku, country)]


def test_goods_need_the_papers_of_their_category_and_battery_in_each_country() -> None:
    assert codes(Buyer(), "earbuds", "US") == ["fcc", "un38_3", "msds"]
    assert codes(Buyer(), "lamp", "DE") == ["gpsr_rp", "food_contact", "epr_packaging"]


def test_a_missing_paper_names_its_law() -> None:
    row = Buyer().supply.missing("earbuds", "US")[0]

    assert (row.effect, row.confidence) == ("hold", "H")
    assert "47 CFR part 15" in row.rule_en


def test_without_a_shelf_market_nothing_is_asked_for() -> None:
    assert Buyer(scenario=a_scenario()).supply.missing("earbuds", "US") == ()


def test_a_paper_costs_its_fee_and_comes_within_its_days() -> None:
    buyer = Buyer()
    buyer.send(CE)

    applied = buyer.one(CertificateApplied)
    assert applied.cost == 120_000
    assert 14 * DAY <= applied.due <= 28 * DAY
    buyer.world.advance(applied.due - 1)
    assert "ce" in codes(buyer, "earbuds", "DE")
    buyer.world.advance(applied.due + 1)
    assert "ce" not in codes(buyer, "earbuds", "DE")
    assert buyer.world.at(CertificateGranted) == [applied.due]


def test_a_paper_takes_as_long_as_any_day_of_its_range() -> None:
    days = []
    for secret in range(150):
        buyer = Buyer(secret=secret)
        buyer.send(CE)
        days.append(buyer.one(CertificateApplied).due // DAY)

    assert sorted(set(days)) == list(range(14, 29))


def test_a_paper_of_the_union_holds_in_every_member_and_not_beside_it() -> None:
    buyer = Buyer()
    buyer.send(CE)
    buyer.advance_days(30)
    now = buyer.world.now

    assert buyer.supply.has_certificate("earbuds", "FR", "ce", now)
    assert not buyer.supply.has_certificate("earbuds", "GB", "ukca", now)
    assert not buyer.supply.has_certificate("lamp", "DE", "ce", now)


def test_a_paper_that_holds_everywhere_is_obtained_once() -> None:
    buyer = Buyer()
    buyer.send(ObtainCertificate(sku="earbuds", country="US", certificate="un38_3"))
    buyer.advance_days(16)

    assert "un38_3" not in codes(buyer, "earbuds", "US") + codes(buyer, "earbuds", "JP")


def test_a_paper_runs_out_after_its_months_and_may_be_obtained_again() -> None:
    buyer = Buyer()
    buyer.send(ObtainCertificate(sku="earbuds", country="US", certificate="msds"))
    buyer.advance_days(400)

    assert len(buyer.world.of(CertificateExpired)) == 1
    assert "msds" in codes(buyer, "earbuds", "US")
    buyer.send(ObtainCertificate(sku="earbuds", country="US", certificate="msds"))
    assert len(buyer.world.of(CertificateApplied)) == 2


def test_papers_of_the_scenario_are_held_or_come_on_their_day() -> None:
    held = CertificateAtStart(sku="earbuds", country="DE", certificate="ce")
    coming = CertificateAtStart(sku="earbuds", country="US", certificate="fcc", granted_day=5)
    buyer = Buyer(certificates=(held, coming))

    assert "ce" not in codes(buyer, "earbuds", "DE")
    assert "fcc" in codes(buyer, "earbuds", "US")
    buyer.advance_days(5.1)
    assert "fcc" not in codes(buyer, "earbuds", "US")
    assert buyer.one(CertificateGranted).certificate == "fcc"


def test_genuine_papers_of_a_supplier_come_with_its_lots() -> None:
    buyer = Buyer(scenario=NO_STOCK)
    assert "ce" in codes(buyer, "earbuds", "DE")

    buyer.received("earbuds")

    assert codes(buyer, "earbuds", "DE") == ["gpsr_rp", "epr_packaging", "weee", "battery_register"]
    assert codes(buyer, "earbuds", "US") == []


def test_made_up_papers_cover_nothing() -> None:
    buyer = Buyer(scenario=NO_STOCK)
    buyer.received("earbuds", supplier="trader")

    assert codes(buyer, "earbuds", "US") == ["fcc", "un38_3"]


def test_one_lot_without_papers_spoils_the_shelf_but_not_the_order_of_another_lot() -> None:
    buyer = Buyer(scenario=NO_STOCK)
    buyer.received("earbuds")
    buyer.supply.stock_reserved(1, "earbuds", "cn", 1, "US")
    buyer.received("earbuds", supplier="trader")

    assert codes(buyer, "earbuds", "US") == ["fcc", "un38_3"]
    assert buyer.supply.missing_of_order(1, "earbuds", "US") == ()


def test_a_lot_without_papers_spoils_nothing_before_it_is_on_a_shelf() -> None:
    buyer = Buyer(scenario=NO_STOCK)
    buyer.received("earbuds")
    buyer.received("earbuds", supplier="trader", node="us", haul="sea")
    before = codes(buyer, "earbuds", "US")
    buyer.supply.stock_arrived("earbuds", "us", 100)

    assert (before, codes(buyer, "earbuds", "US")) == ([], ["fcc", "un38_3"])


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"sku": "kite"}, "unknown_sku"),
        ({"country": "XX"}, "unknown_country"),
        ({"certificate": "cpc"}, "certificate_not_needed"),
    ],
)
def test_an_application_for_nothing_is_refused(changes: dict[str, str], code: str) -> None:
    told = {"sku": "earbuds", "country": "DE", "certificate": "ce"}

    assert Buyer().refused(ObtainCertificate(**{**told, **changes})).code == code


def test_a_paper_is_applied_for_once_and_the_refusal_says_when_it_comes() -> None:
    buyer = Buyer()
    buyer.send(CE)

    again = buyer.refused(CE)
    buyer.advance_days(30)

    assert (again.code, again.facts["due"]) == ("already_applied", buyer.one(CertificateApplied).due)
    assert buyer.refused(CE).code == "already_held"


def test_a_paper_needs_cash() -> None:
    buyer = Buyer()
    buyer.answers.cash = 119_999

    assert buyer.refused(CE).facts["cost"] == 120_000


def test_teams_under_one_secret_wait_equally_long() -> None:
    first, second = Buyer(a_supplier("works", a_quote("earbuds"))), Buyer()
    for buyer in (first, second):
        buyer.send(CE)

    assert first.one(CertificateApplied) == second.one(CertificateApplied)
    assert isinstance(first.answers, Answers)
