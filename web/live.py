"""Runs that are being played: commands go to the engine host, and nothing comes back before it is on disk."""

from __future__ import annotations

import itertools
import logging
import threading
from collections.abc import Callable
from concurrent.futures import Future
from typing import Any

from msgspec import Struct, structs

from sandbox.kernel.errors import LogError
from sandbox.kernel.log import Log
from sandbox.kernel.messages import CommandEnvelope
from web.courier import Courier, Text, Told, Waiting, not_confirmed
from web.errors import RequestError
from web.host.link import HostLink
from web.host.messages import Batch, Bots, Close, Failed, Hold, Open, Pace, PutBot, Ready, Submit, Watch
from web.store import runs
from web.store.classes import Team
from web.store.database import Store
from web.store.runs import StaleEpochError

PATIENCE_SECONDS = 1.8
"""A command is answered within this time, if only with *not yet*."""
log = logging.getLogger(__name__)


Spot = tuple[str, str, str]
"""(run that holds the log, team in it, seat)."""


class RunState(Struct):
    """What the web process remembers of an open run; the log knows everything."""

    wanted: Open
    now: int = 0
    stage: str = "prepare"
    head: str = ""
    entry: int = 0
    has_failed: bool = False


class Live:
    """All open runs.

    Args:
        store: where entries go first.
        on_stored: called with every batch after its commit, in order, by a thread of its own.
        on_fault: called with (run, code, has recovered).
    """

    def __init__(
        self, store: Store, on_stored: Callable[[Batch], None], on_fault: Callable[[str, str, bool], None]
    ) -> None:
        self._store, self._on_fault = store, on_fault
        self._states: dict[str, RunState] = {}
        self._paces: dict[str, Pace] = {}
        self._bots: dict[Spot, str | None] = {}
        self._watched: set[Spot] = set()
        self._waiting: dict[int, Waiting] = {}
        self._tokens = itertools.count(1)
        self.is_ready = threading.Event()
        self._courier = Courier(store, self._kept, on_stored, self._lost)
        store.writer.on_fault = self._storage_changed
        self.link = HostLink(self._take, self._reopen)

    def stop(self) -> None:
        """End the host; runs go on from their logs next time."""
        self.link.stop()
        self._courier.stop()

    def state(self, run: str) -> RunState | None:
        """What is known of an open run; *run* is the one that holds the log (``Team.log``)."""
        return self._states.get(run)

    def open(self, wanted: Open) -> None:
        """Start a run, or go on with it from its log."""
        state = RunState(structs.replace(wanted, entries=[]))
        if wanted.entries:
            state.head, state.entry = wanted.entries[-1].hash, wanted.entries[-1].n
        self._states[wanted.run] = state
        self.link.send(wanted)
        for spot in sorted(self._watched):
            if spot[0] == wanted.run:
                self.link.send(Watch(*spot, on=True))

    def close(self, run: str) -> None:
        """Let the host forget a run."""
        if self._states.pop(run, None):
            self.link.send(Close(run))

    def pace(self, class_id: str, is_running: bool, speed: int) -> None:
        """Set the clock of a class."""
        self._paces[class_id] = pace = Pace(class_id, is_running, speed)
        self.link.send(pace)

    def put_bot(self, team: Team, seat: str, policy: str | None) -> None:
        """Let a policy play a seat, or nobody."""
        spot = (team.log, team.side, seat)
        self._bots[spot] = policy
        self.link.send(PutBot(*spot, policy=policy))

    def watch(self, team: Team, seat: str, on: bool) -> None:
        """Begin or stop to receive a seat's view."""
        spot = (team.log, team.side, seat)
        (self._watched.add if on else self._watched.discard)(spot)
        self.link.send(Watch(*spot, on=on))

    def submit(self, team: Team, envelope: CommandEnvelope, text: Text | None = None) -> Told:
        """Send a command of a team and wait until its entry is on disk.

        Raises:
            RequestError: ``not_ready``, ``host_restarting`` or ``busy``: sent again with the same id, it counts once.
        """
        try:
            return self.begin(team, envelope, text).result(PATIENCE_SECONDS)
        except TimeoutError:
            raise not_confirmed("busy", "the command is not on disk yet") from None

    def begin(self, team: Team, envelope: CommandEnvelope, text: Text | None = None) -> Future[Told]:
        """Send a command of a team, or for one; the future is set when its entry is on disk."""
        return self.begin_for_all(team.log, structs.replace(envelope, team=team.side), text)

    def begin_for_all(self, run: str, envelope: CommandEnvelope, text: Text | None = None) -> Future[Told]:
        """Send a command that means every team of a run, if it names none; see :meth:`begin`."""
        state = self._states.get(run)
        if state is None or state.has_failed:
            raise RequestError("not_ready", "expected a run that is open, got one that is not", 409, retry_ms=1000)
        token = next(self._tokens)
        self._waiting[token] = waiting = Waiting(envelope.cmd_id, text)
        self.link.send(Submit(token, run, envelope, *((text.text, text.text_hash) if text else ())))
        return waiting.future

    def _take(self, message: Any) -> None:
        match message:
            case Ready():
                self.is_ready.set()
            case Failed():
                self._failed(message)
            case Batch():
                self._courier.take(message, [self._waiting.pop(one.token, None) for one in message.answers])

    def _kept(self, batch: Batch) -> str:
        state = self._states.get(batch.run)
        if state is None:
            return ""
        state.now, state.stage = batch.now, batch.stage
        if batch.header:
            state.wanted = structs.replace(state.wanted, header=batch.header)
        if batch.entries:
            state.head, state.entry = batch.entries[-1].hash, batch.entries[-1].n
        return state.head

    def _lost(self, batch: Batch, error: BaseException) -> None:
        state = self._states.get(batch.run)
        if state is None or state.wanted.epoch != batch.epoch or state.has_failed:
            return
        self.link.send(Close(batch.run))
        self._give_up(batch.run, state, "taken_over" if isinstance(error, StaleEpochError) else "engine_fault", error)

    def _failed(self, failure: Failed) -> None:
        if sender := self._waiting.pop(failure.token, None):
            sender.future.set_exception(RequestError(failure.code, failure.message, 409))
        elif state := self._states.get(failure.run):
            self._give_up(failure.run, state, failure.code, failure.message)

    def _give_up(self, run: str, state: RunState, code: str, why: object) -> None:
        state.has_failed = True
        log.error("run %s stops after entry %s: %s: %s", run, state.entry, code, why)
        self._on_fault(run, code, False)

    def _storage_changed(self, error: Exception | None) -> None:
        self.link.send(Hold(error is not None))
        log.error("the storage %s", f"refuses: {type(error).__name__}" if error else "works again")
        for run in list(self._states):
            self._on_fault(run, "storage", error is None)

    def _reopen(self) -> None:
        """A new host knows nothing: give it every run from its log, then the clocks."""
        self.is_ready.clear()
        for token in list(self._waiting):
            self._waiting.pop(token).future.set_exception(not_confirmed("host_restarting", "the engine restarts"))
        for run, state in list(self._states.items()):
            if not state.has_failed:
                self._reopen_run(run, state)
        for pace in list(self._paces.values()):
            self.link.send(pace)

    def _reopen_run(self, run: str, state: RunState) -> None:
        # Through the writer, and therefore after everything that the dead host had sent.
        taken = self._store.writer.submit(lambda c: (runs.take_over(c, run), runs.load(c, run)), is_patient=True)
        try:
            epoch, kept = taken.result()
        except LogError as error:
            self._give_up(run, state, "cannot_open", error)
            return
        bots = {team: dict(seats) for team, seats in state.wanted.bots.items()}
        for (of, team, seat), policy in self._bots.items():
            if of == run:
                bots[team][seat] = policy or "autopilot"
        self.open(again(state.wanted, epoch, kept, bots))


def again(wanted: Open, epoch: int, kept: Log | None, bots: Bots) -> Open:
    """The same run, opened from what is on disk."""
    header, entries = (kept.header, kept.entries) if kept else (None, [])
    return structs.replace(wanted, epoch=epoch, header=header, entries=entries, bots=bots)
