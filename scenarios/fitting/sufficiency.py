"""What an order file is long and rich enough to say; the rest is refused, or taken from the tables and said so."""

from __future__ import annotations

from msgspec import Struct

from sandbox.kernel.errors import ScenarioError
from scenarios.fitting.daily import days_of, placed
from scenarios.fitting.kinds import SALE
from scenarios.fitting.lines import Lines

MIN_BUYERS = 5
"""Fewer buyers than this behind a figure could point at a person (the usual smallest cell of statistics offices)."""
MIN_DAYS = 42
"""Four weeks to fit and two to test (chosen)."""
MIN_ORDERS = 200
"""About five orders on each day of the shortest file (chosen)."""
MIN_BUYERS_IN_ALL = 30
SEASON_DAYS = 400
"""A season of the year shows only where some days come twice (chosen: a year and five weeks)."""
UNKNOWN_COUNTRY = 0.5
"""With more than this share of orders to nowhere known, the country mix is not a mix."""


Said = tuple[str, str]
"""One text in English and Chinese."""


class Verdict(Struct, frozen=True):
    """Whether the data can say one thing."""

    quantity: str
    """A key of ``report_texts``: ``level``, ``buyers``, ``season`` ..."""
    can: bool
    needs: Said
    has: Said
    fatal: bool = False


_LONG: Said = (f"{MIN_DAYS} days, {MIN_ORDERS} orders", f"{MIN_DAYS}天、{MIN_ORDERS}单")
_ONE: Said = ("one", "有")
_NONE: Said = ("none", "没有")


def judge(lines: Lines) -> tuple[Verdict, ...]:
    """Ask of each quantity whether the data can say it."""
    if not len(placed(lines)):
        return (Verdict("level", False, _LONG, ("no usable order line", "没有可用的订单行"), True),)
    return (*_needed(lines), *_wished(lines))


def _needed(lines: Lines) -> tuple[Verdict, ...]:
    """What no table can stand in for."""
    frame = placed(lines)
    orders, span = int(frame["order"].nunique()), len(days_of(lines).orders)
    buyers = int(frame.loc[frame["buyer"] >= 0, "buyer"].nunique()) if lines.has_buyers else 0
    wide = len(popular(lines))
    known = float((frame["country"] != "").mean()) if lines.has_countries else 0.0
    return (
        Verdict("level", span >= MIN_DAYS and orders >= MIN_ORDERS, _LONG,
                (f"{span} days, {orders} orders", f"{span}天、{orders}单"), True),
        Verdict("buyers", not lines.has_buyers or buyers >= MIN_BUYERS_IN_ALL,
                (f"{MIN_BUYERS_IN_ALL} buyers", f"{MIN_BUYERS_IN_ALL}位买家"), (f"{buyers} buyers", f"{buyers}位买家"),
                lines.has_buyers),
        Verdict("catalogue", wide > 0,
                (f"a product bought by {MIN_BUYERS} buyers", f"至少{MIN_BUYERS}位买家买过的商品"),
                (f"{wide} such products", f"{wide}款"), True),
        Verdict("countries", known > UNKNOWN_COUNTRY, ("a column of countries, or --country", "国家列，或 --country"),
                (f"{known:.0%} of lines with a country", f"{known:.0%}的行有国家"), True),
    )


def _wished(lines: Lines) -> tuple[Verdict, ...]:
    """What a case can do without."""
    hours = lines.has_clock and int(placed(lines)["hour"].nunique()) > 3
    span = len(days_of(lines).orders)
    asked: tuple[tuple[str, bool, Said], ...] = (
        ("repeat", lines.has_buyers, ("a column that tells buyers apart", "能区分买家的列")),
        ("hours", hours, ("times of day", "下单的钟点")),
        ("cancellations", lines.has_cancellations,
         ("a status, negative quantities or credit notes", "状态列、负数量或红字单")),
        ("costs", lines.has_costs, ("a column of unit costs", "单位成本列")),
    )
    found = tuple(Verdict(quantity, can, needs, _ONE if can else _NONE) for quantity, can, needs in asked)
    season = Verdict("season", span >= SEASON_DAYS, (f"{SEASON_DAYS} days", f"{SEASON_DAYS}天"),
                     (f"{span} days", f"{span}天"))
    return (*found, season)


def popular(lines: Lines) -> list[int]:
    """Products that at least five buyers bought (five orders, where buyers are not told apart), by number."""
    frame = lines.frame[lines.frame["kind"] == SALE]
    known = frame[frame["buyer"] >= 0] if lines.has_buyers else frame
    each = known.groupby("sku")["buyer" if lines.has_buyers else "order"].nunique()
    return [int(sku) for sku in each.index[each >= MIN_BUYERS]]


def refuse_if_poor(verdicts: tuple[Verdict, ...], file: str) -> None:
    """Raise when the data cannot say what no table can stand in for.

    Raises:
        ScenarioError: names each quantity, what it needs and what the file has.
    """
    poor = [verdict for verdict in verdicts if verdict.fatal and not verdict.can]
    if poor:
        said = "; ".join(f"{one.quantity}: expected {one.needs[0]}, got {one.has[0]}" for one in poor)
        raise ScenarioError(f"{file}: the data cannot say: {said}")
