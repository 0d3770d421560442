"""Payments at risk: whom the bank checks, which stopped orders go on, what foreign money is fixed."""

from __future__ import annotations

from sandbox.bots.policy import Wish, wish
from sandbox.bots.season.habits import Habits
from sandbox.bots.season.manners import Manners
from sandbox.kernel.calendar import DAY
from sandbox.payments.row_types import FlaggedRow, PaymentRow
from sandbox.roles.season_parts import MoneyPart
from sandbox.roles.view_types import OperationsView

SUSPICIOUS = 2
"""Signals from which a stopped order looks stolen."""
HEDGE_DAYS = 30
HEDGED_PPM = 700_000


def manage(view: OperationsView, habits: Habits, manners: Manners) -> list[Wish]:
    """Decisions about payments of one look."""
    money = view.money
    if money is None:
        return []
    wishes = [one for row in money.flagged for one in _decide(row, habits, manners)]
    if habits.screens:
        wishes += [one for row in money.payments for one in _check(row, manners)]
    if habits.hedges_from:
        wishes += _hedge(view, money, habits, manners)
    return wishes


def _decide(row: FlaggedRow, habits: Habits, manners: Manners) -> list[Wish]:
    if not (habits.approves_all or habits.screens) or not manners.once("flag", row.order):
        return []
    if habits.screens and len(row.signals) >= SUSPICIOUS:
        return [wish("payments.hold_order", order=row.order)]
    return [wish("payments.approve_order", order=row.order)]


def _check(row: PaymentRow, manners: Manners) -> list[Wish]:
    """Let the bank check what looks risky, where it would check nobody."""
    if row.three_ds != "off" or not row.has_cards or not manners.once("3ds", row.country):
        return []
    methods = [one.method for one in row.methods if one.offered]
    return [wish("payments.set_payment", country=row.country, methods=methods, local_acquirer=row.local_acquirer,
                 three_ds="risky", false_positive_ppm=row.false_positive_ppm)]


def _hedge(view: OperationsView, money: MoneyPart, habits: Habits, manners: Manners) -> list[Wish]:
    wishes = []
    for row in money.currencies:
        amount = min(row.sellable, row.owed * HEDGED_PPM // 1_000_000) - row.hedged
        large = amount >= habits.hedges_from
        if large and view.cash > amount and manners.every(7 * DAY, view.common.clock.now, "hedge", row.currency):
            wishes.append(wish("payments.hedge_fx", currency=row.currency, amount=amount, days=HEDGE_DAYS))
    return wishes
