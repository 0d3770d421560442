"""A restricted battery product sent by the wrong service to the wrong country, and the paper that prevents the hold."""

from __future__ import annotations

import msgspec
import pytest

from sandbox.logistics.commands import AnswerCustoms, SetShipping
from sandbox.logistics.events import (
    CustomsAnswered,
    CustomsHeld,
    CustomsReleased,
    OrderDelivered,
    OrderWithdrawn,
    ParcelReturned,
    ParcelSeized,
)
from sandbox.logistics.trade_events import CarrierRefused
from tests.sandbox.logistics.builders import Yard, a_season, refusal_of

AIR_PAPER = "certificate-any-any-un38_3"
CE = "certificate-eu-e_accessory-ce"
BY_POST = SetShipping(country="DE", service="de-post", promise_days=25, sku="earbuds", declare_battery=False)


def sent_by_post(missing: tuple[str, ...], count: int = 40) -> Yard:
    """Earbuds to Germany by post, which takes no batteries, with nobody told of the battery."""
    yard = Yard(a_season())
    yard.answers.missing = {("earbuds", "DE"): missing}
    yard.send(BY_POST)
    yard.orders(count, sku="earbuds", country="DE", service="de-post", currency="EUR")
    return yard


def test_a_battery_sent_by_the_wrong_service_to_the_wrong_country_is_held_with_the_rule_in_the_inbox() -> None:
    yard = sent_by_post(("un38_3", "ce"))

    yard.advance_days(10)

    held = yard.world.of(CustomsHeld)
    assert len(held) == 40
    assert {(event.reason, event.rule, event.helps) for event in held} == {("battery", AIR_PAPER, ("un38_3",))}
    assert "UN38.3" in held[0].law_en
    assert "UN38.3" in held[0].law_zh


def test_certificates_obtained_in_time_prevent_it() -> None:
    late, in_time = sent_by_post(("un38_3", "ce")), sent_by_post(("un38_3", "ce"))
    in_time.answers.missing = {}  # granted while the orders wait for the bench

    for yard in (late, in_time):
        yard.advance_days(90)

    assert len(late.world.of(CustomsHeld)) == 40
    assert not [event for event in in_time.world.of(CustomsHeld) if event.rule in (AIR_PAPER, CE)]
    assert len(in_time.world.of(OrderDelivered)) > 4 * len(late.world.of(OrderDelivered))


def test_half_of_what_lacks_its_paper_is_destroyed_and_a_third_sent_back() -> None:
    yard = sent_by_post(("un38_3",), 200)

    yard.advance_days(90)

    ends = [len(yard.world.of(kind)) / 200 for kind in (CustomsReleased, ParcelReturned, ParcelSeized)]
    assert ends == pytest.approx([0.15, 0.35, 0.50], abs=0.09)
    assert set(yard.logistics.unaccounted().values()) == {0}


def test_without_the_mark_of_the_country_parcels_are_held_more_often_and_the_law_is_named() -> None:
    held = []
    for missing in ((), ("ce",)):
        yard = Yard(a_season())
        yard.answers.missing = {("earbuds", "DE"): missing}
        yard.orders(280, sku="earbuds", country="DE", service="de-line", currency="EUR")
        yard.advance_days(60)
        held.append([event.rule for event in yard.world.of(CustomsHeld)])

    assert CE not in held[0]
    assert set(held[1]) == {CE}
    assert len(held[1]) > 2 * len(held[0])


def test_a_service_that_takes_no_batteries_cannot_be_chosen_for_them_and_the_refusal_names_the_rule() -> None:
    yard = Yard(a_season())
    by_post = SetShipping(country="DE", service="de-post", promise_days=25, sku="earbuds")

    assert refusal_of(lambda: yard.send(by_post)) == "goods_not_carried"


def test_carriers_by_air_refuse_a_battery_without_its_paper_at_acceptance() -> None:
    season = a_season()
    yard = Yard(msgspec.structs.replace(season, services=tuple(row for row in season.services if row.node == "cn")))
    yard.answers.missing = {("earbuds", "US"): ("un38_3",)}

    yard.order(sku="earbuds", service="us-express")

    [refused] = yard.world.of(CarrierRefused)
    assert (refused.service, refused.rule) == ("us-express", AIR_PAPER)
    assert [event.reason for event in yard.world.of(OrderWithdrawn)] == ["carrier_refused"]
    assert yard.logistics.available("earbuds") == 340


def test_local_stock_needs_no_paper_for_the_air() -> None:
    yard = Yard(a_season())
    yard.answers.missing = {("earbuds", "US"): ("un38_3",)}

    yard.order(sku="earbuds", service="us-express")

    assert yard.logistics.parcels[next(iter(yard.logistics.parcels))].service == "us-local"


def test_a_certificate_helps_a_held_parcel_only_when_the_shop_holds_it() -> None:
    yard = sent_by_post(("un38_3",), 2)
    while not yard.world.of(CustomsHeld):
        yard.advance_days(0.25)
    first, second = (event.order for event in yard.world.of(CustomsHeld))

    yard.send(AnswerCustoms(order=first, papers=("certificate",)))
    yard.answers.missing = {}
    yard.send(AnswerCustoms(order=second, papers=("certificate",)))

    assert [event.fits for event in yard.world.of(CustomsAnswered)] == [False, True]
