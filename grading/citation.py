"""References from a number to the events behind it: enough to open a few at once, exact enough to list them all."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

OPENED = 20
"""How many moments a citation names with their second; the rest are in the ranges."""


@dataclass(frozen=True, slots=True)
class Moment:
    """One event and when it happened."""

    seq: int
    at: int
    """Second of the run."""


@dataclass(frozen=True, slots=True)
class Citation:
    """Events of one run."""

    count: int
    first: tuple[Moment, ...]
    """The first of them, to be opened with one click."""
    ranges: tuple[tuple[int, int], ...]
    """All of them as runs of ``seq``, both ends included."""


def cite(seqs: Iterable[int], at_of: Callable[[int], int]) -> Citation:
    """Cite the events *seqs*, each once and in order; *at_of* gives the second of one."""
    ordered = sorted(set(seqs))
    first = tuple(Moment(seq, at_of(seq)) for seq in ordered[:OPENED])
    return Citation(len(ordered), first, tuple(_ranges(ordered)))


def _ranges(ordered: list[int]) -> list[tuple[int, int]]:
    found: list[tuple[int, int]] = []
    for seq in ordered:
        if found and found[-1][1] == seq - 1:
            found[-1] = (found[-1][0], seq)
        else:
            found.append((seq, seq))
    return found
