"""Stock near the buyers: send it over while it can still sell there."""

from __future__ import annotations

from sandbox.bots.policy import Wish, wish
from sandbox.bots.season.demand import MILLI, Pace
from sandbox.bots.season.habits import Habits
from sandbox.bots.season.manners import Manners
from sandbox.kernel.calendar import DAY
from sandbox.roles.season_parts import ChainPart
from sandbox.roles.view_parts import NodeRow
from sandbox.roles.view_types import OperationsView

AIR_DAYS = 10
"""From door to shelf by air, handling and customs counted."""
SEA_DAYS = 35
MARGIN_DAYS = 7
"""Of cover beyond the lead time: the trade's rule of thumb."""
SELLING_DAYS = 2
"""What arrives later than so many days before the end is not sent."""
Z = 840
"""Normal deviate for four of five, thousandths: what is short is worth about four times what is left over."""
LEAST = 6
GUESS_DAYS = 1


def send_over(view: OperationsView, habits: Habits, pace: Pace, manners: Manners) -> list[Wish]:
    """Transfers from home to overseas nodes that run low, at most one of a product a week."""
    chain, clock = view.chain, view.common.clock
    if chain is None or habits.moves_stock == "none" or clock.now < GUESS_DAYS * DAY:
        return []
    left = (clock.play_ends - clock.now) // DAY
    if left < AIR_DAYS + SELLING_DAYS or not view.nodes:
        return []
    home, wishes = view.nodes[0], []
    for node in view.nodes[1:]:
        for sku, free in sorted(home.stock.items()):
            units = min(free, _short(view, chain, node, sku, habits, pace, left))
            if units >= LEAST and manners.every(MARGIN_DAYS * DAY, clock.now, "move", node.node, sku):
                haul = "sea" if habits.moves_stock == "horizon" and left > 2 * SEA_DAYS else "air"
                wishes.append(wish("logistics.transfer_stock", sku=sku, origin=home.node, destination=node.node,
                                   units=units, haul=haul))
    return wishes


def _short(view: OperationsView, chain: ChainPart, node: NodeRow, sku: str, habits: Habits, pace: Pace,
           left: int) -> int:
    """Units that will be missing at *node*: within lead time and a week, or until the end."""
    coming = sum(move.units for move in chain.transfers if (move.node, move.sku) == (node.node, sku))
    have = node.stock.get(sku, 0) + coming
    daily = pace.daily.get((node.country, sku), 0)
    days = min(left, AIR_DAYS + MARGIN_DAYS)
    if habits.moves_stock == "cover":
        return max(0, daily * days // MILLI - have)
    spread = pace.spread.get((node.country, sku), 0)
    return max(0, (daily * min(left, 3 * MARGIN_DAYS) + Z * spread * _root(left) // MILLI) // MILLI - have)


def _root(days: int) -> int:
    """Square root, rounded down."""
    root = 0
    while (root + 1) * (root + 1) <= days:
        root += 1
    return root
