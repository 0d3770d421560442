"""In which order a platform shows the listings of a search: sales, conversion, stars, punctuality, words, newness.

Real platforms do not publish their weights; these are chosen. What sold is taken as expected, not as it fell out, so
that luck in orders does not leak into tomorrow's traffic.
"""

from __future__ import annotations

from typing import Any

import numpy as np

from sandbox.kernel.detmath import det_exp, det_log
from sandbox.kernel.jit import njit

SALES, CONVERSION, RATING, PUNCTUAL, WORDS, WEEK, NEW, STRIKE = 0.45, 0.20, 0.10, 0.10, 0.15, 0.05, 0.6, -1.5
NEW_DAYS = 10.0
SALES_DAYS = 7
PRIOR_CLICKS = 50.0
"""So many clicks at the market's mean stand for what is not known of a listing's conversion yet."""


@njit
def _add_standardised(values: Any, listed: Any, weight: float, scores: Any) -> None:
    """Add *weight* times how many standard deviations each listed value lies above their mean."""
    count, total, squares = 0, 0.0, 0.0
    for j in range(len(values)):
        if listed[j]:
            count += 1
            total += values[j]
    if count < 2:
        return
    mean = total / count
    for j in range(len(values)):
        if listed[j]:
            squares += (values[j] - mean) * (values[j] - mean)
    deviation = np.sqrt(squares / count)
    for j in range(len(values)):
        if listed[j] and deviation > 1e-9:
            scores[j] += weight * (values[j] - mean) / deviation


@njit
def score(sold: Any, clicked: Any, facts: Any, listed: Any, scores: Any) -> None:
    """The S of every listed listing.

    Args:
        sold: (14, J) expected orders of the last days, the latest first; sales count for seven days.
        clicked: (14, J) expected clicks; conversion counts for fourteen days.
        facts: (6, J): stars, share delivered on time, coverage of the search words 0-1, the week's noise, age in days,
            strikes.
        listed: (J,) whether it stands in the search.
        scores: (J,), filled.
    """
    scores[:] = 0.0
    logs, orders, clicks = np.zeros(len(listed)), np.zeros(len(listed)), np.zeros(len(listed))
    all_orders, all_clicks = 0.0, PRIOR_CLICKS
    for j in range(len(listed)):
        week = 0.0
        for day in range(len(sold)):
            week += sold[day, j] if day < SALES_DAYS else 0.0
            orders[j] += sold[day, j]
            clicks[j] += clicked[day, j]
        logs[j] = det_log(1.0 + week)
        all_orders += orders[j]
        all_clicks += clicks[j]
    rates = (orders + PRIOR_CLICKS * all_orders / all_clicks) / (clicks + PRIOR_CLICKS)
    _add_standardised(logs, listed, SALES, scores)
    _add_standardised(rates, listed, CONVERSION, scores)
    _add_standardised(facts[0], listed, RATING, scores)
    _add_standardised(facts[1], listed, PUNCTUAL, scores)
    for j in range(len(listed)):
        scores[j] += (WORDS * facts[2, j] + WEEK * facts[3, j] + NEW * det_exp(-facts[4, j] / NEW_DAYS)
                      + STRIKE * facts[5, j])


@njit
def ranks(scores: Any, listed: Any, ids: Any, places: Any) -> None:
    """Fill *places* with places from 1 by falling score in millionths, ties by id; 0 for what is not listed."""
    for j in range(len(ids)):
        places[j] = 0
        if not listed[j]:
            continue
        places[j] = 1
        own = np.floor(scores[j] * 1e6)
        for other in range(len(ids)):
            if listed[other] and other != j:
                rival = np.floor(scores[other] * 1e6)
                places[j] += rival > own or (rival == own and ids[other] < ids[j])
