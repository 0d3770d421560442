"""What the seats may want of suppliers, test houses and researchers."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from msgspec import Meta

from sandbox.kernel.messages import Code, Command, Country, EntityId, PositiveCount
from sandbox.kernel.scenario_market import Haul

LEAST_RESEARCH = 5_000
MOST_RESEARCH = 50_000
"""Fifty to five hundred in a currency of two digits."""
IfBad = Literal["accept", "sort", "reject"]


class SourceProduct(Command):
    """Order goods from a supplier: 30 % now, the rest when they are handed over."""

    type: ClassVar[str] = "market.source_product"
    supplier: Code
    sku: Code
    units: PositiveCount
    node: Code
    """Where the goods shall go; beyond the home node the shop's own carrier takes them over from the factory."""
    haul: Haul = "air"
    """How they go on to an overseas node; without meaning for the home node."""
    qc_units: Annotated[int, Meta(ge=0, le=500)] = 0
    """Units an inspector opens at the factory; none without."""
    if_bad: IfBad = "sort"
    """What happens when the inspector finds too many defects: take the lot as it is, have the supplier sort it, or
    send it back."""


class SampleSupplier(Command):
    """Have one supplier send a sample by express: quality and fit within ten points, and which papers are true."""

    type: ClassVar[str] = "market.sample_supplier"
    supplier: Code
    sku: Code


class CheckPapers(Command):
    """Ask the test houses whether the papers a supplier claims to have are genuine."""

    type: ClassVar[str] = "market.check_papers"
    supplier: Code
    sku: Code


class ObtainCertificate(Command):
    """Apply for a paper that goods need in a country."""

    type: ClassVar[str] = "market.obtain_certificate"
    sku: Code
    country: Country
    certificate: Code


class ResearchMarket(Command):
    """Buy a report about one category in one country; the more is paid, the narrower its bands."""

    type: ClassVar[str] = "market.research_market"
    country: Country
    category: Code
    depth: Annotated[int, Meta(ge=LEAST_RESEARCH, le=MOST_RESEARCH)]
    """What the report may cost, shop currency."""


class RecallProduct(Command):
    """Call a lot back: its sale stops, every buyer is told and gets the money back."""

    type: ClassVar[str] = "market.recall"
    sku: Code
    lot: EntityId
    country: Country | None = None
    """Only what was sold there; everywhere if not given."""
