"""A run in which several teams meet is graded team by team."""

import pytest
from msgspec import structs

from grading.errors import EvidenceError
from grading.grade import grade_run
from grading.report import as_table
from grading.run_events import RunEvents
from sandbox.engine.events import SeatTaken
from sandbox.kernel.messages import EventEnvelope
from tests.grading.builders import HEADER, Story

SHARED = {**HEADER, "teams": ("red", "blue")}


def told_by(**teams):
    """Envelopes of stories told at once, one a team, numbered as one run."""
    envelopes = [(name, envelope) for name, story in teams.items() for envelope in story.envelopes]
    return [structs.replace(one, seq=seq, team=name, cause=0) for seq, (name, one) in enumerate(envelopes, 1)]


@pytest.fixture
def events():
    return told_by(red=Story(anchor="lin"), blue=Story(anchor="mei", service="bot:average"))


def test_only_the_people_of_the_team_are_graded(events):
    graded = {team: grade_run(SHARED, events, team=team) for team in ("red", "blue")}

    assert {team: [one.subject for one in grade.students] for team, grade in graded.items()} == {
        "red": ["lin"], "blue": ["mei"],
    }  # fmt: skip


def test_what_belongs_to_all_counts_for_every_team(events):
    common = EventEnvelope(seq=9, at=5, type="run.seat_taken", data=SeatTaken(seat="traffic", holder="wu"))

    assert [RunEvents([*events, common], team).people for team in ("red", "blue")] == [("lin", "wu"), ("mei", "wu")]


def test_another_teams_event_is_nobodys_cause():
    red, blue = told_by(red=Story(anchor="lin"), blue=Story(anchor="mei"))
    follows = EventEnvelope(seq=3, at=5, type="service.ticket_opened", data=blue.data, team="blue", cause=red.seq)
    sent = structs.replace(red, subject="lin")

    run = RunEvents([sent, blue, follows], "blue")

    assert run.actor(run.of("service.ticket_opened")[0]) == ""


@pytest.mark.parametrize("team", ["", "green"])
def test_a_team_that_is_not_in_the_run_is_refused_with_those_that_are(events, team):
    with pytest.raises(EvidenceError, match=r"red, blue.*got ") as caught:
        grade_run(SHARED, events, team=team)

    assert caught.value.code == "unknown_team"


def test_a_table_says_whose_it_is(events):
    grade = grade_run(SHARED, events, team="blue")

    assert "team blue" in as_table(grade)
    assert "第 blue 队" in as_table(grade, "zh")
