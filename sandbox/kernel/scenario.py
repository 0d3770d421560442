"""The Scenario value a run is played on: types only, no files. ``scenarios/`` reads YAML into it and checks it.

Money of the shop (prices, costs, budgets) is in minor units of ``shop.currency``. Ratios are parts per million.
"""

from __future__ import annotations

from typing import Annotated, Any, Literal

from msgspec import Meta, field

from sandbox.kernel.lesson import Injection, PassMark, Provenance, Record, Task, Text
from sandbox.kernel.messages import (
    Code,
    Count,
    Country,
    Currency,
    Hs6,
    Language,
    Minor,
    PositiveCount,
    PositiveMinor,
    Ppm,
    Seconds,
)
from sandbox.kernel.scenario_market import Market

Phase = Literal["hook", "pain", "demo", "trust", "offer", "close", "qa"]
PHASES: tuple[Phase, ...] = ("hook", "pain", "demo", "trust", "offer", "close", "qa")
Source = Literal["organic", "follower", "paid", "teaser", "shop"]
SOURCES: tuple[Source, ...] = ("organic", "follower", "paid", "teaser", "shop")
ProductRole = Literal["traffic", "hero", "profit", "activity"]
Mode = Literal["demo", "case", "team", "exam"]
Channel = Literal["post", "line", "express", "local"]
SellingPhase = Literal["hook", "pain", "demo", "trust", "offer"]


class SellingPoint(Record):
    """Something the anchor may say about a product."""

    id: Code
    phase: SellingPhase
    """The phase of a pitch it belongs to."""
    text: Text
    is_true: bool = True
    """False marks a claim the product does not support; the prompter offers it, a good anchor leaves it."""
    forbidden: Literal["", "absolute", "medical", "origin", "false_discount", "false_scarcity", "off_platform"] = ""
    """Class of forbidden claim, or empty."""


class Drawing(Record):
    """How the product is drawn: a kind of our own small parametric SVGs, and its colours."""

    kind: Code
    color: Annotated[str, Meta(pattern=r"^#[0-9a-f]{6}$")]
    accent: Annotated[str, Meta(pattern=r"^#[0-9a-f]{6}$")]


class StockAt(Record):
    """Units at hand when the run starts."""

    node: Code
    units: Count


class Product(Record, kw_only=True):
    """One product the team may sell."""

    sku: Code
    name: Text
    category: Code
    """A row of the category table (return rate, elasticity, defect rate)."""
    origin: Country = "CN"
    """Where it was made: decides duty, whoever sends it."""
    hs6: Hs6
    """Its true heading."""
    hs8: dict[Country, Annotated[str, Meta(pattern=r"^[0-9]{8}$")]] = field(default_factory=dict)
    """Eight-digit code per country, where it is known."""
    hs_choices: tuple[Hs6, ...] = ()
    """What the selection seat chooses from; holds the true one."""
    hs_default: Hs6 = ""
    """What is declared until the selection seat classifies; the true one if empty."""
    unit_cost: PositiveMinor
    price: PositiveMinor
    """List price when the run starts."""
    reference_price: PositiveMinor
    """The struck price: what buyers take as usual."""
    floor_price: PositiveMinor
    """Below this the agreed margin is gone; nobody may sell below."""
    grams: PositiveCount
    volume_cm3: PositiveCount
    quality: Ppm
    fit: Ppm
    """How well it suits this audience; only sampled by the selection seat."""
    defect: Ppm
    rating: Annotated[int, Meta(ge=100, le=500)]
    """Shown stars times 100."""
    reviews: Count
    role: ProductRole
    battery: bool = False
    stock: tuple[StockAt, ...]
    released: Count
    """Units shown as available in the room at the start."""
    points: tuple[SellingPoint, ...]
    drawing: Drawing


class PitchPhase(Record):
    """One step of a planned pitch."""

    phase: Phase
    seconds: Annotated[int, Meta(ge=5, le=900)]


class RundownItem(Record):
    """One product in the run-of-show."""

    sku: Code
    pitch: Annotated[tuple[PitchPhase, ...], Meta(min_length=1, max_length=12)]


class Audience(Record):
    """Who may come to the room."""

    countries: dict[Country, Ppm]
    """Share of viewers by country; sums to 1,000,000."""
    shows_per_window: PositiveCount
    """Times the room is shown per five minutes at level 0 of the pool."""
    entry_rate: Ppm
    """Views per show at mean energy and a plain scene."""
    followers: Count
    shop_visitors_per_hour: Count
    teaser_seconds_per_view: PositiveCount = 50
    """At level 0 one viewer comes from teasers every so many seconds."""


class SceneChoice(Record):
    """A scene the team may move to."""

    id: Code
    quality: Ppm
    cost: Minor
    """For setting it up, each time."""


