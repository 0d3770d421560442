"""Who is signed in, on the server's side: a browser holds a random reference, the database its hash."""

from __future__ import annotations

import secrets

from msgspec import Struct
from sqlalchemy import Connection, delete, insert, select, update

from web.store.clock import now
from web.store.seal import hashed
from web.store.tables import people, web_sessions

DAYS = 30


class Session(Struct, frozen=True):
    """A signed-in browser."""

    ref: str
    person: str | None
    kind: str | None
    projector: str | None
    """Class whose projector page this browser may show."""


def new_reference() -> str:
    """128 random bits as text."""
    return secrets.token_hex(16)


def start(connection: Connection, person: str | None, projector: str | None = None) -> str:
    """A new session; returns its reference. A reference is never used again for another person."""
    ref, at = new_reference(), now()
    values = {"person": person, "projector": projector, "created": at, "expires": at + DAYS * 86_400}
    connection.execute(insert(web_sessions).values(ref_hash=hashed(ref), **values))
    return ref


def find(connection: Connection, ref: str) -> Session | None:
    """The session of a reference, unless it ended, expired or its person was erased."""
    query = (
        select(web_sessions.c.person, web_sessions.c.projector, people.c.kind, people.c.erased)
        .join_from(web_sessions, people, isouter=True)
        .where(web_sessions.c.ref_hash == hashed(ref), web_sessions.c.expires > now())
    )
    row = connection.execute(query).first()
    if row is None or row.erased is not None:
        return None
    return Session(ref, row.person, row.kind, row.projector)


def allow_projector(connection: Connection, ref: str, class_id: str) -> None:
    """Let a signed-in browser show the projector page of a class too."""
    connection.execute(update(web_sessions).where(web_sessions.c.ref_hash == hashed(ref)).values(projector=class_id))


def end(connection: Connection, ref: str) -> None:
    """Sign one browser out."""
    connection.execute(delete(web_sessions).where(web_sessions.c.ref_hash == hashed(ref)))


def end_all_of(connection: Connection, person: str) -> None:
    """Sign a person out everywhere."""
    connection.execute(delete(web_sessions).where(web_sessions.c.person == person))


def drop_expired(connection: Connection) -> None:
    """Forget sessions that ended by themselves."""
    connection.execute(delete(web_sessions).where(web_sessions.c.expires <= now()))
