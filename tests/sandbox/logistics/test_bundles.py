"""Bundles, lots and goods that were bought: what moves is always the product."""

from __future__ import annotations

import msgspec
import pytest

from sandbox.kernel.scenario_market import StockUnderWay
from sandbox.logistics.commands import TransferStock
from sandbox.logistics.events import OrderDelivered, StockArrived, StockMoved, StockReserved
from tests.sandbox.harness import DAY
from tests.sandbox.logistics.builders import Yard, a_season, refusal_of, with_market


def bundling() -> Yard:
    yard = Yard(a_season())
    yard.answers.bundles = {"desk-set": (("lamp", 2), ("earbuds", 1))}
    return yard


def test_a_bundle_takes_each_of_its_parts_from_the_shelf() -> None:
    yard = bundling()

    yard.order(sku="desk-set", units=3)

    assert yard.world.of(StockReserved)[0].sku == "desk-set"
    assert (yard.logistics.available("lamp"), yard.logistics.available("earbuds")) == (334, 337)
    assert yard.logistics.available_at("cn", "desk-set") == 147


def test_a_bundle_weighs_what_its_parts_weigh_and_is_delivered_whole() -> None:
    yard = bundling()
    order = yard.order(sku="desk-set")
    yard.advance_days(60)

    assert len(yard.world.of(OrderDelivered)) == 1
    assert yard.logistics.inventory.tallies["lamp"].delivered == 2
    assert yard.logistics.start_return(order)
    yard.advance_days(60)
    assert set(yard.logistics.unaccounted().values()) == {0}


def test_the_lots_at_a_node_decide_how_much_is_faulty() -> None:
    yard = Yard(a_season())
    yard.answers.lot_defects = {"cn": 1_000_000}
    yard.orders(20)
    yard.advance_days(60)

    assert all(event.defect for event in yard.world.of(OrderDelivered))


def test_bought_goods_come_by_the_haul_chosen_and_name_their_purchase() -> None:
    arrived = {}
    for haul in ("air", "sea"):
        yard = Yard(a_season())
        yard.logistics.ship_purchase("po-1", "lot-1", "lamp", 500, "us", haul, 600)
        yard.advance_days(80)
        [event] = yard.world.of(StockArrived)
        assert (event.purchase, event.lot, event.units, event.node) == ("po-1", "lot-1", 500, "us")
        arrived[haul] = yard.world.at(StockArrived)[0] / DAY
        assert set(yard.logistics.unaccounted().values()) == {0}

    assert 4 < arrived["air"] < 20 < arrived["sea"] < 55


def test_bought_goods_for_a_node_at_home_come_by_truck_within_days() -> None:
    yard = Yard(a_season())
    yard.logistics.ship_purchase("po-1", "lot-1", "lamp", 500, "cn", "sea", 600)
    yard.advance_days(12)

    [moved] = yard.world.of(StockMoved)
    assert (moved.haul, moved.mode, moved.cost) == ("truck", "", 4650)
    assert yard.logistics.available_at("cn", "lamp") == 800


def test_stock_on_its_way_when_the_run_starts_arrives_on_its_day() -> None:
    coming = (StockUnderWay(sku="lamp", node="us", units=80, arrives_day=4),)
    yard = Yard(with_market(a_season(), under_way=coming))
    assert yard.logistics.inventory.tallies["lamp"].in_transit == 80

    yard.advance_days(6)

    assert 4 * DAY <= yard.world.at(StockArrived)[0] < 5 * DAY
    assert yard.logistics.available_at("us", "lamp") == 100


@pytest.mark.parametrize("haul", ["air", "sea", "rail"])
def test_what_a_haul_does_not_serve_is_refused(haul: str) -> None:
    yard = Yard(a_season())
    move = TransferStock(sku="lamp", origin="cn", destination="us", units=10, haul=haul)  # type: ignore[arg-type]

    if haul == "rail":
        assert refusal_of(lambda: yard.send(move)) == "no_lane"
    else:
        yard.send(move)
        assert yard.world.of(StockMoved)[0].haul == haul


def test_two_nodes_of_one_country_are_a_truck_apart() -> None:
    season = a_season()
    west = msgspec.structs.replace(season.warehouses[1], node="us-west")
    yard = Yard(msgspec.structs.replace(season, warehouses=(*season.warehouses, west)))

    yard.send(TransferStock(sku="lamp", origin="us", destination="us-west", units=10))
    yard.advance_days(12)

    assert yard.world.of(StockMoved)[0].haul == "truck"
    assert yard.logistics.available_at("us-west", "lamp") == 10


def test_what_a_supplier_brings_is_on_the_shelf_and_what_is_recalled_is_not() -> None:
    yard = Yard(a_season())
    yard.logistics.take_in("lamp", 100, "cn")
    yard.order()

    assert yard.logistics.quarantine("cn", "lamp", 1_000) == 399
    assert yard.logistics.quarantine("cn", "lamp", 1) == 0
    assert set(yard.logistics.unaccounted().values()) == {0}
