"""Rival shops in the search auctions: what they bid today, and when they raise."""

from __future__ import annotations

from collections.abc import Callable

from sandbox.kernel.detmath import det_exp
from sandbox.kernel.ids import child
from sandbox.kernel.money import PPM
from sandbox.kernel.world import World
from sandbox.market.ads.auction import Entry

BIDDERS = 5
"""Rival shops that bid in one market, where there are so many: chosen."""
BID_SIGMA = 0.4
"""Spread of the logarithm of rivals' bids from day to day: chosen."""
RIVAL_CLICK_PPM = 200_000
"""Chance of a click on a rival's sponsored listing: that of an average listing, chosen."""
CLICK_SIGMA = 0.15
"""Spread of the logarithm of that chance between rivals: chosen."""
RAISE_PPM = 1_100_000
RELAX_PPM = 50_000
MOST_PPM = 2_000_000
"""A displaced rival raises by a tenth, up to twice its bid, and comes back by a twentieth a day: chosen."""
GOOD_PLACES = 3

WORDS = ("own", "foreign")
"""The words of the category, and words that shoppers of other things use."""


class Bidder:
    """One rival shop in one market; a Mesa council asks it once a day whether to raise.

    Args:
        market: name of the market, for keys.
        number: which of its bidders.
        world: keyed chance.
        haste_ppm: chance a day that it answers.
        displaced: whether teams pushed it out of the good places today.
    """

    def __init__(self, market: str, number: int, world: World, haste_ppm: int,
                 displaced: Callable[[int], bool]) -> None:
        self.key = child(child(0, f"bidders:{market}", 0), "bidder", number)
        self.id = f"~{number}"
        self.level_ppm = PPM
        """Its bids against what it would bid in peace."""
        self._number = number
        self._bids = world.stream("ctx.ads.bid")
        self._answers = world.stream("ctx.ads.answer")
        self._haste = haste_ppm / PPM
        self._displaced = displaced
        self.day = 0
        """Day of the run it decides about."""
        self._wants = PPM
        self.click_ppm = int(RIVAL_CLICK_PPM * det_exp(CLICK_SIGMA * self._bids.normal(self.key, 0)) + 0.5)

    def decide(self) -> None:
        """Raise when pushed out of the first three, else let the bid sink back."""
        if not self._displaced(self._number):
            self._wants = self.level_ppm - (self.level_ppm - PPM) * RELAX_PPM // PPM
        elif self._answers.happens(self._haste, self.key, self.day):
            self._wants = min(MOST_PPM, self.level_ppm * RAISE_PPM // PPM)
        else:
            self._wants = self.level_ppm

    def apply(self) -> None:
        """Bid so from the next day on."""
        self.level_ppm = self._wants

    def entry(self, day: int, words: int, cpc: float) -> Entry:
        """Its bid of one day: lognormal around the usual price of a click.

        Args:
            day: day of the run.
            words: 0 for the words of the category, 1 for foreign ones.
            cpc: usual price of a click, minor units.
        """
        noise = BID_SIGMA * self._bids.normal(self.key, 2 * day + words + 1)
        return Entry(self.id, max(1, int(cpc * det_exp(noise) * self.level_ppm / PPM + 0.5)), self.click_ppm)

    def state(self) -> list[int]:
        """What decides the future."""
        return [self.level_ppm]
