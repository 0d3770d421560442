"""The engine host's own process: take messages, move the classes on, send what came of it."""

from __future__ import annotations

import logging
import os
import signal
import time
from multiprocessing.connection import Connection
from typing import Any

from sandbox.engine.version import ENGINE_VERSION
from sandbox.kernel.errors import LogError, SandboxError
from scenarios.loader import load_scenario
from web.host.messages import (
    Batch,
    Close,
    Failed,
    Hold,
    Message,
    Open,
    Pace,
    PutBot,
    Ready,
    Submit,
    Watch,
    encode,
    to_host,
)
from web.host.pace import Clock
from web.host.room import EngineFaultError, Room

TICK = 0.1
"""Wall seconds between two looks at the clocks."""
LOOK = 0.5
"""Wall seconds between two pushes to the same viewer, at least."""
log = logging.getLogger(__name__)


class Host:
    """All runs of one process.

    Args:
        connection: the web process; when it closes, the host ends.
    """

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._rooms: dict[str, Room] = {}
        self._clocks: dict[str, Clock] = {}
        self._paces: dict[str, Pace] = {}
        self._is_held = False
        self._ticked = time.monotonic()

    def serve(self) -> None:
        """Work until the other side is gone."""
        self._send(Ready(engine=ENGINE_VERSION))
        due = time.monotonic()
        try:
            while True:
                if self._connection.poll(max(0.0, due - time.monotonic())):
                    self._take(to_host(self._connection.recv_bytes()))
                    continue
                self._tick()
                due = max(due + TICK, time.monotonic())
        except (EOFError, OSError):
            return

    def _send(self, message: Message) -> None:
        self._connection.send_bytes(encode(message))

    def _take(self, message: Any) -> None:
        match message:
            case Open():
                self._open(message)
            case Close():
                self._rooms.pop(message.run, None)
            case Pace():
                self._pace(message)
            case Hold():
                self._is_held = message.on
            case Submit():
                self._submit(message)
            case PutBot() if room := self._rooms.get(message.run):
                room.bots[message.team].put(message.seat, message.policy)
            case Watch() if room := self._rooms.get(message.run):
                room.watch(message.team, message.seat, message.on)
                self._deliver(room)

    def _open(self, wanted: Open) -> None:
        try:
            room = Room(load_scenario(wanted.scenario), wanted)
        except Exception as error:  # whatever it is, it is this run's alone
            if not isinstance(error, SandboxError):
                log.exception("run %s cannot be opened", wanted.run)
            entry = error.entry if isinstance(error, LogError) else 0
            self._send(Failed(run=wanted.run, code="cannot_open", message=str(error), entry=entry))
            return
        self._rooms[wanted.run] = room
        clock = self._clocks.get(wanted.class_id)
        if clock is None or clock.tick(0, ()) < room.run.now:
            self._clocks[wanted.class_id] = Clock(room.run.scenario, room.run.now)
        if pace := self._paces.get(wanted.class_id):
            self._pace(pace)
        self._deliver(room)

    def _pace(self, pace: Pace) -> None:
        self._paces[pace.class_id] = pace
        if clock := self._clocks.get(pace.class_id):
            clock.is_running, clock.speed = pace.is_running, pace.speed

    def _submit(self, message: Submit) -> None:
        room = self._rooms.get(message.run)
        if room is None or room.is_frozen:
            gone = Failed(run=message.run, code="no_run", message="this run is not open", entry=0, token=message.token)
            self._send(gone)
            return
        room.submit(message)
        self._deliver(room)

    def _tick(self) -> None:
        now = time.monotonic()
        elapsed, self._ticked = now - self._ticked, now
        if self._is_held:
            return
        for class_id, clock in self._clocks.items():
            rooms = [room for room in self._rooms.values() if room.class_id == class_id and not room.is_frozen]
            target = clock.tick(elapsed, [window for room in rooms for window in room.run.slow_windows()])
            for room in rooms if clock.is_running else ():
                self._step(room, target)
        for run, room in list(self._rooms.items()):
            self._deliver(room)
            if room.is_done:
                del self._rooms[run]

    def _step(self, room: Room, target: int) -> None:
        try:
            room.step(target)
        except EngineFaultError as error:
            entry = len(room.run.log.entries)
            self._send(Failed(run=room.run.log.header.run, code="engine_fault", message=str(error), entry=entry))

    def _deliver(self, room: Room) -> None:
        batch: Batch | None = room.batch(time.monotonic(), LOOK)
        if batch:
            self._send(batch)


def main(connection: Connection) -> None:
    """Entry of the spawned process."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the terminal's ^C is for the server, which then closes the pipe
    logging.basicConfig(level=logging.INFO, format="%(asctime)s engine %(levelname)s %(message)s")
    if hasattr(os, "nice"):
        os.nice(1)  # a page and an acknowledgement come before the next simulated second
    Host(connection).serve()
