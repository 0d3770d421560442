"""What goes back, with its part of the tax and of the commission."""

import pytest

from sandbox.payments.events import PaymentAuthorised, RefundIssued, SettlementPaid
from tests.sandbox.harness import DAY
from tests.sandbox.payments.harness import US_ORDER, Till, a_fee_card, a_rulebook


@pytest.fixture
def till() -> Till:
    """One American order: 27.00 with 2.00 tax; commission 1.50."""
    till = Till()
    till.sell(US_ORDER, "US", "USD", 2700, tax=200)
    return till


def test_a_full_refund_takes_back_tax_and_commission_less_a_fifth(till):
    till.payments.refund(US_ORDER, 1_000_000, "full")

    assert till.posted()[-1] == (
        ("refunds", "USD", 2500), ("tax_collected", "USD", 200), ("platform", "USD", -2580),
        ("commission", "USD", -150), ("refund_admin", "USD", 30),
    )


def test_two_halves_give_back_what_one_whole_does(till):
    till.payments.refund(US_ORDER, 500_000, "partial")
    till.payments.refund(US_ORDER, 500_000, "partial")

    assert [event.amount for event in till.said(RefundIssued)] == [1350, 1350]
    assert till.balance("tax_collected", "USD") == 0
    assert till.balance("commission", "USD") == 0


def test_nothing_goes_back_twice(till):
    till.payments.refund(US_ORDER, 1_000_000, "full")

    assert till.payments.refund(US_ORDER, 1_000_000, "lost") == 0
    assert till.payments.left_to_refund(US_ORDER) == 0


def test_a_cancelled_order_costs_no_fee_and_its_goods_stay(till):
    till.payments.refund(US_ORDER, 1_000_000, "cancel")

    assert till.balance("refund_admin", "USD") == 0
    assert till.balance("inventory", "USD") == 80_000
    assert till.payments.profit_and_loss() == {"sales": 2500, "refunds": -2500}


def test_a_lost_parcel_costs_its_goods(till):
    till.payments.refund(US_ORDER, 1_000_000, "lost")

    assert till.payments.profit_and_loss()["goods_sold"] == -800


def test_a_returned_article_counts_for_what_it_is_still_worth_once(till):
    till.payments.goods_back(US_ORDER, 600_000)
    till.payments.goods_back(US_ORDER, 1_000_000)

    assert till.balance("goods_sold", "USD") == 320


def test_goods_that_are_sent_again_cost_a_second_time(till):
    cost = till.payments.goods_sent_again(US_ORDER)

    assert cost == 800
    assert till.balance("goods_sold", "USD") == 1600


def test_the_administration_fee_is_capped():
    till = Till(a_rulebook(platform_fees=(a_fee_card(refund_admin_cap_minor=20),)))
    till.sell(US_ORDER, "US", "USD", 2700, tax=200)
    till.payments.refund(US_ORDER, 500_000, "partial")
    till.payments.refund(US_ORDER, 500_000, "partial")

    assert till.balance("refund_admin", "USD") == 20


def test_an_order_called_off_before_the_bank_answers_is_never_charged():
    till = Till()
    till.begin(US_ORDER, "US", "USD", 2700)
    till.payments.refund(US_ORDER, 1_000_000, "cancel")
    till.wait(60)

    assert till.said(PaymentAuthorised) == []
    assert till.payments.profit_and_loss() == {}


def test_a_refund_after_the_payout_is_kept_from_the_next_one(till):
    till.payments.settle_after_delivery(US_ORDER)
    till.wait(9 * DAY)
    till.payments.refund(US_ORDER, 1_000_000, "full")
    till.wait(DAY)

    assert [event.net for event in till.said(SettlementPaid)] == [2350, -2580 + 200]
    assert till.payments.receivable() == {}


def test_an_order_refunded_before_delivery_is_settled_without_waiting(till):
    till.payments.refund(US_ORDER, 1_000_000, "lost")
    till.wait(DAY)

    assert [(event.gross, event.net) for event in till.said(SettlementPaid)] == [(0, -30)]
