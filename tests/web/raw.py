"""A websocket that sends what no decent client would."""

from __future__ import annotations

import json

import websocket

from tests.web.site import Browser


class RawSocket:
    """A Socket.IO connection spelled out by hand."""

    def __init__(self, browser: Browser, **headers: str) -> None:
        cookies = "; ".join(f"{cookie.name}={cookie.value}" for cookie in browser.session.cookies)
        address = browser.url.replace("http", "ws", 1) + "/socket.io/?EIO=4&transport=websocket"
        extra = [f"{name}: {value}" for name, value in headers.items()]
        self._socket = websocket.create_connection(
            address, cookie=cookies, header=extra, suppress_origin="Origin" in headers, timeout=7
        )
        self.hello = self._socket.recv()
        self.send("40" + json.dumps({"csrf": browser.me["csrf"]}))
        self.welcome = self._socket.recv()

    def send(self, text: str) -> None:
        """Send one frame as it is."""
        self._socket.send(text)

    def send_bytes(self, data: bytes) -> None:
        """Send a binary frame."""
        self._socket.send_binary(data)

    def answer(self, text: str) -> dict:
        """Send one frame with id 7 and read until its answer."""
        self.send(text)
        for _ in range(10):
            frame = self._socket.recv()
            if frame.startswith("437"):
                return json.loads(frame[3:])[0]
            if frame == "2":
                self.send("3")
        raise AssertionError(f"no answer to {text[:80]}")

    def is_cut(self) -> bool:
        """True when the server closes the connection."""
        try:
            while self._socket.recv() not in ("", b""):
                pass  # pings stay unanswered
        except websocket.WebSocketTimeoutException:
            return False
        except (websocket.WebSocketException, OSError):
            pass
        self.close()
        return True

    def close(self) -> None:
        """Close it, at once."""
        self._socket.shutdown()
