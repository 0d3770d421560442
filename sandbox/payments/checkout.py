"""How a buyer pays: the method, the screen, the buyer's bank, one more try.

Every decision is a keyed draw of the order, so a better method or a milder screen never turns a success into a
failure.
"""

from __future__ import annotations

from typing import NamedTuple

from sandbox.kernel.calendar import HOUR
from sandbox.kernel.rule_rows import PaymentMethod
from sandbox.kernel.world import World
from sandbox.payments.offer import Offer
from sandbox.payments.screen import RISKY_PPM, score_ppm, signals

SOFT_SHARE = 0.7
"""Declines that a second try may turn: limits, timeouts, the bank's caution. Teaching value."""
RETRY_RECOVERS = 0.2
MISSING_STAYS = 0.5
"""Buyers who find another way when the one they like best is not offered: chosen."""
RETRIED = ("card", "wallet", "bnpl", "bank")


class Attempt(NamedTuple):
    """One checkout from the button to the answer."""

    method: PaymentMethod
    seconds: int
    """Until the first answer."""
    reason: str = ""
    """Why it failed in the end: ``method_missing``, ``bank``, ``not_checked`` or ``expired``; empty when it did not."""
    retry_seconds: int = 0
    """Until the answer to the second try; 0 when the first answer was for good."""
    is_fraud: bool = False
    is_checked: bool = False
    """The buyer's bank asked the buyer."""
    score_ppm: int = 1_000_000
    is_flagged: bool = False

    @property
    def approved(self) -> bool:
        """The bank pays in the end."""
        return not self.reason


def expected_success_ppm(offer: Offer) -> int:
    """Share of honest checkouts that end in a payment, as the rules of :class:`Checkout` have it."""
    if not offer.offered_ppm:
        return 0
    stay = (offer.total_ppm - offer.offered_ppm) * MISSING_STAYS
    paid = 0.0
    for row, auth, is_offered in offer.ways:
        if is_offered:
            again = (1 - auth) * SOFT_SHARE * RETRY_RECOVERS if row.kind in RETRIED else 0.0
            share = row.share_ppm + stay * row.share_ppm / offer.offered_ppm
            paid += share * (auth + again) * (_unhindered(offer) if row.kind == "card" else 1.0)
    return int(paid / offer.total_ppm * 1_000_000 + 0.5)


def _unhindered(offer: Offer) -> float:
    """Good card orders that neither the bank's question nor the screen stops."""
    choice = offer.choice
    asked = {"off": 0.0, "risky": RISKY_PPM / 1_000_000, "all": 1.0}[choice.three_ds]
    return (1 - asked * offer.challenge_loss) * (1 - choice.false_positive_ppm / 1_000_000)


class Checkout:
    """The draws of every checkout of a run."""

    def __init__(self, world: World) -> None:
        self._taste = world.stream("ctx.payments.method")
        self._pace = world.stream("ctx.payments.pace")
        self._fraud = world.stream("ctx.payments.fraud")
        self._signs = world.stream("ctx.payments.signals")
        self._bank = world.stream("out.payments.authorise")
        self._soft = world.stream("out.payments.soft")
        self._retry = world.stream("out.payments.retry")
        self._screen = world.stream("out.payments.screen")
        self._challenge = world.stream("out.payments.challenge")

    def attempt(self, order: int, offer: Offer, fraud_ppm: int) -> Attempt:
        """Try to pay *order* by what is offered; *fraud_ppm* of card orders use a stolen card."""
        liked = self._pick(order, offer)
        row, auth, is_offered = offer.ways[liked]
        seconds = 4 + self._pace.below(17, order)
        if not is_offered:
            if not offer.offered_ppm or not self._taste.happens(MISSING_STAYS, order, 1):
                return Attempt(row, seconds, "method_missing")
            row, auth, _ = offer.ways[self._pick_offered(order, offer)]
        if row.kind == "card":
            return self._by_card(order, row, auth, offer, fraud_ppm, seconds)
        if row.kind == "cod":
            return Attempt(row, seconds)
        if row.pay_delay_hours or row.kind == "voucher":
            return self._later(order, row, auth, seconds)
        return self._answer(order, Attempt(row, seconds), auth)

    def signals(self, order: int, *, is_fraud: bool) -> tuple[str, ...]:
        """What a reviewer notices about a flagged order."""
        return signals(self._signs, order, is_fraud=is_fraud)

    def _by_card(
        self, order: int, row: PaymentMethod, auth: float, offer: Offer, fraud_ppm: int, seconds: int
    ) -> Attempt:
        choice = offer.choice
        is_fraud = self._fraud.unit(order) * 1_000_000 < fraud_ppm
        score = score_ppm(self._screen.unit(order), is_fraud=is_fraud)
        is_checked = choice.three_ds == "all" or (choice.three_ds == "risky" and score < RISKY_PPM)
        attempt = Attempt(row, seconds, "", 0, is_fraud, is_checked, score, score < choice.false_positive_ppm)
        if is_checked and not is_fraud and self._challenge.happens(offer.challenge_loss, order):
            return attempt._replace(reason="not_checked")
        return self._answer(order, attempt, auth)

    def _answer(self, order: int, attempt: Attempt, auth: float) -> Attempt:
        """The bank's answer, and the second one after a soft decline."""
        if self._bank.happens(auth, order):
            return attempt
        if attempt.method.kind not in RETRIED or not self._soft.happens(SOFT_SHARE, order):
            return attempt._replace(reason="bank")
        again = 10 + self._pace.below(21, order, 1)
        if self._retry.happens(RETRY_RECOVERS, order):
            return attempt._replace(retry_seconds=again)
        return attempt._replace(reason="bank", retry_seconds=again)

    def _later(self, order: int, row: PaymentMethod, auth: float, seconds: int) -> Attempt:
        """A voucher is paid at a counter some time before it lapses, or never."""
        lapses = seconds + row.pay_delay_hours * HOUR
        if not self._bank.happens(auth, order):
            return Attempt(row, lapses, "expired")
        paid_at = HOUR + self._pace.below(max(1, lapses - HOUR), order, 2)
        return Attempt(row, min(paid_at, lapses))

    def _pick(self, order: int, offer: Offer) -> int:
        """The way to pay that this buyer likes best."""
        place = self._taste.below(offer.total_ppm, order)
        for number, way in enumerate(offer.ways):
            place -= way.row.share_ppm
            if place < 0:
                return number
        return len(offer.ways) - 1

    def _pick_offered(self, order: int, offer: Offer) -> int:
        """The way to pay of a buyer whose favourite is missing."""
        place = self._taste.below(offer.offered_ppm, order, 2)
        found = 0
        for number, way in enumerate(offer.ways):
            if way.is_offered:
                found = number
                place -= way.row.share_ppm
                if place < 0:
                    break
        return found
