import math
from itertools import permutations

import pytest

from grading.estimator import Estimate, Parameters, Score, Weighted, combine, estimate, observation_variance
from sandbox.kernel.draws import Secrets, group_secret, normal

DEFAULT = Parameters()
NEVER_FORGETS = Parameters(half_life_weeks=None)
HISTORY = [Score(0, 62, 8), Score(2, 70, 12), Score(5, 55, 10), Score(9, 78, 20)]


def near(mean, sd):
    return pytest.approx((mean, sd), abs=5e-5)


def pair(value):
    return value.mean, value.sd


@pytest.mark.parametrize(("n", "variance"), [(10, 414), (8, 436.5), (12, 399), (500, 342)])
def test_an_observation_is_worth_more_with_more_opportunities_up_to_the_cap(n, variance):
    assert observation_variance(n, DEFAULT) == variance


def test_E1_one_observation_pulls_the_prior_towards_it():
    assert pair(estimate(HISTORY[:1], 0, DEFAULT)) == near(54.0816, 12.1848)


def test_E2_a_second_observation_two_weeks_later():
    assert pair(estimate(HISTORY[:2], 2, DEFAULT)) == near(59.1625, 11.2851)


def test_E3_four_observations_at_week_nine():
    at_nine = estimate(HISTORY, 9, DEFAULT)

    assert pair(at_nine) == near(64.9477, 11.3744)
    assert at_nine.interval(DEFAULT.interval_z) == pytest.approx((46.24, 83.66), abs=5e-3)


def test_E3_an_idle_student_keeps_the_mean_and_regains_the_prior_doubt():
    assert pair(estimate(HISTORY, 15, DEFAULT)) == near(64.9477, 15.0)


def test_E3_without_forgetting_all_weeks_weigh_alike():
    assert pair(estimate(HISTORY, 9, NEVER_FORGETS)) == near(61.5245, 8.3429)


def test_E4_the_order_of_observations_changes_no_digit():
    assert len({estimate(order, 9, DEFAULT) for order in permutations(HISTORY)}) == 1


def test_E5_no_observation_is_no_estimate():
    assert estimate([], 3, DEFAULT) is None


def test_observations_of_later_weeks_do_not_change_the_picture_of_an_earlier_one():
    assert estimate(HISTORY, 2, DEFAULT) == estimate(HISTORY[:2], 2, DEFAULT)


def test_no_opportunity_is_refused_rather_than_scored():
    with pytest.raises(ValueError, match="above zero"):
        observation_variance(0, DEFAULT)


def test_errors_of_one_session_do_not_cancel_as_if_they_were_independent():
    seen = [Weighted(3, Estimate(62, 8)), Weighted(2, Estimate(55, 9)), Weighted(2, Estimate(70, 10))]

    assert pair(combine(seen, 0.3)) == near(62.2857, 6.4889)
    assert pair(combine(seen, 0.0)) == near(62.2857, 5.1508)


def test_nothing_combined_is_nothing():
    assert combine([], 0.3) is None


def test_an_interval_is_shown_inside_the_scale():
    assert Estimate(95, 10).interval(1.6449) == pytest.approx((78.551, 100))


def test_E6_ninety_of_a_hundred_intervals_hold_the_truth_of_a_student_who_does_not_change():
    truth, noise = (Secrets(group_secret(6)).stream(f"ctx.study.{name}") for name in ("truth", "noise"))
    students, sessions, opportunities = 8_000, 16, 10
    spread = math.sqrt(observation_variance(opportunities, NEVER_FORGETS))
    held = 0
    for student in range(students):
        skill = 50 + 15 * normal(truth, student, 0)
        scores = [Score(w, skill + spread * normal(noise, student, w), opportunities) for w in range(sessions)]
        found = estimate(scores, sessions - 1, NEVER_FORGETS)
        held += abs(found.mean - skill) <= NEVER_FORGETS.interval_z * found.sd

    assert held / students == pytest.approx(0.90, abs=0.01)
