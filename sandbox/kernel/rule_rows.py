"""One row of each dated table of facts: law, tariffs, taxes, fees, services, countries.

The tables themselves live with the scenarios; here are only their shapes, so that the simulator can be handed rows
without touching a file. Days are ordinals (:func:`day`), money is integer minor units, ratios are parts per million.
"""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal

import msgspec

Ppm = Annotated[int, msgspec.Meta(ge=0)]
Minor = Annotated[int, msgspec.Meta(ge=0)]
Natural = Annotated[int, msgspec.Meta(ge=0)]
Code = Annotated[str, msgspec.Meta(pattern=r"^[A-Z]{2}$")]
Currency = Annotated[str, msgspec.Meta(pattern=r"^[A-Z]{3}$")]
Confidence = Literal["H", "M", "L"]


def day(iso_date: str) -> int:
    """``2025-10-20`` as an ordinal: days since 0001-01-01, which is day 1.

    Raises:
        ValueError: not a calendar date.
    """
    return date.fromisoformat(iso_date).toordinal()


def iso(ordinal: int) -> str:
    """The ordinal day as ``2025-10-20``."""
    return date.fromordinal(ordinal).isoformat()


class Dated(msgspec.Struct, frozen=True, kw_only=True):
    """When a fact holds, and who says so."""

    effective_from: int
    """First day on which it holds; for older rules, the first day this table answers for."""
    effective_to: int | None
    """Last day on which it holds; None while no end is known."""
    source: Annotated[str, msgspec.Meta(min_length=3)]
    licence: Annotated[str, msgspec.Meta(min_length=2)]
    confidence: Confidence
    """H: statute or official table; M: reported by good sources; L: typical value, for teaching only."""
    note: str

    def holds(self, on: int) -> bool:
        """Whether the fact holds on day *on*."""
        return self.effective_from <= on and (self.effective_to is None or on <= self.effective_to)


class ImportRegime(Dated, frozen=True, kw_only=True):
    """How one country taxes a parcel of one value band that comes through one channel."""

    id: str
    layer: Literal["base", "extra", "levy"]
    """One base row decides; every extra row that fits is added to its duty, every levy to its fees."""
    country: Code
    """A country, or a customs territory such as EU."""
    regime: str
    rank: Natural
    """Among base rows that fit, the lowest rank is the ordinary way of a registered online seller."""
    origin: Annotated[str, msgspec.Meta(pattern=r"^(any|(not_)?[A-Z]{2})$")]
    """``any``, a country, or ``not_CN``: every country but that one."""
    channel: Literal["any", "post", "courier"]
    value_basis: Literal["goods", "cif"]
    """What the band is compared with: goods alone, or goods and freight."""
    value_from_minor: Minor
    value_to_minor: Minor | None
    currency: Currency
    """Of the band, the specific duty, the relief and the fee."""
    duty_kind: Literal["none", "ad_valorem_hs", "ad_valorem_ppm", "specific_per_item", "specific_per_heading"]
    duty_base: Literal["none", "goods", "cif"]
    duty_ppm: Ppm
    duty_specific_minor: Minor
    duty_less_minor: Minor
    """Taken off the ad valorem duty, which does not fall below zero."""
    vat_kind: Literal["none", "at_sale", "at_border"]
    vat_base: Literal["none", "goods", "cif", "cif_duty", "gross_up"]
    """gross_up: the tax is part of its own base, rate/(1-rate) of goods, freight and duty."""
    vat_ppm: Ppm | None
    """None: the country's standard rate of the day."""
    fee_minor: Minor
    """Clearance fee of one parcel."""
    payer: Literal["seller", "buyer", "incoterm"]

    def covers(self, origin: str, channel: str) -> bool:
        """Whether goods of *origin* that come by *channel* are meant."""
        excluded = self.origin.removeprefix("not_")
        meant = excluded != origin if excluded != self.origin else self.origin in ("any", origin)
        return meant and self.channel in ("any", channel)


class DutyRate(Dated, frozen=True, kw_only=True):
    """One tariff line."""

    territory: Code
    code: Annotated[str, msgspec.Meta(pattern=r"^[0-9]{6,10}$")]
    description: str
    mfn_ppm: Ppm | None
    unsupported: str
    """The rate as written where it is not a plain percentage; then mfn_ppm is None."""
    extra_origin: str
    extra_ppm: Ppm
    """Added for goods of extra_origin: Section 301 in the United States."""
    extra_list: str

    def ppm(self, origin: str) -> int | None:
        """MFN rate and what is added for *origin*; None where the line is not ad valorem."""
        if self.mfn_ppm is None:
            return None
        return self.mfn_ppm + (self.extra_ppm if origin == self.extra_origin else 0)


class CategoryDuty(Dated, frozen=True, kw_only=True):
    """Rough ad valorem rate of a whole category, where no tariff table is carried."""

    territory: Code
    category: str
    duty_ppm: Ppm


