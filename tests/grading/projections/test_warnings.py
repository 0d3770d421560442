import pytest

from sandbox.engine.events import AlertClosed, PlayEnded
from sandbox.logistics.events import ConsignmentClosed, CustomsHeld, LineHaulDelayed
from sandbox.market.events import OrderPlaced
from sandbox.service.events import DeskPolicyChanged, NoticePublished, TicketOpened
from tests.grading.builders import Story, filled

DAY = 86_400


HELD = filled(CustomsHeld, order="o1")
ASKED = filled(TicketOpened, order="o1")
NOTICE_DE = filled(NoticePublished, country="DE")
NOTICE_US = filled(NoticePublished, country="US")
AUTOMATIC = DeskPolicyChanged(auto_notify=True, queue="oldest")


def told_first(*steps):
    """Whether the buyer of an order to DE was told first; *steps* are ``(day, event)`` after it was placed."""
    story = Story(service="hua")
    story.add(500, filled(OrderPlaced, order="o1", country="DE"))
    for day, event in steps:
        story.add(round(day * DAY), event, by="hua")
    [exception] = story.evidence("order.exception")
    return exception.data["notified_first"]


@pytest.mark.parametrize(
    ("steps", "first"),
    [
        ([(2, HELD)], False),
        ([(2, HELD), (2.1, NOTICE_DE)], True),
        ([(2, HELD), (2.1, ASKED), (2.2, NOTICE_DE)], False),
        ([(1, NOTICE_DE), (2, HELD), (3, ASKED)], True),
        ([(1, NOTICE_DE), (9, HELD)], False),
        ([(1, NOTICE_US), (2, HELD)], False),
        ([(1, AUTOMATIC), (2, HELD)], True),
        ([(2, HELD), (3, AUTOMATIC)], False),
    ],
)
def test_a_buyer_was_told_if_a_notice_of_these_days_came_before_the_question(steps, first):
    assert told_first(*steps) is first


def test_a_late_consignment_is_an_exception_of_every_order_aboard_and_each_order_counts_once():
    story = Story(service="hua")
    for order in ("o1", "o2"):
        story.add(500, filled(OrderPlaced, order=order, country="US"))
    story.add(DAY, filled(ConsignmentClosed, consignment="c1", orders=("o1", "o2")))
    story.add(2 * DAY, filled(LineHaulDelayed, consignment="c1"))
    story.add(3 * DAY, filled(CustomsHeld, order="o1"))

    assert [e.data["order"] for e in story.evidence("order.exception")] == ["o1", "o2"]


def test_an_alert_belongs_to_its_seat_from_when_it_was_raised():
    story = Story(anchor="lin")
    story.add(200, filled(AlertClosed, seat="anchor", acted=True, latency_seconds=40), by="lin")
    story.add(300, PlayEnded(reason="planned"))
    story.add(500, filled(AlertClosed, seat="anchor", acted=False, latency_seconds=120))

    [alert] = story.evidence("alert.closed")

    assert (alert.seat, alert.at, dict(alert.data)) == ("anchor", 160, {"acted": True, "latency_s": 40})
