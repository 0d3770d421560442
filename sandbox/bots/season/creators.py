"""People with an audience: who is asked for which show."""

from __future__ import annotations

from sandbox.bots.policy import Wish, wish
from sandbox.bots.season.habits import Habits
from sandbox.bots.season.knowledge import category_of
from sandbox.bots.season.manners import Manners
from sandbox.bots.season.shows import next_show
from sandbox.kernel.calendar import DAY
from sandbox.market.ads.rows import CreatorRow
from sandbox.roles.view_types import TrafficView

NOTICE = 12 * 3600
"""They want to be asked half a day ahead."""
AHEAD = 3 * DAY
FOLLOWERS_PER_UNIT = 200
"""Followers that a unit of the fee (1.00) should buy, chosen."""
MOST_OF_CASH = 20
"""At most one part in so many of the cash."""


def hire(view: TrafficView, habits: Habits, manners: Manners) -> list[Wish]:
    """Ask the best of those who come when they say so, for the next show."""
    clock = view.common.clock
    show = next_show(view.stage, clock.now)
    if not habits.hires or view.ads is None or show is None:
        return []
    wait = show.starts_at - clock.now
    if not NOTICE < wait <= AHEAD or not manners.once("creator", show.ordinal):
        return []
    fitting = [row for row in view.ads.creators if _fits(row, view, habits, show.starts_at // DAY)]
    if not fitting:
        return []
    best = max(fitting, key=lambda row: (row.followers * 100 // max(1, row.fee), row.creator))
    sku = _goods(best, view)
    return [wish("market.hire_creator", creator=best.creator, sku=sku, fee_kind="flat", show=show.ordinal)]


def _fits(row: CreatorRow, view: TrafficView, habits: Habits, day: int) -> bool:
    return (row.no_show_ppm <= habits.most_no_show_ppm and day not in row.taken_days
            and row.fee * MOST_OF_CASH <= view.cash and row.followers * 100 >= FOLLOWERS_PER_UNIT * row.fee
            and bool(_goods(row, view)))


def _goods(row: CreatorRow, view: TrafficView) -> str:
    """The dearest product of the creator's subjects that is on sale; empty without one."""
    keywords = view.shelf.keywords if view.shelf is not None else {}
    cards = [card for card in view.products if card.on_sale and category_of(card, keywords) in row.categories]
    return max(cards, key=lambda card: (card.price, card.sku)).sku if cards else ""
