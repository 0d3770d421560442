"""Two servers on one database: the later one owns the runs, the earlier one confirms nothing any more."""

import pytest

from sandbox.engine.replay import rebuild
from sandbox.kernel.draws import Secrets
from scenarios.loader import load_scenario
from tests.web.site import Site
from web.store import classes, runs

CUE = ("livestream.cue", {"cue": "wrap_up"})


@pytest.fixture
def earlier(tmp_path, database_url):
    made = Site(tmp_path, database_url)
    yield made
    made.stop()


def replayed(site, room):
    store = site.server.store
    classroom = store.read(classes.find, room.id)
    secret = store.read(runs.secret_of, store.key, classroom.group_id)
    return rebuild(load_scenario("first-live"), Secrets(secret), store.read(runs.load, room.run()))


def test_the_server_that_was_replaced_falls_silent_and_the_log_stays_one(earlier):
    room = earlier.classroom(speed=5)
    player = room.student("operations")
    room.start()
    run, window = room.run(), player.window()
    window.watch(run, "operations")
    later = Site(earlier.config.data, earlier.config.database_url)

    assert window.wait("fault")["run"] == run
    refused = window.command(run, "operations", CUE[0], "too-late-1", **CUE[1])
    player.url = later.url
    accepted = until_kept(player.window(), run)
    assert player.windows[-1].watch(run, "operations")["ok"]
    player.close_windows()
    again = player_asks(earlier, player, run)
    later.stop()

    assert refused["code"] == "not_ready"
    assert accepted["ok"] or accepted["code"] == "not_live"
    assert again["code"] == "run_failed"
    logged = [entry.cmd_id for entry in replayed(earlier, room).log.entries]
    assert "in-time-01" in logged
    assert "too-late-1" not in logged


def until_kept(window, run):
    """A server that has just started may say busy; the same command may then be sent again."""
    for _ in range(10):
        answer = window.command(run, "operations", CUE[0], "in-time-01", **CUE[1])
        if answer["ok"] or answer["code"] != "busy":
            break
    return answer


def player_asks(site, player, run):
    """What the replaced server says to somebody who looks again."""
    player.url = site.url
    return player.window().watch(run, "operations")
