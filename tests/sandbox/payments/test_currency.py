"""Exact rates, the bank's spread, takings sold ahead, and a crash."""

import pytest

from sandbox.kernel.errors import IllegalCommandError
from sandbox.kernel.money import Rate
from sandbox.payments.commands import ConvertCurrency
from sandbox.payments.events import CurrencyConverted, LedgerPosted, RateMoved
from tests.sandbox.harness import DAY
from tests.sandbox.payments.harness import DE_ORDER, Till


@pytest.fixture
def till() -> Till:
    """One German order: 23.80 EUR with 3.80 VAT; commission 1.00; 19.00 EUR will be paid out."""
    till = Till()
    till.sell(DE_ORDER, "DE", "EUR", 2380, tax=380)
    return till


def refused(till: Till, currency: str, amount: int) -> IllegalCommandError:
    with pytest.raises(IllegalCommandError) as refusal:
        till.command(ConvertCurrency(currency=currency, amount=amount))
    return refusal.value


def test_rates_are_exact_fractions(till):
    assert till.payments.rate("EUR", "USD") == Rate(6, 5)


def test_most_of_the_takings_can_be_sold_before_they_arrive(till):
    assert till.payments.foreign_money() == {"EUR": 1520}

    till.command(ConvertCurrency(currency="EUR", amount=1000))
    assert till.said(CurrencyConverted)[0].received == 1188
    assert till.balance("wallet", "EUR") == -1000


def test_what_was_sold_ahead_is_not_changed_again_on_arrival(till):
    till.command(ConvertCurrency(currency="EUR", amount=1000))
    till.payments.settle_after_delivery(DE_ORDER)
    till.wait(9 * DAY)

    assert [event.amount for event in till.said(CurrencyConverted)] == [1000, 900]
    assert till.balance("wallet", "EUR") == 0


def test_more_than_the_takings_is_refused_with_the_limit(till):
    refusal = refused(till, "EUR", 1521)

    assert (refusal.code, refusal.facts["limit"]) == ("not_enough_takings", 1520)
    assert str(refusal) == "expected at most EUR 15.20, got EUR 15.21"


def test_the_shop_s_own_money_needs_no_change(till):
    assert refused(till, "USD", 100).code == "own_currency"


def test_a_currency_nobody_paid_in_cannot_be_changed(till):
    assert refused(till, "JPY", 100).code == "not_enough_takings"


def test_a_crash_takes_its_share_of_what_is_still_owed(till):
    till.payments.move_rate("EUR", 650_000)
    till.payments.settle_after_delivery(DE_ORDER)
    till.wait(9 * DAY)

    [changed] = till.said(CurrencyConverted)
    assert (changed.received, changed.rate) == (1467, "USD 0.7800 per EUR on 2025-10-18")
    assert till.said(RateMoved) == [RateMoved(currency="EUR", factor_ppm=650_000)]


def test_who_sold_before_the_crash_lost_nothing_on_that_part(till):
    till.command(ConvertCurrency(currency="EUR", amount=1520))
    before = sum(till.payments.profit_and_loss().values())
    till.payments.move_rate("EUR", 500_000)
    lost = before - sum(till.payments.profit_and_loss().values())

    assert lost == (1900 - 1520) * 6 // 10


def test_two_shocks_multiply(till):
    till.payments.move_rate("EUR", 500_000)
    till.payments.move_rate("EUR", 500_000)

    assert till.payments.rate("EUR", "USD") == Rate(3, 10)
    assert till.payments.rate("USD", "EUR") == Rate(10, 3)


def test_minor_units_that_nobody_gets_have_an_account_of_their_own(till):
    till.command(ConvertCurrency(currency="EUR", amount=62))

    posting = till.said(LedgerPosted)[-1]
    assert posting.lines == (
        ("fx", "EUR", 62), ("wallet", "EUR", -62), ("cash", "USD", 74), ("fx_cost", "USD", 1), ("rounding", "USD", -1),
        ("fx", "USD", -74),
    )


def test_foreign_bills_are_paid_with_money_bought_at_the_spread(till):
    till.payments.post_cost(DE_ORDER, "clearance", "EUR", 1000)

    assert till.payments.cash() == 500_000 - 1212
    assert till.balance("fx_cost", "USD") == 12
