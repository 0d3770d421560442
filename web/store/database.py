"""The database: SQLite that survives a power cut, or PostgreSQL; one way to read and one way to write."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

from sqlalchemy import Connection, Engine, create_engine, event

from web.store.writer import Writer

T = TypeVar("T")
PRAGMAS = ("journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON", "secure_delete=ON", "busy_timeout=5000")


def connect(url: str) -> Engine:
    """An engine for *url* with our settings."""
    engine = create_engine(url, pool_pre_ping=not url.startswith("sqlite"), pool_size=20, max_overflow=80)
    if engine.dialect.name == "sqlite":
        event.listen(engine, "connect", _prepare_sqlite)
        event.listen(engine, "begin", _begin_sqlite)
    return engine


def _prepare_sqlite(connection: Any, _record: object) -> None:
    connection.isolation_level = None  # transactions begin where we say, so that savepoints hold
    for pragma in PRAGMAS:
        connection.execute(f"PRAGMA {pragma}")


def _begin_sqlite(connection: Connection) -> None:
    # A writer takes its lock at once: a lock taken later could fail in the middle.
    immediate = connection.get_execution_options().get("immediate")
    connection.exec_driver_sql("BEGIN IMMEDIATE" if immediate else "BEGIN")


class Store:
    """The database and the key that seals what must not be readable in it.

    Args:
        url: address of the database, as SQLAlchemy writes it.
        key: the server's key (32 bytes).
    """

    def __init__(self, url: str, key: bytes) -> None:
        self.engine = connect(url)
        self.key = key
        self.writer = Writer(self.engine.execution_options(immediate=True))

    def read(self, query: Callable[..., T], *args: Any, **named: Any) -> T:
        """What *query* makes of a connection, in a transaction of its own."""
        with self.engine.begin() as connection:
            return query(connection, *args, **named)

    def write(self, change: Callable[..., T], *args: Any, **named: Any) -> T:
        """Like :meth:`read`, for changes: returns once it is on disk.

        Raises:
            StorageFaultError: the disk refuses; nothing was changed.
        """
        return self.writer.submit(lambda connection: change(connection, *args, **named)).result()

    def close(self) -> None:
        """Finish what waits, then let go of the database."""
        self.writer.stop()
        self.engine.dispose()
