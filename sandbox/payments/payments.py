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
from sandbox.kernel.money import share
from sandbox.kernel.scenario import Scenario
from sandbox.kernel.world import Handler, World
from sandbox.payments.accounts import COSTS, CostKind
from sandbox.payments.bill import NEVER, Bill, Reads, RefundKind
from sandbox.payments.commands import (
    AcceptChargeback,
    ApproveOrder,
    ContestChargeback,
    ConvertCurrency,
    HedgeCurrency,
    HoldOrder,
    SetPayment,
)
from sandbox.payments.events import RateMoved
from sandbox.payments.ledger import Line
from sandbox.payments.reading import Money


class Payments(Money):
    """Owns the ledger and one :class:`Bill` for each order."""

    def __init__(self, world: World, scenario: Scenario, reads: Reads) -> None:
        super().__init__(world, scenario, reads)
        self._scenario = scenario
        self._reads = reads
        self._is_closed = False
        self._open_books()
        world.process(self._days())

    def handlers(self) -> Mapping[type[Command], Handler]:
        """Commands that payments decides."""
        return {
            ConvertCurrency: self.exchange.convert, HedgeCurrency: self.exchange.hedge,
            SetPayment: self.settings.set, ApproveOrder: self.till.approve, HoldOrder: self.till.hold,
            ContestChargeback: self.disputes.contest, AcceptChargeback: self.disputes.accept,
        }

    # what the market, the carriers and the desk report of orders

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
        if order in self.register.bills or amount_minor <= 0:
            raise ValueError(f"expected a new order that costs something, got {ids.to_text(order)}: {amount_minor}")
        sale = self._reads.sale(order)
        parts = tuple([(sku, number * sale.units) for sku, number in sale.parts or ((sale.sku, 1),)])
        self.till.begin(Bill(
            order, ids.to_text(order), country, currency, sale.platform or self._scenario.shop.platform, sale.sku,
            self.cards.categories[parts[0][0]], parts, amount_minor, sale.tax, sale.creator_ppm, shop_minor,
        ))

    def refund(self, order: int, share_ppm: int, kind: RefundKind) -> int:
        """Give back a share of what was paid, at most what is left; returns the amount in the buyer's currency.

        A checkout that has no answer yet is given up instead. ``cancel`` also puts the goods back into stock. Where
        the buyer was to pay at the door and the parcel never got there, nothing was paid: the sale is taken back.
        """
        bill = self.register.of(order)
        if bill.state == "waiting":
            bill.state = "cancelled"
        if bill.state != "paid":
            return 0
        if bill.kind == "cod" and not bill.is_delivered and kind != "cancel":
            kind = "refused"
        amount = min(share(bill.paid, share_ppm), bill.left)
        if amount > 0:
            self.sales.give_back(bill, amount, kind)
        if kind == "cancel":
            self.goods.back(bill, 1_000_000)
        if bill.left == 0 and bill.due == NEVER:
            bill.due = self.world.now
            self.register.touch(bill)
        return amount

    def goods_back(self, order: int, value_ppm: int) -> None:
        """A returned article is in stock again at *value_ppm* of its cost."""
        self.goods.back(self.register.of(order), value_ppm)

    def goods_sent_again(self, order: int) -> int:
        """An order's goods were sent a second time; returns what they cost, shop currency."""
        return self.goods.sent_again(self.register.of(order))

    def post_cost(self, order: int, account: str, currency: str, amount: int) -> None:
        """Pay a cost of one order from the bank: carriage, handling, fines, a return label."""
        if amount:
            self.books.post(account, self.register.of(order), self.books.paid_in_cash(account, currency, amount))

    def post_costs(self, order: int, reason: str, costs: Mapping[str, int]) -> None:
        """Pay several costs of one order in one posting: account to amount, the shop's currency."""
        self.books.post(reason, self.register.of(order), self._costs(costs))

    def book_import(self, event: Any) -> None:
        """Pay duty, import tax and clearance where the seller bears them.

        VAT that was taken at checkout is not paid again: the platform hands it on and keeps it from its payout.

        Args:
            event: ``logistics.import_declared``: order, currency, duty, vat, fees, payer.
        """
        if event.payer != "seller":
            return
        bill = self.register.by_ident[event.order]
        costs = {"duty": event.duty, "import_vat": 0 if bill.tax else event.vat, "clearance": event.fees}
        if event.currency == self.currency:
            self.books.post("import", bill, self._costs(costs))
            return
        lines = []
        for account, amount in costs.items():
            if amount:
                lines += self.books.paid_in_cash(account, event.currency, amount)
        self.books.post("import", bill, lines)

    def settle_after_delivery(self, order: int) -> None:
        """The parcel is with its buyer: the platform's waiting time begins, or the carrier's for cash."""
        self.payouts.delivered(self.register.of(order))

    def cod_confirmed(self, order: int) -> None:
        """The buyer of a cash-on-delivery order said on the telephone that the parcel is wanted."""
        self.register.of(order).is_confirmed = True

    def carrier_claim(self, order: int, amount: int) -> None:
        """The carrier paid for a lost or damaged parcel, in the shop's currency."""
        self.post_cost(order, "carrier_claims", self.currency, -amount)

    def open_dispute_risk(self, order: int, reason: str) -> None:
        """Something happened that makes card holders dispute; keyed draws decide whether this one will, and when.

        Args:
            order: its id.
            reason: ``lost``, ``late`` (fifteen days or more), ``defect``, ``unresolved`` or ``friendly``.

        Raises:
            ValueError: another reason.
        """
        self.disputes.consider(self.register.of(order), reason)

    def matter_settled(self, order: int) -> None:
        """The desk helped this buyer: what they would have gone to the bank for is gone, if they have not gone yet."""
        self.disputes.settle(self.register.of(order))

    # what belongs to no order

    def spend(self, account: str, amount_minor: int, reason: str) -> None:
        """Pay something that belongs to no order, in the shop's currency: ads, lucky bags, samples, overtime.

        Raises:
            UnbalancedPostingError: an account the ledger does not have.
        """
        if amount_minor:
            self.books.post(reason, None, self.books.paid_in_cash(account, self.currency, amount_minor))

    def spend_on(self, kind: CostKind, amount_minor: int) -> None:
        """Pay a cost of no order by its kind; :data:`sandbox.payments.accounts.COSTS` knows the account."""
        self.spend(COSTS[kind], amount_minor, kind)

    def tax_refund(self, amount_minor: int) -> None:
        """Input VAT came back after export, in the shop's currency."""
        self.spend("tax_refunds", -amount_minor, "tax_refund")

    def move_rate(self, currency: str, factor_ppm: int) -> None:
        """A shock: *currency* is worth so much of what it was, against every other."""
        self.rates.move(currency, factor_ppm)
        self.world.emit(RateMoved(currency=currency, factor_ppm=factor_ppm))

    def fraud_wave(self, country: str, factor_ppm: int, hours: int) -> None:
        """A shock: for some hours stolen cards are tried *factor_ppm* as often, in one country or (empty) in all."""
        self.till.wave(country, factor_ppm, hours)

    def close_for_good(self) -> None:
        """Play is over: subscriptions are not renewed."""
        self._is_closed = True

    def state_digest(self) -> bytes:
        """Everything that decides the future of the shop's money."""
        return to_bytes({
            "balances": self.balances(), "bills": self.register.rows(), "rates": self.rates.state(),
            "settings": self.settings.state(), "monitoring": self.monitoring.state(), "waves": self.till.state(),
            "forwards": self.exchange.state(), "payouts": self.payouts.state(), "stock": self.goods.stock.state(),
            "ended": [self._is_closed, self.books.is_bankrupt],
        })

    def _costs(self, costs: Mapping[str, int]) -> list[Line]:
        own = self.currency
        lines = [(account, own, amount) for account, amount in costs.items()]
        lines.append(("cash", own, -sum(costs.values())))
        return lines

    def _open_books(self) -> None:
        shop, goods = self._scenario.shop, self.goods.opening
        lines = [("cash", shop.currency, shop.cash), ("inventory", shop.currency, goods)]
        self.books.post("opening", None, [*lines, ("capital", shop.currency, -shop.cash - goods)])

    def _days(self) -> Generator[Any, Any, None]:
        while True:
            yield self.world.timeout(self.rates.to_midnight())
            self.books.close_day()
            self.payouts.charge_interest()
            self.monitoring.close_month()
            self.payouts.release()
            self.payouts.pay_out()
            if not self._is_closed:
                self.payouts.charge_subscriptions()
