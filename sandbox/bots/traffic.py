"""The bot in the traffic seat: tells the followers, posts a teaser, buys impressions while they pay."""

from __future__ import annotations

from sandbox.bots.policy import Look, Wish, wish
from sandbox.bots.style import Style
from sandbox.kernel.draws import Stream
from sandbox.kernel.messages import Seat
from sandbox.roles.view_types import TrafficView

LOOK_EVERY = 30
BREAK_EVEN_ROAS_PPM = 2_500_000
"""One over a contribution margin of forty per cent."""


class TrafficBot:
    """Spends by rule of thumb."""

    seat = Seat.TRAFFIC

    def __init__(self, style: Style) -> None:
        self.passport = style.passport
        self._style = style
        self._is_started = False
        self._is_stopped = False

    def look(self, view: TrafficView, chance: Stream) -> Look:
        """Every half minute while the room is live."""
        stage = view.common.clock.stage
        if stage == "prepare":
            return Look((), 5)
        if stage != "live":
            return Look((), 86_400)
        if not self._is_started:
            self._is_started = True
            return Look(self._start(view), LOOK_EVERY)
        return Look(self._watch(view), LOOK_EVERY)

    def _start(self, view: TrafficView) -> tuple[Wish, ...]:
        wishes = []
        if self._style.notifies:
            wishes.append(wish("livestream.notify_followers"))
        if self._style.teaser_hook:
            hero = min(view.products, key=lambda card: (-card.list_price, card.sku))
            wishes.append(wish("livestream.post_teaser", sku=hero.sku, hook=self._style.teaser_hook))
        amount = view.cash * self._style.boost_share_ppm // 1_000_000
        if amount > 0:
            clock = view.common.clock
            minutes = max(5, min(60, (clock.show_ends - clock.now) // 60))
            wishes.append(wish("livestream.boost_room", amount=amount, minutes=minutes))
        return tuple(wishes)

    def _watch(self, view: TrafficView) -> tuple[Wish, ...]:
        roas = view.boost.reported_roas_ppm
        bad = roas is not None and roas < BREAK_EVEN_ROAS_PPM
        if self._style.stops_bad_boost and bad and view.boost.running and not self._is_stopped:
            self._is_stopped = True
            return (wish("livestream.stop_boost"),)
        return ()
