"""Several headings in one parcel, levies beside the duty, a person's year, and the working behind each amount."""

from __future__ import annotations

from typing import Any

import pytest

from sandbox.kernel.money import Money
from sandbox.kernel.rule_lookup import UnknownRuleError
from sandbox.kernel.rule_rows import day
from sandbox.logistics.duty import Assessment, Goods, Way, assess, work_out
from tests.sandbox.harness import rules_of

SHIRT, BLOUSE, CREAM = "610910", "620610", "330499"


def euros(cents: int) -> Money:
    return Money(cents, "EUR")


def to_germany(on: str, *lots: Goods, freight: int = 0, **way: Any) -> Assessment:
    goods = lots[0]._replace(others=lots[1:])
    path = Way(country="DE", channel="courier", incoterm="DDP", freight=euros(freight))._replace(**way)
    return work_out(rules_of("2024-01-02"), day(on), goods, path, "EUR")


def test_a_silk_blouse_and_a_t_shirt_are_two_headings() -> None:
    found = to_germany("2026-07-02", Goods(SHIRT, "", euros(2_000)), Goods(BLOUSE, "", euros(1_000)))

    assert (found.charges.duty, found.charges.vat_at_sale) == (600, 684)


def test_two_lots_of_one_heading_are_charged_once() -> None:
    found = to_germany("2026-07-02", Goods(SHIRT, "", euros(2_000)), Goods(SHIRT + "00", "", euros(1_000)))

    assert found.charges.duty == 300


def test_the_value_of_all_headings_decides_the_band() -> None:
    found = to_germany("2025-10-20", Goods(SHIRT, "", euros(10_000)), Goods("940521", "", euros(10_000)))

    assert found.charges.rules[0] == "eu-entry"
    assert found.charges.duty == 1_200 + 470


def test_each_heading_bears_its_share_of_the_freight() -> None:
    found = to_germany("2025-10-20", Goods(SHIRT, "", euros(15_000)), Goods("940521", "", euros(5_000)), freight=1_001)

    bases = [step.base for step in found.steps if step.part == "duty"]
    assert bases == [15_000 + 751, 5_000 + 250]


def test_goods_that_cost_nothing_still_bear_the_freight_once() -> None:
    found = to_germany("2025-10-20", Goods(SHIRT, "", euros(0)), freight=500)

    assert found.charges.vat_at_sale == 95


def test_a_levy_is_a_fee_and_no_duty() -> None:
    found = to_germany("2026-03-01", Goods(SHIRT, "", euros(4_500)), country="FR")

    assert (found.charges.duty, found.charges.fees) == (0, 200)


@pytest.mark.parametrize("on", ["2025-06-01", "2026-07-02", "2028-09-01"])
def test_the_steps_add_up_to_the_charges_and_name_their_rules(on: str) -> None:
    found = to_germany(on, Goods(SHIRT, "", euros(4_500)), freight=600)

    charges = found.charges
    assert sum(step.amount for step in found.steps) == charges.at_sale + charges.at_border
    assert {step.rule for step in found.steps} <= set(found.rows)
    assert charges.rules == tuple(found.rows)


def test_the_same_parcel_costs_the_same_whichever_way_it_is_asked() -> None:
    goods, way = Goods(SHIRT, "", euros(4_500)), Way("DE", "courier", "DDP", euros(600))

    assert assess(rules_of("2024-01-02"), day("2026-07-02"), goods, way) == to_germany(
        "2026-07-02", goods, freight=600
    ).charges


def to_china(minor: int, *, pieces: int = 1, before: int = 0) -> Assessment:
    goods = Goods(CREAM, "", Money(minor, "CNY"), pieces)
    way = Way("CN", "courier", "DDP", Money(0, "CNY"), origin="JP", bought_this_year=Money(before, "CNY"))
    return work_out(rules_of("2024-01-02"), day("2025-10-20"), goods, way, "CNY")


def test_a_chinese_order_above_5000_yuan_must_be_a_single_piece() -> None:
    assert to_china(500_000, pieces=3).charges.rules == ("cn-cbec",)
    with pytest.raises(UnknownRuleError, match=r"up to CNY 5000\.00, or a single piece, got CNY 5000\.01") as caught:
        to_china(500_001, pieces=2)
    assert caught.value.code == "over_order_limit"


def test_a_persons_year_ends_at_26000_yuan() -> None:
    assert to_china(100_000, before=2_500_000).charges.rules == ("cn-cbec",)
    with pytest.raises(UnknownRuleError, match=r"up to CNY 26000\.00 a person and year, got CNY 26000\.01") as caught:
        to_china(100_000, before=2_500_001)
    assert caught.value.code == "over_year_limit"


def test_a_category_that_is_not_named_comes_from_the_code() -> None:
    rules = rules_of("2024-01-02")
    way = Way("SA", "courier", "DDP", Money(0, "SAR"))

    named = assess(rules, day("2025-10-20"), Goods("950300", "toys", Money(200_000, "SAR")), way)
    unnamed = assess(rules, day("2025-10-20"), Goods("950300", "", Money(200_000, "SAR")), way)

    assert named == unnamed


def test_goods_of_no_category_are_told_which_are_known() -> None:
    way = Way("SA", "courier", "DDP", Money(0, "SAR"))

    with pytest.raises(UnknownRuleError, match=r"duty of SA for category unnamed .* known: apparel, beauty"):
        assess(rules_of("2024-01-02"), day("2025-10-20"), Goods("010121", "", Money(200_000, "SAR")), way)
