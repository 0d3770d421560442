"""Choosing a service: who may, what is promised, what it costs."""

from __future__ import annotations

from typing import Any

import pytest

from sandbox.kernel.errors import IllegalCommandError
from sandbox.logistics.commands import SetShipping
from sandbox.logistics.events import ShippingChanged
from tests.sandbox.logistics.builders import Yard


def shipping(**changes: Any) -> SetShipping:
    return SetShipping(**{"country": "US", "service": "us-express", "promise_days": 7, **changes})


def test_terms_follow_the_chosen_service() -> None:
    yard = Yard()

    yard.send(shipping())

    terms = yard.logistics.terms("US", "lamp")
    assert (terms.service, terms.promise_days, terms.fee_charged, terms.free_shipping) == ("us-express", 7, 490, False)
    # 3,400 cm3 over 5,000 is 680 g, the first 500 g are in the base: 18.00 + .18 * 9.50
    assert terms.carriage == 1971


def test_a_choice_for_one_product_leaves_the_others() -> None:
    yard = Yard()

    yard.send(shipping(sku="lamp", service="us-local", promise_days=4))

    assert yard.logistics.terms("US", "lamp").node == "us"
    assert yard.logistics.terms("US", "earbuds").service == "us-line"


def test_a_battery_by_special_line_costs_15_percent_more() -> None:
    terms = Yard().logistics.terms("US", "earbuds")

    assert terms.carriage == 492  # (3.20 + .09 * 12.00) * 1.15


@pytest.mark.parametrize(("promise", "low", "high"), [(8, 850_000, 1_000_000), (14, 80_000, 220_000), (25, 0, 20_000)])
def test_a_shorter_promise_is_broken_more_often(promise: int, low: int, high: int) -> None:
    yard = Yard()

    yard.send(shipping(service="us-line", promise_days=promise, sku="lamp"))

    assert low <= yard.world.of(ShippingChanged)[0].late_share_ppm <= high


@pytest.mark.parametrize(
    ("command", "code"),
    [
        (shipping(service="de-line"), "unknown_service"),
        (shipping(country="FR"), "unknown_service"),
        (shipping(sku="kite"), "unknown_sku"),
        (shipping(service="us-post", sku="earbuds"), "goods_not_carried"),
        (shipping(service="us-line", promise_days=14), "shipping_unchanged"),
    ],
)
def test_shipping_that_cannot_be_is_refused(command: SetShipping, code: str) -> None:
    with pytest.raises(IllegalCommandError) as refusal:
        Yard().send(command)

    assert refusal.value.code == code
