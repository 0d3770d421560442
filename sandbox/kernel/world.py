"""What the engine hands to every domain: time, keyed chance, and a way to say what happened.

A domain owns its state. It never reads another domain: what it needs from outside comes in at construction as plain
callables, or later through a reaction of the engine.
"""

from __future__ import annotations

from collections.abc import Callable, Generator, Mapping
from typing import Any, Protocol

from sandbox.kernel.deciders import Council
from sandbox.kernel.draws import Stream
from sandbox.kernel.messages import Actor, Command, Event

Handler = Callable[[Any, Actor], None]
"""Checks every rule first and raises CommandError, only then changes state and emits."""


class World(Protocol):
    """The run, as a domain sees it."""

    @property
    def now(self) -> int:
        """Simulation time in whole seconds."""
        ...

    def emit(self, event: Event) -> int:
        """Record that something happened; returns its ``seq``. Reactions run before this returns control to time."""
        ...

    def stream(self, name: str) -> Stream:
        """A named stream of keyed draws, such as ``out.logistics.transit``."""
        ...

    def process(self, generator: Generator[Any, Any, Any]) -> Any:
        """Start a SimPy process."""
        ...

    def timeout(self, seconds: int) -> Any:
        """Something a process can wait for: *seconds* from now."""
        ...

    def council(self, name: str) -> Council:
        """Deciders that act at the same moment; the same council every time."""
        ...

    def next_ordinal(self, parent: int, kind: str) -> int:
        """0, 1, 2 ... for the children of one kind of one parent."""
        ...


class Domain(Protocol):
    """What the engine asks of each of the five domains."""

    def handlers(self) -> Mapping[type[Command], Handler]:
        """Command class to the method that decides it."""
        ...

    def state_digest(self) -> bytes:
        """Canonical bytes of everything that decides the future; equal states give equal bytes."""
        ...
