"""The one writer: whatever waits is committed together, so that one flush to disk serves many.

No delay is added to gather more: under load the queue fills by itself while the disk is busy.
"""

from __future__ import annotations

import logging
import queue
import threading
from collections.abc import Callable
from concurrent.futures import Future
from typing import Any, TypeVar

from sqlalchemy import Connection, Engine
from sqlalchemy.exc import DBAPIError, InterfaceError, OperationalError

log = logging.getLogger(__name__)
T = TypeVar("T")
GROUP = 500
RETRY_SECONDS = 0.25
_FAULTS = (OperationalError, InterfaceError)


class StorageFaultError(Exception):
    """The disk or the database refuses: nothing of this was kept."""


class _Job:
    def __init__(self, work: Callable[[Connection], Any], is_patient: bool) -> None:
        self.work = work
        self.is_patient = is_patient
        self.future: Future[Any] = Future()
        self.answer: Any = None
        self.error: Exception | None = None

    def run(self, connection: Connection) -> None:
        """Do the work in a savepoint: its error is its own, a fault of the storage is everybody's."""
        self.answer = self.error = None
        try:
            with connection.begin_nested():
                self.answer = self.work(connection)
        except DBAPIError as error:
            if isinstance(error, _FAULTS) or error.connection_invalidated:
                raise
            self.error = error
        except Exception as error:
            self.error = error

    def settle(self) -> None:
        """Tell whoever waits; only after the commit."""
        if self.error:
            self.future.set_exception(self.error)
        else:
            self.future.set_result(self.answer)


class Writer:
    """A thread that owns every change of the database.

    ``on_fault`` is called with the error when the storage begins to refuse and with None when it works again.
    """

    def __init__(self, engine: Engine) -> None:
        self.on_fault: Callable[[Exception | None], None] = lambda error: None
        self._engine = engine
        self._queue: queue.SimpleQueue[_Job | None] = queue.SimpleQueue()
        self._stopping = threading.Event()
        self._faulty = False
        self._thread = threading.Thread(target=self._work, name="store-writer", daemon=True)
        self._thread.start()

    def submit(self, work: Callable[[Connection], T], is_patient: bool = False) -> Future[T]:
        """Queue a change; the future is set after the commit that holds it.

        Args:
            work: gets a connection inside a transaction; may run again if the storage failed in between.
            is_patient: try again for as long as the storage refuses, and let nothing queued later overtake.
        """
        job = _Job(work, is_patient)
        self._queue.put(job)
        return job.future

    def stop(self) -> None:
        """Commit what is queued, then end the thread."""
        self._queue.put(None)
        self._thread.join(timeout=10)
        self._stopping.set()
        self._thread.join()

    def _take(self) -> tuple[list[_Job], bool]:
        jobs, job = [], self._queue.get()
        while job is not None:
            jobs.append(job)
            if len(jobs) == GROUP or self._queue.empty():
                return jobs, False
            job = self._queue.get()
        return jobs, True

    def _waiting(self, is_last: bool) -> tuple[list[_Job], bool]:
        return ([], is_last) if is_last or self._queue.empty() else self._take()

    def _work(self) -> None:
        is_last = False
        while not is_last:
            jobs, is_last = self._take()
            while (jobs := self._commit(jobs)) and not self._stopping.wait(RETRY_SECONDS):
                more, is_last = self._waiting(is_last)  # or a request would hang for as long as the storage refuses
                jobs += more
            for job in jobs:
                job.future.set_exception(StorageFaultError("the server stopped before the storage worked again"))

    def _commit(self, jobs: list[_Job]) -> list[_Job]:
        """Commit *jobs* as one; returns those to try again."""
        try:
            with self._engine.begin() as connection:
                for job in jobs:
                    job.run(connection)
        except DBAPIError as error:
            return self._refused(jobs, error)
        if self._faulty:
            self._faulty = False
            self._tell(None)
        for job in jobs:
            job.settle()
        return []

    def _tell(self, error: Exception | None) -> None:
        try:
            self.on_fault(error)
        except Exception:  # whoever listens may fail; the writer may not
            log.exception("a fault of the storage could not be told")

    def _refused(self, jobs: list[_Job], error: DBAPIError) -> list[_Job]:
        if not self._faulty:
            self._faulty = True
            self._tell(error)
        for job in jobs:
            if not job.is_patient:
                job.future.set_exception(StorageFaultError(type(error.orig).__name__))
        return [job for job in jobs if job.is_patient]
