"""Actors who decide: rival shops, the platform, customs offices, carriers, creators.

A domain writes a decider as a plain class; the engine seats it in a council, which asks everybody first and lets
everybody act afterwards, so that the order in which they stand decides nothing.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol


class Decider(Protocol):
    """Somebody of the world who decides for himself, without a seat."""

    def decide(self) -> None:
        """Look at the world and make up one's mind; change nothing that others can see."""
        ...

    def apply(self) -> None:
        """Do what was decided."""
        ...


class Council(Protocol):
    """Deciders of one kind that act at the same moment."""

    def add(self, decider: Decider) -> None:
        """One more; the order of joining is kept."""
        ...

    def step(self) -> None:
        """Everybody decides, then everybody acts."""
        ...

    @property
    def members(self) -> Sequence[Decider]:
        """Everybody, in the order of joining."""
        ...
