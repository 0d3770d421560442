"""What a shop that sells today must hold already: papers of its goods, tax schemes, and the tax buyers pay on top."""

from __future__ import annotations

from typing import Any

from sandbox.kernel.rule_lookup import UnknownRuleError
from sandbox.kernel.rulebook import RuleBook


def tax_on_top(country: str, rules: RuleBook) -> float:
    """Share of the price that the buyer pays besides: VAT, or the sales tax that platforms add."""
    sales = rules.country(country).sales_tax_ppm
    try:
        return (sales or rules.vat(country, rules.on).ppm) / 1e6
    except UnknownRuleError:
        return sales / 1e6


def certificates_held(
    products: list[dict[str, Any]], listed: dict[str, tuple[str, ...]], rules: RuleBook
) -> list[dict[str, Any]]:
    """Every paper that the tables ask for, of every product in every country where it is listed."""
    by_sku = {product["sku"]: product for product in products}
    return [
        {"sku": sku, "country": country, "certificate": row.code, "granted_day": 0}
        for country, skus in listed.items()
        for sku in skus
        for row in rules.certificates(country, by_sku[sku]["category"], by_sku[sku]["battery"], rules.on)
    ]


def schemes_joined(countries: list[str], rules: RuleBook) -> list[list[str]]:
    """Every tax and customs scheme a seller to *countries* may join, as (place, scheme)."""
    rows = [row for country in countries for row in rules.registrations(country, rules.on)]
    return [list(pair) for pair in dict.fromkeys((row.country, row.scheme) for row in rows)]
