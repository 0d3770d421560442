"""How a buyer pays: the method, the bank's answer, one more try, and the fraud screen.

Every decision is a keyed draw of the order, so a better method or screen never turns a success into a failure. Cash
on delivery is not offered; its shoppers choose among the other methods of their country in the same proportions.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from sandbox.kernel.calendar import HOUR
from sandbox.kernel.draws import Stream
from sandbox.kernel.money import PPM, share
from sandbox.kernel.rule_rows import PaymentMethod, PlatformFee
from sandbox.kernel.world import World

SOFT_SHARE = 0.7
"""Declines that a second try may turn: limits, timeouts, the bank's caution. Teaching value."""
RETRY_RECOVERS = 0.2
FALSE_ALARMS = 0.005
"""Good card orders that the screen stops."""
FRAUD_CAUGHT = 0.4517
"""Share of fraud stopped at that rate of false alarms: ``FALSE_ALARMS ** 0.15``, a screen with an AUC of .87."""


class Attempt(NamedTuple):
    """One checkout from the button to the answer."""

    method: PaymentMethod
    seconds: int
    """Until the bank's first answer."""
    approved: bool
    """In the end."""
    fraud: bool
    """A stolen card that got through."""
    retry_seconds: int = 0
    """Until the answer to the second try; 0 when the first answer was for good."""


class Fees(NamedTuple):
    """What the platform takes of one sale, in the buyer's currency."""

    commission: int
    payment: int

    @property
    def total(self) -> int:
        """Both together."""
        return self.commission + self.payment


class Checkout:
    """The draws of every checkout of a run."""

    def __init__(self, world: World) -> None:
        self._taste = world.stream("ctx.payments.method")
        self._pace = world.stream("ctx.payments.pace")
        self._fraud = world.stream("ctx.payments.fraud")
        self._bank = world.stream("out.payments.authorise")
        self._soft = world.stream("out.payments.soft")
        self._retry = world.stream("out.payments.retry")
        self._screen = world.stream("out.payments.screen")

    def attempt(self, order: int, methods: Sequence[PaymentMethod], fraud_ppm: int) -> Attempt:
        """Try to pay *order* by one of *methods*; *fraud_ppm* of card orders use a stolen card."""
        method = pick(methods, self._taste, order)
        seconds = method.pay_delay_hours * HOUR + 4 + self._pace.below(17, order)
        is_card = method.kind == "card"
        fraud = is_card and self._fraud.happens(fraud_ppm / PPM, order)
        if is_card and self._screen.happens(FRAUD_CAUGHT if fraud else FALSE_ALARMS, order):
            return Attempt(method, seconds, False, False)
        if self._bank.happens(method.auth_ppm / PPM, order):
            return Attempt(method, seconds, True, fraud)
        if not self._soft.happens(SOFT_SHARE, order):
            return Attempt(method, seconds, False, False)
        recovers = self._retry.happens(RETRY_RECOVERS, order)
        return Attempt(method, seconds, recovers, fraud and recovers, 10 + self._pace.below(21, order, 1))


def pick(methods: Sequence[PaymentMethod], taste: Stream, order: int) -> PaymentMethod:
    """The method this buyer likes best among those offered."""
    offered = [row for row in methods if row.kind != "cod"]
    place = taste.below(sum(row.share_ppm for row in offered), order)
    for row in offered:
        place -= row.share_ppm
        if place < 0:
            return row
    return offered[-1]


def fees_of(card: PlatformFee, net: int, paid: int, fixed: int, is_card: bool) -> Fees:
    """What the fee card takes.

    Args:
        card: the row for this order.
        net: paid less tax: what commission is reckoned on.
        paid: all the buyer pays: what the payment fee is reckoned on.
        fixed: the card's fixed payment fee in the buyer's currency.
        is_card: a card of another country costs more.
    """
    payment_ppm = card.payment_ppm + (card.foreign_card_ppm if is_card else 0)
    return Fees(share(net, card.commission_ppm + card.transaction_ppm), share(paid, payment_ppm) + fixed)
