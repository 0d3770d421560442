"""Whatever happens in whatever order, every currency sums to zero and no money is lost.

What can happen, and how it is done to a till, stands in :mod:`random_trade`.
"""

from __future__ import annotations

from hypothesis import HealthCheck, given, settings

from sandbox.payments.events import SettlementPaid
from tests.sandbox.payments.random_trade import ORDERS, SALES, STEPS, Trade

FROM_TAKINGS = (
    "sales", "refunds", "commission", "creators", "payment_fee", "refund_admin", "chargebacks", "dispute_fees",
)
"""What is settled between buyer, platform and shop before a payout."""

thorough = settings(max_examples=60, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))


@settings(thorough, max_examples=200)
@given(SALES, STEPS)
def test_every_posting_of_any_trade_balances_in_every_currency(sales, steps):
    trade = Trade(sales)
    for _ in trade.run(steps):
        assert set(trade.till.payments.trial_balance().values()) == {0}

    sums: dict[tuple[int, str], int] = {}
    for number, lines in enumerate(trade.till.posted()):
        for _, currency, amount in lines:
            sums[number, currency] = sums.get((number, currency), 0) + amount
    assert set(sums.values()) == {0}


@thorough
@given(SALES, STEPS)
def test_no_order_gives_back_more_than_was_paid_for_it(sales, steps):
    trade = Trade(sales)
    for _ in trade.run(steps):
        assert min(trade.till.payments.left_to_refund(order) for order in ORDERS) >= 0


@thorough
@given(SALES, STEPS)
def test_what_the_platform_owes_is_what_its_orders_say(sales, steps):
    trade = Trade(sales)
    for _ in trade.run(steps):
        owed = trade.till.payments.receivable()
        by_order = {"USD": 0, "EUR": 0}
        for bill in trade.till.payments.register.bills.values():
            by_order[bill.currency] += bill.receivable - bill.tax_held
        assert {currency: owed.get(currency, 0) for currency in by_order} == by_order


@thorough
@given(SALES, STEPS)
def test_what_was_paid_out_is_what_the_orders_brought_to_the_minor_unit(sales, steps):
    till = Trade(sales).played(steps)
    paid_out = till.payments.receivable()
    for event in till.said(SettlementPaid):
        paid_out[event.currency] = paid_out.get(event.currency, 0) + event.net + event.reserve

    for currency in ("USD", "EUR"):
        booked = till.payments.balances().get(currency, {})
        assert paid_out.get(currency, 0) == -sum(booked.get(account, 0) for account in FROM_TAKINGS)


@thorough
@given(SALES, STEPS)
def test_the_inventory_account_is_the_value_of_the_goods_in_stock(sales, steps):
    trade = Trade(sales)
    for _ in trade.run(steps):
        stock = trade.till.payments.goods.stock
        assert trade.till.balance("inventory", "USD") == sum(one.value for one in stock.bins.values())
        assert trade.till.balance("goods_on_the_way", "USD") == sum(one.value for one in stock.purchases.values())


@thorough
@given(SALES, STEPS)
def test_the_same_trade_leaves_the_same_state_and_comes_to_an_end(sales, steps):
    once, again = Trade(sales).played(steps), Trade(sales).played(steps)

    assert once.payments.state_digest() == again.payments.state_digest()
    assert once.payments.open_bills() == 0
