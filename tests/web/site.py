"""A server on a real port, and the people who use it: browsers with cookies, windows with sockets."""

from __future__ import annotations

import re
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import requests
import socketio

from sandbox.kernel.log import Log
from tests.fixtures.databases import free_port
from web.app import create_app
from web.config import Config
from web.opening import first_teacher_url
from web.server import NAME, Server
from web.serving import listen
from web.store import runs

PATIENCE = 20.0


class Site:
    """A whole server in this process; its engine host is a process of its own."""

    def __init__(self, data: Path, database_url: str = "") -> None:
        port = free_port()
        self.config = Config(data=data, port=port, database_url=database_url)
        self.app = create_app(self.config)
        self.server: Server = self.app.extensions[NAME]
        self._listening = listen(self.app, "127.0.0.1", port)
        self._thread = threading.Thread(target=self._listening.serve_forever, daemon=True)
        self._thread.start()
        self.url = f"http://127.0.0.1:{port}"
        self._browsers: list[Browser] = []

    def stop(self) -> None:
        """Close what people have open, then the server."""
        self.send_home()
        self._listening.shutdown()
        self._thread.join()
        self._listening.server_close()
        self.server.stop()

    def send_home(self) -> None:
        """Close everything people have open."""
        while self._browsers:
            self._browsers.pop().close()

    def browser(self) -> Browser:
        """Somebody nobody knows yet."""
        made = Browser(self.url)
        self._browsers.append(made)
        return made

    def teacher(self) -> Browser:
        """A teacher, signed in by link."""
        link = first_teacher_url(self.app)
        assert link
        return self.browser().follow(link)

    def classroom(
        self, teams: int = 1, speed: int = 1, bots: str = "autopilot", market: str = "parallel"
    ) -> Classroom:
        """A new class in the lobby, with its teacher."""
        teacher = self.teacher()
        info = teacher.post("/api/classes", name="Test", scenario="first-live", teams=teams, speed=speed, market=market)
        made = Classroom(self, teacher, info["id"])
        for team in info["teams"]:
            for seat in team["seats"]:
                made.teacher_does("bots", team=team["id"], seat=seat["seat"], policy=bots)
        return made


class Classroom:
    """A class and its teacher."""

    def __init__(self, site: Site, teacher: Browser, class_id: str) -> None:
        self.site, self.teacher, self.id = site, teacher, class_id

    @property
    def info(self) -> dict[str, Any]:
        """The class as its teacher sees it now."""
        return self.teacher.get(f"/api/classes/{self.id}")

    def run(self, team: int = 0) -> str:
        """Run of a team."""
        return self.info["teams"][team]["run"]

    @property
    def log(self) -> Log:
        """The log of the first team: of all teams, where they meet in one market."""
        kept = self.site.server.store.read(runs.load, self.run())
        assert kept
        return kept

    def seat_link(self, seat: str, team: int = 0) -> str:
        """The link into a seat that would work now."""
        info = self.info
        team_id = info["teams"][team]["id"]
        return next(one["url"] for one in info["links"]["seats"] if one["team"] == team_id and one["seat"] == seat)

    def student(self, seat: str, team: int = 0) -> Browser:
        """Somebody who opened a seat link."""
        return self.site.browser().follow(self.seat_link(seat, team))

    def teacher_does(self, what: str, **body: Any) -> Any:
        """A change by the teacher."""
        return self.teacher.post(f"/api/classes/{self.id}/{what}", **body)

    def start(self) -> None:
        """Start the class."""
        self.teacher_does("control", action="start")


class RefusedError(Exception):
    """An answer with an error."""

    def __init__(self, status: int, error: dict[str, Any]) -> None:
        super().__init__(f"{status} {error}")
        self.status, self.code, self.facts = status, error["code"], error["facts"]


class Browser:
    """One browser with its cookies."""

    def __init__(self, url: str) -> None:
        self.url, self.session = url, requests.Session()
        self.windows: list[Window] = []

    def close(self) -> None:
        """Close every window."""
        self.close_windows()
        self.session.close()

    def close_windows(self) -> None:
        """Close every window, and stay signed in."""
        while self.windows:
            self.windows.pop().close()

    def follow(self, link: str) -> Browser:
        """Open a link; returns this browser, signed in."""
        answer = self.session.get(self.url + urlsplit(link).path, allow_redirects=False)
        self.landed = answer.headers.get("Location", "")
        _read(answer)
        return self

    @property
    def me(self) -> dict[str, Any]:
        """Who this browser is."""
        return self.get("/api/me")

    def get(self, path: str) -> Any:
        """The JSON of a path."""
        return _read(self.session.get(self.url + path))

    def post(self, path: str, **body: Any) -> Any:
        """Change something, with the token that our own pages would send."""
        headers = {"X-BC-CSRF": self.me["csrf"]}
        return _read(self.session.post(self.url + path, json=body, headers=headers))

    def window(self, tab: str = "") -> Window:
        """A new window, connected."""
        made = Window(self, tab)
        self.windows.append(made)
        return made


def _read(answer: requests.Response) -> Any:
    if answer.status_code >= 400:
        raise RefusedError(answer.status_code, answer.json()["error"])
    return answer.json() if answer.headers["Content-Type"] == "application/json" else answer.content


class Window:
    """One connected socket, which remembers everything it was told."""

    def __init__(self, browser: Browser, tab: str) -> None:
        self.browser, self.patience = browser, PATIENCE
        self.pushes: list[tuple[str, Any]] = []
        self._news = threading.Condition()
        self._client = socketio.Client(reconnection=False)
        self._client.on("*", self._heard)
        auth = {"csrf": browser.me["csrf"]} | ({"tab": tab} if tab else {})
        cookies = "; ".join(f"{cookie.name}={cookie.value}" for cookie in browser.session.cookies)
        self._client.connect(browser.url, headers={"Cookie": cookies}, auth=auth, transports=["websocket"])
        self._wire = self._client.eio.ws

    def _heard(self, event: str, data: Any = None) -> None:
        with self._news:
            self.pushes.append((event, data))
            self._news.notify_all()

    def call(self, event: str, payload: Any) -> dict[str, Any]:
        """Send an event and wait for its answer."""
        return self._client.call(event, payload, timeout=self.patience)

    def watch(self, run: str, seat: str) -> dict[str, Any]:
        """Look at a seat."""
        return self.call("watch", {"run": run, "seat": seat})

    def command(
        self, run: str, seat: str, kind: str, cmd_id: str, text: str | None = None, **args: Any
    ) -> dict[str, Any]:
        """Send a command."""
        body = {"run": run, "seat": seat, "cmd_id": cmd_id, "type": kind, "args": args}
        return self.call("command", body if text is None else {**body, "text": text})

    def wait(self, event: str, fits: Callable[[Any], bool] = lambda data: True) -> Any:
        """The first push of a kind that fits, past or to come."""

        def found() -> list[Any]:
            return [data for name, data in self.pushes if name == event and fits(data)]

        with self._news:
            assert self._news.wait_for(found, PATIENCE), f"no {event!r} came that fits"
            return found()[0]

    def close(self) -> None:
        """Close the window."""
        self._client.disconnect()
        self._client.eio.wait()
        self._wire.shutdown()


def words_in(text: str) -> set[str]:
    """Long words of a text, to look for what should not be there."""
    return set(re.findall(r"[0-9A-Za-z_]{6,}", text))
