"""Door to door, the shipped chain takes the days its services are known for."""

from __future__ import annotations

from functools import cache

import msgspec
import numpy as np
import pytest

from sandbox.kernel.draws import Stream
from sandbox.kernel.ids import child
from sandbox.logistics.columns import Lot
from sandbox.logistics.flow import Flow
from sandbox.logistics.measures import DoorToDoor, door_to_door
from tests.sandbox.harness import DAY, StockAt, a_product, a_scenario, a_service
from tests.sandbox.logistics.builders import Yard

PARCELS = 4_000


@cache
def measured(service: str) -> DoorToDoor:
    """Four thousand parcels to the United States over a month, at one secret."""
    many = tuple(StockAt(node=node, units=PARCELS) for node in ("cn", "us"))
    scenario = a_scenario(products=(a_product(stock=many),))
    epacket = msgspec.structs.replace(a_service("us-post"), id="us-epacket", carrier_row="epacket")
    places = tuple(msgspec.structs.replace(place, packs_per_hour=240) for place in scenario.warehouses)
    yard = Yard(msgspec.structs.replace(scenario, warehouses=places, services=(*scenario.services, epacket)))
    orders = np.array([child(1, "order", number) for number in range(PARCELS)], np.uint64)
    luck = Stream(7)
    placed = np.sort(np.array([luck.below(30 * DAY, number) for number in range(PARCELS)], np.int64))
    row = next(row for row in yard.scenario.services if row.id == service)
    Flow(yard.logistics).send(orders, placed, service, Lot("lamp", 1, 2500, "USD", 0, row.incoterm))
    yard.advance_days(250)
    return door_to_door(yard.logistics.parcels.columns, yard.scenario.services.index(row))


@pytest.mark.parametrize(
    ("service", "days"),
    [
        ("us-post", (14, 20, 25, 29)),
        ("us-epacket", (10, 15, 18, 20)),
        ("us-line", (8.5, 11, 13.4, 15)),
        ("us-express", (4, 5.5, 6.8, 7.7)),
        ("us-local", (1.5, 2.3, 3, 3.5)),
    ],
)
def test_ten_fifty_eighty_and_ninety_percent_have_come_by_the_days_of_the_service(
    service: str, days: tuple[float, ...]
) -> None:
    assert measured(service).days == pytest.approx(days, rel=0.09)


@pytest.mark.parametrize(("service", "lost"), [("us-post", 0.015), ("us-line", 0.004), ("us-express", 0.001)])
def test_carriers_lose_as_many_as_they_are_known_for(service: str, lost: float) -> None:
    assert measured(service).ends.get("lost", 0) / PARCELS == pytest.approx(lost, abs=0.003)


def test_every_parcel_has_ended_and_nothing_is_measured_of_a_service_nobody_used() -> None:
    fared = measured("us-line")

    assert sum(fared.ends.values()) == fared.parcels == PARCELS
    assert door_to_door(Yard().logistics.parcels.columns, 0) == DoorToDoor(0, (0.0, 0.0, 0.0, 0.0), {})
