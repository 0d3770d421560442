"""Parts of views that exist where a scenario has a shelf market; the rows are those of the domains."""

from __future__ import annotations

from sandbox.kernel.scenario import SceneChoice
from sandbox.logistics.rows import (
    CarrierLine,
    ConsignmentLine,
    ExportLine,
    HeldLine,
    NodeLine,
    SchemeLine,
    SummaryLine,
    TransferLine,
)
from sandbox.market.shelf.rows import ListingRow, PeakRow, PlatformSaleRow, ReviewRow, RivalRow
from sandbox.payments.row_types import (
    CashRow,
    CodRow,
    CurrencyRow,
    DisputeRow,
    FlaggedRow,
    ForwardRow,
    MonitoringRow,
    PaymentRow,
    ProfitRow,
    ReserveRow,
)
from sandbox.roles.view_parts import View
from sandbox.service.rows import LoadRow, MacroRow, PolicyCard, SayRow, StaffRow


class ShowLine(View):
    """A broadcast of the calendar."""

    ordinal: int
    starts_at: int
    ends_at: int
    state: str
    """``waiting``, ``live`` or ``over``."""


class StagePart(View):
    """Around the room: the calendar, the scenes, what the platform wants to hear."""

    shows: tuple[ShowLine, ...]
    shows_left: int
    """Broadcasts that may still be scheduled."""
    scene: str
    scenes: tuple[SceneChoice, ...]
    co_anchors: int
    must_disclose: bool
    disclosed_at: int | None


class ShelfPart(View):
    """The shelf as a shop's people see it."""

    listings: tuple[ListingRow, ...]
    rivals: tuple[RivalRow, ...]
    peaks: tuple[PeakRow, ...]
    sales: tuple[PlatformSaleRow, ...]
    reviews: tuple[ReviewRow, ...]
    accounts: tuple[tuple[str, str], ...]
    """(platform, country) where the shop is open."""
    keywords: dict[str, tuple[str, ...]]
    """Category to the words shoppers search by."""


class ChainPart(View):
    """Warehouses, carriers, customs and papers."""

    nodes: tuple[NodeLine, ...]
    transfers: tuple[TransferLine, ...]
    consignments: tuple[ConsignmentLine, ...]
    held: tuple[HeldLine, ...]
    exports: tuple[ExportLine, ...]
    summaries: tuple[SummaryLine, ...]
    schemes: tuple[SchemeLine, ...]
    carriers: tuple[CarrierLine, ...]


class MoneyPart(View):
    """Payments, risk and cash."""

    payments: tuple[PaymentRow, ...]
    flagged: tuple[FlaggedRow, ...]
    disputes: tuple[DisputeRow, ...]
    monitoring: tuple[MonitoringRow, ...]
    reserves: tuple[ReserveRow, ...]
    forwards: tuple[ForwardRow, ...]
    currencies: tuple[CurrencyRow, ...]
    profit: tuple[ProfitRow, ...]
    """By country."""
    cash: tuple[CashRow, ...]


class CarePart(View):
    """The desk behind the inbox."""

    staff: StaffRow
    load: tuple[LoadRow, ...]
    macros: tuple[MacroRow, ...]
    says: tuple[SayRow, ...]
    cards: dict[str, PolicyCard]
    """Of the tickets on top of the inbox, by ticket."""
    disputes: tuple[DisputeRow, ...]
    cod: tuple[CodRow, ...]
    reviews: tuple[ReviewRow, ...]
    reply_share_ppm: int | None
    """Letters answered within a day."""
