"""Advertising on a shelf that stands still: one lamp and one pair of earbuds, listed in two countries."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

import msgspec

from sandbox.kernel.lesson import Text
from sandbox.kernel.messages import Actor, Command, Event, Seat
from sandbox.kernel.scenario import Scenario
from sandbox.kernel.scenario_market import Account, Creator, Market
from sandbox.market.ads.ads import Ads
from sandbox.market.ads.campaign import Campaign
from sandbox.market.ads.commands import CreateCampaign
from sandbox.market.ads.exchange import AdExchange
from sandbox.market.ads.reads import RoomNow
from tests.sandbox.harness import DAY, SmallWorld, a_scenario

ACTOR = Actor(seat=Seat.TRAFFIC)
SEASON = 14
MARKET = Market(
    accounts=(Account(platform="bazaar", country="US"), Account(platform="seamart", country="DE")),
    categories=("home", "e_accessory"),
    keywords={"home": ("lamp", "desk", "reading", "led"), "e_accessory": ("earbuds", "wireless")},
    creators=(
        Creator(id="ava", name=Text(en="Ava", zh="艾娃"), country="US", categories=("home",), followers=40_000,
                fee=30_000, commission=100_000, quality=800_000, no_show=0),
        Creator(id="bo", name=Text(en="Bo", zh="波"), country="US", categories=("home",), followers=9_000, fee=10_000,
                commission=150_000, quality=600_000, no_show=1_000_000),
    ),
)


def a_market_scenario(**changes: Any) -> Scenario:
    """Fourteen days of shelf and one show, from midnight."""
    show = msgspec.structs.replace(a_scenario().show, starts_at=2 * DAY + 12 * 3600, seconds=7200)
    plain: dict[str, Any] = {"market": MARKET, "season_days": SEASON, "market_starts": "2025-09-01T00:00Z",
                             "show": show}
    return a_scenario(**{**plain, **changes})


@dataclass
class StillShelf:
    """Every listing is clicked by a fifth of those who look, and bought by a tenth of those who click."""

    click: int = 200_000
    convert: int = 100_000
    price_of: int = 2500
    listings: tuple[tuple[str, str, str], ...] = (
        ("lamp", "US", "bazaar"), ("lamp", "DE", "seamart"), ("earbuds", "US", "bazaar"),
    )

    def listing(self, team: str, sku: str, country: str, platform: str) -> str:
        return f"{sku}-{country.lower()}" if (sku, country, platform) in self.listings else ""

    def shoppers(self, country: str, category: str, platform: str) -> int:
        return 10_000

    def click_ppm(self, team: str, listing: str) -> int:
        return self.click

    def convert_ppm(self, team: str, listing: str) -> int:
        return self.convert

    def price(self, team: str, listing: str) -> int:
        return self.price_of

    def orders_ppm(self, team: str, listing: str, sponsored_ppm: int) -> int:
        """Organic attention of a tenth; a fifth of sponsored clicks would have come anyway."""
        return 10_000 * (100_000 + sponsored_ppm * 4 // 5) // 1_000_000 * self.click * self.convert // 1_000_000


@dataclass
class TeamReads:
    """A team with money, and a room when a test says so."""

    team: str = "red"
    money: int = 5_000_000
    now_live: RoomNow | None = None
    shows: dict[int, int] = field(default_factory=lambda: {0: 2 * DAY + 12 * 3600})
    arrived: list[tuple[str, str, int, str, int]] = field(default_factory=list)

    def spendable(self) -> int:
        return self.money

    def room(self) -> RoomNow | None:
        return self.now_live

    def show_starts(self, show: int) -> int | None:
        return self.shows.get(show)

    def visitors_arrived(self, listing: str, country: str, count: int, campaign: str, first: int) -> None:
        self.arrived.append((listing, country, count, campaign, first))


class TeamWorld:
    """The run as one team sees it: own ordinals, everything else shared."""

    def __init__(self, world: SmallWorld) -> None:
        self._world = world
        self._ordinals: dict[tuple[int, str], int] = {}

    def __getattr__(self, name: str) -> Any:
        return getattr(self._world, name)

    def next_ordinal(self, parent: int, kind: str) -> int:
        self._ordinals[parent, kind] = self._ordinals.get((parent, kind), -1) + 1
        return self._ordinals[parent, kind]


class Agency:
    """The ads of one or more teams in one small world."""

    def __init__(self, secret: int = 7, shelf: StillShelf | None = None, scenario: Scenario | None = None,
                 teams: tuple[str, ...] = ("red",)) -> None:
        self.scenario = scenario or a_market_scenario()
        self.world = SmallWorld(secret)
        self.shelf = shelf or StillShelf()
        self.exchange = AdExchange(self.world, self.scenario, self.shelf)
        self.reads = {team: TeamReads(team) for team in teams}
        self.of = {team: Ads(TeamWorld(self.world), self.scenario, self.exchange, self.reads[team]) for team in teams}

    @property
    def ads(self) -> Ads:
        """The first team's."""
        return next(iter(self.of.values()))

    def send(self, command: Command, team: str = "") -> None:
        """Have a command decided."""
        ads = self.of[team] if team else self.ads
        ads.handlers()[type(command)](command, ACTOR)

    def search(self, team: str = "", **changes: Any) -> Campaign:
        """A search campaign for the lamp in the United States on all its words."""
        told: dict[str, Any] = {"kind": "search", "country": "US", "platform": "bazaar", "sku": "lamp", "bid": 150,
                                "keywords": ("lamp", "desk", "reading", "led"), "daily_budget": 5_000, "days": SEASON}
        return self._created({**told, **changes}, team)

    def feed(self, team: str = "", **changes: Any) -> Campaign:
        """A feed campaign for the lamp in the United States that wants 1.3 of sales for one of spend."""
        told: dict[str, Any] = {"kind": "feed", "country": "US", "platform": "bazaar", "sku": "lamp",
                                "target_roas_ppm": 1_300_000, "daily_budget": 10_000, "days": SEASON}
        return self._created({**told, **changes}, team)

    def made(self, team: str = "", **told: Any) -> Campaign:
        """Any campaign."""
        return self._created(told, team)

    def days(self, days: float) -> None:
        """Let so many days pass, and the second in which they end."""
        self.world.advance(self.world.now + int(days * DAY) + 1)

    def of_campaign(self, kind: type[Event], one: Campaign) -> list[Any]:
        """Events of one class about one campaign."""
        return [event for event in self.world.of(kind) if event.campaign == one.id]  # type: ignore[attr-defined]

    def _created(self, told: dict[str, Any], team: str) -> Campaign:
        self.send(CreateCampaign(**told), team)
        return (self.of[team] if team else self.ads).campaigns()[-1]
