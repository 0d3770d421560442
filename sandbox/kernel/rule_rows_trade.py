"""Rows about the trade around a parcel: sales calendar, certificates, registrations, export, returns, card schemes.

The same conventions as :mod:`sandbox.kernel.rule_rows`: days are ordinals, money is integer minor units, ratios are
parts per million. A ``place`` is a country, a customs territory such as EU, or ``any``.
"""

from __future__ import annotations

from typing import Annotated, Literal

import msgspec

from sandbox.kernel.money import PPM, half_up
from sandbox.kernel.rule_rows import Code, Currency, Dated, Minor, Natural, Ppm

Place = Annotated[str, msgspec.Meta(pattern=r"^(any|[A-Z]{2})$")]
Month = Annotated[int, msgspec.Meta(ge=1, le=12)]


class CalendarPeak(Dated, frozen=True, kw_only=True):
    """Days on which a market buys more or less than usual, or on which a country makes and ships less.

    ``effective_from`` and ``effective_to`` are the first and the last of these days.
    """

    id: str
    country: Code
    kind: Literal["demand", "supply"]
    category: str
    """A trade category, or ``any``."""
    name_en: str
    name_zh: str
    multiplier_ppm: Ppm
    """Of ordinary demand; of ordinary production and pickup where kind is ``supply``."""

    @property
    def last(self) -> int:
        """Last day; a row without an end is one day long."""
        return self.effective_from if self.effective_to is None else self.effective_to


class Certificate(Dated, frozen=True, kw_only=True):
    """A paper that goods of one category need in one place."""

    country: Place
    category: str
    """A trade category, or ``any``."""
    code: str
    """``cpc``, ``ce``, ``un38_3``: stable name of the paper."""
    needs_battery: bool
    """Asked for goods with a battery only."""
    name_en: str
    name_zh: str
    fee_minor: Minor
    currency: Currency
    days_min: Natural
    days_max: Natural
    months_valid: Natural
    """Zero: for good."""
    effect: Literal["hold", "delist", "refuse"]
    """Without it customs hold the parcel, the platform takes the listing down, or air carriers refuse the goods."""
    rule_en: str
    """The law that asks for it, in a sentence."""
    rule_zh: str


class FulfilmentFee(Dated, frozen=True, kw_only=True):
    """What the warehouse of a platform takes for one service, by weight of the piece and by season."""

    profile: str
    country: Place
    kind: Literal["pick_pack", "storage", "aged_storage", "low_stock", "inbound"]
    from_g: Natural
    to_g: Natural | None
    month_from: Month
    month_to: Month
    """First and last month of the year in which it is asked."""
    unit: Literal["piece", "cubic_metre_month"]
    fee_minor: Minor
    currency: Currency


class HsCategory(Dated, frozen=True, kw_only=True):
    """The trade category that goods of an HS chapter, heading or subheading fall into."""

    prefix: Annotated[str, msgspec.Meta(pattern=r"^[0-9]{2,6}$")]
    category: str


class HsSynonym(Dated, frozen=True, kw_only=True):
    """Everyday trade words, Chinese and English, for headings of the Harmonized System."""

    zh: tuple[str, ...]
    en: tuple[str, ...]
    codes: tuple[str, ...]
    """Headings or subheadings, the likeliest first; none where the words are only a translation."""


class Origin(Dated, frozen=True, kw_only=True):
    """A country or territory goods may come from."""

    code: Code
    name_en: str
    name_zh: str


class RegimeName(Dated, frozen=True, kw_only=True):
    """What people call a scheme of :class:`sandbox.kernel.rule_rows.ImportRegime`."""

    regime: str
    name_en: str
    name_zh: str


class BuyerQuota(Dated, frozen=True, kw_only=True):
    """What one person may import from online sellers under the ordinary scheme of a country."""

    country: Code
    order_minor: Minor
    """Of one order, freight included; above it only a single piece, at full tax."""
    year_minor: Minor
    """Of one person and calendar year."""
    currency: Currency


class TaxRegistration(Dated, frozen=True, kw_only=True):
    """A tax or customs scheme that a seller may join in one place."""

    country: Place
    scheme: str
    """``ioss``, ``gb_vat``: stable name of the scheme."""
    regime: str
    """The import regime that only registered sellers may use; empty where the taxes do not depend on it."""
    name_en: str
    name_zh: str
    fee_minor: Minor
    currency: Currency
    days_min: Natural
    days_max: Natural
    hold_factor_ppm: Ppm
    """What registration makes of the chance of a hold."""


class ExportMode(Dated, frozen=True, kw_only=True):
    """A customs supervision code under which goods leave (or, for 1210, enter a zone of) China."""

    mode: Annotated[str, msgspec.Meta(pattern=r"^[0-9]{4}$")]
    name_en: str
    name_zh: str
    use: Literal["parcel", "stock", "bonded", "bulk"]
    papers: tuple[str, ...]
    """``order``, ``payment``, ``waybill``, ``list_release``, ``declaration``: what must be sent."""
    needs_registration: str
    """Registration of the seller without which the mode is not open; empty for none."""
    refund: Literal["summary", "departure", "entry", "declaration", "none"]
    """What starts the refund of input VAT."""
    refund_days: Natural
    """From that start until the money comes."""
    vat_ppm: Ppm
    """VAT inside the purchase price."""
    refund_ppm: Ppm
    """Refund rate, of the price without VAT."""
    wrong_mode_hold_hours: Natural
    """Held for so long where the mode does not fit the way of the goods."""

    def refund_minor(self, cost: int) -> int:
        """Input VAT that comes back for goods bought at *cost* minor units, VAT inside: cost/(1+vat) x refund rate."""
        return 0 if self.refund == "none" else half_up(cost * self.refund_ppm, PPM + self.vat_ppm)


class ReturnRight(Dated, frozen=True, kw_only=True):
    """How long a buyer of a distance sale may send goods back without a reason."""

    country: Code
    days: Natural
    """Zero: no such right in law; what the shop promised holds."""
    law: str


class MonitoringRule(Dated, frozen=True, kw_only=True):
    """When a card scheme puts a merchant into its monitoring programme, and what that costs."""

    country: Place
    programme: str
    threshold_ppm: Ppm
    """Fraud reports and disputes of a month, over settled card orders."""
    min_count: Natural
    """Fewer reports and disputes than these are never excessive."""
    reserve_ppm: Ppm
    """Share of each payout kept back."""
    reserve_days: Natural
    fee_minor: Minor
    """For each dispute of a month in the programme."""
    currency: Currency
    months_to_loss: Natural
    """Months in a row after which card acceptance is lost."""
