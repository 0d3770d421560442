"""Rate cards: what a carrier charges for weight, volume and batteries."""

from __future__ import annotations

from sandbox.kernel.money import PPM, half_up, share
from sandbox.kernel.rule_rows import CarrierService
from sandbox.kernel.scenario import Product, Service


def chargeable_grams(row: CarrierService, product: Product, units: int) -> int:
    """Weight a carrier charges: real, or volume over the row's divisor, whichever is more."""
    if not row.volumetric_divisor:
        return product.grams * units
    return units * max(product.grams, half_up(product.volume_cm3 * 1000, row.volumetric_divisor))


def carriage(service: Service, row: CarrierService, product: Product, units: int, *, declared: bool = True) -> int:
    """Price of one parcel by the scenario's rates of a service, shop currency.

    Args:
        service: base fee and fee for each kilogram.
        row: what the base fee covers, and the charge for batteries.
        product: what is in it.
        units: how many of them.
        declared: whether the carrier knows of the battery.
    """
    grams = max(0, chargeable_grams(row, product, units) - row.included_g)
    cost = service.base_fee + half_up(service.per_kg_fee * grams, 1000)
    if product.battery and declared and row.battery == "surcharge":
        cost = share(cost, PPM + row.battery_extra_ppm)
    return cost
