"""Prices on the shelf: cut them, take the list price, or let them follow the cover of the stock."""

from __future__ import annotations

from sandbox.bots.policy import Wish, wish
from sandbox.bots.season.demand import MILLI, Pace
from sandbox.bots.season.habits import Habits
from sandbox.bots.season.manners import Manners
from sandbox.kernel.calendar import DAY
from sandbox.market.shelf.rows import ListingRow
from sandbox.roles.view_types import OperationsView, ProductRow

CUT_PPM = -200_000
LOW_PPM, HIGH_PPM = 930_000, 1_150_000
"""Limits of a price that follows cover, shares of the list price: chosen."""
STEP_PPM = 60_000
"""Most that a price moves in a day."""
SCARCE, PLENTY = 0.85, 1.6
"""Stock against what will be sold until the end: below the first dearer, above the second cheaper."""
ENDING = 99


def reprice(view: OperationsView, habits: Habits, pace: Pace, manners: Manners, change_ppm: int) -> list[Wish]:
    """The changes of listing prices of one look."""
    assert view.shelf is not None
    now = view.common.clock.now
    goods = {row.card.sku: row for row in view.products}
    wishes = []
    for listing in view.shelf.listings:
        good = goods.get(listing.sku)
        if good is None or listing.is_locked or listing.state not in ("live", "review"):
            continue
        price = _wanted(view, listing, good, habits, pace, change_ppm)
        moves = manners.once("cut", listing.listing) if habits.pricing != "cover" else (
            price != listing.price and manners.every(DAY, now, "price", listing.listing))
        if moves and price != listing.price:
            wishes.append(wish("market.set_listing_price", listing=listing.listing, price=price))
    return wishes


def _wanted(view: OperationsView, listing: ListingRow, good: ProductRow, habits: Habits, pace: Pace,
            change_ppm: int) -> int:
    if habits.pricing == "keep":
        return max(good.floor_price, listing.price + listing.price * change_ppm // 1_000_000)
    if habits.pricing == "list":
        return good.card.list_price
    return _by_cover(view, listing, good, pace)


def _by_cover(view: OperationsView, listing: ListingRow, good: ProductRow, pace: Pace) -> int:
    """The list price at first; then a step up while the stock will not last, a step down while it lasts too long."""
    clock, anchor = view.common.clock, good.card.list_price
    low, high = anchor * LOW_PPM // 1_000_000, anchor * HIGH_PPM // 1_000_000
    if clock.now < 2 * DAY:
        return anchor
    need = pace.daily.get((listing.country, listing.sku), 0) * max(1, (clock.play_ends - clock.now) // DAY) / MILLI
    ratio = listing.units / need if need else ENDING
    step = STEP_PPM if ratio < SCARCE else -STEP_PPM if ratio > PLENTY else 0
    price = listing.price + listing.price * step // 1_000_000
    return max(good.floor_price, min(high, max(low, price)))
