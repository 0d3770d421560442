"""exp, log and the normal quantile from plus, minus, times and divide, beside the C library's."""

from __future__ import annotations

import math
from statistics import NormalDist

import pytest

from sandbox.kernel.detmath import det_exp, det_log, logistic, normal_quantile

POINTS = [-700.0, -50.3, -3.0, -1e-9, 0.0, 1e-12, 0.5, 1.0, 12.34, 88.0, 700.0]


@pytest.mark.parametrize("x", POINTS)
def test_exp_agrees_with_the_library_to_the_last_digits(x):
    assert det_exp(x) == pytest.approx(math.exp(x), rel=2e-15)


@pytest.mark.parametrize("x", [1e-300, 1e-9, 0.3, 0.70710678, 1.0, 1.5, 2.0, 10.0, 1e300])
def test_log_agrees_with_the_library_to_the_last_digits(x):
    assert det_log(x) == pytest.approx(math.log(x), rel=2e-15, abs=1e-16)


def test_exp_never_leaves_the_range_of_numbers():
    assert det_exp(10_000.0) == det_exp(700.0) < math.inf
    assert det_exp(-10_000.0) == det_exp(-700.0) > 0.0


@pytest.mark.parametrize("u", [1e-12, 0.001, 0.02425, 0.1, 0.5, 0.9, 0.97575, 0.999, 1 - 1e-12])
def test_the_normal_quantile_agrees_with_the_standard_library(u):
    assert normal_quantile(u) == pytest.approx(NormalDist().inv_cdf(u), abs=2e-8)


def test_the_normal_quantile_never_falls():
    values = [normal_quantile(i / 5000) for i in range(1, 5000)]

    assert values == sorted(values)


def test_the_logistic_is_a_half_at_zero_and_symmetric():
    assert logistic(0.0) == 0.5
    assert logistic(2.0) + logistic(-2.0) == pytest.approx(1.0, abs=1e-15)
