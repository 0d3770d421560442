"""Search campaigns: attention for the shelf, spend paced over the day, rivals who answer."""

import pytest

from sandbox.market.ads.commands import PauseCampaign, SetBid
from sandbox.market.ads.events import AuctionSettled, BudgetExhausted
from tests.sandbox.market.ads.builders import Agency, StillShelf

US = ("home", "US", "bazaar")


def attention(agency: Agency, team: str = "red") -> int:
    return agency.exchange.attention(team, "lamp-us", *US)


def test_a_listing_nobody_advertises_has_no_extra_attention():
    assert attention(Agency()) == 0


def test_a_campaign_gives_its_listing_attention_in_its_own_market_only():
    agency = Agency()
    agency.search(daily_budget=50_000)

    assert attention(agency) > 100_000
    assert agency.exchange.attention("red", "lamp-de", "home", "DE", "seamart") == 0


def test_a_paused_campaign_gives_none():
    agency = Agency()
    one = agency.search()
    agency.send(PauseCampaign(campaign=one.id))

    assert attention(agency) == 0


def test_a_higher_bid_never_gets_less_attention_on_the_same_day():
    seen = []
    for bid in (40, 70, 100, 150, 250, 400):
        agency = Agency()
        agency.search(bid=bid, daily_budget=2_000_000)
        seen.append(attention(agency))

    assert seen == sorted(seen)
    assert seen[0] < seen[-1]


def test_the_price_of_a_click_stays_at_or_below_the_bid():
    agency = Agency()
    one = agency.search(bid=150, daily_budget=1_000_000)

    assert one.plan is not None
    assert 20_000 <= one.plan.price_milli <= 150_000


def test_a_tight_budget_is_spent_to_the_day_s_end_and_evenly():
    agency = Agency()
    one = agency.search(daily_budget=3_000)
    prices = agency.exchange.prices
    spent = []
    for hours in (6, 12, 18):
        agency.world.advance(hours * 3600)
        spent.append(agency.exchange.books(one).spend / 3_000_000_000 - prices.passed("US", hours * 3600) / 1_000_000)
    agency.days(1)

    assert spent == pytest.approx([0, 0, 0], abs=0.01)
    assert agency.of_campaign(AuctionSettled, one)[0].cost == pytest.approx(3_000, abs=1)


def test_a_budget_that_does_not_reach_is_said_once_a_day():
    agency = Agency()
    one = agency.search(daily_budget=1_000)
    agency.days(3)

    throttled = agency.of_campaign(BudgetExhausted, one)
    assert [event.day for event in throttled] == [0, 1, 2]
    assert all(0 < event.throttle_ppm < 1_000_000 for event in throttled)


def test_a_day_never_costs_more_than_its_budget():
    agency = Agency()
    one = agency.search(daily_budget=4_000)
    for bid in (300, 90, 500):
        agency.days(0.3)
        agency.send(SetBid(campaign=one.id, bid=bid))
    agency.days(5)

    assert max(event.cost for event in agency.of_campaign(AuctionSettled, one)) <= 4_000


def test_foreign_words_bring_half_the_clicks_of_the_own_ones():
    own = Agency().search(keywords=("lamp", "desk"), daily_budget=900_000, bid=900)
    foreign = Agency().search(keywords=("shoes", "pizza"), daily_budget=900_000, bid=900)

    assert own.plan is not None
    assert foreign.plan is not None
    rates = [one.plan.day.clicks / one.plan.day.impressions for one in (own, foreign)]
    assert rates == pytest.approx([0.2, 0.1], rel=0.01)
    assert foreign.plan.attention_ppm == pytest.approx(own.plan.attention_ppm / 4, rel=0.1)


def test_a_listing_without_stock_is_not_clicked_and_costs_nothing():
    agency = Agency(shelf=StillShelf(click=0))
    one = agency.search()
    agency.days(2)

    assert one.spent() == 0


def test_two_teams_bid_for_the_same_slots():
    alone, both = Agency(), Agency(teams=("red", "blue"))
    alone.search(bid=200, daily_budget=900_000)
    both.search("red", bid=200, daily_budget=900_000)
    both.search("blue", bid=300, daily_budget=900_000)

    assert attention(both) < attention(alone)
    assert attention(both, "blue") == 1_000_000


def test_a_throttled_competitor_leaves_slots_to_others():
    rich, poor = Agency(teams=("red", "blue")), Agency(teams=("red", "blue"))
    for agency, budget in ((rich, 900_000), (poor, 2_000)):
        agency.search("red", bid=400, daily_budget=900_000)
        agency.search("blue", bid=500, daily_budget=budget)

    assert attention(rich) < attention(poor)


def test_rivals_who_lose_their_place_raise_their_bids():
    agency = Agency()
    agency.search(bid=2_000, daily_budget=900_000)
    agency.days(12)
    market = next(iter(agency.exchange._planner.markets.values()))

    assert max(bidder.level_ppm for bidder in market.bidders) > 1_050_000


def test_rivals_come_down_again_when_nobody_pushes_them():
    agency = Agency()
    one = agency.search(bid=2_000, daily_budget=900_000)
    agency.days(6)
    market = next(iter(agency.exchange._planner.markets.values()))
    high = [bidder.level_ppm for bidder in market.bidders]
    agency.send(PauseCampaign(campaign=one.id))
    agency.days(5)

    assert sum(bidder.level_ppm for bidder in market.bidders) < sum(high)


def test_a_campaign_elsewhere_changes_nothing_here():
    alone, more = Agency(), Agency()
    first, second = alone.search(), more.search()
    more.search(country="DE", platform="seamart", daily_budget=20_000)
    more.feed(country="DE", platform="seamart", daily_budget=20_000)
    alone.days(6)
    more.days(6)

    assert first.id == second.id
    assert alone.of_campaign(AuctionSettled, first) == more.of_campaign(AuctionSettled, second)
