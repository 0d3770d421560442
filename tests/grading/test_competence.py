import pytest

from grading.competence import LevelScale, State, StateRules
from grading.estimator import Estimate

RULES = StateRules()
LEVELS = LevelScale(names=["novice", "beginner", "competent", "proficient", "expert"], min_score=[0, 40, 60, 75, 90])


def test_E5_zero_observations_give_state_none():
    assert RULES.state_of(None, 0) is State.NONE


@pytest.mark.parametrize(
    ("sd", "coverage", "state"),
    [
        (10.1, 1.0, State.INSUFFICIENT),
        (5.0, 0.24, State.INSUFFICIENT),
        (10.0, 0.25, State.PROVISIONAL),
        (5.0, 0.49, State.PROVISIONAL),
        (6.0, 0.50, State.ESTABLISHED),
    ],
)
def test_doubt_and_coverage_both_decide_the_state(sd, coverage, state):
    assert RULES.state_of(Estimate(70, sd), coverage) is state


def test_a_level_is_read_at_the_lower_end_of_the_interval():
    assert LEVELS.level_of(Estimate(70.0714, 4.1243), State.ESTABLISHED) == "competent"
    assert LEVELS.level_of(Estimate(92, 8), State.PROVISIONAL) == "proficient"


def test_a_very_low_value_is_still_a_novice():
    assert LEVELS.level_of(Estimate(3, 9), State.PROVISIONAL) == "novice"


@pytest.mark.parametrize("state", [State.NONE, State.INSUFFICIENT])
def test_no_level_without_enough_evidence(state):
    assert LEVELS.level_of(Estimate(90, 12), state) is None
