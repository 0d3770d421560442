"""Everything between the shop and those it buys from, as the engine sees it."""

from __future__ import annotations

from collections.abc import Mapping

from sandbox.kernel.codec import to_bytes
from sandbox.kernel.messages import Command
from sandbox.kernel.rule_rows_trade import Certificate
from sandbox.kernel.scenario import Scenario
from sandbox.kernel.world import Handler, World
from sandbox.market.supply.certificates import Certificates
from sandbox.market.supply.commands import (
    CheckPapers,
    ObtainCertificate,
    RecallProduct,
    ResearchMarket,
    SampleSupplier,
    SourceProduct,
)
from sandbox.market.supply.lots import Lots
from sandbox.market.supply.orders import Purchases
from sandbox.market.supply.quotes import Quotes
from sandbox.market.supply.reads import SupplyReads
from sandbox.market.supply.recall import Recalls
from sandbox.market.supply.receiving import Receiving
from sandbox.market.supply.research import Research
from sandbox.market.supply.samples import Samples


class Supply:
    """Purchases, lots, papers, research and recalls of one team.

    Args:
        world: time, keyed chance and the record.
        scenario: suppliers, products, nodes, rule book.
        reads: what it may ask of payments and the shelf market.
    """

    def __init__(self, world: World, scenario: Scenario, reads: SupplyReads) -> None:
        self.scenario = scenario
        self.quotes = Quotes(scenario)
        self.lots = Lots(scenario)
        self.papers = Certificates(world, scenario, reads, self.lots)
        self.receiving = Receiving(world, scenario, reads, self.quotes, self.papers, self.lots)
        self.purchases = Purchases(world, scenario, reads, self.quotes, self.papers, self.receiving)
        self.samples = Samples(world, scenario, reads, self.quotes)
        self.research = Research(world, scenario, reads)
        self.recalls = Recalls(world, scenario, self.lots)

    def handlers(self) -> Mapping[type[Command], Handler]:
        """Commands of supply and what decides them."""
        return {
            SourceProduct: self.purchases.source,
            SampleSupplier: self.samples.order,
            CheckPapers: self.samples.check,
            ObtainCertificate: self.papers.obtain,
            ResearchMarket: self.research.research,
            RecallProduct: self.recalls.recall,
        }

    # What the engine's reactions report.

    def stock_reserved(self, order: int, sku: str, node: str, units: int, country: str) -> None:
        """Units were kept for an order: they are of the lots that came first, and stay so until they come back."""
        self.lots.take(order, sku, node, units, country)

    def stock_back(self, order: int, sku: str, node: str) -> None:
        """What an order held is on a shelf again: freed before it left, or returned in good order."""
        self.recalls.keep_off(sku, node, self.lots.give_back(order, sku, node))

    def stock_moved(self, sku: str, origin: str, destination: str, units: int) -> None:
        """Units left one node for another."""
        self.lots.move(sku, origin, destination, units)

    def stock_arrived(self, sku: str, node: str, units: int, lot: str = "") -> None:
        """The carrier brought units to a node; the *lot* is named where they come straight from a supplier."""
        pieces = self.lots.arrive(sku, node, units, lot)
        for piece in pieces:
            self.receiving.landed(self.lots.by_id[piece.lot], node, piece.units)
        self.recalls.keep_off(sku, node, pieces)

    def safety_alert(self, sku: str, lot: str = "") -> str:
        """Shock: an authority warns of a lot of *sku*; see :meth:`Recalls.safety_alert`."""
        return self.recalls.safety_alert(sku, lot)

    def close_open_purchases(self) -> None:
        """The settlement period is over: goods not handed over yet never come."""
        self.receiving.close()

    # What others may read.

    def lot_of(self, sku: str, node: str) -> str:
        """The lot the next unit sold from *node* comes from."""
        return self.lots.lot_of(sku, node)

    def lot_of_order(self, order: int, sku: str) -> str:
        """The lot an order's first unit comes from; empty before units were kept for it."""
        pieces = self.lots.taken.get((order, sku))
        return pieces[0].lot if pieces else ""

    def defect_ppm(self, sku: str, node: str) -> int:
        """Share of defects among the units at *node*, ppm."""
        return self.lots.defect_ppm(sku, node)

    def quality_ppm(self, sku: str) -> int:
        """Quality of the units on all shelves, ppm."""
        return self.lots.quality_ppm(sku)

    def order_defect_ppm(self, order: int, sku: str) -> int:
        """Share of defects of the lots an order was filled from, ppm."""
        return self.lots.of_order(order, sku, "defect")

    def order_quality_ppm(self, order: int, sku: str) -> int:
        """Quality of the lots an order was filled from, ppm."""
        return self.lots.of_order(order, sku, "quality")

    def order_unit_cost(self, order: int, sku: str) -> int:
        """Purchase price of one unit of what an order was filled from, shop currency."""
        return self.lots.of_order(order, sku, "unit_cost")

    def unit_cost(self, sku: str) -> int:
        """Mean purchase price of what is on the shelves, shop currency."""
        return self.lots.unit_cost(sku)

    def has_certificate(self, sku: str, country: str, certificate: str, now: int) -> bool:
        """Whether a paper holds for *country* at second *now*."""
        return self.papers.has(sku, country, certificate, now)

    def missing(self, sku: str, country: str) -> tuple[Certificate, ...]:
        """Rule rows of the papers that are asked for in *country* and not there, for what is at hand."""
        return self.papers.missing(sku, country)

    def missing_certificates(self, sku: str, country: str) -> tuple[str, ...]:
        """Names of the papers of :meth:`missing`."""
        return tuple(row.code for row in self.missing(sku, country))

    def missing_of_order(self, order: int, sku: str, country: str) -> tuple[Certificate, ...]:
        """The same for the lot an order was filled from."""
        return self.papers.missing(sku, country, self.lot_of_order(order, sku))

    def state_digest(self) -> bytes:
        """Canonical bytes of lots, papers, purchases, samples, reports and recalls."""
        parts = (self.lots, self.papers, self.receiving, self.samples, self.recalls)
        return to_bytes([*(part.rows() for part in parts), self.research.reports])
