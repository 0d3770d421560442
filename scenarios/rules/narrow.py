"""A smaller book: only what one scenario can touch, so that its content hash depends on nothing else."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import Any

from msgspec import structs

from sandbox.kernel.fx import FxTable
from sandbox.kernel.rule_rows import DutyRate, HsSuccession
from sandbox.kernel.rulebook import RuleBook
from sandbox.kernel.tariff import Tariff

ALWAYS = frozenset({"USD", "EUR"})
"""Fee cards, freight and advertising are priced in dollars; reference rates stand against the euro."""
_SUBHEADING = 6


def narrow(book: RuleBook, countries: Collection[str], hs_codes: Collection[str]) -> RuleBook:
    """*book* with the rows of *countries* (the home country among them) and of *hs_codes* only.

    Args:
        book: where to take from.
        countries: ISO codes of every market, warehouse and origin.
        hs_codes: codes of six digits or more; every line under their first six is kept.

    Raises:
        UnknownRuleError: ``country_unknown``.
    """
    markets = tuple(book.country(code) for code in sorted(countries))
    places = {row.code for row in markets} | {row.territory for row in markets}
    kept_regimes = _of(book.regimes, "country", places)
    money = ALWAYS | {row.currency for row in markets} | {row.currency for row in kept_regimes}
    return structs.replace(
        book,
        countries=markets,
        regimes=kept_regimes,
        tariff=_narrow_tariff(book.tariff, places, {code[:_SUBHEADING] for code in hs_codes}),
        vat_rates=_of(book.vat_rates, "country", places),
        exchange=_narrow_exchange(book.exchange, money),
        platform_fees=_of(book.platform_fees, "country", places | {"any"}),
        payment_methods=_of(book.payment_methods, "country", places),
        services=_of(_of(book.services, "origin", places), "destination", places),
        utc_offsets=_of(book.utc_offsets, "country", places),
    )


def _of(rows: Iterable[Any], column: str, values: Collection[str]) -> tuple[Any, ...]:
    return tuple(row for row in rows if getattr(row, column) in values)


def _narrow_tariff(tariff: Tariff, places: Collection[str], wanted: Collection[str]) -> Tariff:
    successions: tuple[HsSuccession, ...] = _of(tariff.successions, "hs2022", wanted)
    subheadings = {*wanted, *(row.hs2017 for row in successions)}
    lines: tuple[DutyRate, ...] = _of(tariff.lines, "territory", places)
    return Tariff(
        lines=tuple(line for line in lines if line.code[:_SUBHEADING] in subheadings),
        categories=_of(tariff.categories, "territory", places),
        successions=successions,
    )


def _narrow_exchange(exchange: FxTable, currencies: Collection[str]) -> FxTable:
    pegs = _of(exchange.pegs, "currency", currencies)
    needed = {*currencies, *(peg.anchor for peg in pegs)}
    return FxTable(series=_of(exchange.series, "currency", needed), pegs=pegs)
