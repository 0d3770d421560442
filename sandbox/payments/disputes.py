"""Which orders end in a dispute, when, and who wins it. Only card payments can be charged back."""

from __future__ import annotations

from sandbox.kernel.calendar import DAY
from sandbox.kernel.detmath import det_exp, logistic
from sandbox.kernel.errors import IllegalCommandError
from sandbox.kernel.messages import Actor
from sandbox.kernel.world import World
from sandbox.payments.agenda import Agenda
from sandbox.payments.bill import NEVER, Bill, Reads
from sandbox.payments.cards import FeeCards
from sandbox.payments.commands import AcceptChargeback, ContestChargeback
from sandbox.payments.events import ChargebackAnswered, ChargebackDecided, ChargebackOpened, RefundIssued
from sandbox.payments.monitoring import Monitoring
from sandbox.payments.posting import Books
from sandbox.payments.rates import Rates
from sandbox.payments.register import Register

RISK = {"fraud": 0.8, "lost": 0.25, "late": 0.25, "defect": 0.06, "unresolved": 0.06, "friendly": 0.0012}
"""Chance that the buyer (or the holder of the stolen card) goes to the bank, by reason.

``lost``, ``late`` (fifteen days and more) and ``defect`` assume that nobody settles the matter in between."""
REASONS = tuple(RISK)
SETTLED_BY_HELP = ("lost", "late", "defect", "unresolved")
SETTLED = "settled"
LIABILITY_SHIFT = 0.15
"""What is left of fraud disputes where the bank checked the buyer itself (strong customer authentication)."""
FEE = 1500
"""Fee for every dispute, won or lost, where the fee card names none; minor units of the card's currency."""
MEDIAN_DAYS, SPREAD, LATEST_DAYS = 25, 0.5, 120
ANSWER_DAYS = 10
WIN_BASE, WIN_EACH = -1.3, 0.5
"""Log-odds to win without evidence (about one in five), and what each piece of evidence adds: fitted to the win rates
of undocumented and of well-run shops that trade surveys report (21 % and 45 %; chargeback.io, shiftprocessing.com)."""
PROOFS = ("delivery_proof", "auth_proof", "conversation", "policy")


