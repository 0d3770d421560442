"""Samples and questions about papers: what they reveal, and when."""

from __future__ import annotations

import pytest

from sandbox.kernel.messages import Command
from sandbox.market.supply.commands import CheckPapers, SampleSupplier
from sandbox.market.supply.events import PapersChecked, SupplierSampleOrdered, SupplierSampleReceived
from tests.sandbox.market.supply.builders import DAY, Buyer

SAMPLE = SampleSupplier(supplier="trader", sku="earbuds")
CHECK = CheckPapers(supplier="trader", sku="earbuds")


def test_a_sample_costs_thirty_and_comes_in_two_to_five_days() -> None:
    buyer = Buyer()
    buyer.send(SAMPLE)

    ordered = buyer.one(SupplierSampleOrdered)
    assert ordered.cost == 3_000
    assert 2 * DAY <= ordered.due < 5 * DAY
    buyer.advance_days(6)
    assert buyer.world.at(SupplierSampleReceived) == [ordered.due]


def test_a_sample_tells_quality_and_fit_within_ten_points_and_which_papers_are_false() -> None:
    for secret in range(50):
        buyer = Buyer(secret=secret)
        buyer.send(SAMPLE)
        buyer.advance_days(6)

        sample = buyer.one(SupplierSampleReceived)
        assert abs(sample.quality_ppm - 700_000) <= 100_000
        assert abs(sample.fit_ppm - 580_000) <= 100_000
        assert (sample.genuine, sample.false) == (("msds",), ("ce", "un38_3"))


def test_a_sample_is_the_same_whenever_it_is_ordered() -> None:
    early, late = Buyer(), Buyer()
    late.advance_days(3)
    for buyer in (early, late):
        buyer.send(SAMPLE)
        buyer.advance_days(6)

    assert early.one(SupplierSampleReceived) == late.one(SupplierSampleReceived)


def test_test_houses_say_which_papers_are_theirs() -> None:
    buyer = Buyer()
    buyer.send(CHECK)
    buyer.advance_days(2)

    assert buyer.one(PapersChecked).false == ("ce", "un38_3")
    assert buyer.paid() == 1_500


@pytest.mark.parametrize(
    ("command", "code"),
    [
        (SampleSupplier(supplier="trader", sku="lamp"), "not_quoted"),
        (CheckPapers(supplier="works", sku="lamp"), "nothing_claimed"),
    ],
)
def test_what_a_supplier_does_not_offer_cannot_be_looked_at(command: Command, code: str) -> None:
    assert Buyer().refused(command).code == code


@pytest.mark.parametrize(("command", "code"), [(SAMPLE, "already_sampled"), (CHECK, "already_checked")])
def test_nobody_pays_twice_for_the_same_answer(command: Command, code: str) -> None:
    buyer = Buyer()
    buyer.send(command)

    assert buyer.refused(command).code == code
    buyer.advance_days(6)
    assert buyer.refused(command).code == code


@pytest.mark.parametrize("command", [SAMPLE, CHECK])
def test_looking_needs_cash(command: Command) -> None:
    buyer = Buyer()
    buyer.answers.cash = 100

    assert buyer.refused(command).code == "not_enough_cash"
