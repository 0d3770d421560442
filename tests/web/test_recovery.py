"""Killed without warning, the server goes on where it was: nothing that was confirmed is lost, nothing counts twice."""

import subprocess
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from socketio.exceptions import SocketIOError

from sandbox.engine.replay import rebuild
from sandbox.kernel.draws import Secrets
from scenarios.loader import load_scenario
from tests.web.killable import Killable
from tests.web.site import PATIENCE, Site
from web.store import classes, runs
from web.store.database import Store
from web.store.seal import load_or_make_key

NODES = ("cn-yiwu", "us-east", "de-west")
KINDS = {"alone": {}, "shared": {"teams": 2, "market": "shared"}}


@pytest.fixture
def killable(tmp_path) -> Iterator[Killable]:
    server = Killable(tmp_path)
    server.start()
    yield server
    server.stop()


def started_class(server, speed, **kind):
    """A class that plays, with somebody at operations of the last team: (teacher, player, class id, run)."""
    teacher = server.browser().follow(server.teacher_link)
    info = teacher.post("/api/classes", name="Test", scenario="first-live", speed=speed, **kind)
    last = info["teams"][-1]
    wanted = (last["id"], "operations")
    link = next(one["url"] for one in info["links"]["seats"] if (one["team"], one["seat"]) == wanted)
    player = server.browser().follow(link)
    teacher.post(f"/api/classes/{info['id']}/control", action="start")
    return teacher, player, info["id"], last["run"]


def looked_again(window, run):
    """What a server that has just started shows operations: asked again, as the console does, until it is there."""
    until = time.monotonic() + PATIENCE
    while (ack := window.watch(run, "operations")).get("code") == "not_ready" and time.monotonic() < until:
        pass
    return ack


class Busy(threading.Thread):
    """Sends command after command until the line breaks, and writes down which were confirmed."""

    def __init__(self, window, run, name):
        super().__init__(daemon=True)
        self.window, self.play, self.label = window, run, name
        self.confirmed: list[tuple[str, int]] = []
        self.has_begun = threading.Event()

    def run(self):
        for i in range(200):
            cmd_id, overtime = f"action-{self.label}-{i}", (i // 3) % 2 == 0
            body = (self.play, "operations", "logistics.set_overtime", cmd_id)
            try:
                ack = self.window.command(*body, node=NODES[i % 3], overtime=overtime)
            except SocketIOError:
                return
            if ack["ok"]:
                self.confirmed.append((cmd_id, ack["entry"]))
            if len(self.confirmed) >= 3:
                self.has_begun.set()


def kept(server):
    """The log and a replay of it that compares every recorded digest: (log, run)."""
    store = Store(f"sqlite:///{server.data / 'bordercast.db'}", load_or_make_key(server.data / "server.key"))
    [classroom] = store.read(classes.in_state, "running", "paused", "ended")
    [run] = {team.log for team in store.read(classes.teams_of, classroom.id)}
    log = store.read(runs.load, run)
    secret = store.read(runs.secret_of, store.key, classroom.group_id)
    store.close()
    return log, rebuild(load_scenario("first-live"), Secrets(secret), log)


def test_three_kills_in_the_middle_of_a_show_lose_nothing(killable):
    _, player, _, run = started_class(killable, speed=20)
    confirmed: list[tuple[str, int]] = []
    versions = []
    for life in range(3):
        window = player.window()
        window.patience = 3
        versions.append(window.watch(run, "operations")["version"])
        busy = Busy(window, run, life)
        busy.start()
        assert busy.has_begun.wait(PATIENCE)
        killable.kill()
        busy.join()
        player.close_windows()
        confirmed += busy.confirmed
        killable.start()

    log, _ = kept(killable)

    logged = [(entry.cmd_id, entry.n) for entry in log.entries if entry.cmd_id.startswith("action-")]
    assert len(confirmed) >= 9
    assert set(confirmed) <= set(logged)
    assert len(logged) == len({cmd_id for cmd_id, _ in logged})
    assert versions == sorted(set(versions))


@pytest.mark.parametrize("kind", KINDS, ids=KINDS)
def test_the_same_state_comes_back(killable, kind):
    teacher, player, class_id, run = started_class(killable, speed=60, **KINDS[kind])
    window = player.window()
    window.watch(run, "operations")
    window.wait("view", lambda push: push["now"] > 100)
    teacher.post(f"/api/classes/{class_id}/control", action="pause")
    killable.kill()
    log, before = kept(killable)

    killable.start()
    ack = looked_again(player.window(), run)

    assert (ack["paused"], ack["speed"]) == (True, 60)
    assert ack["head"] == log.head
    assert ack["view"]["common"]["clock"]["now"] == before.now
    assert kept(killable)[1].state_digest() == before.state_digest()


@pytest.mark.parametrize("kind", KINDS, ids=KINDS)
def test_a_command_sent_again_after_a_crash_is_answered_as_before(killable, kind):
    _, player, _, run = started_class(killable, speed=1, **KINDS[kind])
    body = (run, "operations", "logistics.set_overtime", "once-only-1")
    first = player.window().command(*body, node="cn-yiwu", overtime=True)

    killable.kill()
    killable.start()
    player.close_windows()
    window = player.window()
    assert looked_again(window, run)["ok"]
    again = window.command(*body, node="cn-yiwu", overtime=True)

    assert first["ok"]
    assert again["ok"]
    assert first["entry"] == again["entry"]


@pytest.mark.parametrize("kind", KINDS, ids=KINDS)
def test_a_host_that_dies_is_replaced_and_the_class_goes_on(own_site: Site, kind):
    room = own_site.classroom(speed=10, **KINDS[kind])
    run = room.info["teams"][-1]["run"]
    player = room.student("operations", team=-1)
    room.start()
    window = player.window()
    before = window.watch(run, "operations")
    link = own_site.server.live.link
    dead = link.pid

    link._process.kill()

    window.wait("view", lambda push: push["base"] == 0 and push["version"] > before["version"])
    assert link.pid != dead
    ack = window.command(run, "operations", "livestream.cue", "new-host-1", cue="wrap_up")
    assert ack["code"] == "not_live" or ack["ok"]


def test_a_killed_server_leaves_no_process_behind(killable):
    teacher, _, class_id, run = started_class(killable, speed=1)
    teacher.post(f"/api/classes/{class_id}/control", action="pause")
    assert teacher.get(f"/api/runs/{run}/events?to=5")  # starts the process that replays
    theirs = {pid for pid, parent in living().items() if parent == killable.pid}
    assert len(theirs) >= 2

    killable.kill_server_alone()

    until = time.monotonic() + PATIENCE
    while theirs & set(living()) and time.monotonic() < until:
        time.sleep(0.05)
    assert theirs & set(living()) == set()


def living():
    """Process to parent, of all that run; who only waits to be buried is dead."""
    if Path("/proc/self/stat").exists():
        stats = [stat.rsplit(")", 1) for path in Path("/proc").glob("[0-9]*/stat") if (stat := _read(path))]
        rows = [[head.split()[0], rest.split()[1], rest.split()[0]] for head, rest in stats]
    else:
        command = ["ps", "-axo", "pid=,ppid=,stat="]
        listed = subprocess.run(command, capture_output=True, text=True, check=True).stdout
        rows = [line.split() for line in listed.splitlines()]
    return {int(pid): int(parent) for pid, parent, state in rows if not state.startswith("Z")}


def _read(path):
    try:
        return path.read_text()
    except OSError:  # it ended meanwhile
        return ""
