"""Invitations for teachers, mentors, assessors and enterprises: expiring, and limited to named classes and dates."""

from __future__ import annotations

import secrets

from msgspec import Struct
from sqlalchemy import Connection, insert, select, update

from web.store.clock import now
from web.store.seal import hashed
from web.store.tables import invitation_classes, invitations

OPEN_DAYS = 14


class Invitation(Struct, frozen=True):
    """What an unused invitation gives."""

    token_hash: str
    kind: str
    expires: int
    access_until: int
    classes: list[str]


def add(connection: Connection, kind: str, created_by: str, days: int, class_ids: list[str]) -> tuple[str, int]:
    """A new invitation, to be taken up within two weeks; returns (token, expiry)."""
    made, at = secrets.token_hex(16), now()
    expires = at + min(days, OPEN_DAYS) * 86_400
    values = {"kind": kind, "created_by": created_by, "created": at, "expires": expires}
    connection.execute(insert(invitations).values(token_hash=hashed(made), access_until=at + days * 86_400, **values))
    for class_id in class_ids:
        connection.execute(insert(invitation_classes).values(token_hash=hashed(made), class_id=class_id))
    return made, expires


def find(connection: Connection, made: str) -> Invitation | None:
    """The invitation of a token; None when it is unknown, used or too old."""
    query = select(invitations).where(invitations.c.token_hash == hashed(made), invitations.c.expires > now())
    row = connection.execute(query.where(invitations.c.used_by.is_(None))).first()
    if row is None:
        return None
    named = select(invitation_classes.c.class_id).where(invitation_classes.c.token_hash == row.token_hash)
    class_ids = list(connection.execute(named.order_by(invitation_classes.c.class_id)).scalars())
    return Invitation(row.token_hash, row.kind, row.expires, row.access_until, class_ids)


def use(connection: Connection, invitation: Invitation, person: str) -> None:
    """Nobody else can take it up."""
    mine = invitations.c.token_hash == invitation.token_hash
    connection.execute(update(invitations).where(mine).values(used_by=person))
