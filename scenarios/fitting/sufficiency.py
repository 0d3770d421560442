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


class Verdict(Struct, frozen=True):
    """Whether the data can say one thing."""

    quantity: str
    """A key of ``report_texts``: ``level``, ``buyers``, ``season`` ..."""
    can: bool
    needs: str
    has: str
    fatal: bool = False


def judge(lines: Lines) -> tuple[Verdict, ...]:
    """Ask of each quantity whether the data can say it."""
    if not len(placed(lines)):
        return (Verdict("level", False, f"{MIN_DAYS} days, {MIN_ORDERS} orders", "no usable order line", True),)
    days = days_of(lines)
    frame = placed(lines)
    orders, span = int(frame["order"].nunique()), len(days.orders)
    buyers = int(frame.loc[frame["buyer"] >= 0, "buyer"].nunique()) if lines.has_buyers else 0
    wide = len(popular(lines))
    known = float((frame["country"] != "").mean()) if lines.has_countries else 0.0
    hours = lines.has_clock and int(frame["hour"].nunique()) > 3
    return (
        Verdict("level", span >= MIN_DAYS and orders >= MIN_ORDERS, f"{MIN_DAYS} days, {MIN_ORDERS} orders",
                f"{span} days, {orders} orders", True),
        Verdict("buyers", not lines.has_buyers or buyers >= MIN_BUYERS_IN_ALL, f"{MIN_BUYERS_IN_ALL} buyers",
                f"{buyers} buyers" if lines.has_buyers else "no column of buyers", lines.has_buyers),
        Verdict("catalogue", wide > 0, f"a product bought by {MIN_BUYERS} buyers", f"{wide} such products", True),
        Verdict("countries", known > UNKNOWN_COUNTRY, "a column of countries, or --country",
                f"{known:.0%} of lines with a country", True),
        Verdict("repeat", lines.has_buyers, "a column that tells buyers apart",
                "one" if lines.has_buyers else "none"),
        Verdict("hours", hours, "times of day", "dates only" if not hours else "times of day"),
        Verdict("cancellations", lines.has_cancellations, "a status, negative quantities or credit notes",
                "some" if lines.has_cancellations else "none"),
        Verdict("costs", lines.has_costs, "a column of unit costs", "one" if lines.has_costs else "none"),
        Verdict("season", span >= SEASON_DAYS, f"{SEASON_DAYS} days", f"{span} days"),
    )


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
        said = "; ".join(f"{one.quantity}: expected {one.needs}, got {one.has}" for one in poor)
        raise ScenarioError(f"{file}: the data cannot say: {said}")
