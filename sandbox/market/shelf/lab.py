"""The default shelf market on which the model is measured: one country, one category, one listing of ours.

It drives the very same :class:`ShelfMarket` as a run does; the country, the category and the shop are plain values.
What is varied is what a team could vary. Everything here is chosen to be ordinary.
"""

from __future__ import annotations

from collections.abc import Callable, Generator, Sequence
from types import SimpleNamespace
from typing import Any

import simpy

from sandbox.kernel.calendar import DAY
from sandbox.kernel.deciders import Decider
from sandbox.kernel.draws import Secrets, Stream, group_secret
from sandbox.kernel.messages import Event
from sandbox.kernel.money import Money
from sandbox.kernel.scenario_market import Account, Market
from sandbox.market.shelf.cell import Cell
from sandbox.market.shelf.field import Field
from sandbox.market.shelf.listing import ShelfListing
from sandbox.market.shelf.market import ShelfMarket
from sandbox.market.shelf.side import Shown

SKU, COUNTRY, CATEGORY, PLATFORM = "lamp", "US", "home", "bazaar"
USUAL = Shown(charge=2800, asked=2800, days=5, plus=0.0, stars=430, reviews=150, on_time=0.95, units=1_000_000)
HOURS = (21277, 17021, 12766, 12766, 12766, 17021, 25532, 34042, 42553, 51064, 55319, 55319, 51064, 51064, 51064, 51064,
         51064, 51064, 55319, 63830, 68085, 63830, 51064, 34042)


class PlainCouncil:
    """Deciders in a row."""

    def __init__(self) -> None:
        self.members: Sequence[Decider] = ()

    def add(self, decider: Decider) -> None:
        """One more."""
        self.members = (*self.members, decider)

    def step(self) -> None:
        """Everybody decides, then everybody acts."""
        for decider in self.members:
            decider.decide()
        for decider in self.members:
            decider.apply()


class LabWorld:
    """Time, chance and a list of what happened."""

    def __init__(self, secret: int) -> None:
        self.environment = simpy.Environment()
        self.events: list[Event] = []
        self._secrets = Secrets(group_secret(secret))
        self._councils: dict[str, PlainCouncil] = {}
        self._ordinals: dict[tuple[int, str], int] = {}

    @property
    def now(self) -> int:
        """Simulation time in whole seconds."""
        return self.environment.now  # type: ignore[return-value]  # every delay here is whole seconds

    def emit(self, event: Event) -> int:
        """Keep an event."""
        self.events.append(event)
        return len(self.events)

    def stream(self, name: str) -> Stream:
        """A named stream of keyed draws."""
        return Stream(self._secrets.stream(name))

    def process(self, generator: Generator[Any, Any, Any]) -> Any:
        """Start a SimPy process."""
        return self.environment.process(generator)

    def timeout(self, seconds: int) -> Any:
        """Something a process can wait for."""
        return self.environment.timeout(seconds)

    def council(self, name: str) -> PlainCouncil:
        """The council of that name."""
        return self._councils.setdefault(name, PlainCouncil())

    def next_ordinal(self, parent: int, kind: str) -> int:
        """0, 1, 2 ... for the children of one kind of one parent."""
        ordinal = self._ordinals.get((parent, kind), 0)
        self._ordinals[parent, kind] = ordinal + 1
        return ordinal


class LabRules:
    """A country and a category without peaks, papers or taxes. Amounts are in US cents."""

    on = 739_165

    def __init__(self, shoppers: int, elasticity_milli: int) -> None:
        self._country = SimpleNamespace(shoppers_per_day=shoppers, cpc_minor=75, hour_profile="default", language="en")
        self._category = SimpleNamespace(elasticity_milli=elasticity_milli, order_value_minor=2800)

    def country(self, code: str) -> Any:
        """The only country."""
        return self._country

    def category(self, code: str) -> Any:
        """The only category."""
        return self._category

    def demand_ppm(self, country: str, category: str, on: int) -> int:
        """An ordinary day."""
        return 1_000_000

    def next_peaks(self, country: str, on: int, days: int) -> tuple[Any, ...]:
        """None."""
        return ()

    def certificates(self, country: str, category: str, battery: bool, on: int) -> tuple[Any, ...]:
        """None."""
        return ()

    def utc_offset(self, country: str, on: int) -> int:
        """Clocks show UTC."""
        return 0

    def hour_profile(self, name: str) -> Any:
        """A day's rhythm."""
        return SimpleNamespace(weights_ppm=HOURS)

    def convert(self, money: Money, currency: str, on: int) -> int:
        """One currency only."""
        return money.minor


