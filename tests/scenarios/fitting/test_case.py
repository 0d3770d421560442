"""The folder that comes out is a scenario like any other, sells what the shop sold, and says what it assumes."""

from __future__ import annotations

import csv
import json
import re
from datetime import date

import pytest
from msgspec import structs

from hatch_build import ROOT
from sandbox.kernel.errors import ScenarioError
from scenarios.fitting.calendar_move import first_market_day
from scenarios.fitting.case import Wish, case_of
from scenarios.fitting.fit import Request, fit_orders
from scenarios.fitting.guessing import FALLBACK, TABLE, guess_goods
from scenarios.fitting.naming import product_codes
from scenarios.fitting.network import playable
from scenarios.fitting.writing import write_case
from scenarios.loader import load_scenario
from scenarios.rules.tables import load_rules, read_nomenclature
from tests.scenarios.fitting.files import HEADER, SAMPLE, a_file, shop_rows

RULES = load_rules(date(2025, 6, 2))
WISH = Wish(id="own-shop", author="Harbour Lane Trading", on=date(2026, 1, 2))


def made(folder, path=SAMPLE, wish=WISH, **said):
    """The folder of a case made from *path*."""
    fit = fit_orders(Request(path=path, **said))
    write_case(folder / "case", fit, case_of(fit, wish))
    return folder / "case"


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return made(tmp_path_factory.mktemp("orders"))


@pytest.fixture(scope="module")
def scenario(folder):
    return load_scenario(folder)


def test_the_fit_file_says_what_the_shelf_should_sell(folder, scenario):
    shelf = json.loads((folder / "fit.json").read_text(encoding="utf-8"))["shelf"]

    assert shelf["scale_ppm"] == scenario.market.shoppers
    assert len(shelf["countries"]["GB"]["skus"]) == sum(row.country == "GB" for row in scenario.market.listings)


def test_listings_stand_in_every_country_of_the_case(scenario):
    assert {row.country for row in scenario.market.listings} == set(scenario.audience.countries) == {"GB", "DE", "FR"}


def test_every_listing_can_be_sold_from_stock(scenario):
    assert all(sum(stock.units for stock in product.stock) > 0 for product in scenario.products)
    assert {row.sku for row in scenario.market.listings} <= {product.sku for product in scenario.products}


def test_the_play_begins_on_the_weekday_and_in_the_season_of_the_data():
    moved = first_market_day(date(2011, 3, 10).toordinal())

    assert moved.weekday() == date(2011, 3, 10).weekday()
    assert abs((moved - date(2025, 3, 10)).days) <= 3


def test_a_first_day_outside_the_tables_is_refused():
    with pytest.raises(ScenarioError, match="expected a day the rule tables cover"):
        first_market_day(0, date(2019, 3, 1))


@pytest.mark.parametrize("word", [
    "unit_cost", "floor_price", "stock", "market:", "elasticity", "catalogue", "countries left out", "currency",
    "time:", "baskets", "packs", "tax:", "supplier", "show", "cash",
])
def test_every_assumption_has_its_line(scenario, word):
    assert any(word in line for line in scenario.provenance.changes)


def test_a_guess_that_is_unsure_is_listed_with_its_product(scenario):
    names = {item.sku: item.name.en.split(", pack of")[0] for item in scenario.products}
    unsure = [sku for sku, name in names.items() if guess_goods(name).sure != "head"]

    assert unsure
    assert all(any(line.startswith(f"{sku}: ") for line in scenario.provenance.changes) for sku in unsure)


def test_costs_of_the_file_are_used(tmp_path):
    path = a_file(tmp_path, [[*row, "4.10"] for row in shop_rows()], (*HEADER, "Unit cost"))

    assert {product.unit_cost for product in load_scenario(made(tmp_path, path)).products} == {410}


def test_tax_in_the_prices_is_taken_out_when_the_author_says_so(tmp_path):
    path, wish = a_file(tmp_path, shop_rows()), structs.replace(WISH, vat_included=True)
    products = load_scenario(made(tmp_path, path, wish)).products

    assert sorted(product.price for product in products) == [round(price / 1.19) for price in (625, 950, 1400)]


def test_yen_have_no_cents(tmp_path):
    rows = [[*row[:5], str(round(float(row[5]) * 150)), row[6], "Japan"] for row in shop_rows()]
    scenario = load_scenario(made(tmp_path, a_file(tmp_path, rows), currency="JPY"))

    assert sorted(product.price for product in scenario.products) == [938, 1425, 2100]


def test_two_readings_of_one_file_make_one_scenario(tmp_path, folder):
    again = made(tmp_path)

    assert all((again / path.name).read_bytes() == path.read_bytes() for path in folder.iterdir())


def test_a_file_to_countries_without_rules_is_refused(tmp_path):
    path = a_file(tmp_path, shop_rows(country="Norway"))

    with pytest.raises(ScenarioError, match="country: expected orders to one of US"):
        made(tmp_path, path)


def test_the_report_stands_in_both_languages(folder):
    english = (folder / "fit-report.md").read_text(encoding="utf-8")
    chinese = (folder / "fit-report.zh-CN.md").read_text(encoding="utf-8")

    assert "orders a day, WAPE" in english
    assert "日订单，加权绝对误差" in chinese


def test_points_make_no_claim_that_could_be_forbidden(scenario):
    points = [point for product in scenario.products for point in product.points]

    assert all(point.is_true and not point.forbidden for point in points)
    assert {point.phase for point in points} == {"hook", "pain", "demo", "trust", "offer"}


def rows_of_goods():
    return list(csv.DictReader(TABLE.read_text(encoding="utf-8").splitlines()))


def test_every_kind_of_goods_has_a_heading_a_category_and_a_drawing():
    headings = {row.code for row in read_nomenclature()}
    source = (ROOT / "web/client/src/drawings/products.ts").read_text(encoding="utf-8")
    drawings = re.search(r"DRAWN.*?= \{(.*?)\}", source, re.DOTALL)
    drawn = set(re.findall(r"\w+", drawings[1]))

    for row in rows_of_goods():
        assert row["hs6"] in headings
        assert row["drawing"] in drawn
        assert RULES.category(row["category"])


@pytest.mark.parametrize(("category", "heading"), FALLBACK.items())
def test_a_fallback_heading_has_a_rate_in_every_country_of_the_tables(category, heading):
    countries = playable({row.code: 1.0 for row in RULES.countries}, {category}, RULES)

    assert {"US", "DE", "GB", "JP"} <= set(countries)
    assert all(RULES.duty(code, heading, RULES.on, category=category) for code in countries)


@pytest.mark.parametrize(("name", "noun", "sure"), [
    ("SET OF 3 CAKE TINS", "tin", "head"),
    ("JUMBO BAG RED RETROSPOT", "bag", "inside"),
    ("CHOCOLATE HOT WATER BOTTLE", "hot water bottle", "head"),
    ("红色马克杯", "mug", "head"),
    ("Zxqv 400", "article", "none"),
])
def test_goods_are_guessed_from_the_last_known_word(name, noun, sure):
    goods = guess_goods(name)

    assert (goods.en, goods.sure) == (noun, sure)


def test_codes_of_products_are_different_even_where_skus_look_alike():
    assert product_codes(["A 1", "a-1", "商品"]) == ["a-1", "a-1-2", "item"]
