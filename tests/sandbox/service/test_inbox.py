"""What the seat reads."""

from sandbox.service.commands import AnswerTicket
from tests.sandbox.harness import HOUR
from tests.sandbox.service.harness import ORDERS, Room


def test_an_empty_desk_has_no_numbers_rather_than_zeros():
    numbers = Room().desk.numbers()

    assert (numbers.open, numbers.overdue) == (0, 0)
    assert (numbers.first_reply_p50, numbers.first_reply_p90, numbers.csat_ppm) == (None, None, None)


def test_first_replies_are_counted_by_rank():
    room = Room()
    tickets = []
    for number in range(10):
        room.place(ORDERS[number], promise_days=60)
        tickets.append(room.write("other", ORDERS[number]))
    for ticket in tickets:
        room.wait(HOUR)
        room.command(AnswerTicket(ticket=ticket, macro="thanks", language="en"))

    numbers = room.desk.numbers()
    assert (numbers.first_reply_p50, numbers.first_reply_p90) == (5 * HOUR, 9 * HOUR)


def test_what_waits_for_the_team_comes_before_what_waits_for_the_buyer():
    room = Room()
    for order in ORDERS[:2]:
        room.place(order)
    first, second = room.write("other", ORDERS[0]), room.write("other", ORDERS[1])
    room.command(AnswerTicket(ticket=first, macro="thanks", language="en"))

    assert [row.id for row in room.desk.inbox()] == [second, first]


def test_closed_tickets_stay_readable_newest_first():
    room = Room()
    closed = []
    for number in range(3):
        room.place(ORDERS[number], promise_days=60)
        closed.append(room.write("presale", ORDERS[number]))
        room.resolve(closed[-1], "info")
        room.wait(10)

    assert [row.id for row in room.desk.closed(newest=2)] == closed[:0:-1]
    assert room.desk.inbox() == []


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
