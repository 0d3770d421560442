"""One American and one German order, reckoned by hand from checkout to the bank account.

US: buyer pays 27.00 (25.00 and 2.00 sales tax); cost 8.00; commission 6 % of 25.00 = 1.50.
DE: buyer pays 23.80 EUR (20.00 and 3.80 VAT); cost 8.00; commission 5 % of 20.00 = 1.00. One euro is 1.20 dollars.
"""

import pytest

from sandbox.kernel import ids
from sandbox.logistics.events import ImportDeclared
from sandbox.payments.events import CurrencyConverted, LedgerPosted, PaymentAuthorised, SettlementPaid
from tests.sandbox.harness import DAY
from tests.sandbox.payments.harness import DE_ORDER, US_ORDER, Till


@pytest.fixture
def till() -> Till:
    till = Till()
    till.sell(US_ORDER, "US", "USD", 2700, tax=200)
    till.sell(DE_ORDER, "DE", "EUR", 2380, tax=380)
    return till


def an_import(order: int, currency: str, duty: int, vat: int, payer: str = "seller") -> ImportDeclared:
    return ImportDeclared(
        order=ids.to_text(order), country="US", currency=currency, duty=duty, vat=vat, fees=150, payer=payer, rules=(),
    )


def test_the_books_open_with_cash_and_goods_at_cost(till):
    assert till.said(LedgerPosted)[0].lines == (
        ("cash", "USD", 500_000), ("inventory", "USD", 80_000), ("capital", "USD", -580_000),
    )


def test_a_paid_order_says_its_method_and_fee(till):
    us, de = till.said(PaymentAuthorised)

    assert (us.method, us.amount, us.fee) == ("wallet", 2700, 150)
    assert (de.currency, de.amount, de.fee) == ("EUR", 2380, 100)


def test_a_sale_keeps_tax_apart_as_a_liability(till):
    assert till.payments.balances() == {
        "EUR": {"commission": 100, "platform": 2280, "sales": -2000, "tax_collected": -380},
        "USD": {
            "capital": -580_000, "cash": 500_000, "commission": 150, "goods_sold": 1600, "inventory": 78_400,
            "platform": 2550, "sales": -2500, "tax_collected": -200,
        },
    }


def test_american_duty_is_paid_from_the_bank(till):
    till.payments.book_import(an_import(US_ORDER, "USD", duty=675, vat=0))

    assert till.balance("duty", "USD") == 675
    assert till.balance("clearance", "USD") == 150
    assert till.payments.cash() == 500_000 - 825


def test_vat_taken_at_checkout_is_not_paid_twice(till):
    till.payments.book_import(an_import(DE_ORDER, "EUR", duty=0, vat=380))

    assert till.balance("import_vat", "EUR") == 0
    assert till.balance("tax_collected", "EUR") == -380
    assert till.payments.receivable()["EUR"] == 1900


def test_what_the_buyer_pays_at_the_door_costs_the_shop_nothing(till):
    till.payments.book_import(an_import(US_ORDER, "USD", duty=675, vat=0, payer="buyer"))

    assert till.payments.cash() == 500_000


def test_nothing_is_paid_out_before_the_eighth_day_after_delivery(till):
    till.payments.settle_after_delivery(US_ORDER)
    till.wait(8 * DAY - 200)

    assert till.said(SettlementPaid) == []


def test_an_american_order_arrives_less_tax_and_commission(till):
    till.payments.settle_after_delivery(US_ORDER)
    till.wait(9 * DAY)

    assert till.said(SettlementPaid) == [SettlementPaid(
        currency="USD", orders=1, gross=2500, fees=150, net=2350, platform="livefeed",
    )]
    assert till.payments.cash() == 500_000 + 2350


def test_a_german_order_arrives_in_dollars_less_one_percent(till):
    till.payments.settle_after_delivery(DE_ORDER)
    till.wait(9 * DAY)

    [changed] = till.said(CurrencyConverted)
    assert (changed.amount, changed.received) == (1900, 2257)
    assert changed.rate == "USD 1.2000 per EUR on 2025-10-18"
    assert till.payments.cash() == 500_000 + 2257


def test_what_the_trade_brought_is_the_sum_of_its_parts(till):
    till.payments.settle_after_delivery(DE_ORDER)
    till.payments.settle_after_delivery(US_ORDER)
    till.wait(9 * DAY)

    result = till.payments.profit_and_loss()
    assert result == {
        "sales": 2500 + 2400, "goods_sold": -1600, "commission": -150 - 120, "fx": 0, "fx_cost": -23,
    }
    assert 580_000 + sum(result.values()) == till.payments.cash() + till.balance("inventory", "USD")
