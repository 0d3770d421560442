"""What is measured in made-up shops is what they were made with; what data cannot say is refused."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest

from sandbox.kernel.errors import ScenarioError
from scenarios.fitting.counts import fit_rhythm, interval
from scenarios.fitting.daily import Days
from scenarios.fitting.fit import Request, fit_orders
from scenarios.fitting.forecast import choose_rhythm, naive
from scenarios.fitting.prices import elasticity
from tests.scenarios.fitting.files import SAMPLE, a_file, shop_rows

WEEK = np.array([1.0, 1.1, 0.9, 1.4, 1.2, 0.8, 0.6])
MONDAY = 739_313


def days_of_a_shop(days=200, mean=40.0, alpha=0.05, growth=0.0, seed=3):
    """Days drawn from the negative binomial that the model fits."""
    chance = np.random.default_rng(seed)
    mu = mean * WEEK[np.arange(days) % 7] * np.exp(growth * np.arange(days))
    orders = chance.poisson(chance.gamma(1 / alpha, mu * alpha)).astype(float)
    return Days(MONDAY, orders, orders * 10.0, np.zeros(days, dtype=bool))


def sales_of_a_category(slope, products=12, weeks=26, spread=0.15, seed=5):
    """Order lines whose weekly orders answer to price with elasticity *slope*."""
    chance, rows, order = np.random.default_rng(seed), [], 0
    for sku in range(products):
        for week in range(weeks):
            price = (5 + sku) * np.exp(spread * chance.standard_normal())
            for _ in range(chance.poisson(30 * (price / (5 + sku)) ** -slope)):
                rows.append((sku, MONDAY + 7 * week, price, order))
                order += 1
    return pd.DataFrame(rows, columns=["sku", "day", "price", "order"])


def test_weekday_factors_are_found_again():
    assert fit_rhythm(days_of_a_shop(days=400)).index() == pytest.approx(list(WEEK / WEEK.mean()), abs=0.1)


def test_overdispersion_is_found_again():
    assert fit_rhythm(days_of_a_shop(days=400, alpha=0.2)).alpha == pytest.approx(0.2, abs=0.05)


def test_a_weekday_on_which_the_shop_is_shut_is_forecast_as_nothing():
    days = days_of_a_shop()
    days.orders[days.weekday == 6] = 0
    expected = fit_rhythm(days).ahead(np.arange(7))

    assert expected[6] == 0
    assert expected[0] == pytest.approx(40, rel=0.15)


def test_eight_of_ten_days_fall_inside_the_interval():
    low, high = interval(40.0 * WEEK[np.arange(400) % 7], 0.05)
    orders = days_of_a_shop(days=400, seed=11).orders

    assert 0.75 < ((orders >= low) & (orders <= high)).mean() < 0.88


def test_the_level_of_late_days_counts_where_the_shop_has_changed():
    early, late = days_of_a_shop(days=100), days_of_a_shop(days=60, mean=80.0)
    orders = np.concatenate([early.orders[:98], late.orders])
    chosen = choose_rhythm(Days(MONDAY, orders, orders, np.zeros(len(orders), dtype=bool)), 28).rhythm

    assert chosen.ahead(np.arange(7)).mean() == pytest.approx(80, rel=0.15)


def test_the_naive_guess_repeats_the_last_week():
    assert naive(np.arange(14.0), 9).tolist() == [7, 8, 9, 10, 11, 12, 13, 7, 8]


def test_a_price_response_is_found_again():
    found = elasticity(sales_of_a_category(2.4), "home")

    assert found.why == "fitted"
    assert found.value == pytest.approx(2.4, abs=0.2)


@pytest.mark.parametrize(("sales", "why"), [
    (sales_of_a_category(2.4, spread=0.001), "price_hardly_varied"),
    (sales_of_a_category(0.0, spread=0.3), "not_demand"),
    (sales_of_a_category(2.4, products=3), "price_hardly_varied"),
])
def test_a_price_response_that_the_data_cannot_say_is_refused(sales, why):
    found = elasticity(sales, "home")

    assert (found.value, found.why) == (None, why) or found.why == "unstable"


def test_a_file_that_is_too_short_says_what_is_missing(tmp_path):
    path = a_file(tmp_path, shop_rows(days=14))

    with pytest.raises(ScenarioError, match="the data cannot say: level: expected 42 days, 200 orders, got 14 days"):
        fit_orders(Request(path=path))


def test_a_file_of_few_buyers_says_so(tmp_path):
    with pytest.raises(ScenarioError, match="buyers: expected 30 buyers, got 12 buyers"):
        fit_orders(Request(path=a_file(tmp_path, shop_rows(buyers=12))))


def test_a_file_without_countries_asks_for_one(tmp_path):
    path = a_file(tmp_path, [row[:7] for row in shop_rows()],
                  ("Order ID", "SKU", "Product Name", "Quantity", "Created at", "Price", "Customer ID"))

    with pytest.raises(ScenarioError, match="countries: expected a column of countries, or --country"):
        fit_orders(Request(path=path))
    assert list(fit_orders(Request(path=path, country="DE")).habits.countries) == ["DE"]


def test_the_sample_is_forecast_better_than_by_its_last_week():
    held = fit_orders(Request(path=SAMPLE)).held

    assert held.beats_naive
    assert held.model.orders_wape < 0.35
    assert held.model.coverage >= 0.7


def test_only_days_before_the_held_out_ones_are_fitted():
    fit = fit_orders(Request(path=SAMPLE, holdout=0.3))

    assert fit.rows["day"].max() < fit.held_from
    assert fit.last_day - fit.held_from + 1 == fit.held.days == 25


@pytest.mark.parametrize("share", [0.0, 0.9])
def test_a_holdout_that_leaves_nothing_to_fit_or_test_is_refused(share):
    with pytest.raises(ScenarioError, match=r"holdout: expected a share from 0.1 to 0.5"):
        fit_orders(Request(path=SAMPLE, holdout=share))


def test_season_and_costs_are_said_to_be_unknown():
    verdicts = {one.quantity: one.can for one in fit_orders(Request(path=SAMPLE)).verdicts}

    assert verdicts["season"] is verdicts["costs"] is False
    assert verdicts["hours"] is verdicts["repeat"] is True
