"""A platform: it ranks, looks at new listings, asks for papers, and strikes at false struck prices. It decides daily.

The chances of being looked at are chosen; which papers a listing needs stands in the dated table of certificates.
"""

from __future__ import annotations

from typing import Any

from sandbox.kernel.calendar import Calendar
from sandbox.kernel.draws import Stream
from sandbox.kernel.ids import child
from sandbox.kernel.scenario import Scenario
from sandbox.market.shelf.cell import WEEK, Cell
from sandbox.market.shelf.listing import ShelfListing
from sandbox.market.shelf.side import ShelfSide
from sandbox.market.shelf.stand import Stand

PAPERS_ASKED, BLUFF_FOUND = 0.2, 0.1
"""Chance a day that a standing listing is asked for its papers, and that a false struck price is found."""
LAST_STRIKE = 3


class Platform:
    """One platform, over all its markets. A decider.

    Args:
        name: its profile.
        scenario: gives the rules.
        looks: stream of what it looks at.
        noise: stream of the week's noise in its order.
    """

    def __init__(self, name: str, scenario: Scenario, looks: Stream, noise: Stream) -> None:
        self.name = name
        self._rules, self._calendar = scenario.rules, Calendar(scenario.market_starts)
        self._products = {product.sku: product for product in scenario.products}
        self._looks, self._noise = looks, noise
        self.cells: list[Cell] = []
        self.stands: list[Stand] = []
        self.day = 0
        self._plan: list[tuple[Stand, str]] = []

    def decide(self) -> None:
        """Look at the listings; change nothing yet."""
        self._plan = []
        for stand in self.stands:
            fault = self._fault(stand) if stand.listing.state == "live" else ""
            if fault:
                self._plan.append((stand, fault))

    def apply(self) -> None:
        """Take down, strike, and put every search into its order."""
        for stand, fault in self._plan:
            self._punish(stand, fault)
        for cell in self.cells:
            if self.day % 7 == 0:
                for row, ident in enumerate(cell.ids.tolist()):
                    cell.standing[WEEK, row] = self._noise.normal(ident, self.day // 7)
            cell.rank()

    def review(self, side: ShelfSide, listing: ShelfListing) -> None:
        """The day of looking at a new listing is over: it is shown, or not."""
        product = side_product(self._products, side, listing)
        bad = [point.id for point in product.points if point.forbidden and point.id in listing.points]
        if bad:
            side.take_down(listing, "forbidden_claim", True)
        elif self.missing_paper(side, listing):
            side.take_down(listing, "certificate_missing", False)
        else:
            side.publish(listing)

    def missing_paper(self, side: ShelfSide, listing: ShelfListing) -> str:
        """A certificate without which the listing may not stand and that the shop cannot show; empty for none."""
        product = side_product(self._products, side, listing)
        date = self._calendar.day(self.day * 86_400)
        for row in self._rules.certificates(listing.country, listing.category, product.battery, date):
            if row.effect == "delist" and not side.has_certificate(listing.sku, listing.country, row.code):
                return str(row.code)
        return ""

    def _fault(self, stand: Stand) -> str:
        listing = stand.listing
        key = child(stand.cell.key, f"listing:{listing.sku}", 0)
        if self._looks.happens(PAPERS_ASKED, key, 2 * self.day) and self.missing_paper(stand.side, listing):
            return "certificate_missing"
        bluffs = listing.struck > listing.price and not listing.is_honest
        if bluffs and self._looks.happens(BLUFF_FOUND, key, 2 * self.day + 1):
            return "false_struck_price"
        return ""

    def _punish(self, stand: Stand, fault: str) -> None:
        listing = stand.listing
        if fault == "certificate_missing":
            stand.side.take_down(listing, fault, True)
            return
        listing.struck = 0
        stand.side.strike(listing, fault)
        if listing.strikes >= LAST_STRIKE:
            stand.side.take_down(listing, fault, False)


def side_product(products: dict[str, Any], side: ShelfSide, listing: ShelfListing) -> Any:
    """The product of a listing; of a set, its first part."""
    return products.get(listing.sku) or products[side.lead(listing.sku)]
