"""The traffic seat between the shows: campaigns and creators."""

from __future__ import annotations

from sandbox.bots.policy import Wish
from sandbox.bots.season.campaigns import begin, steer
from sandbox.bots.season.creators import hire
from sandbox.bots.season.habits import Habits
from sandbox.bots.season.manners import Manners
from sandbox.roles.view_types import TrafficView

LOOK_EVERY = 8 * 3600
LIVE_EVERY = 120


class TrafficSeason:
    """What the bot does when the view shows ads and a shelf."""

    def __init__(self, habits: Habits) -> None:
        self._habits = habits
        self.manners = Manners("traffic")

    def wishes(self, view: TrafficView) -> list[Wish]:
        """Everything this look calls for beside the room."""
        if view.shelf is None or view.common.clock.stage == "live":
            return []
        wishes = steer(view, self._habits, self.manners)
        wishes += begin(view, self._habits, self.manners)
        return wishes + hire(view, self._habits, self.manners)
