"""One number that the model must reproduce, and where it has to lie."""

from __future__ import annotations

from msgspec import Struct


class Fact(Struct, frozen=True, kw_only=True):
    """One number and its range."""

    id: str
    """``2a``: the number of the fact, and a letter for each of its numbers."""
    name: str
    low: float | None
    """None where only the other side is asked."""
    high: float | None
    measured: float
    ok: bool
    secrets: int
    """Runs the number is taken over, under the practice secrets 0, 1, 2 ..."""


Row = tuple[str, str, float | None, float | None, float]
"""Id, name, low, high, measured."""


def judged(row: Row, secrets: int) -> Fact:
    """The row as a fact, with whether it lies in its range."""
    number, name, low, high, measured = row
    ok = (low is None or low <= measured) and (high is None or measured <= high)
    return Fact(id=number, name=name, low=low, high=high, measured=float(f"{measured:.4g}"), ok=ok, secrets=secrets)
