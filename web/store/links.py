"""Links that sign a browser in. The database keeps hashes; the server's key makes a token again for the teacher."""

from __future__ import annotations

from typing import Any

from msgspec import Struct
from sqlalchemy import Connection, func, insert, select, update

from web.store.clock import now
from web.store.seal import hashed, token
from web.store.tables import links


class Link(Struct, frozen=True):
    """What a link stands for."""

    token_hash: str
    kind: str
    """``seat``, ``teacher`` or ``projector``."""
    person: str | None
    class_id: str | None
    run: str | None
    seat: str | None
    serial: int
    expires: int | None
    used_by: str | None
    revoked: bool

    @property
    def is_valid(self) -> bool:
        """True while it signs somebody in."""
        return not self.revoked and (self.expires is None or self.expires > now())


def _target(kind: str, **about: Any) -> dict[str, Any]:
    return {"kind": kind, **{name: about.get(name) for name in ("person", "class_id", "run", "seat")}}


def _matches(target: dict[str, Any]) -> list[Any]:
    return [links.c[name].is_(None) if value is None else links.c[name] == value for name, value in target.items()]


def _token(server_key: bytes, target: dict[str, Any], serial: int) -> str:
    return token(server_key, *target.values(), serial)


def renew(connection: Connection, server_key: bytes, kind: str, expires: int | None = None, **about: Any) -> str:
    """A new token for a target; tokens given before are dead from now on."""
    target = _target(kind, **about)
    connection.execute(update(links).where(*_matches(target)).values(revoked=1))
    serial = (
        connection.execute(select(func.coalesce(func.max(links.c.serial), 0)).where(*_matches(target))).scalar_one() + 1
    )
    made = _token(server_key, target, serial)
    values = {**target, "serial": serial, "expires": expires, "revoked": 0}
    connection.execute(insert(links).values(token_hash=hashed(made), **values))
    return made


def current(connection: Connection, server_key: bytes, kind: str, **about: Any) -> str | None:
    """The token of a target that would work now; None when there is none."""
    target = _target(kind, **about)
    query = select(links.c.serial).where(*_matches(target), links.c.revoked == 0, links.c.used_by.is_(None))
    serial = connection.execute(query).scalar()
    return None if serial is None else _token(server_key, target, serial)


def find(connection: Connection, made: str) -> Link | None:
    """What a token stands for, dead or alive."""
    row = connection.execute(select(links).where(links.c.token_hash == hashed(made))).first()
    if row is None:
        return None
    fields = {name: getattr(row, name) for name in Link.__struct_fields__}
    return Link(**{**fields, "revoked": bool(row.revoked)})


def use(connection: Connection, link: Link, person: str) -> bool:
    """Use a link up; False when somebody was quicker."""
    unused = (links.c.token_hash == link.token_hash) & links.c.used_by.is_(None) & (links.c.revoked == 0)
    return connection.execute(update(links).where(unused).values(used_by=person)).rowcount == 1
