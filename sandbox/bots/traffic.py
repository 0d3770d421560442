"""The bot in the traffic seat: tells the followers, posts a teaser, buys impressions while they pay."""

from __future__ import annotations

from sandbox.bots.policy import Look, Wish, wish
from sandbox.bots.season.habits import HABITS
from sandbox.bots.season.shows import current_show, until_show
from sandbox.bots.season.traffic import LIVE_EVERY as SEASON_LIVE
from sandbox.bots.season.traffic import LOOK_EVERY as SEASON_EVERY
from sandbox.bots.season.traffic import TrafficSeason
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
        self._started = -1
        self._stopped = -1
        self._season = TrafficSeason(HABITS[style.passport.id])

    def look(self, view: TrafficView, chance: Stream) -> Look:
        """Every half minute while the room is live."""
        clock = view.common.clock
        if clock.stage == "prepare":
            return Look((), 5)
        if clock.stage != "live":
            return self._between(view)
        every = LOOK_EVERY if view.shelf is None else SEASON_LIVE
        show = max(self._started, current_show(view.stage, clock.now), 0)
        if show != self._started:
            self._started = show
            return Look(self._start(view), every)
        return Look(self._watch(view), every)

    def _between(self, view: TrafficView) -> Look:
        if view.shelf is None:
            return Look((), 86_400)
        wishes = self._season.manners.proper(self._season.wishes(view), view.common)
        return Look(tuple(wishes), min(SEASON_EVERY, until_show(view.stage, view.common.clock.now)))

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
        if self._style.stops_bad_boost and bad and view.boost.running and self._stopped != self._started:
            self._stopped = self._started
            return (wish("livestream.stop_boost"),)
        return ()
