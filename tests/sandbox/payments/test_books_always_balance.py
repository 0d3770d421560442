"""Whatever happens in whatever order, every currency sums to zero and no money is lost."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sandbox.kernel import ids
from sandbox.kernel.errors import IllegalCommandError
from sandbox.logistics.events import ImportDeclared
from sandbox.payments.bill import RefundKind
from sandbox.payments.commands import ConvertCurrency
from sandbox.payments.disputes import REASONS
from tests.sandbox.harness import DAY
from tests.sandbox.payments.harness import Till, cards_only

ORDERS = [ids.child(7, "order", number) for number in range(4)]
PLACES = (("US", "USD"), ("DE", "EUR"))
KINDS: tuple[RefundKind, ...] = ("full", "partial", "cancel", "lost")
amounts = st.integers(1, 20_000)
shares = st.integers(0, 1_000_000)
orders = st.sampled_from(ORDERS)
currencies = st.sampled_from(("USD", "EUR"))
STEPS = st.lists(
    st.one_of(
        st.tuples(st.just("refund"), orders, shares, st.sampled_from(KINDS)),
        st.tuples(st.just("declare"), orders, amounts, amounts, st.sampled_from(("seller", "buyer"))),
        st.tuples(st.just("cost"), orders, st.sampled_from(("carriage", "fines")), currencies, amounts),
        st.tuples(st.just("deliver"), orders),
        st.tuples(st.just("back"), orders, shares),
        st.tuples(st.just("claim"), orders, amounts),
        st.tuples(st.just("dispute"), orders, st.sampled_from(REASONS)),
        st.tuples(st.just("spend"), st.integers(0, 900_000)),
        st.tuples(st.just("convert"), amounts),
        st.tuples(st.just("rate"), st.integers(200_000, 3_000_000)),
        st.tuples(st.just("wait"), st.integers(1, 60 * DAY)),
    ),
    min_size=4,
    max_size=25,
)
SALES = st.tuples(*(st.tuples(st.sampled_from(PLACES), amounts, shares) for _ in ORDERS))


class Trade:
    """Four orders, the last of them still at the till, and then whatever comes."""

    def __init__(self, sales: Any) -> None:
        self.till = Till(cards_only())
        self.currency = {order: place[1] for order, (place, _, _) in zip(ORDERS, sales, strict=True)}
        for order, (place, paid, tax_ppm) in zip(ORDERS, sales, strict=True):
            self.till.wait(60)
            self.till.begin(order, *place, paid, paid * tax_ppm // 3_000_000)

    def run(self, steps: Any) -> Iterator[None]:
        for name, *rest in steps:
            getattr(self, name)(*rest)
            yield
        self.wait(150 * DAY)

    def refund(self, order: int, share_ppm: int, kind: RefundKind) -> None:
        self.till.payments.refund(order, share_ppm, kind)

    def declare(self, order: int, duty: int, vat: int, payer: str) -> None:
        self.till.payments.book_import(
            ImportDeclared(
                order=ids.to_text(order), country="DE", currency=self.currency[order], duty=duty, vat=vat, fees=150,
                payer=payer, rules=(),
            )
        )

    def cost(self, order: int, account: str, currency: str, amount: int) -> None:
        self.till.payments.post_cost(order, account, currency, amount)

    def deliver(self, order: int) -> None:
        self.till.payments.settle_after_delivery(order)

    def back(self, order: int, value_ppm: int) -> None:
        self.till.payments.goods_back(order, value_ppm)

    def claim(self, order: int, amount: int) -> None:
        self.till.payments.carrier_claim(order, amount)

    def dispute(self, order: int, reason: str) -> None:
        self.till.payments.open_dispute_risk(order, reason)

    def spend(self, amount: int) -> None:
        self.till.payments.spend("ads", amount, "ads")

    def rate(self, factor_ppm: int) -> None:
        self.till.payments.move_rate("EUR", factor_ppm)

    def wait(self, seconds: int) -> None:
        self.till.wait(seconds)

    def convert(self, amount: int) -> None:
        limit = self.till.payments.foreign_money().get("EUR", 0)
        if amount > limit:
            with pytest.raises(IllegalCommandError):
                self.till.command(ConvertCurrency(currency="EUR", amount=amount))
        else:
            self.till.command(ConvertCurrency(currency="EUR", amount=amount))


thorough = settings(max_examples=80, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))


@thorough
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
        for currency in ("USD", "EUR"):
            on_the_books = trade.till.balance("platform", currency) + trade.till.balance("tax_collected", currency)
            assert owed.get(currency, 0) == on_the_books
