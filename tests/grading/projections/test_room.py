from sandbox.livestream.events import CommentAnswered, CommentMissed, CommentModerated, CommentPosted, TickAggregated
from sandbox.livestream.offer_events import TeaserPosted
from tests.grading.builders import Story, filled


def a_room_with_comments(*comments):
    """Comments as ``(id, kind)``, one a second from second 100."""
    story = Story(anchor="lin")
    for i, (comment, kind) in enumerate(comments):
        story.add(100 + i, filled(CommentPosted, comment=comment, kind=kind))
    return story


def test_watch_time_is_paired_with_expectation_tick_by_tick():
    story = Story(anchor="lin")
    story.add(5, filled(TickAggregated, organic=3, paid=1, watch_seconds=20, watch_expected=25))

    [tick] = story.evidence("viewer.left")

    assert (tick.at, dict(tick.data)) == (4, {"viewers": 4, "watch_s": 20, "expected_s": 25})


def test_interactions_are_paired_with_expectation():
    story = Story(anchor="lin")
    story.add(5, filled(TickAggregated, comments=1, likes=5, follows=1, interactions_expected_ppm=4_500_000))

    assert dict(story.evidence("viewer.active")[0].data) == {"interactions": 6, "expected_interactions": 4.5}


def test_an_answer_counts_from_the_moment_of_the_question():
    story = a_room_with_comments(("c1", "price"))
    story.add(120, filled(CommentAnswered, comment="c1", kind="price", right=True, latency_seconds=20), by="lin")

    [answer] = story.evidence("chat.answered")

    assert (answer.subject, answer.at, answer.seqs) == ("lin", 100, (2, 3))
    assert dict(answer.data) == {"latency_s": 20, "correct": True}


def test_thanking_for_praise_is_no_answer_to_a_question():
    story = a_room_with_comments(("c1", "praise"))
    story.add(110, filled(CommentAnswered, comment="c1", kind="praise", right=True), by="lin")

    assert story.evidence("chat.answered") == []


def test_hiding_a_question_is_missing_it_once():
    story = a_room_with_comments(("c1", "price"), ("c2", "doubt"), ("c3", "off_topic"), ("c4", "spec"))
    story.add(110, filled(CommentModerated, comment="c1", action="hide"))
    story.add(111, filled(CommentModerated, comment="c2", action="hand_over"))
    story.add(112, filled(CommentModerated, comment="c3", action="hide"))
    story.add(220, filled(CommentMissed, comment="c1"))
    story.add(224, filled(CommentMissed, comment="c4"))

    assert [e.seqs for e in story.evidence("chat.missed")] == [(2, 6), (5, 10)]


def test_a_question_that_was_answered_is_not_missed():
    story = a_room_with_comments(("c1", "price"))
    story.add(110, filled(CommentAnswered, comment="c1"), by="lin")
    story.add(220, filled(CommentMissed, comment="c1"))

    assert story.evidence("chat.missed") == []


def test_a_hook_is_placed_between_the_best_and_the_worst():
    story = Story(traffic="wu")
    posted = filled(TeaserPosted, hook_score_ppm=30_000, best_score_ppm=40_000, worst_score_ppm=20_000)
    story.add(50, posted, by="wu", seat="traffic")

    [creative] = story.evidence("creative.chosen")

    assert (creative.subject, list(creative.data.values())) == ("wu", [0.03, 0.04, 0.02])
