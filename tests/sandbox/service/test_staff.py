"""Hired agents, the bot, wages, claims, merges, and calls before an order paid at the door leaves."""

import pytest

from sandbox.kernel import ids
from sandbox.kernel.detmath import normal_quantile
from sandbox.service import roster
from sandbox.service.commands import AnswerTicket, ApproveRefund, ClaimTicket, ConfirmCod, MergeTickets, SetDeskPolicy
from sandbox.service.events import (
    AccountHealthChanged,
    CodConfirmed,
    CsatRecorded,
    ReplySent,
    SlaBreached,
    TicketAssigned,
    TicketMerged,
    TicketOpened,
    TicketResolved,
    WagesPaid,
)
from sandbox.service.kinds import KINDS
from sandbox.service.standing import repeat_chance_ppm
from tests.sandbox.harness import HOUR
from tests.sandbox.service.harness import OPERATIONS, ORDERS, Room


def hire(room: Room, **changes) -> None:
    """One agent in China who writes English, round the clock unless told otherwise."""
    setup = {"agents": 1, "shift_from": 0, "shift_to": 24, "languages": ("en",)}
    room.command(SetDeskPolicy(auto_notify=False, queue="oldest", **{**setup, **changes}))
    room.wait(1)


def sent_about(room: Room, ticket: str) -> list[ReplySent]:
    return [sent for sent in room.said(ReplySent) if sent.ticket == ticket]


@pytest.fixture
def room() -> Room:
    room = Room()
    for order in ORDERS[:40]:
        room.place(order, promise_days=60)
    return room


def test_an_agent_answers_what_waits(room):
    ticket = room.write("where_is_it")
    hire(room)
    room.wait(HOUR)

    [sent] = sent_about(room, ticket)
    assert (sent.by, sent.first, sent.fits, sent.language_right) == ("agent", True, True, True)


def test_without_agents_nobody_answers(room):
    room.write("where_is_it")
    room.wait(20 * HOUR)

    assert room.said(ReplySent) == []


def test_an_agent_works_in_the_shift_only():
    """At 02:00 UTC it is 10:00 in China; the shift begins at 14:00 there."""
    room = Room()
    room.place(promise_days=60)
    hire(room, shift_from=14, shift_to=18)
    room.write("return")
    room.wait(4 * HOUR)
    assert room.said(ReplySent) == []

    room.wait(HOUR)
    assert len(room.said(ReplySent)) == 1


def test_a_letter_takes_seven_minutes_and_a_chat_four():
    places = [normal_quantile((k + 0.5) / 2000) for k in range(2000)]
    mail = [roster.handling_seconds("return", z, knows_language=True, has_macro=False) for z in places]
    chat = [roster.handling_seconds("presale", z, knows_language=True, has_macro=False) for z in places]

    assert sum(mail) / len(mail) == pytest.approx(420, rel=0.01)
    assert sum(chat) / len(chat) == pytest.approx(240, rel=0.01)


def test_a_foreign_language_takes_longer_and_a_macro_less():
    def seconds(**changes) -> int:
        return roster.handling_seconds("return", 0.3, **{"knows_language": True, "has_macro": False, **changes})

    assert seconds(knows_language=False) == pytest.approx(1.6 * seconds(), abs=1)
    assert seconds(has_macro=True) == pytest.approx(0.7 * seconds(), abs=1)


def test_three_chats_run_at_once_and_letters_one_after_the_other(room):
    for order in ORDERS[:4]:
        room.write("cancel", order)
    room.wait(1)
    for order in ORDERS[4:8]:
        room.write("return", order)
    hire(room)

    busy = [ticket for ticket in room.desk.open_tickets() if ticket.agent != -1]
    assert [ticket.kind for ticket in busy] == ["cancel"] * 3


@pytest.mark.parametrize(("queue", "first"), [("oldest", 0), ("deadline", 1), ("value", 2)])
def test_the_queue_follows_its_policy(queue, first):
    room = Room()
    tickets = []
    for order, value in zip(ORDERS[:3], (2000, 3000, 9000), strict=True):
        room.place(order, promise_days=60, value=value)
        tickets.append(room.write("return", order))
        room.wait(60)
    room.desk.ticket(tickets[1]).due = 1
    room.command(SetDeskPolicy(auto_notify=False, queue=queue, agents=1, shift_from=0, shift_to=24, languages=("en",)))
    room.wait(1)

    assert [room.desk.ticket(ticket).agent for ticket in tickets].index(0) == first


def test_an_agent_leaves_alone_what_the_seat_has_claimed(room):
    ticket = room.write("return")
    room.command(ClaimTicket(ticket=ticket))
    hire(room)
    room.wait(3 * HOUR)
    assert sent_about(room, ticket) == []

    room.command(ClaimTicket(ticket=ticket, to="agents"))
    room.wait(HOUR)
    assert [event.to for event in room.said(TicketAssigned)] == ["seat", "agents"]
    assert sent_about(room, ticket)[0].by == "agent"


