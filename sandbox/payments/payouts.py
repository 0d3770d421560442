"""The platform pays out: some days after delivery it hands on the tax, keeps its fees and sends the rest.

Foreign money is changed into the shop's currency when it arrives. It can be sold before: then the wallet is below zero
until the takings come in, as after a forward sale.
"""

from __future__ import annotations

from collections.abc import Iterable

from sandbox.kernel.calendar import DAY
from sandbox.kernel.errors import IllegalCommandError
from sandbox.kernel.messages import Actor
from sandbox.kernel.money import as_text, share
from sandbox.kernel.world import World
from sandbox.payments.bill import NEVER, Bill
from sandbox.payments.commands import ConvertCurrency
from sandbox.payments.events import CurrencyConverted, SettlementPaid
from sandbox.payments.posting import Books
from sandbox.payments.rates import SPREAD_PPM, Rates
from sandbox.payments.sales import Sales

AHEAD_PPM = 800_000
"""Part of the takings still with the platform that a bank buys ahead; the rest covers refunds."""
INTEREST_PPM = 500
"""Overdraft interest a day: 1.5 % a month."""


class Payouts:
    """Settlement and exchange of one shop."""

    def __init__(self, world: World, rates: Rates, books: Books, sales: Sales, bills: dict[int, Bill]) -> None:
        self._world = world
        self._rates = rates
        self._books = books
        self._sales = sales
        self._bills = bills

    def delivered(self, bill: Bill) -> None:
        """Start the waiting time of the fee card; the first call counts."""
        card = self._sales.fee_card(bill)
        if bill.due == NEVER and card.settles_from == "delivery":
            bill.due = self._world.now + card.settlement_days * DAY

    def pay_out(self) -> None:
        """One payout run: everything due, one payment for each currency."""
        due: dict[str, list[Bill]] = {}
        for bill in self._bills.values():
            if bill.due != NEVER and bill.due <= self._world.now and (bill.receivable or bill.tax_held):
                due.setdefault(bill.currency, []).append(bill)
        for currency in sorted(due):
            self._pay(currency, due[currency])

    def charge_interest(self) -> None:
        """A day's interest on the overdraft, if there is one."""
        interest = share(max(0, -self._books.cash), INTEREST_PPM)
        if interest:
            self._books.post("interest", None, self._books.paid_in_cash("interest", self._books.currency, interest))

    def can_sell(self, currency: str) -> int:
        """How much of *currency* can be changed now: what is in the wallet and most of what the platform owes."""
        owed = sum(bill.receivable - bill.tax_held for bill in self._bills.values() if bill.currency == currency)
        return max(0, self._books.ledger.balance("wallet", currency) + share(max(0, owed), AHEAD_PPM))

    def convert(self, command: ConvertCurrency, actor: Actor) -> None:
        """Change foreign takings now.

        Raises:
            IllegalCommandError: ``own_currency`` or ``not_enough_takings``.
        """
        if command.currency == self._books.currency:
            raise IllegalCommandError(
                "own_currency", f"expected a foreign currency, got the shop's own {command.currency}",
                currency=command.currency,
            )
        limit = self.can_sell(command.currency)
        if command.amount > limit:
            most, asked = as_text(limit, command.currency), as_text(command.amount, command.currency)
            raise IllegalCommandError(
                "not_enough_takings", f"expected at most {most}, got {asked}",
                currency=command.currency, limit=limit, amount=command.amount,
            )
        self._sell(command.currency, command.amount, SPREAD_PPM)

    def _pay(self, currency: str, bills: list[Bill]) -> None:
        gross = net = 0
        for bill in bills:
            self._hand_on_tax(bill)
            gross += bill.gross
            net += bill.receivable
            bill.gross = 0
            self._books.post("payout", bill, self._arrival(currency, bill.receivable))
        self._world.emit(SettlementPaid(currency=currency, orders=len(bills), gross=gross, fees=gross - net, net=net))
        if currency != self._books.currency:
            self._sweep(currency, bills)

    def _sweep(self, currency: str, bills: Iterable[Bill]) -> None:
        """Change what arrived; what had been sold ahead was changed then."""
        amount = self._books.ledger.balance("wallet", currency)
        if amount > 0:
            spreads = [self._sales.fee_card(bill).conversion_ppm for bill in bills]
            self._sell(currency, amount, max(spreads) or SPREAD_PPM)

    def _hand_on_tax(self, bill: Bill) -> None:
        self._books.post("tax_handed_on", bill, [
            ("tax_collected", bill.currency, bill.tax_held), ("platform", bill.currency, -bill.tax_held),
        ])
        bill.tax_held = 0

    def _arrival(self, currency: str, amount: int) -> list[tuple[str, str, int]]:
        account = "cash" if currency == self._books.currency else "wallet"
        return [(account, currency, amount), ("platform", currency, -amount)]

    def _sell(self, currency: str, amount: int, spread_ppm: int) -> None:
        own = self._books.currency
        deal = self._rates.sell(amount, currency, own, spread_ppm)
        self._books.post("exchange", None, [
            ("fx", currency, amount),
            ("wallet", currency, -amount),
            ("cash", own, deal.received),
            ("fx_cost", own, deal.cost),
            ("rounding", own, deal.rounding),
            ("fx", own, -deal.middle),
        ])
        self._world.emit(CurrencyConverted(currency=currency, amount=amount, received=deal.received, rate=deal.rate))
