import pytest

from sandbox.kernel.messages import Seat
from sandbox.livestream.commands import (
    CallToAction,
    ClaimScarcity,
    CorrectClaim,
    MakePoint,
    Say,
    Utterance,
)
from sandbox.livestream.compliance import POINTS
from sandbox.livestream.equations import URGENCY
from sandbox.livestream.events import (
    ActionCalled,
    CallClosed,
    ClaimCorrected,
    PointMade,
    ScarcityClaimed,
    ShowEnded,
    TickAggregated,
    TrafficPenalised,
    ViolationDetected,
)
from tests.sandbox.livestream.builders import Studio, a_live_room

MEDICAL = Say(
    utterance=Utterance(language="en", words=8, tags=("medical",), analyser="rules-1", text_hash="0" * 64)
)


def a_room_that_was_caught() -> Studio:
    """Forbidden claims, once a second, until the platform notices one."""
    studio = a_live_room()
    studio.send(MEDICAL)
    second = 1
    while not studio.of(ViolationDetected):
        second += 5
        studio.advance(second)
        if second % 100 == 1:
            studio.send(MEDICAL)
    return studio


def test_some_claims_are_noticed_within_two_minutes():
    caught = [claim.caught_at for claim in many_claims()]

    assert all(at == 0 or 5 < at <= 121 for at in caught)
    assert 0.3 < sum(at > 0 for at in caught) / len(caught) < 0.7


def many_claims() -> list:
    studio = a_live_room()
    for _ in range(60):
        studio.send(MEDICAL)
    return studio.room.compliance.claims


def test_points_bring_a_penalty_and_fewer_shows():
    studio = a_room_that_was_caught()
    caught, penalised = studio.last(ViolationDetected), studio.last(TrafficPenalised)
    shows = [tick.shows for tick in studio.of(TickAggregated)]
    studio.advance(studio.world.now + 100)
    after = [tick.shows for tick in studio.of(TickAggregated)][len(shows) + 1 :]

    assert (caught.tag, caught.points, caught.total) == ("medical", POINTS["medical"], 8)
    assert penalised.until == studio.at(TrafficPenalised)[-1] + 1800
    assert sum(after) / len(after) < 0.5 * sum(shows) / len(shows)


def test_twelve_points_close_the_room():
    studio = a_live_room()
    for second in range(1, 1200, 60):
        studio.advance(second)
        if studio.room.is_live:
            studio.send(MEDICAL)
    studio.advance(1800)

    assert studio.last(ViolationDetected).total >= 12
    assert studio.last(ShowEnded).reason == "closed_by_platform"


@pytest.mark.parametrize("wait", [0, 60])
def test_a_claim_taken_back_within_a_minute_costs_half(wait):
    studio = a_live_room()
    studio.send(MEDICAL)
    studio.advance(1 + wait)
    studio.send(CorrectClaim())

    assert studio.last(ClaimCorrected).tag == "medical"
    assert studio.room.compliance.claims[0].points + studio.room.compliance.total >= 4
    assert studio.refusal(CorrectClaim()) == "nothing_to_correct"


def test_a_claim_older_than_a_minute_stays():
    studio = a_live_room()
    studio.send(MEDICAL)
    studio.advance(63)

    assert studio.refusal(CorrectClaim()) == "nothing_to_correct"


def test_a_forbidden_selling_point_is_a_claim():
    studio = a_live_room()
    studio.send(MakePoint(point="heals"))
    studio.send(MakePoint(point="swiss"))

    assert [claim.tag for claim in studio.room.compliance.claims] == ["medical"]
    assert [point.is_true for point in studio.of(PointMade)] == [False, False]
    assert studio.room.director.pitch.false_claims == 2
    assert studio.room.anchor.inflate_ppm() == 500_000


def test_a_true_scarcity_claim_makes_people_hurry():
    studio = a_live_room()
    studio.send(ClaimScarcity(units_left=10))
    once = float(studio.room.stage.crowd.mood["persuasion"][URGENCY])
    studio.send(ClaimScarcity(units_left=10))

    claimed = studio.last(ScarcityClaimed)
    assert (claimed.units_true, claimed.honest) == (10, True)
    assert once == pytest.approx(0.1)
    assert studio.room.stage.crowd.mood["persuasion"][URGENCY] < 0.15


def test_nobody_believes_the_third_lie():
    studio = a_live_room()
    for _ in range(2):
        studio.send(ClaimScarcity(units_left=4))
    before = studio.room.anchor.belief
    studio.send(ClaimScarcity(units_left=0))

    assert (before, studio.room.anchor.belief) == (1.0, 0.3)
    assert [claim.tag for claim in studio.room.compliance.claims] == ["false_scarcity"] * 3


def test_a_call_to_action_rests_half_a_minute_and_reports_after_twenty_seconds():
    studio = a_live_room()
    studio.send(CallToAction(action="cart"))
    too_soon = studio.refusal(CallToAction(action="follow"))
    studio.advance(40)
    studio.send(CallToAction(action="follow"))

    assert too_soon == "too_soon"
    assert studio.at(CallClosed) == [25]
    assert [call.action for call in studio.of(ActionCalled)] == ["cart", "follow"]


def test_a_call_brings_what_it_asks_for():
    called, silent = a_live_room(size=10), a_live_room(size=10)
    for second in range(1, 900, 30):
        for studio in (called, silent):
            studio.advance(second)
        called.send(CallToAction(action="follow"), Seat.ANCHOR)

    more, usual = (studio.total(TickAggregated, "follows") for studio in (called, silent))
    assert usual < more < 2 * usual
