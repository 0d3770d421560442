"""Foreign money sold for a later day."""

import pytest

from sandbox.kernel import rule_rows
from sandbox.kernel.errors import IllegalCommandError
from sandbox.kernel.fx import FxSeries, FxTable
from sandbox.payments.commands import HedgeCurrency
from sandbox.payments.events import CurrencyHedged, ForwardSettled
from sandbox.payments.rows import currency_rows, forward_rows
from tests.sandbox.harness import DAY
from tests.sandbox.payments.harness import DE_ORDER, FIRST_DAY, Till, a_country, a_rulebook


@pytest.fixture
def till() -> Till:
    """One euro is 1.20 dollars and will stay so."""
    return Till()


def hedge(till: Till, amount: int = 100_000, days: int = 30, currency: str = "EUR") -> CurrencyHedged:
    till.command(HedgeCurrency(currency=currency, amount=amount, days=days))  # type: ignore[arg-type]
    return till.said(CurrencyHedged)[-1]


def test_the_bank_keeps_five_percent_until_the_day(till):
    hedged = hedge(till)
    kept = till.balance("fx_margin", "USD")
    till.wait(30 * DAY + 1)

    assert (hedged.locked, hedged.margin, kept) == (120_000, 6_000, 6_000)
    assert (till.balance("fx_margin", "USD"), till.payments.cash()) == (0, 500_000)


def test_a_crash_after_the_hedge_is_the_bank_s(till):
    hedge(till)
    till.payments.move_rate("EUR", 650_000)
    till.wait(30 * DAY + 1)

    [settled] = till.said(ForwardSettled)
    assert (settled.worth, settled.gain) == (78_000, 42_000)
    assert till.payments.cash() == 542_000
    assert till.payments.profit_and_loss()["fx_forwards"] == 42_000


def test_a_rise_after_the_hedge_is_the_bank_s_too(till):
    hedge(till)
    till.payments.move_rate("EUR", 1_500_000)
    till.wait(30 * DAY + 1)

    assert till.said(ForwardSettled)[0].gain == -60_000
    assert till.payments.cash() == 440_000


def test_whoever_hedged_all_takings_has_the_same_money_with_and_without_a_crash():
    def money(factor_ppm: int) -> int:
        till = Till()
        till.sell(DE_ORDER, "DE", "EUR", 200_000)
        till.payments.settle_after_delivery(DE_ORDER)
        hedge(till, 190_000)
        till.payments.move_rate("EUR", factor_ppm)
        till.wait(31 * DAY)
        return till.payments.cash()

    spread_on_the_difference = 190_000 * 12 // 10 // 2 // 100
    assert money(500_000) == pytest.approx(money(1_000_000), abs=spread_on_the_difference)


def test_a_currency_that_swings_more_is_sold_at_a_larger_discount():
    rules = a_rulebook(countries=(a_country("US", "USD", "US"), a_country("DE", "EUR", "EU", fx_volatility_ppm=80_000)))
    till = Till(rules)

    assert hedge(till, 100_000, 90).locked == 120_000 - 120_000 * 20_000 * 90 // 360_000_000
    assert hedge(till, 100_000, 30).locked == 120_000 - 200


def test_the_margin_has_to_be_in_the_bank(till):
    till.payments.spend("ads", 495_000, "ads")
    with pytest.raises(IllegalCommandError) as refusal:
        hedge(till)

    assert (refusal.value.code, refusal.value.facts) == ("not_enough_margin", {"margin": 6_000, "cash": 5_000})


@pytest.mark.parametrize(("currency", "code"), [("USD", "own_currency"), ("JPY", "unknown_currency")])
def test_only_foreign_money_with_a_rate_can_be_hedged(till, currency, code):
    with pytest.raises(IllegalCommandError) as refusal:
        hedge(till, currency=currency)

    assert refusal.value.code == code


def test_money_is_not_settled_while_a_forward_runs(till):
    hedge(till, days=60)
    before = till.payments.open_bills()
    till.wait(61 * DAY)

    assert (before, till.payments.open_bills()) == (1, 0)


def test_operations_sees_what_is_open_and_what_a_hedge_would_bring(till):
    till.sell(DE_ORDER, "DE", "EUR", 2380, tax=380)
    hedge(till, 1000)

    [currency] = currency_rows(till.payments)
    assert (currency.owed, currency.hedged, currency.locked_30) == (1900, 1000, 12_000)
    assert forward_rows(till.payments)[0].worth_now == 1200


def a_table_that_ends(last: str) -> FxTable:
    days = (FIRST_DAY - 10, rule_rows.day(last))
    dollar = FxSeries(
        currency="USD", days=days, micros=(1_200_000, 1_250_000), source="tests", licence="Apache-2.0", confidence="L",
    )
    return FxTable(series=(dollar,), pegs=())


def a_walk(secret: int, last: str = "2025-10-20") -> Till:
    """A euro that swings 8 % a year once the table has ended."""
    swing = (a_country("US", "USD", "US"), a_country("DE", "EUR", "EU", fx_volatility_ppm=80_000))
    return Till(a_rulebook(countries=swing, exchange=a_table_that_ends(last)), secret)


def test_the_published_rates_hold_as_long_as_there_are_some():
    till = a_walk(1)
    till.wait(2 * DAY)

    assert till.payments.rates.as_text("EUR", "USD") == "USD 1.2500 per EUR on 2025-10-20"


def test_after_the_table_ends_the_rate_walks_and_says_so():
    till = a_walk(1)
    before = till.payments.rates.is_simulated("EUR", "USD")
    till.wait(30 * DAY)
    text = till.payments.rates.as_text("EUR", "USD")

    assert text.endswith("per EUR on 2025-11-17")
    assert not text.startswith("USD 1.2500")
    assert (before, till.payments.rates.is_simulated("EUR", "USD")) == (False, True)


def test_a_year_of_walking_has_the_volatility_of_the_country():
    logs = []
    for secret in range(60):
        rates = a_walk(secret).payments.rates
        logs.append(float(rates.path.factor("EUR", rates.path.starts + 365)) - 1)
    mean = sum(logs) / len(logs)

    spread = (sum((one - mean) ** 2 for one in logs) / len(logs)) ** 0.5
    assert spread == pytest.approx(0.08, abs=0.02)
    assert abs(mean) < 0.03


def test_every_team_of_a_secret_meets_the_same_rates_whenever_it_looks():
    patient, curious = a_walk(5), a_walk(5)
    patient.wait(40 * DAY)
    for _ in range(40):
        curious.wait(DAY)
        curious.payments.rate("EUR", "USD")

    assert patient.payments.rate("EUR", "USD") == curious.payments.rate("EUR", "USD")


def test_a_run_after_the_table_begins_with_the_last_published_rate():
    till = a_walk(1, last="2025-10-10")

    assert till.payments.rates.as_text("EUR", "USD").startswith("USD 1.2500")


def test_a_crash_and_the_walk_multiply():
    calm, crashed = a_walk(3), a_walk(3)
    crashed.payments.move_rate("EUR", 500_000)
    for till in (calm, crashed):
        till.wait(20 * DAY)

    before, after = calm.payments.rate("EUR", "USD"), crashed.payments.rate("EUR", "USD")
    assert after.numerator * before.denominator * 2 == before.numerator * after.denominator
