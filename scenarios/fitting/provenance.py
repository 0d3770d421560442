"""Where the case comes from, and one line for every number in it that the data did not give."""

from __future__ import annotations

from datetime import date
from typing import Any

from sandbox.kernel.money import digits
from scenarios.fitting.fit import Fit, day_text
from scenarios.fitting.products import COST_SHARE, COVER_DAYS, FLOOR_SHARE
from scenarios.fitting.sections import CASH_DAYS, RIVALS, SHOW_HOUR
from scenarios.fitting.shelf_scale import USUAL_REVIEWS, Shelf


def provenance_of(
    fit: Fit, author: str, on: date, starts: date, left_out: dict[str, float], guesses: list[str], shelf: Shelf
) -> dict[str, Any]:
    """The provenance section.

    Args:
        fit: what was measured.
        author: who vouches for the data.
        on: the day of writing.
        starts: first market day of the case.
        left_out: share of orders by country that the case does not play.
        guesses: lines about single products.
        shelf: the fitted start of the shelf.
    """
    fitted = f"{day_text(fit.first_day)} - {day_text(fit.held_from - 1)}"
    rows = len(fit.rows)
    test = fit.held
    return {
        "author": author, "on": on.isoformat(),
        "source": {
            "en": f"Order lines of a shop, {fitted}: {rows} lines used. Buyers were made anonymous while the file was "
                  f"read. Tested on the {test.days} days after: orders a day off by {test.model.orders_wape:.0%} "
                  f"(WAPE), last week repeated by {test.naive.orders_wape:.0%}.",
            "zh": f"一家店铺{fitted}的订单明细，使用{rows}行。读取时即对买家匿名。用其后{test.days}天检验："
                  f"日订单加权误差{test.model.orders_wape:.0%}，照搬上周则为{test.naive.orders_wape:.0%}。",
        },
        "changes": [*_taken(fit, starts, left_out), *_assumed(fit, shelf), *guesses],
    }


def _taken(fit: Fit, starts: date, left_out: dict[str, float]) -> list[str]:
    """What was moved, pooled or left out."""
    catalogue, habits = fit.catalogue, fit.habits
    lines = [
        f"time: the days after {day_text(fit.held_from - 1)} are played from {starts.isoformat()}, same weekday and "
        "season, because the rule tables and exchange rates are known there",
        f"catalogue: {len(catalogue.items)} of {catalogue.products} products, {catalogue.revenue:.0%} of revenue; "
        "products with fewer than 5 buyers are never shown",
        f"baskets: {habits.lines_per_order['mean']:.1f} lines an order in the data; the simulator's order holds one "
        "product, so orders match and revenue is lower",
        f"packs: {sum(item.pack > 1 for item in catalogue.items)} products are sold in packs worth about a median "
        "line of the data; price, cost and weight are those of a pack",
        "names: capitals softened; one language made from the noun of the goods where the file has only the other",
    ]
    if left_out:
        lines.append("countries left out (no rules, no duties, or fewer than 5 buyers): "
                     + ", ".join(f"{code} {share:.1%}" for code, share in left_out.items()))
    if fit.currency_guessed:
        lines.append(f"currency: {fit.currency} assumed, that of the country with most orders; the file names none")
    return lines


def _assumed(fit: Fit, shelf: Shelf) -> list[str]:
    """Every number that stands in the file because one must, and what it stands on."""
    costs = "unit_cost: from the file where it has one, else" if fit.lines.has_costs else "unit_cost: not in the file;"
    elasticities = [
        f"elasticity of {one.category}: the data say {one.value:.2f} (error {one.error:.2f}), the simulator plays the "
        "value of its category table" if one.value is not None and one.error is not None
        else f"elasticity of {one.category}: value of the category table; the data cannot say ({one.why})"
        for one in fit.catalogue.elasticities
    ]
    where = "at the busiest hour of the data" if fit.habits.hours else f"at {SHOW_HOUR}:00, the file has no hours"
    return [
        f"{costs} {COST_SHARE:.0%} of the price assumed",
        f"floor_price: {FLOOR_SHARE:.0%} of the price, or 115 % of the cost, assumed",
        "reference_price: median of the weekly prices where that is above the price now, else the price itself",
        "grams, volume_cm3, drawing: of the kind of goods that the name means, not measured",
        "quality 70 %, fit 50 %, rating 4.3: assumed; defect: category table",
        f"reviews: {USUAL_REVIEWS} a product on average, by their share of orders, assumed",
        f"stock: {COVER_DAYS['local']} days of sales in local warehouses, {COVER_DAYS['home']} at home, assumed; "
        "sales of the data or of the fitted shelf, whichever is higher",
        "certificates, registrations: the shop holds every paper and has joined every scheme of its countries, assumed",
        "warehouses, hours, packers, consignment size: assumed for the expected orders; home is China",
        "services: prices of the carrier table on the first day; promised days and fees as in first-live",
        f"cash: {CASH_DAYS} days of expected revenue, half of it as credit, and at least USD 5,000, assumed",
        f"show: size of the room, followers and scene as in first-live, {where}",
        f"market: {RIVALS} rivals a category around its table's usual price, assumed; shoppers at "
        f"{shelf.scale_ppm / 1e6:.3f} of the country table so that expected shelf orders match the data's "
        f"{sum(one.target for one in shelf.countries.values()):.1f} a day",
        "market.listings: number of listings, reviews and page quality chosen so that countries and products sell as "
        "in the data; rating 4.3, age 60 days assumed",
        "supplier: one for all, at the unit cost, minimum 100, 12 days, assumed",
        "desk, account score, credit: as in first-live, assumed",
        *elasticities,
        "weekday rhythm, hours, cancellations and returns: measured (fit.json), but the simulator plays its own tables",
    ]


def money_text(amount: float, currency: str) -> str:
    """``GBP 12.50``."""
    return f"{currency} {amount:,.{digits(currency)}f}"
