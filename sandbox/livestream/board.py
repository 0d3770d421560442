"""How the pinned product stands with each group of viewers: set anew whenever price, rating or terms change."""

from __future__ import annotations

from sandbox.kernel.money import PPM
from sandbox.livestream.equations import PRICE_SENSE, appeal, product_lean
from sandbox.livestream.offers import PriceTag
from sandbox.livestream.stage import Stage

FREE_DELIVERY, DUTY_PAID = 0.15, 0.2
"""What the terms of a country add to the log-odds of buying."""


def set_board(stage: Stage, tag: PriceTag, mean_price: float) -> None:
    """Write appeal, log-odds and prices of the pinned product into the crowd.

    Args:
        stage: the room, with a product on screen.
        tag: its price now.
        mean_price: mean list price of the rundown, minor units.
    """
    sku, crowd = stage.pinned, stage.crowd
    product, reads = stage.products[sku], stage.reads
    rating, reference = reads.rating(sku) / 100.0, reads.reference_price(sku)
    bonus = [country_bonus(stage, country) for country in crowd.countries]
    prices = (tag.to_pay, tag.price)
    for place, sense in enumerate(PRICE_SENSE):
        crowd.board.appeal[place] = appeal(product.fit / PPM, tag.to_pay, mean_price, sense)
        for row, price in enumerate(prices):
            lean = product_lean(price, reference, rating, sense)
            for column, extra in enumerate(bonus):
                crowd.board.lean[row, place, column] = lean + extra


def country_bonus(stage: Stage, country: str) -> float:
    """What delivery terms for the pinned product are worth in *country*, log-odds."""
    is_free, is_duty_paid = stage.reads.terms(country, stage.pinned)
    return FREE_DELIVERY * is_free + DUTY_PAID * is_duty_paid
