"""Keep only the rule rows a scenario can ever touch: its fingerprint moves when its own law moves, and only then."""

from __future__ import annotations

from typing import Any

from msgspec import structs

from sandbox.kernel.fx import FxTable
from sandbox.kernel.rulebook import RuleBook
from sandbox.kernel.tariff import Tariff
from scenarios.rules.narrow_trade import trade_rows

HORIZON_DAYS = 200
"""Days after the market date for which rules and exchange rates are kept, at least."""


def narrow_rules(book: RuleBook, file: Any) -> RuleBook:
    """The part of *book* about the countries, headings, categories and currencies of one scenario file."""
    countries = set(file.audience.countries) | {house.country for house in file.warehouses} | {"CN"}
    rows = tuple(row for row in book.countries if row.code in countries)
    places = countries | {row.territory for row in rows}
    currencies = {row.currency for row in rows} | {file.shop.currency, "EUR", "USD"}
    last = book.on + horizon_days(file)

    def alive(many: tuple[Any, ...]) -> tuple[Any, ...]:
        return tuple(row for row in many if row.effective_from <= last)

    return structs.replace(
        book,
        countries=alive(rows),
        regimes=alive(tuple(row for row in book.regimes if row.country in places)),
        tariff=_tariff(book.tariff, places, _headings(file), file),
        vat_rates=alive(tuple(row for row in book.vat_rates if row.country in countries)),
        exchange=_exchange(book.exchange, currencies, last),
        platform_fees=alive(tuple(row for row in book.platform_fees if row.country in countries | {"any"})),
        payment_methods=alive(tuple(row for row in book.payment_methods if row.country in countries)),
        services=alive(tuple(row for row in book.services if row.origin in countries and row.destination in countries)),
        **trade_rows(book, countries, last),
        utc_offsets=alive(tuple(row for row in book.utc_offsets if row.country in countries)),
    )


def horizon_days(file: Any) -> int:
    """Days that a run of one scenario file can reach: its season, and the settlement after it."""
    return max(HORIZON_DAYS, int(file.season_days) + int(file.settle_days))


def _headings(file: Any) -> set[str]:
    codes: set[str] = set()
    for product in file.products:
        codes.update((product.hs6, *product.hs_choices))
    return {code[:4] for code in codes}


def _tariff(tariff: Tariff, places: set[str], headings: set[str], file: Any) -> Tariff:
    categories = {product.category for product in file.products}
    moved = tuple(row for row in tariff.successions if row.hs2022[:4] in headings)
    wanted = headings | {row.hs2017[:4] for row in moved}
    return Tariff(
        lines=tuple(row for row in tariff.lines if row.territory in places and row.code[:4] in wanted),
        categories=tuple(row for row in tariff.categories if row.territory in places and row.category in categories),
        successions=moved,
    )


def _exchange(table: FxTable, currencies: set[str], last: int) -> FxTable:
    series = []
    for one in table.series:
        if one.currency in currencies:
            kept = [i for i, day in enumerate(one.days) if day <= last]
            series.append(structs.replace(one, days=tuple(one.days[i] for i in kept),
                                          micros=tuple(one.micros[i] for i in kept)))
    return structs.replace(table, series=tuple(series))
