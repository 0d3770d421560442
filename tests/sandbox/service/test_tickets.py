"""A ticket from the first word to the last."""

import pytest

from sandbox.service.commands import AnswerOldest, AnswerTicket, ApproveRefund, ClassifyTicket, ResolveTicket
from sandbox.service.events import (
    AutoAcknowledged,
    CsatRecorded,
    PhotoReceived,
    RefundAsked,
    RefundDecided,
    ReplySent,
    SlaBreached,
    TicketClassified,
    TicketExpired,
    TicketOpened,
    TicketReopened,
    TicketResolved,
    TicketSettled,
)
from tests.sandbox.harness import DAY, HOUR
from tests.sandbox.service.harness import OPERATIONS, ORDERS, Room, in_own_words


@pytest.fixture
def room() -> Room:
    room = Room()
    room.place()
    return room


def test_a_ticket_says_who_writes_and_by_when_to_answer(room):
    room.place(ORDERS[1], "DE", value=4100)
    room.write("return", ORDERS[1])

    opened = room.said(TicketOpened)[-1]
    assert (opened.country, opened.language, opened.kind, opened.value) == ("DE", "de", "return", 4100)
    assert opened.due == room.world.now + 24 * HOUR
    assert 0 <= opened.phrase < 840


def test_a_first_answer_is_timed_and_judged(room):
    ticket = room.write("where_is_it")
    room.wait(2 * HOUR)
    room.command(AnswerTicket(ticket=ticket, macro="tracking", language="en"))

    [sent] = room.said(ReplySent)
    assert (sent.first, sent.latency_seconds, sent.fits, sent.language_right) == (True, 2 * HOUR, True, True)
    assert room.desk.open_tickets()[0].state == "answered"


def test_a_macro_about_something_else_does_not_fit(room):
    ticket = room.write("defect")
    room.command(AnswerTicket(ticket=ticket, macro="tracking", language="en"))

    assert not room.said(ReplySent)[0].fits


def test_own_words_that_explain_fit(room):
    ticket = room.write("presale")
    room.command(AnswerTicket(ticket=ticket, reply=in_own_words(language="en"), language="en"))
    room.command(AnswerTicket(ticket=ticket, reply=in_own_words(language="en", explains=False), language="en"))

    assert [sent.fits for sent in room.said(ReplySent)] == [True, False]
    assert [sent.first for sent in room.said(ReplySent)] == [True, False]


def test_a_deed_answers_where_something_is_to_be_done(room):
    deed = in_own_words(language="en", explains=False, acts=True)
    room.place(ORDERS[1])
    for kind, order in (("cancel", ORDERS[0]), ("where_is_it", ORDERS[1])):
        room.command(AnswerTicket(ticket=room.write(kind, order), reply=deed, language="en"))

    assert [sent.fits for sent in room.said(ReplySent)] == [True, False]


def test_a_wrong_language_is_not_refused_but_costs_tone(room):
    ticket = room.write("where_is_it")
    room.command(AnswerTicket(ticket=ticket, macro="tracking", language="en"))
    room.command(AnswerTicket(ticket=ticket, macro="tracking", language="zh"))

    right, wrong = room.said(ReplySent)
    assert not wrong.language_right
    assert right.tone_ppm - wrong.tone_ppm == 400_000


def test_a_fitting_answer_settles_a_simple_question_by_itself(room):
    ticket = room.write("where_is_it")
    room.command(AnswerTicket(ticket=ticket, macro="tracking", language="en"))
    room.wait_days(2.1)

    [resolved] = room.said(TicketResolved)
    assert (resolved.action, resolved.right, resolved.policy) == ("info", "right", "on_its_way")


def test_an_answer_beside_the_point_brings_the_buyer_back_or_loses_them():
    room = Room()
    for order in ORDERS[:60]:
        room.place(order, promise_days=60)
        room.command(AnswerTicket(ticket=room.write("defect", order), macro="thanks", language="en"))
    room.wait_days(0.6)

    back, gone = len(room.said(TicketReopened)), len(room.said(TicketExpired))
    assert back + gone >= 60
    assert 30 < back < 54


def test_nobody_acting_sends_an_acknowledgement_that_is_no_reply(room):
    room.write("other")
    room.wait(HOUR + 1)

    assert len(room.said(AutoAcknowledged)) == 1
    assert room.said(ReplySent) == []
    assert room.desk.open_tickets()[0].replies == 0


