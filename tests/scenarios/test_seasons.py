"""What the shipped seasons promise: length, places, people, papers, and a rule that changes while they run."""

from __future__ import annotations

from datetime import date

import pytest

from sandbox.kernel.calendar import DAY
from sandbox.kernel.money import Money
from scenarios.index import minutes_of
from scenarios.loader import load_scenario
from scenarios.narrow import horizon_days

SEATS = {"anchor", "operations", "selection", "traffic", "service"}
SEASONS = ("first-shop", "peak-season", "tariff-shock")


def market_of(name):
    scenario = load_scenario(name)
    assert scenario.market is not None
    return scenario, scenario.market


def test_first_shop_is_two_weeks_two_countries_four_platforms_and_three_shows():
    scenario, market = market_of("first-shop")

    assert (scenario.season_days, len(scenario.shows), minutes_of(scenario)) == (14, 3, 180)
    assert {account.platform for account in market.accounts} == {"livefeed", "bazaar", "seamart", "ownshop"}
    assert {account.country for account in market.accounts} == {"US", "DE"}


def test_first_shop_begins_with_stock_abroad_goods_under_way_orders_and_applied_papers():
    scenario, market = market_of("first-shop")
    abroad = sum(stock.units for product in scenario.products for stock in product.stock if stock.node != "cn-yiwu")

    assert abroad > 500
    assert {move.haul for move in market.under_way} == {"sea", "air"}
    assert market.opening_orders
    assert [paper.granted_day for paper in market.certificates if paper.granted_day] == [5]


def test_a_battery_product_of_first_shop_lacks_the_paper_to_fly():
    scenario, market = market_of("first-shop")
    held = {(paper.sku, paper.certificate) for paper in market.certificates}
    batteries = [product.sku for product in scenario.products if product.battery]

    assert [sku for sku in batteries if (sku, "un38_3") not in held] == ["speaker"]


@pytest.mark.parametrize("name", SEASONS)
def test_every_seat_of_a_season_has_something_to_do(name):
    tasks = load_scenario(name).tasks

    assert {task.seat for task in tasks} >= SEATS


@pytest.mark.parametrize("name", SEASONS)
def test_a_season_begins_at_midnight_of_its_main_market(name):
    scenario = load_scenario(name)
    main = max(scenario.audience.countries, key=lambda code: scenario.audience.countries[code])
    starts = scenario.market_starts
    minutes = int(starts[11:13]) * 60 + int(starts[14:16])

    assert (minutes + scenario.rules.utc_offset(main, scenario.rules.on)) % 1440 == 0


def test_peak_season_has_ten_times_the_traffic_of_first_shop():
    small, large = market_of("first-shop"), market_of("peak-season")

    assert large[1].shoppers == 10 * small[1].shoppers
    assert large[0].audience.shows_per_window == 10 * small[0].audience.shows_per_window


def test_peak_season_sales_close_before_they_begin_and_lie_on_the_peaks():
    scenario, market = market_of("peak-season")
    first = date.fromisoformat(scenario.market_starts[:10]).toordinal()
    quiet = [sale.id for sale in market.campaigns
             if max(scenario.rules.demand_ppm(sale.country, "home", first + day)
                    for day in range(sale.starts_day, sale.starts_day + sale.days)) < 1_200_000]

    assert not quiet
    assert all(sale.deadline_day <= sale.starts_day - 3 for sale in market.campaigns)


def test_tariff_shock_is_half_an_hour_around_the_day_the_rule_changes():
    scenario, _ = market_of("tariff-shock")
    rules, tee = scenario.rules, Money(2190, "USD")

    assert minutes_of(scenario) == 30
    assert scenario.season_days > 5
    before = rules.regime("US", rules.on + 4, "courier", tee, origin="VN")
    after = rules.regime("US", rules.on + 5, "courier", tee, origin="VN")
    assert (before.regime, after.regime) == ("de_minimis", "courier")


def test_tariff_shock_is_announced_before_it_takes_effect():
    scenario, _ = market_of("tariff-shock")
    news = [injection.at for injection in scenario.injections if injection.kind == "news"]

    assert news[0] < 5 * DAY
    assert 5 * DAY in news


def test_rules_are_kept_for_the_whole_season_and_its_settlement():
    scenario = load_scenario("peak-season")

    assert horizon_days(scenario) == 200
    assert horizon_days(type("Long", (), {"season_days": 120, "settle_days": 150})) == 270
