"""Scores: every term moves them the way it should."""

import pytest

from sandbox.service.kinds import KINDS
from sandbox.service.satisfaction import (
    Case,
    chance_of_help,
    chance_satisfied,
    expected_score,
    mean_score,
    score,
)

GOOD = Case("where_is_it", True, 2.0, 4, 0.8, False, False)


@pytest.mark.parametrize(
    "worse", [{"helped": False}, {"first_reply_hours": 30.0}, {"tone": 0.2}, {"escalated": True}, {"was_wrong": True}]
)
def test_everything_that_goes_wrong_lowers_the_chance(worse):
    assert chance_satisfied(GOOD._replace(**worse)) < chance_satisfied(GOOD)


def test_an_answer_within_the_expected_hours_is_as_good_as_at_once():
    assert chance_satisfied(GOOD) == chance_satisfied(GOOD._replace(first_reply_hours=0.1))


def test_the_right_action_helps_most_and_waiting_wears_it_off():
    right, acceptable, wrong = (chance_of_help(verdict, False, 0) for verdict in ("right", "acceptable", "wrong"))

    assert (right, acceptable, wrong) == (0.85, 0.45, 0.15)
    assert chance_of_help("right", False, 96 * 3600) == pytest.approx(0.85 * 0.3679, abs=0.001)
    assert chance_of_help("right", False, 23 * 3600) == 0.85


def test_a_full_refund_that_nobody_owed_helps_nearly_always():
    assert chance_of_help("wrong", True, 0) == 0.95


@pytest.mark.parametrize("chance", [0.1, 0.5, 0.9])
def test_scores_have_the_mean_that_is_expected_of_them(chance):
    places = [(number + 0.5) / 4000 for number in range(4000)]

    assert sum(score(chance, place) for place in places) / 4000 == pytest.approx(mean_score(chance), abs=0.01)


def test_a_larger_chance_never_gives_a_lower_score():
    for place in (0.05, 0.3, 0.5, 0.7, 0.95):
        scores = [score(chance / 20, place) for chance in range(1, 20)]
        assert scores == sorted(scores)


def test_hard_matters_are_expected_to_score_lower():
    assert expected_score("defect") < expected_score("presale")
    assert all(3.5 < expected_score(kind) < 4.6 for kind in KINDS)
