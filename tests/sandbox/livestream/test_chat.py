import pytest

from sandbox.kernel.messages import Seat
from sandbox.livestream.chat import FITTING, QUESTIONS
from sandbox.livestream.commands import ModerateComment, ReplyComment
from sandbox.livestream.equations import STAYER
from sandbox.livestream.events import CommentAnswered, CommentMissed, CommentModerated, CommentPosted
from tests.sandbox.livestream.builders import Studio, a_live_room


def a_room_with_a_question() -> tuple[Studio, CommentPosted]:
    """A room in the second in which its first question appears."""
    studio = a_live_room()
    second = 1
    while not (asked := [comment for comment in studio.of(CommentPosted) if comment.kind in QUESTIONS]):
        second += 5
        studio.advance(second)
    return studio, asked[0]


def answer_to(comment: CommentPosted) -> ReplyComment:
    return ReplyComment(comment=comment.comment, answer=FITTING[comment.kind][0])  # type: ignore[arg-type]


def test_comments_come_from_viewers_of_both_countries_in_their_languages():
    studio = a_live_room(size=10)
    studio.advance(900)
    comments = studio.of(CommentPosted)

    assert {(comment.country, comment.language) for comment in comments} == {("US", "en"), ("DE", "de")}
    assert {comment.kind for comment in comments} >= {*QUESTIONS, "praise", "off_topic"}
    assert 0.6 < sum(comment.country == "US" for comment in comments) / len(comments) < 0.8


def test_a_fitting_answer_is_right():
    studio, question = a_room_with_a_question()
    asked_at = studio.at(CommentPosted)[studio.of(CommentPosted).index(question)]
    studio.advance(asked_at + 8)
    studio.send(answer_to(question))

    answered = studio.last(CommentAnswered)
    assert (answered.comment, answered.right, answered.latency_seconds) == (question.comment, True, 8)


def test_thanking_for_a_question_is_no_answer():
    studio, question = a_room_with_a_question()
    studio.send(ReplyComment(comment=question.comment, answer="thank"))

    assert studio.last(CommentAnswered).right is False


def test_a_comment_is_answered_once_and_within_two_minutes():
    studio, question = a_room_with_a_question()
    studio.send(answer_to(question))
    again = studio.refusal(answer_to(question))
    other, old = a_room_with_a_question()
    other.advance(other.world.now + 130)

    assert again == "already_answered"
    assert other.refusal(answer_to(old)) == "comment_too_old"
    assert other.refusal(ReplyComment(comment="0" * 13, answer="spec")) == "comment_unknown"


def test_questions_that_nobody_answers_are_missed_after_two_minutes():
    studio = a_live_room()
    studio.advance(600)
    asked = {comment.comment: at for comment, at in zip(studio.of(CommentPosted), studio.at(CommentPosted), strict=True)
             if comment.kind in QUESTIONS}
    missed = {missed.comment: at for missed, at in zip(studio.of(CommentMissed), studio.at(CommentMissed), strict=True)}

    assert missed.keys() == {comment for comment, at in asked.items() if at < 480}
    assert {missed[comment] - asked[comment] for comment in missed} == {120}


def test_the_reply_share_is_one_half_before_anybody_asks():
    assert a_live_room().room.chat.reply_share() == 0.5


def test_the_reply_share_falls_when_nobody_answers_and_rises_when_somebody_does():
    studio, question = a_room_with_a_question()
    studio.send(answer_to(question))
    answered = studio.room.chat.reply_share()
    silent = a_live_room()
    silent.advance(600)

    assert answered == pytest.approx(0.75)
    assert silent.room.chat.reply_share() < 0.2


def test_an_answer_keeps_its_writer_in_the_room():
    studio, question = a_room_with_a_question()
    comment = studio.room.chat.comments[question.comment]
    viewers, mood = studio.room.stage.crowd._viewers, studio.room.stage.crowd.mood
    row = list(viewers.id[: studio.room.stage.crowd.online]).index(comment.viewer)
    left, lean = viewers.leave[row] - mood["leave"][STAYER], viewers.lean[row]
    studio.send(answer_to(question))

    assert viewers.leave[row] - mood["leave"][STAYER] == pytest.approx(left * 1.1275, rel=1e-4)
    assert viewers.lean[row] == pytest.approx(lean + 0.12)


def test_a_hidden_or_handed_comment_is_nobodys_any_more():
    studio, question = a_room_with_a_question()
    studio.send(ModerateComment(comment=question.comment, action="hand_over"), Seat.OPERATIONS)
    studio.advance(studio.world.now + 130)

    assert studio.last(CommentModerated).action == "hand_over"
    assert question.comment not in {missed.comment for missed in studio.of(CommentMissed)}
    assert studio.refusal(answer_to(question)) == "already_answered"


def test_the_engine_can_ask_where_a_writer_lives():
    studio, question = a_room_with_a_question()

    assert studio.room.country_of_comment(question.comment) == question.country
