"""Bots run a season from their views: legally, politely, and each style in its own way."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise

import pytest
from msgspec import structs

from sandbox.bots.play import BotTable, make_policy
from sandbox.bots.style import STYLES
from sandbox.engine.practice import practice_run
from sandbox.kernel.calendar import DAY
from sandbox.kernel.draws import Stream
from sandbox.kernel.messages import PLAYER_SEATS, Seat
from sandbox.roles.catalog import may_send
from scenarios.loader import load_scenario

DAYS = 3
CHANCE = Stream(7)


def played(style, until=DAYS * DAY):
    run = practice_run(load_scenario("first-shop"), 3)
    table = BotTable(run)
    for seat in PLAYER_SEATS:
        table.put(seat.value, style)
    table.act()
    while run.now < until:
        run.advance(min(until, table.due()))
        table.act()
    return run


@pytest.fixture(scope="module")
def runs():
    return {style: played(style) for style in STYLES}


def sent(run):
    return [entry for entry in run.log.entries if entry.subject.startswith("bot:")]


def types(run):
    return Counter(entry.type for entry in sent(run) if entry.kind == "command")


@pytest.mark.parametrize("style", STYLES)
def test_three_days_of_a_season_go_by_with_few_refusals(runs, style):
    entries = sent(runs[style])
    refused = [entry for entry in entries if entry.kind == "refused"]

    assert runs[style].now == DAYS * DAY
    assert len(refused) * 50 <= len(entries)


@pytest.mark.parametrize("style", STYLES)
def test_every_command_is_one_its_seat_may_send(runs, style):
    assert all(may_send(Seat(entry.seat), entry.type) for entry in sent(runs[style]))


@pytest.mark.parametrize("style", STYLES)
def test_no_command_is_refused_twice_for_the_same_reason_in_a_row(runs, style):
    refused = [(entry.type, entry.code, str(entry.args)) for entry in sent(runs[style]) if entry.kind == "refused"]

    assert all(one != other for one, other in pairwise(refused))


def test_the_first_show_is_not_missed_by_bots_that_look_rarely(runs):
    assert types(runs["average"])["livestream.speak_phase"] > 20
    assert types(runs["average"])["livestream.disclose_ad"] >= 1


def test_the_trained_hand_classifies_every_product_rightly(runs):
    declared = {entry.args["sku"]: entry.args["hs6"] for entry in sent(runs["average"])
                if entry.type == "market.classify_hs"}

    assert declared == {product.sku: product.hs6 for product in load_scenario("first-shop").products}


def test_the_beginner_cuts_prices_and_sends_by_post(runs):
    ways = {entry.args["service"] for entry in sent(runs["weak"]) if entry.type == "logistics.set_shipping"}

    assert ways == {"us-post"}
    assert types(runs["weak"])["market.set_listing_price"] > 10
    assert types(runs["weak"])["market.obtain_certificate"] == 0


@pytest.mark.parametrize("style", STYLES)
def test_a_bot_decides_from_the_view_alone(style):
    run = practice_run(load_scenario("first-shop"), 3)
    run.advance(DAY + 1)
    views = {seat: run.view(seat.value) for seat in PLAYER_SEATS}
    before = run.state_digest()
    looks = [make_policy(style, seat).look(views[seat], CHANCE) for seat in PLAYER_SEATS]
    again = [make_policy(style, seat).look(views[seat], CHANCE) for seat in PLAYER_SEATS]

    assert looks == again
    assert run.state_digest() == before
    assert all(look.again_in >= 1 for look in looks)


@pytest.mark.parametrize("seat", PLAYER_SEATS)
def test_between_shows_a_bot_looks_once_in_some_hours(seat):
    run = practice_run(load_scenario("first-shop"), 3)
    run.advance(DAY + 1)
    bot = make_policy("average", seat)
    bot.look(run.view(seat.value), CHANCE)

    assert bot.look(run.view(seat.value), CHANCE).again_in >= 3600


def a_view(seat, at):
    run = practice_run(load_scenario("first-shop"), 3)
    run.advance(at)
    return run.view(seat)


def test_the_reference_asks_nobody_who_often_stays_away():
    view = a_view("traffic", DAY)
    unsure = [structs.replace(row, no_show_ppm=300_000) for row in view.ads.creators]
    shy = structs.replace(view, ads=structs.replace(view.ads, creators=tuple(unsure)))

    assert "market.hire_creator" in {one.type for one in make_policy("expert", Seat.TRAFFIC).look(view, CHANCE).wishes}
    assert "market.hire_creator" not in {one.type
                                         for one in make_policy("expert", Seat.TRAFFIC).look(shy, CHANCE).wishes}
