"""What must hold across the shelf market of a scenario: names that meet, papers the law knows, days in the season."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from sandbox.kernel.calendar import DAY, Calendar
from sandbox.kernel.money import Money
from sandbox.kernel.rule_lookup import UnknownRuleError
from sandbox.kernel.scenario import Product, Scenario
from sandbox.kernel.scenario_market import Account, Market, Quote

Finding = tuple[str, str]
"""(key, "expected X, got Y")."""
CM3_PER_M3 = 1_000_000
HOME = "CN"
"""Where suppliers hand over; stock of theirs comes to a node abroad by a freight lane from here."""


def one_of(key: str, known: Iterable[object], got: object) -> Iterator[Finding]:
    """A finding if *got* is not among *known*."""
    names = list(known)
    if got not in names:
        yield key, f"expected one of {', '.join(str(name) for name in names) or 'none'}, got {got!r}"


def once(key: str, names: Iterable[object]) -> Iterator[Finding]:
    """A finding for each name that comes a second time."""
    seen: dict[object, None] = {}
    for name in names:
        if name in seen:
            yield key, f"expected each once, got {name!r} twice"
        seen[name] = None


def places(market: Market) -> list[str]:
    """The accounts, as people say them: ``bazaar in US``."""
    return [f"{account.platform} in {account.country}" for account in market.accounts]


def market_findings(scenario: Scenario) -> Iterator[Finding]:
    """Everything that does not fit in the market section; nothing for a scenario without one."""
    if scenario.market is None:
        return
    for check in MARKET_CHECKS:
        for key, what in check(scenario, scenario.market):
            yield f"market.{key}", what


def _accounts(scenario: Scenario, market: Market) -> Iterator[Finding]:
    yield from once("accounts", places(market))
    for i, account in enumerate(market.accounts):
        yield from one_of(f"accounts[{i}].country", scenario.audience.countries, account.country)
        yield from _fee_card(scenario, market, account, f"accounts[{i}].platform")


def _fee_card(scenario: Scenario, market: Market, account: Account, key: str) -> Iterator[Finding]:
    rules, price = scenario.rules, Money(scenario.products[0].price, scenario.shop.currency)
    for category in market.categories:
        try:
            rules.platform_fee(account.platform.upper(), account.country, category, price, rules.on)
        except UnknownRuleError as error:
            yield key, error.message
            return


def _categories(scenario: Scenario, market: Market) -> Iterator[Finding]:
    yield from once("categories", market.categories)
    for category in market.keywords:
        yield from one_of(f"keywords.{category}", market.categories, category)
    for product in scenario.products:
        if product.category not in market.categories:
            what = f"expected the category of {product.sku}, {product.category}, among them"
            yield "categories", f"{what}, got {', '.join(market.categories)}"
    for i, category in enumerate(market.categories):
        try:
            scenario.rules.category(category)
        except UnknownRuleError as error:
            yield f"categories[{i}]", error.message


def _listings(scenario: Scenario, market: Market) -> Iterator[Finding]:
    products = {product.sku: product for product in scenario.products}
    languages = {*scenario.show.languages, "en"}
    for i, row in enumerate(market.listings):
        key = f"listings[{i}]"
        yield from _on_sale(key, products, market, row.sku, f"{row.platform} in {row.country}")
        if row.sku not in products:
            continue
        native = str(scenario.rules.country(row.country).language) if row.country in _countries(scenario) else "en"
        yield from one_of(f"{key}.language", sorted({*languages, native}), row.language)
        for word in row.keywords:
            yield from one_of(f"{key}.keywords", market.keywords.get(products[row.sku].category, ()), word)
        if row.price < products[row.sku].floor_price:
            yield f"{key}.price", f"expected at least the floor price {products[row.sku].floor_price}, got {row.price}"
    yield from once("listings", (f"{row.sku} on {row.platform} in {row.country}" for row in market.listings))


def _on_sale(key: str, products: dict[str, Product], market: Market, sku: str, place: str) -> Iterator[Finding]:
    yield from one_of(f"{key}.sku", products, sku)
    yield from one_of(f"{key}.platform", places(market), place)


def _opening_orders(scenario: Scenario, market: Market) -> Iterator[Finding]:
    listed = [f"{row.sku} on {row.platform} in {row.country}" for row in market.listings]
    for i, row in enumerate(market.opening_orders):
        yield from one_of(f"opening_orders[{i}]", listed, f"{row.sku} on {row.platform} in {row.country}")


def _suppliers(scenario: Scenario, market: Market) -> Iterator[Finding]:
    products = {product.sku: product for product in scenario.products}
    yield from once("suppliers", (supplier.id for supplier in market.suppliers))
    for i, supplier in enumerate(market.suppliers):
        yield from once(f"suppliers[{i}].quotes", (quote.sku for quote in supplier.quotes))
        for j, quote in enumerate(supplier.quotes):
            key = f"suppliers[{i}].quotes[{j}]"
            yield from one_of(f"{key}.sku", products, quote.sku)
            yield from _papers(scenario, products.get(quote.sku), quote, key)


def _papers(scenario: Scenario, product: Product | None, quote: Quote, key: str) -> Iterator[Finding]:
    """A supplier's papers must be ones that some country of the scenario asks of such goods."""
    if product is None:
        return
    asked = sorted({code for country in _countries(scenario) for code in _asked(scenario, product, country)})
    for name, codes in (("certificates", quote.certificates), ("claims", quote.claims)):
        for code in codes:
            yield from one_of(f"{key}.{name}", asked, code)


