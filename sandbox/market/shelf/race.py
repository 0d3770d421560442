"""The race of all listings for every shopper of a day.

``choose_day`` walks over those who shop today. Most of them go home with nothing, and one keyed number shows it: that
is why a million shoppers cost a few milliseconds. Nothing here depends on another shopper or on a count of draws, so a
changed listing moves only those who choose it, before or after.
"""

from __future__ import annotations

from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from sandbox.kernel.draws import MASK, mix64
from sandbox.kernel.jit import IS_COMPILED, njit
from sandbox.market.shelf.patience import Base
from sandbox.market.shelf.quicklog import quick_log

NOTHING = -1
_GOLDEN, _WEYL = 0x9E3779B97F4A7C15, 0xD1B54A32D192ED03
_OWN_CLOCK = 1 << 20
"""Draws of listings that outgrew their base weight begin here."""
_ALL = 2147483647.0
_LONGEST = 75.0
"""Above the sum of any two exponentials made of 53 bits."""
_PER_2_31 = 4.656612873077393e-10
_ODD_1, _ODD_2 = 0x2C1B3C6D, 0x297A2D39

if IS_COMPILED:
    _G, _W, _U11 = np.uint64(_GOLDEN), np.uint64(_WEYL), np.uint64(11)

    @njit
    def draw(key: Any, shopper: Any) -> Any:
        """64 bits of one shopper on the day whose key is given."""
        return mix64(np.uint64(key) + _G * np.uint64(shopper))

    @njit
    def further(bits: Any, count: Any) -> Any:
        """The *count*-th further 64 bits of the same shopper and day."""
        return mix64(bits + _W * np.uint64(count))

    @njit
    def top(bits: Any) -> Any:
        """The upper 53 bits as a whole number."""
        return np.int64(bits >> _U11)

    @njit
    def part(bits: Any, lowest: Any, length: Any) -> Any:
        """*length* bits from bit *lowest* up, as a whole number."""
        return np.int64((bits >> np.uint64(lowest)) & np.uint64((1 << length) - 1))
else:

    def draw(key: Any, shopper: Any) -> Any:
        """64 bits of one shopper on the day whose key is given."""
        return mix64((int(key) + _GOLDEN * int(shopper)) & MASK)

    def further(bits: Any, count: Any) -> Any:
        """The *count*-th further 64 bits of the same shopper and day."""
        return mix64((bits + _WEYL * int(count)) & MASK)

    def top(bits: Any) -> Any:
        """The upper 53 bits as a whole number."""
        return bits >> 11

    def part(bits: Any, lowest: Any, length: Any) -> Any:
        """*length* bits from bit *lowest* up, as a whole number."""
        return bits >> lowest & (1 << length) - 1


class Offer(NamedTuple):
    """What the listings are worth today."""

    accept: NDArray[np.int32]
    """(K, J) of 2**31: share of a listing's own proposals that it makes good."""
    grown: NDArray[np.int64]
    """(E,) listings worth more than their base weight; they also run on a clock of their own."""
    surplus: NDArray[np.float64]
    """(K, J), of which the first E: arrivals of those clocks in one mean gap between proposals."""


@njit
def step_of(bits: Any) -> int:
    """Which step of patience a shopper's first bits say."""
    return part(bits, 54, 10)


@njit
def ratio_of(bits: Any) -> int:
    """When the first proposal comes against the end of patience, of 2**31."""
    return part(bits, 23, 31)


