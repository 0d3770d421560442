"""Looking: what a window may see, and what it is told first."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Connection

from web.access import LOOKS_ON, may_look, may_play
from web.errors import RequestError, not_found
from web.pushes import BOARD, INSTRUCTOR, room_of
from web.screens import Place
from web.server import Server
from web.socket_shapes import FeedPart, WatchAck
from web.store import classes, runs, sessions
from web.store.classes import Classroom, Team
from web.viewers import Viewer

FIRST_PICTURE_SECONDS = 4.0


def watch_seat(server: Server, viewer: Viewer, run: str, seat: str) -> WatchAck:
    """Show a seat to who holds it, and to who may look over shoulders.

    Raises:
        RequestError: ``not_found`` for everybody else; ``not_ready`` while the run is being opened.
    """
    classroom, team, plays = server.store.read(_seat_for, viewer, run, seat)
    place = (run, seat)
    viewer.places.add(place)
    _look(server, place, viewer.sid)
    if plays:
        server.pushes.class_changed(classroom.id)
    state = server.live.state(team.log)
    if state and state.has_failed:
        raise RequestError("run_failed", "expected a run that goes on, got one that stopped", 500, entry=state.entry)
    if state and state.stage != "over" and not server.screens.wait(place, FIRST_PICTURE_SECONDS):
        raise RequestError("not_ready", "the run is being opened", 503, retry_ms=1000)
    shown = server.screens.snapshot(place)
    over = classroom.state == "ended"
    return WatchAck(
        ok=True,
        version=shown.version,
        view=shown.view or None,
        feed=shown.feed,
        head=state.head if state else server.store.read(runs.last_entry, team.log)[1],
        writer=plays and server.leases.ask(place, viewer.tab),
        paused=classroom.state != "running",
        speed=classroom.speed,
        stage=state.stage if state else "over" if over else "lobby",
    )


def _seat_for(connection: Connection, viewer: Viewer, run: str, seat: str) -> tuple[Classroom, Team, bool]:
    session = sessions.find(connection, viewer.ref)
    person = session.person if session else None
    plays = seat != INSTRUCTOR and may_play(connection, run, seat, person)
    team = classes.team_of_run(connection, run)
    classroom = classes.find(connection, team.class_id) if team else None
    if team is None or classroom is None or not (plays or may_look(connection, run, person)):
        raise not_found("seat")
    return classroom, team, plays


def watch_class(server: Server, viewer: Viewer, class_id: str, role: str) -> WatchAck:
    """Show a class as teacher, projector or lobby.

    Raises:
        RequestError: ``not_found``.
    """
    classroom = server.store.read(_class_for, viewer, class_id, role)
    viewer.classes.add((class_id, role))
    teams = server.store.read(classes.teams_of, class_id)
    seats = {"teacher": (INSTRUCTOR, BOARD), "projector": (BOARD,)}.get(role, ())
    for team in teams:
        for seat in seats:
            viewer.places.add((team.run, seat))
            _look(server, (team.run, seat), viewer.sid)
    view: Any = {}
    if role == "teacher":
        shown = {team.id: server.screens.snapshot((team.run, INSTRUCTOR)).view for team in teams}
        view = {"teams": {team: state for team, state in shown.items() if state}}
    _greet(server, viewer, class_id, role)
    version = server.pushes.teacher_version(class_id) if role == "teacher" else 0
    paused = classroom.state != "running"
    return WatchAck(True, version, view, FeedPart(1, []), "", False, paused, classroom.speed, classroom.state)


def _class_for(connection: Connection, viewer: Viewer, class_id: str, role: str) -> Classroom:
    classroom = classes.find(connection, class_id)
    session = sessions.find(connection, viewer.ref)
    if classroom is None or session is None:
        raise not_found("class")
    mine = classes.role_in(connection, class_id, session.person) if session.person else None
    allowed = {
        "teacher": mine in LOOKS_ON,
        "projector": mine in LOOKS_ON or session.projector == class_id,
        "lobby": mine is not None,
    }
    if not allowed.get(role):
        raise not_found("class")
    return classroom


def _greet(server: Server, viewer: Viewer, class_id: str, role: str) -> None:
    session = server.store.read(sessions.find, viewer.ref)
    person = session.person if session else None
    teaches = person is not None and server.store.read(classes.role_in, class_id, person) == "teacher"
    info = server.pushes.info(class_id, with_links=role == "teacher" and teaches)
    if info:
        server.pushes.send("class", info, viewer.sid)
    if role in ("teacher", "projector"):
        server.pushes.send("board", server.pushes.board(class_id), viewer.sid)


def _look(server: Server, place: Place, sid: str) -> None:
    if server.screens.join(place, sid):
        server.live.watch(server.team_of_run(place[0]), place[1], True)


def _look_away(server: Server, place: Place, sid: str) -> None:
    if server.screens.leave(place, sid):
        server.live.watch(server.team_of_run(place[0]), place[1], False)


def drop(server: Server, viewer: Viewer, place: Place) -> None:
    """A window sees no more of a place from now on."""
    viewer.places.discard(place)
    server.socketio.server.leave_room(viewer.sid, room_of(place))
    _look_away(server, place, viewer.sid)


def cut_off(server: Server, person: str, reason: str) -> None:
    """Close every window of somebody who is signed out everywhere."""
    for viewer in server.viewers.all():
        if viewer.person == person:
            server.pushes.revoked(viewer.sid, reason)
            server.socketio.server.disconnect(viewer.sid)


def leave_all(server: Server, viewer: Viewer) -> None:
    """A window is gone: free what it held."""
    for place in viewer.places:
        _look_away(server, place, viewer.sid)
        if not server.viewers.of_tab(viewer.tab):
            server.leases.free(place, viewer.tab)
            _pass_on(server, place)
        if place[1] not in (INSTRUCTOR, BOARD):
            server.pushes.class_changed(server.team_of_run(place[0]).class_id)


def _pass_on(server: Server, place: Place) -> None:
    for other in server.viewers.at(place):
        if server.store.read(may_play, *place, other.person) and server.leases.ask(place, other.tab):
            server.pushes.lease(other.sid, place, True)
            return


def use_here(server: Server, viewer: Viewer, place: Place) -> None:
    """Act in this window from now on; the other one looks on.

    Raises:
        RequestError: ``not_your_seat``.
    """
    if not server.store.read(may_play, *place, viewer.person):
        raise RequestError("not_your_seat", "expected a seat you hold", 403)
    server.leases.take(place, viewer.tab)
    for other in server.viewers.at(place):
        if other.person == viewer.person:
            server.pushes.lease(other.sid, place, other.tab == viewer.tab)
