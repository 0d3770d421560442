"""What goods cost when they are bought, brought in, sold and lost."""

import pytest

from sandbox.kernel.scenario_market import Account, Market, StockUnderWay
from sandbox.payments.stock import Bin
from tests.sandbox.payments.harness import US_ORDER, Till


@pytest.fixture
def till() -> Till:
    """A hundred mugs at 8.00."""
    return Till()


def test_a_purchase_goes_from_deposit_to_goods_on_the_way_to_stock(till):
    till.payments.goods.ordered("po1", "mug", 3_000)
    deposit = till.balance("supplier_deposits", "USD")
    till.payments.goods.bought("po1", 10, 7_000)
    coming = till.balance("goods_on_the_way", "USD")
    till.payments.goods.received("po1", 10)

    assert (deposit, coming) == (3_000, 10_000)
    assert (till.balance("supplier_deposits", "USD"), till.balance("goods_on_the_way", "USD")) == (0, 0)
    assert (till.balance("inventory", "USD"), till.payments.cash()) == (90_000, 490_000)


def test_freight_makes_every_unit_dearer(till):
    till.payments.goods.landed("mug", 5_000, "sea_freight")
    till.sell(US_ORDER, "US", "USD", 2700)

    assert till.balance("goods_sold", "USD") == 850
    assert till.payments.profit_and_loss()["goods_sold"] == -850


def test_a_cheaper_lot_is_mixed_with_what_is_there(till):
    till.payments.goods.ordered("po1", "mug", 0)
    till.payments.goods.bought("po1", 100, 60_000)
    till.payments.goods.received("po1", 100)
    till.sell(US_ORDER, "US", "USD", 2700)

    assert till.balance("goods_sold", "USD") == 700


def test_what_of_a_lot_never_comes_in_is_a_loss(till):
    till.payments.goods.ordered("po1", "mug", 3_000)
    till.payments.goods.bought("po1", 10, 7_000)
    till.payments.goods.received("po1", 8)
    till.payments.goods.lost_on_the_way("po1", 2)

    assert (till.balance("goods_lost", "USD"), till.balance("inventory", "USD")) == (2_000, 88_000)
    assert till.payments.goods.stock.purchases == {}


def test_a_supplier_that_gives_up_keeps_part_of_the_deposit(till):
    till.payments.goods.ordered("po1", "mug", 3_000)
    till.payments.goods.cancelled("po1", 1_800)

    assert till.balance("deposits_lost", "USD") == 1_200
    assert till.payments.cash() == 498_800


def test_lost_units_cost_what_they_cost(till):
    assert till.payments.goods.lost("mug", 3, "stock_lost") == 2_400
    assert till.balance("goods_lost", "USD") == 2_400


def test_goods_on_the_way_at_the_start_are_the_shop_s():
    market = Market(
        accounts=(Account(platform="livefeed", country="US"),), categories=("home",),
        under_way=(StockUnderWay(sku="mug", node="us", units=50, arrives_day=3),),
    )
    till = Till(market=market)

    assert (till.balance("inventory", "USD"), till.balance("capital", "USD")) == (120_000, -620_000)
    assert till.payments.goods.stock.bins["mug"].units == 150


def test_a_bundle_takes_each_of_its_parts(till):
    till.sell(US_ORDER, "US", "USD", 2700, units=3, parts=(("mug", 2), ("mug", 1)))

    assert till.payments.register.of(US_ORDER).goods_costs == (4_800, 2_400)


def test_what_is_sold_before_it_is_there_costs_the_last_price_known():
    bin_ = Bin(2, 20, 20, 2)

    assert (bin_.take(5), bin_.units, bin_.value) == (50, -3, -30)


def test_the_last_unit_takes_the_minor_units_that_rounding_left():
    bin_ = Bin(3, 100, 100, 3)

    assert [bin_.take(1) for _ in range(3)] == [33, 34, 33]
    assert bin_.value == 0


def test_cash_below_zero_buys_no_goods(till):
    till.payments.spend("ads", 600_000, "ads")

    assert (till.payments.can_spend(), till.payments.can_purchase()) == (400_000, 0)
