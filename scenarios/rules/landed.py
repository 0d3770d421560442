"""What an order costs to import, for a person who asks: words checked, the scheme chosen, every rule named."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import NamedTuple

import msgspec

from sandbox.kernel.fx import Fx
from sandbox.kernel.money import Money, as_text, digits
from sandbox.kernel.rule_lookup import UnknownRuleError, spans
from sandbox.kernel.rule_rows import ImportRegime, iso
from sandbox.kernel.rule_rows_trade import RegimeName
from sandbox.kernel.rulebook import RuleBook
from sandbox.logistics.duty import Assessment, Goods, Way, work_out
from scenarios.rules.hs_rates import country_code, origin_code, rules_on
from scenarios.rules.hs_search import SUBHEADING, hs_index
from scenarios.rules.tables import read_dated

CHANNELS = ("courier", "postal")
"""Schemes that are also a way of carriage: where a country has no rule of that name, they only say how goods come."""
SCHEMES = {"remessa_conforme": "remessa", "post": "postal"}
"""Other names of schemes."""
DEFAULT_ORIGIN = "CN"
_LONGEST = 12
"""Digits of an amount: far beyond any order, and short of mistakes that look like an attack."""


class Asked(msgspec.Struct, frozen=True, kw_only=True):
    """The question, as people type it: amounts in major units."""

    to: str
    goods: tuple[tuple[str, str], ...]
    """HS code and value of each heading in the parcel."""
    currency: str = ""
    """Empty: that of the country."""
    freight: str = "0"
    on: str
    """A day such as 2026-07-02."""
    origin: str = DEFAULT_ORIGIN
    regime: str = ""
    incoterm: str = "ddp"
    pieces: int = 1
    bought_this_year: str = "0"


class Exchange(NamedTuple):
    """A rate that turns another currency into that of the answer, and who says so."""

    other: str
    rate: Fx
    source: str
    licence: str
    confidence: str
    """Of the less sure of its two halves."""


class Landed(NamedTuple):
    """The answer."""

    country: str
    on: date
    goods: tuple[Goods, ...]
    way: Way
    currency: str
    assessment: Assessment
    base: ImportRegime
    """The row that decided."""
    name: RegimeName
    """What people call its scheme."""
    exchange: tuple[Exchange, ...]
    """Every rate that was needed to compare or convert."""
    notes: tuple[str, ...]
    """What the asker should know: a scheme that does not fit, a rate that is old."""


def landed_cost(asked: Asked) -> Landed:
    """Work out what *asked* is about.

    Raises:
        UnknownRuleError: something asked for is not known; the message says what was expected and what is known.
    """
    on = _day(asked.on)
    book = rules_on(on)
    country = country_code(asked.to, book)
    origin = origin_code(asked.origin)
    _check_crosses_a_border(book, country, origin)
    _check_table_begins(book, country, on)
    currency = _currency(asked.currency or book.country(country).currency, book)
    lots = [Goods(_hs(code), "", _amount("value", value, currency), asked.pieces) for code, value in asked.goods]
    goods = lots[0]._replace(others=tuple(lots[1:]))
    regime = SCHEMES.get(asked.regime.strip().lower(), asked.regime.strip().lower())
    way = Way(
        country=country,
        channel="post" if regime.startswith("postal") else "courier",
        incoterm=_incoterm(asked.incoterm),
        freight=_amount("freight", asked.freight, currency),
        origin=origin,
        regime=regime,
        bought_this_year=_amount("bought_this_year", asked.bought_this_year, currency),
    )
    found, notes = _assess(book, goods, way, currency)
    base = next(row for row in found.rows.values() if isinstance(row, ImportRegime) and row.layer == "base")
    exchange = _exchange(book, found, currency)
    told = (*notes, *_age(exchange, currency, book.on))
    name = book.regime_name(base.regime)
    return Landed(country, on, tuple(lots), way, currency, found, base, name, exchange, told)


def _assess(book: RuleBook, goods: Goods, way: Way, currency: str) -> tuple[Assessment, tuple[str, ...]]:
    try:
        return work_out(book, book.on, goods, way, currency), ()
    except UnknownRuleError as error:
        if error.code != "no_regime" or not way.regime:
            raise
    ordinary = way._replace(regime="")
    note = _why_not(book, way)
    return work_out(book, book.on, goods, ordinary, currency), (note,)


def _why_not(book: RuleBook, way: Way) -> str:
    """Why the scheme that was asked for is not the one that applies.

    Raises:
        UnknownRuleError: ``no_regime``; the country has no such scheme, or not on that day.
    """
    places = (way.country, book.country(way.country).territory)
    rows = [row for row in read_dated("import_regimes.csv") if row.country in places and row.layer == "base"]
    named = [row for row in rows if row.regime == way.regime]
    today = [row for row in named if row.holds(book.on) and row.covers(way.origin, way.channel)]
    if today:
        bands = "; ".join(_band(row) for row in today)
        return f"{way.regime} takes {bands}: outside it, the ordinary rule applies"
    if way.regime in CHANNELS:
        return f"{way.country} has no {way.regime} rule of its own on this day: the ordinary rule applies"
    schemes = sorted({row.regime for row in rows if row.holds(book.on)})
    when = f"; {way.regime} held {', '.join(spans(named))}" if named else ""
    known = ", ".join(schemes)
    message = f"expected a scheme of {way.country} on {iso(book.on)}, got {way.regime!r}; known: {known}{when}"
    raise UnknownRuleError("no_regime", message, got=way.regime, known=schemes)


def _band(row: ImportRegime) -> str:
    what = {"goods": "goods", "cif": "goods with freight"}[row.value_basis]
    low = as_text(row.value_from_minor, row.currency)
    high = "any value" if row.value_to_minor is None else as_text(row.value_to_minor, row.currency)
    return f"{what} of {low} to {high}"


def _check_crosses_a_border(book: RuleBook, country: str, origin: str) -> None:
    """China alone may be both: goods come back through a bonded zone, and it is the origin nobody named."""
    territory = book.country(country).territory
    inside = {row.code for row in book.countries if row.territory == territory}
    if origin != DEFAULT_ORIGIN and origin in inside:
        message = f"expected goods from outside the customs territory of {country}, got {origin}: nothing is imported"
        raise UnknownRuleError("not_an_import", f"{message}, only the tax at sale is due", got=origin, known=territory)


def _check_table_begins(book: RuleBook, country: str, on: date) -> None:
    places = (country, book.country(country).territory)
    rows = [row for row in read_dated("import_regimes.csv") if row.country in places and row.layer == "base"]
    first = min((row.effective_from for row in rows), default=None)
    if first is None:
        known = sorted({row.country for row in read_dated("import_regimes.csv")})
        raise UnknownRuleError("no_regime", f"expected rules of {country}, got none; known: {', '.join(known)}")
    if on.toordinal() < first:
        message = f"expected a day from {iso(first)} on for {country}, got {on.isoformat()}: the table begins there"
        raise UnknownRuleError("date_before_table", message, got=on.isoformat(), first=iso(first))


def _exchange(book: RuleBook, found: Assessment, currency: str) -> tuple[Exchange, ...]:
    others = {row.currency for row in found.rows.values() if isinstance(row, ImportRegime)} - {currency}
    return tuple(_one_rate(book, other, currency) for other in sorted(others))


def _one_rate(book: RuleBook, other: str, currency: str) -> Exchange:
    halves = [half for code in (other, currency) if (half := book.exchange.origin(code, book.on))]
    sources, licences = ([*dict.fromkeys(said)] for said in zip(*((h.source, h.licence) for h in halves), strict=True))
    surest_first = "HML"
    confidence = max((half.confidence for half in halves), key=surest_first.index)
    return Exchange(other, book.fx(other, currency, book.on), "; ".join(sources), "; ".join(licences), confidence)


def _age(exchange: tuple[Exchange, ...], currency: str, on: int) -> list[str]:
    """A week without a new rate is more than a holiday: the table has ended."""
    week = 7
    return [
        f"{one.other}/{currency}: the last rate the table knows is of {iso(one.rate.day)}"
        for one in exchange
        if on - one.rate.day > week
    ]


def _day(text: str) -> date:
    try:
        found = date.fromisoformat(text)
    except ValueError:
        raise UnknownRuleError("bad_date", f"expected a day such as 2026-07-02, got {text!r}", got=text) from None
    earliest = min(row.effective_from for row in read_dated("countries.csv"))
    if found.toordinal() < earliest:
        message = f"expected a day from {iso(earliest)} on, got {text}: the tables begin there"
        raise UnknownRuleError("date_before_table", message, got=text, first=iso(earliest))
    return found


def _currency(text: str, book: RuleBook) -> str:
    code, known = text.strip().upper(), book.exchange.currencies()
    if code not in known:
        message = f"expected one of the currencies {', '.join(known)}, got {text!r}"
        raise UnknownRuleError("currency_unknown", message, got=text, known=known)
    return code


def _amount(what: str, text: str, currency: str) -> Money:
    try:
        amount = Decimal(text.strip())
    except InvalidOperation:
        amount = Decimal("NaN")
    minor = amount.scaleb(digits(currency)) if amount.is_finite() and amount.adjusted() < _LONGEST else None
    if minor is None or minor < 0 or minor != minor.to_integral_value():
        example = "45" if not digits(currency) else "45 or 19.99"
        message = f"expected {what} as an amount of {currency} not below zero, such as {example}, got {text!r}"
        raise UnknownRuleError("bad_amount", message, got=text, field=what)
    return Money(int(minor), currency)


def _hs(text: str) -> str:
    code = re.sub(r"[ .]", "", text)
    if not re.fullmatch(r"[0-9]{6,10}", code):
        near = [row.code for row in hs_index().near(code)] if code.isdigit() else []
        hint = f"; known beginning so: {', '.join(near)}" if near else "; search with: bordercast hs WORDS"
        message = f"expected an HS code of 6 to 10 digits, got {text!r}{hint}"
        raise UnknownRuleError("hs_malformed", message, got=text, known=near)
    if hs_index().knows(code[:SUBHEADING]) or _is_older(code):
        return code
    near = [row.code for row in hs_index().near(code)]
    listed = "; ".join(f"{row.code} {row.description[:60]}" for row in hs_index().near(code, 4))
    hint = f"near it: {listed}" if near else "no chapter begins so"
    message = f"expected a code of the Harmonized System 2022, got {text!r}; {hint}"
    raise UnknownRuleError("hs_unknown", message, got=text, known=near)


def _is_older(code: str) -> bool:
    """Codes of the edition before still stand on invoices and in the European tables."""
    return any(row.hs2017 == code[:SUBHEADING] for row in read_dated("hs_successions.csv"))


def _incoterm(text: str) -> str:
    term = {"ddu": "dap"}.get(text.strip().lower(), text.strip().lower())
    if term not in ("ddp", "dap"):
        raise UnknownRuleError("bad_incoterm", f"expected ddp or dap, got {text!r}", got=text, known=["ddp", "dap"])
    return term.upper()
