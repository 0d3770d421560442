"""What happens around parcels: papers, schemes, refunds of tax, carriers, warehouses, what becomes of returns."""

from __future__ import annotations

from typing import ClassVar

from sandbox.kernel.messages import Event


class CapacityChanged(Event):
    """More or fewer people pack at a warehouse."""

    type: ClassVar[str] = "logistics.capacity_changed"
    node: str
    packers: int
    packs_per_hour: int


class WarehousesCharged(Event):
    """What a day of storage and of people above the first crew costs, over all nodes."""

    type: ClassVar[str] = "logistics.warehouses_charged"
    storage: int
    """Shop currency, as are the others."""
    surcharge: int
    """For the fourth quarter and for stock that lies too long; part of ``cost``, not of ``storage``."""
    wages: int
    cost: int
    litres: int
    """Stored over all nodes."""


class ExportModeChosen(Event):
    """Goods of a lane leave under another customs code from now on."""

    type: ClassVar[str] = "logistics.export_mode_chosen"
    node: str
    country: str
    mode: str


class ExportHeld(Event):
    """A consignment, or stock, is held on its way out of the country."""

    type: ClassVar[str] = "logistics.export_held"
    consignment: str
    """Or the transfer."""
    reason: str
    """``wrong_mode`` or ``three_orders``."""
    mode: str
    hours: int
    law_en: str
    law_zh: str


class ThreeOrdersSubmitted(Event):
    """Order, payment and waybill data of a consignment reached export customs."""

    type: ClassVar[str] = "logistics.three_orders_submitted"
    consignment: str


class SummaryDeclared(Event):
    """A month's parcels were declared in one sum."""

    type: ClassVar[str] = "logistics.summary_declared"
    month: str
    amount: int
    """Refund claimed, shop currency."""


class TaxRefundDue(Event):
    """Input VAT will come back."""

    type: ClassVar[str] = "logistics.tax_refund_due"
    mode: str
    amount: int
    """Shop currency."""
    days: int


class TaxRefunded(Event):
    """Input VAT came back."""

    type: ClassVar[str] = "logistics.tax_refunded"
    mode: str
    amount: int
    """Shop currency."""


class TaxRegistered(Event):
    """The shop applied for a tax or customs scheme."""

    type: ClassVar[str] = "logistics.tax_registered"
    country: str
    scheme: str
    cost: int
    """Shop currency."""
    days_min: int
    days_max: int


class TaxRegistrationGranted(Event):
    """A scheme is in force for the shop."""

    type: ClassVar[str] = "logistics.tax_registration_granted"
    country: str
    scheme: str


class CarrierDecided(Event):
    """A carrier changed its prices, or whether it takes anything."""

    type: ClassVar[str] = "logistics.carrier_decided"
    service: str
    price_ppm: int
    """Of the rate card."""
    is_closed: bool
    """It takes nothing."""
    no_batteries: bool = False


class ConsignmentDone(Event):
    """Every parcel of a consignment has ended, of a flow that is told consignment by consignment."""

    type: ClassVar[str] = "logistics.consignment_done"
    consignment: str
    delivered: int
    lost: int
    turned_back: int
    seized: int


class CarrierRefused(Event):
    """A carrier does not take an order's goods, and why."""

    type: ClassVar[str] = "logistics.carrier_refused"
    order: str
    service: str
    rule: str
    """The paper that is missing, or the carrier's row."""
    law_en: str
    law_zh: str


class AccountStruck(Event):
    """Customs told the platform that a shop declared too little."""

    type: ClassVar[str] = "logistics.account_struck"
    order: str
    points: int


class ReturnWayChosen(Event):
    """What becomes of what buyers want to send back was decided."""

    type: ClassVar[str] = "logistics.return_way_chosen"
    way: str
    order: str
    """Empty for every later one."""
    offer_ppm: int


class ReturnClosed(Event):
    """A wish to return ended without the goods coming back."""

    type: ClassVar[str] = "logistics.return_closed"
    order: str
    way: str
    """``no_return`` (the buyer keeps the goods and gets the money) or ``partial`` (accepts a part of it)."""
    refund_ppm: int
    """Share of the price to give back."""


class ReturnOfferDeclined(Event):
    """A buyer did not take a part of the price and wants to send the goods back."""

    type: ClassVar[str] = "logistics.return_offer_declined"
    order: str
    offer_ppm: int
