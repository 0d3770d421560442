"""The desk as a whole: how many write, and how much of it is "where is my parcel". A line service from China to the
United States: transit lognormal with median 11 days and P80 13 days, promise 13 days; 3 % held, 3 % faulty, 6 % to be
returned. Buyers are the same in every variant."""

from __future__ import annotations

from typing import Any

import pytest

from sandbox.kernel.calendar import DAY
from sandbox.kernel.detmath import det_exp
from sandbox.service.commands import PublishNotice
from sandbox.service.events import TicketOpened
from tests.sandbox.service.harness import ORDERS, Room

PROMISE = 13


class Season:
    """A thousand orders on their way.

    Args:
        slower: factor on transit times.
        notice_day: day on which the desk tells everybody, if it does.
    """

    def __init__(self, slower: float = 1.0, notice_day: int = 0, **desk: Any) -> None:
        self.room = Room(**desk)
        self.room.place_many(promise_days=PROMISE)
        transit = self.room.world.stream("out.logistics.transit")
        for order in ORDERS:
            days = slower * 11 * det_exp(0.2 * transit.normal(order))
            self.room.world.process(self._travel(order, int(days * DAY)))
        if notice_day:
            self.room.wait_days(notice_day)
            self.room.command(PublishNotice(country="US", cause="carrier", extra_days=7))
        self.room.wait_days(60)

    def _travel(self, order: int, seconds: int):
        fate, desk, world = self.room.world.stream("out.logistics.fate"), self.room.desk, self.room.world
        yield world.timeout(2 * DAY)
        desk.order_moved(order, "shipped")
        if fate.happens(0.03, order):
            desk.order_held(order, "random_check")
        yield world.timeout(max(1, seconds - 2 * DAY))
        desk.order_delivered(order, seconds <= PROMISE * DAY, False, fate.happens(0.03, order, 1), 150_000)
        if fate.happens(0.06, order, 2):
            yield world.timeout(2 * DAY)
            desk.return_wanted(order, "fit")

    @property
    def tickets(self) -> int:
        """For a thousand orders."""
        return len(self.room.said(TicketOpened))

    @property
    def waiting_share(self) -> float:
        asked = [event for event in self.room.said(TicketOpened) if event.kind == "where_is_it"]
        return len(asked) / self.tickets


@pytest.fixture(scope="module")
def normal() -> Season:
    return Season()


@pytest.fixture(scope="module")
def slow() -> Season:
    return Season(slower=1.6)


def test_a_fifth_to_two_fifths_of_buyers_write(normal):
    assert 200 <= normal.tickets <= 400


def test_a_third_to_a_half_of_it_is_where_is_my_parcel(normal):
    assert 0.30 <= normal.waiting_share <= 0.50


def test_late_parcels_make_it_most_of_the_work(slow):
    assert 0.50 <= slow.waiting_share <= 0.80


def test_telling_buyers_first_takes_a_third_off_a_bad_season(slow):
    told = Season(slower=1.6, auto_notify=True, notice_day=9)

    assert told.tickets / slow.tickets == pytest.approx(0.65, abs=0.1)


def test_a_notice_alone_helps_less(slow):
    told = Season(slower=1.6, notice_day=9)

    assert 0.75 < told.tickets / slow.tickets < 0.95
