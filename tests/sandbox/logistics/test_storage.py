"""Rent, room and people of warehouses."""

from __future__ import annotations

import pytest

from sandbox.logistics.commands import SetCapacity, TransferStock
from sandbox.logistics.events import OrderPacked
from sandbox.logistics.trade_events import CapacityChanged, WarehousesCharged
from tests.sandbox.harness import HOUR
from tests.sandbox.logistics.builders import Yard, a_season, refusal_of, with_place


def test_a_day_of_storage_is_one_event_over_all_nodes() -> None:
    yard = Yard(with_place(a_season(), "cn", storage_per_m3_day=10_000))

    yard.advance_days(3.5)

    charged = yard.world.of(WarehousesCharged)
    assert len(charged) == 3
    assert (charged[0].storage, charged[0].cost) == (11_100, 11_100)  # 1.11 m3 at 100.00


def test_a_warehouse_without_rent_says_nothing() -> None:
    yard = Yard(a_season())
    yard.advance_days(5)

    assert yard.world.of(WarehousesCharged) == []


@pytest.mark.parametrize(("starts", "more"), [("2026-05-04T00:00Z", 0), ("2026-10-12T00:00Z", 2)])
def test_a_platform_asks_three_times_as_much_in_the_last_quarter(starts: str, more: int) -> None:
    season = a_season(market_starts=starts)
    yard = Yard(with_place(season, "us", kind="platform", platform="bazaar", storage_per_m3_day=100_000))

    yard.advance_days(1.5)

    [charged] = yard.world.of(WarehousesCharged)
    assert charged.surcharge // charged.storage == more


def test_stock_that_lies_too_long_and_stock_beyond_the_room_pay_more() -> None:
    season = with_place(a_season(), "cn", storage_per_m3_day=10_000)
    roomy, tight = Yard(season), Yard(with_place(season, "cn", storage_per_m3_day=10_000, capacity_m3=1))
    for yard in (roomy, tight):
        yard.advance_days(200)

    old, over = roomy.world.of(WarehousesCharged), tight.world.of(WarehousesCharged)
    assert (old[0].surcharge, old[-1].surcharge) == (0, 5_550)
    assert over[0].surcharge == 2_200


def test_stock_for_which_there_is_no_room_is_refused_with_what_would_fit() -> None:
    yard = Yard(with_place(a_season(), "us", capacity_m3=1))

    def move(units: int) -> None:
        yard.send(TransferStock(sku="lamp", origin="cn", destination="us", units=units))

    assert refusal_of(lambda: move(290)) == "node_full"
    move(200)
    assert refusal_of(lambda: move(90)) == "node_full"


def test_more_people_pack_more_and_are_paid_by_the_day() -> None:
    yard = Yard(a_season(market_starts="2026-05-04T02:00Z"))  # 10:00 in China
    yard.send(SetCapacity(node="cn", packers=4))
    yard.orders(40)

    yard.world.advance(HOUR + 1)
    yard.advance_days(1)

    assert yard.world.of(CapacityChanged)[0].packs_per_hour == 40  # two people packed twenty
    assert len([second for second in yard.world.at(OrderPacked) if second <= HOUR]) == 40
    assert yard.world.of(WarehousesCharged)[0].wages == 2 * 9 * 400


def test_a_change_of_crew_plans_the_queue_anew_and_keeps_the_work_in_hand() -> None:
    yard = Yard(a_season(market_starts="2026-05-04T02:00Z"))
    yard.orders(3)
    yard.world.advance(90)  # the first is half packed

    yard.send(SetCapacity(node="cn", packers=4))
    yard.world.advance(HOUR)

    assert yard.world.at(OrderPacked) == [135, 225, 315]


@pytest.mark.parametrize(
    ("command", "code"),
    [
        (SetCapacity(node="mars", packers=3), "unknown_node"),
        (SetCapacity(node="cn", packers=2), "capacity_unchanged"),
        (SetCapacity(node="cn", packers=999), "too_many_packers"),
        (SetCapacity(node="us", packers=3), "not_ours"),
    ],
)
def test_crews_that_cannot_be_are_refused(command: SetCapacity, code: str) -> None:
    yard = Yard(with_place(a_season(), "us", kind="platform", platform="bazaar"))

    assert refusal_of(lambda: yard.send(command)) == code


def test_a_platforms_warehouse_packs_its_own_orders_only() -> None:
    yard = Yard(with_place(a_season(), "us", kind="platform", platform="bazaar"))
    nodes = []
    for number, platform in enumerate(("bazaar", "ownshop")):
        yard.answers.bought_on = platform
        nodes.append(yard.logistics.parcels[yard.order(number, service="us-local")].node)

    assert nodes == ["us", "cn"]


def test_nobody_pays_rent_once_play_is_over() -> None:
    yard = Yard(with_place(a_season(), "cn", storage_per_m3_day=10_000))
    yard.advance_days(2.5)

    yard.logistics.close_for_good()
    yard.advance_days(10)

    assert len(yard.world.of(WarehousesCharged)) == 2
