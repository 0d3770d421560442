"""What the seats may want of warehouses and carriers."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from msgspec import Meta

from sandbox.kernel.messages import Code, Command, Country, EntityId, Minor, PositiveCount, Ppm
from sandbox.kernel.scenario_market import ExportCode

Paper = Literal["invoice", "payment_proof", "description", "certificate", "origin"]


class SetShipping(Command):
    """Choose how orders of one country are sent from now on, and what is promised."""

    type: ClassVar[str] = "logistics.set_shipping"
    country: Country
    service: Code
    promise_days: Annotated[int, Meta(ge=1, le=60)]
    sku: Code | None = None
    """Only this product; every product without an own choice if empty."""
    fee: Minor | None = None
    """What the buyer pays for delivery; the scenario's fee if empty."""
    incoterm: Literal["DDP", "DAP"] | None = None
    """Who pays duty and import tax; the scenario's choice if empty."""
    declared_ppm: Annotated[int, Meta(ge=100_000, le=1_000_000)] = 1_000_000
    """Share of the price that is declared to customs. Less than all of it is against the law."""
    declare_battery: bool = True
    """Tell the carrier of a battery in the goods. Not to is against the law."""


class TransferStock(Command):
    """Send units from one node to another by air, sea or rail."""

    type: ClassVar[str] = "logistics.transfer_stock"
    sku: Code
    origin: Code
    destination: Code
    units: PositiveCount
    haul: Literal["air", "sea", "rail"] = "air"
    mode: ExportCode | None = None
    """Export mode; the one chosen for the route if empty."""


class ChooseExportMode(Command):
    """Under which customs code goods leave a node of China for a country from now on."""

    type: ClassVar[str] = "logistics.choose_export_mode"
    node: Code
    country: Country
    mode: ExportCode


class SubmitThreeOrders(Command):
    """Send order, payment and waybill data of a consignment to export customs."""

    type: ClassVar[str] = "logistics.submit_three_orders"
    consignment: EntityId


class DeclareSummary(Command):
    """Declare a month's parcels in one sum, by the 15th of the month after it: without it no tax comes back."""

    type: ClassVar[str] = "logistics.declare_summary"
    month: Annotated[str, Meta(pattern=r"^20[0-9]{2}-(0[1-9]|1[0-2])$")]
    """``2026-10``"""


class RegisterTax(Command):
    """Apply for a tax or customs scheme of a country."""

    type: ClassVar[str] = "logistics.register_tax"
    country: Country
    """A country, or EU."""
    scheme: Code


class ChooseReturn(Command):
    """What becomes of what buyers want to send back: for one order, or for all from now on."""

    type: ClassVar[str] = "logistics.choose_return"
    way: Literal["local_label", "to_origin", "no_return", "partial"]
    order: EntityId | None = None
    """Only this one; every later one without an own choice if empty."""
    offer_ppm: Ppm = 300_000
    """Share of the price offered where ``way`` is ``partial``."""


class SetOvertime(Command):
    """Let a warehouse pack more per hour at a higher wage, until set back."""

    type: ClassVar[str] = "logistics.set_overtime"
    node: Code
    overtime: bool


class SetCapacity(Command):
    """Have so many people pack at a warehouse, until set again."""

    type: ClassVar[str] = "logistics.set_capacity"
    node: Code
    packers: Annotated[int, Meta(ge=1, le=1000)]


class CancelOrder(Command):
    """Cancel an order that has not left the warehouse."""

    type: ClassVar[str] = "logistics.cancel_order"
    order: EntityId
    reason: Literal["buyer_asked", "out_of_stock", "fraud", "wrong_price"]


class AnswerCustoms(Command):
    """Send papers for a held parcel: better odds of release."""

    type: ClassVar[str] = "logistics.answer_customs"
    order: EntityId
    papers: Annotated[tuple[Paper, ...], Meta(min_length=1, max_length=5)]


class FileCarrierClaim(Command):
    """Claim a lost or damaged parcel from the carrier."""

    type: ClassVar[str] = "logistics.file_claim"
    order: EntityId
