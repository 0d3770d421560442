"""What came of a run: results, grades, events, the run file."""

from __future__ import annotations

from typing import Any

from flask import Blueprint, Response, request
from msgspec import structs

from web import auth
from web.access import LOOKS_ON, READS_RESULTS, team_for_results
from web.errors import RequestError, json_response
from web.server import server
from web.store import classes, people, runs
from web.store.classes import Classroom, Team

runs_routes = Blueprint("runs", __name__, url_prefix="/api/runs")


def _team(run: str) -> tuple[Team, Classroom, set[str] | None, str]:
    person = auth.person_id()
    team, subjects = server().store.read(team_for_results, run, person)
    classroom = server().store.read(classes.find, team.class_id)
    assert classroom is not None
    return team, classroom, subjects, server().store.read(classes.role_in, team.class_id, person) or ""


@runs_routes.get("/<run>/result")
def result(run: str) -> Response:
    """The result of a team, and the grades this person may see."""
    team, classroom, subjects, role = _team(run)
    if not team.is_over and role not in LOOKS_ON:
        raise RequestError("still_running", "expected a run that has ended", 409)
    outcome = server().results.outcome(run)
    found = outcome["grade"]["students"]
    if subjects is not None:
        _check_was_there(run, subjects, found)
        outcome["grade"]["students"] = [one for one in found if one["subject"] in subjects]
    names = server().store.read(people.find_many, [one["subject"] for one in found])
    info = {
        **outcome,
        "team": {"id": team.id, "name": team.name, "run": run, "class_id": team.class_id},
        "market": "shared" if team.side else "parallel",
        "people": {subject: person.name for subject, person in names.items()},
        "scenario": {
            "id": classroom.scenario,
            "version": classroom.version,
            "title": {"en": classroom.title_en, "zh": classroom.title_zh},
            "mode": classroom.mode,
        },
        "secret": _secret(classroom),
    }
    return json_response(info)


def _check_was_there(run: str, subjects: set[str], found: list[dict[str, Any]]) -> None:
    if subjects.isdisjoint(one["subject"] for one in found):
        raise RequestError("not_found", "expected a run you played in", 404)


def _secret(classroom: Classroom) -> str | None:
    if not server().store.read(runs.all_over, classroom.group_id):
        return None
    return server().store.read(runs.secret_of, server().store.key, classroom.group_id).hex()


@runs_routes.get("/<run>/events")
def events(run: str) -> Response:
    """Events between two seconds, or around one: what a point of the radar rests on."""
    team, _, subjects, role = _team(run)
    if role not in LOOKS_ON:
        if not team.is_over:
            raise RequestError("still_running", "expected a run that has ended", 409)
        if subjects is not None:
            _check_was_there(run, subjects, server().results.outcome(run)["grade"]["students"])
    first, last, seq = _whole("from", 0), _whole("to", 10**9), _whole("seq", 0)
    return json_response(server().results.events(run, first, last, seq))


def _whole(name: str, default: int) -> int:
    text = request.args.get(name)
    if text is None:
        return default
    if not (text.isdecimal() and len(text) < 10):
        raise RequestError("bad_shape", f"{name}: expected a whole number, got something else", name=name)
    return int(text)


def _readable(run: str) -> tuple[Team, Classroom]:
    team, classroom, subjects, role = _team(run)
    if subjects is not None or role not in READS_RESULTS:
        raise RequestError("forbidden", "expected a teacher of this class", 403)
    return team, classroom


@runs_routes.get("/<run>/export.jsonl")
def export(run: str) -> Response:
    """The run file, whole where teams share one; the secret stands in it only when every run of the group has ended."""
    team, classroom = _readable(run)
    kept = server().store.read(runs.load, team.log)
    if kept is None:
        raise RequestError("not_started", "expected a run that has started", 409)
    kept.header = structs.replace(kept.header, secret=_secret(classroom) or "")
    body = b"".join(line + b"\n" for line in kept.lines(with_secret=True))
    return _file(body, "application/jsonl", f"{run}.jsonl")


@runs_routes.get("/<run>/grades.json")
def grades_json(run: str) -> Response:
    """Every grade of the team, with its citations."""
    _readable(run)
    return json_response(server().results.outcome(run)["grade"])


@runs_routes.get("/<run>/grades.csv")
def grades_csv(run: str) -> Response:
    """One row a student, one column an axis."""
    team, classroom = _readable(run)
    members = server().store.read(classes.members_of, team.class_id)
    known = server().store.read(people.find_many, [member.person for member in members])
    office: dict[str, tuple[str, str, str]] = {}
    for person in known.values():
        owner = known.get(person.claimed_by or "") or person
        office[person.id] = (owner.student_number or owner.id, owner.name, classroom.name)
    return _file(server().results.grades_csv(run, office), "text/csv; charset=utf-8", f"{run}-grades.csv")


def _file(body: bytes, kind: str, name: str) -> Response:
    return Response(body, headers={"Content-Type": kind, "Content-Disposition": f'attachment; filename="{name}"'})
