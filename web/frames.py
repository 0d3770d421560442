"""The socket's frames: JSON text only, strict, and never longer than the cap, whatever a client sends.

A frame that is too long or not JSON of ours becomes an event like any other, so that its sender gets a typed answer.
"""

from __future__ import annotations

import re
import time
from collections.abc import Iterator
from typing import Any

import msgspec
import simple_websocket
from engineio.async_drivers._websocket_wsgi import SimpleWebSocketWSGI
from msgspec import Struct
from socketio import packet
from wsproto.events import BytesMessage, TextMessage
from wsproto.utilities import LocalProtocolError

from sandbox.kernel.codec import parse_json
from sandbox.kernel.errors import InvalidCommandError

MAX_BYTES = 65_536
_GIVE_UP_BYTES = 4_000_000
_INBOX = 64
"""Messages of one client that may wait; after that it is not read until it is served."""
_ACK_ID = re.compile(r"^42(\d{0,15})\[")
_TOO_LARGE = "too_large"
REFUSED = "refused"


class Bad(Struct):
    """Stands in the place of a payload that was not read."""

    code: str
    message: str
    facts: dict[str, Any]


class _Json:
    """The ``json`` module that packets use."""

    @staticmethod
    def dumps(data: Any, **_options: Any) -> str:
        return msgspec.json.encode(data).decode()

    @staticmethod
    def loads(text: str) -> Any:
        try:
            return parse_json(text, "message")
        except InvalidCommandError as error:
            return Bad(error.code, error.message, dict(error.facts))


class JsonPacket(packet.Packet):
    """A packet of JSON text. No attachments; events by the names we know, everything else is answered as refused."""

    uses_binary_events = False
    json = _Json
    known: frozenset[str] = frozenset()
    """Names of the events a client may send; set once by the server."""

    def decode(self, encoded_packet: str) -> int:
        """Read one packet."""
        self.data: Any = None
        try:
            attachments = super().decode(encoded_packet)
        except (ValueError, TypeError, IndexError):
            raise ValueError("malformed packet") from None  # its words must not get into a log
        if attachments or self.packet_type in (packet.BINARY_EVENT, packet.BINARY_ACK):
            raise ValueError("binary not accepted")
        if self.packet_type == packet.EVENT:
            self.data = self._event(self.data)
        return 0

    def _event(self, data: Any) -> list[Any]:
        if isinstance(data, Bad):
            return [REFUSED, data]
        if not (isinstance(data, list) and data and isinstance(data[0], str)):
            return [REFUSED, Bad("bad_shape", "expected [event, payload]", {})]
        if data[0] == _TOO_LARGE:
            return [REFUSED, Bad("too_large", f"expected at most {MAX_BYTES} bytes", {"limit": MAX_BYTES})]
        if data[0] not in self.known:
            return [REFUSED, Bad("unknown_event", f"expected one of {', '.join(sorted(self.known))}", {})]
        return data[:2]


class _CappedConnection:
    """A websocket protocol object that drops what a message has beyond the cap, as it comes in."""

    def __init__(self, inner: Any, server: simple_websocket.Server) -> None:
        self._inner, self._server = inner, server
        self._length = 0

    def __getattr__(self, name: str) -> Any:
        return getattr(self._inner, name)

    def events(self) -> Iterator[Any]:
        for event in self._inner.events():
            yield self._capped(event) if isinstance(event, TextMessage | BytesMessage) else event

    def _capped(self, event: Any) -> Any:
        while len(self._server.input_buffer) > _INBOX and self._server.connected:
            time.sleep(0.01)  # this client's own thread: it is not read until it is served
        room = max(0, MAX_BYTES + 1 - self._length)
        self._length += len(event.data)
        if self._length > _GIVE_UP_BYTES:
            raise LocalProtocolError("message too long")
        if event.message_finished:
            self._length = 0
        return type(event)(data=event.data[:room], message_finished=event.message_finished)


class _CappedServer(simple_websocket.Server):
    ws: Any

    def handshake(self) -> None:
        self.ws = _CappedConnection(self.ws, self)
        super().handshake()


class CappedWebSocket(SimpleWebSocketWSGI):
    """The websocket of Engine.IO's threading mode, without compression and with the cap."""

    def __call__(self, environ: dict[str, Any], start_response: Any) -> Any:
        """Take the connection over from the web server."""
        environ.pop("HTTP_SEC_WEBSOCKET_EXTENSIONS", None)  # compressed frames can be bombs, and cost memory each
        self.ws = _CappedServer(environ)
        self.app(self)
        raise ConnectionError  # tells Werkzeug that the socket is no longer its own

    def wait(self) -> Any:
        """The next message; None when the connection is closed. Binary closes it: nobody here speaks binary."""
        message = super().wait()
        if not isinstance(message, str):
            return None
        if len(message) <= MAX_BYTES:
            return message
        found = _ACK_ID.match(message)
        return f'42{found.group(1) if found else ""}["{_TOO_LARGE}"]'
