"""The fit as a whole scenario: a season on the shelf with one live show, and the list of everything that is assumed."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from msgspec import Struct, structs

from sandbox.kernel.errors import ScenarioError
from sandbox.kernel.rulebook import RuleBook
from scenarios.fitting.calendar_move import first_market_day
from scenarios.fitting.catalogue import Item
from scenarios.fitting.fit import Fit
from scenarios.fitting.network import Network, network_for, playable
from scenarios.fitting.papers import tax_on_top
from scenarios.fitting.products import Making, minor, products_of
from scenarios.fitting.provenance import provenance_of
from scenarios.fitting.sections import RIVALS, audience, head, keywords_of, market, own, search_words, shop, show
from scenarios.fitting.shelf_cell import Good, Place
from scenarios.fitting.shelf_scale import Shelf, fit_shelf
from scenarios.rules.tables import load_rules


class Wish(Struct, frozen=True, kw_only=True):
    """What the author decides about the case."""

    id: str
    author: str
    on: date
    """The day of writing."""
    platform: str = "bazaar"
    vat_included: bool = False
    """The file's prices hold the tax of the country with most orders."""
    days: int = 14
    starts: date | None = None


class Case(Struct, frozen=True):
    """A scenario file, and the fit of its shelf."""

    file: dict[str, Any]
    shelf: Shelf
    countries: Mapping[str, float]
    """Share of orders in the case."""
    left_out: Mapping[str, float]
    """Share of orders of countries that are not in the case."""
    orders_per_day: float


def case_of(fit: Fit, wish: Wish) -> Case:
    """Build the scenario.

    Raises:
        ScenarioError: no country of the file is one that the simulator can play.
    """
    starts = first_market_day(fit.held_from, wish.starts)
    rules = load_rules(starts)
    countries = _countries(fit, rules)
    rate = fit.orders_per_day * fit.catalogue.orders * sum(fit.habits.countries[code] for code in countries)
    network = network_for(countries, rate, fit.currency, rules)
    tax = tax_on_top(max(countries, key=lambda code: (countries[code], code)), rules)
    items = _without_tax(fit.catalogue.items, tax if wish.vat_included else 0.0)
    goods = {item.code: (item.goods.category, item.goods.en) for item in items}
    shelf = _shelf(fit, wish, network, items, {code: rate * share for code, share in countries.items()}, rules)
    making = Making(rules, fit.currency, countries, rate, len(items), shelf, network)
    products, guesses = products_of(items, making)
    tax_line = _tax_line(wish, tax)
    left_out = {code: share for code, share in fit.habits.countries.items() if code not in countries}
    file = {
        **head(wish.id, starts, fit, rules, countries),
        "shop": shop(fit, rate, network.defaults, rules),
        "audience": audience(countries),
        "show": show(fit, wish.days, rules, countries, products),
        "days": 0, "season_days": wish.days, "max_shows": 1, "settle_days": 150, "day_seconds": 80,
        "warehouses": network.warehouses, "services": network.services,
        "desk": {"reply_target_hours": 24, "refund_limit": own(5_000, fit, rules), "auto_notify": False},
        "market": market(wish.platform, rules, goods, products, shelf),
        "provenance": provenance_of(fit, wish.author, wish.on, starts, left_out, [tax_line, *guesses], shelf),
        "products": products,
    }
    return Case(file, shelf, countries, left_out, rate)


def _countries(fit: Fit, rules: RuleBook) -> dict[str, float]:
    categories = {item.goods.category for item in fit.catalogue.items}
    countries = playable(fit.habits.countries, categories, rules)
    if not countries:
        known = ", ".join(row.code for row in rules.countries if row.shoppers_per_day)
        raise ScenarioError(f"country: expected orders to one of {known}, got {', '.join(fit.habits.countries)}")
    return countries


def _tax_line(wish: Wish, tax: float) -> str:
    if wish.vat_included:
        return f"tax: prices of the file hold {tax:.0%} tax, as its author says; it was taken out"
    return "tax: prices of the file taken as before tax, which the simulator adds for the buyer (--vat-included if not)"


def _without_tax(items: tuple[Item, ...], tax: float) -> tuple[Item, ...]:
    """The products at prices before tax."""
    return tuple(structs.replace(item, price=item.price / (1 + tax), usual=item.usual / (1 + tax)) for item in items)


def _shelf(
    fit: Fit, wish: Wish, network: Network, items: tuple[Item, ...], targets: dict[str, float], rules: RuleBook
) -> Shelf:
    """The start of the shelf, for *targets* orders a day by country."""
    days = {row["id"]: row["promise_days"] for row in network.services}
    words = search_words({item.code: (item.goods.category, item.goods.en) for item in items})
    ranked = sorted(targets, key=lambda code: (-targets[code], code))
    places = [
        Place(code, wish.platform, fit.currency, days[network.defaults[code]], tax_on_top(code, rules), RIVALS, words)
        for code in ranked
    ]
    stock = tuple(
        Good(item.code, item.goods.category, minor(item.price, fit.currency),
             keywords_of(item.goods.en, words[item.goods.category]))
        for item in items
    )
    return fit_shelf(places, stock, targets, [item.orders for item in items], rules)
