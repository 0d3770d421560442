"""Held parcels: how often, why, and what becomes of them."""

from __future__ import annotations

from collections import Counter
from typing import Any

import msgspec
import pytest

from sandbox.kernel.errors import IllegalCommandError
from sandbox.kernel.ids import from_text
from sandbox.kernel.scenario import Scenario
from sandbox.logistics.commands import AnswerCustoms
from sandbox.logistics.customs import RIGHT_PAPER
from sandbox.logistics.duty import Charges
from sandbox.logistics.events import (
    CustomsAnswered,
    CustomsHeld,
    CustomsReleased,
    ImportDeclared,
    OrderDelivered,
    ParcelReturned,
    ParcelSeized,
)
from tests.sandbox.harness import a_scenario
from tests.sandbox.logistics.builders import Yard, text_of


def strict_customs() -> Scenario:
    """Every country wants to hold everything; the model caps that at 60 %."""
    scenario = a_scenario()
    countries = tuple(msgspec.structs.replace(row, hold_ppm=1_000_000) for row in scenario.rules.countries)
    return msgspec.structs.replace(scenario, rules=msgspec.structs.replace(scenario.rules, countries=countries))


def held_yard(count: int = 1, **changes: Any) -> Yard:
    """A yard just after its first parcels were held."""
    yard = Yard(strict_customs())
    yard.orders(count, **changes)
    while not yard.world.of(CustomsHeld):
        yard.advance_days(0.25)
    return yard


def outcomes(answer: bool) -> Counter[str]:
    yard = Yard(strict_customs())
    yard.orders(250)
    for _ in range(160):
        yard.advance_days(0.25)
        if answer:
            answer_all(yard)
    return Counter(type(event).__name__ for _, event in yard.world.log)


def answer_all(yard: Yard) -> None:
    for event in yard.world.of(CustomsHeld):
        parcel = yard.logistics.parcels[from_text(event.order)]
        if parcel.stage == "held" and not parcel.is_answered:
            yard.send(AnswerCustoms(order=event.order, papers=(RIGHT_PAPER[event.reason][0],)))  # type: ignore[arg-type]


def test_every_parcel_is_declared_with_what_it_pays_and_why() -> None:
    yard = Yard()
    yard.order(country="DE", service="de-line", value_minor=4500, currency="EUR")

    yard.advance_days(30)

    [declared] = yard.world.of(ImportDeclared)
    assert (declared.duty, declared.vat, declared.payer) == (0, 855, "seller")
    assert declared.rules == ("eu-ioss", "vat-de-2021-01-01")


def test_a_wrong_heading_and_unpaid_duty_raise_the_odds_of_a_hold() -> None:
    yard = Yard()
    prepaid, unpaid = yard.order(1), yard.order(2, service="us-post")
    customs = yard.customs
    nothing = Charges(currency="USD")

    def odds(order: int) -> float:
        return round(customs.hold_probability(yard.logistics.parcels[order], nothing), 4)

    assert (odds(unpaid), odds(prepaid)) == (0.03, 0.0182)  # .03, and times e to the -.5
    yard.answers.headings["lamp"] = "940511"
    assert (odds(unpaid), odds(prepaid)) == (0.0668, 0.0405)  # times e to the .8


def test_a_wrong_heading_is_the_reason_of_its_hold() -> None:
    yard = Yard(strict_customs())
    yard.answers.headings["lamp"] = "940511"
    yard.orders(5)

    yard.advance_days(40)

    assert {event.reason for event in yard.world.of(CustomsHeld)} == {"hs_mismatch"}


def test_held_parcels_are_released_fined_sent_back_or_seized_and_units_stay_accounted() -> None:
    yard = Yard(strict_customs())
    yard.orders(250)

    yard.advance_days(150)

    held = len(yard.world.of(CustomsHeld))
    fined = sum(event.fine > 0 for event in yard.world.of(CustomsReleased))
    ends = [len(yard.world.of(kind)) for kind in (CustomsReleased, ParcelReturned, ParcelSeized)]
    assert sum(ends) == held > 100
    assert 0.83 < ends[0] / held < 0.97
    assert 0.04 < fined / held < 0.18
    assert yard.logistics.inventory.unaccounted() == {"lamp": 0, "earbuds": 0}


def test_the_right_papers_never_make_a_fate_worse() -> None:
    silent, answered = outcomes(False), outcomes(True)

    assert answered["CustomsReleased"] > silent["CustomsReleased"]
    assert answered["ParcelReturned"] <= silent["ParcelReturned"]
    assert answered["ParcelSeized"] <= silent["ParcelSeized"]


def test_papers_that_do_not_fit_are_told_apart() -> None:
    yard = held_yard(5)
    event = yard.world.of(CustomsHeld)[0]

    yard.send(AnswerCustoms(order=event.order, papers=("certificate",)))

    assert yard.world.of(CustomsAnswered)[0].fits == ("certificate" in RIGHT_PAPER[event.reason])


def test_a_fine_is_a_tenth_of_the_value_or_three_times_the_duty_saved() -> None:
    yard = Yard()
    parcel = yard.logistics.parcels[yard.order()]
    customs = yard.customs

    assert customs.fine(parcel) == 250
    yard.answers.headings["lamp"] = "940511"  # 7.6 % and 25 % instead of 6 % and 25 %: nothing was saved
    assert customs.fine(parcel) == 250
    yard.answers.headings["lamp"] = "950300"  # toys: free, so 31 % of 25.00 was saved
    assert customs.fine(parcel) == 3 * 775


def test_a_held_parcel_that_is_released_still_reaches_its_buyer() -> None:
    yard = held_yard(8)
    yard.advance_days(60)

    released = {event.order for event in yard.world.of(CustomsReleased)}
    assert released
    assert released <= {event.order for event in yard.world.of(OrderDelivered)}


def test_answers_that_cannot_be_are_refused() -> None:
    yard = held_yard(5)
    held = yard.world.of(CustomsHeld)[0].order
    free = next(text_of(order) for order in yard.logistics.parcels if text_of(order) != held)
    yard.send(AnswerCustoms(order=held, papers=("invoice",)))

    for order, code in ((held, "already_answered"), ("0" * 13, "unknown_order"), ("l" * 13, "unknown_order")):
        with pytest.raises(IllegalCommandError) as refusal:
            yard.send(AnswerCustoms(order=order, papers=("invoice",)))
        assert refusal.value.code == code
    yard.advance_days(100)
    with pytest.raises(IllegalCommandError) as refusal:
        yard.send(AnswerCustoms(order=free, papers=("invoice",)))
    assert refusal.value.code == "not_held"
