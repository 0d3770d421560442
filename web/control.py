"""The teacher's clock and the teacher's shocks: each a logged command, the same for every team."""

from __future__ import annotations

import secrets
from typing import Any

from sandbox.kernel.messages import CommandEnvelope, Seat
from web.courier import Told
from web.errors import RequestError
from web.server import Server
from web.shapes import ShockAnswer
from web.store import classes, seats
from web.store.classes import Classroom, Team

ALLOWED = {
    "lobby": ("start", "speed", "end"),
    "running": ("pause", "speed", "end"),
    "paused": ("resume", "speed", "end"),
    "ended": (),
}
AFTER = {"start": "running", "resume": "running", "pause": "paused", "end": "ended"}
START_SECONDS = 30
"""The engine may still be loading when the first class starts."""
ANSWER_SECONDS = 5


def control(server: Server, classroom: Classroom, action: str, speed: int | None, teacher: str) -> None:
    """Do one thing to the clock of a class, one after another.

    Raises:
        RequestError: ``wrong_state``; or the engine is not there yet.
    """
    with server.class_locks[classroom.id]:
        now = server.store.read(classes.find, classroom.id)
        _control(server, now or classroom, action, speed, teacher)


def _control(server: Server, classroom: Classroom, action: str, speed: int | None, teacher: str) -> None:
    if action not in ALLOWED[classroom.state]:
        expected = " or ".join(ALLOWED[classroom.state]) or "nothing"
        raise RequestError("wrong_state", f"expected {expected} while {classroom.state}, got {action}", 409,
                           state=classroom.state)  # fmt: skip
    state, pace = classroom.state, speed or classroom.speed
    if action == "end" and state != "lobby":
        _end(server, classroom, teacher)
        return
    if action == "start":
        _start(server, classroom, teacher)
    _set(server, classroom.id, AFTER.get(action, state), pace)


def _set(server: Server, class_id: str, state: str, speed: int) -> None:
    if state == "paused":  # the clock stops before anybody is told so; it starts only when that is on disk
        server.live.pace(class_id, False, speed)
    server.store.write(classes.set_state, class_id, state, speed)
    server.live.pace(class_id, state == "running", speed)
    server.pushes.control(class_id, state, speed)


def _start(server: Server, classroom: Classroom, teacher: str) -> None:
    if not server.live.is_ready.wait(START_SECONDS):
        raise RequestError("not_ready", "the engine is still loading", 503, retry_ms=2000)
    server.open_runs(classroom)
    pending = []
    for team in server.store.read(classes.teams_of, classroom.id):
        for row in server.store.read(seats.of_run, team.run):
            subject = row.holder or f"bot:{row.policy}"
            if subject != "bot:autopilot":
                envelope = _command("run.take_seat", {"seat": row.seat, "subject": subject}, teacher)
                pending.append(server.live.begin(team, envelope))
    for one in pending:
        _wait(one, START_SECONDS)


def _end(server: Server, classroom: Classroom, teacher: str) -> None:
    if classroom.state == "paused":  # what came after needs a clock too
        _set(server, classroom.id, "running", classroom.speed)
    _send_to_all(server, _playing(server, classroom), "run.end", {"reason": "teacher"}, teacher)


def _playing(server: Server, classroom: Classroom) -> list[Team]:
    return [team for team in server.store.read(classes.teams_of, classroom.id) if not team.is_over]


def shock(
    server: Server, classroom: Classroom, args: dict[str, Any], team_id: str | None, teacher: str
) -> list[ShockAnswer]:
    """Let something happen to one team, or to all.

    Raises:
        RequestError: ``wrong_state`` or ``not_found``.
    """
    if classroom.state not in ("running", "paused"):
        raise RequestError("wrong_state", f"expected a class that plays, got one in {classroom.state}", 409,
                           state=classroom.state)  # fmt: skip
    teams = [team for team in _playing(server, classroom) if team_id in (None, team.id)]
    if not teams:
        raise RequestError("not_found", "expected a team of this class that still plays", 404)
    if team_id is None:
        return _send_to_all(server, teams, "run.inject_shock", args, teacher)
    told = _wait(server.live.begin(teams[0], _command("run.inject_shock", args, teacher)), ANSWER_SECONDS)
    return [_answer(teams[0], told)]


def _send_to_all(
    server: Server, teams: list[Team], kind: str, args: dict[str, Any], teacher: str
) -> list[ShockAnswer]:
    """One command for each run, whichever teams meet in it; one answer for each team."""
    logs = dict.fromkeys(team.log for team in teams)
    sent = {log: server.live.begin_for_all(log, _command(kind, args, teacher)) for log in logs}
    told = {log: _wait(future, ANSWER_SECONDS) for log, future in sent.items()}
    return [_answer(team, told[team.log]) for team in teams]


def _answer(team: Team, told: Told) -> ShockAnswer:
    return ShockAnswer(team.id, told.answer.ok, told.answer.code, told.answer.message)


def _wait(future: Any, seconds: float) -> Told:
    try:
        return future.result(seconds)
    except TimeoutError:
        raise RequestError("busy", "the engine did not answer in time", 503, retry_ms=2000) from None


def _command(kind: str, args: dict[str, Any], teacher: str) -> CommandEnvelope:
    cmd_id = f"teacher-{secrets.token_hex(12)}"
    return CommandEnvelope(cmd_id=cmd_id, seat=Seat.INSTRUCTOR, type=kind, args=args, subject=teacher)