class LabShop:
    """A shop with one listing that shows what the experiment says.

    Args:
        shown: what shoppers see, by day of the run.
    """

    def __init__(self, shown: Callable[[int], Shown], world: LabWorld) -> None:
        self._shown, self._world = shown, world
        self.listing = ShelfListing(
            listing=f"{PLATFORM}-us-{SKU}", sku=SKU, platform=PLATFORM, country=COUNTRY, category=CATEGORY,
            language="en", keywords=(), points=(), price=USUAL.charge, content_ppm=700_000, words_ppm=800_000,
            false_ppm=0, born=-60 * DAY, state="live",
        )
        self.days: list[tuple[int, int, int, int, int]] = []
        self.sales = 0

    def listings(self) -> tuple[ShelfListing, ...]:
        """The one."""
        return (self.listing,)

    def shown(self, listing: ShelfListing) -> Shown:
        """What the experiment says."""
        return self._shown(self._world.now // DAY)

    def sell(self, listing: ShelfListing, shopper: str, source: str) -> bool:
        """Always in stock."""
        self.sales += 1
        return True

    def counted(self, listing: ShelfListing, counts: tuple[int, int, int, int, int]) -> None:
        """Keep a day's counts."""
        self.days.append(counts)

    def skus_of(self, category: str) -> tuple[str, ...]:
        """The one."""
        return (SKU,)

    def lead(self, sku: str) -> str:
        """Itself."""
        return sku

    def awareness(self, country: str) -> float:
        """Nobody knows the brand."""
        return 0.1

    def has_certificate(self, sku: str, country: str, certificate: str) -> bool:
        """Every paper."""
        return True

    def _ignore(self, *_: Any) -> None:
        """What the lab does not look at."""

    publish = take_down = strike = ranked = found = step_awareness = watch = _ignore


class Lab:
    """One run of the default market.

    Args:
        secret: number of the practice secret.
        days: to play.
        shown: what our listing shows, by day.
        rivals: how many.
        is_held: whether the order of the search stays as it was at the start, as experiments on prices hold it.
        adjust: called with the market's columns once it is open.
        shoppers: a day.
        elasticity_milli: of the category.
    """

    def __init__(self, secret: int, days: int, shown: Callable[[int], Shown] = lambda day: USUAL, *, rivals: int = 23,
                 is_held: bool = True, adjust: Callable[[Cell, int], None] = lambda cell, row: None,
                 shoppers: int = 10_000, elasticity_milli: int = 2600) -> None:
        self.world = LabWorld(secret)
        self.shop = LabShop(shown, self.world)
        market = Market(accounts=(Account(platform=PLATFORM, country=COUNTRY),), categories=(CATEGORY,), rivals=rivals,
                        rival_haste=0)
        product = SimpleNamespace(sku=SKU, category=CATEGORY, battery=False, points=())
        scenario: Any = SimpleNamespace(
            market=market, season_days=days, market_starts="2024-10-07T00:00Z", products=(product,),
            shop=SimpleNamespace(currency="USD"), rules=LabRules(shoppers, elasticity_milli),
        )
        self.market = ShelfMarket(self.world, scenario)
        self.market.join("", self.shop)
        self._is_held, self._adjust, self._days = is_held, adjust, days

    def play(self) -> Lab:
        """Play all days; returns itself."""
        opened: Callable[[Field], None] = self._opened
        self.market.on_open = opened
        self.world.environment.run(until=self._days * DAY + 1)
        return self

    def _opened(self, field: Field) -> None:
        cell, row = self.cell, self.row
        cell.is_held = self._is_held
        self._adjust(cell, row)

    @property
    def cell(self) -> Cell:
        """The columns of the market."""
        return self.market.cell(COUNTRY, CATEGORY, PLATFORM)

    @property
    def row(self) -> int:
        """Our row."""
        return self.cell.rivals

    def orders(self, first: int, last: int) -> float:
        """Expected orders of our listing over the days from *first* to *last*, the last one left out."""
        return sum(day[3] for day in self.shop.days[first:last]) / 1e6
