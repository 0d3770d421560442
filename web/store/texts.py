"""What people wrote, sealed with a key of their own: erasing the key erases every copy, backups too."""

from __future__ import annotations

import hmac

from sqlalchemy import Connection, delete, insert, select

from web.store.people import key_of
from web.store.seal import seal, unseal
from web.store.tables import texts


def text_hash(person_key: bytes, text: str) -> str:
    """Keyed hash of a text: proves later which text it was, and tells nothing once the key is gone."""
    return hmac.digest(person_key, text.encode(), "sha256").hex()


def keep(connection: Connection, person_key: bytes, run: str, cmd_id: str, person: str, text: str) -> None:
    """Keep a text beside the log. The same command again changes nothing."""
    known = select(texts.c.cmd_id).where(texts.c.run == run, texts.c.cmd_id == cmd_id)
    if connection.execute(known).first():
        return
    sealed = seal(person_key, text.encode(), f"{run}/{cmd_id}")
    values = {"run": run, "cmd_id": cmd_id, "person": person, "sealed": sealed}
    connection.execute(insert(texts).values(**values, text_hash=text_hash(person_key, text)))


def of_run(connection: Connection, server_key: bytes, run: str) -> dict[str, str]:
    """The texts of a run by command id, without those of erased people."""
    found = {}
    keys: dict[str, bytes | None] = {}
    for row in connection.execute(select(texts).where(texts.c.run == run).order_by(texts.c.cmd_id)).all():
        if row.person not in keys:
            keys[row.person] = key_of(connection, server_key, row.person)
        if key := keys[row.person]:
            found[row.cmd_id] = unseal(key, row.sealed, f"{run}/{row.cmd_id}").decode()
    return found


def forget(connection: Connection, person: str) -> None:
    """Delete every text of a person."""
    connection.execute(delete(texts).where(texts.c.person == person))
