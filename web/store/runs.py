"""Logs of runs: append-only, one writer each, conditional on its epoch.

Where several teams meet in one run, its log is kept once, at the run of the first of them (``Team.log``).
"""

from __future__ import annotations

import secrets
from collections.abc import Iterable

import msgspec
from sqlalchemy import Connection, insert, or_, select, update
from sqlalchemy.exc import IntegrityError

from sandbox.kernel.codec import to_bytes
from sandbox.kernel.log import Entry, Header, Log, read_log
from web.store.clock import now
from web.store.seal import seal, unseal
from web.store.tables import entries, group_secrets, groups, runs


class StaleEpochError(Exception):
    """Another server has taken the run over: what this one computed is void."""


def add_group(connection: Connection, server_key: bytes, secret: bytes, commitment: str) -> str:
    """A group of runs that share *secret*; returns its id."""
    group = secrets.token_hex(8)
    connection.execute(insert(groups).values(id=group, commitment=commitment, created=now()))
    connection.execute(insert(group_secrets).values(group_id=group, sealed=seal(server_key, secret, group)))
    return group


def commitment_of(connection: Connection, group: str) -> str:
    """SHA-256 of the group's secret."""
    return connection.execute(select(groups.c.commitment).where(groups.c.id == group)).scalar_one()


def secret_of(connection: Connection, server_key: bytes, group: str) -> bytes:
    """The secret of a group of runs."""
    query = select(group_secrets.c.sealed).where(group_secrets.c.group_id == group)
    return unseal(server_key, connection.execute(query).scalar_one(), group)


def all_over(connection: Connection, group: str) -> bool:
    """True when every run of the group has ended, so that its secret may be shown."""
    query = select(runs.c.id).where(runs.c.group_id == group, runs.c.is_over == 0)
    return connection.execute(query).first() is None


def take_over(connection: Connection, run: str) -> int:
    """Become the one writer of a run: whoever held an older epoch can append no more."""
    connection.execute(update(runs).where(runs.c.id == run).values(epoch=runs.c.epoch + 1))
    return connection.execute(select(runs.c.epoch).where(runs.c.id == run)).scalar_one()


def begin(connection: Connection, run: str, header: Header) -> None:
    """Keep the header of a run that starts; the secret never stands in it."""
    if header.secret:
        raise ValueError("expected a header without the secret")
    connection.execute(update(runs).where(runs.c.id == run).values(header=to_bytes(header).decode()))


def set_over(connection: Connection, run: str) -> None:
    """The run has settled, for every team in it."""
    connection.execute(update(runs).where(or_(runs.c.id == run, runs.c.log_run == run)).values(is_over=1))


def append(connection: Connection, run: str, epoch: int, added: Iterable[Entry]) -> None:
    """Append entries in order. Appending the same ones again changes nothing.

    Raises:
        StaleEpochError: somebody else owns the run now.
    """
    held = connection.execute(select(runs.c.epoch).where(runs.c.id == run).with_for_update()).scalar_one()
    if held != epoch:
        raise StaleEpochError(f"run {run}: expected to hold epoch {held}, got {epoch}")
    rows = [{"run": run, "n": one.n, "body": to_bytes(one).decode(), "hash": one.hash} for one in added]
    if not rows:
        return
    try:
        with connection.begin_nested():
            connection.execute(insert(entries), rows)
    except IntegrityError:
        _check_same(connection, run, rows)


def _check_same(connection: Connection, run: str, rows: list[dict]) -> None:
    """A commit may have happened although its answer was lost: then the same entries are already there."""
    query = select(entries.c.n, entries.c.hash).where(entries.c.run == run, entries.c.n >= rows[0]["n"])
    there = {row.n: row.hash for row in connection.execute(query)}
    for row in rows:
        if there.get(row["n"]) != row["hash"]:
            raise StaleEpochError(f"run {run}: entry {row['n']} is another one")


def load(connection: Connection, run: str) -> Log | None:
    """The log of a run with every hash checked; None before it starts.

    Raises:
        LogError: the database holds something else than what was appended.
    """
    header = connection.execute(select(runs.c.header).where(runs.c.id == run)).scalar()
    if header is None:
        return None
    [first] = Log(msgspec.json.decode(header, type=Header)).lines(with_secret=False)
    bodies = connection.execute(select(entries.c.body).where(entries.c.run == run).order_by(entries.c.n)).scalars()
    return read_log([first, *bodies])


def last_entry(connection: Connection, run: str) -> tuple[int, str]:
    """(number, hash) of the last entry on disk; (0, "") before the first."""
    query = select(entries.c.n, entries.c.hash).where(entries.c.run == run).order_by(entries.c.n.desc()).limit(1)
    row = connection.execute(query).first()
    return (row.n, row.hash) if row else (0, "")
