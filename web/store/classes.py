"""Classes, their teams, and who belongs to them."""

from __future__ import annotations

import secrets
from typing import Any

from msgspec import Struct
from sqlalchemy import ColumnElement, Connection, Row, Select, func, insert, or_, select, update

from web.store.clock import now
from web.store.tables import class_members, classes, runs, seats, teams

CODE_LETTERS = "ABCDEFGHJKMNPQRSTVWXYZ23456789"
PLAYER_SEATS = ("anchor", "operations", "selection", "traffic", "service")


class Classroom(Struct, frozen=True):
    """A class."""

    id: str
    name: str
    code: str
    scenario: str
    version: int
    mode: str
    title_en: str
    title_zh: str
    state: str
    speed: int
    owner: str
    group_id: str


class Team(Struct, frozen=True):
    """A team and its run."""

    id: str
    name: str
    run: str
    """Address of the team's seats; of its log too, where it has a market of its own."""
    class_id: str
    is_over: bool
    log: str
    """The run whose log holds what this team does: that of the first team, where all meet in one market."""
    side: str
    """The team's name in that log; empty where it plays alone."""


class Member(Struct, frozen=True):
    """Who belongs to a class, and as what."""

    person: str
    role: str


def _classroom(row: Row) -> Classroom:
    return Classroom(**{name: getattr(row, name) for name in Classroom.__struct_fields__})


def add(connection: Connection, values: dict[str, object]) -> Classroom:
    """A new class in the lobby, with a code that is easy to read aloud."""
    code = "".join(secrets.choice(CODE_LETTERS) for _ in range(6))
    classroom = Classroom(id=secrets.token_hex(8), code=code, state="lobby", **values)  # type: ignore[arg-type]
    row = {name: getattr(classroom, name) for name in Classroom.__struct_fields__}
    connection.execute(insert(classes).values(**row, created=now()))
    return classroom


def find(connection: Connection, class_id: str) -> Classroom | None:
    """The class of that id."""
    row = connection.execute(select(classes).where(classes.c.id == class_id)).first()
    return _classroom(row) if row else None


def find_by_code(connection: Connection, code: str) -> Classroom | None:
    """The class of that code; small letters will do."""
    row = connection.execute(select(classes).where(classes.c.code == code.strip().upper())).first()
    return _classroom(row) if row else None


def in_state(connection: Connection, *states: str) -> list[Classroom]:
    """Classes in one of these states, oldest first."""
    rows = connection.execute(select(classes).where(classes.c.state.in_(states)).order_by(classes.c.created))
    return [_classroom(row) for row in rows]


def of_person(connection: Connection, person: str) -> list[Classroom]:
    """Classes a person belongs to now, newest first."""
    mine = select(class_members.c.class_id).where(class_members.c.person == person, _is_current())
    rows = connection.execute(select(classes).where(classes.c.id.in_(mine)).order_by(classes.c.created.desc()))
    return [_classroom(row) for row in rows]


def set_state(connection: Connection, class_id: str, state: str, speed: int) -> None:
    """The teacher's clock."""
    connection.execute(update(classes).where(classes.c.id == class_id).values(state=state, speed=speed))


def add_team(
    connection: Connection, classroom: Classroom, position: int, policy: str, side: str = "", log: str | None = None
) -> Team:
    """A team with its run and five empty seats; it goes by its position.

    Args:
        connection: to the database.
        classroom: its class.
        position: 1, 2, 3 ... in the class.
        policy: who plays empty seats.
        side: the team's name in a run that several teams share.
        log: the run of the team that came first in it; None for that team, and for one that plays alone.
    """
    made = secrets.token_hex(8)
    team = Team(secrets.token_hex(8), str(position), made, classroom.id, False, log or made, side)
    connection.execute(insert(teams).values(id=team.id, class_id=classroom.id, name=team.name, position=position))
    row = {"id": team.run, "team": team.id, "group_id": classroom.group_id, "epoch": 0, "is_over": 0}
    connection.execute(insert(runs).values(**row, log_run=log, side=side))
    for seat in PLAYER_SEATS:
        connection.execute(insert(seats).values(run=team.run, seat=seat, policy=policy))
    return team


def _teams() -> Select[Any]:
    log = func.coalesce(runs.c.log_run, runs.c.id).label("log")
    query = select(teams.c.id, teams.c.name, runs.c.id.label("run"), teams.c.class_id, runs.c.is_over, log, runs.c.side)
    return query.join_from(teams, runs, runs.c.team == teams.c.id).order_by(teams.c.position)


def _team(row: Row) -> Team:
    return Team(row.id, row.name, row.run, row.class_id, bool(row.is_over), row.log, row.side)


def teams_of(connection: Connection, class_id: str) -> list[Team]:
    """The teams of a class in their order."""
    rows = connection.execute(_teams().where(teams.c.class_id == class_id))
    return [_team(row) for row in rows]


def team_of_run(connection: Connection, run: str) -> Team | None:
    """The team whose seats are at *run*."""
    row = connection.execute(_teams().where(runs.c.id == run)).first()
    return _team(row) if row else None


def teams_in_log(connection: Connection, log: str) -> list[Team]:
    """The teams whose play the log of *log* holds, in their order."""
    return [_team(row) for row in connection.execute(_teams().where(or_(runs.c.id == log, runs.c.log_run == log)))]


def _is_current() -> ColumnElement[bool]:
    return or_(class_members.c.until.is_(None), class_members.c.until > now())


def enrol(connection: Connection, class_id: str, person: str, role: str, until: int | None = None) -> None:
    """Let a person belong to a class; a second time changes nothing but the role and the end."""
    mine = (class_members.c.class_id == class_id) & (class_members.c.person == person)
    if connection.execute(select(class_members.c.person).where(mine)).first():
        connection.execute(update(class_members).where(mine).values(role=role, until=until))
    else:
        values = {"class_id": class_id, "person": person, "role": role, "since": now(), "until": until}
        connection.execute(insert(class_members).values(values))


def role_in(connection: Connection, class_id: str, person: str) -> str | None:
    """What a person is in a class today; None when nothing."""
    query = select(class_members.c.role).where(class_members.c.class_id == class_id, class_members.c.person == person)
    return connection.execute(query.where(_is_current())).scalar()


def members_of(connection: Connection, class_id: str) -> list[Member]:
    """Everybody in a class, in the order of joining."""
    query = select(class_members).where(class_members.c.class_id == class_id, _is_current())
    rows = connection.execute(query.order_by(class_members.c.since, class_members.c.person))
    return [Member(row.person, row.role) for row in rows]
