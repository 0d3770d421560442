"""Consignments close by size or at the cut-off, and are named after the flight."""

from __future__ import annotations

from sandbox.logistics.events import CarrierCharged, ConsignmentClosed, ExportDeclared, LineHaulDeparted
from tests.sandbox.harness import DAY, HOUR
from tests.sandbox.logistics.builders import Yard


def test_a_consignment_leaves_at_the_cut_off_when_it_is_not_full() -> None:
    yard = Yard()
    yard.orders(3)

    yard.world.advance(DAY)

    assert yard.world.at(ConsignmentClosed) == [8 * HOUR]  # 18:00 in China
    assert yard.world.of(ConsignmentClosed)[0].parcels == 3


def test_a_consignment_leaves_when_it_is_full() -> None:
    yard = Yard()
    yard.orders(45)

    yard.world.advance(DAY)

    assert [event.parcels for event in yard.world.of(ConsignmentClosed)] == [40, 5]
    assert yard.world.at(ConsignmentClosed)[0] == 40 * 180


def test_services_do_not_share_a_consignment() -> None:
    yard = Yard()
    yard.order(1)
    yard.order(2, service="us-express")

    yard.world.advance(DAY)

    assert sorted(event.service for event in yard.world.of(ConsignmentClosed)) == ["us-express", "us-line"]


def test_one_order_more_leaves_the_flight_its_name_and_its_luck() -> None:
    few, many = Yard(), Yard()
    few.orders(2)
    many.orders(3)
    few.advance_days(20)
    many.advance_days(20)

    assert few.world.of(LineHaulDeparted) == many.world.of(LineHaulDeparted)


def test_carriage_is_charged_when_a_parcel_leaves() -> None:
    yard = Yard()
    yard.order()

    yard.world.advance(DAY)

    [charge] = yard.world.of(CarrierCharged)
    assert (charge.carriage, charge.handling) == (1064, 60)  # 3.20 + .62 * 12.00; packing .60


def test_export_is_declared_as_parcels_to_consumers() -> None:
    yard = Yard()
    yard.order()

    yard.advance_days(2)

    assert yard.world.of(ExportDeclared)[0].mode == "9610"