class Disputes:
    """Disputes of one shop, from the cause to the verdict."""

    def __init__(
        self, world: World, rates: Rates, books: Books, register: Register, cards: FeeCards, monitoring: Monitoring,
        reads: Reads,
    ) -> None:
        self._world = world
        self._rates = rates
        self._books = books
        self._register = register
        self._cards = cards
        self._monitoring = monitoring
        self._reads = reads
        self._agenda = Agenda(world)
        self._opened: dict[int, Bill] = {}
        self._risk = world.stream("out.payments.dispute")
        self._delay = world.stream("out.payments.dispute_delay")
        self._verdict = world.stream("out.payments.dispute_verdict")

    def sold(self, bill: Bill) -> None:
        """An order was paid: by a stolen card somebody will notice."""
        if bill.kind == "card":
            self._monitoring.settled(bill.country)
            if bill.is_fraud:
                self.consider(bill, "fraud")

    def consider(self, bill: Bill, reason: str) -> None:
        """Draw whether *reason* makes this buyer go to the bank; each order has at most one dispute.

        Raises:
            ValueError: a reason that is not in the table.
        """
        if reason not in RISK:
            raise ValueError(f"expected one of {', '.join(REASONS)}, got {reason!r}")
        if bill.state != "paid" or bill.kind != "card" or bill.dispute:
            return
        chance = dispute_chance(reason, is_checked=bill.is_checked)
        if self._risk.happens(chance, bill.order, REASONS.index(reason)):
            bill.dispute, bill.is_disputing = reason, True
            self._register.touch(bill)
            days = MEDIAN_DAYS * det_exp(SPREAD * self._delay.normal(bill.order))
            self._agenda.after(int(DAY * min(days, float(LATEST_DAYS))), self._notice, bill)

    def settle(self, bill: Bill) -> None:
        """The buyer was helped before going to the bank."""
        if bill.dispute in SETTLED_BY_HELP and not bill.disputed:
            bill.dispute = SETTLED

    def proofs(self, bill: Bill) -> tuple[str, ...]:
        """What the shop could show the bank about an order, in the order of :data:`PROOFS`."""
        known = self._reads.proofs(bill.order)
        return tuple(proof for proof in PROOFS if proof in known or (proof == "auth_proof" and bill.is_checked))

    def open(self) -> list[Bill]:
        """Orders under dispute, the most urgent first."""
        found = [bill for bill in self._opened.values() if bill.disputed]
        return sorted(found, key=lambda bill: (bill.answer_by, bill.order))

    def contest(self, command: ContestChargeback, actor: Actor) -> None:
        """Answer a dispute; the verdict comes at its deadline.

        Raises:
            IllegalCommandError: ``no_open_dispute`` or ``already_answered``.
        """
        bill = self._disputed(command.order)
        if bill.evidence != NEVER:
            raise IllegalCommandError(
                "already_answered", f"expected a dispute without an answer, got {command.order}", order=command.order,
            )
        real = self.proofs(bill)
        counted = tuple(proof for proof in PROOFS if proof in command.evidence and proof in real)
        bill.evidence = len(counted)
        self._world.emit(ChargebackAnswered(
            order=bill.ident, evidence=command.evidence, counted=counted, accepted=False,
        ))

    def accept(self, command: AcceptChargeback, actor: Actor) -> None:
        """Give a dispute up at once. Raises ``no_open_dispute``."""
        bill = self._disputed(command.order)
        self._world.emit(ChargebackAnswered(order=bill.ident, evidence=(), counted=(), accepted=True))
        self._end(bill, is_won=False)

    def _disputed(self, order: str) -> Bill:
        bill = self._register.by_ident.get(order)
        if bill is None or not bill.disputed:
            known = tuple(one.ident for one in self.open())
            raise IllegalCommandError(
                "no_open_dispute", f"expected an order under dispute, got {order}", order=order, disputed=known,
            )
        return bill

    def _notice(self, bill: Bill) -> None:
        """The buyer or the card holder goes to the bank; who has the money back has nothing to dispute."""
        if bill.dispute == "fraud":
            self._monitoring.fraud_reported(bill.country)
        if bill.dispute == SETTLED or bill.left <= 0:
            bill.is_disputing = False
            return
        amount = bill.disputed = bill.left
        self._opened[bill.order] = bill
        bill.answer_by = self._world.now + ANSWER_DAYS * DAY
        self._monitoring.disputed(bill.country)
        self._books.post("chargeback", bill, [
            ("chargebacks", bill.currency, amount), ("platform", bill.currency, -amount),
        ])
        self._world.emit(ChargebackOpened(
            order=bill.ident, reason=bill.dispute, currency=bill.currency, amount=amount, deadline=bill.answer_by,
        ))
        self._agenda.after(ANSWER_DAYS * DAY, self._decide, bill)

    def _decide(self, bill: Bill) -> None:
        if bill.disputed:
            chance = logistic(WIN_BASE + WIN_EACH * max(0, bill.evidence))
            self._end(bill, is_won=self._verdict.happens(chance, bill.order))

    def _end(self, bill: Bill, *, is_won: bool) -> None:
        card, amount = self._cards.of(bill), bill.disputed
        fee = card.dispute_fee_minor or FEE
        charged = self._rates.exchange(fee, card.currency, bill.currency)
        back = amount if is_won else 0
        bill.disputed = 0
        bill.is_disputing = False
        del self._opened[bill.order]
        bill.refunded += amount - back
        self._books.post("dispute", bill, [
            ("dispute_fees", bill.currency, charged), ("platform", bill.currency, -charged),
            ("chargebacks", bill.currency, -back), ("platform", bill.currency, back),
        ])
        self._world.emit(ChargebackDecided(
            order=bill.ident, won=is_won, currency=card.currency, fee=fee, evidence=max(0, bill.evidence),
        ))
        if not is_won:
            self._world.emit(RefundIssued(order=bill.ident, currency=bill.currency, amount=amount, kind="chargeback"))


def dispute_chance(reason: str, *, is_checked: bool) -> float:
    """Chance that *reason* ends at the bank; where the bank checked the buyer it bears most fraud itself."""
    return RISK[reason] * (LIABILITY_SHIFT if reason == "fraud" and is_checked else 1.0)
