import pytest

from grading.competence import State
from grading.estimator import Score, estimate
from grading.framework import default_framework
from grading.grade import Session, grade_sessions
from grading.indicator import Gap
from sandbox.engine.events import SeatTaken
from sandbox.livestream.events import IntensityChanged, PitchClosed, PointMade, SegmentStarted, TickAggregated
from sandbox.market.events import OrderPlaced
from sandbox.service.events import ReplySent, SlaBreached, TicketOpened
from tests.grading.builders import HEADER, Story, filled, result


def a_desk_story(in_time=17, late=3, by="hua"):
    story = Story(service="hua", anchor="lin", traffic="bot:average")
    for i in range(in_time + late):
        latency = 60 if i < in_time else 91
        reply = filled(ReplySent, ticket=f"t{i}", by="seat", first=True, latency_seconds=latency, sla_seconds=90)
        story.add(100 + i, reply, by=by, seat="service")
    return story


def test_V4_seventeen_of_twenty_replies_in_time_for_who_wrote_them_and_nothing_for_others():
    grade = a_desk_story().grade()

    [observed] = result(grade, "hua", "CS-C1").observations
    other = result(grade, "lin", "CS-C1")

    assert (observed.x, observed.n, observed.y) == (0.85, 20, pytest.approx(68.333, abs=5e-4))
    assert (other.observations, other.estimate) == ((), None)
    assert other.gaps == {"run-1": Gap.OTHER_SEAT}


def test_only_people_are_graded():
    assert [student.subject for student in a_desk_story().grade().students] == ["hua", "lin"]


def test_bots_are_graded_where_nobody_else_played():
    assert [s.subject for s in Story(anchor="bot:weak", traffic="bot:expert", service="").grade().students] == [
        "bot:expert",
        "bot:weak",
    ]


def test_every_number_opens_to_its_events():
    [observed] = result(a_desk_story().grade(), "hua", "CS-C1").observations

    assert observed.lets == {"ok": 17, "all": 20}
    assert (observed.citations["ok"].count, observed.citations["ok"].ranges) == (17, ((4, 20),))
    assert observed.citations["all"].first[0].at == 100


def test_the_estimate_is_the_closed_form_of_the_observation():
    found = result(a_desk_story().grade(), "hua", "CS-C1")
    framework = default_framework()

    assert found.estimate == estimate([Score(0, found.observations[0].y, 20)], 0, framework.estimator)


def test_a_seat_that_is_handed_over_splits_what_happened_in_it():
    story = Story(anchor="lin")
    for at in range(5, 605, 5):
        if at == 305:
            story.add(300, SeatTaken(seat="anchor", holder="mei"))
        who, watched = ("lin", 20) if at <= 300 else ("mei", 10)
        if at % 300 == 5:
            story.add(at, filled(IntensityChanged), by=who, seat="anchor")
        story.add(at, filled(TickAggregated, organic=1, watch_seconds=watched, watch_expected=10))

    grade = story.grade()

    assert [result(grade, who, "NM-A1").observations[0].x for who in ("lin", "mei")] == [2, 1]


def test_who_held_other_seats_only_has_no_evidence_rather_than_zero():
    [_, lin] = a_desk_story().grade().students

    assert {grade.standing.state for grade in lin.competences} == {State.NONE}
    assert lin.overall.level is None
    assert lin.seats == ("anchor",)


def test_an_indicator_whose_events_do_not_exist_yet_says_so():
    assert result(a_desk_story().grade(), "hua", "NM-C1").gaps == {"run-1": Gap.NOT_RECORDED}


def test_too_few_opportunities_say_so():
    assert result(a_desk_story(in_time=4, late=0).grade(), "hua", "CS-C1").gaps == {"run-1": Gap.TOO_FEW}


def test_one_indicator_of_one_session_is_not_enough_for_a_level():
    story = Story(anchor="lin")
    story.add(900, filled(PitchClosed, seconds=200, points_planned=40, points_made=40))
    [lin] = story.grade().students
    pictures = lin.competences[1]

    assert (pictures.code, pictures.sessions, pictures.standing.state) == ("PP", 1, State.INSUFFICIENT)
    assert pictures.standing.coverage == pytest.approx(3 / 11)
    assert pictures.standing.level is None


def test_many_sessions_add_up_over_teaching_weeks():
    sessions = [Session({**HEADER, "run": f"r{w}"}, a_desk_story().envelopes, week=w) for w in range(4)]

    once, often = (result(grade_sessions(s), "hua", "CS-C1") for s in (sessions[:1], sessions))
    backwards = result(grade_sessions(sessions[::-1]), "hua", "CS-C1")

    assert len(often.observations) == 4
    assert often.estimate.sd < once.estimate.sd
    assert often.estimate == backwards.estimate


def test_the_picture_of_an_earlier_week_leaves_later_sessions_out():
    sessions = [Session({**HEADER, "run": f"r{w}"}, a_desk_story().envelopes, week=w) for w in (1, 5)]

    then = result(grade_sessions(sessions, as_of_week=1), "hua", "CS-C1")

    assert [observation.run for observation in then.observations] == ["r1"]


def test_a_student_in_five_seats_is_graded_in_all_of_them():
    story = Story(anchor="lin", operations="lin", selection="lin", traffic="lin", service="lin")
    for n in range(12):
        story.add(10 + n, filled(PointMade, is_true=True, forbidden="", first_time=True), by="lin", seat="anchor")
        reply = filled(ReplySent, by="seat", first=True, latency_seconds=1, sla_seconds=9)
        story.add(20 + n, reply, by="lin", seat="service")
    grade = story.grade()

    assert result(grade, "lin", "MP-A2").observations[0].y == 100
    assert result(grade, "lin", "CS-C1").observations[0].y == 100
    assert grade.students[0].seats == ("anchor", "operations", "selection", "traffic", "service")


def test_a_rundown_that_ran_itself_is_nobodys_merit():
    story = Story(anchor="lin")
    for n in range(8):
        story.add(100 * n, filled(SegmentStarted, planned_s=100 * n, actual_s=100 * n))

    assert result(story.grade(), "lin", "EO-A1").gaps == {"run-1": Gap.TOO_FEW}


def test_what_the_world_brings_to_an_idle_seat_is_no_merit_but_what_it_neglects_counts():
    story = Story(operations="lin", service="lin")
    for n in range(40):
        story.add(10 * n, filled(OrderPlaced, order=f"o{n}", units=1))
        story.add(10 * n, filled(TicketOpened, ticket=f"t{n}", due=10 * n + 9))
        story.add(10 * n + 9, SlaBreached(ticket=f"t{n}"))

    grade = story.grade()

    assert result(grade, "lin", "EO-O2").gaps == {"run-1": Gap.IDLE}
    assert result(grade, "lin", "CS-C1").observations[0].y == 20


def test_the_order_in_which_students_are_named_does_not_depend_on_who_sat_down_first():
    story = Story(service="zoe", anchor="amy")
    story.add(5, filled(TicketOpened))

    assert [student.subject for student in story.grade().students] == ["amy", "zoe"]
