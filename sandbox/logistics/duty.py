"""Duty, VAT and fees of one parcel, from the dated rows of the rule book. No country is named here.

One base row of the book decides how a parcel of that value, channel and day is treated; every extra row is added. The
rows say which base a rate is taken of; this module only carries that out, and names each row it used.
"""

from __future__ import annotations

from typing import NamedTuple

from msgspec import Struct

from sandbox.kernel.money import PPM, Money, half_up, share
from sandbox.kernel.rule_rows import ImportRegime, iso
from sandbox.kernel.rulebook import RuleBook


class Goods(NamedTuple):
    """What is in the parcel, as declared."""

    hs: str
    """Code of six to ten digits."""
    category: str
    value: Money


class Way(NamedTuple):
    """How it comes."""

    country: str
    channel: str
    """``post``, ``courier`` or ``domestic``: the channel of the carrier's row."""
    incoterm: str
    """``DDP`` or ``DAP``."""
    freight: Money
    """What the buyer pays for delivery; part of the base where a rule says so."""
    origin: str = "CN"
    regime: str = ""
    """A scheme by name; empty for the ordinary one of a registered online seller."""


class Charges(Struct, frozen=True, kw_only=True):
    """What the state and the clearing agent take for one parcel, minor units of ``currency``."""

    currency: str
    duty: int = 0
    vat_at_sale: int = 0
    """VAT collected from the buyer at checkout, and remitted by the platform."""
    sales_tax: int = 0
    """Sales tax collected from the buyer at checkout, and remitted by the platform."""
    vat_at_border: int = 0
    fees: int = 0
    payer: str = "seller"
    """Who pays duty, VAT at the border and fees: ``seller`` or ``buyer``."""
    rules: tuple[str, ...] = ()
    """Rows that applied, in the order they were used."""

    @property
    def at_sale(self) -> int:
        """Everything the buyer pays at checkout."""
        return self.vat_at_sale + self.sales_tax

    @property
    def at_border(self) -> int:
        """Everything due on import."""
        return self.duty + self.vat_at_border + self.fees


def assess(rules: RuleBook, on: int, goods: Goods, way: Way) -> Charges:
    """What is due for a parcel of one heading.

    Args:
        rules: the book of the run.
        on: ordinal day of sale (for a quote) or of import.
        goods: the declared goods; their value in any currency the book can convert.
        way: country, channel, terms and freight.

    Returns:
        The charges in the currency of the country.

    Raises:
        UnknownRuleError: the book has no rule for this parcel.
    """
    currency = rules.country(way.country).currency
    local = goods._replace(value=Money(rules.convert(goods.value, currency, on), currency))
    path = way._replace(freight=Money(rules.convert(way.freight, currency, on), currency))
    if way.channel == "domestic":
        return _inland(rules, on, local, path)
    return _import(rules, on, local, path)


def _inland(rules: RuleBook, on: int, goods: Goods, way: Way) -> Charges:
    """Goods already in free circulation: only the tax at sale."""
    base = goods.value.minor + way.freight.minor
    used: list[str] = []
    sales_tax = _sales_tax(rules, way.country, base, used)
    vat = 0 if used else share(base, _standard_vat(rules, on, way.country, used))
    return Charges(currency=goods.value.currency, vat_at_sale=vat, sales_tax=sales_tax, rules=tuple(used))


def _import(rules: RuleBook, on: int, goods: Goods, way: Way) -> Charges:
    freight = way.freight.minor
    base = rules.regime(
        way.country, on, way.channel, goods.value, freight_minor=freight, origin=way.origin, regime=way.regime
    )
    extras = rules.extras(way.country, on, way.channel, goods.value, freight_minor=freight, origin=way.origin)
    used: list[str] = []
    duty = sum(_duty(rules, on, row, goods, way, used) for row in (base, *extras))
    fees = sum(rules.convert(Money(row.fee_minor, row.currency), goods.value.currency, on) for row in (base, *extras))
    vat = _vat(rules, on, base, goods.value.minor, freight, duty, way.country, used)
    at_sale = base.vat_kind == "at_sale"
    sales_tax = _sales_tax(rules, way.country, goods.value.minor + freight, used)
    return Charges(
        currency=goods.value.currency,
        duty=duty,
        vat_at_sale=vat if at_sale else 0,
        sales_tax=sales_tax,
        vat_at_border=0 if at_sale else vat,
        fees=fees,
        payer=_payer(base, way),
        rules=tuple(used),
    )


def _duty(rules: RuleBook, on: int, row: ImportRegime, goods: Goods, way: Way, used: list[str]) -> int:
    used.append(row.id)
    base = goods.value.minor + (way.freight.minor if row.duty_base == "cif" else 0)
    if row.duty_kind == "none":
        return 0
    if row.duty_kind == "ad_valorem_hs":
        line = rules.duty(way.country, goods.hs, on, origin=way.origin, category=goods.category)
        used.append(f"tariff-{line.row.territory.lower()}-{line.line}")
        return share(base, line.ppm)
    if row.duty_kind == "ad_valorem_ppm":
        relief = rules.convert(Money(row.duty_less_minor, row.currency), goods.value.currency, on)
        return max(0, share(base, row.duty_ppm) - relief)
    # One postal item and one heading: an order is one product in one parcel.
    return rules.convert(Money(row.duty_specific_minor, row.currency), goods.value.currency, on)


def _vat(
    rules: RuleBook, on: int, row: ImportRegime, goods: int, freight: int, duty: int, country: str, used: list[str]
) -> int:
    if row.vat_kind == "none":
        return 0
    ppm = _standard_vat(rules, on, country, used) if row.vat_ppm is None else row.vat_ppm
    if row.vat_base == "gross_up":
        return half_up((goods + freight + duty) * ppm, PPM - ppm)
    base = {"none": 0, "goods": goods, "cif": goods + freight, "cif_duty": goods + freight + duty}[row.vat_base]
    return share(base, ppm)


def _standard_vat(rules: RuleBook, on: int, country: str, used: list[str]) -> int:
    row = rules.vat(country, on)
    used.append(f"vat-{country.lower()}-{iso(row.effective_from)}")
    return row.ppm


def _sales_tax(rules: RuleBook, country: str, base: int, used: list[str]) -> int:
    ppm = rules.country(country).sales_tax_ppm
    if ppm:
        used.append(f"sales-tax-{country.lower()}")
    return share(base, ppm)


def _payer(row: ImportRegime, way: Way) -> str:
    if row.payer == "incoterm":
        return "seller" if way.incoterm == "DDP" else "buyer"
    return row.payer
