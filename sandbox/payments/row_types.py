"""What screens show of the shop's money.

Whether an order is a fraud, and how a dispute will end, stands in none of these. Amounts are minor units of the
currency beside them, or of the shop's.
"""

from __future__ import annotations

from msgspec import Struct


class MethodRow(Struct, frozen=True, kw_only=True):
    """One way to pay in one country."""

    method: str
    kind: str
    share_ppm: int
    """Buyers who like it best."""
    auth_ppm: int
    """How often it goes through for this shop at first asking."""
    offered: bool


class PaymentRow(Struct, frozen=True, kw_only=True):
    """The payment settings of one country."""

    country: str
    methods: tuple[MethodRow, ...]
    local_acquirer: bool
    three_ds: str
    false_positive_ppm: int
    caught_ppm: int
    """Share of stolen cards that a screen of this strictness stops."""
    served_ppm: int
    """Buyers whose favourite is offered."""
    success_ppm: int
    """Checkouts that should end in a payment: methods, banks, checks and screen together."""
    has_cards: bool
    """False once the card schemes have taken cards away."""


class FlaggedRow(Struct, frozen=True, kw_only=True):
    """An order that the screen has stopped."""

    order: str
    country: str
    method: str
    currency: str
    amount: int
    score_ppm: int
    """So many of a million good orders look worse."""
    signals: tuple[str, ...]
    until: int
    """Refused at this second if nobody decides."""


class DisputeRow(Struct, frozen=True, kw_only=True):
    """An open dispute."""

    order: str
    reason: str
    currency: str
    amount: int
    deadline: int
    proofs: tuple[str, ...]
    """What the shop could show."""
    answered: bool


class MonitoringRow(Struct, frozen=True, kw_only=True):
    """This month's fraud reports and disputes against the card schemes' limit."""

    place: str
    """``any``, or the country with a rule of its own."""
    programme: str
    month: str
    count: int
    settled: int
    ratio_ppm: int
    limit_ppm: int
    min_count: int
    limit_from: str
    """First day of this limit."""
    limit_to: str
    """Last day, or empty while no other limit is known."""
    source: str
    months_above: int


class ReserveRow(Struct, frozen=True, kw_only=True):
    """Money that is kept back."""

    platform: str
    currency: str
    amount: int
    until: int


class ForwardRow(Struct, frozen=True, kw_only=True):
    """A forward that is not settled."""

    forward: str
    currency: str
    amount: int
    locked: int
    worth_now: int
    """At the middle rate of today."""
    margin: int
    settles: int


class CurrencyRow(Struct, frozen=True, kw_only=True):
    """What is open in one foreign currency."""

    currency: str
    rate: str
    simulated: bool
    """The table of published rates has ended; this one was drawn."""
    owed: int
    """By platforms and carriers."""
    sellable: int
    hedged: int
    locked_30: int
    """What 100.00 sold 30 days forward would bring, shop currency; likewise below."""
    locked_60: int
    locked_90: int
    margin_ppm: int
    volatility_ppm: int


class CodRow(Struct, frozen=True, kw_only=True):
    """An order that is to be paid at the door."""

    order: str
    country: str
    currency: str
    amount: int
    confirmed: bool
    refusal_ppm: int


class ProfitRow(Struct, frozen=True, kw_only=True):
    """Profit and loss of one day, platform or country."""

    key: str
    accounts: dict[str, int]
    total: int


class CashRow(Struct, frozen=True, kw_only=True):
    """What a day did to the bank account."""

    day: int
    reasons: dict[str, int]
    total: int
