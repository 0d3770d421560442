"""Every market of a run with its rivals, platforms and the teams' places in it: made once, when the run starts."""

from __future__ import annotations

from typing import Any, NamedTuple

from sandbox.kernel.ids import child, to_text
from sandbox.kernel.money import Money
from sandbox.kernel.scenario import Scenario
from sandbox.kernel.scenario_market import Market
from sandbox.kernel.world import World
from sandbox.market.shelf.cell import WARM_DAYS, Cell, Where
from sandbox.market.shelf.demand import Demand, population
from sandbox.market.shelf.events import RivalActed
from sandbox.market.shelf.listing import ShelfListing
from sandbox.market.shelf.plan import DayPlan
from sandbox.market.shelf.platform import Platform
from sandbox.market.shelf.rivalry import Copycat, Morning, RivalShop
from sandbox.market.shelf.rivals import draw_rival
from sandbox.market.shelf.shelving import LIVE_ONLY, listing_id
from sandbox.market.shelf.side import ShelfSide
from sandbox.market.shelf.stand import Stand, seats_of

OWN_SHOP = "ownshop"
BUYS = {"bazaar": 0.10, "seamart": 0.06, OWN_SHOP: 0.02}
"""Share of a platform's shoppers who buy while only rivals are listed: chosen, within published conversion rates."""
USUAL_BUYS = 0.06


class Opening(NamedTuple):
    """Orders that came before anybody sat down."""

    side: ShelfSide
    listing: ShelfListing
    orders: int

    def sell(self, number: int) -> None:
        """The *number*-th of them."""
        key = child(0, f"opening:{self.listing.listing}", 0)
        self.side.sell(self.listing, to_text(child(key, "shopper", number)), "opening")


