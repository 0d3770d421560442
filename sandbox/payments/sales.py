"""Postings of a sale and of everything that takes it back."""

from __future__ import annotations

from sandbox.kernel import ids
from sandbox.kernel.calendar import DAY
from sandbox.kernel.money import Money, half_up, share
from sandbox.kernel.rule_rows import PlatformFee
from sandbox.kernel.scenario import Scenario
from sandbox.kernel.world import World
from sandbox.payments.bill import Bill, RefundKind
from sandbox.payments.checkout import Fees, fees_of
from sandbox.payments.events import PaymentAuthorised, RefundIssued
from sandbox.payments.ledger import Line
from sandbox.payments.posting import Books
from sandbox.payments.rates import Rates


class Sales:
    """Books sales and refunds by the fee card of the shop's platform."""

    def __init__(self, world: World, scenario: Scenario, rates: Rates, books: Books) -> None:
        self._world = world
        self._scenario = scenario
        self._rates = rates
        self._books = books

    def fee_card(self, bill: Bill) -> PlatformFee:
        """The row of the fee table for this order today."""
        price = Money(max(0, bill.paid - bill.tax), bill.currency)
        category = self._scenario.product(bill.sku).category
        profile = self._scenario.shop.platform.upper()
        return self._rates.book.platform_fee(profile, bill.country, category, price, self._rates.today)

    def book(self, bill: Bill) -> None:
        """The payment went through: sale, tax, fees, and the goods that are no longer the shop's to sell."""
        fees = self._fees(bill)
        bill.state, bill.commission, bill.payment_fee = "paid", fees.commission, fees.payment
        bill.tax_held, bill.gross = bill.tax, bill.paid - bill.tax
        card = self.fee_card(bill)
        if card.settles_from == "payment":
            bill.due = self._world.now + card.settlement_days * DAY
        self._books.post("sale", bill, [
            ("platform", bill.currency, bill.paid),
            ("sales", bill.currency, bill.tax - bill.paid),
            ("tax_collected", bill.currency, -bill.tax),
            ("commission", bill.currency, fees.commission),
            ("payment_fee", bill.currency, fees.payment),
            ("platform", bill.currency, -fees.total),
            ("goods_sold", self._books.currency, bill.goods_cost),
            ("inventory", self._books.currency, -bill.goods_cost),
        ])
        self._world.emit(PaymentAuthorised(
            order=ids.to_text(bill.order), method=bill.method, currency=bill.currency, amount=bill.paid, fee=fees.total,
        ))

    def give_back(self, bill: Bill, amount: int, kind: RefundKind) -> None:
        """Refund *amount*, with its part of the tax and of the commission less the platform's administration fee."""
        tax, commission = _part(bill.tax, bill, amount), _part(bill.commission, bill, amount)
        admin = 0 if kind == "cancel" else self._admin(bill, commission)
        bill.refunded += amount
        bill.tax_refunded += tax
        bill.tax_held -= tax
        bill.gross -= amount - tax
        bill.admin += admin
        self._books.post("refund", bill, [
            ("refunds", bill.currency, amount - tax),
            ("tax_collected", bill.currency, tax),
            ("platform", bill.currency, -amount),
            ("platform", bill.currency, commission - admin),
            ("commission", bill.currency, -commission),
            ("refund_admin", bill.currency, admin),
        ])
        self._world.emit(RefundIssued(
            order=ids.to_text(bill.order), currency=bill.currency, amount=amount, kind=kind,
        ))

    def restock(self, bill: Bill, value_ppm: int) -> None:
        """The goods are back and worth *value_ppm* of their cost; only the first time counts."""
        if bill.goods_back or bill.state != "paid":
            return
        bill.goods_back = True
        worth = share(bill.goods_cost, value_ppm)
        lines: list[Line] = [("inventory", self._books.currency, worth), ("goods_sold", self._books.currency, -worth)]
        self._books.post("goods_back", bill, lines)

    def send_again(self, bill: Bill) -> int:
        """The goods of an order leave a second time; returns what they cost, shop currency."""
        cost = bill.goods_cost
        lines: list[Line] = [("goods_sold", self._books.currency, cost), ("inventory", self._books.currency, -cost)]
        self._books.post("goods_sent_again", bill, lines)
        return cost

    def _fees(self, bill: Bill) -> Fees:
        card = self.fee_card(bill)
        fixed = self._rates.exchange(card.payment_fixed_minor, card.currency, bill.currency)
        return fees_of(card, bill.paid - bill.tax, bill.paid, fixed, bill.kind == "card")

    def _admin(self, bill: Bill, commission: int) -> int:
        card = self.fee_card(bill)
        fee = share(commission, card.refund_admin_ppm)
        if not card.refund_admin_cap_minor:
            return fee
        cap = self._rates.exchange(card.refund_admin_cap_minor, card.currency, bill.currency)
        return max(0, min(fee, cap - bill.admin))


def _part(whole: int, bill: Bill, amount: int) -> int:
    """The part of *whole* that goes back with *amount*; parts of several refunds sum to what one refund gives."""
    before = half_up(whole * bill.refunded, bill.paid)
    return half_up(whole * (bill.refunded + amount), bill.paid) - before
