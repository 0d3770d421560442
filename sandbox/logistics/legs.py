"""Whole legs of many parcels at once. Each kernel is compiled where numba works and interpreted where it does not.

The laws and their numbers are those of :mod:`sandbox.logistics.transit`, operation by operation, so that a parcel that
travels alone takes the same second as one in a crowd.
"""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from sandbox.kernel.calendar import DAY, HOUR
from sandbox.kernel.detmath import det_exp
from sandbox.kernel.draws import exponential, normal, unit
from sandbox.kernel.jit import njit
from sandbox.kernel.world import World
from sandbox.logistics.columns import ABSENT, DAMAGED, DEFECT, HELD, LOST
from sandbox.logistics.fates import FINED, RETURNED
from sandbox.logistics.transit import FIRST_ATTEMPT_FAILS, HELD_MEDIAN, HELD_SIGMA, SECOND_ATTEMPT

STREAMS = ("hold", "green", "last_mile", "loss", "door", "damage", "defect", "haul", "held_outcome")
"""Outcome streams of the legs, in the order of the keys of a kernel."""
WORK = 10 * HOUR
"""Work in one parcel; a bench does ten units of it a second for each parcel an hour."""


def keys_of(world: World) -> NDArray[np.uint64]:
    """The keys of :data:`STREAMS`."""
    return np.array([world.stream(f"out.logistics.{name}").key for name in STREAMS], np.uint64)


@njit
def pack_one(arrival: Any, rate: int, free: int, opens: int, closes: int, zero: int) -> int:
    """When one parcel is packed, in work counted from second 0 at this rate. A parcel begun is finished.

    Args:
        arrival: second at which it joins the queue.
        rate: units of work a second.
        free: work done up to when the bench is free, counted likewise.
        opens: seconds after local midnight, as is ``closes``.
        closes: end of the opening hours.
        zero: local seconds since midnight at second 0.
    """
    start = max(arrival * rate, free)
    second = start // rate
    clock = (second + zero) % DAY
    if not opens <= clock < closes:
        start = (second + (opens - clock) % DAY) * rate
    return start + WORK


@njit
def pack(arrivals: Any, rate: int, free: int, opens: int, closes: int, zero: int, ends: Any) -> int:
    """First in, first out: *ends* is filled with what :func:`pack_one` says of each; returns the last."""
    for place in range(arrivals.size):
        free = pack_one(arrivals[place], rate, free, opens, closes, zero)
        ends[place] = free
    return free


@njit
def fill(packed: Any, size: int, cut_off: int, zero: int, opened: Any, closed: Any) -> int:
    """Consignments of one node and service: which one each parcel joins, and when each closes.

    Args:
        packed: seconds at which parcels are packed, in order.
        size: parcels at which a consignment closes.
        cut_off: local second of the day at which it closes anyway.
        zero: local seconds since midnight at second 0.
        opened: filled with the place of each consignment's first parcel.
        closed: filled with the second at which each closes.

    Returns:
        How many consignments there are.
    """
    count, held, due = 0, 0, -1
    for place in range(packed.size):
        now = packed[place]
        if held == 0 or now >= due:
            opened[count] = place
            due = now + (cut_off - (now + zero) % DAY - 1) % DAY + 1
            closed[count] = due
            count += 1
            held = 0
        held += 1
        if held == size:
            closed[count - 1] = now
            held = 0
    return count


@njit
def fate_of(keys: Any, entity: Any, attempt: Any, loss: float, damage: float, defect: float) -> int:
    """What the last mile has in store for one parcel, as marks."""
    fate = 0
    if unit(keys[3], entity, attempt) < loss:
        fate |= LOST
    if unit(keys[4], entity, attempt) < FIRST_ATTEMPT_FAILS:
        fate |= ABSENT
    if unit(keys[5], entity, attempt) < damage:
        fate |= DAMAGED
    if unit(keys[6], entity, attempt) < defect:
        fate |= DEFECT
    return fate


@njit
def last_leg(keys: Any, entity: Any, attempt: Any, mean: float) -> int:
    """Seconds of the last mile of one parcel; *mean* is half of the mean days."""
    first = exponential(keys[2], entity, 2 * attempt)
    days = (first + exponential(keys[2], entity, 2 * attempt + 1)) * mean
    return max(1, int(days * DAY + 0.5))


