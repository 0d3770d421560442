"""The seat of operations between the shows: prices, shelves, routes, stock, borders, money."""

from __future__ import annotations

from sandbox.bots.policy import Wish, wish
from sandbox.bots.season.assortment import join_sales, widen
from sandbox.bots.season.border import answer_held, declare
from sandbox.bots.season.demand import Pace
from sandbox.bots.season.habits import Habits
from sandbox.bots.season.manners import Manners
from sandbox.bots.season.risk import manage
from sandbox.bots.season.routes import Routes
from sandbox.bots.season.shelf_prices import reprice
from sandbox.bots.season.shows import current_show
from sandbox.bots.season.stock import send_over
from sandbox.roles.view_types import OperationsView

LOOK_EVERY = 6 * 3600
LIVE_EVERY = 60
"""A season has several shows; once a minute is what one person manages beside the rest."""


class OperationsSeason:
    """What the bot does when the view shows a shelf.

    Args:
        habits: of its style.
        channels: delivery channels in the order of preference.
        price_change_ppm: change of all prices at the start.
    """

    def __init__(self, habits: Habits, channels: tuple[str, ...], price_change_ppm: int) -> None:
        self._habits = habits
        self._change_ppm = price_change_ppm
        self._routes = Routes(channels)
        self._pace = Pace()
        self.manners = Manners("operations")

    def wishes(self, view: OperationsView) -> list[Wish]:
        """Everything this look calls for beside what is done in every scenario."""
        if view.shelf is None:
            return []
        habits, manners, pace = self._habits, self.manners, self._pace
        pace.learn(view.shelf, view.common.clock.now)
        wishes = self._scene(view)
        if view.common.clock.stage == "live":
            return wishes
        wishes += reprice(view, habits, pace, manners, self._change_ppm)
        wishes += widen(view, habits, manners)
        wishes += join_sales(view, habits, pace, manners)
        wishes += self._routes.review(view, manners)
        wishes += send_over(view, habits, pace, manners)
        wishes += declare(view, habits, manners)
        wishes += answer_held(view, habits, manners)
        return wishes + manage(view, habits, manners)

    def _scene(self, view: OperationsView) -> list[Wish]:
        """The best scene the style pays for, once a show."""
        show = current_show(view.stage, view.common.clock.now)
        usable = [scene for scene in view.stage.scenes if scene.cost <= self._habits.scene_budget]
        if view.common.clock.stage != "live" or show < 0 or not usable or not self.manners.once("scene", show):
            return []
        best = max(usable, key=lambda scene: (scene.quality, scene.id))
        return [wish("livestream.set_scene", scene=best.id)] if best.id != view.stage.scene else []