@njit
def price(weights: Any, scale: Any, rate: Any, accept: Any, grown: Any, surplus: Any) -> int:
    """Turn today's attractions into whole marks.

    Args:
        weights: (K, J) attractions of today.
        scale: (K, J) of the base.
        rate: (K,) of the base.
        accept: (K, J), filled: marks of 2**31 that each listing makes good.
        grown: (J,), its beginning filled with the listings that are worth more than their base weight.
        surplus: (K, J), its beginning filled with how much more, in arrivals in one mean gap between proposals.

    Returns:
        How many have grown.
    """
    count = 0
    for j in range(weights.shape[1]):
        has_grown = False
        for k in range(weights.shape[0]):
            marks = weights[k, j] * scale[k, j]
            accept[k, j] = int(min(marks, _ALL))
            covered = weights[k, j] if marks <= _ALL and scale[k, j] > 0.0 else 0.0
            if marks > _ALL:
                covered = _ALL / scale[k, j]
            surplus[k, count] = (weights[k, j] - covered) / rate[k]
            has_grown = has_grown or surplus[k, count] > 0.0
        if has_grown:
            grown[count] = j
            count += 1
    return count


@njit
def unit53(bits: Any) -> float:
    """A uniform in (0, 1) from 64 bits."""
    return (top(bits) + 0.5) * 1.1102230246251565e-16


@njit
def scatter(place: int, mask: int, half: int, salt: int) -> int:
    """Which shopper stands at *place* of the day: one-to-one on ``0 .. mask``, another order for another *salt*."""
    x = (place + salt) & mask
    x = (x * _ODD_1) & mask
    x = x ^ (x >> half)
    x = (x * _ODD_2 + (salt >> 20)) & mask
    return x ^ (x >> half)


@njit
def half_of(mask: int) -> int:
    """Half as many bits as the mask has, rounded up: the shift that :func:`scatter` folds by."""
    half = 1
    while (mask >> half) > (1 << half):
        half += 1
    return half


@njit
def come(key: Any, salt: int, mask: int, start: int, people: int, strata: Any, gate: Any, who: Any) -> int:
    """Note everybody of today to whom a first proposal comes in time; returns how many. The one pass over all."""
    half, found = half_of(mask), 0
    for place in range(people):
        shopper = scatter(place, mask, half, salt)
        bits = draw(key, start + shopper)
        who[found] = shopper
        found += ratio_of(bits) < gate[strata[shopper], step_of(bits)]
    return found


@njit
def come_or_wait(key: Any, salt: int, mask: int, start: int, people: int, strata: Any, gate: Any, reach: Any,
                 grown: Any, surplus: Any, who: Any) -> int:
    """As :func:`come`, and everybody whose patience may last until some listing arrives on a clock of its own."""
    half, found = half_of(mask), 0
    for place in range(people):
        shopper = scatter(place, mask, half, salt)
        bits, k = draw(key, start + shopper), strata[shopper]
        who[found] = shopper
        if ratio_of(bits) < gate[k, step_of(bits)]:
            found += 1
        else:
            longest = _LONGEST * (1.0 - ratio_of(bits) * _PER_2_31) * reach[k, step_of(bits)]
            for e in range(len(grown)):
                # -ln u is at least 1 - u: most clocks are seen to be late without a logarithm
                if 1.0 - unit53(further(bits, _OWN_CLOCK + grown[e])) < longest * surplus[k, e]:
                    found += 1
                    break
    return found


@njit
def proposed(bits: Any, k: int, cut: Any, other: Any, accept: Any) -> int:
    """The listing of one proposal if it is made good, else nothing."""
    slot = part(bits, 0, 10) & (cut.shape[1] - 1)
    j = slot if part(bits, 10, 22) < cut[k, slot] else other[k, slot]
    return j if part(bits, 32, 31) < accept[k, j] else NOTHING


@njit
def accept_first(key: Any, start: int, found: int, strata: Any, cut: Any, other: Any, accept: Any, who: Any,
                 what: Any) -> int:
    """See what the first proposals come to; puts those without an answer last in *who*; returns how many have one."""
    answered = 0
    for row in range(found):
        shopper = who[row]
        j = proposed(further(draw(key, start + shopper), 1), strata[shopper], cut, other, accept)
        who[row] = who[answered]
        who[answered] = shopper
        what[answered] = j
        answered += j != NOTHING
    return answered


