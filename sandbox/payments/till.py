"""The till: an order comes, the bank answers, the screen may stop it, somebody decides, the sale is booked."""

from __future__ import annotations

from typing import Any, NamedTuple

from sandbox.kernel.calendar import HOUR
from sandbox.kernel.errors import IllegalCommandError
from sandbox.kernel.messages import Actor
from sandbox.kernel.world import World
from sandbox.payments.agenda import Agenda
from sandbox.payments.bill import NEVER, Bill
from sandbox.payments.checkout import Attempt, Checkout
from sandbox.payments.commands import ApproveOrder, HoldOrder
from sandbox.payments.disputes import Disputes
from sandbox.payments.events import (
    FraudWaveStarted,
    OrderFlagged,
    OrderReviewed,
    PaymentDeclined,
    PaymentPending,
)
from sandbox.payments.register import Register
from sandbox.payments.sales import Sales
from sandbox.payments.screen import REVIEW_HOURS
from sandbox.payments.settings import Settings


class Wave(NamedTuple):
    """A time in which stolen cards are tried more often."""

    country: str
    factor_ppm: int
    until: int


class Till:
    """Checkouts of one shop."""

    def __init__(
        self, world: World, register: Register, settings: Settings, sales: Sales, disputes: Disputes
    ) -> None:
        self._world = world
        self._register = register
        self._settings = settings
        self._sales = sales
        self._disputes = disputes
        self._checkout = Checkout(world)
        self._agenda = Agenda(world)
        self._waves: list[Wave] = []
        self._stopped: dict[int, Bill] = {}

    def begin(self, bill: Bill) -> None:
        """Start a checkout; the answer comes some seconds later as an event."""
        self._register.add(bill)
        offer = self._settings.offer(bill.country)
        fraud_ppm = self._in_waves(offer.fraud_ppm, bill.country) if self._waves else offer.fraud_ppm
        attempt = self._checkout.attempt(bill.order, offer, fraud_ppm)
        self._note(bill, attempt)
        if bill.kind == "voucher":
            until = self._world.now + attempt.method.pay_delay_hours * HOUR
            self._world.emit(PaymentPending(order=bill.ident, method=bill.method, until=until))
        self._agenda.after(attempt.seconds, self._answered, bill)

    def wave(self, country: str, factor_ppm: int, hours: int) -> None:
        """Stolen cards are tried *factor_ppm* times as often, in one country or (empty) in all."""
        until = self._world.now + hours * HOUR
        self._waves.append(Wave(country, factor_ppm, until))
        self._world.emit(FraudWaveStarted(country=country, factor_ppm=factor_ppm, until=until))

    def approve(self, command: ApproveOrder, actor: Actor) -> None:
        """Let a flagged order through. Raises ``order_not_flagged``."""
        bill = self._flagged(command.order)
        self._reviewed(bill, is_approved=True, by="seat")

    def hold(self, command: HoldOrder, actor: Actor) -> None:
        """Refuse a flagged order. Raises ``order_not_flagged``."""
        bill = self._flagged(command.order)
        self._reviewed(bill, is_approved=False, by="seat")

    def flagged(self) -> list[Bill]:
        """Orders that wait for a decision, the most urgent first."""
        waiting = [bill for bill in self._stopped.values() if bill.is_flagged and bill.state == "waiting"]
        return sorted(waiting, key=lambda bill: (bill.step_at, bill.order))

    def signals(self, bill: Bill) -> tuple[str, ...]:
        """What a reviewer notices about an order."""
        return self._checkout.signals(bill.order, is_fraud=bill.is_fraud)

    def state(self) -> list[Any]:
        """Waves that are running."""
        return [list(wave) for wave in self._waves]

    def _in_waves(self, rate: int, country: str) -> int:
        now = self._world.now
        for wave in self._waves:
            if wave.until > now and wave.country in ("", country):
                rate = rate * wave.factor_ppm // 1_000_000
        return rate

    def _note(self, bill: Bill, attempt: Attempt) -> None:
        bill.method, bill.kind = attempt.method.method, attempt.method.kind
        bill.is_fraud, bill.is_checked, bill.score_ppm = attempt.is_fraud, attempt.is_checked, attempt.score_ppm
        bill.answer, bill.retry_seconds, bill.is_suspect = attempt.reason, attempt.retry_seconds, attempt.is_flagged
        bill.step_at = self._world.now + attempt.seconds

    def _answered(self, bill: Bill) -> None:
        if bill.state != "waiting":
            return
        if bill.retry_seconds:
            again, bill.retry_seconds = bill.retry_seconds, 0
            bill.step_at = self._world.now + again
            self._decline(bill, "bank", is_soft=True)
            self._agenda.after(again, self._answered, bill)
        elif bill.answer:
            bill.state = "declined"
            self._decline(bill, bill.answer)
        elif bill.is_suspect:
            self._flag(bill)
        else:
            self._take(bill)

    def _flag(self, bill: Bill) -> None:
        bill.is_flagged = True
        self._stopped[bill.order] = bill
        bill.step_at = self._world.now + REVIEW_HOURS * HOUR
        self._world.emit(OrderFlagged(
            order=bill.ident, country=bill.country, score_ppm=bill.score_ppm, signals=self.signals(bill),
            until=bill.step_at,
        ))
        self._agenda.after(REVIEW_HOURS * HOUR, self._not_reviewed, bill)

    def _not_reviewed(self, bill: Bill) -> None:
        self._stopped.pop(bill.order, None)
        if bill.is_flagged and bill.state == "waiting":
            self._reviewed(bill, is_approved=False, by="timeout")

    def _flagged(self, order: str) -> Bill:
        bill = self._register.by_ident.get(order)
        if bill is None or not bill.is_flagged or bill.state != "waiting":
            known = tuple(one.ident for one in self.flagged())
            raise IllegalCommandError(
                "order_not_flagged", f"expected an order that the screen has stopped, got {order}",
                order=order, flagged=known,
            )
        return bill

    def _reviewed(self, bill: Bill, *, is_approved: bool, by: str) -> None:
        bill.is_flagged = False
        self._world.emit(OrderReviewed(order=bill.ident, approved=is_approved, by=by))
        if is_approved:
            self._take(bill)
        else:
            bill.state = "declined"
            self._decline(bill, "held" if by == "seat" else "not_reviewed")

    def _take(self, bill: Bill) -> None:
        bill.step_at = NEVER
        self._sales.book(bill)
        if bill.kind == "cod":
            self._register.at_the_door[bill.order] = bill
        self._disputes.sold(bill)

    def _decline(self, bill: Bill, reason: str, *, is_soft: bool = False) -> None:
        self._world.emit(PaymentDeclined(order=bill.ident, method=bill.method, soft=is_soft, reason=reason))
