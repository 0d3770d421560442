"""From the warehouse to the door, and what shocks do on the way."""

from __future__ import annotations

import msgspec
from hypothesis import given, settings
from hypothesis import strategies as st

from sandbox.logistics.events import (
    ConsignmentClosed,
    CustomsHeld,
    ExportDeclared,
    ImportDeclared,
    LineHaulDelayed,
    LineHaulDeparted,
    OrderDelivered,
    OrderPacked,
    StockReserved,
)
from tests.sandbox.harness import DAY, a_scenario
from tests.sandbox.logistics.builders import Yard, text_of


def delivered_at(yard: Yard) -> dict[str, int]:
    return {event.order: at for at, event in yard.world.log if isinstance(event, OrderDelivered)}


def test_an_order_is_reserved_packed_consigned_declared_and_delivered() -> None:
    yard = Yard()
    order = yard.order()

    yard.advance_days(40)

    milestones = (StockReserved, OrderPacked, ConsignmentClosed, LineHaulDeparted, ImportDeclared, OrderDelivered)
    seconds = [yard.world.at(milestone)[0] for milestone in milestones]
    assert seconds == sorted(seconds)
    assert yard.world.of(OrderDelivered)[0].order == text_of(order)


def test_local_stock_needs_no_border_and_comes_within_days() -> None:
    yard = Yard()
    yard.orders(15, service="us-local", promise_days=4)

    yard.advance_days(10)

    assert yard.world.of(ImportDeclared) == []
    assert len(yard.world.of(OrderDelivered)) == 15


def test_special_line_to_the_united_states_takes_about_eleven_days() -> None:
    yard = Yard()
    for number in range(280):
        yard.order(number, sku="lamp" if number % 2 else "earbuds")
        yard.advance_days(0.25)
    yard.advance_days(60)

    days = sorted(event.days_ppm / 1_000_000 for event in yard.world.of(OrderDelivered))
    assert 7.5 < days[len(days) // 10] < 9.9
    assert 10 < days[len(days) // 2] < 12.5
    assert 13.5 < days[len(days) * 9 // 10] < 17


@settings(max_examples=15, deadline=None)
@given(st.lists(st.integers(1, 30 * DAY), max_size=6))
def test_how_time_is_cut_into_pieces_changes_nothing(stops: list[int]) -> None:
    whole, cut = Yard(), Yard()
    whole.orders(6)
    cut.orders(6)

    whole.world.advance(40 * DAY)
    for stop in sorted(set(stops)):
        cut.world.advance(stop)
    cut.world.advance(40 * DAY)

    assert cut.world.log == whole.world.log
    assert cut.logistics.state_digest() == whole.logistics.state_digest()


def test_another_order_leaves_the_luck_of_the_others_alone() -> None:
    few, many = Yard(), Yard()
    few.orders(5)
    many.orders(6)
    few.advance_days(40)
    many.advance_days(40)

    assert delivered_at(few).items() <= delivered_at(many).items()


def test_two_in_a_hundred_export_lists_are_held_for_one_to_three_days() -> None:
    scenario = a_scenario()
    alone = tuple(msgspec.structs.replace(place, consignment_size=1) for place in scenario.warehouses)
    yard = Yard(msgspec.structs.replace(scenario, warehouses=alone))
    yard.orders(280)
    yard.advance_days(60)

    declared = {
        event.consignment: (at, event.held) for at, event in yard.world.log if isinstance(event, ExportDeclared)
    }
    departed = {event.consignment: at for at, event in yard.world.log if isinstance(event, LineHaulDeparted)}
    held = [departed[name] - at for name, (at, is_held) in declared.items() if is_held]
    assert 1 <= len(held) <= 14
    assert all(seconds > DAY for seconds in held)


def test_a_lane_is_jammed_on_some_days() -> None:
    yard = Yard()
    for number in range(120):
        yard.order(number)
        yard.advance_days(1)
    yard.advance_days(30)

    jams = [event for event in yard.world.of(LineHaulDelayed) if event.cause == "jam"]
    assert 1 <= len(jams) <= 12
    assert all(event.hours >= 12 for event in jams)


def test_a_slow_lane_delays_what_is_on_its_way_and_what_departs() -> None:
    calm, slow = Yard(), Yard()
    for yard in (calm, slow):
        yard.order(1)
        yard.advance_days(3)
        yard.order(2)
    slow.logistics.slow_lane("US", 2_000_000, 24 * 10)
    calm.advance_days(60)
    slow.advance_days(60)

    arrivals = zip(slow.world.at(ImportDeclared), calm.world.at(ImportDeclared), strict=True)
    later = [slow_at - calm_at for slow_at, calm_at in arrivals]
    assert all(seconds > DAY for seconds in later)
    assert [event.cause for event in slow.world.of(LineHaulDelayed)] == ["congestion", "congestion"]


def test_a_slow_lane_to_another_country_changes_nothing() -> None:
    calm, slow = Yard(), Yard()
    calm.order()
    slow.order()
    slow.logistics.slow_lane("DE", 2_000_000, 24 * 30)
    calm.advance_days(40)
    slow.advance_days(40)

    assert slow.world.log == calm.world.log


def test_closed_customs_delay_what_waits_there_by_as_many_hours() -> None:
    calm, closed = Yard(), Yard()
    for yard in (calm, closed):
        yard.orders(5)
        while not yard.world.of(ImportDeclared):
            yard.advance_days(0.05)
    closed.logistics.delay_customs("US", 48)
    calm.advance_days(60)
    closed.advance_days(60)

    assert not calm.world.of(CustomsHeld)
    assert {order: at + 48 * 3600 for order, at in delivered_at(calm).items()} == delivered_at(closed)
    assert closed.world.of(LineHaulDelayed)[0].cause == "customs"
