"""Feed campaigns: what an impression is worth, how often it is won, how creatives tire and platforms learn."""

import math

import pytest
from scipy.stats import norm

from sandbox.kernel.draws import Secrets, Stream, group_secret
from sandbox.market.ads.campaign import Books, Campaign
from sandbox.market.ads.commands import SetBid, SetBudget, UploadCreative
from sandbox.market.ads.creative import plain, strength_ppm
from sandbox.market.ads.events import AdVisitors, AuctionSettled, CreativeFatigued
from sandbox.market.ads.feed import auction, frequency, guess, normal_cdf
from tests.sandbox.harness import DAY
from tests.sandbox.market.ads.builders import Agency, StillShelf

PPM = 1_000_000


def learnt(one: Campaign, orders: int) -> Campaign:
    one.total = Books(orders=orders * PPM)
    return one


def noise(secret: int = 7) -> Stream:
    return Stream(Secrets(group_secret(secret)).stream("ctx.ads.guess"))


def test_the_normal_distribution_is_right_to_seven_digits():
    for z in (-4.0, -1.3, -0.35, 0.0, 0.35, 1.0, 3.2):
        assert normal_cdf(z) == pytest.approx(norm.cdf(z), abs=1e-7)


def test_an_equal_value_wins_half_and_pays_less_than_it():
    result = auction(900.0, 900.0)

    assert result.win == pytest.approx(0.5, abs=1e-6)
    assert result.paid == pytest.approx(900 * math.exp(0.06125) * norm.cdf(-0.35) / 0.5, rel=1e-6)


def test_the_mean_price_never_passes_the_own_value():
    values = [10.0 * 1.3**n for n in range(40)]

    assert all(auction(value, 900.0).paid <= value for value in values)


def test_a_higher_value_never_wins_less_nor_pays_less():
    results = [auction(10.0 * 1.1**n, 900.0) for n in range(80)]

    assert results == sorted(results)


def test_a_default_campaign_returns_between_one_and_two_of_sales_for_one_of_spend():
    returns = []
    for secret in range(12):
        agency = Agency(secret)
        one = agency.feed()
        agency.days(7)
        books = agency.ads.books(one)
        returns.append(books.gmv / books.spend)

    assert 1.0 < sum(returns) / len(returns) < 2.0


def test_what_was_added_is_less_than_what_is_counted():
    agency = Agency()
    agency.feed(audience="retargeting", daily_budget=3_000)
    agency.days(3)
    row = agency.ads.books(agency.ads.campaigns()[0])

    assert 0 < row.extra_gmv < row.gmv / 2


def test_the_budget_of_a_day_is_spent_and_not_passed():
    agency = Agency()
    one = agency.feed(daily_budget=6_000, target_roas_ppm=800_000)
    agency.days(3)
    costs = [event.cost for event in agency.of_campaign(AuctionSettled, one)]

    assert costs == pytest.approx([6_000] * 3, abs=1)


def test_a_target_nobody_can_meet_wins_next_to_nothing():
    agency = Agency()
    one = agency.feed(target_roas_ppm=9_000_000)
    agency.days(2)

    assert one.spent() < 100


def test_frequency_is_impressions_over_people_in_a_week():
    agency = Agency()
    one = agency.feed(daily_budget=40_000)
    agency.days(7)
    people = agency.exchange.prices.people("US")

    assert frequency(one, people) == pytest.approx(agency.ads.books(one).impressions / PPM / (0.3 * people), rel=0.01)


def test_nobody_sees_an_ad_more_than_three_times_a_day():
    agency = Agency()
    one = agency.feed(daily_budget=900_000, target_roas_ppm=100_000)
    agency.days(1)
    shown = [event.impressions for event in agency.of_campaign(AuctionSettled, one)]

    assert 0 < shown[0] <= 3 * 0.3 * agency.exchange.prices.people("US")


def test_a_creative_draws_half_after_five_days():
    assert strength_ppm(plain(0), 5 * DAY) == pytest.approx(strength_ppm(plain(0), 0) / 2, abs=1)


def test_a_tired_creative_is_said_once():
    agency = Agency()
    one = agency.feed(daily_budget=2_000)
    agency.days(8)

    assert [event.age_days for event in agency.of_campaign(CreativeFatigued, one)] == [5]


def test_guesses_narrow_while_fifty_orders_are_learnt():
    one, stream = Agency().feed(), noise()
    spread = []
    for orders in (0, 25, 50, 500):
        guesses = [math.log(guess(learnt(one, orders), day, stream)) for day in range(400)]
        mean = sum(guesses) / len(guesses)
        spread.append((sum((each - mean) ** 2 for each in guesses) / len(guesses)) ** 0.5)

    assert spread == pytest.approx([0.5, 0.3, 0.1, 0.1], rel=0.1)


def test_a_second_change_within_ten_minutes_throws_the_learning_away():
    agency = Agency()
    one = agency.feed(daily_budget=60_000, target_roas_ppm=800_000)
    agency.days(6)
    before = one.learnt_orders
    agency.send(SetBid(campaign=one.id, target_roas_ppm=1_400_000))
    kept = one.learnt_orders
    agency.world.advance(agency.world.now + 300)
    agency.send(SetBudget(campaign=one.id, daily_budget=50_000))

    assert kept >= before > 50
    assert one.learnt_orders == 0
    assert one.is_learning


def test_visitors_land_in_whole_people_each_with_a_number_of_its_own():
    agency = Agency()
    one = agency.feed()
    agency.days(3)
    arrived = [row for row in agency.ads._reads.arrived if row[3] == one.id]
    numbers = [n for _, _, count, _, first in arrived for n in range(first, first + count)]

    assert numbers == list(range(len(numbers)))
    assert sum(event.visitors for event in agency.of_campaign(AdVisitors, one)) == len(numbers)
    assert {(listing, country) for listing, country, *_ in arrived} == {("lamp-us", "US")}


def test_one_report_a_day_however_many_impressions():
    agency = Agency()
    agency.feed(daily_budget=200_000)
    agency.days(10)

    assert len(agency.world.log) < 40


def test_the_better_bid_takes_the_impressions_two_teams_want():
    agency = Agency(teams=("red", "blue"), shelf=StillShelf())
    red = agency.feed("red", target_roas_ppm=1_500_000, daily_budget=900_000)
    blue = agency.feed("blue", target_roas_ppm=1_000_000, daily_budget=900_000)
    alone = Agency().feed(target_roas_ppm=1_500_000, daily_budget=900_000)

    assert red.plan is not None
    assert blue.plan is not None
    assert alone.plan is not None
    assert red.plan.day.impressions < 0.8 * alone.plan.day.impressions
    assert blue.plan.day.impressions > red.plan.day.impressions


def test_a_new_creative_lifts_the_click_rate():
    agency = Agency()
    one = agency.feed()
    agency.days(6)
    before = strength_ppm(one.creative, agency.world.now)
    agency.send(UploadCreative(campaign=one.id, hook="result", claims=("five-levels", "ce-mark")))
    agency.days(0.6)

    assert one.creative.hook == "result"
    assert strength_ppm(one.creative, agency.world.now) > 1.4 * before
