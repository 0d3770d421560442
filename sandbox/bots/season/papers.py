"""Headings, certificates, samples and checks: what goods need before they travel."""

from __future__ import annotations

from sandbox.bots.policy import Wish, wish
from sandbox.bots.season.demand import Pace
from sandbox.bots.season.habits import Habits
from sandbox.bots.season.knowledge import heading_of
from sandbox.bots.season.manners import Manners
from sandbox.kernel.calendar import DAY
from sandbox.market.supply.rows import CertificateRow, SupplyRows
from sandbox.roles.view_types import SelectionRow, SelectionView

SELLING_DAYS = 2
"""Days that must be left to sell once a paper is there."""
NEVER = 10**9


def classify(view: SelectionView, manners: Manners) -> list[Wish]:
    """Declare each product under the heading a trained classifier takes, once."""
    wishes = []
    for row in view.products:
        heading = heading_of(row.card.name.en, tuple(code for code, _ in row.hs_choices))
        if heading and manners.once("hs", row.card.sku):
            wishes.append(wish("market.classify_hs", sku=row.card.sku, hs6=heading, reason="function"))
    return wishes


def apply_for(view: SelectionView, habits: Habits, pace: Pace, manners: Manners) -> list[Wish]:
    """Apply for missing papers that come in time, all those of a product in a country or none."""
    if view.supply is None or not habits.applies:
        return []
    wishes: list[Wish] = []
    cash = view.cash
    goods = {row.card.sku: row for row in view.products}
    for (sku, country), rows in _missing(view.supply).items():
        fee = sum(row.fee for row in rows)
        if fee * 3 > cash or not _pays(view, goods[sku], country, rows, fee, habits, pace):
            continue
        if manners.once("papers", sku, country):
            cash -= fee
            wishes += [wish("market.obtain_certificate", sku=sku, country=country, certificate=row.certificate)
                       for row in rows]
    return wishes


def _missing(supply: SupplyRows) -> dict[tuple[str, str], list[CertificateRow]]:
    missing: dict[tuple[str, str], list[CertificateRow]] = {}
    for row in supply.certificates:
        if row.state in ("missing", "expired"):
            missing.setdefault((row.sku, row.country), []).append(row)
    return missing


def _pays(view: SelectionView, good: SelectionRow, country: str, rows: list[CertificateRow], fee: int, habits: Habits,
          pace: Pace) -> bool:
    """In time and worth it: by the goods that lie there, or by what will sell until the end."""
    clock = view.common.clock
    left = (clock.play_ends - clock.now) // DAY
    if habits.buys != "horizon":
        wait = max((row.days_min + row.days_max) // 2 for row in rows)
        near = sum(node.stock.get(good.card.sku, 0) for node in view.nodes if node.country == country)
        return wait + SELLING_DAYS <= left and near * good.card.list_price > fee
    selling = left - max(row.days_max for row in rows)
    margin = next((line.margin for line in good.landed if line.country == country), 0)
    daily = max(pace.daily.values(), default=0)
    return selling >= SELLING_DAYS and daily * selling * margin // 2000 > fee


def check_suppliers(view: SelectionView, habits: Habits, manners: Manners) -> list[Wish]:
    """Have the papers checked of whoever would be bought from, before the first order."""
    if view.supply is None or not habits.checks_suppliers:
        return []
    wishes = []
    left = view.common.clock.play_ends - view.common.clock.now
    for row in view.supply.quotes:
        soon = row.promised_at - view.common.clock.now < left // 2
        is_open = row.check_due is None and any(claim.state == "claimed" for claim in row.claims)
        if soon and is_open and row.on_time_ppm >= 900_000 and manners.once("check", row.supplier, row.sku):
            wishes.append(wish("market.check_papers", supplier=row.supplier, sku=row.sku))
    return wishes[:2]


def recall(view: SelectionView, habits: Habits, manners: Manners) -> list[Wish]:
    """Call a lot back when an authority waits for it."""
    if view.supply is None or not habits.applies:
        return []
    return [wish("market.recall", sku=lot.sku, lot=lot.lot) for lot in view.supply.lots
            if lot.alert_due is not None and not lot.recalled and manners.once("recall", lot.lot)]
