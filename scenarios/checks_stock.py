"""What must hold between shows, nodes and stock: days in order, goods that fit into a warehouse, lanes that exist."""

from __future__ import annotations

from collections.abc import Iterator

from sandbox.kernel.calendar import DAY
from sandbox.kernel.rule_lookup import UnknownRuleError
from sandbox.kernel.scenario import Scenario, Show
from scenarios.checks_market import CM3_PER_M3, HOME, Finding, one_of


def show_findings(scenario: Scenario) -> Iterator[Finding]:
    """Shows must lie inside play, in order, without overlap, with goods that exist and for people who can be served."""
    skus = [product.sku for product in scenario.products]
    for i, show in enumerate(scenario.shows):
        key = "show" if i == 0 else f"more_shows[{i - 1}]"
        for j, item in enumerate(show.rundown):
            yield from one_of(f"{key}.rundown[{j}].sku", skus, item.sku)
        yield from _audience(scenario, show, key)
        if show.scenes and show.scene not in [scene.id for scene in show.scenes]:
            yield from one_of(f"{key}.scene", [scene.id for scene in show.scenes], show.scene)
    yield from _order(scenario)


def _audience(scenario: Scenario, show: Show, key: str) -> Iterator[Finding]:
    if show.audience is None:
        return
    total = sum(show.audience.countries.values())
    if total != 1_000_000:
        yield f"{key}.audience.countries", f"expected shares that sum to 100 %, got {total / 10_000:g} %"
    for country in show.audience.countries:
        yield from one_of(f"{key}.audience.countries", scenario.audience.countries, country)


def _order(scenario: Scenario) -> Iterator[Finding]:
    ends = 0
    for i, show in enumerate(scenario.shows):
        key = "show" if i == 0 else f"more_shows[{i - 1}]"
        if show.starts_at < ends:
            yield f"{key}.starts_at", f"expected a start after the show before ends, {ends}, got {show.starts_at}"
        ends = show.starts_at + show.seconds
        if ends > scenario.play_ends:
            yield f"{key}.starts_at", f"expected an end within play, {scenario.play_ends}, got {ends}"
    planned = len(scenario.shows)
    if scenario.max_shows and scenario.max_shows < planned:
        yield "max_shows", f"expected at least the {planned} planned shows, got {scenario.max_shows}"
    if scenario.more_shows and not scenario.season_days:
        yield "season_days", "expected a season with more than one show, got 0 days"


def node_findings(scenario: Scenario) -> Iterator[Finding]:
    """Warehouses: a platform's own has its name, and what lies and arrives there fits."""
    platforms = [account.platform for account in scenario.market.accounts] if scenario.market else []
    for i, house in enumerate(scenario.warehouses):
        if house.kind == "platform":
            yield from one_of(f"warehouses[{i}].platform", dict.fromkeys(platforms), house.platform)
        elif house.platform is not None:
            yield f"warehouses[{i}].platform", f"expected none for kind {house.kind}, got {house.platform!r}"
        room, wanted = house.capacity_m3 * CM3_PER_M3, _volume(scenario, house.node)
        if room and wanted > room:
            what = f"expected room for the stock and what is under way, {wanted / CM3_PER_M3:.1f} m3"
            yield f"warehouses[{i}].capacity_m3", f"{what}, got {house.capacity_m3}"
    yield from _under_way(scenario)


def _volume(scenario: Scenario, node: str) -> int:
    """Cubic centimetres of all that lies at a node or is on its way to it at the start."""
    sizes = {product.sku: product.volume_cm3 for product in scenario.products}
    lies = sum(stock.units * product.volume_cm3 for product in scenario.products for stock in product.stock
               if stock.node == node)
    coming = scenario.market.under_way if scenario.market else ()
    return lies + sum(move.units * sizes.get(move.sku, 0) for move in coming if move.node == node)


def _under_way(scenario: Scenario) -> Iterator[Finding]:
    if scenario.market is None:
        return
    nodes = {house.node: house.country for house in scenario.warehouses}
    skus, days = [product.sku for product in scenario.products], scenario.play_ends // DAY
    for i, move in enumerate(scenario.market.under_way):
        key = f"market.under_way[{i}]"
        yield from one_of(f"{key}.sku", skus, move.sku)
        yield from one_of(f"{key}.node", nodes, move.node)
        if move.origin:
            yield from one_of(f"{key}.origin", nodes, move.origin)
        if move.arrives_day > days:
            yield f"{key}.arrives_day", f"expected a day within the season of {days}, got {move.arrives_day}"
        if move.node in nodes and (not move.origin or move.origin in nodes):
            yield from _lane(scenario, nodes.get(move.origin, HOME), nodes[move.node], move.haul, f"{key}.haul")


def _lane(scenario: Scenario, start: str, end: str, haul: str, key: str) -> Iterator[Finding]:
    """Freight between two countries needs a row of the carrier table; inside one any truck will do."""
    if start == end:
        return
    try:
        scenario.rules.service(f"{haul}_stock", start, end, scenario.rules.on)
    except UnknownRuleError as error:
        yield key, error.message
