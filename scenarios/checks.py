"""What must hold across a whole scenario, beyond the type of each field: names that meet, sums, dates, stock."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from sandbox.engine.catalogue import EVENTS
from sandbox.kernel.errors import ScenarioError
from sandbox.kernel.rule_lookup import UnknownRuleError
from sandbox.kernel.scenario import Product, Scenario
from sandbox.roles.tally.tasks import parse_check
from scenarios.checks_market import market_findings
from scenarios.checks_stock import node_findings, show_findings

Finding = tuple[str, str]
"""(key, "expected X, got Y")."""


def check_scenario(scenario: Scenario, file: str) -> None:
    """Raise for the first thing that does not fit together.

    Raises:
        ScenarioError: ``file: key: expected X, got Y``.
    """
    for check in CHECKS:
        for key, what in check(scenario):
            raise ScenarioError(f"{file}: {key}: {what}")


def _shares(scenario: Scenario) -> Iterator[Finding]:
    total = sum(scenario.audience.countries.values())
    if total != 1_000_000:
        yield "audience.countries", f"expected shares that sum to 100 %, got {total / 10_000:g} %"


def _unique(scenario: Scenario) -> Iterator[Finding]:
    groups = {
        "products.sku": [product.sku for product in scenario.products],
        "services.id": [service.id for service in scenario.services],
        "warehouses.node": [house.node for house in scenario.warehouses],
        "tasks.id": [task.id for task in scenario.tasks],
    }
    for key, names in groups.items():
        for i, name in enumerate(names):
            if name in names[:i]:
                yield key, f"expected each name once, got {name!r} twice"


def _services(scenario: Scenario) -> Iterator[Finding]:
    nodes = {house.node: house for house in scenario.warehouses}
    by_id = {service.id: service for service in scenario.services}
    for i, service in enumerate(scenario.services):
        if service.node not in nodes:
            yield f"services[{i}].node", f"expected one of {', '.join(nodes)}, got {service.node!r}"
            return
        try:
            origin = nodes[service.node].country
            scenario.rules.service(service.carrier_row, origin, service.country, scenario.rules.on)
        except UnknownRuleError as error:
            yield f"services[{i}].carrier_row", error.message
    for country in scenario.audience.countries:
        chosen = scenario.shop.default_services.get(country, "")
        if chosen not in by_id or by_id[chosen].country != country:
            yield f"shop.default_services.{country}", f"expected a service to {country}, got {chosen or 'none'!r}"


def _tables(scenario: Scenario) -> Iterator[Finding]:
    rules = scenario.rules
    asks: list[tuple[str, Callable[[], object]]] = []
    for country in scenario.audience.countries:
        asks.append((f"audience.countries.{country}", lambda c=country: rules.country(c)))  # type: ignore[misc]
        asks.append((f"audience.countries.{country}", lambda c=country: rules.methods(c, rules.on)))  # type: ignore[misc]
    for i, product in enumerate(scenario.products):
        asks.append((f"products[{i}].category", lambda p=product: rules.category(p.category)))  # type: ignore[misc]
        for country in scenario.audience.countries:
            asks.append((f"products[{i}].hs6",
                         lambda c=country, p=product: rules.duty(c, p.hs6, rules.on, category=p.category)))  # type: ignore[misc]
    for key, ask in asks:
        try:
            ask()
        except UnknownRuleError as error:
            yield key, error.message


def _product(product: Product, nodes: list[str]) -> Iterator[Finding]:
    at_hand = sum(stock.units for stock in product.stock)
    if product.floor_price < product.unit_cost * 3 // 10:
        yield "floor_price", f"expected at least 0.3 of the cost {product.unit_cost}, got {product.floor_price}"
    if product.price < product.floor_price:
        yield "price", f"expected at least the floor price {product.floor_price}, got {product.price}"
    if product.released > at_hand:
        yield "released", f"expected at most the stock of {at_hand}, got {product.released}"
    if product.hs_choices and product.hs6 not in product.hs_choices:
        yield "hs_choices", f"expected the true heading {product.hs6} among them, got {', '.join(product.hs_choices)}"
    for stock in product.stock:
        if stock.node not in nodes:
            yield "stock", f"expected one of {', '.join(nodes)}, got {stock.node!r}"
    ids = [point.id for point in product.points]
    if len(ids) != len(dict.fromkeys(ids)):
        yield "points", f"expected each id once, got {', '.join(ids)}"


def _products(scenario: Scenario) -> Iterator[Finding]:
    nodes = [house.node for house in scenario.warehouses]
    for i, product in enumerate(scenario.products):
        for key, what in _product(product, nodes):
            yield f"products[{i}].{key}", what


def _injections(scenario: Scenario) -> Iterator[Finding]:
    for i, injection in enumerate(scenario.injections):
        if injection.at >= scenario.play_ends:
            what = f"expected a second before the end of play {scenario.play_ends}, got {injection.at}"
            yield f"injections[{i}].at", what


def _tasks(scenario: Scenario) -> Iterator[Finding]:
    known = sorted({name.rpartition(".")[2] for name in EVENTS})
    for i, task in enumerate(scenario.tasks):
        try:
            names = [name for name, _, _ in parse_check(task.check)]
        except ValueError as error:
            yield f"tasks[{i}].check", str(error)
            return
        for name in names:
            if name not in known:
                yield f"tasks[{i}].check", f"expected an event such as hs_classified, got {name!r}"


CHECKS: tuple[Callable[[Scenario], Iterator[Finding]], ...] = (
    _shares, _unique, show_findings, _services, _products, node_findings, _injections, _tasks, _tables, market_findings,
)