@njit
def run_on(key: Any, start: int, buyers: int, found: int, strata: Any, reach: Any, cut: Any, other: Any, accept: Any,
           who: Any, what: Any) -> int:
    """Race on for those from row *buyers* whose first proposal came in time and to nothing; returns all buyers."""
    for row in range(buyers, found):
        shopper = who[row]
        bits, k, j, count = draw(key, start + shopper), strata[shopper], NOTHING, 4
        ratio = (ratio_of(bits) + 0.5) * _PER_2_31
        both = -quick_log(unit53(further(bits, 2)) * unit53(further(bits, 3)))
        now, ends = both * ratio, both * (1.0 - ratio) * reach[k, step_of(bits)]
        while j == NOTHING:
            now = now - quick_log(unit53(further(bits, count)))
            if now >= ends:
                break
            j = proposed(further(bits, count + 1), k, cut, other, accept)
            count += 2
        who[row] = who[buyers]
        who[buyers] = shopper
        what[buyers] = j
        buyers += j != NOTHING
    return buyers


@njit
def run_all(key: Any, start: int, found: int, strata: Any, reach: Any, cut: Any, other: Any, accept: Any, grown: Any,
            surplus: Any, who: Any, what: Any) -> int:
    """The whole race of everybody in *who*, with listings that run on clocks of their own; returns the buyers."""
    buyers = 0
    for row in range(found):
        shopper = who[row]
        bits, k, j, count = draw(key, start + shopper), strata[shopper], NOTHING, 4
        ratio = (ratio_of(bits) + 0.5) * _PER_2_31
        both = -quick_log(unit53(further(bits, 2)) * unit53(further(bits, 3)))
        now, ends = both * ratio, both * (1.0 - ratio) * reach[k, step_of(bits)]
        if now < ends:
            j = proposed(further(bits, 1), k, cut, other, accept)
            while j == NOTHING:
                now = now - quick_log(unit53(further(bits, count)))
                if now >= ends:
                    break
                j = proposed(further(bits, count + 1), k, cut, other, accept)
                count += 2
        first = now if j != NOTHING else ends
        for e in range(len(grown)):
            chance = unit53(further(bits, _OWN_CLOCK + grown[e]))
            if surplus[k, e] > 0.0 and 1.0 - chance < first * surplus[k, e]:
                arrives = -quick_log(chance) / surplus[k, e]
                if arrives < first:
                    first, j = arrives, grown[e]
        who[buyers] = shopper
        what[buyers] = j
        buyers += j != NOTHING
    return buyers


def choose_day(key: Any, salt: int, start: int, people: int, strata: NDArray[np.int8], base: Base, offer: Offer,
               who: NDArray[np.int64], what: NDArray[np.int16]) -> int:
    """Let everybody who shops today choose.

    Args:
        key: of the market and day.
        salt: of the day; decides who shops.
        start: number of the first shopper of this market among all.
        people: how many shop today.
        strata: of the population, a power of two long.
        base: fixed tables.
        offer: today's worth of the listings.
        who: space for the buyers' numbers in the population (people + 1,).
        what: space for what they buy (people + 1,).

    Returns:
        The number of buyers.
    """
    # Arrays, not tuples of them: counting references to a tuple's parts costs more than the race itself.
    mask, tables = len(strata) - 1, (base.cut, base.other, offer.accept)
    if len(offer.grown) > 0:
        own = (offer.grown, offer.surplus)
        found = come_or_wait(key, salt, mask, start, people, strata, base.gate, base.reach, *own, who)
        return int(run_all(key, start, found, strata, base.reach, *tables, *own, who, what))
    found = come(key, salt, mask, start, people, strata, base.gate, who)
    answered = accept_first(key, start, found, strata, *tables, who, what)
    return int(run_on(key, start, answered, found, strata, base.reach, *tables, who, what))
