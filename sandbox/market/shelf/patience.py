"""How long a shopper looks before going home with nothing, and the tables a race against that time needs.

Shoppers choose by a nested logit: with attraction A of all listings and A0 of buying nothing, the chance of buying is
``A**mu / (A**mu + A0**mu)``, and listing j gets its part G_j of A. The same law as a race: listing j arrives at rate
G_j, the first one to arrive is bought, unless the shopper's patience ends before. Patience then has the Mittag-Leffler
law of order mu and scale 1/A0, which is an exponential times a function of one uniform (T. Kozubowski and S. Rachev,
"Univariate geometric stable laws", Journal of Computational Analysis and Applications 1, 1999). So listings never meet
in the arithmetic, and a change of one moves nobody but those who choose it.
"""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from sandbox.kernel.detmath import det_exp, det_log
from sandbox.kernel.jit import njit

MU = 0.35
"""Share of a missing listing's demand that is lost to the market; the rest goes to rivals: chosen, in the range of
stock-out studies (60-75 % go to another offer)."""
BINS = 1024
"""Steps in which the uniform behind patience is taken; the chance of buying is then right to 1e-7."""
_PI = 3.141592653589793


def _sine(x: float) -> float:
    """Sine for ``|x| <= 2`` by its series."""
    term = total = x
    for k in range(2, 28, 2):
        term = -term * x * x / (k * (k + 1))
        total = total + term
    return total


def _cosine(x: float) -> float:
    """Cosine for ``|x| <= 2`` by its series."""
    term = total = 1.0
    for k in range(1, 27, 2):
        term = -term * x * x / (k * (k + 1))
        total = total + term
    return total


@cache
def spread(mu: float = MU) -> NDArray[np.float64]:
    """``(sin(mu pi) / tan(mu pi u) - cos(mu pi))**(1/mu)`` in the middle of each of :data:`BINS` steps of u."""
    angle = mu * _PI
    sine, cosine = _sine(angle), _cosine(angle)
    rows = []
    for step in range(BINS):
        part = angle * (step + 0.5) / BINS
        inner = sine * _cosine(part) / _sine(part) - cosine
        rows.append(det_exp(det_log(inner) / mu))
    return np.array(rows)


class Base(NamedTuple):
    """The fixed part of a race, by stratum of shoppers: it never changes while a run lasts.

    Proposals come at a fixed rate from listings with fixed weights; each carries a mark, and a listing accepts a share
    of its own proposals, as much as it is worth today.
    """

    gate: NDArray[np.int32]
    """(K, BINS) of 2**31: below it, the first proposal comes before patience ends."""
    cut: NDArray[np.int32]
    """(K, M) of 2**22: below it a proposal belongs to the slot's own listing ..."""
    other: NDArray[np.int16]
    """(K, M) ... else to this one (the alias method of A. J. Walker, 1977)."""
    scale: NDArray[np.float64]
    """(K, J): a listing of attraction G accepts ``G * scale`` of 2**31 marks."""
    rate: NDArray[np.float64]
    """(K,) proposals in one unit of time."""
    reach: NDArray[np.float64]
    """(K, BINS): patience in mean gaps between proposals, for an exponential of 1."""


_SLOT_PART = 1 << 22
_FULL = (1 << 31) - 1


@njit
def _alias(weights: NDArray[np.float64], cut: NDArray[np.int32], other: NDArray[np.int16]) -> float:
    """Fill one stratum's alias table; returns the sum of the weights. Order of work is that of the listings."""
    slots, count, total = len(cut), len(weights), 0.0
    for j in range(count):
        total = total + weights[j]
    left = np.zeros(slots)
    for j in range(count):
        left[j] = weights[j] / total * slots
    poor, rich = 0, 0
    for j in range(slots):
        cut[j], other[j] = _SLOT_PART, j
    while True:
        while rich < slots and left[rich] <= 1.0:
            rich += 1
        while poor < slots and (left[poor] >= 1.0 or other[poor] != poor or cut[poor] < _SLOT_PART):
            poor += 1
        if rich >= slots or poor >= slots:
            return total
        cut[poor], other[poor] = int(left[poor] * _SLOT_PART), rich
        left[rich] = left[rich] - (1.0 - left[poor])
        if left[rich] < 1.0 and rich < poor:
            poor = rich


@njit
def _scales(cut: NDArray[np.int32], other: NDArray[np.int16], rate: float, scale: NDArray[np.float64]) -> None:
    """What share of the proposals each listing really gets from the rounded table, as marks per unit of attraction."""
    slots = len(cut)
    parts = np.zeros(slots, np.int64)
    for slot in range(slots):
        parts[slot] += cut[slot]
        parts[other[slot]] += _SLOT_PART - cut[slot]
    for j in range(len(scale)):
        scale[j] = 2147483648.0 * slots * _SLOT_PART / (rate * parts[j]) if parts[j] > 0 else 0.0


def lay_base(weights: NDArray[np.float64], outside: NDArray[np.float64], mu: float = MU) -> Base:
    """Lay the tables of one market.

    Args:
        weights: (K, J) base attraction of each listing for each stratum; zero where a listing has none.
        outside: (K,) A0, the attraction of buying nothing.
        mu: order of the nest.
    """
    strata, listings = weights.shape
    slots = 1 << max(1, (listings - 1).bit_length())
    cut, other = np.zeros((strata, slots), np.int32), np.zeros((strata, slots), np.int16)
    scale, rate = np.zeros((strata, listings)), np.zeros(strata)
    for k in range(strata):
        rate[k] = _alias(weights[k], cut[k], other[k])
        _scales(cut[k], other[k], rate[k], scale[k])
    reach = (rate / outside)[:, None] * spread(mu)[None, :]
    gate = (reach / (1.0 + reach) * _FULL).astype(np.int32)
    return Base(gate, cut, other, scale, rate, reach)
