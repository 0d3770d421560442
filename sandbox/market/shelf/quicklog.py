"""Natural logarithms of uniforms from a table and four terms: one multiplication chain instead of twelve divisions.

``x = m * 2**e``; with c the table's point next to m, ``ln x = ln c + ln(1 + r) + e ln 2`` where ``r = m / c - 1`` is at
most 1/512, and the series of ``ln(1 + r)`` to the fourth power is right to 1e-14 (P.-T. P. Tang, "Table-driven
implementation of the logarithm function", ACM TOMS 16, 1990). Only ``+ - *``, so it has the same bits everywhere.
"""

from __future__ import annotations

import math

import numpy as np

from sandbox.kernel.detmath import det_log
from sandbox.kernel.jit import njit

_STEPS = 256
_LN2 = 0.6931471805599453
_POINTS = [0.5 + (step + 0.5) / (2 * _STEPS) for step in range(_STEPS)]
_INVERSE = np.array([1.0 / point for point in _POINTS])
_LOGS = np.array([det_log(point) for point in _POINTS])


@njit
def quick_log(x: float) -> float:
    """Natural logarithm of *x* > 0, absolute error below 1e-14 for uniforms of 53 bits."""
    m, e = math.frexp(x)
    step = int((m - 0.5) * (2 * _STEPS))
    r = m * _INVERSE[step] - 1.0
    series = r * (1.0 - r * (0.5 - r * (0.3333333333333333 - r * 0.25)))
    return _LOGS[step] + series + e * _LN2