class Show(Record, kw_only=True):
    """The live broadcast of the scenario."""

    starts_at: Seconds
    """Seconds after the start of the run: time to prepare."""
    seconds: Annotated[int, Meta(ge=300, le=28_800)]
    rundown: Annotated[tuple[RundownItem, ...], Meta(min_length=1, max_length=60)]
    scene: Code = "studio"
    scene_quality: Ppm = 500_000
    languages: tuple[Language, ...] = ("en",)
    lucky_bag_cost: Minor = 600
    """Cost of one prize in a lucky bag."""
    boost_cpm: PositiveMinor
    """Price of a thousand paid impressions of the room."""
    audience: Audience | None = None
    """Who may come to this show, where it differs from the scenario's audience."""
    scenes: tuple[SceneChoice, ...] = ()
    """Scenes to choose from; only the one above if empty."""
    must_disclose: bool = False
    """The platform wants to hear twice an hour that this is an advertisement."""
    co_anchors: Annotated[int, Meta(ge=0, le=3)] = 0


class Service(Record):
    """One way to deliver to one country."""

    id: Code
    """``us-line``, ``de-express`` ..."""
    country: Country
    channel: Channel
    node: Code
    """Where the goods leave from."""
    incoterm: Literal["DDP", "DAP"]
    base_fee: Minor
    per_kg_fee: Minor
    fee_charged: Minor
    """What the buyer pays for delivery."""
    promise_days: Annotated[int, Meta(ge=1, le=60)]
    carrier_row: Code
    """Row of the carrier table: transit, loss, damage."""


class Warehouse(Record):
    """A node that packs orders."""

    node: Code
    country: Country
    packs_per_hour: PositiveCount
    opens_hour: Annotated[int, Meta(ge=0, le=23)]
    closes_hour: Annotated[int, Meta(ge=1, le=24)]
    cut_off_hour: Annotated[int, Meta(ge=0, le=23)]
    """Local hour at which the day's consignment leaves."""
    utc_offset_minutes: Annotated[int, Meta(ge=-720, le=840)]
    consignment_size: PositiveCount = 100
    """A consignment closes at this size or at the cut-off, whichever is first."""
    kind: Literal["own", "platform", "bonded"] = "own"
    """``platform``: run by a platform, packs its orders only; ``bonded``: in a customs zone."""
    platform: Code | None = None
    """Whose orders a platform's warehouse packs."""
    storage_per_m3_day: Minor = 0
    capacity_m3: Count = 0
    """Room for stock; 0 for no limit."""


class Desk(Record):
    """The help desk the team starts with."""

    reply_target_hours: PositiveCount
    """First reply expected within so many hours (the platform's limit)."""
    refund_limit: Minor
    """Refunds above this need the operations seat."""
    auto_notify: bool = False


class Shop(Record):
    """The team's shop when the run starts."""

    name: Text
    currency: Currency
    platform: Code
    """Profile in the fee table: ``livefeed``."""
    account_score: Annotated[int, Meta(ge=0, le=100)]
    cash: Minor
    credit_line: Minor
    default_services: dict[Country, Code]


class Scenario(Record, kw_only=True):
    """A whole scenario. ``content_hash`` covers every file it was read from and the rule rows it may use."""

    id: Code
    version: PositiveCount
    content_hash: str = ""
    title: Text
    brief: Text
    mode: Mode
    level: Literal["beginner", "competent", "proficient"] = "beginner"
    market_starts: Annotated[str, Meta(pattern=r"^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}Z$")]
    """UTC date and time at second 0: decides duty, VAT, fees and exchange rates."""
    shop: Shop
    products: Annotated[tuple[Product, ...], Meta(min_length=1, max_length=60)]
    audience: Audience
    show: Show
    days: Annotated[int, Meta(ge=0, le=120)]
    """Market days after the day of the show in which the team plays on."""
    settle_days: Annotated[int, Meta(ge=0, le=150)] = 150
    day_seconds: Annotated[int, Meta(ge=10, le=3600)] = 80
    """Real seconds a market day takes at normal speed; the show runs at x1."""
    warehouses: tuple[Warehouse, ...]
    services: tuple[Service, ...]
    desk: Desk
    injections: tuple[Injection, ...] = ()
    tasks: tuple[Task, ...] = ()
    framework: Code = "xb-default"
    rubric: Code = ""
    pass_mark: PassMark | None = None
    market: Market | None = None
    """The shelf market; None where the team only sells live."""
    season_days: Annotated[int, Meta(ge=0, le=120)] = 0
    """Length of play from second 0, shows inside; 0 where play is one show and ``days`` after it."""
    more_shows: Annotated[tuple[Show, ...], Meta(max_length=30)] = ()
    """Further broadcasts, in order of time."""
    max_shows: Annotated[int, Meta(ge=0, le=30)] = 0
    """How many broadcasts may be held in all; shows beyond the planned ones are scheduled by operations."""
    teacher_notes: Text | None = None
    provenance: Provenance
    rules: Any = None
    """The RuleBook of the market date (``sandbox.kernel.rulebook``)."""

    @property
    def show_ends(self) -> int:
        """Second at which the broadcast ends if nobody stops it."""
        return self.show.starts_at + self.show.seconds

    @property
    def play_ends(self) -> int:
        """Second after which nobody plays and the run settles."""
        return self.season_days * 86_400 if self.season_days else self.show_ends + self.days * 86_400

    @property
    def shows(self) -> tuple[Show, ...]:
        """Every planned broadcast, in order of time."""
        return (self.show, *self.more_shows)

    def product(self, sku: str) -> Product:
        """The product of that sku. Raises KeyError."""
        for product in self.products:
            if product.sku == sku:
                return product
        raise KeyError(sku)
