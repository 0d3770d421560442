"""Recalls: whose orders, which shelves, and what an authority does if nobody acts."""

from __future__ import annotations

import pytest

from sandbox.kernel.ids import to_text
from sandbox.market.supply.commands import RecallProduct
from sandbox.market.supply.events import LotQuarantined, RecallForced, RecallIssued, SafetyAlerted
from sandbox.market.supply.lots import opening
from tests.sandbox.market.supply.builders import DAY, Buyer

LOT = opening("lamp")
RECALL = RecallProduct(sku="lamp", lot=LOT)


def sold() -> Buyer:
    """Lamps of the opening lot in the hands of two Americans and a German."""
    buyer = Buyer()
    for order, country in enumerate(("US", "DE", "US")):
        buyer.supply.stock_reserved(order, "lamp", "cn", order + 1, country)
    return buyer


def test_a_recall_names_every_order_of_the_lot_and_takes_the_rest_off_all_shelves() -> None:
    buyer = sold()
    buyer.send(RECALL)

    issued = buyer.one(RecallIssued)
    assert (issued.units_sold, issued.orders) == (6, tuple(to_text(order) for order in range(3)))
    assert (issued.cost, issued.forced, issued.after_alert) == (150, False, -1)
    assert [(row.node, row.units) for row in buyer.world.of(LotQuarantined)] == [("cn", 294), ("us", 20), ("de", 20)]


def test_a_recall_in_one_country_leaves_the_others_alone() -> None:
    buyer = sold()
    buyer.send(RecallProduct(sku="lamp", lot=LOT, country="DE"))

    issued = buyer.one(RecallIssued)
    assert (issued.units_sold, issued.orders) == (2, (to_text(1),))
    assert [(row.node, row.units) for row in buyer.world.of(LotQuarantined)] == [("de", 20)]


def test_other_lots_stay_on_sale() -> None:
    buyer = sold()
    lot = buyer.received().lot
    buyer.send(RECALL)

    assert buyer.supply.lot_of("lamp", "cn") == lot
    assert buyer.supply.defect_ppm("lamp", "cn") == buyer.supply.lots.by_id[lot].defect


def test_units_of_a_recalled_lot_that_come_back_do_not_stay_on_the_shelf() -> None:
    buyer = sold()
    buyer.send(RECALL)
    buyer.supply.stock_back(2, "lamp", "us")

    assert buyer.world.of(LotQuarantined)[-1] == LotQuarantined(sku="lamp", lot=LOT, node="us", units=3)
    assert buyer.supply.lots.by_id[LOT].sold == 3


def test_units_of_a_recalled_lot_under_way_are_stopped_on_arrival() -> None:
    buyer = sold()
    buyer.supply.stock_moved("lamp", "cn", "us", 50)
    buyer.send(RECALL)
    buyer.supply.stock_arrived("lamp", "us", 50)

    assert buyer.world.of(LotQuarantined)[-1].units == 50
    assert buyer.supply.lots.left(LOT) == ()


def test_a_warning_answered_in_time_is_counted_from_the_warning() -> None:
    buyer = sold()
    assert buyer.supply.safety_alert("lamp") == LOT
    buyer.advance_days(0.125)
    buyer.send(RECALL)
    buyer.advance_days(5)

    assert buyer.one(SafetyAlerted).due == 2 * DAY
    assert buyer.one(RecallIssued).after_alert == 3 * 3600
    assert buyer.world.of(RecallForced) == []


def test_a_warning_nobody_answers_becomes_an_order_of_the_authority() -> None:
    buyer = sold()
    buyer.supply.safety_alert("lamp")
    buyer.advance_days(5)

    assert buyer.world.at(RecallForced) == [2 * DAY]
    assert (buyer.one(RecallIssued).forced, buyer.one(RecallIssued).after_alert) == (True, 2 * DAY)


def test_a_warning_is_about_the_lot_that_most_people_have() -> None:
    buyer = sold()
    buyer.received()

    assert buyer.supply.safety_alert("lamp") == LOT
    assert buyer.supply.safety_alert("lamp") != LOT
    assert buyer.supply.safety_alert("lamp") == ""


@pytest.mark.parametrize(
    ("command", "code"),
    [
        (RecallProduct(sku="kite", lot=LOT), "unknown_sku"),
        (RecallProduct(sku="lamp", lot=opening("earbuds")), "unknown_lot"),
    ],
)
def test_a_recall_of_what_does_not_exist_is_refused(command: RecallProduct, code: str) -> None:
    assert Buyer().refused(command).code == code


def test_a_lot_is_called_back_once() -> None:
    buyer = sold()
    buyer.send(RECALL)

    assert buyer.refused(RECALL).code == "already_recalled"
    assert buyer.refused(RecallProduct(sku="lamp", lot=LOT, country="DE")).code == "already_recalled"


def test_a_lot_still_under_way_is_not_called_back() -> None:
    buyer = Buyer()
    lot = buyer.received(node="us", haul="sea").lot

    assert buyer.refused(RecallProduct(sku="lamp", lot=lot)).code == "lot_not_received"
