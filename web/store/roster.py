"""Students of a roster, by number."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct
from sqlalchemy import Connection

from web.store import classes, people


class RosterLine(Struct, frozen=True):
    """One student: the number is text, its leading zeros count."""

    student_number: str
    name: str


class Added(Struct, frozen=True):
    """What an import did."""

    new: int
    known: int


def enrol_all(connection: Connection, server_key: bytes, class_id: str, lines: Iterable[RosterLine]) -> Added:
    """Enrol everybody; a known number keeps its person and takes the name of the roster."""
    new = known = 0
    for line in lines:
        student = people.find_by_number(connection, line.student_number)
        if student is None:
            student = people.add(connection, server_key, "student", line.name, line.student_number)
            new += 1
        else:
            people.rename(connection, student.id, line.name)
            known += 1
        classes.enrol(connection, class_id, student.id, "student")
    return Added(new, known)
