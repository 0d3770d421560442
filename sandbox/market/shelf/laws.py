"""Who looks at a listing, who clicks it and what it is worth to a shopper: the equations, each once.

Attractions are log-linear: attention by place in the search, times the chance of a click, times the exponential of
what the page says. Slopes come from meta-analyses where there are some: price from 1,851 elasticities (Bijmolt, van
Heerde and Pieters, 2005), number of reviews .236 (Babic Rosario et al., 2016), attention from published click shares
of search pages, promised days from trials of faster delivery (24-48 h against 5-7 d: +15 to +30 %); the valence of
stars, reference prices and the rest are chosen for teaching.
"""

from __future__ import annotations

from typing import Any

import numpy as np

from sandbox.kernel.detmath import det_exp, det_log
from sandbox.kernel.jit import njit

SENSES = (0.55, 0.85, 1.15, 1.45)
"""Price sense of four strata of shoppers, mean 1: chosen."""
TASTES = (-1.0, 1.0)
TASTE_WEIGHT = 0.25
"""What a listing's style is worth to the two tastes: chosen."""
STRATA = len(SENSES) * len(TASTES)
SENSE_OF = np.array([sense for sense in SENSES for _ in TASTES])
TASTE_OF = np.array([taste for _ in SENSES for taste in TASTES])

USUAL_STARS, USUAL_CONTENT, USUAL_DAYS = 4.3, 0.7, 5.0
CLICK_SHARE = 0.22
"""Click per look of a usual listing without reviews: chosen."""
CLICK_PART, PAGE_PART = 0.3, 0.7
"""Price, reviews and content work partly on the search page and partly on the listing's own."""
STARS, STARS_PART = 1.2, 0.5
REVIEWS, DAYS = 0.236, -0.03
GAIN, LOSS = 0.6, 0.9
"""Below and above the price people are used to; losses weigh 1.5 times as much."""
DUTY_DUE, FREE_SHIPPING, BADGE = -0.35, 0.15, 0.2
FILTER_STARS, FILTERED = 400, 0.75
"""Shoppers who filter by four stars do not see what is below."""
REFERENCE_PULL = 0.04
"""Part of the way that the usual price moves towards today's, each day."""

ATTENTION, PRICE, STAR, KNOWN, CONTENT, TIME, USUAL, PLUS, STYLE = range(9)
"""Rows of a market's terms."""
TERMS = 9


@njit
def attention(rank: int) -> float:
    """Share of searching shoppers who look at the listing at *rank* (1 is first); later pages are opened by few."""
    page = 1.0 if rank <= 16 else 0.20 if rank <= 32 else 0.12
    return det_exp(-1.2 * det_log(float(rank))) * page


@njit
def describe(numbers: Any, facts: Any, usual_price: float, terms: Any) -> None:
    """Turn what a listing shows into the terms of the equations.

    Args:
        numbers: (6, J) integers: rank, price, stars times 100, reviews, extra attention in ppm, whether it can be had.
        facts: (5, J): usual price of this listing, content 0-1, promised days, sum of flags, style.
        usual_price: Pcat, what the category costs.
        terms: (TERMS, J), filled.
    """
    for j in range(numbers.shape[1]):
        rank, price, stars, reviews, extra, there = numbers[:, j]
        look = attention(rank) + extra * 1e-6 if there and rank > 0 else 0.0
        if stars < FILTER_STARS:
            look = look * FILTERED
        terms[ATTENTION, j] = min(1.0, look)
        terms[PRICE, j] = det_log(price / usual_price)
        terms[STAR, j] = det_log(stars / 100.0 / USUAL_STARS)
        terms[KNOWN, j] = det_log(1.0 + reviews)
        terms[USUAL, j] = det_log(facts[0, j] / price)
        terms[CONTENT, j] = facts[1, j] - USUAL_CONTENT
        terms[TIME, j] = facts[2, j] - USUAL_DAYS
        terms[PLUS, j] = facts[3, j]
        terms[STYLE, j] = facts[4, j]


@njit
def click_chance(terms: Any, j: int, elasticity: float, sense: float) -> float:
    """Chance of a click of one who looks."""
    power = (-CLICK_PART * elasticity * sense * terms[PRICE, j] + STARS_PART * STARS * terms[STAR, j]
             + CLICK_PART * REVIEWS * terms[KNOWN, j] + CLICK_PART * terms[CONTENT, j])
    return min(0.6, CLICK_SHARE * det_exp(power))


@njit
def page_score(terms: Any, j: int, elasticity: float, sense: float, taste: float) -> float:
    """What the listing's page is worth to one who clicked, in log units."""
    usual = terms[USUAL, j]
    change = GAIN * usual if usual > 0.0 else LOSS * usual
    return (-PAGE_PART * elasticity * sense * terms[PRICE, j] + STARS_PART * STARS * terms[STAR, j]
            + PAGE_PART * REVIEWS * terms[KNOWN, j] + PAGE_PART * terms[CONTENT, j] + DAYS * terms[TIME, j]
            + change + terms[PLUS, j] + TASTE_WEIGHT * taste * terms[STYLE, j])


@njit
def weigh(terms: Any, elasticity: float, sense: Any, taste: Any, clicks: Any, weights: Any) -> None:
    """Attraction of each listing for each stratum, and clicks for each shopper.

    Args:
        terms: (TERMS, J) of :func:`describe`.
        elasticity: price elasticity of the category.
        sense: (K,) price sense of the strata.
        taste: (K,) their taste.
        clicks: (K, J), filled with clicks per shopper.
        weights: (K, J), filled with attractions.
    """
    for k in range(len(sense)):
        for j in range(terms.shape[1]):
            if terms[ATTENTION, j] <= 0.0:
                clicks[k, j] = weights[k, j] = 0.0
                continue
            clicks[k, j] = terms[ATTENTION, j] * click_chance(terms, j, elasticity, sense[k])
            weights[k, j] = clicks[k, j] * det_exp(page_score(terms, j, elasticity, sense[k], taste[k]))


@njit
def buy_chance(total: float, outside: float, mu: float) -> float:
    """``A**mu / (A**mu + A0**mu)``."""
    if total <= 0.0:
        return 0.0
    return 1.0 / (1.0 + det_exp(mu * (det_log(outside) - det_log(total))))


@njit
def expect(weights: Any, clicks: Any, outside: Any, mu: float, orders: Any, looks: Any) -> None:
    """Expected orders and clicks of one shopper whose stratum is not known: the strata are equally frequent.

    Args:
        weights: (K, J) attractions.
        clicks: (K, J) clicks per shopper.
        outside: (K,) attraction of buying nothing.
        mu: order of the nest.
        orders: (J,), filled with orders per shopper.
        looks: (J,), filled with clicks per shopper.
    """
    strata = len(outside)
    orders[:] = 0.0
    looks[:] = 0.0
    for k in range(strata):
        total = 0.0
        for j in range(weights.shape[1]):
            total += weights[k, j]
        share = buy_chance(total, outside[k], mu) / max(total, 1e-300) / strata
        for j in range(weights.shape[1]):
            orders[j] += weights[k, j] * share
            looks[j] += clicks[k, j] / strata


@njit
def outside_worth(weights: Any, target: float, mu: float, outside: Any) -> None:
    """A0 by stratum, so that *target* of all shoppers buy: ``A * ((1 - target) / target)**(1 / mu)``."""
    for k in range(len(outside)):
        total = 0.0
        for j in range(weights.shape[1]):
            total += weights[k, j]
        outside[k] = total * det_exp(det_log((1.0 - target) / target) / mu)
