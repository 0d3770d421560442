"""Shocks to the shelf market: a platform's own label, a price war, rivals that sell out."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sandbox.kernel.ids import to_text
from sandbox.market.shelf.cell import CHARGE, CONTENT, COUNT, DAYS, STARS, THERE, Cell
from sandbox.market.shelf.field import Field
from sandbox.market.shelf.rivalry import FLOOR_PPM, strongest

LABEL_PRICE_PPM, LABEL_ATTENTION_PPM = 780_000, 150_000
WAR_PPM = 150_000
KINDS = ("platform_own_label", "price_war", "rivals_sold_out")
"""Sizes are chosen."""


def provoke(field: Field, kind: str, params: Mapping[str, Any]) -> list[int]:
    """Let a shock happen; returns the numbers of the markets it touches.

    Args:
        field: all markets.
        kind: one of :data:`KINDS`.
        params: ``country``, ``category`` and ``platform`` narrow it down; ``cut_ppm`` (price war) and ``days`` (sold
            out) size it.

    Raises:
        ValueError: an unknown kind.
    """
    if kind not in KINDS:
        raise ValueError(f"expected one of {', '.join(KINDS)}, got {kind}")
    touched = []
    for number, plan in enumerate(field.plans):
        cell = plan.cell
        fits = all(getattr(cell.where, name) == params.get(name, getattr(cell.where, name))
                   for name in ("country", "category", "platform"))
        if fits and cell.rivals:
            _strike(field, cell, kind, params)
            touched.append(number)
    return touched


def _strike(field: Field, cell: Cell, kind: str, params: Mapping[str, Any]) -> None:
    if kind == "platform_own_label":
        row = strongest(cell)
        price = max(1, cell.usual_price * LABEL_PRICE_PPM // 1_000_000)
        cell.numbers[CHARGE, row], cell.numbers[STARS, row] = price, 440
        cell.numbers[COUNT, row] = max(500, int(cell.numbers[COUNT, row]))
        cell.facts[CONTENT, row], cell.facts[DAYS, row] = 0.85, 2.0
        cell.promoted[row], cell.cost[row], cell.away[row] = LABEL_ATTENTION_PPM, price * 7 // 10, 0
        cell.numbers[THERE, row], cell.used[row] = 1, float(price)
        field.say(cell, to_text(int(cell.ids[row])), "own_label", price)
    elif kind == "price_war":
        cut = 1_000_000 - int(params.get("cut_ppm", WAR_PPM))
        for row in range(cell.rivals):
            floor = int(cell.cost[row]) * FLOOR_PPM // 1_000_000
            price = int(cell.numbers[CHARGE, row])
            cell.numbers[CHARGE, row] = max(min(floor, price), price * cut // 1_000_000)
        field.say(cell, "", "price_war", int(params.get("cut_ppm", WAR_PPM)))
    else:
        row = strongest(cell)
        cell.away[row], cell.numbers[THERE, row] = max(1, int(params.get("days", 5))), 0
        field.say(cell, to_text(int(cell.ids[row])), "sold_out", 0)