def test_an_overdue_ticket_is_a_breach_and_after_a_week_the_buyer_gives_up(room):
    room.write("return")
    room.wait(24 * HOUR + 1)
    assert len(room.said(SlaBreached)) == 1

    room.wait_days(6)
    [expired] = room.said(TicketExpired)
    assert (expired.kind, room.desk.open_count()) == ("return", 0)


def test_a_prompt_answer_breaches_nothing(room):
    ticket = room.write("return")
    room.command(AnswerTicket(ticket=ticket, macro="return_steps", language="en"))
    room.wait_days(1.5)

    assert room.said(SlaBreached) == room.said(AutoAcknowledged) == []


def test_the_oldest_waiting_ticket_of_a_kind_is_answered_first(room):
    room.place(ORDERS[1])
    first = room.write("where_is_it")
    room.wait(10)
    room.write("where_is_it", ORDERS[1])
    room.command(AnswerOldest(kind="where_is_it", macro="tracking"))

    assert [sent.ticket for sent in room.said(ReplySent)] == [first]


def test_classifying_changes_only_the_label(room):
    ticket = room.write("where_is_it")
    room.command(ClassifyTicket(ticket=ticket, category="customs"))

    assert room.said(TicketClassified) == [TicketClassified(ticket=ticket, category="customs")]
    assert (room.desk.open_tickets()[0].category, room.desk.open_tickets()[0].kind) == ("customs", "where_is_it")


def test_resolving_names_the_rule_and_what_it_costs(room):
    ticket = room.write("cancel")
    room.resolve(ticket, "refund_full")

    [resolved] = room.said(TicketResolved)
    assert (resolved.right, resolved.policy, resolved.cost, resolved.share_ppm) == (
        "right", "cancel_in_time", 2500, 1_000_000,
    )
    assert resolved.is_refund


def test_closing_without_a_word_sends_the_platform_s_note(room):
    room.resolve(room.write("cancel"), "refund_full")

    assert [(sent.first, sent.language_right) for sent in room.said(ReplySent)] == [(True, True)]


def test_a_refund_above_the_limit_waits_for_operations(room):
    room.place(ORDERS[1], value=6000)
    ticket = room.write("cancel", ORDERS[1])
    room.resolve(ticket, "refund_full")

    assert room.said(RefundAsked) == [RefundAsked(ticket=ticket, amount=6000)]
    assert room.said(TicketResolved) == []
    assert room.desk.open_tickets()[0].state == "waiting_approval"
    assert room.desk.asked_amount(ticket) == 6000


def test_half_of_the_price_may_stay_below_the_limit(room):
    room.place(ORDERS[1], value=6000)
    room.resolve(room.write("not_as_described", ORDERS[1]), "refund_part", 500_000)

    [resolved] = room.said(TicketResolved)
    assert (resolved.cost, resolved.share_ppm) == (3000, 500_000)


def test_operations_may_say_yes(room):
    room.place(ORDERS[1], value=6000)
    ticket = room.write("cancel", ORDERS[1])
    room.resolve(ticket, "refund_full")
    room.command(ApproveRefund(ticket=ticket, approve=True), OPERATIONS)

    assert room.said(RefundDecided) == [RefundDecided(ticket=ticket, approved=True)]
    assert room.said(TicketResolved)[0].action == "refund_full"


def test_operations_may_say_no_and_the_ticket_is_open_again(room):
    room.place(ORDERS[1], value=6000)
    ticket = room.write("cancel", ORDERS[1])
    room.resolve(ticket, "refund_full")
    room.command(ApproveRefund(ticket=ticket, approve=False), OPERATIONS)

    assert (room.desk.open_tickets()[0].state, room.said(TicketResolved)) == ("open", [])
    assert room.desk.asked_amount(ticket) == 0


def test_who_asked_for_a_photo_gets_one_and_may_then_decide(room):
    ticket = room.write("defect")
    room.command(AnswerTicket(ticket=ticket, macro="ask_photo", language="en"))
    room.wait_days(1.9)

    assert room.said(PhotoReceived) == [PhotoReceived(ticket=ticket, due=room.desk.open_tickets()[0].due)]
    assert (room.desk.open_tickets()[0].has_photo, room.desk.open_tickets()[0].state) == (True, "reopened")


