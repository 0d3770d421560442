"""Goods in a season: re-order before the shelf is empty, move what will sell, take off what loses money."""

from __future__ import annotations

import pytest
from msgspec import structs

from sandbox.bots.season.buying import reorder
from sandbox.bots.season.demand import Pace
from sandbox.bots.season.habits import AVERAGE, EXPERT, WEAK
from sandbox.bots.season.knowledge import category_of, heading_of, words_for
from sandbox.bots.season.manners import Manners
from sandbox.bots.season.stock import send_over
from sandbox.engine.practice import practice_run
from sandbox.kernel.calendar import DAY
from scenarios.loader import load_scenario

TILES = "magnet-tiles"


@pytest.fixture(scope="module")
def views():
    run = practice_run(load_scenario("first-shop"), 3)
    run.advance(DAY)
    return {seat: run.view(seat) for seat in ("selection", "operations")}


def selling(country, sku, daily):
    """A pace at which only one product sells, units a day."""
    pace = Pace()
    pace.daily[country, sku] = daily * 1000
    pace.spread[country, sku] = daily * 300
    return pace


def later(view, days):
    """The same view with the end of play so many days away."""
    clock = structs.replace(view.common.clock, play_ends=view.common.clock.now + days * DAY)
    return structs.replace(view, common=structs.replace(view.common, clock=clock))


def bought(view, habits, pace):
    return {one.args["sku"]: one.args for one in reorder(view, habits, pace, Manners("selection"))}


def test_the_trained_hand_reorders_before_the_stock_is_gone(views):
    view = later(views["selection"], 40)
    stock = sum(next(row.stock for row in view.products if row.card.sku == TILES).values())

    assert stock > 0
    assert TILES in bought(view, AVERAGE, selling("US", TILES, stock // 14))


def test_the_trained_hand_buys_from_who_keeps_the_word(views):
    order = bought(later(views["selection"], 40), AVERAGE, selling("US", TILES, 12))[TILES]
    quote = next(row for row in views["selection"].supply.quotes
                 if (row.supplier, row.sku) == (order["supplier"], TILES))

    assert quote.on_time_ppm >= 900_000
    assert order["units"] >= quote.minimum


def test_nothing_is_bought_while_the_cover_is_long(views):
    assert bought(later(views["selection"], 40), AVERAGE, selling("US", TILES, 1)) == {}


def test_nothing_is_bought_that_would_come_after_the_end(views):
    assert bought(later(views["selection"], 5), AVERAGE, selling("US", TILES, 20)) == {}


def test_the_beginner_buys_nothing(views):
    assert bought(later(views["selection"], 40), WEAK, selling("US", TILES, 20)) == {}


def test_the_reference_buys_no_lot_of_which_half_would_be_left(views):
    assert bought(later(views["selection"], 20), EXPERT, selling("US", TILES, 2)) == {}


@pytest.mark.parametrize("habits", [AVERAGE, EXPERT])
def test_stock_goes_where_it_runs_low_while_it_can_still_sell(views, habits):
    soon = send_over(later(views["operations"], 14), habits, selling("US", TILES, 15), Manners("operations"))
    too_late = send_over(later(views["operations"], 8), habits, selling("US", TILES, 15), Manners("operations"))

    assert [(one.args["sku"], one.args["destination"]) for one in soon] == [(TILES, "us-east")]
    assert too_late == []


def test_a_wish_rests_after_a_look_in_which_something_was_refused(views):
    view = later(views["operations"], 14)
    manners = Manners("operations")
    wishes = send_over(view, AVERAGE, selling("US", TILES, 15), manners)
    seats = tuple(structs.replace(row, refused=row.refused + 1) for row in view.common.seats)

    assert manners.proper(wishes, view.common) == wishes
    assert manners.proper(wishes, structs.replace(view.common, seats=seats)) == []


def test_a_heading_is_known_by_the_word_for_the_thing():
    assert heading_of("Insulated steel bottle 500 ml", ("701337", "732393", "961700")) == "961700"
    assert heading_of("Something nobody has seen", ("701337",)) == ""


def test_search_words_come_from_the_category_that_fits_the_name(views):
    view = views["operations"]
    card = next(row.card for row in view.products if row.card.sku == "gan-charger")

    assert category_of(card, view.shelf.keywords) == "e_accessory"
    assert words_for(card, view.shelf.keywords, 2)[0] == "charger"
