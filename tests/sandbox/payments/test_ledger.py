"""No posting can leave a currency out of balance."""

import pytest

from sandbox.payments.ledger import Ledger, UnbalancedPostingError


def test_a_posting_that_does_not_balance_is_refused_and_changes_nothing():
    ledger = Ledger()

    with pytest.raises(UnbalancedPostingError, match="expected debits and credits of USD to sum to zero, got 1"):
        ledger.post([("cash", "USD", 100), ("sales", "USD", -99)])
    assert ledger.balances() == {}


def test_currencies_do_not_balance_each_other():
    with pytest.raises(UnbalancedPostingError):
        Ledger().post([("cash", "USD", 100), ("sales", "EUR", -100)])


def test_an_account_that_does_not_exist_is_refused():
    with pytest.raises(UnbalancedPostingError, match="got 'gifts'"):
        Ledger().post([("cash", "USD", 1), ("gifts", "USD", -1)])


def test_lines_of_one_account_are_booked_as_one_and_zeros_left_out():
    booked = Ledger().post([
        ("platform", "EUR", 100), ("platform", "EUR", -6), ("commission", "EUR", 6), ("sales", "EUR", -100),
        ("tax_collected", "EUR", 0),
    ])

    assert booked == (("platform", "EUR", 94), ("commission", "EUR", 6), ("sales", "EUR", -100))


def test_balances_come_in_alphabetical_order():
    ledger = Ledger()
    ledger.post([("sales", "USD", -5), ("cash", "USD", 5)])
    ledger.post([("platform", "EUR", 7), ("commission", "EUR", -7)])

    assert [(currency, list(accounts)) for currency, accounts in ledger.balances().items()] == [
        ("EUR", ["commission", "platform"]), ("USD", ["cash", "sales"]),
    ]
