"""Creators answer offers, come or do not, and send people."""

import msgspec
import pytest

from sandbox.kernel.errors import IllegalCommandError
from sandbox.market.ads.commands import HireCreator
from sandbox.market.ads.events import (
    AdVisitors,
    CreatorAsked,
    CreatorBooked,
    CreatorDeclined,
    CreatorJoined,
    CreatorNoShow,
    CreatorPaid,
)
from sandbox.market.ads.rows import ads_rows
from tests.sandbox.harness import DAY
from tests.sandbox.market.ads.builders import MARKET, Agency, a_market_scenario


def refused(agency: Agency, **told: object) -> str:
    with pytest.raises(IllegalCommandError) as caught:
        agency.send(HireCreator(**{"creator": "ava", "sku": "lamp", **told}))
    return caught.value.code


def test_a_usual_fee_is_taken_or_left_within_hours_and_paid_when_taken():
    agency = Agency()
    agency.send(HireCreator(creator="ava", sku="lamp", day=3, fee_kind="mixed"))
    agency.days(0.2)

    assert [event.fee for event in agency.world.of(CreatorAsked)] == [15_000]
    assert [event.cost for event in agency.world.of(CreatorBooked)] == [15_000]


def test_an_offer_shows_the_chance_of_a_no_show():
    agency = Agency()
    agency.send(HireCreator(creator="bo", sku="lamp", day=3))

    assert agency.world.of(CreatorAsked)[0].no_show_ppm == 1_000_000


def test_a_commission_alone_is_too_little_for_a_small_following():
    agency = Agency()
    agency.send(HireCreator(creator="bo", sku="lamp", day=3, fee_kind="commission"))
    agency.days(0.2)

    assert [event.reason for event in agency.world.of(CreatorDeclined)] == ["pay"]


def test_most_creators_keep_to_their_subjects():
    reasons = []
    for secret in range(20):
        agency = Agency(secret)
        agency.send(HireCreator(creator="ava", sku="earbuds", day=3, fee_kind="mixed"))
        agency.days(0.2)
        reasons += [event.reason for event in agency.world.of(CreatorDeclined)]

    assert 8 <= reasons.count("fit") <= 19


def test_two_teams_want_the_same_day_and_the_better_offer_wins():
    agency = Agency(teams=("red", "blue"))
    agency.send(HireCreator(creator="ava", sku="lamp", day=3, fee_kind="commission"), "red")
    agency.send(HireCreator(creator="ava", sku="lamp", day=3, fee_kind="flat"), "blue")
    agency.days(0.2)

    assert [one.status for one in agency.of["blue"].bookings()] == ["booked"]
    assert [one.reason for one in agency.of["red"].bookings()] == ["busy"]


def test_a_creator_sends_people_to_the_listing_on_the_day():
    agency = Agency()
    agency.send(HireCreator(creator="ava", sku="lamp", day=3, fee_kind="mixed"))
    agency.days(3)
    joined = agency.world.at(CreatorJoined)
    agency.days(1)
    (booking,) = agency.ads.bookings()
    (visitors,) = [event for event in agency.world.of(AdVisitors) if event.campaign == booking.id]

    assert joined == [3 * DAY]
    assert 100 < visitors.visitors < 2_000
    assert sum(row[2] for row in agency.reads["red"].arrived) == visitors.visitors


def test_commission_is_paid_on_the_sales_of_the_own_link():
    agency = Agency()
    agency.send(HireCreator(creator="ava", sku="lamp", day=3, fee_kind="mixed"))
    agency.days(3.5)
    (booking,) = agency.ads.bookings()
    agency.ads.note_sale(1, "lamp", "US", "shelf", 2_500, booking.id)
    agency.ads.note_sale(2, "lamp", "US", "shelf", 2_500, "")
    agency.days(1)

    assert [(event.sales, event.cost) for event in agency.world.of(CreatorPaid)] == [(2_500, 250)]


def test_who_does_not_come_gives_half_of_the_fee_back():
    agency = Agency()
    agency.send(HireCreator(creator="bo", sku="lamp", day=3))
    agency.days(4)

    assert [event.cost for event in agency.world.of(CreatorNoShow)] in ([-5_000], [])
    assert agency.world.of(CreatorJoined) == []
    assert len(agency.world.of(CreatorNoShow)) == len(agency.world.of(CreatorBooked))


def test_a_creator_joins_the_show_when_it_begins():
    agency = Agency()
    agency.send(HireCreator(creator="ava", sku="lamp", show=0))
    agency.days(2.5)
    agency.ads.show_started(0)
    agency.ads.note_sale(1, "lamp", "US", "live", 2_000, "")
    (joined,) = agency.world.of(CreatorJoined)

    assert (joined.show, joined.followers, joined.quality_ppm) == (0, 40_000, 800_000)
    assert agency.ads.bookings()[0].sold == 2_000


def test_the_same_creator_comes_or_not_for_every_team_of_a_secret():
    likely = (msgspec.structs.replace(MARKET.creators[0], no_show=500_000),)
    scenario = a_market_scenario(market=msgspec.structs.replace(MARKET, creators=likely))
    came = []
    for teams in (("red",), ("blue",), ("blue", "red")):
        agency = Agency(11, scenario=scenario, teams=teams)
        agency.send(HireCreator(creator="ava", sku="lamp", day=3, fee_kind="mixed"))
        agency.days(4)
        came.append(len(agency.world.of(CreatorJoined)))

    assert len(dict.fromkeys(came)) == 1


@pytest.mark.parametrize(("told", "code"), [
    ({"creator": "nobody", "day": 3}, "unknown_creator"),
    ({"sku": "boat", "day": 3}, "unknown_sku"),
    ({}, "show_or_day"),
    ({"day": 3, "show": 0}, "show_or_day"),
    ({"show": 7}, "unknown_show"),
    ({"day": 0}, "too_late"),
    ({"day": 14}, "after_play"),
    ({"day": 3, "platform": "seamart"}, "no_account"),
])
def test_an_offer_that_cannot_be_is_refused(told, code):
    assert refused(Agency(), **told) == code


def test_a_fee_beyond_the_shop_s_money_is_refused():
    agency = Agency()
    agency.reads["red"].money = 29_999

    assert refused(agency, day=3) == "not_enough_cash"


def test_one_offer_a_day_to_one_creator():
    agency = Agency()
    agency.send(HireCreator(creator="ava", sku="lamp", day=3))

    assert refused(agency, day=3) == "already_asked"


def test_the_table_shows_who_is_taken():
    agency = Agency()
    agency.send(HireCreator(creator="ava", sku="lamp", day=3, fee_kind="mixed"))
    agency.days(0.2)
    rows = ads_rows(agency.ads, agency.world.now)

    assert [row.taken_days for row in rows.creators] == [(3,), ()]
    assert [(row.status, row.day) for row in rows.bookings] == [("booked", 3)]
