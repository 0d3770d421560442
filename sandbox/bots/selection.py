"""The bot in the seat of product selection: looks at samples, keeps the goods as they are."""

from __future__ import annotations

from sandbox.bots.policy import Look, wish
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

    def look(self, view: SelectionView, chance: Stream) -> Look:
        """Acts once, before the show."""
        if self._is_set_up:
            return Look((), 86_400)
        self._is_set_up = True
        if not self._style.samples:
            return Look((), 86_400)
        dearest = sorted(view.products, key=lambda row: (-row.card.list_price, row.card.sku))[:SAMPLES]
        return Look(tuple(wish("market.request_sample", sku=row.card.sku) for row in dearest), 86_400)
