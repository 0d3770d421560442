"""The start of the shelf is fitted with the market's own columns; the market itself then sells what was expected."""

from __future__ import annotations

from datetime import date

import numpy as np
import pytest

from sandbox.kernel.calendar import DAY
from sandbox.market.shelf.lab import LabShop, LabWorld
from sandbox.market.shelf.listing import ShelfListing, coverage
from sandbox.market.shelf.market import ShelfMarket
from sandbox.market.shelf.side import Shown
from scenarios.fitting.case import Wish, case_of
from scenarios.fitting.catalogue import packs_of
from scenarios.fitting.fit import Request, fit_orders
from scenarios.fitting.papers import tax_on_top
from scenarios.fitting.shelf_scale import MOST_REVIEWS, levers, strength_of
from scenarios.fitting.writing import write_case
from scenarios.loader import load_scenario
from tests.scenarios.fitting.files import SAMPLE

DAYS = 7


class CaseShop(LabShop):
    """A shop with every listing of a scenario, always in stock."""

    def __init__(self, scenario, world):
        super().__init__(lambda day: None, world)
        self.scenario = scenario
        self.expected = {}
        category = {product.sku: product.category for product in scenario.products}
        self.rows = {
            f"{row.platform}-{row.country}-{row.sku}": (row, ShelfListing(
                listing=f"{row.platform}-{row.country}-{row.sku}", sku=row.sku, platform=row.platform,
                country=row.country, category=category[row.sku], language=row.language, keywords=row.keywords,
                points=(), price=row.price, content_ppm=row.content, false_ppm=0, born=-row.age_days * DAY,
                state="live", words_ppm=coverage(row.keywords, scenario.market.keywords[category[row.sku]]),
            ))
            for row in scenario.market.listings
        }

    def listings(self):
        return tuple(listing for _, listing in self.rows.values())

    def shown(self, listing):
        row = self.rows[listing.listing][0]
        service = self.scenario.shop.default_services[row.country]
        days = next(one.promise_days for one in self.scenario.services if one.id == service)
        charge = round(row.price * (1 + tax_on_top(row.country, self.scenario.rules)))
        return Shown(charge=charge, asked=row.price, days=days, plus=0.15, stars=row.rating, reviews=row.reviews,
                     on_time=0.95, units=10_000)

    def counted(self, listing, counts):
        self.expected[listing.country] = self.expected.get(listing.country, 0.0) + counts[3] / 1e6 / DAYS

    def skus_of(self, category):
        return tuple(product.sku for product in self.scenario.products if product.category == category)

    def lead(self, sku):
        return sku


@pytest.fixture(scope="module")
def case(tmp_path_factory):
    fit = fit_orders(Request(path=SAMPLE))
    made = case_of(fit, Wish(id="shelf", author="a firm", on=date(2026, 1, 2), days=DAYS))
    folder = tmp_path_factory.mktemp("shelf") / "case"
    write_case(folder, fit, made)
    return made, load_scenario(folder)


def sold_by_the_market(scenario, secret):
    """Expected orders a day by country, over the first week of a run under that secret."""
    world = LabWorld(secret)
    market, shop = ShelfMarket(world, scenario), CaseShop(scenario, world)
    market.join("", shop)
    world.environment.run(until=DAYS * DAY + 1)
    return shop.expected


def test_the_market_sells_about_what_the_data_sold(case):
    made, scenario = case
    weeks = [sold_by_the_market(scenario, secret)["GB"] for secret in range(11, 15)]

    assert np.mean(weeks) == pytest.approx(made.shelf.countries["GB"].target, rel=0.35)


@pytest.mark.parametrize("country", ["GB", "DE", "FR"])
def test_the_start_of_each_country_is_at_the_level_of_the_data(case, country):
    start = case[0].shelf.countries[country]

    assert start.expected == pytest.approx(start.target, rel=0.25)
    assert len(start.skus) == len(start.reviews) == len(start.content_ppm)


@pytest.mark.parametrize(("reviews", "content"), [(0, 0.6), (40, 0.6), (900, 0.6), (MOST_REVIEWS, 0.8), (0, 0.4)])
def test_a_strength_is_made_of_reviews_first_and_then_the_page(reviews, content):
    found = levers(np.array([strength_of(reviews, content)]))

    assert strength_of(*(float(lever[0]) for lever in found)) == pytest.approx(strength_of(reviews, content), abs=1e-3)


def test_every_paper_that_a_platform_may_ask_for_is_held(case):
    scenario = case[1]
    held = {(row.sku, row.country, row.certificate) for row in scenario.market.certificates}
    asked = {
        (product.sku, row.country, paper.code)
        for row in scenario.market.listings
        for product in (scenario.product(row.sku),)
        for paper in scenario.rules.certificates(row.country, product.category, product.battery, scenario.rules.on)
    }

    assert asked <= held


def test_goods_sold_by_the_piece_are_no_packs():
    lines = fit_orders(Request(path=SAMPLE)).rows.assign(units=1)

    assert set(packs_of(lines, lines.groupby("sku")["price"].median()).values()) == {1}


def test_wholesale_goods_are_packed_to_lines_of_about_equal_value(case):
    prices = [product.price for product in case[1].products]

    assert max(prices) < 1.5 * min(prices)
