"""The bot in the seat of operations: stock, bags, shipping, held parcels, approvals."""

from __future__ import annotations

from sandbox.bots.policy import Look, Wish, wish
from sandbox.bots.season.habits import HABITS
from sandbox.bots.season.operations import LIVE_EVERY as SEASON_LIVE
from sandbox.bots.season.operations import LOOK_EVERY as SEASON_EVERY
from sandbox.bots.season.operations import OperationsSeason
from sandbox.bots.season.shows import current_show, until_show
from sandbox.bots.style import Style
from sandbox.kernel.draws import Stream
from sandbox.kernel.messages import Seat
from sandbox.roles.view_types import OperationsView, ServiceOption

LIVE_EVERY = 10
MARKET_EVERY = 4 * 3600
BAG_SECONDS = 300
HOURS_OF_BACKLOG = 4
SAG_WINDOW = 20
"""Half minutes over which the room is compared: ten minutes."""


class OperationsBot:
    """Keeps the shop running by rule of thumb."""

    seat = Seat.OPERATIONS

    def __init__(self, style: Style) -> None:
        self.passport = style.passport
        self._style = style
        self._is_set_up = False
        self._bags = 0
        self._show = 0
        self._season = OperationsSeason(HABITS[style.passport.id], style.channels, style.price_change_ppm)
        self._answered: list[str] = []

    def look(self, view: OperationsView, chance: Stream) -> Look:
        """Every ten seconds live, every four hours in the market."""
        stage = view.common.clock.stage
        wishes: list[Wish] = []
        if not self._is_set_up:
            self._is_set_up = True
            wishes += self._prices(view) + self._shipping(view)
        if stage == "live":
            wishes += self._release(view) + self._bag(view)
        wishes += self._papers(view) + self._approve(view) + self._hours(view)
        if view.shelf is None:
            return Look(tuple(wishes), LIVE_EVERY if stage in ("prepare", "live") else MARKET_EVERY)
        wishes = self._season.manners.proper(wishes + self._season.wishes(view), view.common)
        return Look(tuple(wishes), self._again_in(view))

    def _again_in(self, view: OperationsView) -> int:
        clock = view.common.clock
        if clock.stage == "live":
            return SEASON_LIVE
        return min(SEASON_EVERY, until_show(view.stage, clock.now))

    def _prices(self, view: OperationsView) -> list[Wish]:
        if not self._style.price_change_ppm:
            return []
        changed = []
        for row in view.products:
            price = row.card.list_price + row.card.list_price * self._style.price_change_ppm // 1_000_000
            changed.append(wish("market.set_price", sku=row.card.sku, price=max(price, row.floor_price)))
        return changed

    def _shipping(self, view: OperationsView) -> list[Wish]:
        wishes = []
        for country in dict.fromkeys(option.country for option in view.services):
            options = {option.channel: option for option in view.services if option.country == country}
            general = next((channel for channel in self._style.channels if channel != "local"), "line")
            wishes += _choose(options.get(general))
            if view.shelf is None and "local" in self._style.channels and "local" in options:
                wishes += self._local(view, options["local"])
        return wishes

    def _local(self, view: OperationsView, option: ServiceOption) -> list[Wish]:
        """Send a product from local stock while there is any."""
        stock = next((node.stock for node in view.nodes if node.node == option.node), {})
        return [
            wish("logistics.set_shipping", country=option.country, service=option.id, promise_days=option.promise_days,
                 sku=sku)
            for sku, units in stock.items() if units > 0
        ]

    def _release(self, view: OperationsView) -> list[Wish]:
        wishes = []
        for row in view.products:
            hidden = row.available - row.card.visible
            if row.card.visible < self._style.release_below and hidden > 0:
                wishes.append(wish("livestream.release_stock", sku=row.card.sku, units=min(hidden, 40)))
        return wishes

    def _bag(self, view: OperationsView) -> list[Wish]:
        clock = view.common.clock
        show = current_show(view.stage, clock.now)
        if show > self._show:
            self._show, self._bags = show, 0
        done = (clock.now - clock.show_starts) * 1_000_000 // max(1, clock.show_ends - clock.show_starts)
        planned = self._bags < len(self._style.bag_marks_ppm) and done >= self._style.bag_marks_ppm[self._bags]
        sags = self._style.bags_when_sagging and self._bags < 3 and _sags(view)
        if view.offers.bag_until or not (planned or sags):
            return []
        self._bags += 1
        return [wish("livestream.start_lucky_bag", prizes=3, seconds=BAG_SECONDS)]

    def _papers(self, view: OperationsView) -> list[Wish]:
        wishes = []
        for order in view.orders:
            if view.chain is None and order.held_reason and self._style.papers and order.id not in self._answered:
                self._answered.append(order.id)
                wishes.append(wish("logistics.answer_customs", order=order.id, papers=list(self._style.papers)))
        return wishes

    def _hours(self, view: OperationsView) -> list[Wish]:
        """Work longer while more than half a day's packing waits, and no longer than that."""
        wishes = []
        for node in view.nodes if self._style.watches_backlog else ():
            wanted = node.backlog > node.packs_per_hour * HOURS_OF_BACKLOG
            if wanted != node.overtime:
                wishes.append(wish("logistics.set_overtime", node=node.node, overtime=wanted))
        return wishes

    def _approve(self, view: OperationsView) -> list[Wish]:
        return [wish("service.approve_refund", ticket=row.ticket, approve=True) for row in view.approvals]


def _choose(option: ServiceOption | None) -> list[Wish]:
    if option is None or option.chosen:
        return []
    return [wish("logistics.set_shipping", country=option.country, service=option.id, promise_days=option.promise_days)]


def _sags(view: OperationsView) -> bool:
    """Fewer people than four fifths of the mean of the last ten minutes."""
    recent = view.trend[-SAG_WINDOW:]
    if len(recent) < SAG_WINDOW // 2:
        return False
    return view.room.online * len(recent) * 5 < 4 * sum(point.online for point in recent)
