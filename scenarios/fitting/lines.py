"""Order lines with numbers, days and countries; every row that cannot be used is counted under its reason."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import Any

import numpy as np
import pandas as pd
from msgspec import Struct

from sandbox.kernel.money import digits
from sandbox.kernel.rule_lookup import UnknownRuleError
from sandbox.kernel.rulebook import RuleBook
from scenarios.fitting import kinds
from scenarios.fitting.dates import DayOrder, has_clock, read_dates
from scenarios.fitting.numbers import read_numbers
from scenarios.fitting.places import country_table, read_countries, read_currency
from scenarios.fitting.reading import RawTable

MAX_UNITS = 1_000_000
"""A line of more units than this is a slip of the keyboard (chosen)."""
REASONS = (
    "broken", "no_order", "no_article", "bad_date", "bad_quantity", "bad_price", "free", "not_goods", "unpaid",
    "not_sale", "bad_currency",
)


class Lines(Struct, frozen=True):
    """The rows that can be used, and what became of the rest."""

    frame: Any
    """Columns order, sku, units, day (proleptic ordinal), hour, price (major units), buyer, country, kind, cost."""
    skus: tuple[str, ...]
    names: Mapping[int, str]
    """Number of a sku to the name it mostly goes by."""
    rows: int
    unusable: Mapping[str, int]
    """Reason to rows; with the used rows they add up to ``rows``."""
    currency: str
    currency_said: bool
    has_buyers: bool
    has_clock: bool
    has_countries: bool
    has_costs: bool
    has_cancellations: bool
    has_statuses: bool
    """A column says what was cancelled."""
    columns: Mapping[str, str]
    dropped: tuple[str, ...]


class _Cells:
    """Asks a raw table for the parsed values of a column, per row."""

    def __init__(self, raw: RawTable) -> None:
        self.raw = raw

    def has(self, field: str) -> bool:
        return field in self.raw.codes and (field == "buyer" or len(self.raw.texts[field]) > 1)

    def take(self, field: str, values: Any) -> Any:
        return np.asarray(values)[self.raw.codes[field]]

    def number(self, field: str) -> Any:
        return self.take(field, read_numbers(self.raw.texts[field]).values)

    def empty(self, field: str) -> Any:
        return self.raw.codes[field] == 0


def read_lines(
    raw: RawTable, rules: RuleBook, *, dates: DayOrder = "", currency: str = "", country: str = "", file: str = "file"
) -> Lines:
    """Turn texts into order lines.

    Args:
        raw: the columns as read.
        rules: for countries and exchange rates.
        dates: order of day and month, where the file cannot say.
        currency: of the prices, where no column says.
        country: of all buyers, where no column says.
        file: name for errors.

    Raises:
        ScenarioError: dates that can be read two ways.
    """
    cells = _Cells(_fill_orders(raw))
    frame = pd.DataFrame({"order": cells.raw.codes["order"]})
    frame["sku"], skus = _articles(cells)
    moment = cells.take("when", read_dates(cells.raw.texts["when"], dates, file))
    frame["day"] = moment.astype("datetime64[D]").astype(np.int64) + 719_163  # ordinal of 1970-01-01
    frame["hour"] = (moment.astype("datetime64[h]").astype(np.int64) % 24).astype(np.int8)
    quantity = cells.number("quantity")
    frame["price"] = _prices(cells, quantity)
    frame["cost"] = cells.number("cost") if cells.has("cost") else np.nan
    frame["buyer"] = cells.raw.codes["buyer"] if cells.has("buyer") else np.int32(-1)
    frame["country"] = _countries(cells, country, rules)
    frame["kind"], states = _kinds(cells, quantity)
    said, factor = _currencies(cells, currency, rules)
    frame["price"] *= factor
    frame["cost"] *= factor
    reasons = {
        "no_order": cells.empty("order"), "no_article": frame["sku"].to_numpy() == 0, "bad_date": np.isnat(moment),
        "bad_quantity": ~(np.abs(quantity) >= 1) | (np.abs(quantity) > MAX_UNITS),
        "bad_price": np.isnan(frame["price"].to_numpy()) & ~np.isnan(factor),
        "bad_currency": np.isnan(factor), "free": frame["price"].to_numpy() <= 0,
        "not_goods": _not_goods(cells), **states,
    }
    keep, unusable = _sieve(reasons, len(frame))
    frame["units"] = np.abs(np.nan_to_num(quantity)).astype(np.int64)
    names = _names(cells, frame["sku"].to_numpy())
    return Lines(
        frame=frame[keep].reset_index(drop=True), skus=tuple(skus), names=names, rows=raw.rows + raw.broken,
        unusable={"broken": raw.broken, **unusable} if raw.broken else unusable, currency=said,
        currency_said=bool(currency) or cells.has("currency"), has_buyers=cells.has("buyer"),
        has_clock=has_clock(raw.texts["when"][1:]), has_countries=cells.has("country") or bool(country),
        has_costs=cells.has("cost"), columns=raw.columns, dropped=raw.dropped,
        has_statuses=cells.has("status") or cells.has("cancelled"),
        has_cancellations=cells.has("status") or cells.has("cancelled") or bool((frame["kind"] != kinds.SALE).any()),
    )


def _fill_orders(raw: RawTable) -> RawTable:
    """Give every row of an order what stands on its first row only: date, buyer, country, status, currency."""
    codes = dict(raw.codes)
    order = pd.Series(codes["order"])
    for field in ("when", "buyer", "country", "currency", "status", "cancelled"):
        empty = -1 if field == "buyer" else 0
        if field in codes and (codes[field] == empty).any() and (codes[field] != empty).any():
            known = pd.Series(codes[field]).where(codes[field] != empty)
            filled = known.fillna(known.groupby(order).transform("first")).fillna(empty)
            codes[field] = np.where(order == 0, codes[field], filled).astype(np.int32)
    return RawTable(raw.rows, codes, raw.texts, raw.columns, raw.dropped, raw.layout, raw.broken)


def _articles(cells: _Cells) -> tuple[Any, list[str]]:
    """Number of the article of each row, and the articles: the sku, or the name where there is no sku."""
    field = "sku" if cells.has("sku") else "name"
    codes, texts = cells.raw.codes[field], list(cells.raw.texts[field])
    if field == "sku" and cells.has("name") and (codes == 0).any():
        names = cells.raw.codes["name"]
        codes = np.where((codes == 0) & (names > 0), names + len(texts), codes)
        texts += cells.raw.texts["name"]
    return codes.astype(np.int32), texts


def _prices(cells: _Cells, quantity: Any) -> Any:
    """Unit price of each row; the line's total over its units where there is no unit price."""
    if cells.has("price"):
        return cells.number("price")
    with np.errstate(divide="ignore", invalid="ignore"):
        each = np.abs(cells.number("total")) / np.abs(quantity)
    return np.where(np.isfinite(each), each, np.nan)


