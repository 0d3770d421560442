"""All parts of one server, wired: the database, the engine host, the sockets, and what is known of open classes."""

from __future__ import annotations

import gc
import logging
import threading
from collections import defaultdict
from functools import lru_cache

from flask import Flask, current_app
from flask_socketio import SocketIO

from web.admission import Admission
from web.config import Config
from web.frames import MAX_BYTES, CappedWebSocket, JsonPacket
from web.host.messages import Batch, Open
from web.leases import Leases
from web.limits import Buckets
from web.live import Live, again
from web.pushes import Pushes
from web.results import Results
from web.screens import Screens
from web.store import classes, runs, schema, seats, sessions
from web.store.classes import Classroom, Team
from web.store.database import Store
from web.store.seal import load_or_make_key
from web.viewers import Viewers

log = logging.getLogger(__name__)
NAME = "bordercast"


class Server:
    """Everything a request or a socket event may need; made once, by :func:`web.app.create_app`."""

    def __init__(self, app: Flask, config: Config) -> None:
        self.config = config
        config.data.mkdir(mode=0o700, parents=True, exist_ok=True)
        self.store = Store(config.url, load_or_make_key(config.data / "server.key"))
        schema.upgrade(self.store.engine)
        self.store.write(sessions.drop_expired)
        self.socketio = _socketio(app, config)
        Admission(self.store, self.socketio.server.eio)
        self.screens, self.viewers, self.leases = Screens(), Viewers(), Leases()
        self.seat_buckets = Buckets(per_second=10, burst=20)
        self.event_buckets = Buckets(per_second=20, burst=40)
        self.door_buckets = Buckets(per_second=10, burst=300)
        """Wrong codes and links, by address: generous, or one pupil could lock a school out behind its own address."""
        self.password_buckets = Buckets(per_second=0.2, burst=20)
        """Wrong passwords, by name and address."""
        self.guest_buckets = Buckets(per_second=5, burst=500)
        """New guests, by address: a whole school may stand behind one."""
        self.pushes = Pushes(self.socketio, config, self.store, self.screens, self.viewers)
        self.results = Results(self.store)
        self.class_locks: defaultdict[str, threading.Lock] = defaultdict(threading.Lock)
        self.team_of_run = lru_cache(maxsize=4096)(self._team_of_run)
        self.teams_in_log = lru_cache(maxsize=4096)(self._teams_in_log)
        self.live = Live(self.store, self._stored, self._faulted)
        self.reopen()
        app.extensions[NAME] = self

    def stop(self) -> None:
        """End everything; running classes go on at the next start, where they were."""
        self.live.stop()
        self.pushes.stop()
        self.results.stop()
        self.store.close()

    def reopen(self) -> None:
        """Go on with every class that was being played."""
        for classroom in self.store.read(classes.in_state, "running", "paused"):
            self.open_runs(classroom)
            self.live.pace(classroom.id, classroom.state == "running", classroom.speed)

    def open_runs(self, classroom: Classroom) -> None:
        """Give the runs of a class to the engine host, new or from their logs."""
        logs: dict[str, list[Team]] = {}
        for team in self.store.read(classes.teams_of, classroom.id):
            if not team.is_over:
                logs.setdefault(team.log, []).append(team)
        for log_run, teams in logs.items():
            self.live.open(self._wanted(classroom, log_run, teams))

    def _wanted(self, classroom: Classroom, run: str, teams: list[Team]) -> Open:
        epoch, kept = self.store.write(lambda c: (runs.take_over(c, run), runs.load(c, run)))
        secret = self.store.read(runs.secret_of, self.store.key, classroom.group_id)
        bots = {team.side: self._bots(team) for team in teams}
        first = Open(run, classroom.id, classroom.scenario, secret, classroom.group_id, epoch, None, [], bots)
        return again(first, epoch, kept, bots)

    def _bots(self, team: Team) -> dict[str, str]:
        rows = self.store.read(seats.of_run, team.run)
        return {row.seat: row.policy for row in rows if row.holder is None}

    def _team_of_run(self, run: str) -> Team:
        team = self.store.read(classes.team_of_run, run)
        if team is None:
            raise KeyError(run)
        return team

    def _teams_in_log(self, run: str) -> dict[str, Team]:
        return {team.side: team for team in self.store.read(classes.teams_in_log, run)}

    def _stored(self, batch: Batch) -> None:
        self.pushes.batch(batch, self.teams_in_log(batch.run))
        if batch.stage == "over" and any(entry.kind == "digest" for entry in batch.entries):
            self._run_ended(self.team_of_run(batch.run).class_id)

    def _run_ended(self, class_id: str) -> None:
        classroom = self.store.read(classes.find, class_id)
        if classroom and all(team.is_over for team in self.store.read(classes.teams_of, class_id)):
            self.store.write(classes.set_state, class_id, "ended", classroom.speed)
            self.live.pace(class_id, False, classroom.speed)
            self.pushes.control(class_id, "ended", classroom.speed)
            gc.collect()  # while classes play, whole collections are put off: see web.serving
        self.pushes.class_changed(class_id)

    def _faulted(self, run: str, code: str, recovered: bool) -> None:
        state = self.live.state(run)
        for team in self.teams_in_log(run).values():
            self.pushes.fault(team.run, state.entry if state else 0, recovered)


def server() -> Server:
    """The server of this request."""
    return current_app.extensions[NAME]


def _socketio(app: Flask, config: Config) -> SocketIO:
    quiet = logging.getLogger("bordercast.sockets")
    quiet.setLevel(logging.CRITICAL)  # what clients send must not get into a log
    socketio = SocketIO(
        app,
        async_mode="threading",
        async_handlers=False,  # or one client's commands overtake each other
        serializer=JsonPacket,
        max_http_buffer_size=MAX_BYTES,
        ping_interval=5,
        ping_timeout=10,
        manage_session=False,
        cors_allowed_origins=[config.public_url.rstrip("/")] if config.public_url else None,
        logger=quiet,
        engineio_logger=quiet,
    )
    driver = socketio.server.eio
    driver._async = {**driver._async, "websocket": CappedWebSocket}
    return socketio
