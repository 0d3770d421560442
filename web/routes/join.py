"""Who am I, coming in, signing in and out."""

from __future__ import annotations

from flask import Blueprint, Response, request
from sqlalchemy import Connection

from web import auth, bodies, classroom
from web.errors import RequestError, json_response
from web.server import server
from web.shapes import Me, MySeat, Viewer
from web.store import audit, classes, invitations, people, seats
from web.store.invitations import Invitation
from web.store.people import Person
from web.store.seal import csrf_token
from web.watching import cut_off

join = Blueprint("join", __name__, url_prefix="/api")


@join.get("/me")
def me() -> Response:
    """Who this browser is, and the token that its changes need."""
    session = auth.current()
    token = csrf_token(server().store.key, auth.visitor_reference())
    if session is None or session.person is None:
        return json_response(Me(Viewer(None, None, None), token, [], [], ""))
    return json_response(server().store.read(_me, session.person, token))


def _me(connection: Connection, person: str, token: str) -> Me:
    known = people.find(connection, person)
    assert known is not None, "a session of an erased person is not found"
    mine = [MySeat(one.run, one.class_id, one.team, one.seat) for one in seats.held_by(connection, person)]  # type: ignore[arg-type]
    belongs = [one.id for one in classes.of_person(connection, person)]
    return Me(Viewer(known.id, known.name, known.kind), token, mine, belongs, known.language)  # type: ignore[arg-type]


@join.post("/me")
def change_me() -> Response:
    """Change the own name or language."""
    body, person = bodies.read(bodies.Rename, "me"), auth.person_id()
    if body.name is not None:
        server().store.write(people.rename, person, bodies.named(body.name))
    if body.language is not None:
        server().store.write(people.set_language, person, body.language)
    for one in server().store.read(classes.of_person, person):
        server().pushes.class_changed(one.id)
    return me()


@join.post("/me/password")
def set_password() -> Response:
    """Choose a name and a password to sign in with."""
    body, person = bodies.read(bodies.SetPassword, "password"), auth.person_id()
    hashed = auth.hash_password(body.password)
    server().store.write(_set_password, person, body.login.strip().lower(), hashed)
    return me()


def _set_password(connection: Connection, person: str, login: str, hashed: str) -> None:
    if not login:
        raise RequestError("blank_name", "expected a name with letters, got none")
    if not people.login_is_free(connection, login, person):
        raise RequestError("login_taken", "expected a name nobody signs in with, got one that is taken", 409)
    people.set_password(connection, person, login, hashed)
    audit.note(connection, person, "password.set")


@join.post("/join")
def come_in() -> Response:
    """Come into a class by its code; who is signed in comes in as themselves."""
    address, body = request.remote_addr or "", bodies.read(bodies.Join, "join")
    server().door_buckets.check(address)
    found = server().store.read(classes.find_by_code, body.code)
    if found is None or found.state == "ended":
        server().door_buckets.take(address)
        raise RequestError("unknown_code", "expected the code of a class that is open", 404)
    session = auth.current()
    known = session.person if session else None
    if known is None:
        server().guest_buckets.take(address)
    person = server().store.write(_come_in, server().store.key, found.id, known, bodies.named(body.name))
    if known is None:
        auth.sign_in(server().store, person)
    server().pushes.class_changed(found.id)
    token = csrf_token(server().store.key, auth.visitor_reference())
    return json_response({"class": classroom.info_for(server(), found.id, person), "csrf": token})


def _come_in(connection: Connection, key: bytes, class_id: str, known: str | None, name: str) -> str:
    person = known or people.add(connection, key, "guest", name).id
    guest = people.find(connection, person)
    if guest and guest.kind == "guest" and name:
        people.rename(connection, person, name)
    if classes.role_in(connection, class_id, person) is None:
        role = "student" if guest and guest.kind == "student" else "guest"
        classes.enrol(connection, class_id, person, role)
        audit.note(connection, person, "class.joined", class_id)
    return person


@join.post("/signin")
def sign_in() -> Response:
    """Sign in with name and password."""
    body = bodies.read(bodies.SignIn, "signin")
    login = body.name.strip().lower()
    door = f"{login}/{request.remote_addr}"
    server().password_buckets.check(door)
    found = server().store.read(people.password_of, login)
    person, hashed = found or ("", auth.NO_PASSWORD)
    if not auth.is_password(body.password, hashed) or not person:
        server().password_buckets.take(door)
        server().store.write(audit.note, person or "?", "signin.refused")
        raise RequestError("wrong_password", "expected a known name with its password", 401)
    auth.sign_in(server().store, person)
    return me()


@join.post("/signout")
def sign_out() -> Response:
    """Sign this browser out, its open windows too."""
    session = auth.current()
    auth.sign_out(server().store)
    if session and session.person:
        cut_off(server(), session.person, "signed_out")
    return json_response({"ok": True})


@join.post("/invitations/accept")
def accept() -> Response:
    """Take an invitation up: an account limited to the classes and dates it names."""
    address, body = request.remote_addr or "", bodies.read(bodies.Accept, "invitation")
    server().door_buckets.check(address)
    invitation = server().store.read(invitations.find, body.token)
    if invitation is None:
        server().door_buckets.take(address)
        raise RequestError("unknown_invitation", "expected an invitation that is open", 404)
    hashed = auth.hash_password(body.password)
    person = server().store.write(_accept, server().store.key, invitation, body, hashed)
    auth.sign_in(server().store, person.id)
    return me()


def _accept(connection: Connection, key: bytes, invitation: Invitation, body: bodies.Accept, hashed: str) -> Person:
    person = people.add(connection, key, invitation.kind, bodies.named(body.name))
    invitations.use(connection, invitation, person.id)
    _set_password(connection, person.id, body.login.strip().lower(), hashed)
    for class_id in invitation.classes:
        classes.enrol(connection, class_id, person.id, invitation.kind, invitation.access_until)
    return person
