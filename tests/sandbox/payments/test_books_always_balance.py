"""Whatever happens in whatever order, every currency sums to zero and no money is lost."""

from __future__ import annotations

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
from sandbox.payments.events import LedgerPosted
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
        st.tuples(st.just("sell"), orders, st.sampled_from(PLACES), amounts, shares),
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
    max_size=25,
)


class Trade:
    """Carries out steps; one about an order that was not sold is passed over."""

    def __init__(self) -> None:
        self.till = Till(cards_only())
        self.sold: dict[int, str] = {}

    def do(self, step: tuple[Any, ...]) -> None:
        name, *rest = step
        if name == "sell" or not rest or rest[0] not in ORDERS or rest[0] in self.sold:
            getattr(self, name)(*rest)

    def sell(self, order: int, place: tuple[str, str], paid: int, tax_ppm: int) -> None:
        if order not in self.sold:
            self.sold[order] = place[1]
            self.till.begin(order, *place, paid, paid * tax_ppm // 3_000_000)

    def refund(self, order: int, share_ppm: int, kind: RefundKind) -> None:
        self.till.payments.refund(order, share_ppm, kind)

    def declare(self, order: int, duty: int, vat: int, payer: str) -> None:
        self.till.payments.book_import(
            ImportDeclared(
                order=ids.to_text(order), country="DE", currency=self.sold[order], duty=duty, vat=vat, fees=150,
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


@settings(max_examples=60, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
@given(STEPS)
def test_every_posting_of_any_trade_balances_in_every_currency(steps):
    trade = Trade()
    for step in steps:
        trade.do(step)
        assert set(trade.till.payments.trial_balance().values()) <= {0}
    trade.wait(150 * DAY)

    sums: dict[tuple[int, str], int] = {}
    for number, posting in enumerate(trade.till.said(LedgerPosted)):
        for _, currency, amount in posting.lines:
            sums[number, currency] = sums.get((number, currency), 0) + amount
    assert set(sums.values()) <= {0}


@settings(max_examples=40, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
@given(STEPS)
def test_no_refund_ever_gives_back_more_than_was_paid(steps):
    trade = Trade()
    for step in steps:
        trade.do(step)
    trade.wait(150 * DAY)

    for order in trade.sold:
        assert trade.till.payments.left_to_refund(order) >= 0
    assert trade.till.payments.trial_balance() == dict.fromkeys(trade.till.payments.trial_balance(), 0)
