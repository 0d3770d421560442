"""The web process's side of the pipe: starts the host, and starts it again when it dies."""

from __future__ import annotations

import logging
import multiprocessing
import queue
import threading
from collections.abc import Callable
from multiprocessing.connection import Connection
from typing import Any

from web.host.messages import Message, encode, from_host

log = logging.getLogger(__name__)


def _serve(connection: Connection) -> None:
    from web.host.process import main  # only the host's process loads the engine

    main(connection)


class HostLink:
    """A host that is always there.

    Args:
        on_message: called with each message of the host, in order, by one thread.
        on_restart: called after a new host took the place of a dead one, by the same thread: open the runs again.
    """

    def __init__(self, on_message: Callable[[Any], None], on_restart: Callable[[], None]) -> None:
        self._on_message, self._on_restart = on_message, on_restart
        self._outbox: queue.SimpleQueue[bytes | None] = queue.SimpleQueue()
        self._stopping = threading.Event()
        self._connection, self._process = self._spawn()
        self._threads = [
            threading.Thread(target=self._read, name="host-reader", daemon=True),
            threading.Thread(target=self._write, name="host-writer", daemon=True),
        ]
        for thread in self._threads:
            thread.start()

    @property
    def pid(self) -> int | None:
        """Process id of the present host."""
        return self._process.pid

    def send(self, message: Message) -> None:
        """Queue a message for the host; never blocks."""
        self._outbox.put(encode(message))

    def stop(self) -> None:
        """End the host; what it has not sent is computed again from the log next time."""
        self._stopping.set()
        self._process.terminate()
        self._process.join()
        self._outbox.put(None)
        for thread in self._threads:
            thread.join()
        self._connection.close()

    def _spawn(self) -> tuple[Connection, Any]:
        context = multiprocessing.get_context("spawn")
        here, there = context.Pipe()
        process = context.Process(target=_serve, args=(there,), name="bordercast-host", daemon=True)
        process.start()
        there.close()
        return here, process

    def _read(self) -> None:
        while not self._stopping.is_set():
            try:
                data = self._connection.recv_bytes()
            except (EOFError, OSError):
                self._restart()
                continue
            self._on_message(from_host(data))

    def _restart(self) -> None:
        if self._stopping.is_set():
            return
        self._process.join(timeout=5)
        log.error("the engine host ended with status %s; starting another", self._process.exitcode)
        self._connection.close()
        self._connection, self._process = self._spawn()
        self._on_restart()

    def _write(self) -> None:
        while (data := self._outbox.get()) is not None:
            try:
                self._connection.send_bytes(data)
            except OSError:  # the reader notices too, and what was lost is asked for again
                self._stopping.wait(0.05)
