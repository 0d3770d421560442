"""The embedded web server: threads, no debugger, and a log without addresses that let somebody in."""

from __future__ import annotations

import gc
import logging
import signal
import socket
from typing import Any

from flask import Flask
from werkzeug.serving import BaseWSGIServer, WSGIRequestHandler, make_server

from web.server import NAME, Server

PORTS_TRIED = 20
log = logging.getLogger("bordercast.http")


class _Handler(WSGIRequestHandler):
    timeout = 30
    """Seconds of silence after which a connection is closed; a websocket is never silent that long."""
    server_version = "bordercast"
    sys_version = ""

    def log_request(self, code: Any = "-", size: Any = "-") -> None:
        """Links are keys: only the first part of a path is written down."""
        head = self.path.split("?", 1)[0].split("/")
        log.info("%s /%s %s", self.command, head[1] if len(head) > 1 else "", getattr(code, "value", code))

    def connection_dropped(self, error: BaseException, environ: dict[str, Any] | None = None) -> None:
        """A websocket took the connection over: no other request comes on it."""
        self.close_connection = True

    def log_error(self, format: str, *args: Any) -> None:
        """The server's own words may quote what a client sent."""
        log.warning("a request could not be read")


def free_port(host: str, wanted: int) -> int:
    """The first port from *wanted* on that nobody uses.

    Raises:
        OSError: none of the next twenty is free.
    """
    for port in range(wanted, wanted + PORTS_TRIED):
        with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                probe.bind((host, port))
            except OSError:
                continue
            return port
    raise OSError(f"expected a free port from {wanted} to {wanted + PORTS_TRIED - 1}, got none")


def listen(app: Flask, host: str, port: int) -> BaseWSGIServer:
    """A server that listens; ``serve_forever`` answers, one thread a request."""
    made = make_server(host, port, app, threaded=True, request_handler=_Handler)
    made.daemon_threads = True  # type: ignore[attr-defined]
    return made


def serve(app: Flask, host: str, port: int) -> None:
    """Answer until the person presses ^C or the machine stops; then stop in order."""
    listening = listen(app, host, port)
    server: Server = app.extensions[NAME]
    signal.signal(signal.SIGTERM, _interrupt)
    gc.set_threshold(20_000, 20, 100_000)  # whole collections are the longest pauses of a busy server
    try:
        listening.serve_forever()
    except KeyboardInterrupt:
        pass
    finally:
        server.stop()
        listening.server_close()


def _interrupt(_signal: int, _frame: object) -> None:
    raise KeyboardInterrupt
