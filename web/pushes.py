"""What goes out to windows by itself: views, feeds, the class, the board, the clock. Only what is on disk already."""

from __future__ import annotations

import logging
import threading
from collections.abc import Mapping
from typing import Any

from flask_socketio import SocketIO
from msgspec import Raw, Struct, json

from web.class_info import class_info, class_links
from web.config import Config
from web.host.messages import Batch
from web.screens import Place, Screens
from web.shapes import ClassInfo
from web.socket_shapes import BoardPush, BoardTeam, ControlPush, FaultPush, LeasePush, RevokedPush, ViewPush
from web.store import classes
from web.store.classes import Team
from web.store.database import Store
from web.viewers import Viewers

INSTRUCTOR, BOARD = "instructor", "board"
REFRESH_SECONDS = 0.5
"""Class pages and boards are sent at most this often."""
FULL_OUTBOX = 400
"""Frames that may wait for a slow window; then it is cut off and begins anew."""
log = logging.getLogger(__name__)


class _Line(Struct):
    gmv: int
    orders: int


def room_of(place: Place) -> str:
    """Socket room of those who look at a place."""
    return f"place/{place[0]}/{place[1]}"


def class_room(class_id: str, role: str = "all") -> str:
    """Socket room of a class: ``all``, ``teacher``, ``projector`` or ``lobby``."""
    return f"class/{class_id}/{role}"


class Pushes:
    """Sends to windows; every method may be called from any thread."""

    def __init__(self, socketio: SocketIO, config: Config, store: Store, screens: Screens, viewers: Viewers) -> None:
        self._socketio, self._config, self._store = socketio, config, store
        self._screens, self._viewers = screens, viewers
        self._boards: dict[str, bytes] = {}
        self._teacher_versions: dict[str, int] = {}
        self._changed: set[str] = set()
        self._changed_boards: set[str] = set()
        self._stopping = threading.Event()
        self._thread = threading.Thread(target=self._refresh, name="refresher", daemon=True)
        self._thread.start()

    def stop(self) -> None:
        """End the thread that refreshes class pages."""
        self._stopping.set()
        self._thread.join()

    def batch(self, batch: Batch, teams: Mapping[str, Team]) -> None:
        """Show each team what changed for it; *teams* are those of the run by their names in it."""
        for part in batch.screens:
            team = teams[part.team]
            view, feed = self._screens.apply(team.run, part, batch.now)
            room = room_of((team.run, part.seat))
            if view and part.patch:
                self.send("view", view, room)
            if feed:
                self.send("feed", feed, room)
            if view and part.seat == INSTRUCTOR:
                self._teacher(team, batch.now)
        for side, line in batch.boards.items():
            self._boards[teams[side].run] = line
            self._changed_boards.add(teams[side].class_id)

    def _teacher(self, team: Team, now: int) -> None:
        base = self._teacher_versions.get(team.class_id, 0)
        self._teacher_versions[team.class_id] = base + 1
        view = self._screens.snapshot((team.run, INSTRUCTOR)).view
        push = ViewPush("", INSTRUCTOR, base + 1, base, {"teams": {team.id: view}}, now, team.class_id)
        self.send("view", push, class_room(team.class_id, "teacher"))

    def teacher_version(self, class_id: str) -> int:
        """Version of the teacher's view of a class."""
        return self._teacher_versions.get(class_id, 0)

    def class_changed(self, class_id: str) -> None:
        """The class page is out of date; it is sent again soon."""
        self._changed.add(class_id)

    def control(self, class_id: str, state: str, speed: int) -> None:
        """The teacher's clock changed."""
        self.send("control", ControlPush(class_id, state, speed), class_room(class_id))  # type: ignore[arg-type]
        self.class_changed(class_id)

    def fault(self, run: str, entry: int, recovered: bool) -> None:
        """The storage or the engine refuses, or works again; told to everybody who looks at the run."""
        for place in self._screens.places():
            if place[0] == run:
                self.send("fault", FaultPush(run, entry, recovered), room_of(place))

    def lease(self, sid: str, place: Place, writer: bool) -> None:
        """Tell one window whether it acts in a seat."""
        self.send("lease", LeasePush(*place, writer), sid)

    def revoked(self, sid: str, reason: str, place: Place = ("", "")) -> None:
        """Tell one window that it lost a seat, or its session."""
        self.send("revoked", RevokedPush(reason, *place), sid)

    def board(self, class_id: str) -> BoardPush:
        """The projector's table: most sales first."""
        teams = self._store.read(classes.teams_of, class_id)
        lines = {team.id: self._boards.get(team.run) for team in teams}
        order = sorted(teams, key=lambda team: -_gmv(lines[team.id]))
        ranks = {team.id: rank for rank, team in enumerate(order, 1)}
        rows = [BoardTeam(t.id, t.name, Raw(line) if (line := lines[t.id]) else None, ranks[t.id]) for t in teams]
        return BoardPush(class_id, sorted(rows, key=lambda row: row.rank), False)

    def info(self, class_id: str, with_links: bool) -> ClassInfo | None:
        """A class as it is now."""
        return self._store.read(self._info, class_id, with_links)

    def _info(self, connection: Any, class_id: str, with_links: bool) -> ClassInfo | None:
        classroom = classes.find(connection, class_id)
        if classroom is None:
            return None
        info = class_info(connection, self._config, self._viewers, classroom)
        if with_links:
            info.links = class_links(connection, self._config, self._store.key, class_id)
        return info

    def send(self, event: str, data: Any, room: str) -> None:
        """Send to a room or to one window."""
        self._socketio.emit(event, data, to=room)

    def _refresh(self) -> None:
        while not self._stopping.wait(REFRESH_SECONDS):
            try:
                self._refresh_once()
            except Exception:
                log.exception("a class page could not be sent")

    def _refresh_once(self) -> None:
        while self._changed:
            class_id = self._changed.pop()
            if info := self.info(class_id, with_links=True):
                self.send("class", info, class_room(class_id, "teacher"))
                info.links = None
                for role in ("projector", "lobby"):
                    self.send("class", info, class_room(class_id, role))
        while self._changed_boards:
            class_id = self._changed_boards.pop()
            for role in ("projector", "teacher"):
                self.send("board", self.board(class_id), class_room(class_id, role))
        self._cut_off_slow()

    def _cut_off_slow(self) -> None:
        server = self._socketio.server
        for viewer in self._viewers.all():
            connection = server.eio.sockets.get(server.manager.eio_sid_from_sid(viewer.sid, "/"))
            if connection and connection.queue.qsize() > FULL_OUTBOX:
                log.warning("a window that reads too slowly is cut off")
                server.disconnect(viewer.sid)


def _gmv(line: bytes | None) -> int:
    return json.decode(line, type=_Line).gmv if line else -1
