"""Which orders end in a dispute, when, and who wins it. Only card payments can be charged back."""

from __future__ import annotations

from collections.abc import Generator
from typing import Any

from sandbox.kernel import ids
from sandbox.kernel.calendar import DAY
from sandbox.kernel.detmath import det_exp, logistic
from sandbox.kernel.world import World
from sandbox.payments.bill import Bill
from sandbox.payments.events import ChargebackDecided, ChargebackOpened, RefundIssued
from sandbox.payments.posting import Books
from sandbox.payments.rates import Rates
from sandbox.payments.sales import Sales

RISK = {"fraud": 0.8, "lost": 0.25, "late": 0.25, "defect": 0.06, "unresolved": 0.06, "friendly": 0.0012}
"""Chance that the buyer (or the holder of the stolen card) goes to the bank, by reason.

``lost``, ``late`` (fifteen days and more) and ``defect`` assume that nobody settles the matter in between."""
REASONS = tuple(RISK)
SETTLED_BY_HELP = ("lost", "late", "defect", "unresolved")
SETTLED = "settled"
LIABILITY_SHIFT = 0.15
"""What is left of fraud disputes where the bank checked the buyer itself (strong customer authentication)."""
CHECKED_TERRITORIES = ("EU", "GB")
FEE = 1500
"""Fee for every dispute, won or lost, where the fee card names none; minor units of the card's currency."""
MEDIAN_DAYS, SPREAD, LATEST_DAYS = 25, 0.5, 120
ANSWER_DAYS = 10
WIN_BASE, WIN_EACH = -1.3, 0.5
"""Log-odds to win without evidence (about one in five), and what each piece of evidence adds."""


class Disputes:
    """Disputes of one run, from the cause to the verdict."""

    def __init__(self, world: World, rates: Rates, books: Books, sales: Sales) -> None:
        self._world = world
        self._rates = rates
        self._books = books
        self._sales = sales
        self._risk = world.stream("out.payments.dispute")
        self._delay = world.stream("out.payments.dispute_delay")
        self._verdict = world.stream("out.payments.dispute_verdict")

    def consider(self, bill: Bill, reason: str) -> None:
        """Draw whether *reason* makes this buyer go to the bank; each order has at most one dispute.

        Raises:
            ValueError: a reason that is not in the table.
        """
        if reason not in RISK:
            raise ValueError(f"expected one of {', '.join(REASONS)}, got {reason!r}")
        if bill.state != "paid" or bill.kind != "card" or bill.dispute:
            return
        if self._risk.happens(self._chance(bill, reason), bill.order, REASONS.index(reason)):
            bill.dispute, bill.is_disputing = reason, True
            self._world.process(self._run(bill))

    def settle(self, bill: Bill) -> None:
        """The buyer was helped before going to the bank."""
        if bill.dispute in SETTLED_BY_HELP and not bill.disputed:
            bill.dispute = SETTLED

    def _chance(self, bill: Bill, reason: str) -> float:
        territory = self._rates.book.country(bill.country).territory
        shifted = reason == "fraud" and territory in CHECKED_TERRITORIES
        return RISK[reason] * (LIABILITY_SHIFT if shifted else 1.0)

    def _run(self, bill: Bill) -> Generator[Any, Any, None]:
        days = MEDIAN_DAYS * det_exp(SPREAD * self._delay.normal(bill.order))
        yield self._world.timeout(max(1, int(DAY * min(days, float(LATEST_DAYS)))))
        if bill.dispute != SETTLED and bill.left > 0:
            self._open(bill)
            yield self._world.timeout(ANSWER_DAYS * DAY)
            self._decide(bill)
        bill.is_disputing = False

    def _open(self, bill: Bill) -> None:
        amount = bill.disputed = bill.left
        self._books.post("chargeback", bill, [
            ("chargebacks", bill.currency, amount), ("platform", bill.currency, -amount),
        ])
        self._world.emit(ChargebackOpened(
            order=ids.to_text(bill.order), reason=bill.dispute, currency=bill.currency, amount=amount,
            deadline=self._world.now + ANSWER_DAYS * DAY,
        ))

    def _decide(self, bill: Bill, evidence: int = 0) -> None:
        card, order, amount = self._sales.fee_card(bill), ids.to_text(bill.order), bill.disputed
        fee = card.dispute_fee_minor or FEE
        charged = self._rates.exchange(fee, card.currency, bill.currency)
        won = self._verdict.happens(logistic(WIN_BASE + WIN_EACH * evidence), bill.order)
        back = amount if won else 0
        bill.disputed = 0
        bill.refunded += amount - back
        self._books.post("dispute", bill, [
            ("dispute_fees", bill.currency, charged), ("platform", bill.currency, -charged),
            ("chargebacks", bill.currency, -back), ("platform", bill.currency, back),
        ])
        self._world.emit(ChargebackDecided(order=order, won=won, currency=card.currency, fee=fee))
        if not won:
            self._world.emit(RefundIssued(order=order, currency=bill.currency, amount=amount, kind="chargeback"))