def test_a_ticket_an_agent_works_on_cannot_be_claimed(room):
    ticket = room.write("return")
    hire(room)
    refusal = room.refusal(ClaimTicket(ticket=ticket))

    assert (refusal.code, refusal.facts["minutes"] > 0) == ("ticket_taken", True)


def test_a_ticket_is_claimed_once(room):
    ticket = room.write("return")
    room.command(ClaimTicket(ticket=ticket))

    assert room.refusal(ClaimTicket(ticket=ticket)).code == "already_assigned"


def test_an_answer_by_hand_makes_the_agent_s_letter_needless(room):
    ticket = room.write("return")
    hire(room)
    room.command(AnswerTicket(ticket=ticket, macro="return_steps", language="en"))
    room.wait(HOUR)

    assert [sent.by for sent in sent_about(room, ticket)] == ["seat"]


def test_agents_decide_by_policy_and_are_mostly_right():
    room = Room(refund_limit=100_000)
    for order in ORDERS[:300]:
        room.place(order, promise_days=60)
        room.write("cancel", order)
    hire(room, agents=5)
    room.wait_days(1)

    verdicts = [event.right for event in room.said(TicketResolved) if event.action != "info"]
    assert len(verdicts) > 250
    assert 0.7 < sum(verdict == "right" for verdict in verdicts) / 300 < 0.9


def test_a_refund_of_an_agent_above_the_limit_waits_too(room):
    room.place(ORDERS[50], value=9000, promise_days=60)
    ticket = room.write("cancel", ORDERS[50])
    hire(room)
    room.wait(HOUR)
    state = room.desk.ticket(ticket).state
    if state == "waiting_approval":
        room.command(ApproveRefund(ticket=ticket, approve=False), OPERATIONS)

    assert state in ("waiting_approval", "closed")


