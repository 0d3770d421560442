"""Paid traffic to the shelf: what is advertised, at which bid, and when it stops."""

from __future__ import annotations

from sandbox.bots.policy import Wish, wish
from sandbox.bots.season.habits import Habits
from sandbox.bots.season.knowledge import words_for
from sandbox.bots.season.manners import Manners
from sandbox.kernel.calendar import DAY
from sandbox.market.ads.rows import CampaignRow
from sandbox.market.shelf.rows import ListingRow
from sandbox.roles.season_parts import ShelfPart
from sandbox.roles.view_types import TrafficView

MARGIN_PPM = 350_000
"""What a usual sale leaves before ads."""
USUAL_ORDERS, USUAL_CLICKS = 3, 60
"""One buyer of twenty who click, until the listing shows its own rate."""
FLAT_BID = 100
LEAST_BID, MOST_BID = 25, 140
"""Below the first no platform takes a bid; above the second no small shop earns. Minor units, chosen."""
ENOUGH = 12
BREAK_EVEN_PPM, GOOD_PPM = 2_860_000, 4_500_000
"""Return that a margin of 35 % needs, and one from which a higher bid pays although the panel counts too much."""
JUDGED_FROM = 800
"""Spend from which a return says something."""
STEP_PPM = 150_000
TIRED_PPM = 700_000
LAST_DAYS = 2
HOOKS = ("problem", "result", "behind_scenes", "price")


def begin(view: TrafficView, habits: Habits, manners: Manners) -> list[Wish]:
    """New campaigns, one of a product and market."""
    shelf, ads, clock = view.shelf, view.ads, view.common.clock
    if shelf is None or ads is None or (clock.play_ends - clock.now) // DAY < LAST_DAYS:
        return []
    running = [one for one in ads.campaigns if one.status != "ended"]
    room, spent = habits.campaigns - len(running), sum(one.daily_budget for one in running)
    affordable = (view.cash // 4 - spent) // habits.daily_budget
    wishes: list[Wish] = []
    for row in _candidates(shelf, habits):
        if len(wishes) >= min(room, affordable):
            break
        bid = _bid(row, habits)
        if bid >= LEAST_BID and manners.once("ad", row.listing):
            wishes.append(_search(view, shelf, row, habits, bid))
    return wishes


def _candidates(shelf: ShelfPart, habits: Habits) -> list[ListingRow]:
    """What has stock, the dearest that sells first."""
    rows = [row for row in shelf.listings if row.state == "live" and row.units >= ENOUGH]
    if habits.bidding == "flat":
        return sorted(rows, key=lambda row: (-row.price, row.listing))
    return sorted(rows, key=lambda row: (-(row.orders + 1) * row.price * (row.stars + 100), row.listing))


def _bid(row: ListingRow, habits: Habits) -> int:
    """What a click may cost: margin times the chance that it buys."""
    if habits.bidding == "flat":
        return FLAT_BID
    clicks, orders = row.clicks + USUAL_CLICKS, row.orders + USUAL_ORDERS
    return min(MOST_BID, row.asked * MARGIN_PPM // 1_000_000 * orders // clicks)


def _search(view: TrafficView, shelf: ShelfPart, row: ListingRow, habits: Habits, bid: int) -> Wish:
    card = next(card for card in view.products if card.sku == row.sku)
    clock = view.common.clock
    return wish(
        "market.create_campaign", kind="search", country=row.country, platform=row.platform, sku=row.sku,
        keywords=list(words_for(card, shelf.keywords, habits.words)), bid=bid, daily_budget=habits.daily_budget,
        days=max(1, min(60, (clock.play_ends - clock.now) // DAY)),
    )


def steer(view: TrafficView, habits: Habits, manners: Manners) -> list[Wish]:
    """Stop what does not earn; the measured style also moves bids, and brings new pictures."""
    if view.ads is None or view.shelf is None or habits.bidding == "flat":
        return []
    units = {row.listing: row.units for row in view.shelf.listings}
    wishes: list[Wish] = []
    for one in view.ads.campaigns:
        if one.status == "running":
            wishes += _judge(one, units.get(one.listing, 0), habits, manners, view.common.clock.now)
    return wishes


def _judge(one: CampaignRow, units: int, habits: Habits, manners: Manners, now: int) -> list[Wish]:
    roas, is_judged = one.reported_roas_ppm or 0, one.spend >= JUDGED_FROM
    sold_out = habits.bidding == "measured" and units == 0
    if (is_judged and roas < BREAK_EVEN_PPM) or sold_out:
        return [wish("market.pause_campaign", campaign=one.campaign)] if manners.once("stop", one.campaign) else []
    if habits.bidding != "measured" or not manners.every(DAY, now, "bid", one.campaign):
        return []
    strength = one.creative_strength_ppm
    if strength is not None and strength < TIRED_PPM and one.creative_ready_at is None:
        hook = HOOKS[(HOOKS.index(one.creative_hook) + 1) % len(HOOKS)]
        return [wish("market.upload_creative", campaign=one.campaign, hook=hook)]
    bid = one.bid * (1_000_000 + STEP_PPM * (1 if roas > GOOD_PPM else -1)) // 1_000_000
    bid = max(LEAST_BID, min(MOST_BID, bid))
    moves = is_judged and bid != one.bid and one.bid and (roas > GOOD_PPM or roas < BREAK_EVEN_PPM * 6 // 5)
    return [wish("market.set_bid", campaign=one.campaign, bid=bid)] if moves else []
