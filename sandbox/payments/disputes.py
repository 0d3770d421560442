"""Which orders end in a dispute, when, and who wins it. Only card payments can be charged back."""

from __future__ import annotations

from sandbox.kernel.calendar import DAY
from sandbox.kernel.detmath import det_exp, logistic
from sandbox.kernel.world import World

RISK = {"fraud": 0.8, "lost": 0.25, "late": 0.25, "defect": 0.06, "not_as_described": 0.06, "friendly": 0.0012}
"""Chance that the buyer (or the holder of the stolen card) goes to the bank, by reason."""
LIABILITY_SHIFT = 0.15
"""What is left of fraud disputes where the bank checked the buyer itself (strong customer authentication)."""
CHECKED_TERRITORIES = ("EU", "GB")
FEE_USD = 1500
"""Fee for every dispute, won or lost, where the fee card names none; US cents."""
ANSWER_DAYS = 10
WIN_BASE = -1.3
"""Log-odds to win without any evidence: about one in five."""
_REASONS = tuple(RISK)


class Disputes:
    """The draws of every dispute of a run."""

    def __init__(self, world: World) -> None:
        self._risk = world.stream("out.payments.dispute")
        self._delay = world.stream("out.payments.dispute_delay")
        self._verdict = world.stream("out.payments.dispute_verdict")

    def arises(self, order: int, reason: str, territory: str) -> bool:
        """Whether *reason* makes this buyer go to the bank.

        Raises:
            ValueError: a reason that is not in the table.
        """
        if reason not in RISK:
            raise ValueError(f"expected one of {', '.join(_REASONS)}, got {reason!r}")
        chance = RISK[reason]
        if reason == "fraud" and territory in CHECKED_TERRITORIES:
            chance *= LIABILITY_SHIFT
        return self._risk.happens(chance, order, _REASONS.index(reason))

    def delay(self, order: int) -> int:
        """Seconds until the bank tells the shop: lognormal, median 25 days, at most 120."""
        days = 25 * det_exp(0.5 * self._delay.normal(order))
        return max(1, int(DAY * min(days, 120.0)))

    def won(self, order: int, evidence: int = 0) -> bool:
        """Whether the shop wins with so many pieces of evidence."""
        return self._verdict.happens(logistic(WIN_BASE + 0.5 * evidence), order)
