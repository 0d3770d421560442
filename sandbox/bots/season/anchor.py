"""The anchor's duties in the shows of a season: say that it is advertising, say what it costs."""

from __future__ import annotations

from sandbox.bots.policy import Wish, wish
from sandbox.bots.season.habits import Habits
from sandbox.bots.season.manners import Manners
from sandbox.bots.season.shows import current_show
from sandbox.roles.view_types import AnchorView

AGAIN = 1_500
"""Seconds after which it is said again: it holds for half an hour."""


class AnchorSeason:
    """What the bot says beside its script where the platform wants to hear it."""

    def __init__(self, habits: Habits) -> None:
        self._habits = habits
        self._manners = Manners("anchor")

    def wishes(self, view: AnchorView) -> list[Wish]:
        """Everything this look calls for beside the script."""
        now = view.common.clock.now
        show = current_show(view.stage, now)
        if not self._habits.discloses or not view.stage.must_disclose or show < 0:
            return []
        wishes = [wish("livestream.disclose_ad")] if self._manners.every(AGAIN, now, "ad") else []
        if view.now is not None and self._manners.once("price", show, view.now.sku):
            wishes.append(wish("livestream.state_price", price=view.now.price))
        return wishes
