"""The World that domains are handed: SimPy's clock, keyed streams, and the record of what happened.

Reactions never run inside the code that emitted: they are drained when that code has handed control back, at the same
second and before anything else of that second. So a domain is never re-entered half way through a change.
"""

from __future__ import annotations

import hashlib
from collections import deque
from collections.abc import Callable, Generator
from typing import Any

import simpy
from simpy.core import StopSimulation
from simpy.events import URGENT

from sandbox.engine.actors import MesaCouncils
from sandbox.kernel.codec import to_bytes
from sandbox.kernel.deciders import Council
from sandbox.kernel.draws import Secrets, Stream
from sandbox.kernel.messages import Event, EventEnvelope

React = Callable[[EventEnvelope], None]


class Kit:
    """One run's time, chance and record.

    Args:
        secrets: the family secrets of the run.
        react: called once for every event, in order, after its emitter has finished.
    """

    def __init__(self, secrets: Secrets, react: React) -> None:
        self.env = simpy.Environment()
        self.events: list[EventEnvelope] = []
        self.digest = ""
        self.actor_seat = ""
        self.actor_subject = ""
        self.command = 0
        self._cause = 0
        self._secrets = secrets
        self._react = react
        self._streams: dict[str, Stream] = {}
        self._ordinals: dict[tuple[int, str], int] = {}
        self._waiting: deque[EventEnvelope] = deque()
        self._in_command = False
        self._drain_is_due = False
        self._councils = MesaCouncils()

    @property
    def now(self) -> int:
        """Simulation time in whole seconds."""
        return int(self.env.now)

    def stream(self, name: str) -> Stream:
        """The named stream; the same object every time."""
        if name not in self._streams:
            self._streams[name] = Stream(self._secrets.stream(name))
        return self._streams[name]

    def process(self, generator: Generator[Any, Any, Any]) -> Any:
        """Start a SimPy process."""
        return self.env.process(generator)

    def timeout(self, seconds: int) -> Any:
        """Wait *seconds*, a whole number of at least one."""
        return self.env.timeout(max(1, int(seconds)))

    def council(self, name: str) -> Council:
        """The council of deciders of that name."""
        return self._councils.named(name)

    def next_ordinal(self, parent: int, kind: str) -> int:
        """0, 1, 2 ... for the children of one kind of one parent."""
        ordinal = self._ordinals.get((parent, kind), 0)
        self._ordinals[parent, kind] = ordinal + 1
        return ordinal

    def emit(self, event: Event) -> int:
        """Record an event, chain it into the digest, and let the reactions follow."""
        envelope = EventEnvelope(
            seq=len(self.events) + 1, at=self.now, type=event.type, data=event, cause=self._cause,
            seat=self.actor_seat, subject=self.actor_subject, command=self.command,
        )
        self.events.append(envelope)
        self.digest = hashlib.sha256(self.digest.encode() + to_bytes(envelope)).hexdigest()
        self._waiting.append(envelope)
        if not self._in_command:
            self._schedule_drain()
        return envelope.seq

    def run_command(self, seat: str, subject: str, number: int, action: Callable[[], None]) -> None:
        """Run a command's handler and its reactions; what it emits carries seat, person and entry number."""
        self.actor_seat, self.actor_subject, self.command = seat, subject, number
        self._in_command = True
        try:
            action()
            self._drain()
        finally:
            self._in_command = False
            self.actor_seat = self.actor_subject = ""
            self.command = 0

    def run_until(self, second: int) -> None:
        """Let everything before *second* happen (and nothing at it)."""
        if second > self.now:
            self.env.run(until=second)

    def stop_now(self) -> None:
        """End the simulation at this second, whatever stop was asked for."""
        over = self.env.event()
        over.callbacks.append(StopSimulation.callback)
        over.succeed()

    def _schedule_drain(self) -> None:
        if self._drain_is_due:
            return
        self._drain_is_due = True
        due = self.env.event()
        due._ok, due._value = True, None
        due.callbacks.append(lambda _event: self._drain())
        self.env.schedule(due, priority=URGENT)

    def _drain(self) -> None:
        self._drain_is_due = False
        outer = self._cause
        while self._waiting:
            envelope = self._waiting.popleft()
            self._cause = envelope.seq
            self._react(envelope)
        self._cause = outer