class HsSuccession(Dated, frozen=True, kw_only=True):
    """Where goods of a code of HS 2022 stood in the edition before."""

    hs2022: Annotated[str, msgspec.Meta(pattern=r"^[0-9]{6}$")]
    hs2017: Annotated[str, msgspec.Meta(pattern=r"^[0-9]{6}$")]


class HsCode(msgspec.Struct, frozen=True, kw_only=True):
    """One heading of the Harmonized System."""

    code: str
    parent: str
    section: str
    description: str


class VatRate(Dated, frozen=True, kw_only=True):
    """VAT, GST or consumption tax of a country."""

    country: Code
    kind: Literal["standard", "reduced", "super_reduced", "parking"]
    ppm: Ppm


class PlatformFee(Dated, frozen=True, kw_only=True):
    """What a platform profile takes of one order, and when it pays out."""

    profile: str
    country: str
    category: str
    price_from_minor: Minor
    price_to_minor: Minor | None
    currency: Currency
    commission_ppm: Ppm
    transaction_ppm: Ppm
    payment_ppm: Ppm
    payment_fixed_minor: Minor
    foreign_card_ppm: Ppm
    conversion_ppm: Ppm
    creator_ppm: Ppm
    """Usual share of a creator where one sold the order."""
    programme_ppm: Ppm = 0
    """Share of the price the platform's voucher programme takes from shops that take part."""
    refund_admin_ppm: Ppm
    """Share of the commission kept when the order is refunded."""
    refund_admin_cap_minor: Minor
    dispute_fee_minor: Minor
    monthly_minor: Minor
    settlement_days: Natural
    new_seller_extra_days: Natural
    payout_cycle_days: Natural
    settles_from: Literal["payment", "delivery"]
    reserve_ppm: Ppm
    reserve_days: Natural


class PaymentMethod(Dated, frozen=True, kw_only=True):
    """One way to pay in one country."""

    country: Code
    method: str
    kind: Literal["card", "wallet", "bnpl", "bank", "voucher", "cod"]
    share_ppm: Ppm
    """Share of shoppers who like it best."""
    auth_ppm: Ppm
    """Authorised across the border, or a voucher paid in time; cash on delivery is always accepted."""
    refusal_ppm: Ppm
    """Cash on delivery: refused at the door."""
    confirmed_refusal_ppm: Ppm = 0
    """The same after somebody confirmed the order with the buyer."""
    pay_delay_hours: Natural
    """Until the money is sure to be on its way; zero when at once."""


class CarrierService(Dated, frozen=True, kw_only=True):
    """One service of one lane: price, speed and care."""

    service: str
    name_en: str
    name_zh: str
    origin: Code
    destination: Code
    load: Literal["parcel", "stock"]
    channel: Literal["post", "courier", "domestic", "freight"]
    currency: Currency
    base_minor: Minor
    included_g: Natural
    """Weight that the base price covers."""
    per_kg_minor: Minor
    min_charge_minor: Minor
    volumetric_divisor: Natural
    """Cubic centimetres that count as one kilogram; zero when volume is not charged."""
    max_g: Natural
    """Zero when there is no limit."""
    battery: Literal["no", "yes", "surcharge"]
    battery_extra_ppm: Ppm
    median_milliday: Natural
    sigma_ppm: Ppm
    """Spread of the logarithm of line-haul time."""
    last_mile_milliday: Natural
    handling_factor_ppm: Ppm
    loss_ppm: Ppm
    damage_ppm: Ppm
    incoterms: tuple[Literal["ddp", "dap"], ...]
    tracking: Literal["full", "partial"]


class Country(Dated, frozen=True, kw_only=True):
    """A market as the simulator sees it."""

    code: Code
    name_en: str
    name_zh: str
    currency: Currency
    territory: Code
    """Whose customs law and tariff it applies."""
    language: str
    timezone: str
    sales_tax_ppm: Ppm
    """Tax that the platform adds at checkout and remits; not VAT."""
    shoppers_per_day: Natural
    fx_volatility_ppm: Ppm
    cpm_minor: Minor
    """US cents for a thousand impressions."""
    cpc_minor: Minor
    """US cents for a click."""
    hold_ppm: Ppm
    green_milliday: Natural
    return_multiplier_ppm: Ppm
    fraud_ppm: Ppm
    first_reply_hours: Natural
    hour_profile: str


class Category(Dated, frozen=True, kw_only=True):
    """A trade category's habits."""

    code: str
    name_en: str
    name_zh: str
    elasticity_milli: Natural
    return_ppm: Ppm
    defect_ppm: Ppm
    order_value_minor: Minor
    """US cents of a usual order."""
    grams: Natural
    certificates: tuple[str, ...]
    headings: tuple[str, ...]


class HourProfile(Dated, frozen=True, kw_only=True):
    """How a day's traffic spreads over its hours."""

    name: str
    weights_ppm: Annotated[tuple[int, ...], msgspec.Meta(min_length=24, max_length=24)]
    """Share of each local hour; together one million."""


class UtcOffset(Dated, frozen=True, kw_only=True):
    """What the clocks of a country's main market show against UTC."""

    country: Code
    minutes: int
