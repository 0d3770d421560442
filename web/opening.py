"""The first class and the first teacher, and links to both."""

from __future__ import annotations

from flask import Flask
from msgspec import Struct
from sqlalchemy import Connection

from web.addresses import base_urls
from web.classroom import create_class
from web.server import NAME, Server
from web.shapes import ClassInfo
from web.store import audit, classes, links, people
from web.store.classes import Classroom
from web.store.clock import now

DEMO_SCENARIO = "first-live"
DEMO_MADE = "demo.made"
"""The line of the audit by which a restart knows its own class among those a teacher made."""
LINK_SECONDS = 12 * 3600


class Opened(Struct):
    """A class to begin with, and where to begin."""

    teacher_url: str
    info: ClassInfo


def first_teacher_url(app: Flask) -> str | None:
    """A link for the first teacher of a server that has none with a password; it works for twelve hours."""
    server: Server = app.extensions[NAME]
    teacher = server.store.read(people.first_of_kind, "teacher")
    if teacher and server.store.read(people.can_sign_in, teacher.id):
        return None
    return _link(server, teacher.id if teacher else _new_teacher(server), None)


def demo_class(app: Flask) -> Opened:
    """The demo class: the one made here that is still open, or a new one; with a fresh link for its teacher."""
    server: Server = app.extensions[NAME]
    teacher = server.store.read(people.first_of_kind, "teacher")
    person = teacher.id if teacher else _new_teacher(server)
    found = server.store.read(_open_demo, person) or _new_demo(server, person)
    info = server.pushes.info(found.id, with_links=True)
    assert info is not None
    return Opened(_link(server, person, found.id), info)


def _open_demo(connection: Connection, person: str) -> Classroom | None:
    made = {target for _, target in audit.lines(connection, DEMO_MADE)}
    mine = [one for one in classes.of_person(connection, person) if one.id in made and one.state != "ended"]
    return mine[0] if mine else None


def _new_demo(server: Server, person: str) -> Classroom:
    made = create_class(server, person, "Demo", DEMO_SCENARIO, 1, 1)
    server.store.write(audit.note, person, DEMO_MADE, made.id)
    return made


def _new_teacher(server: Server) -> str:
    return server.store.write(people.add, server.store.key, "teacher", "").id


def _link(server: Server, person: str, class_id: str | None) -> str:
    expires = now() + LINK_SECONDS
    token = server.store.write(links.renew, server.store.key, "teacher", expires, person=person, class_id=class_id)
    return f"{base_urls(server.config)[0]}/t/{token}"
