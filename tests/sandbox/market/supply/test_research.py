"""Reports: honest errors, bands that hold the truth, and more for more money."""

from __future__ import annotations

import pytest

from sandbox.market.supply.commands import ResearchMarket
from sandbox.market.supply.events import MarketResearched
from tests.sandbox.market.supply.builders import Buyer


def a_report(secret: int = 7, depth: int = 5_000) -> MarketResearched:
    buyer = Buyer(secret=secret)
    buyer.send(ResearchMarket(country="US", category="home", depth=depth))
    report: MarketResearched = buyer.one(MarketResearched)
    return report


@pytest.mark.parametrize("depth", [5_000, 50_000])
def test_nine_bands_of_ten_hold_the_truth(depth: int) -> None:
    reports = [a_report(secret, depth) for secret in range(600)]

    price = sum(row.price_low <= 2400 <= row.price_high for row in reports) / 600
    shoppers = sum(row.shoppers_low <= 4000 <= row.shoppers_high for row in reports) / 600
    assert 0.87 < price < 0.94
    assert 0.87 < shoppers < 0.93


def test_bands_of_the_rivals_sales_hold_the_truth_too() -> None:
    seen = [rival for secret in range(40) for rival in a_report(secret, 50_000).rivals]

    held = sum(row.sales_low <= 3000 // int(row.rival[1:]) <= row.sales_high for row in seen)
    assert 0.87 < held / len(seen) < 0.94


def test_estimates_are_right_on_average() -> None:
    shoppers = [a_report(secret, 50_000).shoppers for secret in range(400)]

    assert abs(sum(shoppers) / 400 / 4000 - 1) < 0.03


def test_ten_times_the_money_makes_the_bands_a_third_as_wide_and_shows_every_rival() -> None:
    cheap, dear = a_report(depth=5_000), a_report(depth=50_000)

    ratio = (dear.shoppers_high - dear.shoppers_low) / (cheap.shoppers_high - cheap.shoppers_low)
    assert 0.2 < ratio < 0.45
    assert (len(cheap.rivals), len(dear.rivals), dear.rivals_in_all) == (5, 23, 23)


def test_prices_and_stars_of_rivals_are_what_their_pages_show() -> None:
    rival = next(row for row in a_report().rivals if row.rival == "r1")

    assert (rival.price, rival.rating, rival.reviews) == (2001, 430, 50)


def test_a_second_report_has_an_error_of_its_own() -> None:
    buyer = Buyer()
    for _ in range(2):
        buyer.send(ResearchMarket(country="US", category="home", depth=5_000))

    first, second = buyer.world.of(MarketResearched)
    assert first.shoppers != second.shoppers
    assert a_report() == first


@pytest.mark.parametrize(
    ("country", "category", "cash", "code"),
    [
        ("BR", "home", 10_000, "unknown_country"),
        ("US", "toys", 10_000, "unknown_category"),
        ("US", "home", 4_999, "not_enough_cash"),
    ],
)
def test_research_is_refused_where_there_is_no_market_or_no_money(
    country: str, category: str, cash: int, code: str
) -> None:
    buyer = Buyer()
    buyer.answers.cash = cash

    assert buyer.refused(ResearchMarket(country=country, category=category, depth=5_000)).code == code
