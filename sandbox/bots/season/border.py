"""Export and import papers, and what is held."""

from __future__ import annotations

from sandbox.bots.policy import Wish, wish
from sandbox.bots.season.habits import Habits
from sandbox.bots.season.manners import Manners
from sandbox.kernel.calendar import DAY
from sandbox.roles.view_types import OperationsView

PARCELS = "9610"
"""Customs code under which single parcels leave China."""
SUMMARY_DAY = 15
PAPERS = ("invoice", "payment_proof", "description", "certificate", "origin")


def declare(view: OperationsView, habits: Habits, manners: Manners) -> list[Wish]:
    """Modes, data and summaries for export; answers for parcels that are held."""
    chain = view.chain
    if chain is None or not habits.declares:
        return []
    wishes = []
    for lane in chain.exports:
        if lane.mode != PARCELS and manners.once("mode", lane.node, lane.country):
            wishes.append(wish("logistics.choose_export_mode", node=lane.node, country=lane.country, mode=PARCELS))
    for one in chain.consignments:
        if not one.is_complete and one.leg == "export" and manners.once("orders", one.consignment):
            wishes.append(wish("logistics.submit_three_orders", consignment=one.consignment))
    today = view.common.clock.market_time[:10]
    for month in chain.summaries:
        is_over = month.month < today[:7] and int(today[8:]) <= SUMMARY_DAY
        if is_over and month.amount and not month.declared and manners.every(DAY, view.common.clock.now, month.month):
            wishes.append(wish("logistics.declare_summary", month=month.month))
    return wishes


def answer_held(view: OperationsView, habits: Habits, manners: Manners) -> list[Wish]:
    """Send what would help, as the notice names it; the invoice where it names nothing."""
    wishes = []
    for row in view.chain.held if view.chain is not None and habits.declares else ():
        if not row.is_answered and manners.once("held", row.order):
            papers = [paper for paper in row.helps if paper in PAPERS] or ["invoice"]
            wishes.append(wish("logistics.answer_customs", order=row.order, papers=papers[:5]))
    return wishes
