"""What a purchase costs, how long it takes and what an inspector may accept: plain functions.

The price tiers, deposit and spreads are set for teaching, from what business-to-business platforms commonly show.
"""

from __future__ import annotations

from collections.abc import Callable

from sandbox.kernel.calendar import DAY
from sandbox.kernel.detmath import det_exp, det_log
from sandbox.kernel.money import PPM, half_up, share
from sandbox.kernel.scenario_market import Quote

FACTORIES = "CN"
"""Where every supplier of a scenario is, and the country whose holidays stop it. Chosen."""
TIERS = ((1, PPM), (2, 950_000), (5, 910_000))
"""(times the minimum, price): 5 % less at twice the minimum, 9 % less at five times. Chosen."""
DEPOSIT_PPM = 300_000
"""Thirty per cent with the order, seventy when the goods are handed over: the usual terms of trade."""
INSPECTION_UNIT = 100
"""Fee per opened unit, minor units of the shop's currency. Chosen."""
SLIP_PPM = 1_500_000
"""A purchase order that does not keep its time takes half as long again. Chosen."""
LOT_SIGMA = 0.5
"""Spread of a lot's share of defects around the supplier's own, as a lognormal of the same mean. Chosen."""
LOT_QUALITY_SPREAD = 30_000
"""Standard deviation of a lot's quality around the supplier's own, ppm. Chosen."""
MOST_DEFECTS = 0.5
SORTED_PPM = 400_000
"""Sorting a lot finds six defects of ten. Chosen."""
ACCEPTANCE = (
    (5, 0), (20, 1), (32, 2), (50, 3), (80, 5), (125, 7), (200, 10), (315, 14), (500, 21),
)
"""(sample size, acceptance number): ISO 2859-1, single sampling, normal inspection, AQL 2.5."""
LONGEST = 400
"""Days after which even a stopped factory has delivered: a guard for calendars that never work."""


def unit_cost(quote: Quote, units: int) -> int:
    """Price of one unit in an order of *units*, shop currency."""
    price = PPM
    for times, tier in TIERS:
        if units >= times * quote.minimum:
            price = tier
    return share(quote.unit_cost, price)


def tiers(quote: Quote) -> tuple[tuple[int, int], ...]:
    """(units from which it holds, price of one unit) of every tier."""
    return tuple((times * quote.minimum, share(quote.unit_cost, price)) for times, price in TIERS)


def deposit(price: int) -> int:
    """What is due with the order."""
    return share(price, DEPOSIT_PPM)


def acceptance_number(inspected: int) -> int:
    """Most defects a sample may show and still pass: that of the largest plan not above *inspected*."""
    return max((number for size, number in ACCEPTANCE if size <= inspected), default=0)


def work_days(quote: Quote, normal: float, *, slips: bool) -> float:
    """Days of production of one order: lognormal around the quoted median, half as long again if it slips."""
    days = quote.lead_days * det_exp(quote.lead_sigma / PPM * normal)
    return days * SLIP_PPM / PPM if slips else days


def finished(start: int, days: float, share_of_day: Callable[[int], tuple[int, int]]) -> int:
    """Second at which *days* of work begun at *start* are done.

    Args:
        start: second of the run.
        days: working days needed at full speed.
        share_of_day: second to (speed of the local day in ppm, first second of the next).
    """
    left = int(days * DAY) * PPM
    now = start
    while now < start + LONGEST * DAY:
        speed, midnight = share_of_day(now)
        done = (midnight - now) * speed
        if done >= left:
            return now + -(-left // speed) if speed else now
        left -= done
        now = midnight
    return now


def lot_defect(quote: Quote, normal: float) -> int:
    """Share of defects of one lot, ppm: lognormal with the supplier's own share as its mean."""
    factor = det_exp(LOT_SIGMA * normal - LOT_SIGMA * LOT_SIGMA / 2)
    return int(min(MOST_DEFECTS, quote.defect / PPM * factor) * PPM)


def lot_quality(quote: Quote, normal: float) -> int:
    """Quality of one lot, ppm."""
    return min(PPM, max(0, quote.quality + int(LOT_QUALITY_SPREAD * normal)))


def defects_in(sample: int, defect_ppm: int, uniform: float) -> int:
    """Defects among *sample* units: binomial by inverse distribution, so a worse lot never shows fewer."""
    if defect_ppm == 0:
        return 0
    p = defect_ppm / PPM
    mass = det_exp(sample * det_log(1.0 - p))
    total = mass
    count = 0
    while uniform > total and count < sample:
        count += 1
        mass *= p / (1.0 - p) * (sample - count + 1) / count
        total += mass
    return count


def log_ppm(ratio_ppm: int) -> int:
    """Natural logarithm of a ratio in ppm, in ppm."""
    return half_up(int(det_log(ratio_ppm / PPM) * PPM * 10), 10)
