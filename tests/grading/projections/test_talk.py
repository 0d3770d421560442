from sandbox.livestream.events import (
    ActionCalled,
    CallClosed,
    PitchClosed,
    PointMade,
    ScarcityClaimed,
    SegmentStarted,
    SpeechTagged,
)
from tests.grading.builders import Story, filled


def claims(story):
    return [(e.subject, e.data["prohibited"]) for e in story.evidence("claim.made")]


def test_a_segment_belongs_to_who_started_it_and_to_nobody_when_the_rundown_ran_itself():
    story = Story(anchor="lin")
    story.add(60, filled(SegmentStarted, planned_s=55, actual_s=60), by="lin", seat="anchor")
    story.add(300, filled(SegmentStarted, planned_s=300, actual_s=300))

    assert [(e.subject, e.data["actual_s"]) for e in story.evidence("segment.started")] == [("lin", 60), ("", 300)]


def test_a_pitch_counts_for_who_held_the_seat_when_it_began_and_false_points_are_taken_off():
    story = Story(anchor="lin")
    story.add(400, filled(PitchClosed, seconds=100, points_planned=5, points_made=4, points_false=1))

    [pitch] = story.evidence("pitch.closed")

    assert (pitch.subject, pitch.at, pitch.data["key_features"], pitch.data["shown"]) == ("lin", 300, 5, 3)


def test_a_product_pinned_by_mistake_was_not_pitched():
    story = Story(anchor="lin")
    story.add(400, filled(PitchClosed, seconds=19, points_planned=5))

    assert story.evidence("pitch.closed") == []


def test_a_policy_that_states_its_talk_shows_no_points():
    story = Story(anchor="bot:expert")
    story.add(400, filled(PitchClosed, seconds=100, points_planned=5, points_made=0))
    story.add(800, filled(PitchClosed, seconds=100, points_planned=5, points_made=2))

    assert [e.data["shown"] for e in story.evidence("pitch.closed")] == [2]


def test_repeating_a_true_point_does_not_dilute_a_false_one():
    story = Story(anchor="lin")
    for is_true, first_time in [(True, True), (True, False), (True, False), (False, True), (False, False)]:
        story.add(10, filled(PointMade, is_true=is_true, forbidden="", first_time=first_time), by="lin")

    assert claims(story) == [("lin", False), ("lin", True), ("lin", True)]


def test_false_scarcity_and_forbidden_words_are_claims():
    story = Story(anchor="lin")
    story.add(10, filled(ScarcityClaimed, honest=False), by="lin")
    story.add(20, filled(ScarcityClaimed, honest=True), by="lin")
    story.add(30, filled(SpeechTagged, tags=("absolute", "medical")), by="lin")

    assert claims(story) == [("lin", True), ("lin", False), ("lin", True), ("lin", True)]


def test_a_call_to_action_is_paired_with_its_outcome():
    story = Story(anchor="lin")
    called = story.add(100, ActionCalled(action="cart"), by="lin")
    closed = story.add(120, filled(CallClosed, action="cart", orders=3, orders_expected_ppm=2_500_000))

    [call] = story.evidence("cta.closed")

    assert (call.subject, call.at, call.seqs) == ("lin", 100, (called, closed))
    assert dict(call.data) == {"orders": 3, "expected_orders": 2.5}


def test_an_outcome_without_a_call_is_nobodys():
    story = Story(anchor="lin")
    story.add(120, filled(CallClosed, action="cart"))

    assert story.evidence("cta.closed") == []


def test_a_true_point_of_a_forbidden_class_is_a_prohibited_claim():
    story = Story(anchor="lin")
    story.add(10, filled(PointMade, is_true=True, forbidden="absolute", first_time=True), by="lin")

    assert claims(story) == [("lin", True)]
