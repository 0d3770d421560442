"""What comes back, and claims on carriers."""

from __future__ import annotations

from collections import Counter

import msgspec
import pytest

from sandbox.kernel.errors import IllegalCommandError
from sandbox.kernel.scenario import Scenario
from sandbox.logistics.commands import FileCarrierClaim
from sandbox.logistics.events import CarrierCharged, ClaimPaid, OrderDelivered, ReturnReceived, ReturnRequested
from tests.sandbox.harness import DAY, StockAt, a_product, a_scenario
from tests.sandbox.logistics.builders import Yard, text_of
from tests.sandbox.logistics.test_delivery import with_carriers


def delivered_yard(count: int = 1, scenario: Scenario | None = None, **changes: object) -> Yard:
    yard = Yard(scenario)
    yard.orders(count, **changes)
    yard.advance_days(60)
    return yard


def only_china() -> Scenario:
    scenario = a_scenario()
    return msgspec.structs.replace(
        scenario, warehouses=scenario.warehouses[:1], services=tuple(s for s in scenario.services if s.node == "cn")
    )


def test_a_sober_sale_of_a_good_lamp_comes_back_at_the_live_rate_of_its_category() -> None:
    yard = Yard()
    parcel = yard.logistics.parcels[yard.order()]

    # .05 * 1.0 * 1.3 * e to the -1.2 * (.78 - .70)
    assert yard.returns.return_probability(parcel) == pytest.approx(0.05905, abs=1e-5)


def test_promising_too_much_and_hurry_bring_more_back_and_reassurance_less() -> None:
    yard = Yard()
    parcel = yard.logistics.parcels[yard.order()]

    def odds(inflate: float, reassurance: float, urgency: float) -> float:
        yard.answers.talked = (int(inflate * 1e6), int(reassurance * 1e6), int(urgency * 1e6))
        return yard.returns.return_probability(parcel)

    assert odds(0.5, 0, 0) > odds(0, 0, 0.5) > odds(0, 0, 0) > odds(0, 0.5, 0)
    assert odds(0.5, 0, 0) / odds(0, 0, 0) == pytest.approx((1.3 + 0.75) / 1.3 * 1.491825, abs=1e-4)


def test_a_german_sends_back_more_often_than_an_american() -> None:
    yard = Yard()
    american = yard.logistics.parcels[yard.order(1)]
    german = yard.logistics.parcels[yard.order(2, country="DE", service="de-line", currency="EUR")]
    odds = yard.returns.return_probability

    assert odds(german) / odds(american) == pytest.approx(1.6)


def test_buyers_ask_within_a_fortnight_of_delivery() -> None:
    scenario = a_scenario(products=(a_product(quality=0, stock=(StockAt(node="cn", units=300),)),))
    yard = delivered_yard(250, scenario)
    delivered = {event.order: at for at, event in yard.world.log if isinstance(event, OrderDelivered)}
    asked = {event.order: at for at, event in yard.world.log if isinstance(event, ReturnRequested)}

    assert len(asked) > 20
    assert all(0 < at - delivered[order] <= 12 * DAY for order, at in asked.items())


def test_promises_are_the_reason_where_they_were_the_cause() -> None:
    scenario = a_scenario(products=(a_product(quality=0, defect=0, stock=(StockAt(node="cn", units=300),)),))
    reasons = []
    for talked in ((0, 0, 0), (900_000, 0, 0)):
        yard = Yard(scenario)
        yard.answers.talked = talked
        yard.orders(250)
        yard.advance_days(80)
        reasons.append(Counter(event.reason for event in yard.world.of(ReturnRequested)))

    assert reasons[0]["overpromise"] == 0
    assert reasons[1]["overpromise"] > sum(reasons[1].values()) // 2


def test_a_returned_article_is_graded_and_the_good_ones_are_sold_again() -> None:
    yard = delivered_yard(200)
    before = yard.logistics.available_at("us", "lamp")
    started = sum(yard.logistics.start_return(order) for order in list(yard.logistics.parcels))
    yard.advance_days(60)

    grades = Counter(event.grade for event in yard.world.of(ReturnReceived))
    assert sum(grades.values()) == started
    assert 0.55 < grades["A"] / started < 0.82
    assert yard.logistics.available_at("us", "lamp") == before + grades["A"]
    assert yard.logistics.inventory.unaccounted()["lamp"] == 0


@pytest.mark.parametrize(("scenario", "label", "node"), [(None, 650, "us"), (only_china(), 1800, "cn")])
def test_the_way_home_costs_three_times_the_way_next_door(scenario: Scenario | None, label: int, node: str) -> None:
    yard = delivered_yard(1, scenario)
    [order] = yard.logistics.parcels
    yard.logistics.start_return(order)
    yard.advance_days(90)

    assert yard.world.of(CarrierCharged)[-1].carriage == label
    assert yard.world.of(ReturnReceived)[0].node == node


def test_nothing_can_be_sent_back_twice_or_before_it_came() -> None:
    yard = Yard()
    order = yard.order()

    assert not yard.logistics.start_return(order)
    yard.advance_days(60)
    assert yard.logistics.start_return(order)
    assert not yard.logistics.start_return(order)


def test_a_carrier_pays_sixty_percent_of_a_lost_parcel_a_week_later() -> None:
    yard = delivered_yard(1, with_carriers(loss_ppm=1_000_000))
    [order] = yard.logistics.parcels

    yard.send(FileCarrierClaim(order=text_of(order)))
    yard.advance_days(8)

    assert [event.amount for event in yard.world.of(ClaimPaid)] == [1500]


def test_claims_that_cannot_be_are_refused() -> None:
    sound, lost = delivered_yard(1, with_carriers(damage_ppm=0)), delivered_yard(2, with_carriers(loss_ppm=1_000_000))
    first, second = (FileCarrierClaim(order=text_of(order)) for order in lost.logistics.parcels)
    [delivered] = sound.logistics.parcels
    lost.send(first)
    lost.advance_days(70)

    for yard, claim, code in (
        (sound, FileCarrierClaim(order=text_of(delivered)), "not_claimable"),
        (sound, FileCarrierClaim(order="0" * 13), "unknown_order"),
        (lost, second, "claim_too_late"),
    ):
        with pytest.raises(IllegalCommandError) as refusal:
            yard.send(claim)
        assert refusal.value.code == code


def test_a_parcel_is_claimed_once() -> None:
    yard = delivered_yard(1, with_carriers(loss_ppm=1_000_000))
    claim = FileCarrierClaim(order=text_of(next(iter(yard.logistics.parcels))))
    yard.send(claim)

    with pytest.raises(IllegalCommandError) as refusal:
        yard.send(claim)

    assert refusal.value.code == "already_claimed"
