"""Looking closer at a supplier before buying: samples by express, and a question to the test houses."""

from __future__ import annotations

from collections.abc import Generator
from typing import Any

from msgspec import Struct

from sandbox.kernel.calendar import DAY, HOUR
from sandbox.kernel.errors import IllegalCommandError
from sandbox.kernel.ids import child
from sandbox.kernel.messages import Actor
from sandbox.kernel.money import PPM
from sandbox.kernel.scenario import Scenario
from sandbox.kernel.world import World
from sandbox.market.supply.commands import CheckPapers, SampleSupplier
from sandbox.market.supply.events import (
    PaperCheckOrdered,
    PapersChecked,
    SupplierSampleOrdered,
    SupplierSampleReceived,
)
from sandbox.market.supply.quotes import Quotes
from sandbox.market.supply.reads import SupplyReads

SAMPLE_COST = 3_000
"""Thirty in a currency of two digits, express included."""
SAMPLE_ERROR = 100_000
"""A sample shows quality and fit within ten points: one piece says little about the next."""
EXPRESS_DAYS, EXPRESS_SPREAD = 2, 3
"""A sample is made and sent in two to five days. Chosen."""
CHECK_COST = 1_500
CHECK_SECONDS = 36 * HOUR
"""Test houses answer within two working days; fifteen for the desk that asks. Chosen."""
Pair = tuple[str, str]
"""(supplier, sku)."""


class Sample(Struct):
    """One supplier's sample of one product."""

    due: int
    quality: int
    """Estimates in ppm; nobody may see them before ``arrived``."""
    fit: int
    arrived: bool = False


class Samples:
    """What the team found out about suppliers.

    Args:
        world: time, keyed chance and the record.
        scenario: products.
        reads: what may be spent.
        quotes: what suppliers offer.
    """

    def __init__(self, world: World, scenario: Scenario, reads: SupplyReads, quotes: Quotes) -> None:
        self._world = world
        self._reads = reads
        self._quotes = quotes
        self._noise = world.stream("ctx.market.supplier_sample")
        self._fit = {product.sku: product.fit for product in scenario.products}
        self.samples: dict[Pair, Sample] = {}
        self.checks: dict[Pair, int] = {}
        """When the answer about papers comes."""
        self.known: dict[Pair, bool] = {}
        """Pairs whose papers are known to be genuine or not."""

    def order(self, command: SampleSupplier, actor: Actor) -> None:
        """Have a sample sent; its estimates are the same whenever it is ordered.

        Raises:
            IllegalCommandError: ``unknown_supplier``, ``unknown_sku``, ``not_quoted``, ``already_sampled`` or
                ``not_enough_cash``.
        """
        pair = command.supplier, command.sku
        _, quote = self._quotes.find(*pair)
        if pair in self.samples:
            day = self.samples[pair].due // DAY
            message = f"expected a supplier without a sample of {command.sku}, {command.supplier}'s is of day {day}"
            raise IllegalCommandError("already_sampled", message, due=self.samples[pair].due)
        self._check_cash(SAMPLE_COST)
        key = child(0, f"supplier:{command.supplier}/{command.sku}", 0)
        due = self._world.now + EXPRESS_DAYS * DAY + self._noise.below(EXPRESS_SPREAD * DAY, key, 0)
        quality = self._estimate(quote.quality, key, 1)
        self.samples[pair] = Sample(due, quality, self._estimate(self._fit[command.sku], key, 2))
        self._world.emit(
            SupplierSampleOrdered(supplier=command.supplier, sku=command.sku, due=due, cost=SAMPLE_COST)
        )
        self._world.process(self._arrive(pair))

    def check(self, command: CheckPapers, actor: Actor) -> None:
        """Ask the test houses about a supplier's papers.

        Raises:
            IllegalCommandError: ``unknown_supplier``, ``unknown_sku``, ``not_quoted``, ``nothing_claimed``,
                ``already_checked`` or ``not_enough_cash``.
        """
        pair = command.supplier, command.sku
        self._quotes.find(*pair)
        if not self._quotes.claimed(*pair):
            message = f"expected a supplier that claims papers for {command.sku}, {command.supplier} claims none"
            raise IllegalCommandError("nothing_claimed", message, supplier=command.supplier, sku=command.sku)
        if pair in self.known or pair in self.checks:
            message = f"expected papers nobody has asked about, those of {command.supplier} are known or on the way"
            raise IllegalCommandError("already_checked", message, supplier=command.supplier, sku=command.sku)
        self._check_cash(CHECK_COST)
        self.checks[pair] = self._world.now + CHECK_SECONDS
        self._world.emit(
            PaperCheckOrdered(supplier=command.supplier, sku=command.sku, due=self.checks[pair], cost=CHECK_COST)
        )
        self._world.process(self._answer(pair))

    def rows(self) -> list[object]:
        """Everything in a fixed order, for the digest."""
        samples = [[*pair, self.samples[pair]] for pair in sorted(self.samples)]
        checks = [[*pair, self.checks[pair]] for pair in sorted(self.checks)]
        return [samples, checks, sorted(self.known)]

    def _estimate(self, true: int, key: int, count: int) -> int:
        error = self._noise.below(2 * SAMPLE_ERROR + 1, key, count) - SAMPLE_ERROR
        return min(PPM, max(0, true + error))

    def _check_cash(self, cost: int) -> None:
        spendable = self._reads.spendable()
        if cost > spendable:
            message = f"expected {cost} to spend (cash and credit), got {spendable}"
            raise IllegalCommandError("not_enough_cash", message, cost=cost, spendable=spendable)

    def _arrive(self, pair: Pair) -> Generator[Any, Any, None]:
        yield self._world.timeout(self.samples[pair].due - self._world.now)
        sample = self.samples[pair]
        sample.arrived = True
        self.known[pair] = True
        genuine, false = self._quotes.split(*pair)
        self._world.emit(
            SupplierSampleReceived(
                supplier=pair[0], sku=pair[1], quality_ppm=sample.quality, fit_ppm=sample.fit, genuine=genuine,
                false=false,
            )
        )

    def _answer(self, pair: Pair) -> Generator[Any, Any, None]:
        yield self._world.timeout(self.checks[pair] - self._world.now)
        self.known[pair] = True
        genuine, false = self._quotes.split(*pair)
        self._world.emit(PapersChecked(supplier=pair[0], sku=pair[1], genuine=genuine, false=false))
