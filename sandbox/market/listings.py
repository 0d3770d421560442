"""What stands in the shop: prices, roles, cards, declared headings, samples."""

from __future__ import annotations

from msgspec import Struct

from sandbox.kernel.errors import IllegalCommandError
from sandbox.kernel.ids import child
from sandbox.kernel.messages import Actor
from sandbox.kernel.money import PPM, share
from sandbox.kernel.scenario import Product, Scenario
from sandbox.kernel.world import World
from sandbox.market.commands import (
    AssignProductRole,
    ChangePrice,
    ClassifyHs,
    DelistProduct,
    RelistProduct,
    RequestSample,
    SetPrice,
    WriteFactSheet,
)
from sandbox.market.events import (
    FactSheetWritten,
    HsClassified,
    PriceChanged,
    ProductDelisted,
    ProductRelisted,
    RoleAssigned,
    SampleReceived,
)
from sandbox.market.pricing import best_price, check_price
from sandbox.market.reads import Reads

PRICE_PAUSE = 60
"""Seconds between two changes of one price."""
SAMPLE_COST = 3_000
"""Thirty in a currency of two digits."""
SAMPLE_ERROR_PPM = 100_000


class Listing(Struct):
    """One product in the shop."""

    sku: str
    price: int
    role: str
    hs6: str
    points: tuple[str, ...]
    changed_at: int = -PRICE_PAUSE
    on_sale: bool = True
    is_classified: bool = False
    sample: tuple[int, int] | None = None
    """(quality, fit) in ppm as the first sample showed them."""
    supplier_samples: dict[str, tuple[int, int]] = {}
    """The same by supplier, of whose goods a sample was bought."""


