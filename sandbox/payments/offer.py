"""What buyers of one country are offered at the till, and what that does to a checkout."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal, NamedTuple

from sandbox.kernel.money import PPM
from sandbox.kernel.rule_rows import Country, PaymentMethod

ThreeDs = Literal["off", "risky", "all"]
LOSS_PPM = 40_000
"""Good buyers who give up when their bank asks them: chosen for countries where it seldom does."""
LOW_LOSS_PPM, LOW_LOSS = 10_000, ("DE", "FR", "GB", "SA", "AE", "JP")
"""Where buyers are used to it. Orders of magnitude from the report of the European Banking Authority and the European
Central Bank on payment fraud (2024); set by the authors."""
DOMESTIC_AUTH_PPM, LOCAL_GAIN_PPM = 950_000, 600_000
"""A local acquirer wins back six tenths of what a card order across the border loses against a domestic one."""
CONFIRMED_REFUSAL_PPM = 100_000
"""Cash on delivery: refused at the door after the buyer confirmed the order on the telephone. Chosen within the 8 % of
prepaid parcels and the 15-25 % of unconfirmed ones that are reported of Gulf markets."""


@dataclass(frozen=True, slots=True)
class Choice:
    """The settings of one country."""

    methods: tuple[str, ...]
    local_acquirer: bool
    three_ds: ThreeDs
    false_positive_ppm: int


class Way(NamedTuple):
    """One way to pay as it works for the shop today."""

    row: PaymentMethod
    auth: float
    """Chance that it goes through at first asking."""
    is_offered: bool


class Offer(NamedTuple):
    """Everything a checkout of one country depends on."""

    ways: tuple[Way, ...]
    total_ppm: int
    offered_ppm: int
    choice: Choice
    fraud_ppm: int
    """Share of card orders that are tried with a stolen card in ordinary times."""
    challenge_loss: float
    """Share of good buyers lost where their bank asks them."""


def offer_of(rows: Iterable[PaymentMethod], choice: Choice, country: Country, *, has_cards: bool = True) -> Offer:
    """What the rows of a country come to under a choice.

    Args:
        rows: every way to pay in the country.
        choice: what the shop offers.
        country: its row.
        has_cards: False where the card schemes no longer take the shop's orders.
    """
    ways = []
    for row in rows:
        is_offered = row.method in choice.methods and (row.kind != "card" or has_cards)
        auth = row.auth_ppm
        if choice.local_acquirer and row.kind == "card":
            auth += max(0, DOMESTIC_AUTH_PPM - auth) * LOCAL_GAIN_PPM // PPM
        ways.append(Way(row, auth / PPM, is_offered))
    loss = LOW_LOSS_PPM if country.code in LOW_LOSS else LOSS_PPM
    offered = sum(way.row.share_ppm for way in ways if way.is_offered)
    return Offer(
        tuple(ways), sum(way.row.share_ppm for way in ways), offered, choice, country.fraud_ppm, loss / PPM,
    )


def refusal_ppm(row: PaymentMethod, *, is_confirmed: bool) -> int:
    """Chance that a parcel to be paid at the door is refused there; zero for every other way to pay."""
    if row.kind != "cod":
        return 0
    return min(row.refusal_ppm, CONFIRMED_REFUSAL_PPM) if is_confirmed else row.refusal_ppm
