"""Socket events. Every one is answered, with a typed no if need be, and checked against the database as it is now."""

from __future__ import annotations

import hmac
import logging
import time
from collections.abc import Callable
from typing import Any

from flask import current_app, request
from flask_socketio import ConnectionRefusedError, SocketIO, join_room

from sandbox.kernel.codec import from_plain
from web import auth, watching
from web.acting import command
from web.bodies import CommandBody, WatchBody
from web.errors import RequestError, detail_of
from web.frames import REFUSED, Bad, JsonPacket
from web.pushes import class_room, room_of
from web.server import NAME, Server
from web.socket_shapes import Refusal
from web.store import sessions
from web.store.seal import csrf_token
from web.viewers import Viewer

log = logging.getLogger(__name__)
Handler = Callable[[Server, Viewer, Any], Any]


def install(socketio: SocketIO) -> None:
    """Attach all handlers."""
    JsonPacket.known = frozenset(EVENTS)
    socketio.on_event("connect", _connect)
    socketio.on_event("disconnect", _disconnect)
    socketio.on_event(REFUSED, _refused)
    for name, handler in EVENTS.items():
        socketio.on_event(name, _answered(handler))


def _server() -> Server:
    return current_app.extensions[NAME]


def _connect(given: Any = None) -> None:
    server, ref = _server(), request.cookies.get(auth.COOKIE) or ""
    session = server.store.read(sessions.find, ref) if ref else None
    token = given.get("csrf") if isinstance(given, dict) else None
    if session is None:
        raise ConnectionRefusedError("not_signed_in")
    if not isinstance(token, str) or not hmac.compare_digest(
        csrf_token(server.store.key, ref).encode(), token.encode()
    ):
        raise ConnectionRefusedError("bad_csrf")
    tab = given.get("tab") if isinstance(given, dict) else None
    name = tab if isinstance(tab, str) and 8 <= len(tab) <= 64 else request.sid  # type: ignore[attr-defined]
    server.viewers.add(Viewer(request.sid, ref, session.person, f"{ref}/{name}"))  # type: ignore[attr-defined]


def _disconnect(_reason: Any = None) -> None:
    server = _server()
    viewer = server.viewers.remove(request.sid)  # type: ignore[attr-defined]
    if viewer:
        watching.leave_all(server, viewer)


def _refused(payload: Any = None) -> Refusal:
    if isinstance(payload, Bad):
        return Refusal(False, payload.code, payload.message, payload.facts)
    return Refusal(False, "bad_shape", "expected another event", {})


def _answered(handler: Handler) -> Callable[..., Any]:
    def handle(payload: Any = None) -> Any:
        cmd_id = payload.get("cmd_id") if isinstance(payload, dict) else None
        try:
            server = _server()
            viewer = server.viewers.find(request.sid)  # type: ignore[attr-defined]
            if viewer is None:
                raise RequestError("not_signed_in", "expected a window that is connected", 401)
            server.event_buckets.take(viewer.sid)
            return handler(server, viewer, payload)
        except Exception as error:
            detail, _ = detail_of(error)
            shown = cmd_id[:64] if isinstance(cmd_id, str) else ""
            return Refusal(False, detail.code, detail.message, detail.facts, shown)

    return handle


def _watch(server: Server, viewer: Viewer, payload: Any) -> Any:
    body = from_plain(payload, WatchBody, "watch")
    if body.class_id:
        ack = watching.watch_class(server, viewer, body.class_id, body.role)
        for role in {"all", body.role}:
            join_room(class_room(body.class_id, role))
        return ack
    ack = watching.watch_seat(server, viewer, body.run, body.seat)
    join_room(room_of((body.run, body.seat)))
    join_room(class_room(server.team_of_run(body.run).class_id))
    return ack


def _command(server: Server, viewer: Viewer, payload: Any) -> Any:
    return command(server, viewer, from_plain(payload, CommandBody, "command"))


def _use_here(server: Server, viewer: Viewer, payload: Any) -> Any:
    body = from_plain(payload, WatchBody, "use_here")
    watching.use_here(server, viewer, (body.run, body.seat))
    return {"ok": True, "writer": True}


def _ping(_server: Server, _viewer: Viewer, _payload: Any) -> Any:
    return {"ok": True, "now": int(time.time())}


EVENTS: dict[str, Handler] = {
    "watch": _watch,
    "resync": _watch,
    "command": _command,
    "use_here": _use_here,
    "ping": _ping,
}
