"""What the seats may want of the shop: prices, product roles, facts, classification."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from msgspec import Meta

from sandbox.kernel.messages import Code, Command, Hs6, PositiveMinor
from sandbox.kernel.scenario import ProductRole


class SetPrice(Command):
    """Change the list price of a product, at most once a minute each."""

    type: ClassVar[str] = "market.set_price"
    sku: Code
    price: PositiveMinor


class ChangePrice(Command):
    """Change the list price by a share of itself: the intent behind "8 % off", which replays in another world too."""

    type: ClassVar[str] = "market.change_price"
    sku: Code
    change_ppm: Annotated[int, Meta(ge=-700_000, le=2_000_000)]


class AssignProductRole(Command):
    """Say what a product is for tonight: draw people, sell in numbers, earn, or give away."""

    type: ClassVar[str] = "market.assign_role"
    sku: Code
    role: ProductRole


class WriteFactSheet(Command):
    """Choose which selling points stand on the anchor's card. Unread or wrong cards lower the talk."""

    type: ClassVar[str] = "market.write_fact_sheet"
    sku: Code
    points: Annotated[tuple[Code, ...], Meta(max_length=12)]


class ClassifyHs(Command):
    """Declare a product under a heading of the Harmonized System."""

    type: ClassVar[str] = "market.classify_hs"
    sku: Code
    hs6: Hs6
    reason: Literal["material", "function", "set", "part"]


class RequestSample(Command):
    """Buy a sample: shows quality and fit within ten points. Costs 30 in the shop's currency."""

    type: ClassVar[str] = "market.request_sample"
    sku: Code


class DelistProduct(Command):
    """Take a product off sale."""

    type: ClassVar[str] = "market.delist"
    sku: Code


class RelistProduct(Command):
    """Put a product back on sale."""

    type: ClassVar[str] = "market.relist"
    sku: Code
