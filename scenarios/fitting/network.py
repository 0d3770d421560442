"""Warehouses and delivery services for the countries of a case, from the rows of the carrier table."""

from __future__ import annotations

import math
from typing import Any

from msgspec import Struct

from sandbox.kernel.money import Money
from sandbox.kernel.rule_lookup import UnknownRuleError
from sandbox.kernel.rule_rows import CarrierService
from sandbox.kernel.rulebook import RuleBook
from scenarios.fitting.guessing import FALLBACK

HOME = "cn-home"
LOCAL_SHARE = 0.1
"""Countries with at least this share of the orders get a warehouse of their own (chosen) ..."""
MOST_LOCAL = 3
"""... but no more than so many."""
WANTED = (("post", "post", 26), ("line", "line", 14), ("express", "express", 7), ("local", "local", 4))
"""Service of the table, its channel in a scenario, and the days that buyers are told (chosen, as in ``first-live``)."""
EXPRESS_FEE = 490
"""US cents that buyers pay for express delivery; the others are free (chosen, as in ``first-live``)."""
HOURS = {"opens_hour": 8, "closes_hour": 18, "cut_off_hour": 16}


class Network(Struct, frozen=True):
    """How goods travel."""

    warehouses: list[dict[str, Any]]
    services: list[dict[str, Any]]
    defaults: dict[str, str]
    local: dict[str, str]
    """Country to the node in it."""


def playable(mix: dict[str, float], categories: set[str], rules: RuleBook) -> dict[str, float]:
    """The countries of *mix* with shoppers, carriers, ways to pay and duties for *categories*; shares sum to one."""
    kept = {code: share for code, share in mix.items() if _answers(code, categories, rules)}
    total = sum(kept.values())
    return {code: share / total for code, share in kept.items()}


def _answers(country: str, categories: set[str], rules: RuleBook) -> bool:
    try:
        if not rules.country(country).shoppers_per_day:
            return False
        rules.methods(country, rules.on)
        rules.service("line", "CN", country, rules.on)
        for category in sorted(categories):
            rules.duty(country, FALLBACK[category], rules.on, category=category)
    except UnknownRuleError:
        return False
    return True


def network_for(mix: dict[str, float], orders_per_day: float, currency: str, rules: RuleBook) -> Network:
    """Lay out warehouses and services.

    Args:
        mix: share of orders by country.
        orders_per_day: expected at the start.
        currency: of the shop.
        rules: for carriers, clocks and exchange rates.
    """
    ranked = [code for code in mix if mix[code] >= LOCAL_SHARE and _row("local", code, code, rules) is not None]
    local = {code: f"{code.lower()}-local" for code in ranked[:MOST_LOCAL]}
    away = orders_per_day * sum(share for code, share in mix.items() if code not in local)
    warehouses = [_warehouse(HOME, "CN", max(away, orders_per_day * 0.3), rules)]
    warehouses += [_warehouse(node, code, orders_per_day * mix[code], rules) for code, node in local.items()]
    services = []
    for code in mix:
        for name, channel, days in WANTED:
            origin, node = (code, local.get(code, "")) if channel == "local" else ("CN", HOME)
            row = _row(name, origin, code, rules) if node else None
            if row is not None:
                services.append(_service(row, code, channel, node, days, currency, rules))
    defaults = {code: f"{code.lower()}-{'local' if code in local else 'line'}" for code in mix}
    return Network(warehouses, services, defaults, local)


def _row(name: str, origin: str, country: str, rules: RuleBook) -> CarrierService | None:
    try:
        return rules.service(name, origin, country, rules.on)
    except UnknownRuleError:
        return None


def _warehouse(node: str, country: str, orders: float, rules: RuleBook) -> dict[str, Any]:
    """A warehouse that packs one and a half times the expected orders in its hours (chosen)."""
    hours = HOURS["closes_hour"] - HOURS["opens_hour"]
    return {"node": node, "country": country, "packs_per_hour": max(8, math.ceil(1.5 * orders / hours)), **HOURS,
            "utc_offset_minutes": rules.utc_offset(country, rules.on), "consignment_size": 40}


def _service(
    row: CarrierService, country: str, channel: str, node: str, days: int, currency: str, rules: RuleBook
) -> dict[str, Any]:
    def own(minor: int, source: str) -> int:
        return rules.convert(Money(minor, source), currency, rules.on)

    return {
        "id": f"{country.lower()}-{channel}", "country": country, "channel": channel, "node": node,
        "incoterm": "DDP" if "ddp" in row.incoterms else "DAP", "base_fee": own(row.base_minor, row.currency),
        "per_kg_fee": own(row.per_kg_minor, row.currency),
        "fee_charged": own(EXPRESS_FEE, "USD") if channel == "express" else 0, "promise_days": days,
        "carrier_row": row.service,
    }
