"""A class in the database, with its people."""

from __future__ import annotations

import hashlib
from typing import NamedTuple

from web.store import classes, people, runs
from web.store.database import Store

SECRET = bytes(range(32, 64))


class Made(NamedTuple):
    """Ids of what was made."""

    teacher: str
    class_id: str
    team: str
    run: str
    group: str
    commitment: str


def a_class(store: Store) -> Made:
    """A teacher with a class of one team in the lobby."""
    return store.write(_make, store.key)


def _make(connection, key: bytes) -> Made:
    teacher = people.add(connection, key, "teacher", "Teacher")
    commitment = hashlib.sha256(SECRET).hexdigest()
    group = runs.add_group(connection, key, SECRET, commitment)
    values = {"name": "A", "scenario": "first-live", "version": 1, "mode": "team", "title_en": "A", "title_zh": "甲"}
    made = classes.add(connection, {**values, "speed": 1, "owner": teacher.id, "group_id": group})
    classes.enrol(connection, made.id, teacher.id, "teacher")
    team = classes.add_team(connection, made, 1, "average")
    return Made(teacher.id, made.id, team.id, team.run, group, commitment)
