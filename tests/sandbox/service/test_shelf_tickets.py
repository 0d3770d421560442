"""Tickets of a season with a shelf market: more kinds, eleven countries, and nobody written to twice by chance."""

from __future__ import annotations

from typing import Any

import msgspec
import pytest

from sandbox.kernel import ids
from sandbox.kernel.scenario_market import Account, Market
from sandbox.service.commands import AnswerTicket, SetDeskPolicy
from sandbox.service.desk import Desk
from sandbox.service.events import CodConfirmed, TicketOpened
from tests.sandbox.harness import SmallWorld, a_scenario
from tests.sandbox.service.harness import ORDERS, Room

MARKETS = {"US": "en", "DE": "de", "FR": "fr", "GB": "en", "JP": "ja", "AU": "en", "BR": "pt", "MX": "es", "SA": "ar",
           "AE": "ar", "TH": "th"}


class ShelfRoom(Room):
    """A desk whose shop also sells from a shelf."""

    def __init__(self, secret: int = 7, **desk: Any) -> None:
        scenario = a_scenario(market=Market(accounts=(Account("bazaar", "US"),), categories=("home",)), season_days=14)
        scenario = msgspec.structs.replace(scenario, desk=msgspec.structs.replace(scenario.desk, **desk))
        self.world = SmallWorld(secret)
        self.left = 1_000_000
        self.desk = Desk(self.world, scenario, self)

    def opened(self, kind: str) -> list[TicketOpened]:
        return [event for event in self.said(TicketOpened) if event.kind == kind]


def first_letters(room: Room) -> dict[str, tuple[str, int]]:
    first: dict[str, tuple[str, int]] = {}
    for second, event in room.world.log:
        if isinstance(event, TicketOpened):
            first.setdefault(event.order, (event.kind, second))
    return first


@pytest.mark.parametrize(("country", "language"), MARKETS.items())
def test_buyers_of_eleven_countries_write_in_their_language(country, language):
    room = ShelfRoom()
    room.place(country=country)
    room.write("return")

    assert room.said(TicketOpened)[-1].language == language


def test_tax_at_the_door_is_a_matter_of_its_own():
    room = ShelfRoom()
    room.place_many(promise_days=60)
    for order in ORDERS:
        room.desk.order_held(order, "tax_due")
    room.wait_days(4)

    assert len(room.opened("tax")) == pytest.approx(480, abs=50)
    assert room.opened("customs") == []
    assert room.desk.file(ORDERS[0]).stage == "placed"


def test_where_there_is_no_shelf_tax_is_customs():
    room = Room()
    room.place_many(promise_days=60)
    for order in ORDERS:
        room.desk.order_held(order, "tax_due")
    room.wait_days(4)

    kinds = {event.kind for event in room.said(TicketOpened)}
    assert "customs" in kinds
    assert not kinds & {"tax", "invoice"}


def test_some_ask_for_invoices_and_coupons():
    room = ShelfRoom()
    for number in range(4000):
        room.place(ids.child(number, "shelf", 0), promise_days=60)
    room.wait_days(6)

    asked, other = len(room.opened("invoice")), len(room.opened("other"))
    assert asked + other == pytest.approx(60, abs=25)
    assert asked > other


def test_a_question_about_paying_at_the_door_confirms_the_order_when_it_is_answered():
    room = ShelfRoom()
    for order in ORDERS:
        room.desk.order_placed(order, "SA", 2500, 60, is_cod=True)
    room.wait_days(1)
    asked = room.opened("cod")
    assert len(asked) == pytest.approx(240, abs=45)

    room.command(AnswerTicket(ticket=asked[0].ticket, macro="thanks", language="ar"))
    room.wait_days(2.1)
    assert [event.order for event in room.said(CodConfirmed)] == [asked[0].order]


def test_who_writes_first_and_when_does_not_depend_on_who_answers():
    def letters(agents: int) -> dict[str, tuple[str, int]]:
        room = ShelfRoom()
        room.command(SetDeskPolicy(auto_notify=False, queue="oldest", agents=agents, bot=agents > 0))
        room.place_many(promise_days=5)
        room.wait_days(14)
        return first_letters(room)

    assert letters(0) == letters(4)


def test_telling_buyers_first_makes_nobody_write_earlier():
    def letters(told: bool) -> dict[str, tuple[str, int]]:
        room = ShelfRoom(auto_notify=told)
        room.place_many(promise_days=5)
        room.wait_days(20)
        return {order: row for order, row in first_letters(room).items() if row[0] == "where_is_it"}

    told, untold = letters(True), letters(False)
    assert len(told) < len(untold)
    assert all(told[order][1] >= untold[order][1] for order in set(told) & set(untold))
