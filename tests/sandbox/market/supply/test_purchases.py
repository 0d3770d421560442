"""Ordering goods: tiers, deposit, time, holidays, and what becomes of every unit."""

from __future__ import annotations

from typing import Any

import pytest

from sandbox.kernel.detmath import det_log
from sandbox.market.supply.commands import SourceProduct
from sandbox.market.supply.events import (
    GoodsReady,
    LotReceived,
    PurchaseCancelled,
    PurchaseDelayed,
    PurchaseOrdered,
    PurchaseWaiting,
)
from sandbox.market.supply.terms import unit_cost
from tests.sandbox.harness import a_scenario
from tests.sandbox.market.supply.builders import DAY, EARBUDS, Buyer, a_market, a_quote, a_supplier

STEADY = a_supplier("works", a_quote(lead_sigma=0))


@pytest.mark.parametrize(("units", "price"), [(100, 600), (199, 600), (200, 570), (499, 570), (500, 546)])
def test_twice_the_minimum_is_five_per_cent_cheaper_and_five_times_nine(units: int, price: int) -> None:
    assert unit_cost(a_quote(), units) == price


def test_thirty_per_cent_is_paid_with_the_order_and_the_rest_on_receipt() -> None:
    buyer = Buyer()

    purchase = buyer.received(qc_units=20)

    ordered, lot = buyer.one(PurchaseOrdered), buyer.one(LotReceived)
    assert (ordered.cost, ordered.fee, lot.cost, lot.value) == (18_000 + 2_000, 2_000, 42_000, 60_000)
    assert (purchase.paid, purchase.rest, lot.node, lot.units) == (60_000, 0, "cn", 100)


def test_a_steady_factory_hands_over_on_the_promised_second() -> None:
    buyer = Buyer(STEADY)

    buyer.received()

    assert buyer.world.at(LotReceived) == [12 * DAY] == [buyer.one(PurchaseOrdered).due]
    assert buyer.world.of(PurchaseDelayed) == []


def test_lead_times_are_lognormal_around_the_quoted_days() -> None:
    logs = []
    for secret in range(400):
        purchase = Buyer(secret=secret).order()
        logs.append(det_log(purchase.ready_at / (12 * DAY)))

    mean = sum(logs) / len(logs)
    spread = (sum((value - mean) * (value - mean) for value in logs) / len(logs)) ** 0.5
    assert abs(mean) < 0.05
    assert abs(spread - 0.3) < 0.03


def test_an_unreliable_supplier_slips_by_half_as_often_as_it_says() -> None:
    trader = a_supplier("works", a_quote(lead_sigma=0), reliability=600_000)
    times = [Buyer(trader, secret=secret).order().ready_at for secret in range(300)]

    assert set(times) == {12 * DAY, 18 * DAY}
    assert 0.33 < times.count(18 * DAY) / 300 < 0.47


def test_a_late_supplier_says_so_a_day_before_its_promise_and_why() -> None:
    trader = a_supplier("works", a_quote(lead_sigma=0), reliability=0)
    buyer = Buyer(trader)

    buyer.received()

    delayed = buyer.one(PurchaseDelayed)
    assert buyer.world.at(PurchaseDelayed) == [11 * DAY]
    assert (delayed.days, delayed.cause, delayed.because) == (6, "slip", (("slip", 405_465),))
    assert buyer.world.at(LotReceived) == [delayed.due] == [18 * DAY]


def test_factories_stand_still_at_golden_week_and_the_promise_knows_it() -> None:
    scenario = a_scenario(market_starts="2025-09-25T16:00Z", market=a_market(STEADY))
    buyer = Buyer(scenario=scenario)

    buyer.received()

    assert buyer.one(PurchaseOrdered).due == 20 * DAY  # 12 of work, 8 of rest
    assert buyer.world.at(LotReceived) == [20 * DAY]
    assert buyer.supply.purchases.supply_stopped(6 * DAY)
    assert not buyer.supply.purchases.supply_stopped(13 * DAY)


def test_every_ordered_unit_is_received_or_cancelled_and_every_price_is_paid_in_full_or_kept() -> None:
    buyer = Buyer(a_supplier("works", a_quote(defect=60_000), reliability=500_000))
    for units in (100, 220, 500, 130):
        buyer.order(units=units, qc_units=50, if_bad="reject")
    buyer.advance_days(120)

    orders = buyer.world.of(PurchaseOrdered)
    came = buyer.world.of(LotReceived)
    gone = buyer.world.of(PurchaseCancelled)
    assert len(came) + len(gone) == 4
    assert 0 < len(gone) < 4
    assert sum(lot.units for lot in came) + sum(lost.units for lost in gone) == sum(row.units for row in orders)
    assert buyer.paid() == sum(lot.units * lot.unit_cost for lot in came) + sum(row.fee for row in orders)


