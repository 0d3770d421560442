"""People are permanent; their names are not. Everything else knows them by a random id."""

from __future__ import annotations

import secrets

from msgspec import Struct
from sqlalchemy import Connection, Row, insert, or_, select, update

from web.store.clock import now
from web.store.seal import KEY_BYTES, seal, unseal
from web.store.tables import credentials, people, person_keys


class Person(Struct, frozen=True):
    """Somebody."""

    id: str
    kind: str
    name: str
    student_number: str | None
    language: str
    claimed_by: str | None


def _person(row: Row) -> Person:
    return Person(row.id, row.kind, row.name, row.student_number, row.language, row.claimed_by)


def add(
    connection: Connection,
    server_key: bytes,
    kind: str,
    name: str,
    student_number: str | None = None,
    language: str = "",
) -> Person:
    """A new person with a key of their own."""
    person = Person(secrets.token_hex(16), kind, name, student_number, language, None)
    connection.execute(
        insert(people).values(
            id=person.id, kind=kind, name=name, student_number=student_number, language=language, created=now()
        )
    )
    sealed = seal(server_key, secrets.token_bytes(KEY_BYTES), person.id)
    connection.execute(insert(person_keys).values(person=person.id, sealed=sealed))
    return person


def find(connection: Connection, person: str) -> Person | None:
    """The person of that id, unless erased."""
    row = connection.execute(select(people).where(people.c.id == person, people.c.erased.is_(None))).first()
    return _person(row) if row else None


def find_many(connection: Connection, ids: list[str]) -> dict[str, Person]:
    """Persons by id; erased ones are left out."""
    rows = connection.execute(select(people).where(people.c.id.in_(ids), people.c.erased.is_(None)))
    return {row.id: _person(row) for row in rows}


def find_by_number(connection: Connection, student_number: str) -> Person | None:
    """The student of that number: text, so that leading zeros count."""
    row = connection.execute(select(people).where(people.c.student_number == student_number)).first()
    return _person(row) if row else None


def rename(connection: Connection, person: str, name: str) -> None:
    """A new name; the log never knew the old one."""
    connection.execute(update(people).where(people.c.id == person).values(name=name))


def set_language(connection: Connection, person: str, language: str) -> None:
    """The language of this person's screens."""
    connection.execute(update(people).where(people.c.id == person).values(language=language))


def claim(connection: Connection, guest: str, student: str) -> None:
    """From now on what *guest* did counts as *student*'s."""
    connection.execute(update(people).where(people.c.id == guest).values(claimed_by=student))


def subjects_of(connection: Connection, person: str) -> list[str]:
    """The ids under which a person stands in logs: their own, and those of claimed guests."""
    mine = or_(people.c.id == person, people.c.claimed_by == person)
    return list(connection.execute(select(people.c.id).where(mine).order_by(people.c.created, people.c.id)).scalars())


def key_of(connection: Connection, server_key: bytes, person: str) -> bytes | None:
    """The person's own key; None after erasure."""
    sealed = connection.execute(select(person_keys.c.sealed).where(person_keys.c.person == person)).scalar()
    return unseal(server_key, sealed, person) if sealed else None


def set_password(connection: Connection, person: str, login: str, password_hash: str) -> None:
    """Let a person sign in by name and password."""
    connection.execute(update(people).where(people.c.id == person).values(login=login))
    known = connection.execute(select(credentials.c.person).where(credentials.c.person == person)).first()
    values = {"password_hash": password_hash, "changed": now()}
    if known:
        connection.execute(update(credentials).where(credentials.c.person == person).values(values))
    else:
        connection.execute(insert(credentials).values(person=person, **values))


def password_of(connection: Connection, login: str) -> tuple[str, str] | None:
    """(person, password hash) of a login name."""
    query = select(people.c.id, credentials.c.password_hash).join(credentials).where(people.c.login == login)
    row = connection.execute(query.where(people.c.erased.is_(None))).first()
    return (row.id, row.password_hash) if row else None


def login_is_free(connection: Connection, login: str, person: str) -> bool:
    """True when nobody else signs in by that name."""
    query = select(people.c.id).where(people.c.login == login, people.c.id != person)
    return connection.execute(query).first() is None


def first_of_kind(connection: Connection, kind: str) -> Person | None:
    """The person of that kind who has been here longest."""
    query = (
        select(people).where(people.c.kind == kind, people.c.erased.is_(None)).order_by(people.c.created, people.c.id)
    )
    row = connection.execute(query).first()
    return _person(row) if row else None


def can_sign_in(connection: Connection, person: str) -> bool:
    """True when the person has a password."""
    return connection.execute(select(credentials.c.person).where(credentials.c.person == person)).first() is not None
