"""People: claiming guests, erasing."""

from __future__ import annotations

from flask import Blueprint, Response

from web import auth, bodies, seating
from web.errors import RequestError, json_response, not_found
from web.server import server
from web.store import audit, classes, people, seats
from web.store.erase import erase
from web.watching import cut_off

people_routes = Blueprint("people", __name__, url_prefix="/api/people")


def _check_mine(person: str, teacher: str) -> None:
    """A teacher may act on the students and guests of the own classes."""
    known = server().store.read(people.find, person)
    shared = [one for one in server().store.read(classes.of_person, person) if _teaches(one.id, teacher)]
    if known is None or known.kind not in ("student", "guest") or not shared:
        raise not_found("person")


def _teaches(class_id: str, teacher: str) -> bool:
    return server().store.read(classes.role_in, class_id, teacher) == "teacher"


@people_routes.post("/<person>/claim")
def claim(person: str) -> Response:
    """Say which student a guest was: what the guest did counts as theirs from now on."""
    teacher, body = auth.teacher_id(), bodies.read(bodies.Claim, "claim")
    for one in (person, body.student):
        _check_mine(one, teacher)
    guest = server().store.read(people.find, person)
    student = server().store.read(people.find, body.student)
    if not guest or guest.kind != "guest" or not student or student.kind != "student":
        raise RequestError("not_a_guest", "expected a guest and a student", 409)
    server().store.write(people.claim, person, body.student)
    server().store.write(audit.note, teacher, "guest.claimed", person, student=body.student)
    return json_response({"claimed": True})


@people_routes.post("/<person>/erase")
def forget(person: str) -> Response:
    """Erase a person: oneself, or a student or guest of one's classes. Logs and digests stay as they are."""
    asking = auth.person_id()
    if person != asking:
        _check_mine(person, auth.teacher_id())
    concerned = {one.id for one in server().store.read(classes.of_person, person)}
    for subject in server().store.read(people.subjects_of, person):
        _vacate(subject, asking)
    for gone in erase(server().store, person, asking):
        cut_off(server(), gone, "erased")
    for class_id in concerned:
        server().pushes.class_changed(class_id)
    return json_response({"erased": True})


def _vacate(subject: str, by: str) -> None:
    for held in server().store.read(seats.held_by, subject):
        classroom = server().store.read(classes.find, held.class_id)
        team = server().store.read(classes.team_of_run, held.run)
        if classroom and team:
            seating.move(server(), classroom, team, seating.seat_of(server(), team.run, held.seat), None, by)
