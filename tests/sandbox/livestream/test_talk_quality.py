import pytest

from sandbox.kernel.messages import Seat
from sandbox.livestream.commands import MakePoint, PinProduct, ReplyComment, Say, SetIntensity, SpeakPhase, Utterance
from sandbox.livestream.equations import INTEREST
from sandbox.livestream.events import CommentPosted, IntensityChanged, PhaseChanged, PointMade, SpeechTagged
from sandbox.livestream.languages import reach
from sandbox.livestream.pitch import Beat, Delivery, Pitch, accuracy, coverage, pace
from sandbox.livestream.reference_room import SCRIPT, pitch_of
from tests.sandbox.livestream.builders import HERO, POLICY, TRAFFIC, Studio, a_live_room

AUDIENCE = {"US": 700_000, "DE": 300_000}


def a_pitch(*said: str, phases: tuple[str, ...] = ("hook", "pain", "demo"), false_claims: int = 0) -> Pitch:
    true_points = {"hook-1": "hook", "pain-1": "pain", "demo-1": "demo", "demo-2": "demo", "offer-1": "offer"}
    return Pitch(sku=HERO, at=0, plan=pitch_of(SCRIPT), true_points=true_points, phases=list(phases), said=list(said),
                 false_claims=false_claims)


def words(text_words: int = 10, **changes: object) -> Utterance:
    values: dict = {"language": "en", "words": text_words, "analyser": "rules-1", "text_hash": "0" * 64, **changes}
    return Utterance(**values)


@pytest.mark.parametrize(
    ("said", "seconds", "expected"),
    [
        ((), 0, 333_333),
        (("hook-1", "pain-1"), 0, 1_000_000),
        (("hook-1", "pain-1"), 60, 600_000),
        (("hook-1", "pain-1", "demo-1", "demo-2"), 60, 1_000_000),
    ],
)
def test_points_fall_due_with_the_phases(said, seconds, expected):
    assert coverage(a_pitch(*said), seconds) == expected


def test_accuracy_is_unknown_before_and_falls_with_false_claims():
    assert accuracy(a_pitch()) == 500_000
    assert accuracy(a_pitch("hook-1", "pain-1")) == 1_000_000
    assert accuracy(a_pitch("hook-1", "pain-1", "demo-1", false_claims=1)) == 500_000
    assert accuracy(a_pitch("hook-1", false_claims=4)) == 0


@pytest.mark.parametrize(("beats", "expected"), [(0, 0), (1, 333_333), (3, 1_000_000), (12, 1_000_000), (18, 500_000)])
def test_pace_is_neither_slow_nor_hurried(beats, expected):
    assert pace(Delivery(beats=[Beat(at=50, weight=1, language="en")] * beats), now=60) == expected


def test_english_reaches_most_of_a_mixed_audience():
    assert reach("en", AUDIENCE) == 910_000
    assert reach("de", AUDIENCE) == 300_000
    assert reach("zh", AUDIENCE) == 0


def test_a_person_who_says_the_points_talks_better_than_one_who_does_not():
    careful, lazy = a_live_room(), a_live_room()
    for studio in (careful, lazy):
        studio.operate(PinProduct(sku=HERO))
        studio.send(SpeakPhase(phase="hook"))
    for second, point in ((10, "hook-1"), (30, "pain-1"), (55, "demo-1")):
        careful.advance(second)
        careful.send(MakePoint(point=point))
        careful.send(SpeakPhase(phase="demo"))
    lazy.advance(55)
    lazy.send(SpeakPhase(phase="demo"))
    lazy.advance(85)
    careful.advance(85)

    assert careful.room.anchor.quality() > 800_000
    assert lazy.room.anchor.quality() < 400_000


def test_a_persons_quality_is_measured_not_typed_in():
    studio = a_live_room()

    assert studio.refusal(SpeakPhase(phase="hook", talk_quality_ppm=900_000)) == "bots_only"


def test_a_policy_gives_its_quality_until_a_person_speaks():
    studio = a_live_room()
    studio.send(SpeakPhase(phase="hook", talk_quality_ppm=900_000), subject=POLICY)
    given = studio.room.anchor.quality()
    studio.send(SpeakPhase(phase="pain"))

    assert given == 900_000
    assert studio.last(PhaseChanged).quality_ppm < 600_000


def test_a_point_is_made_once_and_may_be_repeated():
    studio = a_live_room()
    studio.send(MakePoint(point="demo-1"))
    studio.send(MakePoint(point="demo-1"))

    assert [point.first_time for point in studio.of(PointMade)] == [True, False]
    assert studio.refusal(MakePoint(point="unheard-of")) == "point_unknown"


def test_free_words_make_the_points_they_hold():
    studio = a_live_room()
    studio.send(Say(utterance=words(points=("demo-1", "unheard-of"), greets=True)))

    assert [point.point for point in studio.of(PointMade)] == ["demo-1"]
    assert studio.last(SpeechTagged).sku == TRAFFIC


def test_an_absent_host_says_nothing():
    studio = a_live_room()
    studio.room.host_absent(60)

    assert studio.refusal(SpeakPhase(phase="demo")) == "host_absent"
    assert studio.refusal(Say(utterance=words())) == "host_absent"
    assert studio.room.anchor.quality() == 0
    studio.advance(61)
    assert studio.room.anchor.quality() == 350_000


def test_answering_people_makes_the_talk_better():
    studio = a_studio_with_a_question()
    studio.send(SpeakPhase(phase="demo"))
    before = studio.room.anchor.quality()
    question = next(comment for comment in studio.of(CommentPosted) if comment.kind == "spec")
    studio.send(ReplyComment(comment=question.comment, answer="spec"))

    assert studio.room.anchor.quality() - before in (33_333, 33_334)


def a_studio_with_a_question() -> Studio:
    studio = a_live_room()
    second = 1
    while not any(comment.kind == "spec" for comment in studio.of(CommentPosted)):
        second += 5
        studio.advance(second)
    return studio


def test_large_changes_of_excitement_are_swings():
    studio = a_live_room()
    for intensity in (900_000, 200_000, 400_000):
        studio.send(SetIntensity(intensity_ppm=intensity), Seat.ANCHOR)

    assert studio.room.voice.swings() == 2
    assert len(studio.of(IntensityChanged)) == 3
    studio.advance(62)
    assert studio.room.voice.swings() == 0


def test_hunters_have_no_interest_in_products():
    assert INTEREST[5] == 0.0
