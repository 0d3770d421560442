"""What happens to money. Every ledger posting balances in its currency."""

from __future__ import annotations

from typing import ClassVar

from sandbox.kernel.messages import Event


class PaymentAuthorised(Event):
    """The buyer's payment went through."""

    type: ClassVar[str] = "payments.authorised"
    order: str
    method: str
    currency: str
    amount: int
    fee: int
    """All that is taken of it: commission, payment, creator."""
    kind: str = ""
    """``card``, ``wallet``, ``bnpl``, ``bank``, ``voucher``, or ``cod``: then the money is still to be collected."""


class PaymentDeclined(Event):
    """The buyer's payment failed."""

    type: ClassVar[str] = "payments.declined"
    order: str
    method: str
    soft: bool
    """True when it is tried once more; False when it failed for good."""
    reason: str = ""
    """``bank``, ``method_missing``, ``not_checked``, ``expired`` (a voucher), ``held`` or ``not_reviewed``."""


class PaymentPending(Event):
    """The buyer was given a voucher to pay at a counter."""

    type: ClassVar[str] = "payments.pending"
    order: str
    method: str
    until: int
    """Second at which it lapses."""


class PaymentSet(Event):
    """Ways to pay, acquirer, checks and screen of one country were chosen."""

    type: ClassVar[str] = "payments.payment_set"
    country: str
    methods: tuple[str, ...]
    local_acquirer: bool
    three_ds: str
    false_positive_ppm: int
    cost: int
    """Contracts, shop currency; booked already."""


class OrderFlagged(Event):
    """The screen stopped an order that the bank would pay."""

    type: ClassVar[str] = "payments.order_flagged"
    order: str
    country: str
    score_ppm: int
    """So many of a million good orders look worse."""
    signals: tuple[str, ...]
    """What a reviewer notices: ``address_mismatch``, ``new_account``, ``foreign_device``."""
    until: int
    """Refused at this second if nobody decides."""


class OrderReviewed(Event):
    """A flagged order was decided."""

    type: ClassVar[str] = "payments.order_reviewed"
    order: str
    approved: bool
    by: str
    """``seat`` or ``timeout``."""


class FraudWaveStarted(Event):
    """Stolen cards are tried more often than usual. Only the teacher may see this."""

    type: ClassVar[str] = "payments.fraud_wave_started"
    country: str
    """Empty for every country."""
    factor_ppm: int
    until: int


class LedgerPosted(Event):
    """A double entry: debits are positive, credits negative, the sum is zero in each currency."""

    type: ClassVar[str] = "payments.ledger_posted"
    reason: str
    """``day`` for all that a day's orders and running costs came to; else what it was for."""
    order: str
    """Empty where it is not one order's alone."""
    lines: tuple[tuple[str, str, int], ...]
    """(account, currency, amount in minor units)."""


class RefundIssued(Event):
    """Money went back to a buyer."""

    type: ClassVar[str] = "payments.refund_issued"
    order: str
    currency: str
    amount: int
    kind: str
    """``full``, ``partial``, ``cancel``, ``lost``, ``refused`` (at the door, nothing was paid) or ``chargeback``."""


class ChargebackOpened(Event):
    """A buyer disputes a card payment."""

    type: ClassVar[str] = "payments.chargeback_opened"
    order: str
    reason: str
    """``fraud``, ``lost``, ``late``, ``defect``, ``unresolved`` or ``friendly``."""
    currency: str
    amount: int
    deadline: int


class ChargebackDecided(Event):
    """A dispute is decided."""

    type: ClassVar[str] = "payments.chargeback_decided"
    order: str
    won: bool
    currency: str
    """Of the fee, which is taken won or lost."""
    fee: int
    evidence: int = 0
    """Proofs that were sent in time and exist."""


class ChargebackAnswered(Event):
    """The shop answered a dispute, or gave it up."""

    type: ClassVar[str] = "payments.chargeback_answered"
    order: str
    evidence: tuple[str, ...]
    """What was sent; empty when it was given up."""
    counted: tuple[str, ...]
    """What of it exists."""
    accepted: bool
    """True when the shop gave the dispute up."""


class SettlementPaid(Event):
    """The platform paid out."""

    type: ClassVar[str] = "payments.settlement_paid"
    currency: str
    orders: int
    gross: int
    fees: int
    net: int
    """What arrived."""
    platform: str = ""
    """``cod`` for cash that carriers collected."""
    reserve: int = 0
    """Kept back of this payout: gross = fees + net + reserve."""


class ReserveHeld(Event):
    """Part of a payout is kept back against disputes."""

    type: ClassVar[str] = "payments.reserve_held"
    platform: str
    currency: str
    amount: int
    until: int


class ReserveReleased(Event):
    """What was kept back comes."""

    type: ClassVar[str] = "payments.reserve_released"
    platform: str
    currency: str
    amount: int


class MonitoringBreached(Event):
    """A month's fraud reports and disputes were above the card scheme's limit."""

    type: ClassVar[str] = "payments.monitoring_breached"
    programme: str
    place: str
    """``any``, or the country the rule is for."""
    month: str
    ratio_ppm: int
    limit_ppm: int
    count: int
    """Fraud reports and disputes."""
    months: int
    """In a row."""
    action: str
    """``reserve`` or ``cards_lost``."""
    cost: int
    """Fees of the month in the rule's currency; booked already."""
    currency: str


class MonitoringLeft(Event):
    """A month was within the limit again."""

    type: ClassVar[str] = "payments.monitoring_left"
    programme: str
    place: str
    month: str
    ratio_ppm: int
    limit_ppm: int


class CurrencyConverted(Event):
    """Foreign money became the shop's."""

    type: ClassVar[str] = "payments.converted"
    currency: str
    amount: int
    received: int
    rate: str
    """Rate used, with its date: ``USD 1.1670 per EUR on 2025-10-17``."""
    simulated: bool = False
    """The table of published rates has ended; this one was drawn."""


class CurrencyHedged(Event):
    """Foreign money was sold forward."""

    type: ClassVar[str] = "payments.fx_hedged"
    forward: str
    currency: str
    amount: int
    locked: int
    """What it will bring, shop currency."""
    margin: int
    """Kept by the bank until then, shop currency; booked already."""
    settles: int
    rate: str


class ForwardSettled(Event):
    """A forward came due: the difference to the rate of the day was paid."""

    type: ClassVar[str] = "payments.forward_settled"
    forward: str
    currency: str
    amount: int
    locked: int
    worth: int
    """At the middle rate of the day, shop currency."""
    gain: int
    """locked - worth; below zero the shop paid."""


class RateMoved(Event):
    """An exchange rate moved by shock."""

    type: ClassVar[str] = "payments.rate_moved"
    currency: str
    factor_ppm: int


class OverdraftUsed(Event):
    """Cash is below zero; beyond the credit line nothing more can be bought."""

    type: ClassVar[str] = "payments.overdraft_used"
    cash: int
    credit_line: int


class Bankrupt(Event):
    """Cash fell below the credit line: the shop cannot go on."""

    type: ClassVar[str] = "payments.bankrupt"
    cash: int
    credit_line: int
