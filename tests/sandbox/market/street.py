"""A shelf market with one or more teams in it: real shops, a real market, and plain answers for what lies behind."""

from __future__ import annotations

from typing import Any

import msgspec

from sandbox.kernel.messages import Actor, Command, Seat
from sandbox.kernel.scenario import Scenario
from sandbox.kernel.scenario_market import Account, ListingAtStart, Market
from sandbox.market.quote import Quote
from sandbox.market.shelf.market import ShelfMarket
from sandbox.market.shelf.stall import Stall
from sandbox.market.shop import Shop
from tests.sandbox.harness import DAY, SmallWorld, a_product, a_scenario

ACTOR = Actor(seat=Seat.OPERATIONS)
LAMP = "bazaar-us-lamp"


class Plain:
    """Delivery free in five days, duty paid, a tenth for the platform, and as much stock as is said."""

    def __init__(self) -> None:
        self.units: dict[str, int] = {}
        self.papers: list[str] = []
        self.days = 5
        self.cash = 1_000_000
        self.asked: list[tuple[str, str, int, str]] = []

    def quote(self, country: str, sku: str, price: int, platform: str = "") -> Quote:
        self.asked.append((country, sku, price, platform))
        return Quote(currency="USD", goods=price, delivery=0, tax=0, service="us-line", promise_days=self.days,
                     delivery_shop=0, paid_shop=price, costs_shop=price // 10)

    def spendable(self) -> int:
        return self.cash

    def terms(self, country: str, sku: str, platform: str) -> tuple[bool, bool]:
        return True, True

    def stock(self, country: str, sku: str, platform: str) -> int:
        return self.units.get(sku, 1_000_000)

    def has_certificate(self, sku: str, country: str, certificate: str) -> bool:
        return certificate in self.papers


def a_listing(**changes: Any) -> ListingAtStart:
    """The lamp on BAZAAR in the United States."""
    row = ListingAtStart(sku="lamp", platform="bazaar", country="US", price=2500, language="en",
                         keywords=("desk-lamp", "led"), rating=450, reviews=182, content=800_000)
    return msgspec.structs.replace(row, **changes)


def a_market(**changes: Any) -> Market:
    """Home goods and accessories on three shelves in two countries."""
    market = Market(
        accounts=tuple(Account(platform=platform, country=country) for country in ("US", "DE")
                       for platform in ("livefeed", "bazaar", "seamart", "ownshop")),
        categories=("home", "e_accessory"), listings=(a_listing(),),
        keywords={"home": ("desk-lamp", "led", "dimmable", "office", "usb")},
    )
    return msgspec.structs.replace(market, **changes)


def a_season(days: int = 3, market: Market | None = None, **changes: Any) -> Scenario:
    """The small scenario with a shelf market, from 6 October 2025."""
    lamp, cup = a_product(), a_product("cup", price=1500, reference_price=1800, unit_cost=500, floor_price=600)
    told = {"products": (lamp, cup), "market": market or a_market(), "season_days": days,
            "market_starts": "2025-10-06T00:00Z", **changes}
    return a_scenario(**told)


class Street:
    """One market, and the shops of its teams."""

    def __init__(self, scenario: Scenario | None = None, teams: tuple[str, ...] = ("",), secret: int = 7,
                 sponsored: Any = lambda *_: 0) -> None:
        self.scenario = scenario or a_season()
        self.world = SmallWorld(secret)
        self.market = ShelfMarket(self.world, self.scenario, sponsored)
        self.answers = {team: Plain() for team in teams}
        self.shops = {team: Shop(self.world, self.scenario, self.answers[team]) for team in teams}
        for team, shop in self.shops.items():
            self.market.join(team, shop.shelf_side)

    @property
    def shop(self) -> Shop:
        """The only team's."""
        return self.shops[""]

    @property
    def stall(self) -> Stall:
        """Its listings."""
        return self.shop.shelf_side

    def send(self, command: Command, team: str = "") -> None:
        """Have a command decided."""
        self.shops[team].handlers()[type(command)](command, ACTOR)

    def play(self, days: float) -> Street:
        """Let so many days pass."""
        self.world.advance(self.world.now + int(days * DAY))
        return self

    def bought(self, team: str = "") -> list[tuple[str, str]]:
        """(shopper, listing) of every order, in order of time."""
        return [(order.viewer, order.listing) for order in self.shops[team].orders()]
