"""Postings of a sale and of everything that takes it back."""

from __future__ import annotations

from sandbox.kernel.calendar import DAY
from sandbox.kernel.money import half_up, share
from sandbox.kernel.rule_rows import PlatformFee
from sandbox.kernel.world import World
from sandbox.payments.bill import Bill, RefundKind
from sandbox.payments.cards import FeeCards, charge
from sandbox.payments.events import PaymentAuthorised, RefundIssued
from sandbox.payments.goods import Goods
from sandbox.payments.posting import Books
from sandbox.payments.rates import Rates
from sandbox.payments.settings import Settings


class Sales:
    """Books sales and refunds by the fee card of the order's platform."""

    def __init__(
        self, world: World, rates: Rates, books: Books, cards: FeeCards, settings: Settings, goods: Goods
    ) -> None:
        self._world = world
        self._rates = rates
        self._books = books
        self._cards = cards
        self._settings = settings
        self._goods = goods

    def book(self, bill: Bill) -> None:
        """The payment went through: sale, tax, fees, and the goods that are no longer the shop's to sell."""
        card = self._cards.of(bill)
        fees = self._charge(bill, card)
        bill.state = "paid"
        bill.tax_held, bill.gross = bill.tax, bill.paid - bill.tax
        if card.settles_from == "payment" and bill.kind != "cod":
            bill.due = self._world.now + self._cards.settlement_days(bill, card) * DAY
        currency = bill.currency
        self._books.post("sale", bill, [
            (bill.claim, currency, bill.paid - fees),
            ("sales", currency, bill.tax - bill.paid),
            ("tax_collected", currency, -bill.tax),
            ("commission", currency, bill.commission),
            ("payment_fee", currency, bill.payment_fee),
            ("creators", currency, bill.creator),
            *self._goods.sold(bill),
        ])
        self._world.emit(PaymentAuthorised(
            order=bill.ident, method=bill.method, currency=currency, amount=bill.paid, fee=fees, kind=bill.kind,
        ))

    def give_back(self, bill: Bill, amount: int, kind: RefundKind) -> None:
        """Refund *amount*, with its part of the tax, of the creator's share and of the commission.

        Of the commission the platform keeps an administration fee, unless the order was called off before it left or
        nothing was ever paid for it.
        """
        tax, commission = _part(bill.tax, bill, amount), _part(bill.commission, bill, amount)
        creator = _part(bill.creator, bill, amount)
        admin = 0 if kind in ("cancel", "refused") else self._admin(bill, commission)
        bill.refunded += amount
        bill.tax_refunded += tax
        bill.tax_held -= tax
        bill.gross -= amount - tax
        bill.admin += admin
        self._books.post("refund", bill, [
            ("refunds", bill.currency, amount - tax),
            ("tax_collected", bill.currency, tax),
            (bill.claim, bill.currency, -amount),
            (bill.claim, bill.currency, commission + creator - admin),
            ("commission", bill.currency, -commission),
            ("creators", bill.currency, -creator),
            ("refund_admin", bill.currency, admin),
        ])
        self._world.emit(RefundIssued(order=bill.ident, currency=bill.currency, amount=amount, kind=kind))

    def _charge(self, bill: Bill, card: PlatformFee) -> int:
        fixed = card.payment_fixed_minor
        if fixed:
            fixed = self._rates.exchange(fixed, card.currency, bill.currency)
        is_foreign = bill.kind == "card" and not self._settings.offer(bill.country).choice.local_acquirer
        return charge(card, bill, fixed, is_foreign_card=is_foreign)

    def _admin(self, bill: Bill, commission: int) -> int:
        card = self._cards.of(bill)
        fee = share(commission, card.refund_admin_ppm)
        if not card.refund_admin_cap_minor:
            return fee
        cap = self._rates.exchange(card.refund_admin_cap_minor, card.currency, bill.currency)
        return max(0, min(fee, cap - bill.admin))


def _part(whole: int, bill: Bill, amount: int) -> int:
    """The part of *whole* that goes back with *amount*; parts of several refunds sum to what one refund gives."""
    before = half_up(whole * bill.refunded, bill.paid)
    return half_up(whole * (bill.refunded + amount), bill.paid) - before
