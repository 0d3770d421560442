"""One code path: alone or in a flow of many, compiled or interpreted, a parcel takes the same second."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys

import numpy as np

from sandbox.logistics.columns import Lot
from sandbox.logistics.events import OrderDelivered, ParcelLost
from sandbox.logistics.flow import Flow
from sandbox.logistics.parcel import STAGES
from sandbox.logistics.trade_events import ConsignmentDone
from tests.sandbox.logistics.builders import Yard, text_of

LAMP = Lot("lamp", 1, 2500, "USD", 0)


def seconds_of_orders() -> list[int]:
    return [7_000 * number for number in range(120)]


def told_one_by_one() -> tuple[Yard, list[int], dict[str, int]]:
    yard = Yard()
    orders = []
    for number, second in enumerate(seconds_of_orders()):
        yard.world.advance(second)
        orders.append(yard.order(number))
    yard.advance_days(120)
    ends = {
        event.order: at for at, event in yard.world.log if isinstance(event, OrderDelivered | ParcelLost)
    }
    return yard, orders, ends


def told_by_consignment(orders: list[int]) -> Yard:
    yard = Yard()
    Flow(yard.logistics).send(
        np.array(orders, np.uint64), np.array(seconds_of_orders(), np.int64), "us-line", LAMP
    )
    yard.advance_days(150)
    return yard


def test_a_flow_brings_every_parcel_to_its_end_at_the_second_of_the_class() -> None:
    _, orders, ends = told_one_by_one()
    columns = told_by_consignment(orders).logistics.parcels.columns

    flow = {
        text_of(int(columns.order[row])): int(columns.since[row])
        for row in range(columns.size)
        if STAGES[columns.stage[row]] in ("delivered", "lost")
    }
    assert flow == ends
    assert len(flow) > 110


def test_a_flow_accounts_for_every_unit_and_tells_of_consignments_only() -> None:
    _, orders, _ = told_one_by_one()
    yard = told_by_consignment(orders)

    done = yard.world.of(ConsignmentDone)
    assert sum(event.delivered + event.lost + event.turned_back + event.seized for event in done) == 120
    assert set(yard.logistics.unaccounted().values()) == {0}
    assert len(yard.world.log) < 120


def test_kernels_give_the_same_bits_interpreted() -> None:
    _, orders, _ = told_one_by_one()
    compiled = told_by_consignment(orders).logistics.state_digest()
    script = (
        "import hashlib; from tests.sandbox.logistics.test_flow import told_by_consignment as told; "
        "from sandbox.kernel.ids import child; "
        "yard = told([child(1, 'order', n) for n in range(120)]); "
        "print(hashlib.sha256(yard.logistics.state_digest()).hexdigest())"
    )
    interpreted = subprocess.run(
        [sys.executable, "-c", script], env={**os.environ, "BORDERCAST_JIT": "off"}, capture_output=True, text=True,
        check=True,
    )  # fmt: skip

    assert interpreted.stdout.strip() == hashlib.sha256(compiled).hexdigest()
