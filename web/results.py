"""What came after: results, grades and events of a run, by replaying its log in a process of its own."""

from __future__ import annotations

import logging
import multiprocessing
import os
import threading
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from typing import Any

import msgspec

from sandbox.kernel.errors import LogError
from web.errors import RequestError, not_found
from web.store import classes, runs
from web.store.classes import Team
from web.store.database import Store

PATIENCE_SECONDS = 60
log = logging.getLogger(__name__)


class Results:
    """Answers questions about what one team did. The process that replays is started with the first question."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._pool: ProcessPoolExecutor | None = None
        self._lock = threading.Lock()
        self._turn = threading.Lock()

    def stop(self) -> None:
        """End the process."""
        if self._pool:
            self._pool.shutdown(wait=False, cancel_futures=True)

    def outcome(self, run: str) -> dict[str, Any]:
        """``{result, grade, head, events}`` of a run as far as it is on disk."""
        return self._ask("outcome", run)

    def events(self, run: str, first: int, last: int, seq: int) -> list[Any]:
        """Events between two seconds, or the one of number *seq* with those around it."""
        return self._ask("events", run, first, last, seq)

    def grades_csv(self, run: str, people: dict[str, tuple[str, str, str]]) -> bytes:
        """The wide table of grades; *people* by subject: number, name, class."""
        return self._ask("grades_csv", run, people)

    def _ask(self, question: str, run: str, *about: Any) -> Any:
        try:
            team, lines, scenario, secret = self._store.read(self._log, run)
            head = msgspec.json.decode(lines[-1])["hash"]
            return self._in_turn(question, head, scenario, secret, lines, team.side, *about)
        except LogError as error:
            log.error("run %s does not replay: %s", run, error)
            raise RequestError(
                "replay_differs", "expected a log that replays to what it records, got another", 409, entry=error.entry
            ) from None
        except TimeoutError:
            raise _busy() from None

    def _in_turn(self, *asked: Any) -> Any:
        """One question at a time, so that a process that dies takes down the question it was at and no other."""
        if not self._turn.acquire(timeout=PATIENCE_SECONDS):
            raise _busy()
        try:
            return self._replayed(*asked)
        except BrokenProcessPool:  # it may have died of an earlier question, or while nobody asked
            return self._replayed(*asked)
        finally:
            self._turn.release()

    def _replayed(self, *asked: Any) -> Any:
        from web.replays import answer  # its process loads the engine, ours only names it

        pool = self._running()
        try:
            return pool.submit(answer, *asked).result(PATIENCE_SECONDS)
        except BrokenProcessPool:
            with self._lock:
                self._pool = None
            raise

    def _running(self) -> ProcessPoolExecutor:
        with self._lock:
            if self._pool is None:
                context = multiprocessing.get_context("spawn")
                self._pool = ProcessPoolExecutor(max_workers=1, mp_context=context, initializer=_follow_parent)
            return self._pool

    def _log(self, connection: Any, run: str) -> tuple[Team, list[bytes], str, bytes]:
        team = classes.team_of_run(connection, run)
        classroom = classes.find(connection, team.class_id) if team else None
        kept = runs.load(connection, team.log) if team else None
        if team is None or classroom is None or kept is None:
            raise not_found("run")
        secret = runs.secret_of(connection, self._store.key, classroom.group_id)
        return team, list(kept.lines(with_secret=False)), classroom.scenario, secret


def _busy() -> RequestError:
    return RequestError("busy", "the replay takes longer than expected: ask again", 503, retry_ms=5000)


def _follow_parent() -> None:
    """End this process when the server is gone, even if it was killed."""
    parent = multiprocessing.parent_process()
    if parent is None:
        return

    def follow() -> None:
        parent.join()
        os._exit(0)

    threading.Thread(target=follow, name="follow-parent", daemon=True).start()
