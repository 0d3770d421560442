"""A purchase on its way: made, perhaps late, inspected, paid, handed over. Each is a process."""

from __future__ import annotations

from collections.abc import Generator
from typing import Any

from sandbox.kernel.calendar import DAY
from sandbox.kernel.ids import child, to_text
from sandbox.kernel.money import share
from sandbox.kernel.scenario import Scenario
from sandbox.kernel.world import World
from sandbox.market.supply.certificates import Certificates
from sandbox.market.supply.events import (
    GoodsInspected,
    GoodsReady,
    LotReceived,
    PurchaseCancelled,
    PurchaseDelayed,
    PurchaseWaiting,
)
from sandbox.market.supply.lots import Lot, Lots
from sandbox.market.supply.purchase import Purchase
from sandbox.market.supply.quotes import Quotes
from sandbox.market.supply.reads import SupplyReads
from sandbox.market.supply.terms import FACTORIES, SORTED_PPM, acceptance_number, defects_in, lot_defect, lot_quality

SORTING = 2 * DAY
"""Sorting a lot takes the supplier two days. Chosen."""
PATIENCE = 14 * DAY
"""So long a supplier keeps finished goods for a buyer who does not pay or has no papers. Chosen."""


class Receiving:
    """What becomes of purchase orders.

    Args:
        world: time, keyed chance and the record.
        scenario: nodes.
        reads: what may be spent.
        quotes: what suppliers really make.
        papers: what may fly.
        lots: the book new lots are entered in.
    """

    def __init__(
        self, world: World, scenario: Scenario, reads: SupplyReads, quotes: Quotes, papers: Certificates, lots: Lots
    ) -> None:
        self._world = world
        self._reads = reads
        self._quotes = quotes
        self._papers = papers
        self._lots = lots
        self._countries = {house.node: house.country for house in scenario.warehouses}
        self._lot = world.stream("out.market.lot")
        self.by_id: dict[str, Purchase] = {}
        self._made: dict[str, Lot] = {}
        """Lots that are finished and not yet handed over."""

    def begin(self, purchase: Purchase) -> None:
        """An order was agreed."""
        self.by_id[purchase.purchase] = purchase
        self._world.process(self._make(purchase))

    def landed(self, lot: Lot, node: str, units: int) -> None:
        """The carrier brought a lot to a node; only its first coming is told."""
        if lot.received_at >= 0:
            return
        lot.received_at = self._world.now
        purchase = self.by_id.get(lot.purchase)
        if purchase is not None:
            purchase.state = "received"
        self._tell_received(lot, node, carried=True, units=units, cost=0, value=0)

    def close(self) -> None:
        """The run is over: what is not handed over yet never comes, and the deposit goes back."""
        for purchase in self.by_id.values():
            if purchase.is_open and purchase.state != "travelling":
                self._cancel(purchase, "season_over", refund=purchase.deposit)

    def rows(self) -> list[object]:
        """Everything in a fixed order, for the digest."""
        return [[self.by_id[key] for key in sorted(self.by_id)], [self._made[key] for key in sorted(self._made)]]

    def _make(self, purchase: Purchase) -> Generator[Any, Any, None]:
        if purchase.is_late:
            yield from self._until(purchase.notice_at)
            if purchase.is_open:
                self._admit_delay(purchase)
        yield from self._until(purchase.ready_at)
        if not purchase.is_open:
            return
        self._finish(purchase)
        if purchase.state == "sorting":
            yield self._world.timeout(SORTING)
        while purchase.is_open and self._is_kept(purchase):
            yield self._world.timeout(DAY)
        if purchase.is_open:
            self._hand_over(purchase)

    def _until(self, second: int) -> Generator[Any, Any, None]:
        if second > self._world.now:
            yield self._world.timeout(second - self._world.now)

    def _admit_delay(self, purchase: Purchase) -> None:
        purchase.told = purchase.ready_at
        terms = sorted(purchase.because, key=lambda term: (-term[1], term[0]))
        self._world.emit(
            PurchaseDelayed(
                purchase=purchase.purchase, sku=purchase.sku, due=purchase.ready_at,
                days=-(-(purchase.ready_at - purchase.promised) // DAY), cause=terms[0][0], because=purchase.because,
            )
        )

    def _finish(self, purchase: Purchase) -> None:
        """The lot is made; an inspector may look at it."""
        number = purchase.number
        _, quote = self._quotes.find(purchase.supplier, purchase.sku)
        genuine, false = self._quotes.split(purchase.supplier, purchase.sku)
        purchase.lot = to_text(child(number, "lot", 0))
        lot = Lot(
            lot=purchase.lot, sku=purchase.sku, units=purchase.units, unit_cost=purchase.unit_cost,
            defect=lot_defect(quote, self._lot.normal(number, 0)),
            quality=lot_quality(quote, self._lot.normal(number, 1)), supplier=purchase.supplier,
            purchase=purchase.purchase, papers=genuine, claims=(*genuine, *false),
        )
        self._made[purchase.purchase] = lot
        if purchase.qc_units:
            self._inspect(purchase, lot)

    def _inspect(self, purchase: Purchase, lot: Lot) -> None:
        lot.inspected = purchase.inspected = purchase.qc_units
        lot.found = purchase.found = defects_in(lot.inspected, lot.defect, self._lot.unit(purchase.number, 2))
        limit = acceptance_number(lot.inspected)
        endings = {"accept": "accepted", "sort": "sorted", "reject": "rejected"}
        purchase.outcome = "passed" if lot.found <= limit else endings[purchase.if_bad]
        self._world.emit(
            GoodsInspected(
                purchase=purchase.purchase, lot=lot.lot, sku=lot.sku, inspected=lot.inspected, defects_found=lot.found,
                accepted_up_to=limit, outcome=purchase.outcome,
            )
        )
        if purchase.outcome == "sorted":
            lot.defect = share(lot.defect, SORTED_PPM)
            purchase.state, purchase.told = "sorting", self._world.now + SORTING
        elif purchase.outcome == "rejected":
            self._cancel(purchase, "rejected", refund=purchase.deposit)

    def _is_kept(self, purchase: Purchase) -> bool:
        """Whether the supplier or the airport still keeps the goods; gives the order up when it took too long."""
        reason, needs = self._lack(purchase)
        if not reason:
            return False
        if purchase.state != "waiting":
            purchase.gives_up_at = self._world.now + PATIENCE
        if purchase.state != "waiting" or purchase.reason != reason:
            purchase.state, purchase.reason = "waiting", reason
            self._world.emit(
                PurchaseWaiting(
                    purchase=purchase.purchase, sku=purchase.sku, reason=reason, needs=needs,
                    until=purchase.gives_up_at,
                )
            )
        if self._world.now >= purchase.gives_up_at:
            self._cancel(purchase, reason, refund=0)
        return purchase.is_open

    def _lack(self, purchase: Purchase) -> tuple[str, str]:
        """(reason, what is missing) for which the goods cannot leave; empty when they can."""
        country = self._countries[purchase.node]
        if purchase.haul == "air" and self._goes_abroad(purchase):
            lot = self._made[purchase.purchase]
            for row in self._papers.required(purchase.sku, country):
                is_there = row.code in lot.papers or self._papers.holds_own(purchase.sku, row)
                if row.effect == "refuse" and not is_there:
                    return "no_paper", row.code
        if purchase.rest > self._reads.can_purchase():
            return "no_cash", str(purchase.rest)
        return "", ""

    def _goes_abroad(self, purchase: Purchase) -> bool:
        return self._countries[purchase.node] != FACTORIES

    def _hand_over(self, purchase: Purchase) -> None:
        lot, rest = self._made.pop(purchase.purchase), purchase.rest
        purchase.paid = purchase.price
        purchase.reason = ""
        goes_abroad = self._goes_abroad(purchase)
        self._lots.add(lot, node=purchase.node, moving=goes_abroad)
        if goes_abroad:
            purchase.state = "travelling"
            self._world.emit(
                GoodsReady(
                    purchase=purchase.purchase, lot=lot.lot, sku=lot.sku, units=lot.units, unit_cost=lot.unit_cost,
                    node=purchase.node, haul=purchase.haul, cost=rest, value=purchase.price,
                )
            )
            return
        purchase.state = "received"
        lot.received_at = self._world.now
        self._tell_received(lot, purchase.node, carried=False, units=lot.units, cost=rest, value=purchase.price)

    def _tell_received(self, lot: Lot, node: str, *, carried: bool, units: int, cost: int, value: int) -> None:
        self._world.emit(
            LotReceived(
                purchase=lot.purchase, lot=lot.lot, sku=lot.sku, node=node, units=units, unit_cost=lot.unit_cost,
                inspected=lot.inspected, defects_found=lot.found, carried=carried, cost=cost, value=value,
            )
        )

    def _cancel(self, purchase: Purchase, reason: str, *, refund: int) -> None:
        self._made.pop(purchase.purchase, None)
        purchase.state, purchase.reason = "cancelled", reason
        purchase.paid -= refund
        self._world.emit(
            PurchaseCancelled(
                purchase=purchase.purchase, sku=purchase.sku, units=purchase.units, reason=reason, refund=refund,
                lost=purchase.deposit - refund,
            )
        )
