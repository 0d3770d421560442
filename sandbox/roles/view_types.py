"""What each seat may know, as data: one view per seat, and what they alone are made of.

A view is a pure function of the run; bots, browsers and replays see the same one. Units are as in :mod:`view_parts`.
"""

from __future__ import annotations

from sandbox.kernel.lesson import Text
from sandbox.market.ads.rows import AdsRows
from sandbox.market.supply.rows import SupplyRows
from sandbox.roles.season_parts import CarePart, ChainPart, MoneyPart, ShelfPart, StagePart
from sandbox.roles.view_parts import (
    ApprovalRow,
    BoostRow,
    Clock,
    CommentLine,
    Common,
    Kpi,
    LandedCost,
    Marker,
    NodeRow,
    NoticeRow,
    Offers,
    OrderRow,
    PointLine,
    ProductCard,
    RoomLine,
    RundownLine,
    SourceRow,
    TeaserRow,
    TrendPoint,
    View,
)


class AnchorView(View):
    """The prompter."""

    common: Common
    room: RoomLine
    now: ProductCard | None
    phase: str
    phase_seconds: int
    phase_planned: int
    automatic: bool
    """True while the rundown runs itself because nobody spoke."""
    points: tuple[PointLine, ...]
    rundown: tuple[RundownLine, ...]
    comments: tuple[CommentLine, ...]
    comments_per_minute: int
    orders_last_minute: int
    reply_share_ppm: int | None
    intensity_ppm: int
    cues: tuple[tuple[int, str], ...]
    """(second, cue), newest first."""
    offers: Offers
    penalty_points: int
    stage: StagePart


class ProductRow(View):
    """A product in the table of operations."""

    card: ProductCard
    role: str
    floor_price: int
    available: int
    clicks: int
    orders: int
    gmv: int
    rating: int
    reviews: int
    points: tuple[PointLine, ...]
    """What a listing may claim."""


class ServiceOption(View):
    """A way to deliver."""

    id: str
    country: str
    channel: str
    incoterm: str
    node: str
    fee_charged: int
    promise_days: int
    cost_estimate: int
    chosen: bool
    promise_chosen: int
    """Days promised now, if chosen."""


class OperationsView(View):
    """The whole shop with thirty seconds of lag in the room's numbers."""

    common: Common
    room: RoomLine
    kpis: tuple[Kpi, ...]
    trend: tuple[TrendPoint, ...]
    markers: tuple[Marker, ...]
    pool: str
    """``up``, ``flat`` or ``down``."""
    products: tuple[ProductRow, ...]
    rundown: tuple[RundownLine, ...]
    offers: Offers
    comments: tuple[CommentLine, ...]
    services: tuple[ServiceOption, ...]
    nodes: tuple[NodeRow, ...]
    order_states: dict[str, int]
    orders: tuple[OrderRow, ...]
    """The thirty most urgent open ones: held first, then by promise."""
    approvals: tuple[ApprovalRow, ...]
    cash: int
    balances: dict[str, int]
    """Foreign money at hand, by currency."""
    penalty_points: int
    stage: StagePart
    shelf: ShelfPart | None
    chain: ChainPart | None
    money: MoneyPart | None


class SelectionRow(View):
    """A product as the selection seat sees it."""

    card: ProductCard
    role: str
    unit_cost: int
    floor_price: int
    grams: int
    battery: bool
    rating: int
    reviews: int
    clicks: int
    orders: int
    returns: int
    stock: dict[str, int]
    hs6_declared: str
    hs_choices: tuple[tuple[str, str], ...]
    """(code, description)."""
    sample: tuple[int, int] | None
    """(quality, fit) in ppm, within ten points; None before a sample."""
    points: tuple[PointLine, ...]
    """Everything that could stand on the card; ``said`` means it stands there now."""
    landed: tuple[LandedCost, ...]


class SelectionView(View):
    """Goods, costs and cards."""

    common: Common
    room: RoomLine
    products: tuple[SelectionRow, ...]
    nodes: tuple[NodeRow, ...]
    cash: int
    shelf: ShelfPart | None
    supply: SupplyRows | None


class TrafficView(View):
    """Where people come from and what they cost."""

    common: Common
    room: RoomLine
    sources: tuple[SourceRow, ...]
    kpis: tuple[Kpi, ...]
    trend: tuple[TrendPoint, ...]
    markers: tuple[Marker, ...]
    boost: BoostRow
    teasers: tuple[TeaserRow, ...]
    products: tuple[ProductCard, ...]
    notified: bool
    followers: int
    cash: int
    stage: StagePart
    shelf: ShelfPart | None
    ads: AdsRows | None
    points: dict[str, tuple[PointLine, ...]]
    """By sku, what a creative may claim; whether it is true stands on the card."""


class TicketRow(View):
    """A ticket in the inbox."""

    id: str
    label: int
    kind: str
    phrase: int
    country: str
    language: str
    opened_at: int
    due: int
    first_reply_at: int | None
    state: str
    """``open``, ``answered``, ``waiting_approval``, ``reopened`` or ``closed``."""
    category: str
    order: OrderRow | None
    value: int
    contacts: int
    overdue: bool


class ServiceView(View):
    """Inbox first."""

    common: Common
    room: RoomLine
    tickets: tuple[TicketRow, ...]
    """Open ones in the order of the queue policy, then the ten last closed."""
    open_count: int
    overdue_count: int
    first_reply_p50: int | None
    first_reply_p90: int | None
    csat_ppm: int | None
    """Mean of 1 to 5 in ppm of a point."""
    comments: tuple[CommentLine, ...]
    auto_notify: bool
    queue: str
    refund_limit: int
    notices: tuple[NoticeRow, ...]
    macros: tuple[str, ...]
    names: dict[str, Text]
    """What the products are called, by sku."""
    care: CarePart | None


class InstructorView(View):
    """Everything about one team, the hidden things too."""

    common: Common
    room: RoomLine
    kpis: tuple[Kpi, ...]
    trend: tuple[TrendPoint, ...]
    markers: tuple[Marker, ...]
    pool_level_ppm: int
    energy_ppm: int
    quality_ppm: int
    gmv: int
    gmv_expected: int
    order_states: dict[str, int]
    tickets_open: int
    cash: int
    penalty_points: int
    shocks: tuple[tuple[int, str], ...]
    ledger_balanced: bool


class BoardLine(View):
    """One team on the projector: no names of people, no strategy."""

    online: int
    orders: int
    gmv: int
    gmv_net: int
    currency: str
    clock: Clock


class ResultView(View):
    """What came after: the end of a run."""

    clock: Clock
    currency: str
    gmv: int
    gmv_expected: int
    orders: int
    contribution: int
    worth: int
    """Contribution less what unsold stock has lost."""
    pass_mark: int | None
    """Worth that counts as passed, if the scenario sets one."""
    order_outcomes: dict[str, int]
    kpis: tuple[Kpi, ...]
    trend: tuple[TrendPoint, ...]
    markers: tuple[Marker, ...]
    cash: int
    rating: dict[str, int]
    events: int
    names: dict[str, Text]
    """What the products are called, by sku."""
    digest: str


SEAT_VIEWS: dict[str, type[View]] = {
    "anchor": AnchorView,
    "operations": OperationsView,
    "selection": SelectionView,
    "traffic": TrafficView,
    "service": ServiceView,
    "instructor": InstructorView,
}
