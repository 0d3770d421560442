"""The whole shop, with thirty seconds of lag in the room's numbers. Rivals' costs and true quality stay hidden."""

from __future__ import annotations

from sandbox.roles.seen import Seen
from sandbox.roles.view_parts import ApprovalRow
from sandbox.roles.view_types import OperationsView, ProductRow, ServiceOption
from sandbox.roles.views.common import (
    card,
    claims,
    comment_line,
    common,
    kpis,
    markers,
    nodes,
    offers,
    order_row,
    room_line,
    rundown,
    trend,
)
from sandbox.roles.views.season import chain_part, money_part, shelf_part, stage_part

ORDERS = 30
COMMENTS = 10


def operations_view(seen: Seen) -> OperationsView:
    """What operations may know."""
    tallies = seen.tallies
    return OperationsView(
        common=common(seen, "operations"), room=room_line(seen), kpis=kpis(seen), trend=trend(seen),
        markers=markers(seen), pool=tallies.room.pool, products=_products(seen), rundown=rundown(seen),
        offers=offers(seen), comments=tuple(comment_line(one) for one in tallies.chat.recent("open")[:COMMENTS]),
        services=_services(seen), nodes=nodes(seen), order_states=tallies.orders.states(),
        orders=tuple(order_row(one) for one in tallies.orders.open()[:ORDERS]), approvals=_approvals(seen),
        cash=seen.money.cash(), balances=seen.money.foreign_money(), penalty_points=tallies.room.penalty_points,
        stage=stage_part(seen), shelf=shelf_part(seen), chain=chain_part(seen), money=money_part(seen),
    )


def _products(seen: Seen) -> tuple[ProductRow, ...]:
    rows = []
    for product in seen.scenario.products:
        good, count = seen.tallies.shop.goods[product.sku], seen.tallies.room.products[product.sku]
        rows.append(ProductRow(
            card=card(seen, product), role=good.role, floor_price=product.floor_price,
            available=seen.chain.available(product.sku), clicks=count.clicks, orders=count.orders, gmv=count.gmv,
            rating=good.rating, reviews=good.reviews, points=claims(product),
        ))
    return tuple(rows)


def _services(seen: Seen) -> tuple[ServiceOption, ...]:
    rows = []
    for service in seen.scenario.services:
        chosen, promise = seen.chain.promise(service.country)
        grams = sum(product.grams for product in seen.scenario.products) // len(seen.scenario.products)
        rows.append(ServiceOption(
            id=service.id, country=service.country, channel=service.channel, incoterm=service.incoterm,
            node=service.node, fee_charged=service.fee_charged, promise_days=service.promise_days,
            cost_estimate=service.base_fee + service.per_kg_fee * grams // 1000, chosen=chosen == service.id,
            promise_chosen=promise if chosen == service.id else 0,
        ))
    return tuple(rows)


def _approvals(seen: Seen) -> tuple[ApprovalRow, ...]:
    desk = seen.tallies.desk
    return tuple(
        ApprovalRow(ticket=ident, label=desk.tickets[ident].label, amount=amount, kind=desk.tickets[ident].kind)
        for ident, amount in desk.approvals.items()
    )