def _countries(cells: _Cells, said: str, rules: RuleBook) -> Any:
    """Country code of each row: the author's word before the column's."""
    table = country_table(rules)
    if said or not cells.has("country"):
        return pd.Categorical(read_countries([said], table) * cells.raw.rows)
    return pd.Categorical(cells.take("country", read_countries(cells.raw.texts["country"], table)))


def _kinds(cells: _Cells, quantity: Any) -> tuple[Any, dict[str, Any]]:
    """Kind of each row, and the rows that are no sale at all."""
    kind = np.full(len(quantity), kinds.SALE, dtype=np.int8)
    states: dict[str, Any] = {}
    if cells.has("status"):
        cancelled, returned, unpaid, no_sale = kinds.status_flags(cells.raw.texts["status"])
        kind[cells.take("status", cancelled)] = kinds.CANCELLED
        kind[cells.take("status", returned)] = kinds.RETURNED
        states = {"unpaid": cells.take("status", unpaid), "not_sale": cells.take("status", no_sale)}
    if cells.has("cancelled"):
        kind[~cells.empty("cancelled")] = kinds.CANCELLED
    kind[(quantity < 0) | cells.take("order", kinds.credit_notes(cells.raw.texts["order"]))] = kinds.RETURNED
    if cells.has("returned"):
        kind[(np.nan_to_num(cells.number("returned")) > 0) & (kind == kinds.SALE)] = kinds.CANCELLED
    return kind, states


def _not_goods(cells: _Cells) -> Any:
    none = np.zeros(cells.raw.rows, dtype=bool)
    by_code = cells.take("sku", kinds.not_goods_codes(cells.raw.texts["sku"])) if cells.has("sku") else none
    by_name = cells.take("name", kinds.not_goods_names(cells.raw.texts["name"])) if cells.has("name") else none
    return by_code | by_name


def _currencies(cells: _Cells, said: str, rules: RuleBook) -> tuple[str, Any]:
    """The currency most rows are in, and what turns each row's money into it (NaN where nobody knows)."""
    if said or not cells.has("currency"):
        return said, np.ones(cells.raw.rows)
    codes = [read_currency(text) for text in cells.raw.texts["currency"]]
    rows = Counter(dict(enumerate(np.bincount(cells.raw.codes["currency"], minlength=len(codes)).tolist())))
    main = codes[max((i for i, code in enumerate(codes) if code), key=lambda i: rows[i], default=0)]
    return main, cells.take("currency", [_factor(code or main, main, rules) for code in codes])


def _factor(source: str, target: str, rules: RuleBook) -> float:
    if source == target:
        return 1.0
    try:
        fx = rules.fx(source, target, rules.on)
    except UnknownRuleError:
        return float("nan")
    return fx.numerator / fx.denominator * 10.0 ** (digits(source) - digits(target))


def _sieve(reasons: Mapping[str, Any], rows: int) -> tuple[Any, dict[str, int]]:
    """Rows without any reason against them, and each other row under its first reason."""
    keep, unusable = np.ones(rows, dtype=bool), {}
    for reason in REASONS:
        if reason in reasons:
            hit = keep & np.asarray(reasons[reason], dtype=bool)
            if hit.any():
                unusable[reason] = int(hit.sum())
            keep &= ~hit
    return keep, unusable


def _names(cells: _Cells, skus: Any) -> dict[int, str]:
    if not cells.has("name"):
        return {}
    pairs = pd.DataFrame({"sku": skus, "name": cells.raw.codes["name"]})
    pairs = pairs[pairs["name"] > 0]
    counts = pairs.groupby(["sku", "name"]).size().reset_index(name="rows")
    best = counts.sort_values(["sku", "rows", "name"], ascending=[True, False, True]).drop_duplicates("sku")
    texts = cells.raw.texts["name"]
    return {int(sku): texts[name] for sku, name in zip(best["sku"], best["name"], strict=True)}
