"""The life of an order and what it brings."""

from __future__ import annotations

from collections import Counter as Tally
from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sandbox.market.events import OrderEnded, OrderPlaced
from sandbox.market.order import TRANSITIONS
from tests.sandbox.market.builders import Counter

ENDS = ("completed", "cancelled", "payment_failed", "returned", "lost", "seized", "refused")


def ended(counter: Counter) -> list[tuple[str, int]]:
    return [(event.outcome, event.contribution) for event in counter.world.of(OrderEnded)]


def test_an_american_pays_in_dollars_with_sales_tax_on_top() -> None:
    counter = Counter()

    counter.intend(price=2500, discount=200)

    [placed] = counter.world.of(OrderPlaced)
    assert (placed.currency, placed.price, placed.paid) == ("USD", 2300, 2484)  # 8 %
    assert (placed.service, placed.promise_days, placed.list_price) == ("us-line", 14, 2500)


def test_a_german_pays_in_euros_of_the_day_with_vat_on_top() -> None:
    counter = Counter()

    order = counter.shop.order(counter.intend(country="DE"))

    # 1.1681 dollars a euro on 17 October 2025, the last rate published before that Saturday
    assert (order.currency, order.goods, order.tax, order.paid) == ("EUR", 2140, 407, 2547)


def test_the_expected_margin_is_what_is_left_after_goods_carriage_duty_and_platform() -> None:
    counter = Counter()
    counter.intend()
    counter.intend(2, country="DE")

    # US: 25.00 - 6.20 - carriage 10.64 - packing .60 - duty 15.25 - entry 1.50 - 6 %
    # DE: 25.00 - 6.20 - carriage 10.64 - packing .60 - 5 %
    assert [event.unit_margin for event in counter.world.of(OrderPlaced)] == [-1069, 631]


def test_orders_carry_ids_of_their_viewers_and_short_labels() -> None:
    one, other = Counter(), Counter()
    first = one.intend(5)
    other.intend(4)

    assert other.intend(5) == first
    assert [order.label for order in other.shop.orders()] == [1, 2]


def test_an_order_that_nobody_sends_back_is_completed_when_its_window_closes() -> None:
    counter = Counter()
    counter.delivered()
    counter.delivered(2, country="DE")

    counter.advance_days(40)

    seconds = counter.world.at(OrderEnded)
    assert [outcome for outcome, _ in ended(counter)] == ["completed", "completed"]
    assert [second // 86_400 for second in seconds] == [24, 35]  # 14 days in Germany, 30 in the United States


def test_a_contribution_is_the_sale_less_goods_and_whatever_was_noted() -> None:
    counter = Counter()
    order = counter.delivered()
    counter.shop.note_cost(order, "carriage", 1064)
    counter.shop.note_cost(order, "claim", -100)
    counter.advance_days(40)

    assert ended(counter) == [("completed", 2500 - 620 - 1064 + 100)]


def test_a_refund_takes_only_what_was_the_shops() -> None:
    counter = Counter()
    order = counter.delivered()

    counter.shop.note_refund(order, 2700)  # the whole of 25.00 and 2.00 tax

    assert counter.shop.order(order).contribution == -620


def test_a_return_of_grade_a_costs_only_what_was_spent_on_the_way() -> None:
    counter = Counter()
    order = counter.delivered()
    counter.shop.note_cost(order, "carriage", 1064)
    counter.shop.note_return(order)
    counter.shop.goods_back(order, 1_000_000)
    counter.shop.goods_back(order, 1_000_000)
    counter.shop.note_refund(order, 2700)
    counter.shop.end_order(order, "returned")

    assert ended(counter) == [("returned", -1064)]


def test_a_cancelled_order_brings_and_costs_nothing_whenever_its_refund_is_noted() -> None:
    counter = Counter()
    order = counter.intend()
    counter.shop.mark_paid(order)

    counter.shop.cancel(order, "buyer_asked")
    counter.shop.note_refund(order, 2700)
    counter.shop.cancel(order, "buyer_asked")

    assert ended(counter) == [("cancelled", 0)]
    assert counter.shop.order(order).contribution == 0


def test_costs_after_the_end_still_count() -> None:
    counter = Counter()
    order = counter.intend()
    counter.shop.mark_paid(order)
    counter.shop.end_order(order, "lost")
    counter.shop.note_cost(order, "dispute", 1500)

    assert counter.shop.contribution() == 2500 - 620 - 1500


def test_an_article_that_never_comes_back_is_closed_after_45_days() -> None:
    refunded, kept = Counter(), Counter()
    for counter in (refunded, kept):
        order = counter.delivered()
        counter.shop.note_return(order)
    refunded.shop.note_refund(order, 2700)
    for counter in (refunded, kept):
        counter.advance_days(47)

    assert [outcome for outcome, _ in ended(refunded) + ended(kept)] == ["returned", "completed"]


def test_orders_that_nothing_happens_to_close_by_themselves() -> None:
    counter = Counter()
    counter.intend(1)
    counter.shop.mark_paid(counter.intend(2))

    counter.advance_days(122)

    assert Tally(outcome for outcome, _ in ended(counter)) == {"cancelled": 1, "lost": 1}


def test_settlement_ends_every_open_order() -> None:
    counter = Counter()
    counter.intend(1)
    counter.shop.mark_paid(counter.intend(2))
    counter.delivered(3)

    counter.shop.close_open_orders()

    assert [outcome for outcome, _ in ended(counter)] != []
    assert all(order.is_ended for order in counter.shop.orders())


def test_an_order_that_ended_stays_ended() -> None:
    counter = Counter()
    order = counter.intend()
    counter.shop.fail_payment(order)

    counter.shop.mark_delivered(order, True, False, False)
    counter.shop.note_return(order)
    counter.shop.end_order(order, "lost")

    assert ended(counter) == [("payment_failed", 0)]


@pytest.mark.parametrize("outcome", ["completed", "refused"])
def test_an_order_cannot_skip_a_step(outcome: str) -> None:
    counter = Counter()
    order = counter.intend()

    with pytest.raises(ValueError, match=f"after placed, got {outcome}"):
        counter.shop.end_order(order, outcome)  # type: ignore[arg-type]


def test_every_end_is_an_end_and_nothing_else_is() -> None:
    assert tuple(sorted(state for state, steps in TRANSITIONS.items() if not steps)) == tuple(sorted(ENDS))


@settings(max_examples=40, deadline=None)
@given(
    st.lists(
        st.tuples(
            st.integers(0, 5),
            st.sampled_from(("pay", "fail", "deliver", "return", "refund", "cancel", *ENDS)),
            st.integers(0, 20),
        ),
        max_size=40,
    )
)
def test_whatever_happens_each_order_ends_exactly_once(steps: list[tuple[int, str, int]]) -> None:
    counter = Counter()
    orders = [counter.intend(viewer) for viewer in range(6)]
    for place, what, days in steps:
        with suppress(ValueError):
            act(counter, orders[place], what)
        counter.advance_days(days)
    counter.advance_days(130)

    assert sorted(Tally(event.order for event in counter.world.of(OrderEnded)).values()) == [1] * 6


def act(counter: Counter, order: int, what: str) -> None:
    shop = counter.shop
    simple = {"pay": shop.mark_paid, "fail": shop.fail_payment, "return": shop.note_return}
    if what in simple:
        simple[what](order)
    elif what == "deliver":
        shop.mark_delivered(order, True, False, False)
    elif what == "refund":
        shop.note_refund(order, 2700)
    elif what == "cancel":
        shop.cancel(order, "buyer_asked")
    else:
        shop.end_order(order, what)  # type: ignore[arg-type]
