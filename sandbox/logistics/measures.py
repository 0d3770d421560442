"""What the shipped chain measures: how long parcels take door to door, and how they end, told by service.

For tests of stylised facts and for the documentation; a run never asks this.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from sandbox.kernel.calendar import DAY
from sandbox.logistics.columns import Columns
from sandbox.logistics.parcel import DELIVERED, STAGES

QUANTILES = (10, 50, 80, 90)


class DoorToDoor(NamedTuple):
    """How a service's parcels fared."""

    parcels: int
    days: tuple[float, ...]
    """Days from order to delivery at :data:`QUANTILES`, of delivered parcels."""
    ends: dict[str, int]
    """How many parcels ended in each stage."""


def door_to_door(columns: Columns, service: int) -> DoorToDoor:
    """Times and ends of the parcels of one service.

    Args:
        columns: of a logistics whose parcels have ended.
        service: number of the service, its place in the scenario.
    """
    rows = np.flatnonzero(columns.service[: columns.size] == service)
    stages = columns.stage[rows]
    arrived = rows[stages == DELIVERED]
    seconds = sorted((columns.since[arrived] - columns.placed_at[arrived]).tolist())
    counts = np.bincount(stages, minlength=len(STAGES)).tolist()
    ends: dict[str, int] = {stage: count for stage, count in zip(STAGES, counts, strict=True) if count}
    return DoorToDoor(len(rows), tuple(_quantile(seconds, part) / DAY for part in QUANTILES), ends)


def _quantile(ordered: Sequence[int], percent: int) -> float:
    return float(ordered[min(len(ordered) - 1, len(ordered) * percent // 100)]) if ordered else 0.0
