"""Cash, overdraft, and what a run remembers."""

from sandbox.payments.events import LedgerPosted, OverdraftUsed
from tests.sandbox.harness import DAY
from tests.sandbox.payments.harness import US_ORDER, Till


def test_spending_below_zero_uses_the_overdraft_and_says_so_once():
    till = Till()
    till.payments.spend("ads", 600_000, "ads")
    till.payments.spend("ads", 1_000, "ads")

    assert till.said(OverdraftUsed) == [OverdraftUsed(cash=-100_000, credit_line=500_000)]
    assert till.payments.can_spend() == 399_000


def test_going_beyond_the_credit_line_is_said_too():
    till = Till()
    till.payments.spend("ads", 600_000, "ads")
    till.payments.spend("samples", 500_000, "sample")

    assert [event.cash for event in till.said(OverdraftUsed)] == [-100_000, -600_000]
    assert till.payments.can_spend() == 0


def test_an_overdraft_costs_one_and_a_half_percent_a_month():
    till = Till()
    till.payments.spend("ads", 600_000, "ads")
    till.wait(30 * DAY + 1)

    assert till.payments.profit_and_loss()["interest"] == -1510


def test_cash_in_credit_costs_nothing():
    till = Till()
    till.wait(30 * DAY + 1)

    assert len(till.said(LedgerPosted)) == 1


def test_a_carrier_s_payment_is_income():
    till = Till()
    till.sell(US_ORDER, "US", "USD", 2700)
    till.payments.carrier_claim(US_ORDER, 1500)

    assert till.payments.profit_and_loss()["carrier_claims"] == 1500
    assert till.payments.cash() == 501_500


def test_the_same_trade_leaves_the_same_state():
    def traded(spent: int) -> bytes:
        till = Till()
        till.sell(US_ORDER, "US", "USD", 2700, tax=200)
        till.payments.spend("ads", spent, "ads")
        till.wait(DAY)
        return till.payments.state_digest()

    assert traded(100) == traded(100)
    assert traded(100) != traded(101)


def test_an_order_is_open_until_its_money_has_arrived():
    till = Till()
    till.begin(US_ORDER, "US", "USD", 2700, tax=200)
    opened = [till.payments.open_bills()]
    till.wait(60)
    till.payments.settle_after_delivery(US_ORDER)
    opened.append(till.payments.open_bills())
    till.wait(9 * DAY)

    assert [*opened, till.payments.open_bills()] == [1, 1, 0]
