"""Trades of any kind: four orders, the last of them still at the till, and then whatever comes."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from typing import Any

from hypothesis import strategies as st

from sandbox.kernel import ids
from sandbox.kernel.errors import IllegalCommandError
from sandbox.kernel.messages import Command
from sandbox.kernel.rule_rows_trade import MonitoringRule
from sandbox.logistics.events import ImportDeclared
from sandbox.payments.bill import RefundKind
from sandbox.payments.commands import (
    AcceptChargeback,
    ApproveOrder,
    ContestChargeback,
    ConvertCurrency,
    HedgeCurrency,
    HoldOrder,
    SetPayment,
)
from sandbox.payments.disputes import PROOFS, REASONS
from tests.sandbox.harness import DAY
from tests.sandbox.payments.harness import FOREVER, Till, a_country, a_fee_card, a_method, a_rulebook

ORDERS = [ids.child(7, "order", number) for number in range(4)]
PLACES = (("US", "USD"), ("DE", "EUR"))
PLATFORMS = ("livefeed", "bazaar", "ownshop")
KINDS: tuple[RefundKind, ...] = ("full", "partial", "cancel", "lost")
amounts = st.integers(1, 20_000)
shares = st.integers(0, 1_000_000)
orders = st.sampled_from(ORDERS)
currencies = st.sampled_from(("USD", "EUR"))
COMMANDS = st.one_of(
    st.builds(ConvertCurrency, currency=currencies, amount=amounts),
    st.builds(HedgeCurrency, currency=currencies, amount=amounts, days=st.sampled_from((30, 60, 90))),
    st.builds(ApproveOrder, order=orders.map(ids.to_text)),
    st.builds(HoldOrder, order=orders.map(ids.to_text)),
    st.builds(AcceptChargeback, order=orders.map(ids.to_text)),
    st.builds(ContestChargeback, order=orders.map(ids.to_text), evidence=st.just(PROOFS)),
    st.builds(
        SetPayment, country=st.sampled_from(("US", "DE")), methods=st.sampled_from((("card",), ("card", "cash"))),
        local_acquirer=st.booleans(), three_ds=st.sampled_from(("off", "risky", "all")),
        false_positive_ppm=st.integers(0, 200_000),
    ),
)
STEPS = st.lists(
    st.one_of(
        st.tuples(st.just("refund"), orders, shares, st.sampled_from(KINDS)),
        st.tuples(st.just("declare"), orders, amounts, amounts, st.sampled_from(("seller", "buyer"))),
        st.tuples(st.just("cost"), orders, st.sampled_from(("carriage", "fines")), currencies, amounts),
        st.tuples(st.just("deliver"), orders),
        st.tuples(st.just("back"), orders, shares),
        st.tuples(st.just("again"), orders),
        st.tuples(st.just("claim"), orders, amounts),
        st.tuples(st.just("dispute"), orders, st.sampled_from(REASONS)),
        st.tuples(st.just("spend"), st.integers(0, 900_000)),
        st.tuples(st.just("buy"), amounts, st.integers(1, 50)),
        st.tuples(st.just("lose"), st.integers(1, 60)),
        st.tuples(st.just("rate"), st.integers(200_000, 3_000_000)),
        st.tuples(st.just("wave"), st.integers(1_000_000, 5_000_000)),
        st.tuples(st.just("command"), COMMANDS),
        st.tuples(st.just("wait"), st.integers(1, 60 * DAY)),
    ),
    min_size=4,
    max_size=25,
)
SALES = st.tuples(*(
    st.tuples(st.sampled_from(PLACES), amounts, shares, st.sampled_from(PLATFORMS)) for _ in ORDERS
))


def hard_rules() -> Any:
    """Fraud in every fifth order, cash at the door, a strict scheme, three platforms, and a euro that walks."""
    scheme = MonitoringRule(
        country="any", programme="VAMP excessive", threshold_ppm=1_000, min_count=1, reserve_ppm=100_000,
        reserve_days=40, fee_minor=800, currency="USD", months_to_loss=3, **FOREVER,
    )
    usual = {"payment_ppm": 29_000, "payment_fixed_minor": 30, "foreign_card_ppm": 15_000}
    return a_rulebook(
        countries=(
            a_country("US", "USD", "US", fraud_ppm=200_000),
            a_country("DE", "EUR", "EU", fraud_ppm=200_000, fx_volatility_ppm=80_000),
        ),
        payment_methods=tuple(
            row for country in ("US", "DE") for row in (
                a_method(country, "card", share_ppm=700_000),
                a_method(country, "cash", "cod", share_ppm=300_000, refusal_ppm=180_000),
            )
        ),
        platform_fees=(
            a_fee_card(), a_fee_card(country="DE", commission_ppm=50_000),
            a_fee_card(profile="BAZAAR", commission_ppm=150_000, payout_cycle_days=14, conversion_ppm=10_000),
            a_fee_card(profile="OWNSHOP", settles_from="payment", reserve_ppm=100_000, reserve_days=30, **usual),
        ),
        monitoring_rules=(scheme,),
    )


class Trade:
    """Four orders, the last of them still at the till, and then whatever comes."""

    def __init__(self, sales: Any) -> None:
        self.till = Till(hard_rules())
        self.till.papers = ("delivery_proof", "policy")
        self.purchases = 0
        self.currency = {order: sale[0][1] for order, sale in zip(ORDERS, sales, strict=True)}
        for order, (place, paid, tax_ppm, platform) in zip(ORDERS, sales, strict=True):
            self.till.wait(60)
            tax = paid * tax_ppm // 3_000_000
            self.till.begin(order, *place, paid, tax, platform=platform, creator_ppm=tax_ppm // 10)

    def run(self, steps: Any) -> Iterator[None]:
        for name, *rest in steps:
            getattr(self, name)(*rest)
            yield
        self.wait(150 * DAY)

    def played(self, steps: Any) -> Till:
        for _ in self.run(steps):
            pass
        return self.till

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

    def again(self, order: int) -> None:
        if self.till.payments.register.of(order).state == "paid":
            self.till.payments.goods_sent_again(order)

    def claim(self, order: int, amount: int) -> None:
        self.till.payments.carrier_claim(order, amount)

    def dispute(self, order: int, reason: str) -> None:
        self.till.payments.open_dispute_risk(order, reason)

    def spend(self, amount: int) -> None:
        self.till.payments.spend("ads", amount, "ads")

    def buy(self, price: int, units: int) -> None:
        """Goods on a deposit; a few of them never come in."""
        goods, self.purchases = self.till.payments.goods, self.purchases + 1
        purchase, lost = f"purchase {self.purchases}", units // 10
        goods.ordered(purchase, "mug", price * 3 // 10)
        goods.bought(purchase, units, price - price * 3 // 10)
        goods.received(purchase, units - lost)
        if lost:
            goods.lost_on_the_way(purchase, lost)

    def lose(self, units: int) -> None:
        self.till.payments.goods.lost("mug", units, "stock_lost")

    def rate(self, factor_ppm: int) -> None:
        self.till.payments.move_rate("EUR", factor_ppm)

    def wave(self, factor_ppm: int) -> None:
        self.till.payments.fraud_wave("", factor_ppm, 48)

    def wait(self, seconds: int) -> None:
        self.till.wait(seconds)

    def command(self, command: Command) -> None:
        with suppress(IllegalCommandError):
            self.till.command(command)