def test_wages_are_paid_when_the_shift_begins():
    room = Room()
    hire(room, agents=2, shift_from=9, shift_to=18, languages=("en", "de"))
    room.wait_days(2.9)

    paid = room.said(WagesPaid)
    assert [(event.hours, event.cost) for event in paid] == [(18, 18 * 900 * 115 // 100)] * 3


def test_another_agent_in_the_same_shift_costs_that_agent_only():
    room = Room()
    hire(room, shift_from=9, shift_to=18)
    hire(room, agents=3, shift_from=9, shift_to=18)
    hire(room, agents=1, shift_from=9, shift_to=18)
    hire(room, agents=3, shift_from=9, shift_to=18)

    assert [event.hours for event in room.said(WagesPaid)] == [9, 18]


def test_a_longer_shift_costs_its_hours():
    room = Room()
    hire(room, shift_from=9, shift_to=12)
    hire(room, shift_from=9, shift_to=18)

    assert [event.hours for event in room.said(WagesPaid)] == [3, 6]


def test_nobody_is_paid_for_days_without_work_after_the_season():
    room = Room()
    hire(room, shift_from=9, shift_to=18, bot=True)
    room.wait_days(3)
    room.desk.close_for_good()
    before = len(room.said(WagesPaid))
    room.wait_days(40)

    assert len(room.said(WagesPaid)) == before


def test_after_the_season_agents_come_in_for_what_waits(room):
    ticket = room.write("return")
    room.command(ClaimTicket(ticket=ticket))
    hire(room, shift_from=9, shift_to=18)
    room.desk.close_for_good()
    room.wait_days(1)

    assert sent_about(room, ticket)[0].by == "agent"


def test_a_shift_may_go_over_midnight():
    assert roster.shift_hours(22, 6) == 8
    assert roster.opening(23 * HOUR, 22, 6) == (0, 7 * HOUR)
    assert roster.opening(7 * HOUR, 22, 6) == (15 * HOUR, 23 * HOUR)
    assert roster.opening(0, 0, 24) == (0, 24 * HOUR)


def test_agents_sit_where_there_are_wages(room):
    refusal = room.refusal(SetDeskPolicy(auto_notify=False, queue="oldest", zone="PL"))

    assert (refusal.code, refusal.facts["zone"]) == ("no_agents_there", "PL")


def test_the_bot_solves_half_of_the_questions_where_it_is_and_few_others():
    room = Room()
    room.place_many(promise_days=60)
    room.command(SetDeskPolicy(auto_notify=False, queue="oldest", bot=True))
    for order in ORDERS:
        room.write("where_is_it", order)
    asked = [sent for sent in room.said(ReplySent) if sent.kind == "where_is_it"]

    assert sum(sent.fits for sent in asked) == pytest.approx(550, abs=45)
    assert sum(not sent.fits for sent in asked) == pytest.approx(80, abs=25)
    assert all(sent.first == sent.fits for sent in asked)


def test_a_wrong_answer_of_the_bot_is_no_first_reply(room):
    room.command(SetDeskPolicy(auto_notify=False, queue="oldest", bot=True))
    for order in ORDERS[:40]:
        room.write("where_is_it", order)
    room.wait(25 * HOUR)

    unanswered = {sent.ticket for sent in room.said(ReplySent) if not sent.first}
    assert unanswered <= {event.ticket for event in room.said(SlaBreached)}


def test_two_tickets_of_one_buyer_become_one():
    room = Room()
    for order in ORDERS[:2]:
        room.desk.order_placed(order, "US", 2500, 60, buyer="shopper-7")
    one, other = room.write("return", ORDERS[0]), room.write("where_is_it", ORDERS[1])
    room.command(MergeTickets(ticket=other, into=one))

    assert room.said(TicketMerged)[0].into == one
    assert [ticket.contacts for ticket in room.desk.open_tickets()] == [2]


def test_tickets_of_two_buyers_stay_two(room):
    one, other = room.write("return", ORDERS[0]), room.write("return", ORDERS[1])

    assert room.refusal(MergeTickets(ticket=other, into=one)).code == "not_same_buyer"
    assert room.refusal(MergeTickets(ticket=one, into=one)).code == "same_ticket"


def test_a_buyer_who_pays_at_the_door_can_be_called_before_the_parcel_leaves():
    room = Room()
    room.desk.order_placed(ORDERS[0], "US", 2500, 14, is_cod=True)
    room.place(ORDERS[1])
    order = ids.to_text(ORDERS[0])
    room.command(ConfirmCod(order=order))

    assert room.said(CodConfirmed) == [CodConfirmed(order=order, cost=60)]
    assert (room.desk.cod_confirmed(ORDERS[0]), room.desk.cod_confirmed(ORDERS[1])) == (True, False)
    assert room.refusal(ConfirmCod(order=order)).code == "already_confirmed"
    assert room.refusal(ConfirmCod(order=ids.to_text(ORDERS[1]))).code == "not_cod"
    assert room.refusal(ConfirmCod(order="0000000000000")).code == "order_unknown"


def test_a_call_comes_too_late_when_the_parcel_has_left():
    room = Room()
    room.desk.order_placed(ORDERS[0], "US", 2500, 14, is_cod=True)
    room.desk.order_moved(ORDERS[0], "shipped")

    assert room.refusal(ConfirmCod(order=ids.to_text(ORDERS[0]))).code == "already_shipped"


def test_a_bank_that_asks_makes_half_of_the_buyers_write():
    room = Room()
    room.place_many(promise_days=60)
    for order in ORDERS:
        room.desk.order_charged_back(order)
    room.wait_days(5)

    asked = [event for event in room.said(TicketOpened) if event.kind == "chargeback"]
    assert len(asked) == pytest.approx(480, abs=50)


def test_the_desk_says_how_it_stands_with_a_buyer(room):
    ticket = room.write("return")
    assert room.desk.standing(ORDERS[0]) == (True, False, False)
    room.wait(30 * HOUR)
    assert room.desk.standing(ORDERS[0]).slow
    assert not room.desk.has_conversation(ORDERS[0])

    room.command(AnswerTicket(ticket=ticket, macro="return_steps", language="en"))
    assert room.desk.has_conversation(ORDERS[0])
    assert room.desk.standing(ORDERS[1]) == (False, False, False)


def test_a_rating_says_whether_the_buyer_will_be_back(room):
    for order in ORDERS[:40]:
        room.resolve(room.write("cancel", order), "refund_full")
    room.wait_days(6)

    rated = room.said(CsatRecorded)
    assert {event.satisfied for event in rated} == {event.score >= 4 for event in rated}
    assert all(event.order for event in rated)
    assert repeat_chance_ppm(satisfied=True, unresolved=False) == 220_000
    assert repeat_chance_ppm(satisfied=False, unresolved=True) == 40_000


def test_slow_replies_are_seen_by_the_platform(room):
    for order in ORDERS[:40]:
        room.write("return", order)
    assert room.desk.reply_share_ppm() == 1_000_000
    room.wait(25 * HOUR)

    [changed] = room.said(AccountHealthChanged)
    assert (changed.metric, changed.healthy, changed.limit_ppm) == ("reply_24h", False, 850_000)
    assert room.desk.reply_share_ppm() == 0


def test_looking_at_the_share_of_replies_changes_nothing(room):
    room.write("return")
    room.wait(25 * HOUR)
    before = room.desk.state_digest()
    room.desk.reply_share_ppm()

    assert room.desk.state_digest() == before


def test_every_kind_can_be_worked_off():
    room = Room(refund_limit=100_000)
    for order, kind in zip(ORDERS, KINDS, strict=False):
        room.place(order, promise_days=60)
        room.write(kind, order)
    hire(room, macros=True)
    room.wait_days(1)

    assert {sent.kind for sent in room.said(ReplySent)} == set(KINDS)


def test_a_desk_with_agents_ends_the_same_every_time():
    def digest(secret: int) -> bytes:
        room = Room(secret)
        hire(room, agents=2, macros=True, bot=True, shift_from=9, shift_to=18)
        room.place_many(promise_days=3)
        room.wait_days(8)
        return room.desk.state_digest()

    assert digest(7) == digest(7)
    assert digest(7) != digest(8)
