"""The shop's money: checkouts, the ledger, payouts, disputes, exchange.

What other domains report comes in through the methods below; each posts at once, so that the trial balance is zero in
every currency after every command and every event.
"""

from __future__ import annotations

from collections.abc import Generator, Mapping
from typing import Any

from sandbox.kernel import ids
from sandbox.kernel.codec import to_bytes
from sandbox.kernel.messages import Command
from sandbox.kernel.money import Rate, share
from sandbox.kernel.scenario import Scenario
from sandbox.kernel.world import Handler, World
from sandbox.payments.bill import NEVER, Bill, Reads, RefundKind
from sandbox.payments.checkout import Attempt, Checkout
from sandbox.payments.commands import ConvertCurrency
from sandbox.payments.disputes import Disputes
from sandbox.payments.events import PaymentDeclined, RateMoved
from sandbox.payments.payouts import Payouts
from sandbox.payments.posting import Books
from sandbox.payments.rates import Rates
from sandbox.payments.sales import Sales


class Payments:
    """Owns the ledger and one :class:`Bill` for each order."""

    def __init__(self, world: World, scenario: Scenario, reads: Reads) -> None:
        shop = scenario.shop
        self._world = world
        self._scenario = scenario
        self._reads = reads
        self._bills: dict[int, Bill] = {}
        self._rates = Rates(world, scenario)
        self._books = Books(world, self._rates, shop.currency, shop.credit_line)
        self._checkout = Checkout(world)
        self._sales = Sales(world, scenario, self._rates, self._books)
        self._disputes = Disputes(world, self._rates, self._books, self._sales)
        self._payouts = Payouts(world, self._rates, self._books, self._sales, self._bills)
        self._open_books()
        world.process(self._days())

    def handlers(self) -> Mapping[type[Command], Handler]:
        """Commands that payments decides."""
        return {ConvertCurrency: self._payouts.convert}

    # what the market, the carriers and the desk report

    def authorise(self, order: int, country: str, currency: str, amount_minor: int, shop_minor: int) -> None:
        """Start the checkout of *order*; the answer comes some seconds later as an event.

        Args:
            order: its id.
            country: of the buyer: decides the methods.
            currency: of the buyer.
            amount_minor: all the buyer pays, in *currency*.
            shop_minor: the same in the shop's currency on the day of the order.

        Raises:
            ValueError: the order was sent here before, or its amount is not above zero.
        """
        if order in self._bills or amount_minor <= 0:
            raise ValueError(f"expected a new order that costs something, got {ids.to_text(order)}: {amount_minor}")
        sale = self._reads.sale(order)
        cost = self._scenario.product(sale.sku).unit_cost * sale.units
        bill = Bill(order, country, currency, sale.sku, amount_minor, sale.tax, cost, shop_minor)
        self._bills[order] = bill
        self._world.process(self._pay(bill))

    def refund(self, order: int, share_ppm: int, kind: RefundKind) -> int:
        """Give back a share of what was paid, at most what is left; returns the amount in the buyer's currency.

        A checkout that has no answer yet is given up instead. ``cancel`` also puts the goods back into stock.
        """
        bill = self._bills[order]
        if bill.state == "waiting":
            bill.state = "cancelled"
        if bill.state != "paid":
            return 0
        amount = min(share(bill.paid, share_ppm), bill.left)
        if amount > 0:
            self._sales.give_back(bill, amount, kind)
        if kind == "cancel":
            self._sales.restock(bill, 1_000_000)
        if bill.left == 0 and bill.due == NEVER:
            bill.due = self._world.now
        return amount

    def goods_back(self, order: int, value_ppm: int) -> None:
        """A returned article is in stock again at *value_ppm* of its cost."""
        self._sales.restock(self._bills[order], value_ppm)

    def goods_sent_again(self, order: int) -> int:
        """An order's goods were sent a second time; returns what they cost, shop currency."""
        return self._sales.send_again(self._bills[order])

    def post_cost(self, order: int, account: str, currency: str, amount: int) -> None:
        """Pay a cost of one order from the bank: carriage, handling, fines, a return label."""
        if amount:
            self._books.post(account, self._bills[order], self._books.paid_in_cash(account, currency, amount))

    def book_import(self, event: Any) -> None:
        """Pay duty, import tax and clearance where the seller bears them.

        VAT that was taken at checkout is not paid again: the platform hands it on and keeps it from its payout.

        Args:
            event: ``logistics.import_declared``: order, currency, duty, vat, fees, payer.
        """
        if event.payer != "seller":
            return
        bill = self._bills[ids.from_text(event.order)]
        vat = 0 if bill.tax else event.vat
        lines = []
        for account, amount in (("duty", event.duty), ("import_vat", vat), ("clearance", event.fees)):
            lines += self._books.paid_in_cash(account, event.currency, amount)
        self._books.post("import", bill, lines)

    def settle_after_delivery(self, order: int) -> None:
        """The parcel is with its buyer: the platform's waiting time begins."""
        self._payouts.delivered(self._bills[order])

    def spend(self, account: str, amount_minor: int, reason: str) -> None:
        """Pay something that belongs to no order, in the shop's currency: ads, lucky bags, samples, overtime."""
        if amount_minor:
            self._books.post(reason, None, self._books.paid_in_cash(account, self._books.currency, amount_minor))

    def carrier_claim(self, order: int, amount: int) -> None:
        """The carrier paid for a lost or damaged parcel, in the shop's currency."""
        self.post_cost(order, "carrier_claims", self._books.currency, -amount)

    def open_dispute_risk(self, order: int, reason: str) -> None:
        """Something happened that makes card holders dispute; keyed draws decide whether this one will, and when.

        Args:
            order: its id.
            reason: ``lost``, ``late`` (fifteen days or more), ``defect``, ``unresolved`` or ``friendly``.

        Raises:
            ValueError: another reason.
        """
        self._disputes.consider(self._bills[order], reason)

    def matter_settled(self, order: int) -> None:
        """The desk helped this buyer: what they would have gone to the bank for is gone, if they have not gone yet."""
        self._disputes.settle(self._bills[order])

    def move_rate(self, currency: str, factor_ppm: int) -> None:
        """A shock: *currency* is worth so much of what it was, against every other."""
        self._rates.move(currency, factor_ppm)
        self._world.emit(RateMoved(currency=currency, factor_ppm=factor_ppm))

    # what views and other domains may read

    def cash(self) -> int:
        """Cash at the bank in the shop's currency; below zero on overdraft."""
        return self._books.cash

    def can_spend(self) -> int:
        """Cash and what is left of the credit line; at zero nothing more can be bought."""
        return max(0, self._books.cash + self._books.credit_line)

    def balances(self) -> dict[str, dict[str, int]]:
        """Currency, then account: debits less credits."""
        return self._books.ledger.balances()

    def trial_balance(self) -> dict[str, int]:
        """The sum of all accounts by currency: all zero, always."""
        return self._books.ledger.trial_balance()

    def receivable(self) -> dict[str, int]:
        """What the platform still has to pay out, by currency, tax to be handed on not counted."""
        owed: dict[str, int] = {}
        for bill in self._bills.values():
            if bill.receivable or bill.tax_held:
                owed[bill.currency] = owed.get(bill.currency, 0) + bill.receivable - bill.tax_held
        return {currency: owed[currency] for currency in sorted(owed)}

    def foreign_money(self) -> dict[str, int]:
        """How much of each foreign currency could be changed now."""
        return {code: self._payouts.can_sell(code) for code in self.receivable() if code != self._books.currency}

    def profit_and_loss(self) -> dict[str, int]:
        """Account to what it brought (above zero) or cost, shop currency at the rates of the day."""
        return self._books.profit_and_loss()

    def left_to_refund(self, order: int) -> int:
        """What could still be given back of an order, in the buyer's currency."""
        bill = self._bills.get(order)
        return bill.left if bill is not None and bill.state == "paid" else 0

    def open_bills(self) -> int:
        """Orders whose money still has to move: nothing is settled before this is zero."""
        return sum(1 for bill in self._bills.values() if bill.is_open)

    def rate(self, source: str, target: str) -> Rate:
        """Minor units of *target* for one of *source* today, shocks included."""
        return self._rates.rate(source, target)

    def state_digest(self) -> bytes:
        """Balances, bills and moved rates."""
        rows = [self._bills[order].row() for order in sorted(self._bills)]
        return to_bytes({"balances": self.balances(), "bills": rows, "rates": self._rates.state()})

    # what waits

    def _open_books(self) -> None:
        shop = self._scenario.shop
        goods = sum(product.unit_cost * at.units for product in self._scenario.products for at in product.stock)
        lines = [("cash", shop.currency, shop.cash), ("inventory", shop.currency, goods)]
        self._books.post("opening", None, [*lines, ("capital", shop.currency, -shop.cash - goods)])

    def _days(self) -> Generator[Any, Any, None]:
        while True:
            yield self._world.timeout(self._rates.to_midnight())
            self._payouts.charge_interest()
            self._payouts.pay_out()

    def _try(self, bill: Bill) -> Attempt:
        book = self._rates.book
        methods = book.methods(bill.country, self._rates.today)
        return self._checkout.attempt(bill.order, methods, book.country(bill.country).fraud_ppm)

    def _pay(self, bill: Bill) -> Generator[Any, Any, None]:
        attempt = self._try(bill)
        bill.method, bill.kind = attempt.method.method, attempt.method.kind
        yield self._world.timeout(attempt.seconds)
        if attempt.retry_seconds and bill.state == "waiting":
            self._decline(bill, soft=True)
            yield self._world.timeout(attempt.retry_seconds)
        if bill.state != "waiting":
            return
        if not attempt.approved:
            bill.state = "declined"
            self._decline(bill, soft=False)
            return
        self._sales.book(bill)
        if attempt.fraud:
            self._disputes.consider(bill, "fraud")

    def _decline(self, bill: Bill, *, soft: bool) -> None:
        self._world.emit(PaymentDeclined(order=ids.to_text(bill.order), method=bill.method, soft=soft))
