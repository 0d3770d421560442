"""Skill pays: the reference beats the trained hand beats the beginner, on the same viewers and shocks."""

from __future__ import annotations

import pytest

from sandbox.bots.play import make_policy, play_out
from sandbox.bots.style import STYLES
from sandbox.engine.practice import practice_run
from sandbox.kernel.messages import PLAYER_SEATS, Seat
from scenarios.loader import load_scenario

SECRETS = range(1, 7)


def gmv(style):
    seats = {seat.value: style for seat in PLAYER_SEATS}
    return [play_out(practice_run(load_scenario("first-live"), n), seats).figures()["gmv"] for n in SECRETS]


@pytest.fixture(scope="module")
def sales():
    return {style: gmv(style) for style in STYLES}


def test_the_trained_hand_sells_two_to_six_times_what_the_beginner_sells(sales):
    assert 1.8 <= sum(sales["average"]) / sum(sales["weak"]) <= 6.5


def test_the_reference_sells_about_twice_what_the_trained_hand_sells(sales):
    assert 1.8 <= sum(sales["expert"]) / sum(sales["average"]) <= 6.5


def test_the_reference_is_ahead_on_every_secret(sales):
    assert all(expert > average for expert, average in zip(sales["expert"], sales["average"], strict=True))


def test_a_team_of_bots_never_sends_what_its_seat_may_not():
    seats = {seat.value: "expert" for seat in PLAYER_SEATS}
    run = play_out(practice_run(load_scenario("first-live"), 1), seats)

    codes = {entry.code for entry in run.log.entries if entry.kind == "refused"}
    assert not codes & {"wrong_seat", "bad_shape", "unknown_type", "bots_only"}


def test_every_style_has_a_passport_in_both_languages():
    assert all(style.passport.en and style.passport.zh and style.passport.source for style in STYLES.values())


def test_an_unknown_style_lists_what_there_is():
    with pytest.raises(KeyError, match="weak, average, expert"):
        make_policy("genius", Seat.ANCHOR)
