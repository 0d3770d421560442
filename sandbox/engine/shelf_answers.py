"""What ads and research ask of the shelf market, answered from its columns."""

from __future__ import annotations

from typing import NamedTuple

from sandbox.kernel.calendar import DAY
from sandbox.kernel.ids import to_text
from sandbox.kernel.money import PPM
from sandbox.kernel.scenario import Scenario
from sandbox.kernel.world import World
from sandbox.market.shelf import laws
from sandbox.market.shelf.cell import CHARGE, COUNT, EXTRA, STARS, THERE, Cell
from sandbox.market.shelf.field import OWN_SHOP, Field
from sandbox.market.shelf.listing import ShelfListing
from sandbox.market.shelf.market import ShelfMarket
from sandbox.market.shelf.shelving import listing_id
from sandbox.market.shelf.stall import Stall
from sandbox.market.supply.reads import MarketTruth, RivalTruth


class Spot(NamedTuple):
    """Where a team's listing stands."""

    cell: Cell
    row: int
    people: int


class ShelfAnswers:
    """Implements what ads call their field, and the truth behind a market report.

    Args:
        world: the run's.
        scenario: with a market.
    """

    def __init__(self, world: World, scenario: Scenario) -> None:
        self._world = world
        self._scenario = scenario
        self.shelf: ShelfMarket | None = None
        self.stalls: dict[str, Stall] = {}

    # for ads

    def listing(self, team: str, sku: str, country: str, platform: str) -> str:
        """The team's listing of a product there, or an empty text."""
        name = listing_id(platform, country, sku)
        return name if name in self.stalls[team].by_id else ""

    def shoppers(self, country: str, category: str, platform: str) -> int:
        """Expected shoppers of today who search in this category."""
        field = self._field()
        return field.demand.on(country, category, self._world.now // DAY) if field is not None else 0

    def click_ppm(self, team: str, listing: str) -> int:
        """Chance that somebody who looks at it clicks; 0 without stock or off sale."""
        spot = self._spot(team, listing)
        if spot is None or not spot.cell.numbers[THERE, spot.row]:
            return 0
        cell, row = spot.cell, spot.row
        total = 0.0
        for sense in laws.SENSES:
            total += laws.click_chance(cell.terms, row, cell.elasticity, sense)
        return int(total / len(laws.SENSES) * PPM)

    def convert_ppm(self, team: str, listing: str) -> int:
        """Chance that somebody who clicked buys."""
        spot = self._spot(team, listing)
        if spot is None or spot.cell.looks[spot.row] <= 0.0:
            return 0
        return min(PPM, int(spot.cell.orders[spot.row] / spot.cell.looks[spot.row] * PPM))

    def price(self, team: str, listing: str) -> int:
        """Price before tax and delivery."""
        return self._found(team, listing).asked(self._world.now)

    def orders_ppm(self, team: str, listing: str, sponsored_ppm: int) -> int:
        """Orders expected today (ppm of an order) if that much attention were sponsored, all else as it is."""
        spot = self._spot(team, listing)
        if spot is None:
            return 0
        cell, row = spot.cell, spot.row
        kept = int(cell.numbers[EXTRA, row])
        cell.numbers[EXTRA, row] = sponsored_ppm
        cell.weigh()
        orders = int(cell.orders[row] * spot.people * PPM)
        cell.numbers[EXTRA, row] = kept
        cell.weigh()
        return orders

    # for research

    def market_truth(self, country: str, category: str) -> MarketTruth:
        """One category in one country as it is today, over all platforms."""
        field, day = self._field(), self._world.now // DAY
        rivals: list[RivalTruth] = []
        people, prices = 0, []
        for where, cell in field.cells.items() if field is not None else ():
            if (where.country, where.category) != (country, category) or where.platform == OWN_SHOP:
                continue
            shoppers = field.people(cell, day)  # type: ignore[union-attr]
            people += shoppers
            prices.append(cell.usual_price)
            rivals += [
                RivalTruth(
                    to_text(int(cell.ids[row])), where.platform, int(cell.numbers[CHARGE, row]),
                    int(cell.numbers[STARS, row]), int(cell.numbers[COUNT, row]),
                    int(cell.orders[row] * shoppers * 100),
                )
                for row in range(cell.rivals)
            ]
        prices.sort()
        return MarketTruth(prices[len(prices) // 2] if prices else 0, people, tuple(rivals))

    def _field(self) -> Field | None:
        return self.shelf.field if self.shelf is not None else None

    def _found(self, team: str, listing: str) -> ShelfListing:
        return self.stalls[team].by_id[listing]

    def _spot(self, team: str, listing: str) -> Spot | None:
        field = self._field()
        if field is None:
            return None
        number = field.find(team, self._found(team, listing))
        if number < 0:
            return None
        plan = field.plans[number]
        mine = (stand for stand in field.stands[number] if stand.team == team and stand.listing.listing == listing)
        return Spot(plan.cell, next(mine).row, plan.people)
