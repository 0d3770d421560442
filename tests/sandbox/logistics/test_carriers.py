"""Carriers and customs offices decide for themselves."""

from __future__ import annotations

import pytest

from sandbox.logistics.columns import Lot
from sandbox.logistics.commands import SetShipping
from sandbox.logistics.duty import Charges
from sandbox.logistics.events import LineHaulDelayed, LineHaulDeparted, ParcelSeized, ShippingChanged
from sandbox.logistics.trade_events import AccountStruck, CarrierDecided
from tests.sandbox.harness import DAY
from tests.sandbox.logistics.builders import Yard, a_season, refusal_of
from tests.sandbox.logistics.test_customs import strict_customs

PEAK = "2026-11-27T00:00Z"
"""Black Friday."""


def test_carriers_ask_more_in_a_peak_and_say_so() -> None:
    quiet, rush = Yard(a_season()), Yard(a_season(market_starts=PEAK))
    for yard in (quiet, rush):
        yard.advance_days(0.1)

    assert quiet.world.of(CarrierDecided) == []
    dearer = {event.service: event.price_ppm for event in rush.world.of(CarrierDecided)}
    assert 1_100_000 < dearer["us-line"] <= 1_400_000
    assert "us-local" not in dearer
    assert rush.logistics.cost_of("us-line", "lamp") > quiet.logistics.cost_of("us-line", "lamp")


def test_line_hauls_take_longer_in_a_peak() -> None:
    yard = Yard(a_season(market_starts="2026-11-25T00:00Z"))
    yard.order()
    yard.advance_days(20)

    assert "peak" in {event.cause for event in yard.world.of(LineHaulDelayed)}


def test_post_stops_for_some_days_after_a_rule_for_it_changed() -> None:
    yard = Yard(a_season(market_starts="2025-08-27T00:00Z"))
    yard.order(1, service="us-post")
    yard.advance_days(3)  # the relief for small parcels ended on 29 August 2025
    yard.logistics.inventory.send("us", "lamp", 20)

    closed = [event.service for event in yard.world.of(CarrierDecided) if event.is_closed]
    assert closed == ["us-post"]
    assert yard.logistics.parcels[yard.order(2, service="us-post")].service == "us-line"
    yard.advance_days(9.5)
    assert yard.logistics.parcels[yard.order(3, service="us-post")].service == "us-post"


def test_an_office_that_found_something_looks_closer() -> None:
    yard = Yard(a_season())
    parcel = yard.logistics.parcels[yard.order()]
    nothing = Charges(currency="USD")
    before = yard.customs.hold_probability(parcel, nothing)
    office = yard.logistics.offices.of["US"]

    office.findings.extend([0, 0])
    office.factor_ppm = 1_000_000
    before = yard.customs.hold_probability(parcel, nothing)
    office.decide()
    assert yard.customs.hold_probability(parcel, nothing) == before
    office.apply()

    assert yard.customs.hold_probability(parcel, nothing) > 1.4 * before


def test_offices_run_campaigns_in_some_weeks() -> None:
    yard = Yard(a_season())
    factors = []
    for _ in range(200):
        yard.advance_days(1)
        factors.append(yard.logistics.offices.of["DE"].factor_ppm)

    assert 2 <= factors.count(1_500_000) / 7 <= 8
    assert set(factors) == {1_000_000, 1_500_000}


@pytest.mark.parametrize(
    ("changes", "times"),
    [
        ({"declared_ppm": 500_000}, 3.004),  # e to the 1.1
        ({"hides_battery": True}, 1.649),  # e to the .5
        ({"incoterm": "DAP"}, 1.649),  # e to the .5: no data sent ahead
    ],
)
def test_what_is_wrong_with_a_declaration_multiplies_the_odds(changes: dict[str, object], times: float) -> None:
    yard = Yard(a_season())
    honest = Lot("lamp", 1, 2500, "USD", 0)
    odds = [yard.logistics.chances("us-line", lot)[0] for lot in (honest, honest._replace(**changes))]  # type: ignore[arg-type]

    assert odds[1] / odds[0] == pytest.approx(times, abs=0.01)


def test_goods_that_nobody_can_tell_what_they_are_are_held_more_often() -> None:
    yard = Yard(a_season())
    lot = Lot("lamp", 1, 2500, "USD", 0)
    before = yard.logistics.chances("us-line", lot)[0]
    yard.answers.vague = ("lamp",)

    assert yard.logistics.chances("us-line", lot)[0] / before == pytest.approx(2.46, abs=0.01)


def test_declaring_half_the_price_saves_tax_and_costs_three_times_as_much_when_it_is_found() -> None:
    yard = Yard(a_season())
    yard.send(SetShipping(country="US", service="us-line", promise_days=14, declared_ppm=500_000))
    cheat = yard.logistics.parcels[yard.order(1)]
    honest = cheat.lot._replace(declared_ppm=1_000_000)
    shipping = yard.logistics._shipping
    saved = shipping.charges(cheat.service_row, honest).at_border - shipping.charges(
        cheat.service_row, cheat.lot
    ).at_border

    assert saved > 0
    assert yard.customs.fine(cheat) == max(250, 3 * saved)


def test_a_seized_parcel_with_a_false_value_is_told_to_the_platform() -> None:
    yard = Yard(strict_customs())
    yard.send(SetShipping(country="US", service="us-line", promise_days=14, declared_ppm=500_000))
    yard.orders(250)
    yard.advance_days(120)

    assert yard.world.of(ParcelSeized)
    assert len(yard.world.of(AccountStruck)) >= len(yard.world.of(ParcelSeized))


def test_shipping_may_be_charged_and_duties_left_to_the_buyer() -> None:
    yard = Yard(a_season())

    yard.send(SetShipping(country="US", service="us-line", promise_days=14, fee=350, incoterm="DAP"))

    terms = yard.logistics.terms("US", "lamp")
    assert (terms.fee_charged, terms.free_shipping, terms.incoterm, terms.duty_paid) == (350, False, "DAP", False)
    assert yard.world.of(ShippingChanged)[0].incoterm == "DAP"
    assert yard.logistics.parcels[yard.order()].lot.freight_minor == 350


def test_duties_cannot_be_prepaid_by_post() -> None:
    prepaid = SetShipping(country="US", service="us-post", promise_days=25, incoterm="DDP")

    assert refusal_of(lambda: Yard(a_season()).send(prepaid)) == "incoterm_not_offered"


def test_a_full_line_takes_no_batteries_in_the_very_peak() -> None:
    yard = Yard(a_season(market_starts=PEAK))
    yard.advance_days(0.5)

    lamp = yard.logistics.parcels[yard.order(1)]
    earbuds = yard.logistics.parcels[yard.order(2, sku="earbuds")]

    assert lamp.service == "us-line"
    assert earbuds.service == "us-express"


def test_nothing_leaves_while_pickup_stands_still_for_a_holiday() -> None:
    yard = Yard(a_season(market_starts="2026-10-02T00:00Z"))
    yard.order()
    yard.advance_days(20)

    [late] = [event for event in yard.world.of(LineHaulDelayed) if event.cause == "holiday"]
    assert 100 < late.hours < 150
    assert yard.world.at(LineHaulDeparted)[0] > 5.5 * DAY
