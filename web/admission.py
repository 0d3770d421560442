"""Who may open a connection at all: a browser with a session, and not too many of one."""

from __future__ import annotations

import threading
from collections.abc import Mapping
from typing import Any

from werkzeug.http import parse_cookie

from web.auth import COOKIE
from web.store import sessions
from web.store.database import Store

MAX_CONNECTIONS = 20
"""Of one session: a person with five seats and a few tabs needs ten."""


class Admission:
    """Decides before a connection costs anything, and counts those that are open.

    Args:
        store: where sessions are.
        engine: the Engine.IO server, which knows connections before the application does.
    """

    def __init__(self, store: Store, engine: Any) -> None:
        self._store = store
        self._open: dict[str, str] = {}
        self._lock = threading.Lock()
        self._greet, self._leave = engine.handlers["connect"], engine.handlers["disconnect"]
        engine.on("connect", self._connect)
        engine.on("disconnect", self._disconnect)

    def _connect(self, connection: str, environ: Mapping[str, Any]) -> Any:
        ref = parse_cookie(environ.get("HTTP_COOKIE", "")).get(COOKIE) or ""
        if not ref or self._store.read(sessions.find, ref) is None:
            return "not_signed_in"
        with self._lock:
            if list(self._open.values()).count(ref) >= MAX_CONNECTIONS:
                return "too_many_windows"
            self._open[connection] = ref
        return self._greet(connection, environ)

    def _disconnect(self, connection: str, reason: str) -> None:
        with self._lock:
            self._open.pop(connection, None)
        self._leave(connection, reason)