class Field:
    """All markets of a run.

    Args:
        world: the run's.
        scenario: with a market.
        sides: the teams' shops.

    Raises:
        ValueError: the scenario has no market.
    """

    def __init__(self, world: World, scenario: Scenario, sides: dict[str, ShelfSide]) -> None:
        if scenario.market is None:
            raise ValueError("expected a scenario with a market")
        self._world, self._scenario, self._sides = world, scenario, sides
        self._market: Market = scenario.market
        self.demand = Demand(world, scenario)
        shelves = [row for row in scenario.market.accounts if row.platform != LIVE_ONLY]
        self.countries = tuple(dict.fromkeys(row.country for row in shelves))
        self.platforms = {name: self._platform(name) for name in dict.fromkeys(row.platform for row in shelves)}
        self.cells: dict[Where, Cell] = {}
        self.plans: list[DayPlan] = []
        self.stands: list[list[Stand]] = []
        self._places: dict[tuple[str, str], tuple[int, Stand]] = {}
        self._by_row: dict[tuple[int, int], Stand] = {}
        self._mornings: list[Morning] = []
        for row in shelves:
            for category in scenario.market.categories:
                for team in sides if row.platform == OWN_SHOP else ("",):
                    self._open(Where(row.country, category, row.platform, team))
        self.opening = self._openings()
        self._seat_all()
        self._settle()

    def people(self, cell: Cell, day: int) -> int:
        """Shoppers of a market on a day."""
        where = cell.where
        all_ = self.demand.on(where.country, where.category, day)
        if where.platform != OWN_SHOP:
            return all_
        return int(all_ * self._sides[where.team].awareness(where.country) + 0.5)

    def decide(self, day: int) -> None:
        """Midnight: rivals, then platforms, each council in two steps."""
        self._seat_all()
        if day > 0:
            for morning in self._mornings:
                morning.begin(day)
            self._world.council("rivals").step()
            for morning in self._mornings:
                morning.end()
        for platform in self.platforms.values():
            platform.day = day
        self._world.council("platforms").step()

    def find(self, team: str, listing: ShelfListing) -> int:
        """Number of the market a listing stands in, -1 where it has none."""
        self._seat(team, listing)
        return self._places.get((team, listing.listing), (-1, None))[0]

    def at(self, number: int, row: int) -> Stand:
        """The team's listing in that row of a market."""
        return self._by_row[number, row]

    def say(self, cell: Cell, rival: str, action: str, value: int) -> None:
        """A rival did something that anybody can see."""
        where = cell.where
        self._world.emit(RivalActed(country=where.country, category=where.category, platform=where.platform,
                                    rival=rival, action=action, value=value))

    def state(self) -> list[Any]:
        """For the digest."""
        return [self.demand.state(), [cell.state() for cell in self.cells.values()],
                [plan.state() for plan in self.plans],
                [[number, stand.row, name] for (_, name), (number, stand) in sorted(self._places.items())],
                [morning.old_rank.tobytes().hex() for morning in self._mornings]]

    def _platform(self, name: str) -> Platform:
        platform = Platform(name, self._scenario, self._world.stream("ctx.market.look"),
                            self._world.stream("ctx.market.rank"))
        self._world.council("platforms").add(platform)
        return platform

    def _open(self, where: Where) -> None:
        scenario, world = self._scenario, self._world
        rules, market, currency = scenario.rules, self._market, scenario.shop.currency
        category = rules.category(where.category)
        usual_price = rules.convert(Money(category.order_value_minor, "USD"), currency, rules.on)
        bid = rules.convert(Money(rules.country(where.country).cpc_minor, "USD"), currency, rules.on)
        stream = world.stream("ctx.market.rival")
        key = child(0, f"cell:{where.country}:{where.category}:{where.platform}", 0)
        count = 0 if where.platform == OWN_SHOP else market.rivals
        rivals = [draw_rival(stream, child(key, "rival", n), usual_price, bid) for n in range(count)]
        cell = Cell(where, rivals, seats_of(self._sides, where), elasticity=category.elasticity_milli / 1000.0,
                    usual_price=usual_price, target=BUYS.get(where.platform, USUAL_BUYS))
        usual = self.demand.usual(where.country)
        cell.open(usual)
        strata = population(world.stream("ctx.market.people").key ^ (cell.key >> 1), usual)
        self.cells[where] = cell
        self.plans.append(DayPlan(cell, strata))
        self.stands.append([])
        self.platforms[where.platform].cells.append(cell)
        if count:
            self._seat_rivals(cell)

    def _seat_rivals(self, cell: Cell) -> None:
        stream = self._world.stream("ctx.market.rivalry")
        morning = Morning(cell, stream, self._market.rival_haste / 1_000_000)
        council = self._world.council("rivals")
        for row in range(cell.rivals):
            council.add(RivalShop(morning, row, self.say))
        council.add(Copycat(morning, stream, self.say))
        self._mornings.append(morning)

    def _seat_all(self) -> None:
        for team, side in self._sides.items():
            for listing in side.listings():
                self._seat(team, listing)

    def _seat(self, team: str, listing: ShelfListing) -> None:
        """Give a listing its row; it keeps it for good."""
        if (team, listing.listing) in self._places:
            return
        where = Where(listing.country, listing.category, listing.platform,
                      team if listing.platform == OWN_SHOP else "")
        cell = self.cells.get(where)
        if cell is None:
            return
        number = list(self.cells).index(where)
        taken = [stand.row for stand in self.stands[number]]
        seats = [row for row, seat in enumerate(cell.seats, cell.rivals)
                 if seat in ((team, listing.sku), (team, "")) and row not in taken]
        if not seats:
            return
        stand = Stand(cell, seats[0], team, self._sides[team], listing)
        self.stands[number].append(stand)
        self._by_row[number, stand.row] = stand
        self.platforms[listing.platform].stands.append(stand)
        self._places[team, listing.listing] = (number, stand)

    def _settle(self) -> None:
        """Listings that are older than the run have found their place in the search."""
        for plan, stands in zip(self.plans, self.stands, strict=True):
            cell, usual = plan.cell, self.demand.usual(plan.cell.where.country)
            for stand in stands:
                stand.fill(self._world.now, lambda *_: 0)
            for _ in range(WARM_DAYS if stands else 0):
                cell.rank()
                cell.weigh()
                cell.remember(cell.orders * usual, cell.looks * usual)

    def _openings(self) -> list[Opening]:
        rows = []
        for opening in self._market.opening_orders:
            name = listing_id(opening.platform, opening.country, opening.sku)
            for side in self._sides.values():
                rows += [Opening(side, row, opening.orders) for row in side.listings() if row.listing == name]
        return rows
