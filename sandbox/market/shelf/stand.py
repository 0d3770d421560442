"""How a team's listings get into the columns of a market."""

from __future__ import annotations

from collections.abc import Callable

from sandbox.kernel.calendar import DAY
from sandbox.kernel.detmath import det_exp, det_log
from sandbox.kernel.money import PPM
from sandbox.market.shelf import laws
from sandbox.market.shelf.cell import CHARGE, RANK, THERE, Cell, Where
from sandbox.market.shelf.listing import ShelfListing
from sandbox.market.shelf.side import ShelfSide, Shown

Sponsored = Callable[[str, str, str, str, str], int]
"""(team, listing, category, country, platform) -> extra attention in ppm, from ads."""
STRIKE_DAYS = 30
"""A strike weighs in the ranking for so long: chosen."""


class Stand:
    """One team's listing in one market.

    Args:
        cell: the market.
        row: its place in the columns.
        team: whose.
        side: the team's shop.
        listing: what stands there.
    """

    def __init__(self, cell: Cell, row: int, team: str, side: ShelfSide, listing: ShelfListing) -> None:
        self.cell, self.row, self.team, self.side, self.listing = cell, row, team, side, listing
        cell.used[row] = 0.0

    def fill(self, now: int, sponsored: Sponsored) -> bool:
        """Write what shoppers see now into the columns; says whether it came onto the shelf or left it."""
        cell, row, listing = self.cell, self.row, self.listing
        is_live = listing.state == "live"
        was_live = bool(cell.listed[row])
        if not is_live and not was_live:
            return False
        cell.listed[row] = is_live
        shown = self.side.shown(listing)
        cell.used[row] = cell.used[row] or shown.charge
        cell.asked[row] = shown.asked
        numbers, facts, standing = cell.numbers, cell.facts, cell.standing
        numbers[CHARGE:, row] = (shown.charge, shown.stars, shown.reviews, self._extra(now, sponsored),
                                 is_live and shown.units > 0)
        facts[:, row] = (self._usual(shown, now), listing.content_ppm / PPM, shown.days, shown.plus,
                         self._style())
        standing[:, row] = (shown.stars / 100, shown.on_time, listing.words_ppm / PPM, standing[3, row],
                            max(0.0, (now - listing.born) / DAY), min(1, listing.strikes))
        self.side.found(listing, is_live and shown.units > 0)
        return is_live != was_live

    def _extra(self, now: int, sponsored: Sponsored) -> int:
        cell, listing = self.cell, self.listing
        where = cell.where
        extra = sponsored(self.team, listing.listing, where.category, where.country, where.platform)
        rank = int(cell.numbers[RANK, self.row])
        if listing.in_sale(now) and listing.sale is not None and rank > 0:
            extra += int(laws.attention(rank) * (listing.sale.boost_ppm - PPM))
        return extra

    def _usual(self, shown: Shown, now: int) -> float:
        """What people take as its usual price, a struck price beside it believed in part."""
        used = float(self.cell.used[self.row])
        pull = self.listing.struck_pull(now)
        if pull <= 0.0:
            return used
        struck = self.listing.struck * shown.charge / max(1, shown.asked)
        return used * det_exp(pull * max(0.0, det_log(struck / used)))

    def _style(self) -> float:
        """Which of the two tastes it suits, -1 to 1: fixed by the goods."""
        return 2.0 * (int(self.cell.ids[self.row]) % 1_000_003) / 1_000_003.0 - 1.0

    @property
    def is_there(self) -> bool:
        """Whether shoppers can have it."""
        return bool(self.cell.numbers[THERE, self.row])


def seats_of(sides: dict[str, ShelfSide], where: Where) -> list[tuple[str, str]]:
    """Every (team, sku) that may ever stand in a market: its products, and two sets."""
    teams = [where.team] if where.team else list(sides)
    seats = []
    for team in teams:
        seats += [(team, sku) for sku in sides[team].skus_of(where.category)] + [(team, ""), (team, "")]
    return seats


