"""A count model of orders per day: weekday factors, a level that may drift, negative binomial spread.

``y_t ~ NB(mu_t, alpha)`` with ``Var y = mu + alpha mu^2`` (the NB2 model: Cameron and Trivedi, Regression Analysis of
Count Data, ch. 3) and ``ln mu_t = level + weekday[w] + slope * t``. Fitted by maximum likelihood; older days may weigh
less, and weekday effects are pulled to zero a little, so that a short file gives no wild ones.
"""

from __future__ import annotations

from typing import Any

import numpy as np
from msgspec import Struct
from scipy import optimize, special, stats

from scenarios.fitting.daily import Days, open_weekdays

PULL = 2.0
"""Weight of the prior on weekday effects (standard deviation .5 in logarithms; chosen)."""
DAMPING = 0.95
"""What is left of the slope each day ahead (damped trend, Gardner and McKenzie 1985; value chosen)."""
USUAL_ALPHA, ALPHA_PULL = 0.1, 0.2
"""Overdispersion is pulled, very little, towards a usual one (standard deviation 1.6 in logarithms; chosen)."""
SLOPE_PULL = 1e5
"""Weight of the prior on the trend (standard deviation .2 % a day; chosen)."""
NO_HALF_LIFE = 10_000.0


class Rhythm(Struct, frozen=True):
    """A fitted count model."""

    level: float
    """Logarithm of the orders on an average open weekday, at the last fitted day."""
    weekday: Any
    """Seven effects in logarithms, mean zero over the open weekdays; -inf on a weekday on which the shop is shut."""
    slope: float
    """Change of the logarithm a day; 0 where there is no trend in the model."""
    alpha: float
    """Overdispersion."""
    half_life: float
    trend: bool

    def ahead(self, weekdays: Any) -> Any:
        """Expected orders on the days after the last fitted one, given their weekdays."""
        steps = np.arange(1, len(weekdays) + 1)
        drift = self.slope * DAMPING * (1 - DAMPING**steps) / (1 - DAMPING)
        return np.exp(self.level + drift + self.weekday[weekdays])

    def index(self) -> list[float]:
        """Weekday factors from Monday, mean one over the open weekdays."""
        factors = np.exp(self.weekday)
        return [round(float(factor), 4) for factor in factors / factors[factors > 0].mean()]


def fit_rhythm(days: Days, half_life: float = NO_HALF_LIFE, trend: bool = False) -> Rhythm:
    """Fit the model to *days*, pauses and shut weekdays left out."""
    is_open = open_weekdays(days)
    rows = ~days.shut & is_open[days.weekday]
    age = (np.arange(len(days.orders)) - (len(days.orders) - 1))[rows].astype(float)
    y, weekday = days.orders[rows], days.weekday[rows]
    weight = 0.5 ** (-age / half_life)
    start = np.concatenate([[np.log(max(np.average(y, weights=weight), 0.1))], np.zeros(8), [np.log(0.2)]])

    def loss(theta: Any) -> tuple[float, Any]:
        return _loss(theta, y, weekday, age, weight, trend)

    found = optimize.minimize(loss, start, jac=True, method="BFGS", options={"gtol": 1e-3}).x
    effects = np.where(is_open, found[1:8], 0.0)
    mean = np.log(np.exp(effects[is_open]).mean()) if is_open.any() else 0.0
    return Rhythm(float(found[0] + mean), np.where(is_open, effects - mean, -np.inf),
                  float(found[8]) if trend else 0.0, float(np.exp(found[9])), half_life, trend)


def _loss(theta: Any, y: Any, weekday: Any, age: Any, weight: Any, trend: bool) -> tuple[float, Any]:
    """Weighted negative log likelihood of NB2 with its gradient."""
    effects, slope, alpha = theta[1:8], theta[8], np.exp(np.clip(theta[9], -12, 4))
    off = theta[9] - np.log(USUAL_ALPHA)
    mu = np.exp(np.clip(theta[0] + effects[weekday] + (slope * age if trend else 0.0), -20, 20))
    r = 1 / alpha
    value = (special.gammaln(y + r) - special.gammaln(r) - special.gammaln(y + 1)
             + r * np.log(r / (r + mu)) + y * np.log(mu / (r + mu)))
    d_mu = (y - mu) * r / (r + mu)
    d_r = special.digamma(y + r) - special.digamma(r) + np.log(r / (r + mu)) + 1 - (r + y) / (r + mu)
    gradient = np.zeros(10)
    gradient[0] = (weight * d_mu).sum()
    gradient[1:8] = np.bincount(weekday, weights=weight * d_mu, minlength=7) - 2 * PULL * effects
    gradient[8] = (weight * d_mu * age).sum() - 2 * SLOPE_PULL * slope if trend else 0.0
    gradient[9] = (weight * d_r).sum() * -r - 2 * ALPHA_PULL * off
    total = (weight * value).sum() - PULL * (effects**2).sum() - ALPHA_PULL * off**2
    total -= SLOPE_PULL * slope**2 if trend else 0.0
    return -total, -gradient


def interval(mu: Any, alpha: float, share: float = 0.8) -> tuple[Any, Any]:
    """The central *share* of NB(mu, alpha), both ends inside; 0 where nothing is expected."""
    r = 1 / alpha
    safe = np.maximum(mu, 1e-9)
    low = stats.nbinom.ppf((1 - share) / 2, r, r / (r + safe))
    high = stats.nbinom.ppf((1 + share) / 2, r, r / (r + safe))
    return np.where(mu > 0, low, 0.0), np.where(mu > 0, high, 0.0)
