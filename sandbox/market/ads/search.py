"""Search ads of one market: who stands in which sponsored slot, paced to the day's budgets.

Each campaign takes part in the share of auctions its budget allows, evenly over the day (uniform throttling; Karande,
Mehta and Srikant, "Optimizing budget constrained spend in search advertising", 2013). A word that has nothing to do
with the category halves both the clicks and the orders it brings.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from sandbox.kernel.money import PPM
from sandbox.kernel.world import World
from sandbox.market.ads.auction import Entry, expected_seat, ranking
from sandbox.market.ads.bidders import BIDDERS, GOOD_PLACES, WORDS, Bidder
from sandbox.market.ads.campaign import Books, Campaign, Plan
from sandbox.market.ads.prices import Prices
from sandbox.market.ads.reads import Field

FOREIGN = 0.5
"""What a foreign word leaves of clicks and of orders per click: chosen."""


class Offer(NamedTuple):
    """One campaign in one kind of words."""

    entry: Entry
    share_ppm: int
    """Share of the searches whose words it bids on."""


class SearchMarket:
    """The sponsored slots of one country, category and platform.

    Args:
        place: (country, category, platform).
        world: keyed chance and councils.
        prices: usual prices.
        field: the shelf.
        words: how many words the shoppers of this category search by.
        rivals: rival listings there.
        haste_ppm: chance a day that a rival answers.
    """

    def __init__(self, place: tuple[str, str, str], world: World, prices: Prices, field: Field, words: int,
                 rivals: int, haste_ppm: int) -> None:
        self.place = place
        self._prices = prices
        self._field = field
        self._words = max(1, words)
        name = ":".join(place)
        self.bidders = [Bidder(name, n, world, haste_ppm, self.displaced) for n in range(min(BIDDERS, rivals))]
        self._council = world.council(f"bidders:{name}")
        for bidder in self.bidders:
            self._council.add(bidder)
        self._pushed_out: tuple[int, ...] = ()

    def displaced(self, number: int) -> bool:
        """Whether that rival would be in the first three places but for the teams."""
        return number in self._pushed_out

    def end_day(self, day: int) -> None:
        """Rivals look at the day and decide."""
        for bidder in self.bidders:
            bidder.day = day
        self._council.step()
        self._pushed_out = ()

    def plan(self, campaigns: Sequence[Campaign], day: int, left_ppm: int) -> None:
        """Plan the rest of a day for all campaigns of this market.

        Args:
            campaigns: those that take part, in a fixed order.
            day: day of the run.
            left_ppm: share of the day's searches that are still to come.
        """
        shoppers = self._field.shoppers(*self.place)
        offers = [self._offers(one) for one in campaigns]
        full = [PPM] * len(campaigns)
        rough = [self._day(n, campaigns, offers, full, day, shoppers)[0] for n in range(len(campaigns))]
        throttles = [_throttle(one, books, left_ppm) for one, books in zip(campaigns, rough, strict=True)]
        for n, one in enumerate(campaigns):
            books, attention = self._day(n, campaigns, offers, throttles, day, shoppers)
            throttle = _throttle(one, books, left_ppm)
            paced = Books()
            paced.add(books, throttle)
            one.plan = Plan(
                paced, win_ppm=_ppm(attention[0]), throttle_ppm=throttle,
                attention_ppm=_ppm((attention[0] + attention[1] * FOREIGN * FOREIGN) * throttle / PPM),
                price_milli=1000 * books.spend // books.clicks if books.clicks else 0, knows_extra=False,
            )
        self._note_displaced(campaigns, offers, day)

    def _offers(self, one: Campaign) -> tuple[Offer, Offer]:
        click = self._field.click_ppm(one.team, one.listing)
        shares = one.relevant, len(one.keywords) - one.relevant
        clicks = click, int(click * FOREIGN)
        own, foreign = (
            Offer(Entry(f"{one.team}/{one.id}", one.bid, chance), min(PPM, PPM * count // self._words))
            for chance, count in zip(clicks, shares, strict=True)
        )
        return own, foreign

    def _day(self, n: int, campaigns: Sequence[Campaign], offers: Sequence[tuple[Offer, Offer]],
             throttles: Sequence[int], day: int, shoppers: int) -> tuple[Books, list[float]]:
        """A whole day of campaign *n* in every auction it may join, and its attention by kind of words."""
        one = campaigns[n]
        convert = self._field.convert_ppm(one.team, one.listing) / PPM
        books, attention = Books(), []
        for words in range(len(WORDS)):
            me = offers[n][words]
            others = [
                (other[words].entry, throttles[m] * other[words].share_ppm // PPM)
                for m, other in enumerate(offers) if m != n
            ]
            got = expected_seat(me.entry, [*others, *self._rivals(one.country, day, words)],
                                self._prices.reserve(one.country))
            share, click = me.share_ppm / PPM, me.entry.click_ppm / PPM
            shown = shoppers * share * got.attention
            orders = shown * click * convert * (FOREIGN if words else 1.0)
            books.impressions += _ppm(shown)
            books.clicks += _ppm(shown * click)
            books.spend += _ppm(shoppers * share * got.paid * click)
            books.orders += _ppm(orders)
            books.gmv += _ppm(orders * one.price)
            attention.append(share * got.attention)
        return books, attention

    def _rivals(self, country: str, day: int, words: int) -> list[tuple[Entry, int]]:
        cpc = self._prices.usual(country).cpc
        return [(bidder.entry(day, words, cpc), PPM) for bidder in self.bidders]

    def _note_displaced(self, campaigns: Sequence[Campaign], offers: Sequence[tuple[Offer, Offer]], day: int) -> None:
        country = self.place[0]
        rivals = [entry for entry, _ in self._rivals(country, day, 0)]
        reserve = self._prices.reserve(country)
        alone = ranking(rivals, reserve)[:GOOD_PLACES]
        ours = [own.entry for own, _ in offers if own.share_ppm]
        stay = [entry.id for entry in ranking([*rivals, *ours], reserve)[:GOOD_PLACES]]
        out = [entry.id for entry in alone if entry.id not in stay]
        self._pushed_out = tuple(n for n, bidder in enumerate(self.bidders) if bidder.id in out)

    def state(self) -> list[object]:
        """What decides the future."""
        return [list(self.place), [bidder.state() for bidder in self.bidders], list(self._pushed_out)]


def _throttle(one: Campaign, day: Books, left_ppm: int) -> int:
    """Share of the auctions the rest of the budget allows, if the rest of the day costs what *day* says."""
    ahead = day.spend * left_ppm // PPM
    budget = max(0, one.daily_budget * PPM - one.today.spend)
    return PPM if ahead <= budget else PPM * budget // ahead


def _ppm(number: float) -> int:
    return int(number * PPM + 0.5)
