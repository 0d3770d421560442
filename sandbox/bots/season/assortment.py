"""What stands on which shelf: new listings where stock lies, platform sales, and what no longer earns anything."""

from __future__ import annotations

from sandbox.bots.policy import Wish, wish
from sandbox.bots.season.demand import Pace
from sandbox.bots.season.habits import Habits
from sandbox.bots.season.knowledge import LANGUAGES, words_for
from sandbox.bots.season.manners import Manners
from sandbox.kernel.calendar import DAY
from sandbox.kernel.money import share
from sandbox.market.shelf.rows import PlatformSaleRow
from sandbox.roles.season_parts import ShelfPart
from sandbox.roles.view_types import OperationsView

ENOUGH = 15
"""Units in a country from which a new listing is worth its work."""
PAPERS_DAYS = 6
"""Goods nobody has rated yet wait so long for their papers."""
LAST_DAYS = 3
"""No new listing in the last days."""
SALE_UNITS = 40


def widen(view: OperationsView, habits: Habits, manners: Manners) -> list[Wish]:
    """Listings for products that lie in a country without standing on one of its shelves."""
    shelf, clock = view.shelf, view.common.clock
    assert shelf is not None
    if not habits.listings_a_day or clock.play_ends - clock.now < LAST_DAYS * DAY:
        return []
    if not manners.every(DAY, clock.now, "widen"):
        return []
    wishes: list[Wish] = []
    stands = {(row.platform, row.country, row.sku) for row in shelf.listings}
    shelves = list(dict.fromkeys((row.platform, row.country) for row in shelf.listings))
    for good in view.products:
        is_known = good.reviews > 0 or clock.now > PAPERS_DAYS * DAY
        for platform, country in shelves:
            stock = sum(node.stock.get(good.card.sku, 0) for node in view.nodes if node.country == country)
            if (platform, country, good.card.sku) in stands or stock < ENOUGH or not is_known:
                continue
            wishes.append(wish(
                "market.create_listing", sku=good.card.sku, platform=platform, country=country,
                language=LANGUAGES.get(country, "en"), price=good.card.list_price,
                keywords=list(words_for(good.card, shelf.keywords, habits.words)),
            ))
    return wishes[:habits.listings_a_day]


def join_sales(view: OperationsView, habits: Habits, pace: Pace, manners: Manners) -> list[Wish]:
    """Enrol what has stock in the sales that are open, at the least discount."""
    shelf = view.shelf
    assert shelf is not None
    if not habits.joins_sales:
        return []
    wishes = []
    for sale in shelf.sales:
        deadline = sale.deadline_day * DAY - view.common.clock.now
        if sale.is_open and deadline <= 2 * DAY:
            wishes += _enrol(view, shelf, sale, habits, pace, manners)
    return wishes


def _enrol(view: OperationsView, shelf: ShelfPart, sale: PlatformSaleRow, habits: Habits, pace: Pace,
           manners: Manners) -> list[Wish]:
    floors = {row.card.sku: row.floor_price for row in view.products}
    wishes = []
    for row in shelf.listings:
        there = (row.platform, row.country) == (sale.platform, sale.country) and row.state == "live"
        if not there or row.is_locked or row.sku not in floors or row.units < ENOUGH:
            continue
        days = (view.common.clock.play_ends - view.common.clock.now) // DAY
        if habits.pricing == "cover" and row.units < pace.units(row.country, row.sku, days):
            continue
        price = share(row.price, 1_000_000 - sale.min_discount_ppm)
        if price >= floors[row.sku] and manners.once("sale", sale.campaign, row.listing):
            wishes.append(wish("market.enrol_campaign", campaign=sale.campaign, listing=row.listing,
                               discount_ppm=sale.min_discount_ppm, units=min(row.units, SALE_UNITS)))
    return wishes
