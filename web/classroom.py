"""Making classes: teams that face the same viewers and shocks, seats with bots, links to get in."""

from __future__ import annotations

import hashlib
import secrets

from sqlalchemy import Connection

from sandbox.kernel.scenario import Scenario
from web.errors import not_found
from web.server import Server
from web.shapes import ClassInfo
from web.store import classes, links, runs
from web.store.classes import PLAYER_SEATS, Classroom

DEFAULT_POLICY = "average"


def create_class(server: Server, owner: str, name: str, scenario: str, teams: int, speed: int) -> Classroom:
    """A new class in the lobby; all its teams will play under one secret, drawn here and shown when all have ended.

    Raises:
        ScenarioError: there is no such scenario, or its file is wrong.
    """
    from scenarios.loader import load_scenario  # reads rule tables: only a server that makes classes needs them

    found = load_scenario(scenario)
    return server.store.write(_create, server.store.key, owner, name, found, scenario, teams, speed)


def _create(
    connection: Connection, key: bytes, owner: str, name: str, found: Scenario, scenario: str, teams: int, speed: int
) -> Classroom:
    secret = secrets.token_bytes(32)
    classroom = classes.add(
        connection,
        {
            "name": name,
            "scenario": scenario,
            "version": found.version,
            "mode": found.mode,
            "title_en": found.title.en,
            "title_zh": found.title.zh,
            "speed": speed,
            "owner": owner,
            "group_id": runs.add_group(connection, key, secret, hashlib.sha256(secret).hexdigest()),
        },
    )
    classes.enrol(connection, classroom.id, owner, "teacher")
    for position in range(1, teams + 1):
        team = classes.add_team(connection, classroom, str(position), position, DEFAULT_POLICY)
        for seat in PLAYER_SEATS:
            links.renew(connection, key, "seat", class_id=classroom.id, run=team.run, seat=seat)
    links.renew(connection, key, "projector", class_id=classroom.id)
    return classroom


def info_for(server: Server, class_id: str, person: str) -> ClassInfo:
    """The class as *person* may see it: the links are the teacher's.

    Raises:
        RequestError: ``not_found``.
    """
    role = server.store.read(classes.role_in, class_id, person)
    info = server.pushes.info(class_id, with_links=role == "teacher") if role else None
    if info is None:
        raise not_found("class")
    return info
