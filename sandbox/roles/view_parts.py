"""The parts that views are made of.

Money is in minor units of the shop's currency unless a currency stands beside it; ratios are parts per million;
``None`` is "not known", never zero.
"""

from __future__ import annotations

from msgspec import Struct

from sandbox.kernel.lesson import Text
from sandbox.kernel.scenario import Drawing, PitchPhase


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


class TaskLine(View):
    """Something this seat (or the team) is asked to do."""

    id: str
    title: Text
    hint: Text | None
    """Never shown in an exam."""
    by: int
    """Deadline in seconds of the run; 0 for none."""
    done_at: int | None


class Common(View):
    """What everybody sees."""

    clock: Clock
    currency: str
    languages: tuple[str, ...]
    seats: tuple[SeatState, ...]
    alerts: tuple[Alert, ...]
    tasks: tuple[TaskLine, ...]
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


class ApprovalRow(View):
    """A refund that waits for operations."""

    ticket: str
    label: int
    amount: int
    kind: str


class NoticeRow(View):
    """A notice to the buyers of a country."""

    at: int
    country: str
    cause: str
    extra_days: int
