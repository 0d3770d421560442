import pytest

from sandbox.engine.events import PlayEnded
from sandbox.service.events import (
    CsatRecorded,
    ReplySent,
    SlaBreached,
    TicketClassified,
    TicketExpired,
    TicketOpened,
    TicketReopened,
    TicketResolved,
)
from tests.grading.builders import Story, filled


def a_desk(*tickets):
    """A desk held by *hua*, with tickets opened at second 1000, due at 4600."""
    story = Story(service="hua")
    for ticket, kind in tickets:
        story.add(1000, filled(TicketOpened, ticket=ticket, kind=kind, due=4600))
    return story


def a_reply(**values):
    """A reply of the seat itself."""
    return filled(ReplySent, **{"by": "seat", **values})


def test_only_the_first_reply_counts_for_speed():
    story = a_desk(("t1", "return"))
    story.add(1600, a_reply(ticket="t1", first=True, latency_seconds=600, sla_seconds=3600), by="hua")
    story.add(1700, a_reply(ticket="t1", first=False, latency_seconds=700, sla_seconds=3600), by="hua")

    [reply] = story.evidence("ticket.first_reply")

    assert (reply.subject, dict(reply.data)) == ("hua", {"latency_s": 600, "sla_s": 3600})


def test_a_ticket_nobody_answered_counts_against_who_held_the_desk():
    story = a_desk(("t1", "return"), ("t2", "return"))
    story.add(4600, SlaBreached(ticket="t1"))
    story.add(4600, SlaBreached(ticket="t2"))
    story.add(5000, a_reply(ticket="t2", first=True, latency_seconds=4000, sla_seconds=3600), by="hua")

    found = [(e.subject, e.data["latency_s"]) for e in story.evidence("ticket.first_reply")]

    assert found == [("hua", None), ("hua", 4000)]


def test_what_happens_after_play_has_ended_counts_against_nobody():
    story = a_desk(("t1", "return"))
    story.add(2000, PlayEnded(reason="planned"))
    story.add(4600, SlaBreached(ticket="t1"))
    story.add(9000, filled(TicketExpired, ticket="t1"))

    assert story.evidence("ticket.first_reply") == []
    assert story.evidence("ticket.closed") == []


def test_a_closed_ticket_knows_whether_it_came_back_and_how_it_was_rated():
    story = a_desk(("t1", "defect"))
    story.add(2000, filled(TicketResolved, ticket="t1", contacts=1), by="hua")
    story.add(3000, TicketReopened(ticket="t1", due=9000))
    story.add(4000, filled(TicketResolved, ticket="t1", contacts=2), by="hua")
    story.add(5000, CsatRecorded(ticket="t1", score=4, expected_ppm=4_200_000))

    first, second = story.evidence("ticket.closed")

    assert (first.data["contacts"], first.data["reopened"]) == (1, True)
    assert dict(second.data) == {"contacts": 2, "reopened": False, "csat": 4, "csat_expected": 4.2}


def test_a_ticket_given_up_is_closed_without_a_solution():
    story = a_desk(("t1", "defect"))
    story.add(9000, filled(TicketExpired, ticket="t1"))

    [closed] = story.evidence("ticket.closed")

    assert (closed.subject, closed.data["contacts"], closed.data["csat"]) == ("hua", 0, None)


def test_the_last_cause_given_is_compared_with_the_true_one():
    story = a_desk(("t1", "customs"))
    story.add(2000, TicketClassified(ticket="t1", category="other"), by="hua")
    story.add(2100, TicketClassified(ticket="t1", category="customs"), by="hua")

    assert [list(e.data.values()) for e in story.evidence("ticket.classified")] == [["customs", "customs"]]


@pytest.mark.parametrize(
    ("kind", "is_refund", "right", "decisions"),
    [
        ("where_is_it", True, "wrong", [False]),
        ("where_is_it", False, "right", []),
        ("defect", False, "wrong", [False]),
        ("defect", True, "acceptable", [True]),
    ],
)
def test_giving_and_refusing_a_refund_are_both_decisions(kind, is_refund, right, decisions):
    story = a_desk(("t1", kind))
    story.add(2000, filled(TicketResolved, ticket="t1", kind=kind, is_refund=is_refund, right=right), by="hua")

    assert [e.data["policy_right"] for e in story.evidence("refund.decided")] == decisions


def test_a_return_is_timed_from_the_buyers_first_word():
    story = a_desk(("t1", "return"), ("t2", "customs"))
    story.add(1000 + 7200, filled(TicketResolved, ticket="t1", kind="return"), by="hua")
    story.add(9000, filled(TicketResolved, ticket="t2", kind="customs"), by="hua")

    assert [dict(e.data) for e in story.evidence("return.handled")] == [{"hours": 2, "sla_h": 48}]


@pytest.mark.parametrize(("tone", "language_right", "score"), [(750_000, True, 4), (1_000_000, False, 1)])
def test_a_reply_the_buyer_cannot_read_has_no_tone(tone, language_right, score):
    story = a_desk(("t1", "return"))
    story.add(1600, a_reply(ticket="t1", tone_ppm=tone, language_right=language_right), by="hua")

    assert story.evidence("message.rated")[0].data["score_1_5"] == score


@pytest.mark.parametrize("who", ["agent", "bot", "platform"])
def test_what_others_wrote_shows_no_skill_of_the_seat(who):
    story = a_desk(("t1", "return"))
    story.add(1600, a_reply(ticket="t1", by=who, first=True, latency_seconds=600, sla_seconds=3600))

    assert story.evidence("ticket.first_reply") == story.evidence("message.rated") == []
