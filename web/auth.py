"""Who is asking: a cookie with a random reference, a token that only our own pages can read, and the right origin."""

from __future__ import annotations

import hmac
from urllib.parse import urlsplit

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerifyMismatchError
from flask import Flask, Request, Response, g, request

from web.config import Config
from web.errors import RequestError
from web.store import sessions
from web.store.database import Store
from web.store.seal import csrf_token
from web.store.sessions import Session

COOKIE = "bc_session"
CSRF_HEADER = "X-BC-CSRF"
_SAFE = ("GET", "HEAD", "OPTIONS")
_HASHER = PasswordHasher()


def install(app: Flask, config: Config, store: Store) -> None:
    """Read the session of every request, and refuse changes that a foreign page sends."""

    @app.before_request
    def identify() -> None:
        g.ref = request.cookies.get(COOKIE) or ""
        g.session = store.read(sessions.find, g.ref) if g.ref else None
        if request.path.startswith("/api/") and request.method not in _SAFE:
            check_origin(request, config)
            check_csrf(store.key, g.ref, request.headers.get(CSRF_HEADER))

    @app.after_request
    def renew(response: Response) -> Response:
        if ref := g.pop("new_ref", None):
            response.set_cookie(
                COOKIE, ref, max_age=sessions.DAYS * 86_400, httponly=True, samesite="Lax", secure=config.is_https
            )
        return response


def check_origin(asking: Request, config: Config) -> None:
    """Refuse a browser that shows another site.

    Raises:
        RequestError: ``foreign_origin``.
    """
    origin = asking.headers.get("Origin")
    if origin and not is_our_origin(origin, asking.host, config):
        raise RequestError("foreign_origin", "expected a page of this server, got another origin", 403)


def is_our_origin(origin: str, host: str, config: Config) -> bool:
    """True when *origin* is the host that was asked, or the configured address."""
    return urlsplit(origin).netloc == host or bool(config.public_url and origin == config.public_url.rstrip("/"))


def check_csrf(key: bytes, ref: str, given: str | None) -> None:
    """Refuse who cannot read our pages.

    Raises:
        RequestError: ``bad_csrf``.
    """
    if not (ref and given and hmac.compare_digest(csrf_token(key, ref).encode(), str(given).encode())):
        raise RequestError("bad_csrf", f"expected {CSRF_HEADER} as /api/me gives it", 403)


def sign_in(store: Store, person: str) -> None:
    """From now on this browser is *person*'s; its old reference is worth nothing."""
    old = g.ref
    g.ref = g.new_ref = store.write(sessions.start, person)
    if g.session:
        store.write(sessions.end, old)
    g.session = store.read(sessions.find, g.ref)


def show_projector(store: Store, class_id: str) -> None:
    """Let this browser show a class on the wall."""
    if g.session:
        store.write(sessions.allow_projector, g.ref, class_id)
    else:
        g.ref = g.new_ref = store.write(sessions.start, None, class_id)


def sign_out(store: Store) -> None:
    """Forget this browser."""
    store.write(sessions.end, g.ref)
    g.ref = g.new_ref = sessions.new_reference()
    g.session = None


def visitor_reference() -> str:
    """The reference of this browser; a stranger gets one, of which nothing is kept."""
    if not g.ref:
        g.ref = g.new_ref = sessions.new_reference()
    return g.ref


def current() -> Session | None:
    """The session of this request."""
    return g.session


def person_id() -> str:
    """The signed-in person.

    Raises:
        RequestError: ``not_signed_in``.
    """
    if g.session is None or g.session.person is None:
        raise RequestError("not_signed_in", "expected somebody who signed in", 401)
    return g.session.person


def teacher_id() -> str:
    """The signed-in teacher.

    Raises:
        RequestError: ``not_signed_in`` or ``not_a_teacher``.
    """
    person = person_id()
    if g.session.kind != "teacher":
        raise RequestError("not_a_teacher", "expected a teacher", 403)
    return person


def hash_password(password: str) -> str:
    """Argon2id of a password."""
    return _HASHER.hash(password)


def is_password(password: str, hashed: str) -> bool:
    """True when *hashed* was made of *password*; takes as long for a wrong one."""
    try:
        return _HASHER.verify(hashed, password)
    except (VerifyMismatchError, InvalidHashError):
        return False


NO_PASSWORD = _HASHER.hash("nobody signs in with this")
"""Compared with when the name is unknown, so that a guess at names takes as long as a guess at passwords."""
