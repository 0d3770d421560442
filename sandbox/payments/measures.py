"""The stylised facts of payments, measured from the shipped checkout, screen and dispute odds.

Chargebacks are counted as the card schemes do: disputes over settled card orders. Good and stolen cards are tried
apart, several thousand times each under one secret, and weighed by how often each comes, so that a fact about a few
orders in a thousand does not drown in chance.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any, NamedTuple

from sandbox.kernel import ids
from sandbox.kernel.draws import Secrets, Stream
from sandbox.kernel.money import PPM
from sandbox.kernel.rulebook import RuleBook
from sandbox.payments.checkout import Attempt, Checkout
from sandbox.payments.disputes import dispute_chance
from sandbox.payments.offer import Choice, Offer, offer_of, refusal_ppm
from sandbox.payments.screen import FALSE_ALARMS_PPM

ATTEMPTS = 4_000
"""Card orders tried of each sort."""
WAVE_PPM = 30_000
"""Stolen cards among card orders in a wave of fraud, as in published attacks on shops: chosen."""
STRICT_PPM = 40_000
UNSETTLED = 0.4
"""Buyers with a lost parcel or a defect whom nobody helps in time: an ordinary desk. Chosen."""
DEFECTS, DAMAGED, LOST, VERY_LATE = 0.025, 0.006, 0.004, 0.001
"""Of a hundred parcels of home goods by a special line: category and carrier rows, and the tail of its transit."""


class Chargebacks(NamedTuple):
    """Disputes over settled card orders, parts per million."""

    normal: int
    wave: int
    wave_checked: int
    """The same with 3-D Secure for all."""
    wave_strict: int
    """The same with a screen that stops four good orders in a hundred."""


class Refusals(NamedTuple):
    """Parcels refused at the door over cash-on-delivery orders, parts per million, countries by their share of it."""

    unconfirmed: int
    confirmed: int


class _Chance:
    """The part of a world that a checkout needs."""

    def __init__(self, secrets: Secrets) -> None:
        self._secrets = secrets

    def stream(self, name: str) -> Stream:
        return Stream(self._secrets.stream(name))


def chargebacks(rules: RuleBook, secrets: Secrets, country: str = "US") -> Chargebacks:
    """Fact 29: an ordinary month, a wave of fraud, and what 3-D Secure and a strict screen make of the wave."""
    checkout = Checkout(_world(secrets))
    rows = rules.methods(country, rules.on)
    usual = Choice(tuple(row.method for row in rows), False, "off", FALSE_ALARMS_PPM)

    def ratio(choice: Choice, fraud_ppm: int) -> int:
        return _ratio(checkout, offer_of(rows, choice, rules.country(country)), fraud_ppm)

    return Chargebacks(
        ratio(usual, rules.country(country).fraud_ppm),
        ratio(usual, WAVE_PPM),
        ratio(replace(usual, three_ds="all"), WAVE_PPM),
        ratio(replace(usual, false_positive_ppm=STRICT_PPM), WAVE_PPM),
    )


def refusals(rules: RuleBook) -> Refusals:
    """Fact 33: parcels refused at the door, without and with a telephone call before they leave."""
    rows = [row for row in rules.payment_methods if row.kind == "cod" and row.holds(rules.on)]
    total = sum(row.share_ppm for row in rows)
    unconfirmed, confirmed = (
        sum(row.share_ppm * refusal_ppm(row, is_confirmed=called) for row in rows) // total for called in (False, True)
    )
    return Refusals(unconfirmed, confirmed)


def _ratio(checkout: Checkout, offer: Offer, fraud_ppm: int) -> int:
    good = [attempt for attempt in _tries(checkout, offer, 0) if _passes(attempt)]
    bad = [attempt for attempt in _tries(checkout, offer, PPM) if _passes(attempt)]
    share = fraud_ppm / PPM
    settled = (1 - share) * len(good) + share * len(bad)
    of_fraud = sum(dispute_chance("fraud", is_checked=attempt.is_checked) for attempt in bad)
    return int(((1 - share) * len(good) * _of_good() + share * of_fraud) / settled * PPM)


def _of_good() -> float:
    """Chance that the holder of a good card disputes: something went wrong and nobody helped, or for no reason."""
    defect = (DEFECTS + DAMAGED) * UNSETTLED * dispute_chance("defect", is_checked=False)
    lost = (LOST + VERY_LATE) * UNSETTLED * dispute_chance("lost", is_checked=False)
    return defect + lost + dispute_chance("friendly", is_checked=False)


def _tries(checkout: Checkout, offer: Offer, fraud_ppm: int) -> list[Attempt]:
    """The card orders among as many checkouts as it takes."""
    cards: list[Attempt] = []
    number = 0
    while len(cards) < ATTEMPTS:
        attempt = checkout.attempt(ids.child(0, "measured", number), offer, fraud_ppm)
        number += 1
        if attempt.method.kind == "card":
            cards.append(attempt)
    return cards


def _passes(attempt: Attempt) -> bool:
    return attempt.approved and not attempt.is_flagged


def _world(secrets: Secrets) -> Any:
    return _Chance(secrets)
