"""Who writes, and what the desk can do so that fewer have to."""

import pytest

from sandbox.kernel.ids import from_text
from sandbox.service.commands import PublishNotice, SetDeskPolicy
from sandbox.service.events import DeskPolicyChanged, NoticePublished, TicketOpened
from tests.sandbox.harness import DAY
from tests.sandbox.service.harness import ORDERS, Room


def kinds(room: Room) -> dict[str, int]:
    found: dict[str, int] = {}
    for opened in room.said(TicketOpened):
        found[opened.kind] = found.get(opened.kind, 0) + 1
    return found


def second_thoughts(room: Room) -> set[str]:
    """Orders whose buyers wrote about something else; a later question may join that ticket."""
    return {opened.order for opened in room.said(TicketOpened) if opened.kind != "where_is_it"}


def asked(room: Room) -> dict[int, int]:
    """Order to the second at which its buyer asked where it is, of those who wrote about nothing else."""
    at = zip(room.said(TicketOpened), room.world.at(TicketOpened), strict=True)
    others = second_thoughts(room)
    return {from_text(opened.order): second for opened, second in at if opened.order not in others}


def share_asking(room: Room) -> float:
    """Share of buyers who asked where it is, of those who wrote about nothing else."""
    return len(asked(room)) / (len(ORDERS) - len(second_thoughts(room)))


def a_quiet_room() -> Room:
    """Many orders with a long promise; who had second thoughts has had them, and given up."""
    room = Room()
    room.place_many(promise_days=60)
    room.wait_days(12)
    return room


def a_notice(country: str = "US", cause: str = "customs") -> PublishNotice:
    return PublishNotice(country=country, cause=cause, extra_days=3)  # type: ignore[arg-type]


def test_some_buyers_have_second_thoughts_right_after_they_bought():
    room = Room()
    room.place_many(promise_days=60)
    room.wait_days(3)

    found = kinds(room)
    assert found["presale"] / len(ORDERS) == pytest.approx(0.05, abs=0.02)
    assert found["cancel"] / len(ORDERS) == pytest.approx(0.02, abs=0.012)
    assert found["address"] / len(ORDERS) == pytest.approx(0.012, abs=0.01)


def test_hardly_anybody_asks_in_time_and_most_ask_when_it_is_late():
    room = Room()
    room.place_many(promise_days=10)
    room.wait_days(10)
    early = share_asking(room)
    room.wait_days(12)

    assert early == pytest.approx(0.05, abs=0.025)
    assert share_asking(room) == pytest.approx(1 - 2.71828 ** -(0.05 + 12 * 0.14), abs=0.05)


def test_nobody_asks_for_what_has_arrived():
    room = Room()
    room.place_many(promise_days=10)
    room.wait_days(4)
    for order in ORDERS:
        room.desk.order_delivered(order, True, False, False, 0)
    room.wait_days(20)

    assert asked(room) == {}


