"""Classes: the teacher's side."""

from __future__ import annotations

from flask import Blueprint, Response, request

from web import auth, bodies, classroom, control, seating
from web.access import BELONGS, TEACHES, classroom_for
from web.addresses import base_urls
from web.errors import RequestError, json_response
from web.roster import read_roster
from web.server import server
from web.shapes import Invitation, ScenarioLine
from web.store import audit, classes, invitations, roster
from web.store.classes import Classroom

MAX_ROSTER = 3_000_000
classes_routes = Blueprint("classes", __name__, url_prefix="/api")


@classes_routes.get("/scenarios")
def scenarios() -> Response:
    """What can be played."""
    from scenarios.index import list_scenarios  # reads every scenario: only who asks for the list waits for it

    auth.person_id()
    lines = [
        ScenarioLine(one.id, one.version, one.title, one.brief, one.mode, one.minutes, one.level)
        for one in list_scenarios()
    ]
    return json_response(lines)


@classes_routes.post("/classes")
def create() -> Response:
    """A new class with its teams."""
    teacher, body = auth.teacher_id(), bodies.read(bodies.NewClass, "class")
    name = bodies.named(body.name)
    made = classroom.create_class(server(), teacher, name, body.scenario, body.teams, body.speed, body.market)
    return json_response(classroom.info_for(server(), made.id, teacher), 201)


@classes_routes.get("/classes")
def mine() -> Response:
    """Classes I belong to."""
    person = auth.person_id()
    found = server().store.read(classes.of_person, person)
    return json_response([classroom.info_for(server(), one.id, person) for one in found])


@classes_routes.get("/classes/<class_id>")
def one(class_id: str) -> Response:
    """One class."""
    session = auth.current()
    if session and session.projector == class_id and session.person is None:
        return json_response(server().pushes.info(class_id, with_links=False))
    return json_response(classroom.info_for(server(), class_id, auth.person_id()))


def _mine(class_id: str, roles: frozenset[str] = TEACHES) -> tuple[Classroom, str]:
    person = auth.person_id()
    return server().store.read(classroom_for, class_id, person, roles), person


@classes_routes.post("/classes/<class_id>/seats")
def seat(class_id: str) -> Response:
    """Take, leave or give a seat."""
    found, person = _mine(class_id, BELONGS)
    body = bodies.read(bodies.SeatAction, "seat")
    seating.act(server(), found, body.team, body.seat, body.action, person, body.person)
    return json_response(classroom.info_for(server(), class_id, person))


@classes_routes.post("/classes/<class_id>/bots")
def bot(class_id: str) -> Response:
    """Choose who plays a seat that nobody holds."""
    found, person = _mine(class_id)
    body = bodies.read(bodies.BotChoice, "bot")
    seating.set_policy(server(), found, body.team, body.seat, body.policy, person)
    return json_response(classroom.info_for(server(), class_id, person))


@classes_routes.post("/classes/<class_id>/control")
def clock(class_id: str) -> Response:
    """Start, pause, resume, speed, end."""
    found, person = _mine(class_id)
    body = bodies.read(bodies.Control, "control")
    control.control(server(), found, body.action, body.speed, person)
    server().store.write(audit.note, person, f"class.{body.action}", class_id)
    return json_response(classroom.info_for(server(), class_id, person))


@classes_routes.post("/classes/<class_id>/shock")
def shock(class_id: str) -> Response:
    """Let something happen."""
    found, person = _mine(class_id)
    body = bodies.read(bodies.Shock, "shock")
    args = {"kind": body.kind, "country": body.country, "hours": body.hours, "strength_ppm": body.strength_ppm}
    if body.sku:
        args["sku"] = body.sku
    return json_response(control.shock(server(), found, args, body.team, person))


@classes_routes.post("/classes/<class_id>/roster")
def import_roster(class_id: str) -> Response:
    """Enrol students from a pasted table or a file."""
    found, person = _mine(class_id)
    request.max_content_length = MAX_ROSTER
    if "file" in request.files:
        lines = read_roster(request.files["file"].stream.read())
    elif request.is_json:
        lines = read_roster(bodies.read(bodies.RosterText, "roster").text.encode())
    else:
        raise RequestError("no_roster", "expected a file, or JSON with a text", 400)
    added = server().store.write(roster.enrol_all, server().store.key, found.id, lines)
    server().store.write(audit.note, person, "roster.imported", class_id, lines=len(lines))
    server().pushes.class_changed(class_id)
    return json_response({"added": added.new, "known": added.known})


@classes_routes.post("/classes/<class_id>/invitations")
def invite(class_id: str) -> Response:
    """Invite somebody of another trade to named classes."""
    _, person = _mine(class_id)
    body = bodies.read(bodies.Invite, "invitation")
    named = list(dict.fromkeys([class_id, *body.classes]))
    for other in named:
        _mine(other)
    token, expires = server().store.write(invitations.add, body.kind, person, body.days, named)
    return json_response(Invitation(f"{base_urls(server().config)[0]}/invite/{token}", expires), 201)
