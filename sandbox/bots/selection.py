"""The bot in the seat of product selection: looks at samples, keeps the goods as they are."""

from __future__ import annotations

from sandbox.bots.policy import Look, Wish, wish
from sandbox.bots.season.habits import HABITS
from sandbox.bots.season.selection import LOOK_EVERY, SECOND_LOOK, SelectionSeason
from sandbox.bots.style import Style
from sandbox.kernel.draws import Stream
from sandbox.kernel.messages import Seat
from sandbox.roles.view_types import SelectionView

SAMPLES = 2
"""How many samples the careful style buys before the show."""


class SelectionBot:
    """Trusts the scenario's cards and headings; the careful style samples the dearest goods."""

    seat = Seat.SELECTION

    def __init__(self, style: Style) -> None:
        self.passport = style.passport
        self._style = style
        self._is_set_up = False
        self._season = SelectionSeason(HABITS[style.passport.id])

    def look(self, view: SelectionView, chance: Stream) -> Look:
        """Acts once before the show; in a season a few times a day."""
        wishes = [] if self._is_set_up else self._samples(view)
        if view.shelf is None:
            self._is_set_up = True
            return Look(tuple(wishes), 86_400)
        wishes = self._season.manners.proper(wishes + self._season.wishes(view), view.common)
        again_in = LOOK_EVERY if self._is_set_up else SECOND_LOOK
        self._is_set_up = True
        return Look(tuple(wishes), again_in)

    def _samples(self, view: SelectionView) -> list[Wish]:
        if not self._style.samples:
            return []
        dearest = sorted(view.products, key=lambda row: (-row.card.list_price, row.card.sku))[:SAMPLES]
        return [wish("market.request_sample", sku=row.card.sku) for row in dearest]
