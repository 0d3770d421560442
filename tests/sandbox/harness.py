"""A world of one domain: SimPy, keyed chance, and everything that was emitted."""

from __future__ import annotations

from collections.abc import Generator
from datetime import date
from functools import cache
from typing import Any, TypeVar

import msgspec
import simpy

from sandbox.engine.actors import MesaCouncils
from sandbox.kernel.deciders import Council
from sandbox.kernel.draws import Secrets, Stream, group_secret
from sandbox.kernel.lesson import Provenance, Text
from sandbox.kernel.messages import Event
from sandbox.kernel.rulebook import RuleBook
from sandbox.kernel.scenario import (
    Audience,
    Desk,
    Drawing,
    PitchPhase,
    Product,
    RundownItem,
    Scenario,
    SellingPoint,
    Service,
    Shop,
    Show,
    StockAt,
    Warehouse,
)
from scenarios.rules.tables import load_rules

E = TypeVar("E", bound=Event)
DAY = 86_400
HOUR = 3_600


class SmallWorld:
    """The part of a run that one domain needs."""

    def __init__(self, secret: int = 7) -> None:
        self.env = simpy.Environment()
        self.log: list[tuple[int, Event]] = []
        self._secrets = Secrets(group_secret(secret))
        self._ordinals: dict[tuple[int, str], int] = {}
        self._councils = MesaCouncils()

    @property
    def now(self) -> int:
        return int(self.env.now)

    def emit(self, event: Event) -> int:
        self.log.append((self.now, event))
        return len(self.log)

    def stream(self, name: str) -> Stream:
        return Stream(self._secrets.stream(name))

    def process(self, generator: Generator[Any, Any, Any]) -> Any:
        return self.env.process(generator)

    def timeout(self, seconds: int) -> Any:
        assert type(seconds) is int, seconds
        assert seconds > 0, seconds
        return self.env.timeout(seconds)

    def council(self, name: str) -> Council:
        return self._councils.named(name)

    def next_ordinal(self, parent: int, kind: str) -> int:
        ordinal = self._ordinals.get((parent, kind), 0)
        self._ordinals[parent, kind] = ordinal + 1
        return ordinal

    def advance(self, second: int) -> None:
        """Let everything before *second* happen."""
        if second > self.now:
            self.env.run(until=second)

    def of(self, kind: type[E]) -> list[E]:
        """Events of one class, in order."""
        return [event for _, event in self.log if isinstance(event, kind)]

    def at(self, kind: type[Event]) -> list[int]:
        """The seconds at which events of one class happened."""
        return [second for second, event in self.log if isinstance(event, kind)]


@cache
def rules_of(day: str) -> RuleBook:
    """The real rule book of a first day."""
    return load_rules(date.fromisoformat(day))


def a_product(sku: str = "lamp", **changes: Any) -> Product:
    """A desk lamp: 940521, cost 6.20, price 25.00, 300 units in China, 20 in each overseas node."""
    product = Product(
        sku=sku,
        name=Text(en=sku, zh=sku),
        category="home",
        hs6="940521",
        hs_choices=("940521", "940511", "851310"),
        unit_cost=620,
        price=2500,
        reference_price=3190,
        floor_price=1690,
        grams=620,
        volume_cm3=3400,
        quality=780_000,
        fit=580_000,
        defect=22_000,
        rating=450,
        reviews=182,
        role="hero",
        stock=(StockAt(node="cn", units=300), StockAt(node="us", units=20), StockAt(node="de", units=20)),
        released=120,
        points=(
            SellingPoint(id="five-levels", phase="demo", text=Text(en="Five levels.", zh="五档。")),
            SellingPoint(id="ce-mark", phase="trust", text=Text(en="CE tested.", zh="CE检测。")),
            SellingPoint(
                id="heals", phase="trust", text=Text(en="Heals.", zh="治病。"), is_true=False, forbidden="medical"
            ),
        ),
        drawing=Drawing(kind="lamp", color="#2f6f73", accent="#f2c14e"),
    )
    return msgspec.structs.replace(product, **changes)


def a_service(ident: str, **changes: Any) -> Service:
    """``us-line`` and its kin: country and carrier row by name, everything else by argument."""
    country, row = ident.split("-")
    node = country if row == "local" else "cn"
    post = row == "post"
    service = Service(
        id=ident,
        country=country.upper(),
        channel=row,  # type: ignore[arg-type]
        node=node,
        incoterm="DAP" if post else "DDP",
        base_fee={"post": 200, "line": 320, "express": 1800, "local": 420}[row],
        per_kg_fee={"post": 950, "line": 1200, "express": 950, "local": 120}[row],
        fee_charged=490 if row == "express" else 0,
        promise_days={"post": 25, "line": 14, "express": 7, "local": 4}[row],
        carrier_row=row,
    )
    return msgspec.structs.replace(service, **changes)


WAREHOUSES = (
    Warehouse(
        node="cn",
        country="CN",
        packs_per_hour=20,
        opens_hour=9,
        closes_hour=18,
        cut_off_hour=18,
        utc_offset_minutes=480,
        consignment_size=40,
    ),
    Warehouse(
        node="us",
        country="US",
        packs_per_hour=12,
        opens_hour=8,
        closes_hour=17,
        cut_off_hour=14,
        utc_offset_minutes=-240,
        consignment_size=40,
    ),
    Warehouse(
        node="de",
        country="DE",
        packs_per_hour=10,
        opens_hour=8,
        closes_hour=16,
        cut_off_hour=14,
        utc_offset_minutes=120,
        consignment_size=30,
    ),
)
SERVICES = tuple(
    a_service(f"{country}-{row}") for country in ("us", "de") for row in ("post", "line", "express", "local")
)


def a_scenario(**changes: Any) -> Scenario:
    """A lamp and earbuds with a battery, sold from China to the United States and Germany, from 18 October 2025."""
    starts = changes.get("market_starts", "2025-10-18T02:00Z")
    scenario = Scenario(
        id="small",
        version=1,
        title=Text(en="Small", zh="小"),
        brief=Text(en="Small", zh="小"),
        mode="team",
        market_starts=starts,
        shop=Shop(
            name=Text(en="Shop", zh="店"),
            currency="USD",
            platform="livefeed",
            account_score=60,
            cash=900_000,
            credit_line=500_000,
            default_services={"US": "us-line", "DE": "de-line"},
        ),
        products=(
            a_product(),
            a_product("earbuds", category="e_accessory", hs6="851830", battery=True, grams=90, volume_cm3=300),
        ),
        audience=Audience(
            countries={"US": 700_000, "DE": 300_000},
            shows_per_window=6000,
            entry_rate=55_000,
            followers=0,
            shop_visitors_per_hour=0,
        ),
        show=Show(
            starts_at=60,
            seconds=1800,
            boost_cpm=900,
            rundown=(RundownItem(sku="lamp", pitch=(PitchPhase(phase="demo", seconds=60),)),),
        ),
        days=7,
        warehouses=WAREHOUSES,
        services=SERVICES,
        desk=Desk(reply_target_hours=24, refund_limit=5000),
        provenance=Provenance(author="test", on="2026-01-01", source=Text(en="test", zh="测试")),
        rules=rules_of(starts[:10]),
    )
    return msgspec.structs.replace(scenario, **changes)
