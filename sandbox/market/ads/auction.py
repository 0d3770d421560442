"""The generalised second-price auction for sponsored search slots.

Everybody is ranked by bid times the chance of a click, and pays per click what would just keep the slot (Edelman,
Ostrovsky and Schwarz, "Internet advertising and the generalized second-price auction", 2007). Scores are integers and
ties go to the smaller id, so no rounding ever decides a slot.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import product as combinations
from typing import NamedTuple

from sandbox.kernel.money import PPM

SLOTS = (1_000_000, 600_000, 450_000, 350_000)
"""Attention of each sponsored slot against that of the first organic place, ppm: chosen."""
MOST_UNSURE = 4
"""Competitors who take part only now and then and are still counted case by case; more are rounded to in or out."""


class Entry(NamedTuple):
    """One bidder: most to pay for a click, and the chance of a click."""

    id: str
    bid: int
    click_ppm: int

    @property
    def score(self) -> int:
        """What decides the rank."""
        return self.bid * self.click_ppm


class Seat(NamedTuple):
    """What one bidder gets: the slot from 0 (-1: none) and the price of a click."""

    slot: int
    price: int


class Expected(NamedTuple):
    """Over all cases of who takes part: attention, and attention times price."""

    attention: float
    """Share of the first organic place's attention, 0 to 1."""
    paid: float
    """Attention times the price of a click, minor units."""


def ranking(entries: Sequence[Entry], reserve: int) -> list[Entry]:
    """Everybody whose bid reaches the reserve, best score first."""
    able = [one for one in entries if one.bid >= reserve and one.click_ppm]
    return sorted(able, key=lambda one: (-one.score, one.id))


def seat_of(who: str, entries: Sequence[Entry], reserve: int) -> Seat:
    """The slot and the price per click of one bidder.

    The price is the next score over the own chance of a click, rounded up, and one minor unit more; at least the
    reserve and never more than the own bid.

    Args:
        who: id of the bidder.
        entries: everybody in this auction.
        reserve: least price of a click, minor units.
    """
    order = ranking(entries, reserve)
    for slot, one in enumerate(order[: len(SLOTS)]):
        if one.id == who:
            following = order[slot + 1].score if slot + 1 < len(order) else 0
            price = max(reserve, -(-following // one.click_ppm) + 1)
            return Seat(slot, min(one.bid, price))
    return Seat(-1, 0)


def expected_seat(me: Entry, others: Sequence[tuple[Entry, int]], reserve: int) -> Expected:
    """What a bidder gets on average when others take part in only a share of the auctions.

    Args:
        me: the bidder, who takes part.
        others: everybody else with the share of auctions they are in, ppm, independent of one another.
        reserve: least price of a click.
    """
    by_score = sorted(others, key=lambda pair: (-pair[0].score, pair[0].id))
    unsure = [pair for pair in by_score if 0 < pair[1] < PPM]
    case_by_case, rounded = unsure[:MOST_UNSURE], unsure[MOST_UNSURE:]
    always = [one for one, share in by_score if share >= PPM] + [one for one, share in rounded if 2 * share >= PPM]
    attention = paid = 0.0
    for case in combinations((True, False), repeat=len(case_by_case)):
        weight, present = 1.0, [me, *always]
        for is_in, (one, share) in zip(case, case_by_case, strict=True):
            weight *= (share if is_in else PPM - share) / PPM
            if is_in:
                present.append(one)
        seat = seat_of(me.id, present, reserve)
        if seat.slot >= 0:
            attention += weight * SLOTS[seat.slot] / PPM
            paid += weight * SLOTS[seat.slot] / PPM * seat.price
    return Expected(attention, paid)
