"""Goods, costs and cards. How well a product suits the audience is only sampled; defects show after delivery."""

from __future__ import annotations

from sandbox.kernel.money import Money, convert, share
from sandbox.kernel.rule_lookup import UnknownRuleError
from sandbox.kernel.scenario import Product
from sandbox.roles.seen import Seen
from sandbox.roles.view_parts import LandedCost, PointLine
from sandbox.roles.view_types import SelectionRow, SelectionView
from sandbox.roles.views.common import card, common, nodes, room_line
from sandbox.roles.views.season import shelf_part, supply_part


def selection_view(seen: Seen) -> SelectionView:
    """What product selection may know."""
    return SelectionView(
        common=common(seen, "selection"), room=room_line(seen),
        products=tuple(_row(seen, product) for product in seen.scenario.products), nodes=nodes(seen),
        cash=seen.money.cash(), shelf=shelf_part(seen), supply=supply_part(seen),
    )


def _row(seen: Seen, product: Product) -> SelectionRow:
    good, count = seen.tallies.shop.goods[product.sku], seen.tallies.room.products[product.sku]
    houses = [house.node for house in seen.scenario.warehouses]
    return SelectionRow(
        card=card(seen, product), role=good.role, unit_cost=product.unit_cost, floor_price=product.floor_price,
        grams=product.grams, battery=product.battery, rating=good.rating, reviews=good.reviews, clicks=count.clicks,
        orders=count.orders, returns=seen.tallies.orders.returns.get(product.sku, 0),
        stock={node: seen.chain.available_at(node, product.sku) for node in houses}, hs6_declared=good.hs6,
        hs_choices=tuple((code, _description(seen, code)) for code in sorted(product.hs_choices)), sample=good.sample,
        points=tuple(
            PointLine(id=point.id, phase=point.phase, text=point.text, said=point.id in good.card_points)
            for point in product.points
        ),
        landed=tuple(_landed(seen, product, country) for country in seen.scenario.audience.countries),
    )


def _description(seen: Seen, code: str) -> str:
    rules = seen.scenario.rules
    for country in seen.scenario.audience.countries:
        try:
            return str(rules.duty(country, code, rules.on).row.description)
        except UnknownRuleError:
            continue
    return ""


def _landed(seen: Seen, product: Product, country: str) -> LandedCost:
    good = seen.tallies.shop.goods[product.sku]
    terms = seen.chain.terms(country, product.sku)
    charges = seen.chain.landed(country, product.sku, good.price)
    rate = seen.money.rate(charges.currency, seen.scenario.shop.currency)
    is_seller = charges.payer == "seller"
    duty, vat, fees = (convert(amount, rate) if is_seller else 0
                       for amount in (charges.duty, charges.vat_at_border, charges.fees))
    carriage = terms.carriage + terms.handling
    total = product.unit_cost + carriage + duty + vat + fees
    return LandedCost(
        country=country, service=terms.service, currency=seen.scenario.shop.currency, goods=product.unit_cost,
        carriage=carriage, duty=duty, vat=vat, fees=fees, total=total,
        margin=good.price + terms.fee_charged - _platform(seen, product, country) - total, rules=charges.rules,
    )


def _platform(seen: Seen, product: Product, country: str) -> int:
    good, shop, rules = seen.tallies.shop.goods[product.sku], seen.scenario.shop, seen.scenario.rules
    price = Money(good.price, shop.currency)
    card_row = rules.platform_fee(shop.platform.upper(), country, product.category, price, rules.on)
    return share(good.price, card_row.commission_ppm + card_row.transaction_ppm + card_row.payment_ppm)
