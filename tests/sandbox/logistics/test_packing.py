"""The bench: first in, first out, in opening hours."""

from __future__ import annotations

import pytest

from sandbox.kernel.errors import IllegalCommandError
from sandbox.logistics.commands import SetOvertime
from sandbox.logistics.events import CarrierCharged, OrderPacked, OvertimeChanged
from tests.sandbox.harness import DAY, HOUR, a_scenario
from tests.sandbox.logistics.builders import Yard, text_of


def test_orders_are_packed_in_turn_at_the_rate_of_the_bench() -> None:
    yard = Yard()  # 10:00 in China, open from 9 to 18
    orders = yard.orders(3)

    yard.world.advance(HOUR)

    assert yard.world.at(OrderPacked) == [180, 360, 540]  # twenty an hour
    assert [event.order for event in yard.world.of(OrderPacked)] == [text_of(order) for order in orders]


def test_nothing_is_packed_while_the_warehouse_is_closed() -> None:
    yard = Yard(a_scenario(market_starts="2025-10-18T12:00Z"))  # 20:00 in China
    yard.order()

    yard.world.advance(DAY)

    assert yard.world.at(OrderPacked) == [13 * HOUR + 180]


def test_overtime_packs_thirty_percent_more_and_costs_more_a_parcel() -> None:
    yard = Yard()
    yard.send(SetOvertime(node="cn", overtime=True))
    yard.orders(130)

    yard.advance_days(3)

    packed = [second for second in yard.world.at(OrderPacked) if second <= 5 * HOUR]
    assert len(packed) == 130  # 26 an hour
    assert yard.world.of(OvertimeChanged)[0].overtime
    assert yard.world.of(CarrierCharged)[0].handling == 71  # .60 * 1.185


def test_an_order_packed_within_48_hours_is_on_time() -> None:
    yard = Yard(a_scenario(market_starts="2025-10-18T02:00Z"))
    yard.order()
    yard.advance_days(1)

    assert yard.world.of(OrderPacked)[0].on_time


def test_local_stock_must_be_packed_by_the_next_cut_off() -> None:
    yard = Yard(a_scenario(market_starts="2025-10-18T17:59Z"))  # 13:59 in the American node, cut-off at 14:00
    yard.order(service="us-local")
    yard.advance_days(1)

    assert not yard.world.of(OrderPacked)[0].on_time


@pytest.mark.parametrize(
    ("command", "code"),
    [
        (SetOvertime(node="mars", overtime=True), "unknown_node"),
        (SetOvertime(node="cn", overtime=False), "overtime_unchanged"),
    ],
)
def test_overtime_that_cannot_be_is_refused(command: SetOvertime, code: str) -> None:
    with pytest.raises(IllegalCommandError) as refusal:
        Yard().send(command)

    assert refusal.value.code == code
