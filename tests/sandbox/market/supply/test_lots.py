"""Lots: what an inspector finds, what is sold first, and how good the goods at hand are."""

from __future__ import annotations

import pytest

from sandbox.kernel.scenario_market import StockUnderWay
from sandbox.market.supply.events import GoodsInspected, LotReceived
from sandbox.market.supply.lots import opening
from sandbox.market.supply.terms import acceptance_number, defects_in, lot_defect
from tests.sandbox.market.supply.builders import DAY, Buyer, a_quote, a_supplier

BAD = a_supplier("works", a_quote(defect=300_000, lead_sigma=0))


def test_lots_differ_around_the_share_of_defects_of_their_supplier() -> None:
    shares = []
    for secret in range(300):
        buyer = Buyer(secret=secret)
        shares.append(buyer.supply.lots.by_id[buyer.received().lot].defect)

    mean = sum(shares) / len(shares)
    assert abs(mean - 20_000) < 1_500
    assert max(shares) > 2 * 20_000 > 20_000 > 2 * min(shares)


@pytest.mark.parametrize(("inspected", "limit"), [(4, 0), (19, 0), (20, 1), (50, 3), (125, 7), (500, 21)])
def test_the_acceptance_number_is_that_of_the_standard(inspected: int, limit: int) -> None:
    assert acceptance_number(inspected) == limit


def test_an_inspection_finds_on_average_the_share_of_the_lot() -> None:
    found = [defects_in(50, 40_000, (k + 0.5) / 1000) for k in range(1000)]

    assert abs(sum(found) / 1000 - 2.0) < 0.02
    assert found == sorted(found)


def test_a_worse_lot_never_shows_fewer_defects_under_the_same_luck() -> None:
    counts = [defects_in(80, defect, 0.7) for defect in range(0, 500_000, 10_000)]

    assert counts == sorted(counts)


@pytest.mark.parametrize(
    ("if_bad", "outcome", "state"),
    [("accept", "accepted", "received"), ("sort", "sorted", "received"), ("reject", "rejected", "cancelled")],
)
def test_a_bad_lot_is_taken_sorted_or_sent_back_as_was_agreed(if_bad: str, outcome: str, state: str) -> None:
    buyer = Buyer(BAD)

    purchase = buyer.received(qc_units=50, if_bad=if_bad)

    inspected = buyer.one(GoodsInspected)
    assert inspected.defects_found > inspected.accepted_up_to == 3
    assert (inspected.outcome, purchase.state) == (outcome, state)


def test_sorting_takes_two_days_and_six_defects_of_ten() -> None:
    plain, sorting = Buyer(BAD), Buyer(BAD)
    lots = [
        buyer.supply.lots.by_id[buyer.received(qc_units=50, if_bad=if_bad).lot]
        for buyer, if_bad in ((plain, "accept"), (sorting, "sort"))
    ]

    assert abs(lots[1].defect - lots[0].defect * 0.4) < 1
    assert sorting.world.at(LotReceived)[0] - plain.world.at(LotReceived)[0] == 2 * DAY


def test_a_rejected_lot_gives_the_deposit_back_and_costs_the_inspection() -> None:
    buyer = Buyer(BAD)
    buyer.received(qc_units=50, if_bad="reject")

    assert buyer.paid() == 5_000


def test_without_an_inspector_nobody_knows_what_comes() -> None:
    buyer = Buyer(BAD)
    buyer.received()

    assert buyer.world.of(GoodsInspected) == []
    assert buyer.one(LotReceived).inspected == 0


def test_the_first_lot_in_is_the_first_one_sold() -> None:
    buyer = Buyer()
    lot = buyer.received().lot
    supply = buyer.supply
    assert supply.lot_of("lamp", "cn") == opening("lamp")

    for order in range(300):
        supply.stock_reserved(order, "lamp", "cn", 1, "US")
    supply.stock_reserved(300, "lamp", "cn", 1, "US")

    assert supply.lot_of_order(299, "lamp") == opening("lamp")
    assert supply.lot_of_order(300, "lamp") == lot == supply.lot_of("lamp", "cn")


def test_defects_and_quality_at_hand_are_weighted_by_lot() -> None:
    buyer = Buyer()
    lot = buyer.supply.lots.by_id[buyer.received().lot]
    supply = buyer.supply

    assert supply.defect_ppm("lamp", "cn") == round((300 * 22_000 + 100 * lot.defect) / 400)
    assert supply.defect_ppm("lamp", "us") == 22_000
    assert supply.quality_ppm("lamp") == round((340 * 780_000 + 100 * lot.quality) / 440)
    assert supply.unit_cost("lamp") == round((340 * 620 + 100 * 600) / 440)


def test_an_order_keeps_the_quality_of_its_lots() -> None:
    buyer = Buyer()
    lot = buyer.supply.lots.by_id[buyer.received().lot]
    buyer.supply.stock_reserved(1, "lamp", "cn", 300, "US")
    buyer.supply.stock_reserved(2, "lamp", "cn", 1, "US")

    assert buyer.supply.order_quality_ppm(1, "lamp") == 780_000
    assert buyer.supply.order_quality_ppm(2, "lamp") == lot.quality
    assert (buyer.supply.order_defect_ppm(2, "lamp"), buyer.supply.order_unit_cost(2, "lamp")) == (lot.defect, 600)


def test_units_that_come_back_are_sold_next() -> None:
    buyer = Buyer()
    lot = buyer.received().lot
    buyer.supply.stock_reserved(1, "lamp", "cn", 300, "US")
    buyer.supply.stock_reserved(2, "lamp", "cn", 50, "US")
    buyer.supply.stock_back(1, "lamp", "cn")

    assert buyer.supply.lot_of("lamp", "cn") == opening("lamp")
    assert buyer.supply.lots.left(lot) == (("cn", 50),)


def test_lots_travel_with_the_units() -> None:
    buyer = Buyer()
    lot = buyer.received().lot
    buyer.supply.stock_moved("lamp", "cn", "us", 350)
    buyer.supply.stock_arrived("lamp", "us", 350)

    assert buyer.supply.lots.left(lot) == (("cn", 50), ("us", 50))


def test_units_the_book_does_not_know_belong_to_the_opening_lot() -> None:
    buyer = Buyer()
    buyer.supply.stock_reserved(1, "lamp", "us", 25, "US")

    assert buyer.supply.lot_of_order(1, "lamp") == opening("lamp")


def test_what_the_scenario_had_under_way_is_a_lot_of_its_own_when_it_comes() -> None:
    under_way = (StockUnderWay(sku="earbuds", node="us", units=50, arrives_day=3),
                 StockUnderWay(sku="lamp", node="us", units=80, arrives_day=4))
    buyer = Buyer(under_way=under_way)
    buyer.supply.stock_arrived("lamp", "us", 80)

    lot = buyer.one(LotReceived)
    assert (lot.purchase, lot.lot, lot.carried, lot.units) == ("start/1", opening("lamp", 1), True, 80)
    assert buyer.supply.lots.left(lot.lot) == (("us", 80),)


def test_a_larger_draw_never_gives_a_better_lot() -> None:
    quote = a_quote(defect=35_000)
    normals = [-2.0, -1.0, 0.0, 1.0, 2.0]

    assert [lot_defect(quote, normal) for normal in normals] == sorted(lot_defect(quote, n) for n in normals)
