"""How far a price may go, and where the model would put it."""

from __future__ import annotations

from sandbox.kernel.errors import IllegalCommandError
from sandbox.kernel.money import PPM, half_up
from sandbox.kernel.scenario import Product, Scenario
from sandbox.market.reads import Reads

LIVE_SHARE = 650
"""Per mille of the category's elasticity that is left in a live show, where price is less compared."""
CLICK_MILLI = 350
"""What price takes from clicks on top."""


def price_limits(product: Product) -> tuple[int, int]:
    """From .3 to 3 times the cost; the usual price is always allowed, however thin the cost."""
    return half_up(product.unit_cost * 3, 10), max(3 * product.unit_cost, product.reference_price)


def check_price(product: Product, price: int) -> None:
    """Refuse a price below the agreed floor or outside the limits.

    Raises:
        IllegalCommandError: ``below_floor_price`` or ``price_out_of_range``.
    """
    if price < product.floor_price:
        message = f"{product.sku}: expected at least the agreed floor {product.floor_price}, got {price}"
        raise IllegalCommandError("below_floor_price", message, floor=product.floor_price, price=price)
    low, high = price_limits(product)
    if not low <= price <= high:
        message = f"{product.sku}: expected a price from {low} to {high}, got {price}"
        raise IllegalCommandError("price_out_of_range", message, low=low, high=high, price=price)


def best_price(product: Product, scenario: Scenario, reads: Reads) -> int:
    """The price with the highest expected contribution, within floor and limits.

    With constant elasticity e and a contribution a + b * price (both from two quotes, weighted by country), the best
    price is e / (e - 1) * -a / b (the markup rule of Lerner, 1934).
    """
    low, high = price_limits(product)
    low = max(low, product.floor_price)
    at_low, at_high = _contribution(product, low, scenario, reads), _contribution(product, high, scenario, reads)
    slope = at_high - at_low
    if slope <= 0:
        return low
    # a and b in units of (high - low); the elasticity in thousandths.
    intercept = at_low * (high - low) - slope * low
    milli = scenario.rules.category(product.category).elasticity_milli * LIVE_SHARE // 1000 + CLICK_MILLI
    best = half_up(milli * -intercept, (milli - 1000) * slope) if milli > 1000 else high
    return min(high, max(low, best))


def _contribution(product: Product, price: int, scenario: Scenario, reads: Reads) -> int:
    """Expected contribution of one unit over the countries of the audience, in millionths of a minor unit."""
    total = 0
    for country, weight in scenario.audience.countries.items():
        quote = reads.quote(country, product.sku, price)
        total += weight * (price + quote.delivery_shop - product.unit_cost - quote.costs_shop)
    return total * PPM // max(1, sum(scenario.audience.countries.values()))
