import pytest

from grading.export import as_json
from grading.grade import grade_run
from grading.projection import PROJECTIONS, evidence_of
from grading.projections.room import QUESTIONS
from grading.run_events import RunEvents
from sandbox.bots.play import play_out
from sandbox.engine.practice import practice_run
from sandbox.kernel.messages import PLAYER_SEATS
from scenarios.loader import load_scenario
from tests.grading.builders import result


def played(secret):
    bots = {seat.value: "average" for seat in PLAYER_SEATS}
    return play_out(practice_run(load_scenario("first-live"), secret), bots)


@pytest.fixture(scope="module")
def run():
    return played(7)


def test_a_played_run_gives_evidence_that_cites_the_events_it_was_made_from(run):
    kinds = {envelope.seq: envelope.type for envelope in run.events}

    found = [e for everything in evidence_of(RunEvents(run.events)).values() for e in everything]

    assert len(found) > 1000
    assert [e for e in found if {kinds[seq] for seq in e.seqs} - set(PROJECTIONS[e.type].reads)] == []


def test_the_same_run_gets_the_same_grade_to_the_byte(run):
    again = played(7)

    assert as_json(grade_run(run.log.header, run.events)) == as_json(grade_run(again.log.header, again.events))


def test_every_question_of_the_show_is_answered_missed_or_still_open_at_its_end(run):
    observed = result(grade_run(run.log.header, run.events), "bot:average", "NM-A3").observations[0]
    comments = [e for e in run.events if e.type == "livestream.comment_posted"]
    asked = sum(e.data.kind in QUESTIONS for e in comments)
    still_open = sum(e.data.kind in QUESTIONS and e.at > comments[-1].at - 125 for e in comments)

    assert asked - still_open <= observed.lets["a"] + observed.lets["m"] <= asked
    assert observed.citations["a"].count == 2 * observed.lets["a"]
