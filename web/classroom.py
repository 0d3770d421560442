"""Making classes: teams in markets alike or in one market, seats with bots, links to get in."""

from __future__ import annotations

import hashlib
import secrets
from collections.abc import Iterator
from typing import Any

from sqlalchemy import Connection

from web.errors import not_found
from web.server import Server
from web.shapes import ClassInfo, Market
from web.store import classes, links, runs
from web.store.classes import PLAYER_SEATS, Classroom, Team

DEFAULT_POLICY = "average"


def create_class(
    server: Server, owner: str, name: str, scenario: str, teams: int, speed: int, market: Market = "parallel"
) -> Classroom:
    """A new class in the lobby; all its teams will play under one secret, drawn here and shown when all have ended.

    Args:
        server: the server.
        owner: the teacher.
        name: of the class.
        scenario: id of a scenario, or its folder.
        teams: how many.
        speed: of the clock.
        market: ``parallel``: each team has a market of its own, all alike; ``shared``: all meet in one.

    Raises:
        ScenarioError: there is no such scenario, or its file is wrong.
    """
    from scenarios.loader import load_scenario  # reads rule tables: only a server that makes classes needs them

    found = load_scenario(scenario)
    about = {
        "name": name,
        "scenario": scenario,
        "version": found.version,
        "mode": found.mode,
        "title_en": found.title.en,
        "title_zh": found.title.zh,
        "speed": speed,
        "owner": owner,
    }
    return server.store.write(_create, server.store.key, about, teams, market)


def _create(connection: Connection, key: bytes, about: dict[str, Any], teams: int, market: Market) -> Classroom:
    secret = secrets.token_bytes(32)
    group = runs.add_group(connection, key, secret, hashlib.sha256(secret).hexdigest())
    classroom = classes.add(connection, {**about, "group_id": group})
    classes.enrol(connection, classroom.id, classroom.owner, "teacher")
    for team in _teams(connection, classroom, teams, market):
        for seat in PLAYER_SEATS:
            links.renew(connection, key, "seat", class_id=classroom.id, run=team.run, seat=seat)
    links.renew(connection, key, "projector", class_id=classroom.id)
    return classroom


def _teams(connection: Connection, classroom: Classroom, count: int, market: Market) -> Iterator[Team]:
    log: str | None = None
    for position in range(1, count + 1):
        side = str(position) if market == "shared" else ""
        team = classes.add_team(connection, classroom, position, DEFAULT_POLICY, side, log)
        if market == "shared":
            log = team.log
        yield team


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
