"""What was hidden during the run, opened in the review: how much of a purchase was luck and how much was chosen."""

from __future__ import annotations

from msgspec import Struct

from sandbox.kernel.money import PPM, half_up
from sandbox.market.supply.events import Because
from sandbox.market.supply.purchase import Purchase
from sandbox.market.supply.supply import Supply
from sandbox.market.supply.terms import SORTED_PPM, log_ppm


class PurchaseTruth(Struct, frozen=True, kw_only=True):
    """One purchase with the draws behind it."""

    purchase: str
    supplier: str
    sku: str
    time: Because
    """Terms of the logarithm of its time: ``luck``, ``slip``, ``supply_stop``."""
    supplier_defect: int
    """Share of defects to expect of this supplier, ppm."""
    lot_defect: int | None
    """Share in the lot as it came in, ppm; None if it never was made or was sent back."""
    defects: Because
    """Terms of the logarithm of lot over supplier: ``luck`` of the lot, ``sorting`` that was agreed."""
    supplier_quality: int
    lot_quality: int | None
    false_papers: tuple[str, ...]


def purchase_truths(supply: Supply) -> tuple[PurchaseTruth, ...]:
    """Every purchase of the run, oldest first; for the review only."""
    return tuple(_truth(supply, row) for row in supply.receiving.by_id.values())


def _truth(supply: Supply, row: Purchase) -> PurchaseTruth:
    _, quote = supply.quotes.find(row.supplier, row.sku)
    lot = supply.lots.by_id.get(row.lot)
    sorting = log_ppm(SORTED_PPM) if row.outcome == "sorted" else 0
    terms: Because = ()
    if lot is not None and lot.defect and quote.defect:
        terms = (("luck", log_ppm(half_up(lot.defect * PPM, quote.defect)) - sorting), ("sorting", sorting))
    return PurchaseTruth(
        purchase=row.purchase, supplier=row.supplier, sku=row.sku, time=row.because, supplier_defect=quote.defect,
        lot_defect=lot.defect if lot is not None else None, defects=tuple(term for term in terms if term[1]),
        supplier_quality=quote.quality, lot_quality=lot.quality if lot is not None else None,
        false_papers=supply.quotes.split(row.supplier, row.sku)[1],
    )
