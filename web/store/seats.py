"""Who holds which seat. A seat without a holder is played by its policy."""

from __future__ import annotations

from msgspec import Struct
from sqlalchemy import Connection, select, update

from web.store.tables import runs, seats, teams


class SeatRow(Struct, frozen=True):
    """A seat of a run."""

    run: str
    seat: str
    holder: str | None
    policy: str


class Holding(Struct, frozen=True):
    """A seat that somebody holds, and where."""

    run: str
    class_id: str
    team: str
    seat: str


def of_run(connection: Connection, run: str) -> list[SeatRow]:
    """The five seats of a run."""
    rows = connection.execute(select(seats).where(seats.c.run == run))
    return [SeatRow(row.run, row.seat, row.holder, row.policy) for row in rows]


def find(connection: Connection, run: str, seat: str) -> SeatRow | None:
    """One seat of a run."""
    row = connection.execute(select(seats).where(seats.c.run == run, seats.c.seat == seat)).first()
    return SeatRow(row.run, row.seat, row.holder, row.policy) if row else None


def is_held_by(connection: Connection, run: str, seat: str, person: str) -> bool:
    """True while *person* holds the seat: asked for every single event."""
    query = select(seats.c.seat).where(seats.c.run == run, seats.c.seat == seat, seats.c.holder == person)
    return connection.execute(query).first() is not None


def give(connection: Connection, run: str, seat: str, before: str | None, holder: str | None) -> bool:
    """Put somebody into a seat, or leave it to its policy; False when *before* no longer holds it."""
    held = seats.c.holder.is_(None) if before is None else seats.c.holder == before
    mine = update(seats).where(seats.c.run == run, seats.c.seat == seat, held)
    return connection.execute(mine.values(holder=holder)).rowcount == 1


def set_policy(connection: Connection, run: str, seat: str, policy: str) -> None:
    """Who plays the seat while nobody holds it."""
    connection.execute(update(seats).where(seats.c.run == run, seats.c.seat == seat).values(policy=policy))


def held_by(connection: Connection, person: str) -> list[Holding]:
    """Every seat a person holds, anywhere."""
    query = (
        select(seats.c.run, seats.c.seat, teams.c.class_id, teams.c.id.label("team"))
        .join_from(seats, runs, seats.c.run == runs.c.id)
        .join(teams, runs.c.team == teams.c.id)
        .where(seats.c.holder == person)
        .order_by(seats.c.run, seats.c.seat)
    )
    return [Holding(row.run, row.class_id, row.team, row.seat) for row in connection.execute(query)]
