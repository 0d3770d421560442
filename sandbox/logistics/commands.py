"""What the seats may want of warehouses and carriers."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from msgspec import Meta

from sandbox.kernel.messages import Code, Command, Country, EntityId, PositiveCount

Paper = Literal["invoice", "payment_proof", "description", "certificate", "origin"]


class SetShipping(Command):
    """Choose how orders of one country are sent from now on, and what is promised."""

    type: ClassVar[str] = "logistics.set_shipping"
    country: Country
    service: Code
    promise_days: Annotated[int, Meta(ge=1, le=60)]
    sku: Code | None = None
    """Only this product; every product without an own choice if empty."""


class TransferStock(Command):
    """Send units from one node to another by air."""

    type: ClassVar[str] = "logistics.transfer_stock"
    sku: Code
    origin: Code
    destination: Code
    units: PositiveCount


class SetOvertime(Command):
    """Let a warehouse pack more per hour at a higher wage, until set back."""

    type: ClassVar[str] = "logistics.set_overtime"
    node: Code
    overtime: bool


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
