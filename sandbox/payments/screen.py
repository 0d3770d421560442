"""The screen against fraud: a score for every card order, and what a reviewer sees of the flagged ones.

A screen that stops the share *f* of good orders stops ``f ** 0.15`` of the stolen cards: a power curve with an area
of .87 below it, chosen as that of an ordinary rule-based screen. In one number for each order: the score says what
share of good orders looks worse; it is uniform for good orders, and ``u ** (1/.15)`` of the same draw for bad ones. An
order is flagged when its score is below *f*, so a stricter screen never lets through what a milder one stopped.
"""

from __future__ import annotations

from sandbox.kernel.detmath import det_exp, det_log
from sandbox.kernel.draws import Stream

ROC_EXPONENT = 0.15
FALSE_ALARMS_PPM = 5_000
"""Good card orders that the screen stops where nobody sets it: chosen."""
RISKY_PPM = 100_000
"""With 3-D Secure for risky orders, those with a lower score are checked: a tenth of the good ones. Chosen."""
REVIEW_HOURS = 24
"""After so long a flagged order that nobody has looked at is refused: chosen."""
SIGNALS = ("address_mismatch", "new_account", "foreign_device")
SIGNAL_PPM = {"address_mismatch": (600_000, 80_000), "new_account": (700_000, 250_000),
              "foreign_device": (500_000, 100_000)}
"""How often a reviewer sees each sign with a stolen card, and with a good one. Chosen: each alone says little."""


def score_ppm(draw: float, *, is_fraud: bool) -> int:
    """Share of good orders that look worse than this one, from its uniform *draw*."""
    score = det_exp(det_log(draw) / ROC_EXPONENT) if is_fraud else draw
    return int(score * 1_000_000)


def caught_ppm(false_alarms_ppm: int) -> int:
    """Share of fraud stopped at a share of false alarms: the curve itself."""
    if false_alarms_ppm <= 0:
        return 0
    return int(det_exp(ROC_EXPONENT * det_log(false_alarms_ppm / 1_000_000)) * 1_000_000)


def signals(draws: Stream, order: int, *, is_fraud: bool) -> tuple[str, ...]:
    """What a reviewer notices about an order. Good orders show signs too, and bad ones none at times."""
    return tuple(
        name for number, name in enumerate(SIGNALS)
        if draws.happens(SIGNAL_PPM[name][0 if is_fraud else 1] / 1_000_000, order, number)
    )