def test_what_is_drawn_for_one_purchase_does_not_depend_on_the_others() -> None:
    alone, busy = Buyer(), Buyer()
    busy.order("earbuds", supplier="trader", node="cn", units=300)
    busy.advance_days(3)
    busy.order("earbuds", node="cn", units=100)
    first = [buyer.received(units=100, qc_units=50) for buyer in (alone, busy)]

    lots = [buyer.supply.lots.by_id[row.lot] for buyer, row in zip((alone, busy), first, strict=True)]
    assert lots[0].lot == lots[1].lot
    assert (lots[0].defect, lots[0].quality, lots[0].found) == (lots[1].defect, lots[1].quality, lots[1].found)
    assert first[0].because == first[1].because


def test_goods_for_an_overseas_node_are_handed_to_the_carrier_and_paid_there() -> None:
    buyer = Buyer()
    purchase = buyer.received(node="us", haul="sea")

    ready = buyer.one(GoodsReady)
    assert (ready.node, ready.haul, ready.cost, ready.value) == ("us", "sea", 42_000, 60_000)
    buyer.supply.stock_arrived("lamp", "us", 100, ready.lot)

    lot = buyer.one(LotReceived)
    assert (lot.carried, lot.cost, lot.value, purchase.state) == (True, 0, 0, "received")
    assert buyer.supply.lots.left(purchase.lot) == (("us", 100),)


def test_a_supplier_waits_two_weeks_for_its_money_and_then_keeps_the_deposit() -> None:
    buyer = Buyer(STEADY)
    purchase = buyer.order()
    buyer.answers.cash = 41_999
    buyer.advance_days(40)

    waiting, gone = buyer.one(PurchaseWaiting), buyer.one(PurchaseCancelled)
    assert (waiting.reason, waiting.needs) == ("no_cash", "42000")
    assert (gone.reason, gone.refund, gone.lost) == ("no_cash", 0, 18_000)
    assert (buyer.world.at(PurchaseCancelled), purchase.paid) == ([26 * DAY], 18_000)


def test_what_is_not_made_when_the_run_ends_never_comes_and_costs_nothing() -> None:
    buyer = Buyer(STEADY)
    buyer.order()
    buyer.advance_days(5)
    buyer.supply.close_open_purchases()
    buyer.advance_days(30)

    assert buyer.one(PurchaseCancelled).reason == "season_over"
    assert (buyer.paid(), buyer.world.of(LotReceived)) == (0, [])


def test_money_that_comes_in_time_frees_the_goods() -> None:
    buyer = Buyer(STEADY)
    buyer.order()
    buyer.answers.cash = 0
    buyer.advance_days(15.5)
    buyer.answers.cash = 42_000
    buyer.advance_days(2)

    assert buyer.world.at(LotReceived) == [16 * DAY]


def test_a_battery_does_not_fly_on_a_paper_the_supplier_made_up() -> None:
    buyer = Buyer()
    buyer.received("earbuds", supplier="trader", node="us", haul="air")

    waiting, gone = buyer.one(PurchaseWaiting), buyer.one(PurchaseCancelled)
    assert (waiting.reason, waiting.needs, gone.reason) == ("no_paper", "un38_3", "no_paper")


def test_a_battery_flies_on_genuine_papers() -> None:
    buyer = Buyer()

    assert buyer.received("earbuds", node="us", haul="air").state == "travelling"


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"supplier": "nobody"}, "unknown_supplier"),
        ({"sku": "kite"}, "unknown_sku"),
        ({"supplier": "trader"}, "not_quoted"),
        ({"units": 99}, "below_minimum"),
        ({"qc_units": 101}, "too_many_inspected"),
        ({"node": "mars"}, "unknown_node"),
        ({"node": "us", "haul": "rail"}, "no_lane"),
        ({"units": 100_000}, "not_enough_cash"),
    ],
)
def test_what_a_purchase_may_not_be_is_refused_with_what_would_pass(changes: dict[str, Any], code: str) -> None:
    told: dict[str, Any] = {"supplier": "works", "sku": "lamp", "units": 100, "node": "cn"}

    refusal = Buyer().refused(SourceProduct(**{**told, **changes}))

    assert refusal.code == code
    assert "expected" in refusal.message


def test_a_battery_without_any_paper_is_not_ordered_for_a_flight() -> None:
    bare = a_supplier("works", a_quote("earbuds"))

    refusal = Buyer(bare).refused(SourceProduct(supplier="works", sku="earbuds", units=100, node="us", haul="air"))

    assert (refusal.code, refusal.facts["certificate"]) == ("paper_missing", "un38_3")


def test_a_refused_flight_names_the_ways_that_are_open() -> None:
    refusal = Buyer(a_supplier("works", EARBUDS)).refused(
        SourceProduct(supplier="works", sku="earbuds", units=100, node="us", haul="rail")
    )

    assert refusal.facts["known"] == "sea, air"
