"""How long the legs of a journey take, and what share comes after a promise.

Handling is a gamma of shape 2 (two exponentials), line haul is lognormal around the carrier's median, clearance is
exponential, the last mile a gamma of shape 2. Medians and spreads are the carrier's row and the country's row; their
sources stand in those tables. Everything here turns standard draws into whole seconds.
"""

from __future__ import annotations

from bisect import bisect_right
from functools import cache

from sandbox.kernel.calendar import DAY
from sandbox.kernel.detmath import det_exp, det_log, normal_quantile
from sandbox.kernel.money import PPM
from sandbox.kernel.rule_rows import CarrierService, Country

HANDLING_DAYS = 0.3
"""Mean of each of the two steps of sorting at the origin; waiting for the bench and the cut-off comes on top."""
EXPORT_DAYS = 0.3
SECOND_ATTEMPT = 3 * DAY // 2
FIRST_ATTEMPT_FAILS = 0.08
BENCH_DAYS = 0.75
"""Mean wait for bench and cut-off, taken for the estimate only; the real one is simulated."""
HELD_MEDIAN, HELD_SIGMA = 4.0, 0.6
"""Days of a hold: median, and spread of the logarithm. Chosen."""
SAMPLES = 400
_BASES = (2, 3, 5, 7, 11, 13, 17, 19)


def handling(first: float, second: float, factor_ppm: int) -> int:
    """Seconds of sorting at the origin, from two standard exponentials."""
    return _seconds((first + second) * HANDLING_DAYS * factor_ppm / PPM)


def export_clearance(wait: float) -> int:
    """Seconds of export clearance without a hold, from a standard exponential."""
    return _seconds(wait * EXPORT_DAYS)


def export_hold(share: float) -> int:
    """Seconds a held export list waits: one to three days, from a uniform."""
    return _seconds(1.0 + 2.0 * share)


def line_haul(deviation: float, row: CarrierService, congestion_ppm: int) -> int:
    """Seconds between the two countries (or of the whole local delivery), from a standard normal."""
    days = row.median_milliday / 1000 * det_exp(row.sigma_ppm / PPM * deviation)
    return _seconds(days * (congestion_ppm / PPM))


def green_clearance(wait: float, country: Country) -> int:
    """Seconds at import customs without a hold, from a standard exponential."""
    return _seconds(wait * (country.green_milliday / 1000))


def held_clearance(deviation: float) -> int:
    """Seconds of a hold: lognormal, from a standard normal."""
    return _seconds(HELD_MEDIAN * det_exp(HELD_SIGMA * deviation))


def last_mile(first: float, second: float, row: CarrierService) -> int:
    """Seconds from clearance to the first attempt, from two standard exponentials."""
    return _seconds((first + second) * (row.last_mile_milliday / 2000))


def late_share_ppm(row: CarrierService, country: Country, promise_days: int) -> int:
    """Share of parcels that come after *promise_days*, by the same laws on a fixed grid of points; no luck in it."""
    times = _times(row, country)
    return (SAMPLES - bisect_right(times, promise_days * DAY)) * PPM // SAMPLES


@cache
def _times(row: CarrierService, country: Country) -> tuple[int, ...]:
    return tuple(sorted(_door_to_door(row, country, point) for point in range(1, SAMPLES + 1)))


def _door_to_door(row: CarrierService, country: Country, point: int) -> int:
    """One journey at the *point*-th place of a Halton grid."""
    u = [_van_der_corput(point, base) for base in _BASES]
    e = [-det_log(1.0 - share) for share in u]
    total = _seconds(BENCH_DAYS) + handling(e[0], e[1], row.handling_factor_ppm)
    total += line_haul(normal_quantile(u[2]), row, PPM)
    if row.channel != "domestic":
        total += export_clearance(e[3]) + green_clearance(e[4], country)
        total += last_mile(e[5], e[6], row)
    return total + (SECOND_ATTEMPT if u[7] < FIRST_ATTEMPT_FAILS else 0)


def _van_der_corput(point: int, base: int) -> float:
    value, scale = 0.0, 1.0
    while point:
        point, digit = divmod(point, base)
        scale = scale / base
        value = value + digit * scale
    return value


def _seconds(days: float) -> int:
    return max(1, int(days * DAY + 0.5))
