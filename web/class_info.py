"""A class as its people see it, made afresh from the database."""

from __future__ import annotations

from typing import cast

from sqlalchemy import Connection

from sandbox.kernel.lesson import Text
from web.addresses import base_urls, qr_svg
from web.config import Config
from web.shapes import (
    ClassInfo,
    ClassLinks,
    ClassState,
    PersonLine,
    PlayerSeat,
    Policy,
    ScenarioHead,
    SeatInfo,
    SeatLink,
    TeamInfo,
)
from web.store import classes, links, people, runs, seats
from web.store.classes import PLAYER_SEATS, Classroom, Team
from web.store.people import Person
from web.store.seats import SeatRow
from web.viewers import Viewers


def class_info(connection: Connection, config: Config, viewers: Viewers, classroom: Classroom) -> ClassInfo:
    """The class without its links."""
    teams = classes.teams_of(connection, classroom.id)
    rows = {team.run: {row.seat: row for row in seats.of_run(connection, team.run)} for team in teams}
    members = classes.members_of(connection, classroom.id)
    holders = [row.holder for found in rows.values() for row in found.values() if row.holder]
    known = people.find_many(connection, [member.person for member in members] + holders)
    addresses = base_urls(config)
    join_url = f"{addresses[0]}/join/{classroom.code}"
    return ClassInfo(
        id=classroom.id,
        name=classroom.name,
        code=classroom.code,
        scenario=ScenarioHead(
            classroom.scenario, classroom.version, Text(en=classroom.title_en, zh=classroom.title_zh), classroom.mode
        ),
        state=cast(ClassState, classroom.state),
        speed=classroom.speed,
        commitment=runs.commitment_of(connection, classroom.group_id),
        market="shared" if any(team.side for team in teams) else "parallel",
        teams=[_team(team, rows[team.run], known, viewers) for team in teams],
        members=[person_line(known[member.person]) for member in members if member.person in known],
        join_url=join_url,
        join_qr_svg=qr_svg(join_url),
        addresses=addresses,
    )


def class_links(connection: Connection, config: Config, key: bytes, class_id: str) -> ClassLinks:
    """The links that only the teacher sees: of every seat the one that would work now."""
    base = base_urls(config)[0]
    found = []
    for team in classes.teams_of(connection, class_id):
        for seat in PLAYER_SEATS:
            token = links.current(connection, key, "seat", class_id=class_id, run=team.run, seat=seat)
            found.append(SeatLink(team.id, cast(PlayerSeat, seat), f"{base}/s/{token}" if token else ""))
    projector = links.current(connection, key, "projector", class_id=class_id)
    return ClassLinks(f"{base}/p/{projector}", found)


def person_line(person: Person) -> PersonLine:
    """A person as others see them."""
    return PersonLine(person.id, person.name, person.kind)  # type: ignore[arg-type]


def _team(team: Team, rows: dict[str, SeatRow], known: dict[str, Person], viewers: Viewers) -> TeamInfo:
    return TeamInfo(team.id, team.name, team.run, [_seat(rows[seat], known, viewers) for seat in PLAYER_SEATS])


def _seat(row: SeatRow, known: dict[str, Person], viewers: Viewers) -> SeatInfo:
    if row.holder is None:
        return SeatInfo(cast(PlayerSeat, row.seat), None, cast(Policy, row.policy), False)
    holder = known.get(row.holder)
    line = person_line(holder) if holder else PersonLine(row.holder, "", "guest")
    return SeatInfo(cast(PlayerSeat, row.seat), line, None, viewers.is_online((row.run, row.seat), row.holder))
