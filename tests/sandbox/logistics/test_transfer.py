"""Stock by air between nodes."""

from __future__ import annotations

from typing import Any

import pytest

from sandbox.kernel.errors import IllegalCommandError
from sandbox.logistics.commands import TransferStock
from sandbox.logistics.events import StockArrived, StockMoved
from tests.sandbox.logistics.builders import Yard


def transfer(**changes: Any) -> TransferStock:
    return TransferStock(**{"sku": "lamp", "origin": "cn", "destination": "us", "units": 100, **changes})


def test_units_leave_at_once_and_arrive_within_weeks() -> None:
    yard = Yard()

    yard.send(transfer())

    assert (yard.logistics.available_at("cn", "lamp"), yard.logistics.available("lamp")) == (200, 240)
    yard.advance_days(30)
    assert yard.world.of(StockArrived)[0].units == 100
    assert yard.logistics.available_at("us", "lamp") == 120


def test_a_transfer_costs_freight_and_the_duty_on_what_the_goods_cost() -> None:
    yard = Yard()

    yard.send(transfer())

    # 100 lamps of 620 g at 6.50 a kilogram; 61 % of 620.00, entry fee 1.50
    assert yard.world.of(StockMoved)[0].cost == 40_300 + 37_820 + 150


def test_stock_for_germany_pays_the_common_tariff_on_value_and_freight() -> None:
    yard = Yard()

    yard.send(transfer(destination="de"))

    duty = yard.world.of(StockMoved)[0].cost - 40_300
    assert abs(duty - 4808) <= 1  # 4.7 % of 620.00 + 403.00 is 48.08, in euros and back


def test_units_on_their_way_are_still_accounted_for() -> None:
    yard = Yard()
    yard.send(transfer())

    assert yard.logistics.inventory.tallies["lamp"].in_transit == 100
    assert yard.logistics.inventory.unaccounted()["lamp"] == 0


@pytest.mark.parametrize(
    ("command", "cash", "code"),
    [
        (transfer(sku="kite"), 10**6, "unknown_sku"),
        (transfer(origin="mars"), 10**6, "unknown_node"),
        (transfer(origin="us", destination="de", units=5), 10**6, "no_lane"),
        (transfer(destination="cn"), 10**6, "no_lane"),
        (transfer(units=301), 10**6, "not_enough_stock"),
        (transfer(), 70_000, "not_enough_cash"),
    ],
)
def test_transfers_that_cannot_be_are_refused(command: TransferStock, cash: int, code: str) -> None:
    yard = Yard()
    yard.answers.cash = cash

    with pytest.raises(IllegalCommandError) as refusal:
        yard.send(command)

    assert refusal.value.code == code
    assert yard.world.log == []
