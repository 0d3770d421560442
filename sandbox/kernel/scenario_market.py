"""What a scenario says of the shelf market: accounts, listings, suppliers, creators, campaigns.

Types only, no files. Money is in minor units of ``shop.currency``; days are counted from the start of the run, from 0.
"""

from __future__ import annotations

from typing import Annotated, Literal

from msgspec import Meta, field

from sandbox.kernel.lesson import Record, Text
from sandbox.kernel.messages import Code, Count, Country, Language, Minor, PositiveCount, PositiveMinor, Ppm

Day = Annotated[int, Meta(ge=0, le=400)]
Haul = Literal["air", "sea", "rail"]
ExportCode = Literal["9610", "9710", "9810", "1210", "0110"]


class Account(Record):
    """A shop on one platform in one country."""

    platform: Code
    """Profile in the fee table, lower case: ``livefeed``, ``bazaar``, ``seamart``, ``ownshop``."""
    country: Country
    new_seller: bool = False
    """The platform holds the money of new sellers longer."""


class ListingAtStart(Record, kw_only=True):
    """A product that stands on a shelf when the run starts."""

    sku: Code
    platform: Code
    country: Country
    price: PositiveMinor
    language: Language
    keywords: tuple[Code, ...] = ()
    """Of the category's keywords: what title and attributes cover."""
    content: Ppm = 600_000
    """Quality of pictures and text before language is counted."""
    rating: Annotated[int, Meta(ge=100, le=500)] = 430
    """Shown stars times 100."""
    reviews: Count = 0
    age_days: Count = 60


class Quote(Record, kw_only=True):
    """What one supplier asks for one product."""

    sku: Code
    unit_cost: PositiveMinor
    """At the minimum quantity; 5 % less at twice, 9 % less at five times of it."""
    minimum: PositiveCount = 100
    lead_days: PositiveCount = 12
    """Median; the spread is lognormal."""
    lead_sigma: Ppm = 300_000
    quality: Ppm
    """True quality of what comes; shown only by samples and lots."""
    defect: Ppm
    certificates: tuple[Code, ...] = ()
    """Papers the supplier hands over with the goods."""
    claims: tuple[Code, ...] = ()
    """Papers the supplier says it has; what is not in ``certificates`` is not true."""


class Supplier(Record, kw_only=True):
    """A factory or a trader."""

    id: Code
    name: Text
    reliability: Ppm = 900_000
    """Chance that a purchase order keeps its lead time; else it slips by half of it."""
    quotes: Annotated[tuple[Quote, ...], Meta(min_length=1, max_length=60)]


class Creator(Record, kw_only=True):
    """Somebody with an audience who can be hired."""

    id: Code
    name: Text
    country: Country
    categories: tuple[Code, ...]
    followers: PositiveCount
    fee: Minor
    commission: Ppm
    quality: Ppm
    """How well this person talks, as talk quality."""
    no_show: Ppm = 30_000


class PlatformCampaign(Record, kw_only=True):
    """A sale that a platform runs and shops may join."""

    id: Code
    name: Text
    platform: Code
    country: Country
    deadline_day: Day
    starts_day: Day
    days: PositiveCount
    min_discount: Ppm
    boost: Annotated[int, Meta(ge=1_000_000, le=3_000_000)] = 1_300_000
    """Attention of an enrolled listing, one million for no change."""


class CertificateAtStart(Record, kw_only=True):
    """A certificate the shop holds, or has applied for, when the run starts."""

    sku: Code
    country: Country
    certificate: Code
    granted_day: Day = 0
    """0: held from the start; later: applied for, comes on that day."""


class StockUnderWay(Record, kw_only=True):
    """Stock that is on its way when the run starts: bought, or moved between nodes."""

    sku: Code
    node: Code
    """Where it will arrive."""
    units: PositiveCount
    arrives_day: Day
    haul: Haul = "sea"
    origin: Code = ""
    """Node it left, or empty for a supplier."""


class OpeningOrders(Record, kw_only=True):
    """Orders that came in during the first hours of the run, before anybody sat down."""

    sku: Code
    platform: Code
    country: Country
    orders: PositiveCount


class Market(Record, kw_only=True):
    """The shelf market of a scenario."""

    accounts: Annotated[tuple[Account, ...], Meta(min_length=1, max_length=60)]
    categories: Annotated[tuple[Code, ...], Meta(min_length=1, max_length=8)]
    shoppers: Annotated[int, Meta(ge=1_000, le=100_000_000)] = 1_000_000
    """Scale of the shoppers per day of the country table, parts per million."""
    rivals: Annotated[int, Meta(ge=0, le=199)] = 23
    """Rival listings per category, country and platform."""
    rival_haste: Ppm = 150_000
    """Chance a day that a rival answers a lower price."""
    listings: tuple[ListingAtStart, ...] = ()
    keywords: dict[Code, tuple[Code, ...]] = field(default_factory=dict)
    """Category to the words shoppers search by."""
    suppliers: tuple[Supplier, ...] = ()
    creators: tuple[Creator, ...] = ()
    campaigns: tuple[PlatformCampaign, ...] = ()
    certificates: tuple[CertificateAtStart, ...] = ()
    under_way: tuple[StockUnderWay, ...] = ()
    opening_orders: tuple[OpeningOrders, ...] = ()
    registrations: tuple[tuple[Country, Code], ...] = ()
    """(country, scheme) of tax registrations held at the start."""