@njit
def arrive(
    keys: Any, orders: Any, attempts: Any, lots: Any, odds: Any, defects: Any, laws: Any, opens: int, cleared: Any,
    due: Any, marks: Any,
) -> None:  # fmt: skip
    """Customs and last mile of parcels that reach a border together.

    Args:
        keys: keys of :data:`STREAMS`.
        orders: ids of the parcels.
        attempts: how often each was sent before.
        lots: number of the lot of each.
        odds: chance of a hold, by lot.
        defects: chance of a defect, by lot.
        laws: mean days of the green lane, half of the mean days of the last mile, chance of loss, chance of damage.
        opens: second from which customs work.
        cleared: filled with the second of clearance; of a held parcel, of the decision.
        due: filled with the second of the first attempt at the door; of a held parcel, of the decision.
        marks: the low eight bits are filled with the fate.
    """
    for place in range(orders.size):
        entity, attempt = orders[place], np.int64(attempts[place])
        fate = fate_of(keys, entity, attempt, laws[2], laws[3], defects[lots[place]])
        if unit(keys[0], entity, 2 * attempt) < odds[lots[place]]:
            days = HELD_MEDIAN * det_exp(HELD_SIGMA * normal(keys[0], entity, 2 * attempt + 1))
            cleared[place] = opens + max(1, int(days * DAY + 0.5))
            due[place] = cleared[place]
            fate |= HELD
        else:
            days = exponential(keys[1], entity, attempt) * laws[0]
            cleared[place] = opens + max(1, int(days * DAY + 0.5))
            due[place] = cleared[place] + last_leg(keys, entity, attempt, laws[1])
        marks[place] = (marks[place] & ~255) | fate


@njit
def ride(
    keys: Any, orders: Any, attempts: Any, lots: Any, defects: Any, laws: Any, starts: int, due: Any, marks: Any
) -> None:
    """Delivery inside a country, from the sorting centre to the first attempt at the door.

    Args:
        keys: keys of :data:`STREAMS`.
        orders: ids of the parcels.
        attempts: how often each was sent before.
        lots: number of the lot of each.
        defects: chance of a defect, by lot.
        laws: median days, spread of their logarithm, chance of loss, chance of damage, congestion.
        starts: second at which the sorted parcels leave.
        due: filled as by :func:`arrive`, as are ``marks``.
        marks: see there.
    """
    for place in range(orders.size):
        entity, attempt = orders[place], np.int64(attempts[place])
        fate = fate_of(keys, entity, attempt, laws[2], laws[3], defects[lots[place]])
        days = laws[0] * det_exp(laws[1] * normal(keys[7], entity, attempt)) * laws[4]
        due[place] = starts + max(1, int(days * DAY + 0.5))
        marks[place] = (marks[place] & ~255) | fate


@njit
def settle(
    keys: Any, orders: Any, attempts: Any, marks: Any, due: Any, mile: float, silence: int, codes: Any, stages: Any,
    ends: Any,
) -> int:  # fmt: skip
    """How and when each parcel of a consignment ends if nobody answers customs and everybody takes the parcel.

    Args:
        keys: keys of :data:`STREAMS`.
        orders: ids of the parcels.
        attempts: how often each was sent before.
        marks: fates, from :func:`arrive`.
        due: from :func:`arrive`.
        mile: half of the mean days of the last mile.
        silence: seconds without a scan until a parcel is called lost.
        codes: codes of the stages ``delivered``, ``lost``, ``returned``, ``seized``.
        stages: filled with a code for each.
        ends: filled with seconds.

    Returns:
        The last of the ends.
    """
    last = 0
    for place in range(orders.size):
        entity, attempt = orders[place], np.int64(attempts[place])
        end, stage, mark = due[place], codes[0], marks[place]
        if mark & HELD:
            left = 1.0 - unit(keys[8], entity, 2 * attempt + 1)
            if left > 1.0 - FINED:
                end += last_leg(keys, entity, attempt, mile)
            else:
                stage = codes[2] if left > 1.0 - RETURNED else codes[3]
        if stage == codes[0]:
            if mark & LOST:
                stage = codes[1]
                end += silence
            elif mark & ABSENT:
                end += SECOND_ATTEMPT
        stages[place] = stage
        ends[place] = end
        last = max(last, end)
    return last