def test_buyers_write_in_their_own_daytime():
    room = Room()
    room.place_many("DE", promise_days=4)
    room.wait_days(12)

    hours = [(second + 2 * 3600 + 2 * 3600) % DAY // 3600 for second in asked(room).values()]
    night, evening = sum(1 <= hour < 5 for hour in hours), sum(18 <= hour < 22 for hour in hours)
    assert evening > 3 * night


def test_a_notice_makes_fewer_ask_and_nobody_earlier():
    """The same buyers under two desks: each is drawn once, and a notice only bends what was drawn."""
    silent, telling = Room(), Room()
    for room in (silent, telling):
        room.place_many(promise_days=8)
        room.wait_days(6)
    telling.command(a_notice())
    for room in (silent, telling):
        room.wait_days(16)

    before, after = asked(silent), asked(telling)
    assert set(after) <= set(before)
    assert all(after[order] >= before[order] for order in after)
    assert 0.75 < len(after) / len(before) < 0.9


def test_what_came_before_a_notice_is_the_same_with_and_without_it():
    silent, telling = Room(), Room()
    for room in (silent, telling):
        room.place_many(promise_days=8)
        room.wait_days(7)
    telling.command(a_notice())

    assert asked(silent) == asked(telling)
    assert silent.said(TicketOpened) == telling.said(TicketOpened)


def test_a_notice_leaves_other_countries_and_other_matters_alone():
    silent, telling = Room(), Room()
    for room in (silent, telling):
        room.place_many("DE", promise_days=8)
        room.place(from_text("0000000000001"), "US")
    telling.command(a_notice("US"))
    for room in (silent, telling):
        room.wait_days(15)

    assert asked(silent) == asked(telling)
    assert kinds(silent) == kinds(telling)


def test_a_notice_counts_the_buyers_who_had_not_heard():
    room = Room()
    room.place(ORDERS[0])
    room.command(a_notice())
    room.wait_days(1.1)
    room.place(ORDERS[1])
    room.command(a_notice())

    assert [event.orders for event in room.said(NoticePublished)] == [1, 1]
    assert [cause for _, _, cause, _ in room.desk.notices()] == ["customs", "customs"]


def test_the_same_notice_twice_a_day_is_refused():
    room = Room()
    room.place()
    room.command(a_notice())

    assert room.refusal(a_notice()).code == "told_already"
    room.command(a_notice(cause="weather"))


def test_a_notice_to_nobody_is_refused():
    assert Room().refusal(a_notice("DE")).code == "nobody_waits"


def test_telling_buyers_first_halves_the_hazard_and_can_be_undone():
    plain, notified, changed_back = Room(), Room(auto_notify=True), Room()
    for room in (plain, notified, changed_back):
        room.place_many(promise_days=8)
    changed_back.command(SetDeskPolicy(auto_notify=True, queue="oldest"))
    changed_back.command(SetDeskPolicy(auto_notify=False, queue="oldest"))
    for room in (plain, notified, changed_back):
        room.wait_days(20)

    assert asked(changed_back) == asked(plain)
    assert set(asked(notified)) <= set(asked(plain))
    assert share_asking(notified) == pytest.approx(1 - 2.71828 ** -(0.5 * 1.72), abs=0.05)


def test_the_policy_is_said_and_kept():
    room = Room()
    room.command(SetDeskPolicy(auto_notify=True, queue="value"))

    assert room.said(DeskPolicyChanged) == [
        DeskPolicyChanged(auto_notify=True, queue="value", agents=0, zone="CN", languages=("en", "zh"))
    ]
    assert (room.desk.policy().auto_notify, room.desk.policy().queue) == (True, "value")


def test_most_buyers_of_something_broken_write():
    room = a_quiet_room()
    for order in ORDERS:
        room.desk.order_delivered(order, True, False, True, 0)
    room.wait_days(6)

    assert kinds(room)["defect"] / len(ORDERS) == pytest.approx(0.8, abs=0.04)


def test_who_was_promised_too_much_writes_more_often():
    def disappointed(inflate_ppm: int) -> int:
        room = a_quiet_room()
        for order in ORDERS:
            room.desk.order_delivered(order, True, False, False, inflate_ppm)
        room.wait_days(8)
        return kinds(room).get("not_as_described", 0)

    assert disappointed(0) < 15 < 25 < disappointed(1_000_000) < 60


REASONS = [("fit", "return"), ("overpromise", "not_as_described"), ("defect", "defect")]


@pytest.mark.parametrize(("reason", "kind"), REASONS)
def test_a_return_is_written_about_by_its_reason(reason, kind):
    room = Room()
    for order in ORDERS[:300]:
        room.place(order, promise_days=60)
        room.desk.order_delivered(order, True, False, False, 0)
        room.desk.return_wanted(order, reason)
    room.wait_days(4)

    assert kinds(room)[kind] > 150


def test_half_of_those_whose_parcel_is_held_or_taxed_ask():
    room = a_quiet_room()
    for order in ORDERS:
        room.desk.order_held(order, "tax_due" if order % 2 else "missing_certificate")
    room.wait_days(8)

    assert kinds(room)["customs"] / len(ORDERS) == pytest.approx(0.5, abs=0.05)


def test_a_few_unanswered_comments_become_questions():
    room = Room()
    for comment in ORDERS:
        room.desk.comment_missed(comment, 0, "US", "price")

    assert len(room.said(TicketOpened)) / len(ORDERS) == pytest.approx(0.02, abs=0.012)


def test_a_comment_is_handed_over_once():
    room = Room()
    for _ in range(2):
        room.desk.comment_handed(ORDERS[0], 0, "DE", "doubt")

    [opened] = room.said(TicketOpened)
    assert (opened.kind, opened.order, opened.language) == ("presale", "", "de")


def test_an_order_that_is_over_is_left_in_peace():
    room = Room()
    room.place_many(promise_days=2)
    for order in ORDERS:
        room.desk.order_closed(order)
    room.wait_days(30)

    assert room.said(TicketOpened) == []


def test_a_ticket_s_id_does_not_depend_on_what_else_was_written():
    quiet, busy = Room(), Room()
    for room in (quiet, busy):
        room.place()
    busy.resolve(busy.write("where_is_it"), "info")

    assert quiet.write("cancel") == busy.write("cancel")


def test_a_stage_nobody_knows_is_an_error():
    room = Room()
    room.place()

    with pytest.raises(ValueError, match="expected one of placed, packed"):
        room.desk.order_moved(ORDERS[0], "flying")  # type: ignore[arg-type]
