"""Erasing a person: names, number, key and texts go, the random id stays, so that no log and no digest changes."""

from __future__ import annotations

from sqlalchemy import Connection, Engine, delete, update

from web.store import audit, people, sessions, texts
from web.store.clock import now
from web.store.database import Store
from web.store.tables import credentials, person_keys
from web.store.tables import people as people_table
from web.store.writer import StorageFaultError

_TRIES = 10


def erase(store: Store, person: str, by: str) -> list[str]:
    """Erase a person and the guests that were claimed as them; returns the ids that are now nobody.

    On SQLite the file is rewritten and its journal cut, so that no old page keeps a name. PostgreSQL reuses the space
    in its own time; its journal and backups are the administrator's to rotate.

    Raises:
        StorageFaultError: the disk refuses; nothing was erased.
    """
    gone = store.write(_erase, person, by)
    if store.engine.dialect.name == "sqlite":
        _rewrite(store.engine)
    return gone


def _erase(connection: Connection, person: str, by: str) -> list[str]:
    gone = people.subjects_of(connection, person)
    for subject in gone:
        texts.forget(connection, subject)
        sessions.end_all_of(connection, subject)
        connection.execute(delete(credentials).where(credentials.c.person == subject))
        connection.execute(delete(person_keys).where(person_keys.c.person == subject))
        blank = {"name": "", "student_number": None, "login": None, "claimed_by": None, "erased": now()}
        connection.execute(update(people_table).where(people_table.c.id == subject).values(blank))
        audit.note(connection, by, "person.erased", subject)
    return gone


def _rewrite(engine: Engine) -> None:
    raw = engine.raw_connection()
    try:
        raw.cursor().execute("VACUUM")
        for _ in range(_TRIES):  # a page that is being read keeps the journal for a moment
            busy, _log, _moved = raw.cursor().execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
            if not busy:
                return
    finally:
        raw.close()
    raise StorageFaultError("the journal still holds erased pages: a reader did not let go")
