"""How the scores of one indicator add up over teaching weeks.

One closed form, a Gaussian update with forgetting, small enough to check by hand::

    d(a) = 2 ** (-a / half_life)                 what is left of a weight after a weeks
    R(n) = s_b**2 + s_w**2 / n                   variance of one observation of n opportunities
    P(t) = d(t-t0)/tau**2 + sum_j d(t-t_j)/R(n_j)
    m(t) = [mu0*d(t-t0)/tau**2 + sum_j d(t-t_j)*y_j/R(n_j)] / P(t)
    sd(t) = min(tau, P(t) ** -1/2)

Prior and evidence age together, so the mean of an idle student stays where it is and only the doubt grows,
up to the prior's. Sums are exactly rounded, so neither the order of observations nor how they were batched
can move a digit.

Source: conjugate normal update (Gelman et al., Bayesian Data Analysis, ch. 2) with exponential forgetting;
grading/README.md says what the defaults are worth.
"""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass

from sandbox.kernel.detmath import det_exp

LN_2 = 0.6931471805599453


@dataclass(frozen=True, slots=True, kw_only=True)
class Parameters:
    """The numbers of the estimator. Project defaults: no source gives them, a site replaces them."""

    prior_mean: float = 50.0
    """What is believed of a student nobody has seen, 0 to 100."""
    prior_sd: float = 15.0
    """How little that belief is worth, in points."""
    between_session_sd: float = 18.0
    """Good and bad days, in points."""
    within_opportunity_sd: float = 30.0
    """Noise of a single opportunity, in points."""
    n_cap: float = 50.0
    """More opportunities than this in a session count as this many: they are not independent proofs."""
    half_life_weeks: float | None = 6.0
    """Teaching weeks after which evidence weighs half; None never forgets."""
    indicator_error_correlation: float = 0.3
    """Indicators of one session share their bad day."""
    interval_z: float = 1.6449
    """Half width of the printed interval in standard deviations: 90 %."""


@dataclass(frozen=True, slots=True)
class Score:
    """One observation as the estimator sees it."""

    week: float
    """Teaching week."""
    y: float
    """Score, 0 to 100."""
    n: float
    """Opportunities behind it, above zero."""


@dataclass(frozen=True, slots=True)
class Estimate:
    """A value and its doubt, in points."""

    mean: float
    sd: float

    def interval(self, z: float) -> tuple[float, float]:
        """Bounds at *z* standard deviations, clipped to 0 and 100: for showing, never for reckoning."""
        return max(0.0, self.mean - z * self.sd), min(100.0, self.mean + z * self.sd)


@dataclass(frozen=True, slots=True)
class Weighted:
    """The estimate of one indicator and its weight inside a competence."""

    weight: float
    estimate: Estimate


def observation_variance(n: float, parameters: Parameters) -> float:
    """Variance of one observation of *n* opportunities, ``s_b**2 + s_w**2 / n``.

    Raises:
        ValueError: *n* is not above zero; nothing was observed then, which is not a score of zero.
    """
    if not n > 0:
        raise ValueError(f"expected opportunities above zero, got {n!r}")
    counted = min(n, parameters.n_cap)
    return parameters.between_session_sd**2 + parameters.within_opportunity_sd**2 / counted


def estimate(scores: Iterable[Score], now: float, parameters: Parameters) -> Estimate | None:
    """Mean and doubt of one indicator at teaching week *now*.

    Observations of later weeks are left out, so the same history gives the picture of any past week.
    None when nothing has been observed by then.
    """
    seen = [score for score in scores if score.week <= now]
    if not seen:
        return None
    first = min(score.week for score in seen)
    prior_weight = _left(now - first, parameters) / parameters.prior_sd**2
    weights = [_left(now - s.week, parameters) / observation_variance(s.n, parameters) for s in seen]
    precision = math.fsum([prior_weight, *weights])
    pulled = [weight * score.y for weight, score in zip(weights, seen, strict=True)]
    mean = math.fsum([prior_weight * parameters.prior_mean, *pulled]) / precision
    return Estimate(mean, min(parameters.prior_sd, 1 / math.sqrt(precision)))


def combine(parts: Iterable[Weighted], correlation: float) -> Estimate | None:
    """One value out of several that share *correlation* of their error; None when there are none.

    ``C = sum a_i*m_i`` and ``var = (1-rho)*sum (a_i*sd_i)**2 + rho*(sum a_i*sd_i)**2``, the a_i summing to 1.
    """
    listed = list(parts)
    if not listed:
        return None
    total = math.fsum(part.weight for part in listed)
    shares = [(part.weight / total, part.estimate) for part in listed]
    mean = math.fsum(share * e.mean for share, e in shares)
    spread = [share * e.sd for share, e in shares]
    alone, together = math.fsum(s * s for s in spread), math.fsum(spread) ** 2
    return Estimate(mean, math.sqrt((1 - correlation) * alone + correlation * together))


def _left(age: float, parameters: Parameters) -> float:
    """What is left of a weight after *age* teaching weeks."""
    half_life = parameters.half_life_weeks
    # Not `2 ** x`: the C library's power differs in the last bit between machines, an appeal must not.
    return 1.0 if half_life is None else det_exp(-age / half_life * LN_2)
