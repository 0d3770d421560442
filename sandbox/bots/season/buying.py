"""Re-ordering goods: from whom, when, how many, and where to."""

from __future__ import annotations

from sandbox.bots.policy import Wish, wish
from sandbox.bots.season.demand import MILLI, Pace
from sandbox.bots.season.habits import Habits
from sandbox.bots.season.manners import Manners
from sandbox.bots.season.stock import AIR_DAYS, MARGIN_DAYS, SELLING_DAYS
from sandbox.kernel.calendar import DAY
from sandbox.market.supply.rows import QuoteRow, SupplyRows
from sandbox.roles.view_types import SelectionRow, SelectionView

RELIABLE_PPM = 900_000
SAFETY_PPM = 1_300_000
"""The mean and a safety stock of three tenths of it."""
MOST_OF_CASH_PPM = 400_000
INSPECTED = 20


def reorder(view: SelectionView, habits: Habits, pace: Pace, manners: Manners) -> list[Wish]:
    """Purchases of one look, the shortest cover first."""
    supply, clock = view.supply, view.common.clock
    if supply is None or habits.buys == "none" or clock.now < DAY or not view.nodes:
        return []
    left = (clock.play_ends - clock.now) // DAY
    cash, wishes = view.cash, []
    for row in sorted(view.products, key=lambda row: (_cover(row, supply, pace), row.card.sku)):
        quote = _best(supply, row.card.sku)
        if quote is None:
            continue
        country = _main_country(row.card.sku, pace)
        node = next((one.node for one in view.nodes if one.country == country), view.nodes[0].node)
        way = AIR_DAYS if node != view.nodes[0].node else 0
        units = _units(row, quote, supply, habits, pace, left, way)
        cost = units * quote.tiers[0][1]
        fits = 0 < cost <= cash * MOST_OF_CASH_PPM // 1_000_000
        if fits and manners.every(MARGIN_DAYS * DAY, clock.now, "buy", row.card.sku):
            cash -= cost
            wishes.append(wish("market.source_product", supplier=quote.supplier, sku=row.card.sku, units=units,
                               node=node, haul="air", qc_units=min(units, INSPECTED) * habits.checks_suppliers))
    return wishes


def _units(row: SelectionRow, quote: QuoteRow, supply: SupplyRows, habits: Habits, pace: Pace, left: int,
           way: int) -> int:
    """How many to order now; 0 while the cover is long enough, or when they would come too late."""
    lead = quote.lead_days + way
    daily = _daily(row.card.sku, pace)
    have = _have(row, supply)
    if lead + SELLING_DAYS > left or not daily:
        return 0
    if habits.buys == "cover":
        if have * MILLI >= daily * (lead + MARGIN_DAYS):
            return 0
        return max(quote.minimum, daily * (lead + MARGIN_DAYS) // MILLI - have)
    short = daily * left // MILLI * SAFETY_PPM // 1_000_000 - have
    # A minimum lot of which half would be left over costs more than it brings.
    return max(quote.minimum, short) if short * 2 >= quote.minimum else 0


def _best(supply: SupplyRows, sku: str) -> QuoteRow | None:
    """The soonest of those that keep their word and whose papers were not found false."""
    rows = [row for row in supply.quotes if row.sku == sku and row.on_time_ppm >= RELIABLE_PPM
            and all(claim.state != "false" for claim in row.claims)]
    return min(rows, key=lambda row: (row.promised_at, row.tiers[0][1], row.supplier), default=None)


def _have(row: SelectionRow, supply: SupplyRows) -> int:
    coming = sum(one.units for one in supply.purchases if one.sku == row.card.sku and one.rest)
    return sum(row.stock.values()) + coming


def _daily(sku: str, pace: Pace) -> int:
    return sum(orders for (_, name), orders in pace.daily.items() if name == sku)


def _cover(row: SelectionRow, supply: SupplyRows, pace: Pace) -> int:
    """Thousandths of a day until the last unit is sold."""
    return _have(row, supply) * MILLI * MILLI // max(1, _daily(row.card.sku, pace))


def _main_country(sku: str, pace: Pace) -> str:
    places = [(orders, country) for (country, name), orders in pace.daily.items() if name == sku]
    return max(places)[1] if places else ""
