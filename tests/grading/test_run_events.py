import pytest

from grading.errors import EvidenceError
from grading.run_events import NEVER, RunEvents, Tenure
from sandbox.engine.events import PlayEnded, SeatTaken
from tests.grading.builders import Story


def run_of(story):
    return RunEvents(story.envelopes)


def test_a_seat_that_is_handed_over_splits_at_that_second():
    story = Story(anchor="lin", traffic="bot:average")
    story.add(600, SeatTaken(seat="anchor", holder="mei"))

    run = run_of(story)

    assert run.tenures[0] == Tenure("anchor", "lin", 0, 600)
    assert [run.holder("anchor", at) for at in (0, 599, 600)] == ["lin", "lin", "mei"]
    assert run.people == ("lin", "mei")


def test_a_seat_taken_twice_in_a_second_was_held_once():
    story = Story(anchor="bot:average")
    story.add(0, SeatTaken(seat="anchor", holder="lin"))

    assert run_of(story).tenures == (Tenure("anchor", "lin", 0, NEVER),)


def test_nobody_holds_a_seat_that_was_never_taken():
    assert run_of(Story(anchor="lin")).holder("service", 10) == ""


def test_the_actor_is_found_along_the_causes():
    story = Story(anchor="lin")
    first = story.add(10, PlayEnded(reason="x"), by="lin")
    second = story.add(10, PlayEnded(reason="y"), cause=first)
    story.add(10, PlayEnded(reason="z"), cause=second)
    story.add(20, PlayEnded(reason="alone"))

    run = run_of(story)

    assert [run.actor(event) for event in run.of("run.play_ended")] == ["lin", "lin", "lin", ""]


def test_events_may_come_as_plain_dicts():
    plain = {"seq": 1, "at": 0, "type": "run.seat_taken", "data": {"seat": "anchor", "holder": "lin"}}

    assert RunEvents([plain]).people == ("lin",)


@pytest.mark.parametrize(
    ("envelopes", "code"),
    [
        ([{"seq": 1, "at": 0, "type": "x"}], "bad_event"),
        ([{"seq": "one", "at": 0, "type": "x", "data": {}}], "bad_event"),
        ([{"seq": 2, "at": 0, "type": "x", "data": {}}, {"seq": 2, "at": 0, "type": "x", "data": {}}], "bad_order"),
    ],
)
def test_what_is_not_a_run_is_refused(envelopes, code):
    with pytest.raises(EvidenceError) as refused:
        RunEvents(envelopes)

    assert refused.value.code == code
