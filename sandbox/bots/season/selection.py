"""The seat of product selection in a season: headings, papers, suppliers, re-orders, margins."""

from __future__ import annotations

from sandbox.bots.policy import Wish
from sandbox.bots.season.buying import reorder
from sandbox.bots.season.demand import Pace
from sandbox.bots.season.habits import Habits
from sandbox.bots.season.manners import Manners
from sandbox.bots.season.margins import Margins
from sandbox.bots.season.papers import apply_for, check_suppliers, classify, recall
from sandbox.roles.view_types import SelectionView

LOOK_EVERY = 8 * 3600
SECOND_LOOK = 3600


class SelectionSeason:
    """What the bot does when the view shows suppliers and a shelf."""

    def __init__(self, habits: Habits) -> None:
        self._habits = habits
        self._pace = Pace()
        self._margins = Margins()
        self.manners = Manners("selection")

    def wishes(self, view: SelectionView) -> list[Wish]:
        """Everything this look calls for."""
        if view.shelf is None:
            return []
        habits, manners = self._habits, self.manners
        self._pace.learn(view.shelf, view.common.clock.now)
        wishes = classify(view, manners) if habits.classifies else []
        wishes += recall(view, habits, manners)
        wishes += apply_for(view, habits, self._pace, manners)
        wishes += check_suppliers(view, habits, manners)
        wishes += reorder(view, habits, self._pace, manners)
        return wishes + (self._margins.watch(view, manners) if habits.watches_margin else [])
