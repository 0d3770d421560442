"""At the door: nobody home, refused, lost, damaged."""

from __future__ import annotations

from typing import Any

import msgspec
import pytest

from sandbox.kernel.scenario import Scenario
from sandbox.logistics.events import (
    DeliveryFailed,
    OrderDelivered,
    ParcelLost,
    ParcelReturned,
    ReturnReceived,
)
from tests.sandbox.harness import DAY, HOUR, a_scenario
from tests.sandbox.logistics.builders import Yard


def with_carriers(**changes: Any) -> Scenario:
    """Every carrier with the same change."""
    scenario = a_scenario()
    services = tuple(msgspec.structs.replace(row, **changes) for row in scenario.rules.services)
    return msgspec.structs.replace(scenario, rules=msgspec.structs.replace(scenario.rules, services=services))


def test_about_eight_percent_of_first_attempts_find_nobody_and_a_second_one_follows() -> None:
    yard = Yard()
    yard.orders(250)
    yard.advance_days(80)

    failed = {event.order: at for at, event in yard.world.log if isinstance(event, DeliveryFailed)}
    delivered = {event.order: at for at, event in yard.world.log if isinstance(event, OrderDelivered)}
    assert 8 <= len(failed) <= 34
    assert all(delivered[order] == at + 36 * HOUR for order, at in failed.items() if order in delivered)


def test_a_lost_parcel_is_called_lost_after_a_week_of_silence() -> None:
    yard = Yard(with_carriers(loss_ppm=1_000_000))
    order = yard.order()
    yard.advance_days(60)

    assert yard.world.of(OrderDelivered) == []
    assert yard.world.of(ParcelLost)[0].node == "US"
    assert yard.logistics.parcels[order].stage == "lost"
    assert yard.logistics.inventory.tallies["lamp"].written_off == 1


def test_a_damaged_parcel_says_so() -> None:
    yard = Yard(with_carriers(damage_ppm=1_000_000))
    yard.order()
    yard.advance_days(60)

    assert yard.world.of(OrderDelivered)[0].damaged


def test_a_late_parcel_is_not_on_time() -> None:
    yard = Yard()
    yard.order(promise_days=1)
    yard.advance_days(60)

    [delivered] = yard.world.of(OrderDelivered)
    assert not delivered.on_time
    assert delivered.days_ppm > 1_000_000


def test_a_tax_of_eight_times_the_price_is_refused_at_the_door_by_more_than_half() -> None:
    yard = Yard()
    yard.orders(200, service="us-post")
    yard.advance_days(140)

    refused = [event for event in yard.world.of(ParcelReturned) if event.reason == "refused_tax"]
    arrived = len(refused) + len(yard.world.of(OrderDelivered))
    assert 0.45 < len(refused) / arrived < 0.67  # .06 + .5


def test_nobody_refuses_what_the_seller_has_paid() -> None:
    yard = Yard()
    yard.orders(200)
    yard.advance_days(140)

    assert not [event for event in yard.world.of(ParcelReturned) if event.reason == "refused_tax"]


@pytest.mark.parametrize(("nodes", "comes_back"), [(("cn", "us", "de"), True), (("cn",), False)])
def test_a_refused_parcel_goes_to_a_warehouse_nearby_or_is_abandoned(nodes: tuple[str, ...], comes_back: bool) -> None:
    scenario = a_scenario()
    scenario = msgspec.structs.replace(
        scenario,
        warehouses=tuple(place for place in scenario.warehouses if place.node in nodes),
        services=tuple(service for service in scenario.services if service.node in nodes),
    )
    yard = Yard(scenario)
    yard.orders(20, service="us-post")
    yard.advance_days(150)

    assert bool(yard.world.of(ReturnReceived)) == comes_back
    assert yard.logistics.inventory.unaccounted()["lamp"] == 0


def test_days_are_counted_from_the_order() -> None:
    yard = Yard()
    yard.order()
    yard.advance_days(60)

    [second] = yard.world.at(OrderDelivered)
    assert yard.world.of(OrderDelivered)[0].days_ppm == second * 1_000_000 // DAY
