"""What the service seat sees of its desk."""

import pytest

from sandbox.service.commands import ClaimTicket, SetDeskPolicy
from sandbox.service.rows import load_rows, macro_rows, policy_card, say_rows, staff_row
from tests.sandbox.service.harness import ORDERS, Room


@pytest.fixture
def room() -> Room:
    room = Room()
    room.place()
    return room


def test_a_card_names_the_rule_its_source_and_what_is_known(room):
    room.place(ORDERS[1], "DE", promise_days=2)
    ticket = room.write("return", ORDERS[1])
    room.desk.order_delivered(ORDERS[1], True, False, False, 0)
    room.wait_days(3)
    card = policy_card(room.desk, ticket, exam=False)

    assert (card.rule, card.return_days, card.days_here, card.stage) == ("withdrawal", 14, 3, "delivered")
    assert "2011/83" in card.source
    assert card.right == ("return_label",)
    assert "formal" in card.checklist


def test_an_exam_shows_the_rule_and_keeps_the_answer(room):
    card = policy_card(room.desk, room.write("cancel"), exam=True)

    assert (card.rule, card.right, card.acceptable) == ("cancel_in_time", (), ())


def test_a_card_tells_chats_from_letters_and_whose_hands_it_is_in(room):
    ticket = room.write("cancel")
    room.command(ClaimTicket(ticket=ticket))
    card = policy_card(room.desk, ticket, exam=False)

    assert (card.channel, card.claimed, card.agent) == ("chat", True, False)


def test_staff_says_what_a_day_costs_and_brings(room):
    room.command(SetDeskPolicy(auto_notify=False, queue="oldest", agents=2, languages=("en",), bot=True))
    row = staff_row(room.desk)

    assert (row.cost_per_day, row.letters_per_day) == (2 * 9 * 900 + 600, 154)
    assert dict(row.zones)["US"] > dict(row.zones)["CN"]


def test_nobody_hired_costs_nothing(room):
    row = staff_row(room.desk)

    assert (row.agents, row.cost_per_day, row.letters_per_day) == (0, 0, 0)


def test_the_load_grows_with_what_will_be_late():
    room = Room()
    room.place_many(promise_days=1)
    today, tomorrow, _ = load_rows(room.desk, room.world.now)

    assert (today.late_orders, tomorrow.late_orders) == (0, 1000)
    assert tomorrow.expected == pytest.approx(140, abs=2)


def test_what_has_arrived_is_late_no_more():
    room = Room()
    room.place_many(promise_days=1)
    for order in ORDERS[:400]:
        room.desk.order_delivered(order, True, False, False, 0)
        room.desk.order_closed(order)
    for order in ORDERS[400:500]:
        room.desk.order_closed(order)

    assert room.desk.late_by(1) == 500


def test_the_notice_board_lists_macros_and_what_must_not_be_said():
    assert {row.id for row in macro_rows()} >= {"tracking", "thanks"}
    assert all(row.law for row in say_rows())
