"""Rivals, platforms and shocks: what they do to the search, and what they may not do."""

from __future__ import annotations

import pytest

from sandbox.market.commands import SetListingPrice
from sandbox.market.shelf.cell import CHARGE, RANK, THERE
from sandbox.market.shelf.events import RivalActed
from sandbox.market.shelf.rivalry import COPY_AFTER, FLOOR_PPM, Copycat, Morning
from tests.sandbox.market.street import LAMP, Street, a_market, a_season

HOME = {"country": "US", "category": "home", "platform": "bazaar"}


def home(street):
    return street.market.cell("US", "home", "bazaar")


def acted(street, action):
    return [event for event in street.world.of(RivalActed) if event.action == action]


def test_rivals_are_the_same_under_one_secret_and_others_under_another():
    first, second, other = (home(Street(secret=secret).play(0.5)) for secret in (7, 7, 8))

    assert (first.numbers == second.numbers).all()
    assert (first.numbers[CHARGE] != other.numbers[CHARGE]).any()


def test_a_rival_never_goes_below_its_cost_and_a_little():
    street = Street(a_season(12, a_market(rival_haste=1_000_000)))
    street.send(SetListingPrice(listing=LAMP, price=1690))
    street.play(12)

    cell = home(street)
    rivals = slice(0, cell.rivals)
    assert acted(street, "price")
    assert (cell.numbers[CHARGE, rivals] >= cell.cost[rivals] * FLOOR_PPM // 1_000_000).all()


def test_calm_rivals_leave_their_prices():
    street = Street(a_season(5, a_market(rival_haste=0)))
    street.send(SetListingPrice(listing=LAMP, price=1690))

    assert acted(street.play(5), "price") == []


def test_a_rival_that_sold_out_comes_back_after_five_days():
    street = Street(a_season(20)).play(20)

    gone = [(event.country, event.platform, event.rival) for event in acted(street, "sold_out")]
    back = [(event.country, event.platform, event.rival) for event in acted(street, "back")]
    assert back
    assert set(back) <= set(gone)


def test_a_best_seller_of_three_weeks_is_copied_by_the_weakest():
    street = Street(a_season(2)).play(1.5)
    cell, said = home(street), []
    mine = cell.rivals
    chance = type("Always", (), {"happens": lambda self, *_: True})()
    copycat = Copycat(Morning(cell, street.world.stream("ctx.market.rivalry"), 0.0), chance,
                      lambda *told: said.append(told[2:]))
    cell.top_days[mine] = COPY_AFTER
    copycat.decide()
    copycat.apply()

    assert said == [("copy", int(cell.numbers[CHARGE, mine]) * 9 // 10)]


def test_a_platforms_own_label_takes_orders():
    plain, shocked = Street(a_season(4)).play(4), Street(a_season(4)).play(1.5)
    shocked.market.provoke("platform_own_label", **HOME)
    shocked.play(2.5)

    assert [event.action for event in shocked.world.of(RivalActed) if event.action == "own_label"] == ["own_label"]
    assert shocked.stall.by_id[LAMP].totals[3] < plain.stall.by_id[LAMP].totals[3]


def test_a_price_war_lowers_every_rival_price_down_to_its_floor():
    street = Street(a_season(3)).play(1.5)
    cell = home(street)
    before = cell.numbers[CHARGE].copy()
    street.market.provoke("price_war", cut_ppm=200_000, **HOME)

    rivals = slice(0, cell.rivals)
    assert (cell.numbers[CHARGE, rivals] < before[rivals]).all()
    assert (cell.numbers[CHARGE, rivals] >= cell.cost[rivals] * FLOOR_PPM // 1_000_000).all()


def test_a_sold_out_leader_sends_its_shoppers_to_others():
    street = Street(a_season(3)).play(1.5)
    cell = home(street)
    leader = int(cell.ids[cell.numbers[RANK] == 1][0])
    street.market.provoke("rivals_sold_out", days=3, **HOME)

    [gone] = [row for row in range(cell.rivals) if cell.ids[row] == leader]
    assert cell.numbers[THERE, gone] == 0
    street.play(0.1)
    assert cell.orders[gone] == 0.0


def test_an_unknown_shock_is_refused_with_those_that_are_known():
    street = Street().play(0.1)

    with pytest.raises(ValueError, match="price_war"):
        street.market.provoke("earthquake")


def test_sponsored_attention_brings_orders():
    plain, bought = Street(a_season(2)).play(2), Street(a_season(2), sponsored=lambda *_: 200_000).play(2)

    assert set(plain.bought()) < set(bought.bought())


def test_bids_of_rivals_are_told_to_auctions():
    street = Street().play(0.1)

    bids = street.market.rival_bids("US", "home", "bazaar")
    assert len(bids) == 23
    assert min(bid for _, bid in bids) > 0
