"""What each seat may know, as data: the shape of every view.

A view is a pure function of the run; bots, browsers and replays see the same one. Money is in minor units of the shop's
currency unless a currency stands beside it; ratios are parts per million; ``None`` is "not known", never zero.
"""

from __future__ import annotations

from msgspec import Struct

from sandbox.kernel.scenario import Drawing, PitchPhase, Text


class View(Struct, frozen=True, kw_only=True):
    """Base of all view parts."""


class SeatState(View):
    """Who sits where."""

    seat: str
    holder: str
    """Subject id, ``bot:<policy>`` or empty for autopilot."""
    last_action_at: int | None
    accepted: int
    refused: int


class Clock(View):
    """Where the run is."""

    now: int
    stage: str
    """``prepare``, ``live``, ``market``, ``settling`` or ``over``."""
    show_starts: int
    show_ends: int
    play_ends: int
    day: int
    """0 on the day of the show, then 1, 2, 3 ..."""
    market_time: str
    """UTC date and time in the market, ``2025-10-19T00:05Z``."""


class Alert(View):
    """Something that needs this seat."""

    alert: str
    subject_id: str
    since: int


class Common(View):
    """What everybody sees."""

    clock: Clock
    currency: str
    languages: tuple[str, ...]
    seats: tuple[SeatState, ...]
    alerts: tuple[Alert, ...]
    notice: Text | None
    """Announcement of a shock, if one is running."""


class PointLine(View):
    """A selling point on the card."""

    id: str
    phase: str
    text: Text
    said: bool


class ProductCard(View):
    """A product as the room sees it."""

    sku: str
    name: Text
    drawing: Drawing
    price: int
    """Live price: flash price if one runs."""
    list_price: int
    reference_price: int
    visible: int
    """Units shown as available."""
    on_sale: bool


class CommentLine(View):
    """A comment nobody has answered yet, or one of the last answered."""

    id: str
    kind: str
    phrase: int
    language: str
    country: str
    sku: str
    at: int
    state: str
    """``open``, ``answered``, ``missed``, ``hidden`` or ``handed``."""


class RundownLine(View):
    """One product of the run-of-show."""

    sku: str
    name: Text
    seconds: int
    pitch: tuple[PitchPhase, ...]
    state: str
    """``done``, ``now``, ``next`` or ``later``."""


class CouponLine(View):
    """A coupon that is out."""

    id: str
    sku: str
    amount: int
    minimum: int
    left: int
    until: int


class Offers(View):
    """Offers that are running."""

    coupons: tuple[CouponLine, ...]
    flash: tuple[tuple[str, int, int], ...]
    """(sku, price, until)."""
    bag_until: int
    """0 when no lucky bag is open."""


class RoomLine(View):
    """The room in four numbers."""

    is_live: bool
    online: int
    views: int
    orders: int
    pinned: str


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


class Kpi(View):
    """One number of the catalogue in two windows."""

    id: str
    total: int | None
    last5: int | None
    unit: str
    """``count``, ``money``, ``ppm`` or ``seconds``."""
    at: int
    """Second up to which it counts: the age of the number."""


class TrendPoint(View):
    """Half a minute of the room."""

    at: int
    online: int
    gmv: int
    orders: int


class Marker(View):
    """An event to mark on every chart."""

    at: int
    kind: str
    """``pin``, ``coupon``, ``flash``, ``bag``, ``boost``, ``teaser``, ``shock``, ``penalty``, ``stock``."""
    label: str


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


class NodeRow(View):
    """A warehouse."""

    node: str
    country: str
    backlog: int
    packs_per_hour: int
    overtime: bool
    stock: dict[str, int]
    """Free units by sku."""


class OrderRow(View):
    """An order on its way."""

    id: str
    label: int
    country: str
    sku: str
    state: str
    at: int
    """Second of the last milestone."""
    promise_at: int
    service: str
    value: int
    held_reason: str


class ApprovalRow(View):
    """A refund that waits for operations."""

    ticket: str
    label: int
    amount: int
    kind: str


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


class LandedCost(View):
    """What one unit costs until it is at the buyer's door."""

    country: str
    service: str
    currency: str
    goods: int
    carriage: int
    duty: int
    vat: int
    fees: int
    total: int
    """All five in the shop's currency."""
    margin: int
    """List price less platform fee less ``total``, tax at sale left out."""
    rules: tuple[str, ...]


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


class SourceRow(View):
    """Viewers by source."""

    source: str
    last5: int
    total: int


class BoostRow(View):
    """The paid boost."""

    running: bool
    budget: int
    spent: int
    until: int
    cpm: int
    impressions: int
    entries: int
    reported_roas_ppm: int | None
    """Attributed sales over spend, ten minutes late; None before."""


class TeaserRow(View):
    """A short video."""

    at: int
    sku: str
    hook: str
    entries: int


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


class NoticeRow(View):
    """A notice to the buyers of a country."""

    at: int
    country: str
    cause: str
    extra_days: int


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
    clock: Clock


class ResultView(View):
    """What came after: the end of a run."""

    clock: Clock
    gmv: int
    gmv_expected: int
    orders: int
    contribution: int
    order_outcomes: dict[str, int]
    kpis: tuple[Kpi, ...]
    trend: tuple[TrendPoint, ...]
    markers: tuple[Marker, ...]
    cash: int
    rating: dict[str, int]
    events: int
    digest: str


SEAT_VIEWS: dict[str, type[View]] = {
    "anchor": AnchorView,
    "operations": OperationsView,
    "selection": SelectionView,
    "traffic": TrafficView,
    "service": ServiceView,
    "instructor": InstructorView,
}
