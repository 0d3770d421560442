"""Orders in and out of the warehouse, and the whole chain at once."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sandbox.kernel.errors import IllegalCommandError
from sandbox.logistics.commands import CancelOrder
from sandbox.logistics.events import (
    OrderDelivered,
    OrderPacked,
    OrderWithdrawn,
    ParcelLost,
    StockFreed,
    StockReserved,
    StockShort,
)
from sandbox.logistics.parcel import ENDED
from tests.sandbox.harness import HOUR
from tests.sandbox.logistics.builders import Yard, text_of
from tests.sandbox.logistics.test_delivery import with_carriers

ORDERS = st.lists(
    st.tuples(
        st.sampled_from(("us-post", "us-line", "us-express", "us-local", "de-post", "de-line", "de-local")),
        st.integers(1, 3),
        st.integers(0, 3 * 86_400),
        st.sampled_from(("leave", "cancel", "return", "reship")),
    ),
    max_size=25,
)


def cancel(order: int, **changes: Any) -> CancelOrder:
    return CancelOrder(**{"order": text_of(order), "reason": "buyer_asked", **changes})


def test_an_order_whose_node_is_empty_goes_by_another_service_that_has_the_goods() -> None:
    yard = Yard()
    yard.orders(21, service="us-local")

    nodes = [event.node for event in yard.world.of(StockReserved)]
    assert nodes == ["us"] * 20 + ["cn"]


def test_an_order_that_nobody_can_fill_is_short() -> None:
    yard = Yard()
    yard.order(units=400)

    assert yard.world.of(StockShort)[0].units == 400
    assert yard.logistics.available("lamp") == 340


@pytest.mark.parametrize("wait", [1, HOUR])
def test_a_cancelled_order_frees_its_unit_before_or_after_packing(wait: int) -> None:
    yard = Yard()
    order = yard.order()
    yard.world.advance(wait)

    yard.send(cancel(order))
    yard.advance_days(20)

    assert yard.logistics.available("lamp") == 340
    assert (len(yard.world.of(StockFreed)), len(yard.world.of(OrderWithdrawn))) == (1, 1)
    assert yard.world.of(OrderDelivered) == []


def test_a_cancelled_order_lets_the_next_one_move_up() -> None:
    yard = Yard()
    first, second = yard.orders(2)
    yard.world.advance(10)

    yard.logistics.cancel_order(first)
    yard.world.advance(HOUR)

    assert [event.order for event in yard.world.of(OrderPacked)] == [text_of(second)]
    assert yard.world.at(OrderPacked) == [180]


def test_an_order_that_left_cannot_be_cancelled() -> None:
    yard = Yard()
    order = yard.order()
    yard.advance_days(1)

    assert not yard.logistics.cancel_order(order)
    for command, code in ((cancel(order), "already_left"), (cancel(77), "unknown_order")):
        with pytest.raises(IllegalCommandError) as refusal:
            yard.send(command)
        assert refusal.value.code == code


def test_a_lost_order_can_be_sent_again() -> None:
    yard = Yard(with_carriers(loss_ppm=500_000))
    yard.orders(10)
    yard.advance_days(60)
    lost = [parcel.order for parcel in yard.logistics.parcels.values() if parcel.stage == "lost"]

    assert all(yard.logistics.reship(order) for order in lost)
    assert not any(yard.logistics.reship(order) for order in lost)
    yard.advance_days(60)
    lost_ids = [text_of(order) for order in lost]
    twice = [event.order for event in yard.world.of(OrderDelivered) if event.order in lost_ids]
    assert 0 < len(twice) < len(lost)
    assert len(yard.world.of(ParcelLost)) == 2 * len(lost) - len(twice)


@settings(max_examples=12, deadline=None)
@given(ORDERS)
def test_whatever_is_ordered_every_parcel_ends_and_every_unit_is_accounted_for(orders: list[Any]) -> None:
    yard = Yard(with_carriers(loss_ppm=100_000))
    for number, (service, units, wait, then) in enumerate(orders):
        country = service[:2].upper()
        order = yard.order(
            number, service=service, units=units, country=country, currency={"US": "USD", "DE": "EUR"}[country]
        )
        yard.world.advance(yard.world.now + wait + 1)
        if then == "cancel":
            yard.logistics.cancel_order(order)
    yard.advance_days(75)
    for number, (*_, then) in enumerate(orders):
        order = list(yard.logistics.parcels)[number]
        if then == "return":
            yard.logistics.start_return(order)
        if then == "reship":
            yard.logistics.reship(order)
    yard.advance_days(150)

    assert set(yard.logistics.inventory.unaccounted().values()) == {0}
    assert all(parcel.stage in ENDED for parcel in yard.logistics.parcels.values())
    assert yard.logistics.inventory.tallies["lamp"].carried == 0


def test_equal_secrets_give_equal_bytes_and_another_secret_gives_others() -> None:
    digests = []
    for secret in (7, 7, 8):
        yard = Yard(secret=secret)
        yard.orders(20)
        yard.advance_days(30)
        digests.append(yard.logistics.state_digest())

    assert digests[0] == digests[1] != digests[2]
