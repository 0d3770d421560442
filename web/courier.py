"""Between the engine host and everybody else: a batch is stored whole, then its answers are given, then it is shown."""

from __future__ import annotations

import logging
import queue
import threading
from collections.abc import Callable
from concurrent.futures import Future

from msgspec import Struct
from sqlalchemy import Connection

from sandbox.engine.answer import Answer
from web.errors import RequestError
from web.host.messages import Batch
from web.store import runs, texts
from web.store.database import Store

log = logging.getLogger(__name__)


class Text(Struct, frozen=True):
    """What somebody wrote, to be kept beside the entry of its command."""

    person: str
    person_key: bytes
    text: str
    text_hash: str


class Told(Struct, frozen=True):
    """An answer whose entry is on disk."""

    answer: Answer
    head: str


class Waiting:
    """Somebody who sent a command and wants to know."""

    def __init__(self, cmd_id: str, text: Text | None) -> None:
        self.cmd_id, self.text = cmd_id, text
        self.future: Future[Told] = Future()


def not_confirmed(code: str, why: str) -> RequestError:
    """The command may or may not count; sent again with the same id it counts once."""
    return RequestError(code, f"{why}: send it again with the same id", 503, retry_ms=1000)


class Courier:
    """Stores batches in order and tells what they hold.

    Args:
        store: where entries go first.
        on_stored: called with every batch after its commit, in order, by a thread of its own; returns the head hash.
        on_lost: called with a batch that can never be stored, and why.
    """

    def __init__(
        self,
        store: Store,
        on_kept: Callable[[Batch], str],
        on_stored: Callable[[Batch], None],
        on_lost: Callable[[Batch, BaseException], None],
    ) -> None:
        self._store, self._on_kept, self._on_stored, self._on_lost = store, on_kept, on_stored, on_lost
        self._queue: queue.SimpleQueue[Batch | None] = queue.SimpleQueue()
        self._thread = threading.Thread(target=self._deliver, name="courier", daemon=True)
        self._thread.start()

    def stop(self) -> None:
        """Tell what is stored, then end."""
        self._queue.put(None)
        self._thread.join()

    def take(self, batch: Batch, waiting: list[Waiting | None]) -> None:
        """Queue a batch for the disk; *waiting* are the senders of its answers, in their order."""
        job = self._store.writer.submit(lambda connection: _keep(connection, batch, waiting), is_patient=True)
        job.add_done_callback(lambda done: self._kept(done, batch, waiting))

    def _kept(self, done: Future[None], batch: Batch, waiting: list[Waiting | None]) -> None:
        error = done.exception()
        head = "" if error else self._on_kept(batch)
        for one, sender in zip(batch.answers, waiting, strict=True):
            if sender and error:
                sender.future.set_exception(not_confirmed("busy", "the command was not kept"))
            elif sender:
                sender.future.set_result(Told(one.answer, head))
        if error:
            self._on_lost(batch, error)
        else:
            self._queue.put(batch)

    def _deliver(self) -> None:
        while (batch := self._queue.get()) is not None:
            try:
                self._on_stored(batch)
            except Exception:
                log.exception("a push of run %s failed", batch.run)


def _keep(connection: Connection, batch: Batch, waiting: list[Waiting | None]) -> None:
    if batch.header:
        runs.begin(connection, batch.run, batch.header)
    runs.append(connection, batch.run, batch.epoch, batch.entries)
    for one, sender in zip(batch.answers, waiting, strict=True):
        if sender and sender.text and one.answer.ok:
            text = sender.text
            texts.keep(connection, text.person_key, batch.run, sender.cmd_id, text.person, text.text)
    if batch.stage == "over":
        runs.set_over(connection, batch.run)
