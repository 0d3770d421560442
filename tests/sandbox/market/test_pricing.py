"""Where the model would put a price."""

from __future__ import annotations

from sandbox.market.pricing import best_price, price_limits
from sandbox.market.quote import Quote
from tests.sandbox.harness import a_product, a_scenario


class Costs:
    """Every order costs *fixed* and a share of its price."""

    def __init__(self, fixed: int, share: float) -> None:
        self.fixed = fixed
        self.share = share

    def quote(self, country: str, sku: str, price: int) -> Quote:
        return Quote(
            currency="USD", goods=price, delivery=0, tax=0, service="us-line", promise_days=14,
            delivery_shop=0, paid_shop=price, costs_shop=self.fixed + int(price * self.share),
        )  # fmt: skip

    def spendable(self) -> int:
        return 0


def test_limits_run_from_a_third_of_the_cost_to_three_times_it_or_the_usual_price() -> None:
    assert price_limits(a_product()) == (186, 3190)
    assert price_limits(a_product(unit_cost=2000)) == (600, 6000)


def test_the_best_price_is_the_markup_of_a_constant_elasticity() -> None:
    product = a_product(unit_cost=1000, floor_price=100)

    # Home: 2.6 * .65 + .35 = 2.04; cost 10.00 + 3.00; 6 % of the price are fees: 2.04 / 1.04 * 13.00 / .94
    assert abs(best_price(product, a_scenario(), Costs(300, 0.06)) - 2713) <= 3


def test_the_best_price_stays_above_the_floor_and_within_the_limits() -> None:
    product = a_product(unit_cost=1000, floor_price=2900)

    assert best_price(product, a_scenario(), Costs(300, 0.06)) == 2900
    assert best_price(product, a_scenario(), Costs(9000, 0.06)) == 3190
