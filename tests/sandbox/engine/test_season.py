"""A season in one run: days and shows, shelf and room, suppliers and ads, to the last settled order."""

from __future__ import annotations

import pytest

from sandbox.engine.replay import rebuild
from sandbox.kernel.draws import Secrets, group_secret
from sandbox.market.order import TRANSITIONS
from tests.builders import Sender, a_run
from tests.properties.scenarios import a_small_season


@pytest.fixture(scope="module")
def played():
    run = a_run(7, a_small_season(shoppers=600_000))
    run.advance(60)
    Sender(run, "traffic")("market.create_campaign", kind="search", country="US", platform="bazaar", sku="desk-lamp",
                           keywords=["lamp"], bid=150, daily_budget=4000, days=2)
    run.settle()
    return run


def of(run, event_type):
    return [event for event in run.events if event.type == event_type]


def test_the_market_is_open_from_the_first_second_and_live_while_a_show_runs():
    run = a_run(7, a_small_season())
    stages = [run.stage]
    for second in (90_000, 100_100, 101_000):
        run.advance(second)
        stages.append(run.stage)

    assert stages == ["market", "market", "live", "market"]


def test_a_class_sees_shows_second_by_second_and_a_minute_before():
    run = a_run(7, a_small_season())
    before = run.slow_windows()
    run.advance(101_000)

    assert before == ((100_000 - 60, 100_300),)
    assert run.slow_windows() == ()


def test_orders_come_from_shelf_and_room_and_each_ends_once(played):
    orders = played.domains.shop.orders()

    assert {order.channel for order in orders} == {"live", "shelf"}
    assert not [order.text for order in orders if TRANSITIONS[order.state]]
    assert len(of(played, "market.order_ended")) == len(orders)


def test_ads_are_paid_from_the_same_books_that_balance(played):
    spent = sum(event.data.cost for event in of(played, "market.auction_settled"))

    assert spent > 0
    assert -played.domains.payments.profit_and_loss()["ads"] == spent
    assert not any(played.domains.payments.trial_balance().values())


def test_a_season_replays_to_the_same_state(played):
    again = rebuild(played.scenario, Secrets(group_secret(7)), played.log)

    assert (again.state_digest(), again.kit.digest) == (played.state_digest(), played.kit.digest)


def test_ending_play_early_stops_the_shelf_but_not_the_parcels():
    run = a_run(7, a_small_season())
    run.advance(40_000)
    Sender(run, "instructor")("run.end", reason="teacher")
    orders = run.domains.orders()
    run.settle()

    assert run.is_over
    assert run.domains.orders() == orders
    assert not run.domains.open_orders()


def test_goods_that_were_bought_come_in_are_paid_and_can_be_sold():
    run = a_run(7, a_small_season())
    before = run.domains.logistics.available("desk-lamp")
    quote = next(quote for supplier in run.scenario.market.suppliers for quote in supplier.quotes
                 if quote.sku == "desk-lamp" and supplier.id == "port-express")
    answer = Sender(run, "selection")("market.source_product", supplier="port-express", sku="desk-lamp",
                                      units=quote.minimum, node=run.scenario.warehouses[0].node)
    run.settle()

    sold = sum(order.sku == "desk-lamp" and order.goods_cost > 0 for order in run.domains.shop.orders())

    assert answer.ok, answer.message
    assert run.domains.logistics.available("desk-lamp") > before - sold
    assert [event.data.units for event in of(run, "market.lot_received") if event.data.sku == "desk-lamp"]
    assert not any(run.domains.payments.trial_balance().values())


def test_a_shock_of_the_trade_reaches_the_team_that_it_is_meant_for():
    run = a_run(7, a_small_season())
    run.advance(60)
    answer = Sender(run, "instructor")("run.inject_shock", kind="postal_suspension", country="US")
    run.advance(120)

    assert answer.ok, answer.message
    assert {event.data.service for event in of(run, "logistics.carrier_decided") if event.data.is_closed} == {"us-post"}


def test_a_price_war_moves_every_rival_of_the_country_once():
    run = a_run(7, a_small_season())
    run.advance(60)
    Sender(run, "instructor")("run.inject_shock", kind="price_war", country="DE")
    wars = [event.data for event in of(run, "market.rival_acted") if event.data.action == "price_war"]

    assert {war.country for war in wars} == {"DE"}
    assert len(wars) == len({(war.platform, war.category) for war in wars})
