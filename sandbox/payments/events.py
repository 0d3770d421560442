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


class PaymentDeclined(Event):
    """The buyer's payment failed."""

    type: ClassVar[str] = "payments.declined"
    order: str
    method: str
    soft: bool
    """True when it is tried once more; False when it failed for good."""


class LedgerPosted(Event):
    """A double entry: debits are positive, credits negative, the sum is zero in each currency."""

    type: ClassVar[str] = "payments.ledger_posted"
    reason: str
    order: str
    lines: tuple[tuple[str, str, int], ...]
    """(account, currency, amount in minor units)."""


class RefundIssued(Event):
    """Money went back to a buyer."""

    type: ClassVar[str] = "payments.refund_issued"
    order: str
    currency: str
    amount: int
    kind: str
    """``full``, ``partial``, ``cancel``, ``lost`` or ``chargeback``."""


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


class SettlementPaid(Event):
    """The platform paid out."""

    type: ClassVar[str] = "payments.settlement_paid"
    currency: str
    orders: int
    gross: int
    fees: int
    net: int


class CurrencyConverted(Event):
    """Foreign money became the shop's."""

    type: ClassVar[str] = "payments.converted"
    currency: str
    amount: int
    received: int
    rate: str
    """Rate used, with its date: ``USD 1.1670 per EUR on 2025-10-17``."""


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