def _asked(scenario: Scenario, product: Product, country: str) -> list[str]:
    """Papers that *country* asks of a product on any day of the season."""
    calendar = Calendar(scenario.market_starts)
    found: dict[str, None] = {}
    for second in (0, scenario.play_ends):
        rows = scenario.rules.certificates(country, product.category, product.battery, calendar.day(second))
        found.update({str(row.code): None for row in rows})
    return list(found)


def _certificates(scenario: Scenario, market: Market) -> Iterator[Finding]:
    products = {product.sku: product for product in scenario.products}
    for i, row in enumerate(market.certificates):
        key = f"certificates[{i}]"
        yield from one_of(f"{key}.sku", products, row.sku)
        yield from one_of(f"{key}.country", _countries(scenario), row.country)
        if row.sku in products and row.country in _countries(scenario):
            yield from one_of(f"{key}.certificate", _asked(scenario, products[row.sku], row.country), row.certificate)
    yield from once("certificates", (f"{row.certificate} of {row.sku} in {row.country}" for row in market.certificates))


def _registrations(scenario: Scenario, market: Market) -> Iterator[Finding]:
    rules = scenario.rules
    known: dict[str, None] = {}
    for country in _countries(scenario):
        for row in rules.registrations(country, rules.on):
            known[f"{row.scheme} of {row.country}"] = None
    for i, (place, scheme) in enumerate(market.registrations):
        yield from one_of(f"registrations[{i}]", known, f"{scheme} of {place}")


def _creators(scenario: Scenario, market: Market) -> Iterator[Finding]:
    yield from once("creators", (creator.id for creator in market.creators))
    for i, creator in enumerate(market.creators):
        yield from one_of(f"creators[{i}].country", _countries(scenario), creator.country)
        for category in creator.categories:
            yield from one_of(f"creators[{i}].categories", market.categories, category)


def _campaigns(scenario: Scenario, market: Market) -> Iterator[Finding]:
    yield from once("campaigns", (sale.id for sale in market.campaigns))
    days = scenario.play_ends // DAY
    for i, sale in enumerate(market.campaigns):
        key = f"campaigns[{i}]"
        yield from one_of(f"{key}.platform", places(market), f"{sale.platform} in {sale.country}")
        if sale.deadline_day > sale.starts_day:
            yield f"{key}.deadline_day", f"expected at most the first day {sale.starts_day}, got {sale.deadline_day}"
        if sale.starts_day + sale.days > days:
            what = f"expected an end within the season of {days} days"
            yield f"{key}.days", f"{what}, got day {sale.starts_day + sale.days}"


def _countries(scenario: Scenario) -> list[str]:
    return list(scenario.audience.countries)


MARKET_CHECKS: tuple[Callable[[Scenario, Market], Iterator[Finding]], ...] = (
    _accounts, _categories, _listings, _opening_orders, _suppliers, _certificates, _registrations, _creators,
    _campaigns,
)
