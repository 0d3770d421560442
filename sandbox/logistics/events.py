"""What happens to goods and parcels."""

from __future__ import annotations

from typing import ClassVar

from sandbox.kernel.messages import Event


class ShippingChanged(Event):
    """Orders of a country go another way from now on."""

    type: ClassVar[str] = "logistics.shipping_changed"
    country: str
    sku: str
    service: str
    promise_days: int
    late_share_ppm: int
    """Share expected after the promise, by the carrier's own distribution; opened after the run."""
    fee: int = 0
    """What the buyer pays for delivery, shop currency."""
    incoterm: str = ""


class StockReserved(Event):
    """Units were kept for an order."""

    type: ClassVar[str] = "logistics.stock_reserved"
    order: str
    node: str
    sku: str
    units: int


class StockShort(Event):
    """There was nothing to keep for an order: it was sold twice."""

    type: ClassVar[str] = "logistics.stock_short"
    order: str
    sku: str
    units: int


class StockFreed(Event):
    """Reserved units are free again."""

    type: ClassVar[str] = "logistics.stock_freed"
    order: str
    node: str
    sku: str
    units: int


class StockMoved(Event):
    """Units left one node for another."""

    type: ClassVar[str] = "logistics.stock_moved"
    sku: str
    origin: str
    destination: str
    units: int
    cost: int
    """Freight and import duty, shop currency."""
    haul: str = "air"
    mode: str = ""


class StockArrived(Event):
    """Units came in."""

    type: ClassVar[str] = "logistics.stock_arrived"
    sku: str
    node: str
    units: int
    purchase: str = ""
    """Purchase order the goods were bought with; empty for stock that was ours before."""
    lot: str = ""
    """Lot of that purchase."""


class OvertimeChanged(Event):
    """A warehouse works longer, or normal hours again."""

    type: ClassVar[str] = "logistics.overtime_changed"
    node: str
    overtime: bool


class OrderWithdrawn(Event):
    """Operations cancelled an order that had not left."""

    type: ClassVar[str] = "logistics.order_withdrawn"
    order: str
    reason: str


class OrderPacked(Event):
    """An order is packed."""

    type: ClassVar[str] = "logistics.order_packed"
    order: str
    node: str
    backlog_hours: int
    on_time: bool
    """Within the dispatch limit of the platform (48 h; same day before the cut-off from local stock)."""


class ConsignmentClosed(Event):
    """A consignment was closed, by size or at the cut-off."""

    type: ClassVar[str] = "logistics.consignment_closed"
    consignment: str
    service: str
    parcels: int
    orders: tuple[str, ...]


class ExportDeclared(Event):
    """Export customs has the list (9610: parcels to consumers)."""

    type: ClassVar[str] = "logistics.export_declared"
    consignment: str
    mode: str
    held: bool


class LineHaulDeparted(Event):
    """A consignment is on its way."""

    type: ClassVar[str] = "logistics.line_haul_departed"
    consignment: str
    eta: int
    """Planned arrival, second of the run."""


class LineHaulDelayed(Event):
    """A consignment is late, and why."""

    type: ClassVar[str] = "logistics.line_haul_delayed"
    consignment: str
    cause: str
    hours: int


class ImportDeclared(Event):
    """A parcel was declared on import, with what was charged and by which rule."""

    type: ClassVar[str] = "logistics.import_declared"
    order: str
    country: str
    currency: str
    duty: int
    vat: int
    """Collected at sale or due at the border, whichever the rule says."""
    fees: int
    payer: str
    """``seller`` (DDP, or collected at sale) or ``buyer`` (DAP)."""
    rules: tuple[str, ...]
    """Rows of the dated tables that applied."""


class CustomsHeld(Event):
    """A parcel is held, by export screening or by customs of the country."""

    type: ClassVar[str] = "logistics.customs_held"
    order: str
    reason: str
    rule: str
    """Row of the dated tables: of the import rule, or of the paper that is missing."""
    law_en: str = ""
    """What that row says, in a sentence."""
    law_zh: str = ""
    helps: tuple[str, ...] = ()
    """Papers that would help."""
    because: tuple[tuple[str, int], ...] = ()
    """Up to three terms that raised the odds of the hold, with their exponents in ppm."""


class CustomsAnswered(Event):
    """Papers were sent for a held parcel."""

    type: ClassVar[str] = "logistics.customs_answered"
    order: str
    papers: tuple[str, ...]
    fits: bool
    """Whether one of them is what the customs office asked for; opened after the run."""


class CustomsReleased(Event):
    """A held parcel goes on."""

    type: ClassVar[str] = "logistics.customs_released"
    order: str
    held_hours: int
    fine: int
    """What the shop pays, shop currency; 0 for none."""


class ParcelReturned(Event):
    """Customs or the buyer sent a parcel back."""

    type: ClassVar[str] = "logistics.parcel_returned"
    order: str
    reason: str
    """``customs``, ``refused_tax`` or ``refused_cod``."""


class ParcelSeized(Event):
    """Customs kept a parcel."""

    type: ClassVar[str] = "logistics.parcel_seized"
    order: str
    rule: str


class DeliveryFailed(Event):
    """Nobody at home; there will be another attempt."""

    type: ClassVar[str] = "logistics.delivery_failed"
    order: str


class OrderDelivered(Event):
    """A parcel reached its buyer."""

    type: ClassVar[str] = "logistics.order_delivered"
    order: str
    days_ppm: int
    """Days since the order, in ppm of a day."""
    promise_days: int
    on_time: bool
    damaged: bool
    defect: bool


class ParcelLost(Event):
    """A parcel is lost."""

    type: ClassVar[str] = "logistics.parcel_lost"
    order: str
    node: str
    """Country of the last scan."""


class ClaimPaid(Event):
    """The carrier paid for a lost or damaged parcel."""

    type: ClassVar[str] = "logistics.claim_paid"
    order: str
    amount: int
    """Shop currency."""


class ReturnRequested(Event):
    """A buyer wants to send something back."""

    type: ClassVar[str] = "logistics.return_requested"
    order: str
    reason: str
    """``overpromise``, ``picture``, ``defect``, ``fit``, ``late`` or ``other``."""


class ReturnReceived(Event):
    """A returned article is back."""

    type: ClassVar[str] = "logistics.return_received"
    order: str
    grade: str
    """``A`` resaleable, ``B`` at a discount, ``scrap``."""
    node: str


class CarrierCharged(Event):
    """What carrying and handling an order costs."""

    type: ClassVar[str] = "logistics.carrier_charged"
    order: str
    carriage: int
    """Shop currency, as is ``handling``."""
    handling: int
