"""A season on the shelves: traffic, orders, rank, stock, teams side by side."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise

import msgspec

from sandbox.kernel.scenario_market import CertificateAtStart, OpeningOrders
from sandbox.market.commands import ChangeListingPrice, CreateListing, DelistProduct, RelistProduct, SetListingPrice
from sandbox.market.events import OrderPlaced
from sandbox.market.shelf.events import (
    CalendarPeak,
    ListingPublished,
    ListingTakenDown,
    RankUpdated,
    RivalActed,
    StockOut,
    TrafficRecorded,
)
from tests.sandbox.harness import DAY, HOUR, a_product
from tests.sandbox.market.street import LAMP, Street, a_listing, a_market, a_season

TOYS = a_market(categories=("toys",), listings=(a_listing(sku="cube"),))
CUBE = a_product("cube", category="toys")


def new_listing(**changes):
    told = {"sku": "cup", "platform": "seamart", "country": "DE", "language": "de", "price": 1500, **changes}
    return CreateListing(**told)


def test_orders_come_from_the_shelf_with_platform_and_listing():
    street = Street().play(1)

    placed = street.world.of(OrderPlaced)
    assert len(placed) > 5
    assert {(order.channel, order.platform, order.listing, order.country) for order in placed} == {
        ("shelf", "bazaar", LAMP, "US")
    }


def test_a_day_is_counted_once_for_each_listing():
    street = Street().play(3)

    days = street.world.of(TrafficRecorded)
    assert len(days) == 3
    assert all(day.orders <= day.clicks <= day.impressions for day in days)
    assert sum(day.orders for day in days) == len(street.shop.orders())


def test_orders_lie_around_what_was_expected():
    street = Street(a_season(14)).play(14)

    expected = sum(day.orders_exp for day in street.world.of(TrafficRecorded)) / 1e6
    assert abs(len(street.shop.orders()) - expected) < 4 * expected**0.5


def test_a_number_says_why():
    street = Street().play(1)

    [day] = street.world.of(TrafficRecorded)
    assert 1 <= len(day.because) <= 3
    assert [abs(size) for _, size in day.because] == sorted((abs(size) for _, size in day.because), reverse=True)


def test_more_people_buy_in_the_evening_than_before_dawn():
    street = Street(a_season(7)).play(7)

    hours = Counter((at % DAY // HOUR - 4) % 24 for at in street.world.at(OrderPlaced))  # New York in October
    assert hours[20] > 2 * hours[4]


def test_the_same_secret_gives_the_same_shoppers_whatever_else_a_team_does():
    plain, other = Street().play(2), Street()
    other.send(new_listing())
    other.play(2)

    assert other.bought() == plain.bought()


def test_a_lower_price_keeps_every_buyer_and_wins_more():
    plain, cheaper = Street(a_season(1)).play(1), Street(a_season(1))
    cheaper.send(SetListingPrice(listing=LAMP, price=2100))
    cheaper.play(1)

    assert set(plain.bought()) < set(cheaper.bought())


def test_a_price_change_at_noon_reaches_those_who_decide_later():
    plain, late = Street(a_season(1)).play(1), Street(a_season(1)).play(0.5)
    late.send(ChangeListingPrice(listing=LAMP, change_ppm=-300_000))
    late.play(0.5)

    before = [order.order for order in plain.shop.orders() if order.placed_at < DAY // 2]
    assert [order.order for order in late.shop.orders() if order.placed_at < DAY // 2] == before
    assert len(late.shop.orders()) > len(plain.shop.orders())
    day_plain, day_late = plain.world.of(TrafficRecorded)[0], late.world.of(TrafficRecorded)[0]
    assert day_plain.orders_exp < day_late.orders_exp


def test_a_sold_out_listing_is_found_no_more():
    street = Street()
    street.play(0.25)
    street.answers[""].units["lamp"] = 0
    street.play(1.5)

    orders = len(street.shop.orders())
    [gone] = street.world.of(StockOut)
    street.play(1)
    assert gone.listing == LAMP
    assert len(street.shop.orders()) == orders
    assert street.world.of(TrafficRecorded)[-1].impressions == 0


def test_a_new_listing_is_looked_at_for_a_day_and_then_sells():
    street = Street(a_season(5))
    street.send(new_listing(platform="bazaar", country="US", language="en", keywords=("desk-lamp", "led", "usb")))
    street.play(0.9)
    assert street.world.of(ListingPublished) == []
    street.play(4.1)

    [published] = street.world.of(ListingPublished)
    assert published.listing == "bazaar-us-cup"
    assert any(listing == "bazaar-us-cup" for _, listing in street.bought())


def test_a_forbidden_claim_is_refused_by_the_platform():
    street = Street()
    street.send(new_listing(points=("heals",)))
    street.play(1.1)

    [refused] = street.world.of(ListingTakenDown)
    assert (refused.reason, refused.strike) == ("forbidden_claim", True)


def test_a_toy_without_its_certificate_is_taken_down_and_with_it_stays():
    season = a_season(14, TOYS, products=(CUBE,))
    bare, papers = Street(season), Street(season)
    papers.answers[""].papers = ["cpc"]
    bare.play(14)
    papers.play(14)

    assert [event.reason for event in bare.world.of(ListingTakenDown)] == ["certificate_missing"]
    assert papers.world.of(ListingTakenDown) == []
    assert CertificateAtStart(sku="cube", country="US", certificate="cpc").granted_day == 0


def test_a_false_struck_price_brings_a_strike():
    street = Street(a_season(30))
    street.send(SetListingPrice(listing=LAMP, price=2400, struck=3100))
    assert not street.stall.by_id[LAMP].is_honest
    street.play(30)

    assert street.stall.by_id[LAMP].strikes == 1
    assert street.stall.by_id[LAMP].struck == 0


def test_a_struck_price_that_was_asked_for_thirty_days_is_honest():
    street = Street()

    street.send(SetListingPrice(listing=LAMP, price=2000, struck=2500))

    assert street.stall.by_id[LAMP].is_honest


def test_a_delisted_listing_sells_nothing_until_it_is_back():
    street = Street()
    street.send(DelistProduct(sku="lamp", listing=LAMP))
    street.play(1)
    assert street.bought() == []

    street.send(RelistProduct(sku="lamp", listing=LAMP))
    street.play(1)
    assert street.bought() != []


def test_rank_is_said_only_when_it_changes():
    street = Street(a_season(10)).play(10)

    ranks = [event.rank for event in street.world.of(RankUpdated)]
    assert all(first != second for first, second in pairwise(ranks))
    assert len(ranks) < 10


def test_opening_orders_come_in_the_first_hours():
    opening = (OpeningOrders(sku="lamp", platform="bazaar", country="US", orders=7),)
    street = Street(a_season(1, a_market(opening_orders=opening, shoppers=1000))).play(0.25)

    assert [order.source for order in street.shop.orders()].count("opening") == 7


def test_a_peak_of_the_calendar_brings_more_people():
    peak = a_season(1, market_starts="2025-11-28T05:00Z")
    plain = a_season(1, market_starts="2025-10-10T05:00Z")

    crowd = Street(peak).play(1)
    names = [event.name_en for event in crowd.world.of(CalendarPeak) if event.country == "US"]
    usual = Street(plain).play(1)
    assert "Black Friday" in names
    assert 2.2 < crowd.market.field.plans[0].people / usual.market.field.plans[0].people < 3.4


def test_rivals_answer_a_lower_price():
    hasty = a_market(rival_haste=1_000_000)
    street = Street(a_season(2, hasty))
    street.send(SetListingPrice(listing=LAMP, price=1700))
    street.play(2)

    answers = [event for event in street.world.of(RivalActed) if event.action == "price"]
    assert len(answers) > 3
    assert min(event.value for event in answers) >= 1700


def test_teams_in_one_market_take_each_others_buyers():
    both, fight = Street(a_season(2), teams=("a", "b")), Street(a_season(2), teams=("a", "b"))
    fight.send(SetListingPrice(listing=LAMP, price=1700), "b")
    both.play(2)
    fight.play(2)

    assert len(fight.shops["b"].orders()) > len(both.shops["b"].orders()) > 0
    expected = [street.shops["a"].shelf_side.by_id[LAMP].totals[3] for street in (both, fight)]
    assert expected[1] < expected[0]


def test_an_own_shop_has_few_visitors_until_it_is_known():
    market = a_market(listings=(a_listing(platform="ownshop"),))
    unknown, known = Street(a_season(20, market)), Street(a_season(20, market))
    known.play(0.1)
    for _ in range(20):
        known.shop.note_ad_spend("US", 10_000_000)
        known.play(1)
    unknown.play(20.1)

    assert known.stall.known("US").known > unknown.stall.known("US").known
    assert len(known.shop.orders()) >= len(unknown.shop.orders()) > 0


def test_equal_runs_have_equal_digests_and_another_price_another_one():
    first, second, other = Street().play(2), Street().play(2), Street()
    other.send(SetListingPrice(listing=LAMP, price=2300))
    other.play(2)

    assert first.market.state_digest() == second.market.state_digest()
    assert first.shop.state_digest() == second.shop.state_digest()
    assert other.market.state_digest() != first.market.state_digest()


def test_a_scenario_without_a_market_has_no_shelf():
    season = msgspec.structs.replace(a_season(), market=None)

    assert season.market is None
