"""Profit by order, day, platform and country; cash; and the end of a shop."""

import pytest

from sandbox.kernel import ids
from sandbox.payments.accounts import ACCOUNTS, COSTS
from sandbox.payments.events import Bankrupt, LedgerPosted, PaymentAuthorised
from sandbox.payments.ledger import UnbalancedPostingError
from sandbox.payments.rows import cash_rows, profit_rows
from tests.sandbox.harness import DAY
from tests.sandbox.payments.harness import DE_ORDER, US_ORDER, Till


@pytest.fixture
def till() -> Till:
    """An American order on the first day, a German one on the second, and ads of 40.00."""
    till = Till()
    till.sell(US_ORDER, "US", "USD", 2700, tax=200)
    till.wait(DAY)
    till.sell(DE_ORDER, "DE", "EUR", 2380, tax=380, platform="livefeed")
    till.payments.post_costs(US_ORDER, "carriage", {"carriage": 600, "handling": 90})
    till.payments.spend_on("ads", 4000)
    return till


def test_an_order_s_profit_is_all_that_was_booked_for_it(till):
    assert till.payments.order_profit(US_ORDER) == {
        "sales": 2500, "goods_sold": -800, "commission": -150, "carriage": -600, "handling": -90,
    }


@pytest.mark.parametrize("by", ["day", "platform", "country"])
def test_every_view_of_the_profit_sums_to_the_whole(till, by):
    whole = sum(till.payments.profit_and_loss().values())

    assert sum(row.total for row in profit_rows(till.payments, by)) == whole


def test_profit_stands_where_it_came_from(till):
    totals = {row.key: row.total for row in profit_rows(till.payments, "country")}
    days = {row.key: row.total for row in profit_rows(till.payments, "day")}

    assert totals == {"-": -4000, "DE": 2400 - 800 - 120, "US": 860}
    assert days["000"] == 2500 - 800 - 150


def test_cash_flow_names_its_reasons(till):
    first, second = cash_rows(till.payments)

    assert (first.day, first.reasons) == (0, {"opening": 500_000})
    assert (second.reasons, second.total) == ({"ads": -4000, "carriage": -690}, -4690)


def test_a_report_read_twice_is_the_same_as_one_read_once(till):
    early = profit_rows(till.payments, "day")
    till.payments.spend_on("wages", 100)
    late = profit_rows(till.payments, "day")

    assert sum(row.total for row in late) == sum(row.total for row in early) - 100


def test_what_orders_did_is_said_once_a_day_and_sums_to_the_balances(till):
    till.wait(DAY)
    sums: dict[tuple[str, str], int] = {}
    for event in till.said(LedgerPosted):
        for account, currency, amount in event.lines:
            sums[account, currency] = sums.get((account, currency), 0) + amount

    booked = till.payments.balances()
    assert {place: amount for place, amount in sums.items() if amount} == {
        (account, currency): amount for currency, accounts in booked.items() for account, amount in accounts.items()
    }
    assert [event.reason for event in till.said(LedgerPosted)].count("day") == 2


def test_an_ordinary_order_costs_one_event_and_the_day_another():
    till = Till()
    before = len(till.world.log)
    for number in range(50):
        till.begin(ids.child(number, "order", 0), "US", "USD", 2700)
    till.wait(60)
    for number in range(50):
        till.payments.post_costs(ids.child(number, "order", 0), "carriage", {"carriage": 600, "handling": 90})
        till.payments.settle_after_delivery(ids.child(number, "order", 0))
    till.wait(9 * DAY)

    kinds = [type(event) for _, event in till.world.log[before:]]
    assert kinds.count(PaymentAuthorised) == 50
    assert len(kinds) == 50 + 3


def test_every_kind_of_cost_has_an_account_of_the_ledger():
    assert {account for account in COSTS.values() if ACCOUNTS[account] != "result"} == set()


def test_a_cost_without_an_account_is_a_fault_of_the_program(till):
    with pytest.raises(UnbalancedPostingError, match="got 'lunch'"):
        till.payments.spend("lunch", 100, "lunch")


def test_a_tax_refund_is_income(till):
    till.payments.tax_refund(1_300)

    assert till.payments.profit_and_loss()["tax_refunds"] == 1_300


def test_cash_below_the_credit_line_is_bankruptcy_said_once():
    till = Till()
    till.payments.spend("ads", 1_000_000, "ads")
    before = till.said(Bankrupt)
    till.payments.spend("ads", 1, "ads")
    till.payments.spend("ads", 1, "ads")

    assert before == []
    assert till.said(Bankrupt) == [Bankrupt(cash=-500_001, credit_line=500_000)]
