"""The console's page, the links that lead into it, and the sign of life."""

from __future__ import annotations

from pathlib import Path

from flask import Blueprint, Response, redirect, request, send_from_directory
from werkzeug.wrappers import Response as AnyResponse

from web import auth, seating
from web.errors import RequestError, detail_of, json_response
from web.server import server
from web.shapes import ErrorBody
from web.store import audit, links
from web.store.links import Link
from web.version import VERSION

STATIC = Path(__file__).resolve().parent.parent / "static"
DOORS = {"pages.seat_link": "/join", "pages.teacher_link": "/signin", "pages.projector_link": "/signin"}
pages = Blueprint("pages", __name__)


@pages.errorhandler(RequestError)
def explain(error: RequestError) -> AnyResponse:
    """A person opened a link that does not work: the console says why, in their language, at the door they meant."""
    door = DOORS.get(request.endpoint or "")
    if door is None:
        detail, status = detail_of(error)
        return json_response(ErrorBody(detail), status)
    return redirect(f"{door}?problem={error.code}")


@pages.get("/healthz")
def healthz() -> Response:
    """Whether this server is up, and whether its engine is."""
    return json_response({"ok": True, "version": VERSION, "engine": server().live.is_ready.is_set()})


@pages.get("/s/<token>")
def seat_link(token: str) -> AnyResponse:
    """Sit down in a seat."""
    if request.method == "HEAD":
        return Response(status=204)
    link = _find(token, "seat")
    session = auth.current()
    person = session.person if session else None
    sitter = seating.by_link(server(), link, person)
    if sitter != person:
        auth.sign_in(server().store, sitter)
    return redirect(f"/run/{link.run}/{link.seat}")


@pages.get("/t/<token>")
def teacher_link(token: str) -> AnyResponse:
    """Sign in as the teacher of a class, or of this server."""
    link = _valid(_find(token, "teacher"))
    auth.sign_in(server().store, link.person or "")
    server().store.write(audit.note, link.person or "", "link.teacher")
    return redirect(f"/teach/{link.class_id}" if link.class_id else "/teach")


@pages.get("/p/<token>")
def projector_link(token: str) -> AnyResponse:
    """Show a class on the wall."""
    link = _valid(_find(token, "projector"))
    auth.show_projector(server().store, link.class_id or "")
    return redirect(f"/projector/{link.class_id}")


def _find(token: str, kind: str) -> Link:
    address = request.remote_addr or ""
    server().door_buckets.check(address)
    link = server().store.read(links.find, token[:64])
    if link is None or link.kind != kind:
        server().door_buckets.take(address)
        raise RequestError("unknown_link", "expected a link that this server made", 404)
    return link


def _valid(link: Link) -> Link:
    if not link.is_valid:
        raise RequestError(
            "link_revoked", "expected a link that is valid, got one that was replaced or is too old", 410
        )
    return link


@pages.get("/")
@pages.get("/<path:_path>")
def console(_path: str = "") -> Response:
    """The console; its router knows the rest."""
    if _path.split("/", 1)[0] in ("api", "static", "socket.io"):
        raise RequestError("not_found", "expected a path that exists", 404)
    if not (STATIC / "index.html").is_file():
        raise RequestError("no_console", "the console is not built: python3 dev.py run builds it", 503)
    return send_from_directory(STATIC, "index.html")
