"""What happens between the shop, its suppliers, test houses and authorities.

``cost`` is what the event takes from the shop's cash at that moment, shop currency. ``because`` names up to three
terms of a log-linear model with their contributions to the logarithm, parts per million.
"""

from __future__ import annotations

from typing import ClassVar

from msgspec import Struct

from sandbox.kernel.messages import Event

Because = tuple[tuple[str, int], ...]


class PurchaseOrdered(Event):
    """Goods were ordered and the deposit was paid."""

    type: ClassVar[str] = "market.purchase_ordered"
    purchase: str
    supplier: str
    sku: str
    units: int
    unit_cost: int
    node: str
    haul: str
    due: int
    """Second at which the supplier promises to hand the goods over."""
    cost: int
    """Deposit and inspection fee."""
    fee: int
    """The inspection fee within ``cost``: spent at once, no part of the price."""


class PurchaseDelayed(Event):
    """The supplier says that it will be late."""

    type: ClassVar[str] = "market.purchase_delayed"
    purchase: str
    sku: str
    due: int
    """The new second of handing over."""
    days: int
    """Days later than promised, rounded up."""
    cause: str
    """The largest term: ``luck``, ``slip`` or ``supply_stop``."""
    because: Because


class GoodsInspected(Event):
    """An inspector opened part of a lot at the factory."""

    type: ClassVar[str] = "market.goods_inspected"
    purchase: str
    lot: str
    sku: str
    inspected: int
    defects_found: int
    accepted_up_to: int
    """Acceptance number of the sampling plan."""
    outcome: str
    """``passed``, ``accepted``, ``sorted`` or ``rejected``."""


class PurchaseWaiting(Event):
    """The goods are ready and the supplier keeps them."""

    type: ClassVar[str] = "market.purchase_waiting"
    purchase: str
    sku: str
    reason: str
    """``no_cash`` for the rest of the price, or ``no_paper`` for the flight."""
    needs: str
    """The amount or the paper that is missing."""
    until: int
    """Second at which the supplier gives up."""


class PurchaseCancelled(Event):
    """A purchase ended without goods."""

    type: ClassVar[str] = "market.purchase_cancelled"
    purchase: str
    sku: str
    units: int
    reason: str
    """``rejected``, ``no_cash``, ``no_paper`` or ``season_over``."""
    refund: int
    """Deposit that came back."""
    lost: int
    """Deposit that the supplier kept."""


class GoodsReady(Event):
    """Goods for an overseas node were handed over at the factory; the carrier takes them from here."""

    type: ClassVar[str] = "market.goods_ready"
    purchase: str
    lot: str
    sku: str
    units: int
    unit_cost: int
    node: str
    haul: str
    cost: int
    """The rest of the price."""
    value: int
    """The whole price."""


class LotReceived(Event):
    """A lot came in at a node."""

    type: ClassVar[str] = "market.lot_received"
    purchase: str
    """``start/0``, ``start/1`` ... for what the scenario had under way."""
    lot: str
    sku: str
    node: str
    units: int
    unit_cost: int
    inspected: int
    defects_found: int
    carried: bool
    """True when the carrier brought it to an overseas node: paid and counted in transit before."""
    cost: int
    """The rest of the price; nothing where it was paid before."""
    value: int
    """The whole price; nothing where it was told before."""


class SupplierSampleOrdered(Event):
    """A supplier sends a sample."""

    type: ClassVar[str] = "market.supplier_sample_ordered"
    supplier: str
    sku: str
    due: int
    cost: int


class SupplierSampleReceived(Event):
    """A supplier's sample was tested: estimates within ten points, and which papers stand."""

    type: ClassVar[str] = "market.supplier_sample_received"
    supplier: str
    sku: str
    quality_ppm: int
    fit_ppm: int
    genuine: tuple[str, ...]
    false: tuple[str, ...]


class PaperCheckOrdered(Event):
    """Test houses were asked about a supplier's papers."""

    type: ClassVar[str] = "market.paper_check_ordered"
    supplier: str
    sku: str
    due: int
    cost: int


class PapersChecked(Event):
    """Test houses answered which of a supplier's papers are theirs."""

    type: ClassVar[str] = "market.papers_checked"
    supplier: str
    sku: str
    genuine: tuple[str, ...]
    false: tuple[str, ...]


class CertificateApplied(Event):
    """A paper is in the making."""

    type: ClassVar[str] = "market.certificate_applied"
    sku: str
    country: str
    certificate: str
    due: int
    cost: int


class CertificateGranted(Event):
    """A paper is there."""

    type: ClassVar[str] = "market.certificate_granted"
    sku: str
    country: str
    certificate: str
    expires: int
    """Second from which it no longer holds; -1 for good."""


class CertificateExpired(Event):
    """A paper holds no longer."""

    type: ClassVar[str] = "market.certificate_expired"
    sku: str
    country: str
    certificate: str


class RivalSeen(Struct, frozen=True):
    """One rival in a report: price and stars stand on its page, its sales are an estimate with a band."""

    rival: str
    platform: str
    price: int
    rating: int
    reviews: int
    sales: int
    """Orders a day times 100."""
    sales_low: int
    sales_high: int


class MarketResearched(Event):
    """A report about a category in a country. Each band holds the truth in nine reports of ten."""

    type: ClassVar[str] = "market.researched"
    country: str
    category: str
    cost: int
    price: int
    """Median price, shop currency."""
    price_low: int
    price_high: int
    shoppers: int
    """People a day who look for such goods."""
    shoppers_low: int
    shoppers_high: int
    rivals: tuple[RivalSeen, ...]
    rivals_in_all: int


class SafetyAlerted(Event):
    """An authority warns of a lot: whoever sells it must call it back."""

    type: ClassVar[str] = "market.safety_alerted"
    sku: str
    lot: str
    units_sold: int
    due: int
    """Second at which the authority acts by itself."""


class RecallForced(Event):
    """The time for a recall ran out: the authority ordered it, and it stays on the account's record."""

    type: ClassVar[str] = "market.recall_forced"
    sku: str
    lot: str
    units_sold: int


class RecallIssued(Event):
    """A lot is called back."""

    type: ClassVar[str] = "market.recall_issued"
    sku: str
    lot: str
    country: str
    """Empty for everywhere."""
    units_sold: int
    orders: tuple[str, ...]
    """Orders with units of the lot: each buyer is told and refunded."""
    after_alert: int
    """Seconds since the authority's warning; -1 without one."""
    forced: bool
    cost: int
    """Notices to the buyers."""


class LotQuarantined(Event):
    """Units of a recalled lot may no longer be sold."""

    type: ClassVar[str] = "market.lot_quarantined"
    sku: str
    lot: str
    node: str
    units: int
