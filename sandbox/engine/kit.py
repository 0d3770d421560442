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
from sandbox.kernel.codec import to_lines
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
        self._digest = hashlib.sha256()
        self._digested = 0
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
        return self.env.now  # type: ignore[return-value]  # every delay here is whole seconds

    @property
    def digest(self) -> str:
        """Hash over every event so far, one line of canonical JSON each, in hexadecimal; empty before the first."""
        if self._digested < len(self.events):
            self._digest.update(to_lines(self.events[self._digested:]))
            self._digested = len(self.events)
        return self._digest.hexdigest() if self.events else ""

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

    def emit(self, event: Event, team: str = "") -> int:
        """Record an event and let the reactions follow. Nobody may change it afterwards: it is digested later."""
        seq = len(self.events) + 1
        envelope = EventEnvelope(
            seq=seq, at=self.env.now, type=event.type, data=event, cause=self._cause, team=team,  # type: ignore[arg-type]
            seat=self.actor_seat, subject=self.actor_subject, command=self.command,
        )
        self.events.append(envelope)
        self._waiting.append(envelope)
        if not self._in_command and not self._drain_is_due:
            self._schedule_drain()
        return seq

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


class TeamWorld:
    """The run as the domains of one team see it: the same time and chance, events and ordinals of their own.

    Args:
        kit: the run's.
        team: name of the team, empty where there is one.
    """

    def __init__(self, kit: Kit, team: str) -> None:
        self._kit = kit
        self._env = kit.env
        self.team = team
        self.stream = kit.stream
        self.process = kit.process
        self.timeout = kit.timeout
        self._ordinals: dict[tuple[int, str], int] = {}

    @property
    def now(self) -> int:
        """Simulation time in whole seconds."""
        return self._env._now  # type: ignore[return-value]  # whole seconds; asked a hundred thousand times a replay

    def emit(self, event: Event) -> int:
        """Record an event of this team."""
        return self._kit.emit(event, self.team)

    def council(self, name: str) -> Council:
        """Deciders who deal with this team."""
        return self._kit.council(f"{name}@{self.team}" if self.team else name)

    def next_ordinal(self, parent: int, kind: str) -> int:
        """0, 1, 2 ... for the children of one kind of one parent."""
        ordinal = self._ordinals.get((parent, kind), 0)
        self._ordinals[parent, kind] = ordinal + 1
        return ordinal
