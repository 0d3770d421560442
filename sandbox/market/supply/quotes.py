"""What each supplier offers, found by name; and the refusals where it offers nothing."""

from __future__ import annotations

from sandbox.kernel.errors import IllegalCommandError
from sandbox.kernel.scenario import Scenario
from sandbox.kernel.scenario_market import Quote, Supplier


class Quotes:
    """All quotes of a scenario.

    Args:
        scenario: suppliers and products.
    """

    def __init__(self, scenario: Scenario) -> None:
        suppliers = scenario.market.suppliers if scenario.market else ()
        self.suppliers = {supplier.id: supplier for supplier in suppliers}
        self.skus = tuple(product.sku for product in scenario.products)
        self._quotes = {(supplier.id, quote.sku): quote for supplier in suppliers for quote in supplier.quotes}

    def find(self, supplier: str, sku: str) -> tuple[Supplier, Quote]:
        """A supplier and what it asks for *sku*.

        Raises:
            IllegalCommandError: ``unknown_supplier``, ``unknown_sku`` or ``not_quoted``.
        """
        if supplier not in self.suppliers:
            known = ", ".join(self.suppliers) or "none"
            raise IllegalCommandError("unknown_supplier", f"expected one of {known}, got {supplier}", supplier=supplier)
        if sku not in self.skus:
            raise IllegalCommandError("unknown_sku", f"expected one of {', '.join(self.skus)}, got {sku}", sku=sku)
        quote = self._quotes.get((supplier, sku))
        if quote is None:
            offers = ", ".join(name for owner, name in self._quotes if owner == supplier)
            message = f"expected a product that {supplier} offers ({offers}), got {sku}"
            raise IllegalCommandError("not_quoted", message, supplier=supplier, sku=sku, offers=offers)
        return self.suppliers[supplier], quote

    def claimed(self, supplier: str, sku: str) -> tuple[str, ...]:
        """Every paper the supplier says it has for *sku*, true or not, by name."""
        quote = self._quotes[supplier, sku]
        return tuple(sorted({*quote.certificates, *quote.claims}))

    def split(self, supplier: str, sku: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """The genuine papers of a supplier for *sku*, and the false ones."""
        genuine = self._quotes[supplier, sku].certificates
        claimed = self.claimed(supplier, sku)
        return tuple(code for code in claimed if code in genuine), tuple(c for c in claimed if c not in genuine)
