"""Cash at the door: nothing is asked, much is refused, and the money takes a while."""

import pytest

from sandbox.kernel import ids
from sandbox.payments.events import PaymentAuthorised, RefundIssued, SettlementPaid
from sandbox.payments.rows import cod_rows
from tests.sandbox.harness import DAY
from tests.sandbox.payments.harness import US_ORDER, Till, a_fee_card, a_method, a_rulebook


@pytest.fixture
def till() -> Till:
    """One American order of 27.00 with 2.00 tax, to be paid at the door; commission 1.50."""
    till = Till(a_rulebook(payment_methods=(a_method("US", "cash", "cod", refusal_ppm=180_000),)))
    till.sell(US_ORDER, "US", "USD", 2700, tax=200)
    return till


def test_the_order_goes_out_without_a_bank(till):
    assert [event.kind for event in till.said(PaymentAuthorised)] == ["cod"]
    assert till.balance("cod", "USD") == 2550


def test_one_parcel_in_five_or_six_is_refused_and_one_in_ten_after_a_call(till):
    before = till.payments.cod_refusal_ppm(US_ORDER)
    till.payments.cod_confirmed(US_ORDER)

    assert (before, till.payments.cod_refusal_ppm(US_ORDER)) == (180_000, 100_000)
    assert till.payments.is_cod_confirmed(US_ORDER)


def test_a_paid_order_is_not_refused_at_the_door():
    till = Till()
    till.sell(US_ORDER, "US", "USD", 2700)

    assert till.payments.cod_refusal_ppm(US_ORDER) == 0
    assert not till.payments.is_cod(US_ORDER)


def test_a_refused_parcel_takes_the_sale_back_and_costs_no_fee(till):
    till.payments.refund(US_ORDER, 1_000_000, "full")

    assert [event.kind for event in till.said(RefundIssued)] == ["refused"]
    assert till.balance("cod", "USD") == 0
    assert till.payments.profit_and_loss()["sales"] + till.payments.profit_and_loss()["refunds"] == 0
    assert "refund_admin" not in till.payments.profit_and_loss()


def test_the_cash_comes_a_week_or_two_after_the_door(till):
    till.payments.settle_after_delivery(US_ORDER)
    till.wait(7 * DAY - 120)
    early = till.said(SettlementPaid)
    till.wait(10 * DAY)

    [paid] = till.said(SettlementPaid)
    assert early == []
    assert (paid.platform, paid.net) == ("cod", 2350)


def test_carriers_take_between_seven_and_fifteen_days():
    till = Till(a_rulebook(payment_methods=(a_method("US", "cash", "cod"),)))
    orders = [ids.child(number, "order", 0) for number in range(200)]
    for order in orders:
        till.begin(order, "US", "USD", 1000)
    till.wait(60)
    for order in orders:
        till.payments.settle_after_delivery(order)

    days = [(till.payments.register.of(order).due - till.world.now) // DAY for order in orders]
    assert (min(days), max(days)) == (7, 15)


def test_no_payment_fee_is_taken_of_cash():
    card = a_fee_card(payment_ppm=29_000, payment_fixed_minor=30)
    till = Till(a_rulebook(platform_fees=(card,), payment_methods=(a_method("US", "cash", "cod"),)))
    till.sell(US_ORDER, "US", "USD", 2700)

    assert till.balance("payment_fee", "USD") == 0
    assert till.balance("commission", "USD") == 162


def test_the_desk_sees_whom_to_call(till):
    [row] = cod_rows(till.payments)
    till.payments.settle_after_delivery(US_ORDER)

    assert (row.order, row.confirmed, row.refusal_ppm) == (ids.to_text(US_ORDER), False, 180_000)
    assert cod_rows(till.payments) == ()