class Listings:
    """All products of the shop and the commands about them."""

    def __init__(self, world: World, scenario: Scenario, reads: Reads) -> None:
        self._world = world
        self._scenario = scenario
        self._reads = reads
        self._sample = world.stream("ctx.market.sample")
        self._products = {product.sku: product for product in scenario.products}
        self.by_sku = {product.sku: _listed(product) for product in scenario.products}

    def set_price(self, command: SetPrice, actor: Actor) -> None:
        """Change a list price.

        Raises:
            IllegalCommandError: ``unknown_sku``, ``price_too_soon``, ``price_unchanged``, ``below_floor_price`` or
                ``price_out_of_range``.
        """
        self._reprice(self._listing(command.sku), command.price)

    def change_price(self, command: ChangePrice, actor: Actor) -> None:
        """Change a list price by a share of itself. Raises what :meth:`set_price` raises."""
        listing = self._listing(command.sku)
        self._reprice(listing, share(listing.price, PPM + command.change_ppm))

    def assign_role(self, command: AssignProductRole, actor: Actor) -> None:
        """Say what a product is for. Raises ``unknown_sku``."""
        self._listing(command.sku).role = command.role
        self._world.emit(RoleAssigned(sku=command.sku, role=command.role))

    def write_fact_sheet(self, command: WriteFactSheet, actor: Actor) -> None:
        """Choose what stands on the anchor's card.

        Raises:
            IllegalCommandError: ``unknown_sku`` or ``unknown_point``.
        """
        listing = self._listing(command.sku)
        points = {point.id: point for point in self._products[command.sku].points}
        for name in command.points:
            if name not in points:
                message = f"expected points of {command.sku}, one of {', '.join(points)}, got {name}"
                raise IllegalCommandError("unknown_point", message, point=name, sku=command.sku)
        listing.points = tuple(dict.fromkeys(command.points))
        good = [point.id for point in points.values() if point.is_true and not point.forbidden]
        present = sum(name in good for name in listing.points)
        self._world.emit(
            FactSheetWritten(
                sku=command.sku,
                points=listing.points,
                required=len(good),
                present=present,
                false_points=len(listing.points) - present,
            )
        )

    def classify(self, command: ClassifyHs, actor: Actor) -> None:
        """Declare a product under a heading.

        Raises:
            IllegalCommandError: ``unknown_sku`` or ``heading_not_offered``.
        """
        listing = self._listing(command.sku)
        product = self._products[command.sku]
        choices = product.hs_choices or (product.hs6,)
        if command.hs6 not in choices:
            message = f"expected one of {', '.join(choices)} for {command.sku}, got {command.hs6}"
            raise IllegalCommandError("heading_not_offered", message, hs6=command.hs6, sku=command.sku)
        listing.hs6 = command.hs6
        listing.is_classified = True
        self._world.emit(HsClassified(sku=command.sku, hs6=command.hs6, correct=command.hs6 == product.hs6))

    def request_sample(self, command: RequestSample, actor: Actor) -> None:
        """Buy a sample; its estimates are the same whenever it is bought.

        Raises:
            IllegalCommandError: ``unknown_sku``, ``already_sampled``, ``unknown_supplier`` or ``not_enough_cash``.
        """
        listing = self._listing(command.sku)
        if command.supplier in listing.supplier_samples or (not command.supplier and listing.sample is not None):
            raise IllegalCommandError("already_sampled", f"expected a product without a sample, {command.sku} has one")
        product = self._products[command.sku]
        quality, key = self._quality_of(command, product)
        spendable = self._reads.spendable()
        if spendable < SAMPLE_COST:
            message = f"expected {SAMPLE_COST} to spend (cash and credit), got {spendable}"
            raise IllegalCommandError("not_enough_cash", message, cost=SAMPLE_COST, spendable=spendable)
        seen = (self._estimate(key, quality, 0), self._estimate(key, product.fit, 1))
        listing.sample = listing.sample or seen
        if command.supplier:
            listing.supplier_samples[command.supplier] = seen
        self._world.emit(SampleReceived(
            sku=command.sku, quality_ppm=seen[0], fit_ppm=seen[1], cost=SAMPLE_COST, supplier=command.supplier,
        ))

    def _quality_of(self, command: RequestSample, product: Product) -> tuple[int, int]:
        """True quality of what is sampled, and the key of its draws. Raises ``unknown_supplier``."""
        if not command.supplier:
            return product.quality, child(0, f"product:{product.sku}", 0)
        market = self._scenario.market
        offers = {row.id: quote for row in (market.suppliers if market else ()) for quote in row.quotes
                  if quote.sku == product.sku}
        if command.supplier not in offers:
            known = ", ".join(offers) or "none"
            message = f"expected a supplier of {product.sku} ({known}), got {command.supplier}"
            raise IllegalCommandError("unknown_supplier", message, supplier=command.supplier, sku=product.sku)
        return offers[command.supplier].quality, child(0, f"product:{product.sku}@{command.supplier}", 0)

    def delist(self, command: DelistProduct, actor: Actor) -> None:
        """Take a product off sale. Raises ``unknown_sku`` or ``not_on_sale``."""
        listing = self._listing(command.sku)
        if not listing.on_sale:
            raise IllegalCommandError("not_on_sale", f"expected a product on sale, {command.sku} is not")
        listing.on_sale = False
        self._world.emit(ProductDelisted(sku=command.sku))

    def relist(self, command: RelistProduct, actor: Actor) -> None:
        """Put a product back on sale. Raises ``unknown_sku`` or ``already_on_sale``."""
        listing = self._listing(command.sku)
        if listing.on_sale:
            raise IllegalCommandError("already_on_sale", f"expected a product off sale, {command.sku} is on sale")
        listing.on_sale = True
        self._world.emit(ProductRelisted(sku=command.sku))

    def _reprice(self, listing: Listing, price: int) -> None:
        now = self._world.now
        product = self._products[listing.sku]
        self._check_price(listing, product, price)
        old, listing.price, listing.changed_at = listing.price, price, now
        best = best_price(product, self._scenario, self._reads)
        self._world.emit(PriceChanged(sku=listing.sku, old=old, new=price, best_price=best))

    def _check_price(self, listing: Listing, product: Product, price: int) -> None:
        wait = listing.changed_at + PRICE_PAUSE - self._world.now
        if wait > 0:
            message = f"expected one change of a price a minute, got another {PRICE_PAUSE - wait} s later"
            raise IllegalCommandError("price_too_soon", message, wait=wait)
        if price == listing.price:
            raise IllegalCommandError("price_unchanged", f"expected another price than {price}", price=price)
        check_price(product, price)

    def _estimate(self, key: int, true: int, count: int) -> int:
        error = self._sample.below(2 * SAMPLE_ERROR_PPM + 1, key, count) - SAMPLE_ERROR_PPM
        return min(PPM, max(0, true + error))

    def _listing(self, sku: str) -> Listing:
        if sku not in self.by_sku:
            known = ", ".join(self.by_sku)
            raise IllegalCommandError("unknown_sku", f"expected one of {known}, got {sku}", sku=sku)
        return self.by_sku[sku]


def _listed(product: Product) -> Listing:
    """A listing as the scenario leaves it: the card holds what is true and allowed."""
    points = tuple(point.id for point in product.points if point.is_true and not point.forbidden)
    return Listing(product.sku, product.price, product.role, product.hs_default or product.hs6, points)
