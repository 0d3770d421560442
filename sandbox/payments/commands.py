"""What the seats may want of money."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from msgspec import Meta

from sandbox.kernel.messages import Code, Command, Country, Currency, EntityId, PositiveMinor

Proof = Literal["delivery_proof", "auth_proof", "conversation", "policy"]
ScreenPpm = Annotated[int, Meta(ge=0, le=200_000)]
"""Share of good card orders the screen may stop: at most a fifth."""


class ConvertCurrency(Command):
    """Change foreign takings into the shop's currency now, at the rate of the day less the spread."""

    type: ClassVar[str] = "payments.convert"
    currency: Currency
    amount: PositiveMinor


class SetPayment(Command):
    """Choose how buyers of one country can pay, who acquires their cards, and how strictly they are screened."""

    type: ClassVar[str] = "payments.set_payment"
    country: Country
    methods: Annotated[tuple[Code, ...], Meta(max_length=12)]
    local_acquirer: bool = False
    three_ds: Literal["off", "risky", "all"] = "off"
    """Whom the buyer's bank checks: nobody, orders that look risky, or every card order."""
    false_positive_ppm: ScreenPpm = 5_000
    """How many good card orders the screen may stop for review."""


class ApproveOrder(Command):
    """Let an order through that the screen has stopped."""

    type: ClassVar[str] = "payments.approve_order"
    order: EntityId


class HoldOrder(Command):
    """Refuse an order that the screen has stopped; nothing is charged."""

    type: ClassVar[str] = "payments.hold_order"
    order: EntityId


class HedgeCurrency(Command):
    """Sell foreign money forward: the rate of a later day is fixed now."""

    type: ClassVar[str] = "payments.hedge_fx"
    currency: Currency
    amount: PositiveMinor
    days: Literal[30, 60, 90]


class ContestChargeback(Command):
    """Answer a dispute with proofs. Only those that the shop really has will count."""

    type: ClassVar[str] = "payments.contest_chargeback"
    order: EntityId
    evidence: Annotated[tuple[Proof, ...], Meta(max_length=4)]


class AcceptChargeback(Command):
    """Give a dispute up at once."""

    type: ClassVar[str] = "payments.accept_chargeback"
    order: EntityId
