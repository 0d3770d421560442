"""Off the shelf with what loses money on every sale, and back when it earns again."""

from __future__ import annotations

from sandbox.bots.policy import Wish, wish
from sandbox.bots.season.manners import Manners
from sandbox.kernel.money import share
from sandbox.roles.view_types import SelectionView

KEPT_PPM = 860_000
"""What a platform's fees leave of a change in price."""
PAUSE = 12 * 3600


class Margins:
    """Watches what a sale leaves in each country by the service that carries it now."""

    def __init__(self) -> None:
        self._taken: list[str] = []

    def watch(self, view: SelectionView, manners: Manners) -> list[Wish]:
        """Delist and relist."""
        if view.shelf is None or view.common.clock.now < PAUSE // 12:
            return []
        goods = {row.card.sku: row for row in view.products}
        wishes = []
        for listing in view.shelf.listings:
            row = goods.get(listing.sku)
            line = next((one for one in row.landed if one.country == listing.country), None) if row else None
            if row is None or line is None:
                continue
            margin = line.margin + share(listing.asked - row.card.list_price, KEPT_PPM)
            loses, is_off = margin < 0, listing.state == "off" and listing.listing in self._taken
            turns = (loses and listing.state == "live") or (not loses and is_off)
            if not turns or not manners.every(PAUSE, view.common.clock.now, "margin", listing.listing):
                continue
            self._taken = [one for one in self._taken if one != listing.listing] + [listing.listing] * loses
            wishes.append(wish("market.delist" if loses else "market.relist", sku=listing.sku,
                               listing=listing.listing))
        return wishes