def test_a_closed_ticket_is_rated_or_comes_back():
    room = Room()
    for order in ORDERS[:200]:
        room.place(order, promise_days=60)
        room.resolve(room.write("cancel", order), "refund_full")
    room.wait_days(5)

    rated = [event.score for event in room.said(CsatRecorded)]
    assert len(rated) + len(room.said(TicketReopened)) >= 200
    assert 3.9 < sum(rated) / len(rated) < 4.6


def test_a_second_message_while_a_ticket_is_open_joins_it(room):
    room.write("where_is_it")
    room.write("cancel")

    assert len(room.said(TicketOpened)) == 1
    assert room.desk.open_tickets()[0].contacts == 2


def test_a_parcel_that_arrives_settles_the_question_where_it_is(room):
    answered = room.write("where_is_it")
    room.command(AnswerTicket(ticket=answered, macro="tracking", language="en"))
    room.place(ORDERS[1])
    room.write("where_is_it", ORDERS[1])
    for order in ORDERS[:2]:
        room.desk.order_delivered(order, True, False, False, 0)

    assert room.desk.open_count() == 0
    assert room.said(TicketSettled) == [TicketSettled(ticket=answered)]
    assert len(room.said(TicketExpired)) == 1


REFUSED = [
    ("answer", {"ticket": "0000000000000", "macro": "thanks"}, "ticket_unknown"),
    ("answer", {"macro": None}, "reply_empty"),
    ("answer", {"macro": "thanks", "reply": in_own_words()}, "reply_empty"),
]


@pytest.mark.parametrize(("name", "changes", "code"), REFUSED)
def test_an_answer_needs_a_ticket_and_words(room, name, changes, code):
    ticket = room.write("presale")
    refusal = room.refusal(AnswerTicket(**{"ticket": ticket, "language": "en", **changes}))

    assert refusal.code == code


@pytest.mark.parametrize("share_ppm", [0, 1_000_000])
def test_part_of_the_price_is_more_than_nothing_and_less_than_all(room, share_ppm):
    command = ResolveTicket(ticket=room.write("return"), action="refund_part", share_ppm=share_ppm)

    assert room.refusal(command).code == "share_out_of_range"


def test_a_closed_ticket_is_closed(room):
    ticket = room.write("cancel")
    room.resolve(ticket, "refund_full")

    refusal = room.refusal(AnswerTicket(ticket=ticket, macro="thanks", language="en"))
    assert (refusal.code, str(refusal)) == ("already_closed", "expected an open ticket, got #1, which is closed")


def test_a_refund_that_waits_cannot_be_closed_around_operations(room):
    room.place(ORDERS[1], value=6000)
    ticket = room.write("cancel", ORDERS[1])
    room.resolve(ticket, "refund_full")

    refusal = room.refusal(ResolveTicket(ticket=ticket, action="refund_part", share_ppm=1))
    assert (refusal.code, refusal.facts["amount"]) == ("needs_approval", 6000)


def test_there_is_nothing_to_approve_before_somebody_asks(room):
    assert room.refusal(ApproveRefund(ticket=room.write("cancel"), approve=True)).code == "nothing_to_approve"


def test_a_question_from_the_room_has_no_order_to_refund(room):
    room.desk.comment_handed(12345, 0, "DE", "spec")
    ticket = room.said(TicketOpened)[-1].ticket

    assert room.refusal(ResolveTicket(ticket=ticket, action="refund_full")).code == "no_order"


def test_money_that_is_back_cannot_go_back_again(room):
    ticket = room.write("cancel")
    room.left = 0

    assert room.refusal(ResolveTicket(ticket=ticket, action="refund_full")).code == "already_refunded"


def test_without_a_waiting_ticket_there_is_no_oldest(room):
    room.write("cancel")

    assert room.refusal(AnswerOldest(kind="customs", macro="customs_explained")).code == "no_ticket"


def test_waiting_for_operations_does_not_last_for_ever(room):
    room.place(ORDERS[1], value=6000)
    room.resolve(room.write("cancel", ORDERS[1]), "refund_full")
    room.wait(7 * DAY + 1)

    assert [event.kind for event in room.said(TicketExpired)] == ["cancel"]


def test_the_same_desk_has_the_same_digest_and_another_has_not():
    def digest(answers: int) -> bytes:
        room = Room()
        for order in ORDERS[:3]:
            room.place(order)
        for order in ORDERS[:answers]:
            room.command(AnswerTicket(ticket=room.write("other", order), macro="thanks", language="en"))
        room.wait_days(1)
        return room.desk.state_digest()

    assert digest(2) == digest(2)
    assert digest(2) != digest(3)
