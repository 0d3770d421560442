"""How orders go: from the buyer's own country while anything lies there, by line from home when it is gone."""

from __future__ import annotations

from sandbox.bots.policy import Wish, wish
from sandbox.bots.season.manners import Manners
from sandbox.roles.view_types import OperationsView, ServiceOption

ROUND = 6 * 3600


class Routes:
    """Keeps the service of each product and country in step with the stock.

    Args:
        channels: delivery channels in the order of preference.
    """

    def __init__(self, channels: tuple[str, ...]) -> None:
        self._channels = channels
        self._chosen: dict[tuple[str, str], str] = {}

    def review(self, view: OperationsView, manners: Manners) -> list[Wish]:
        """What to change now."""
        if "local" not in self._channels or not manners.every(ROUND, view.common.clock.now, "routes"):
            return []
        wishes = []
        for country in dict.fromkeys(option.country for option in view.services):
            options = {option.channel: option for option in view.services if option.country == country}
            general = options.get(next(channel for channel in self._channels if channel != "local"))
            for row in view.products:
                wishes += self._choose(view, row.card.sku, options.get("local"), general)
        return wishes

    def _choose(self, view: OperationsView, sku: str, local: ServiceOption | None,
                general: ServiceOption | None) -> list[Wish]:
        stock = {node.node: node.stock.get(sku, 0) for node in view.nodes}
        takes_local = local is not None and stock.get(local.node, 0) > 0
        option = local if takes_local else general
        if option is None:
            return []
        before = self._chosen.get((option.country, sku))
        self._chosen[option.country, sku] = option.id
        # The country's own choice is the general service already: only a change needs a word.
        if before == option.id or (before is None and not takes_local):
            return []
        return [wish("logistics.set_shipping", country=option.country, service=option.id,
                     promise_days=option.promise_days, sku=sku)]
