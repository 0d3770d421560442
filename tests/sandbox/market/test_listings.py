"""What may be done with a listing, and what is refused."""

from __future__ import annotations

import pytest

from sandbox.kernel.errors import IllegalCommandError
from sandbox.kernel.messages import Command
from sandbox.market.commands import (
    AssignProductRole,
    ChangePrice,
    ClassifyHs,
    DelistProduct,
    RelistProduct,
    RequestSample,
    SetPrice,
    WriteFactSheet,
)
from sandbox.market.events import (
    FactSheetWritten,
    HsClassified,
    PriceChanged,
    ProductDelisted,
    ProductRelisted,
    RoleAssigned,
    SampleReceived,
)
from tests.sandbox.market.builders import Counter


def test_a_price_is_set_and_said() -> None:
    counter = Counter()

    counter.send(SetPrice(sku="lamp", price=2290))

    [changed] = counter.world.of(PriceChanged)
    assert (changed.old, changed.new, counter.shop.price("lamp")) == (2500, 2290, 2290)


def test_a_price_is_changed_by_a_share_of_itself() -> None:
    counter = Counter()

    counter.send(ChangePrice(sku="lamp", change_ppm=-80_000))

    assert counter.shop.price("lamp") == 2300


def test_the_price_can_always_go_back_to_the_usual_one() -> None:
    counter = Counter()
    counter.send(SetPrice(sku="lamp", price=2000))
    counter.advance_days(1)

    counter.send(SetPrice(sku="lamp", price=3190))  # more than three times the cost of 6.20

    assert counter.shop.price("lamp") == 3190


@pytest.mark.parametrize("wait", [59, 60])
def test_a_price_changes_once_a_minute(wait: int) -> None:
    counter = Counter()
    counter.send(SetPrice(sku="lamp", price=2400))
    counter.world.advance(wait)

    if wait < 60:
        with pytest.raises(IllegalCommandError) as refusal:
            counter.send(SetPrice(sku="lamp", price=2300))
        assert (refusal.value.code, refusal.value.facts["wait"]) == ("price_too_soon", 1)
    else:
        counter.send(SetPrice(sku="lamp", price=2300))


def test_a_role_is_given() -> None:
    counter = Counter()

    counter.send(AssignProductRole(sku="lamp", role="traffic"))

    assert counter.shop.listing("lamp").role == "traffic"
    assert counter.world.of(RoleAssigned)[0].role == "traffic"


def test_a_card_counts_what_is_needed_what_is_there_and_what_is_false() -> None:
    counter = Counter()

    counter.send(WriteFactSheet(sku="lamp", points=("five-levels", "heals")))

    [written] = counter.world.of(FactSheetWritten)
    assert (written.required, written.present, written.false_points) == (2, 1, 1)


def test_the_card_begins_with_what_is_true_and_allowed() -> None:
    assert Counter().shop.listing("lamp").points == ("five-levels", "ce-mark")


@pytest.mark.parametrize(("heading", "correct"), [("940521", True), ("940511", False)])
def test_a_heading_is_declared_right_or_wrong(heading: str, correct: bool) -> None:
    counter = Counter()

    counter.send(ClassifyHs(sku="lamp", hs6=heading, reason="function"))

    assert counter.shop.declared_hs("lamp") == heading
    assert counter.world.of(HsClassified)[0].correct == correct


def test_a_sample_tells_quality_and_fit_within_ten_points_and_always_the_same() -> None:
    first, second = Counter(), Counter()
    second.advance_days(3)
    for counter in (first, second):
        counter.send(RequestSample(sku="lamp"))

    [sample] = first.world.of(SampleReceived)
    assert [sample] == second.world.of(SampleReceived)
    assert abs(sample.quality_ppm - 780_000) <= 100_000
    assert abs(sample.fit_ppm - 580_000) <= 100_000
    assert sample.cost == 3000


def test_a_product_goes_off_sale_and_back() -> None:
    counter = Counter()

    counter.send(DelistProduct(sku="lamp"))
    assert not counter.shop.listing("lamp").on_sale
    counter.send(RelistProduct(sku="lamp"))

    assert counter.shop.listing("lamp").on_sale
    assert len(counter.world.of(ProductDelisted)) == len(counter.world.of(ProductRelisted)) == 1


@pytest.mark.parametrize(
    ("command", "code"),
    [
        (SetPrice(sku="kite", price=2000), "unknown_sku"),
        (SetPrice(sku="lamp", price=2500), "price_unchanged"),
        (SetPrice(sku="lamp", price=1689), "below_floor_price"),
        (SetPrice(sku="lamp", price=3191), "price_out_of_range"),
        (ChangePrice(sku="lamp", change_ppm=-500_000), "below_floor_price"),
        (AssignProductRole(sku="kite", role="hero"), "unknown_sku"),
        (WriteFactSheet(sku="lamp", points=("waterproof",)), "unknown_point"),
        (ClassifyHs(sku="lamp", hs6="950300", reason="material"), "heading_not_offered"),
        (RelistProduct(sku="lamp"), "already_on_sale"),
    ],
)
def test_what_the_shop_does_not_allow_is_refused_and_changes_nothing(command: Command, code: str) -> None:
    counter = Counter()
    before = counter.shop.state_digest()

    with pytest.raises(IllegalCommandError) as refusal:
        counter.send(command)

    assert refusal.value.code == code
    assert counter.shop.state_digest() == before


@pytest.mark.parametrize(
    ("command", "code"),
    [(RequestSample(sku="lamp"), "already_sampled"), (DelistProduct(sku="lamp"), "not_on_sale")],
)
def test_once_is_enough(command: Command, code: str) -> None:
    counter = Counter()
    counter.send(command)

    with pytest.raises(IllegalCommandError) as refusal:
        counter.send(command)

    assert refusal.value.code == code


def test_a_sample_needs_cash() -> None:
    counter = Counter()
    counter.answers.cash = 2999

    with pytest.raises(IllegalCommandError) as refusal:
        counter.send(RequestSample(sku="lamp"))

    assert refusal.value.code == "not_enough_cash"
