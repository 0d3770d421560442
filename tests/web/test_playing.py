"""A class is started, watched, played and ended, over real HTTP and real sockets."""

import pytest

from tests.web.site import Site


def test_a_started_class_shows_its_seat_and_keeps_showing(site):
    room = site.classroom(speed=60)
    player = room.student("anchor")
    window = player.window()
    room.start()

    ack = window.watch(room.run(), "anchor")

    assert ack["ok"]
    assert ack["writer"]
    assert window.wait("view", lambda push: push["now"] > 60)["seat"] == "anchor"


def test_a_command_is_confirmed_with_its_place_in_the_log(site):
    room = site.classroom()
    window = room.student("operations").window()
    room.start()

    ack = window.command(
        room.run(), "operations", "logistics.set_overtime", "overtime-1", node="cn-yiwu", overtime=True
    )

    head = site.server.live.state(room.run())
    assert ack["ok"], ack
    assert head.entry >= ack["entry"]
    assert len(ack["head8"]) == 8


@pytest.fixture
def postgresql_site(tmp_path, postgresql_url):
    made = Site(tmp_path, postgresql_url)
    yield made
    made.stop()


def test_a_class_is_played_on_postgresql_too(postgresql_site):
    room = postgresql_site.classroom(speed=600, bots="average")
    player = room.student("operations")
    window = player.window()
    room.start()
    window.watch(room.run(), "operations")
    body = ("operations", "logistics.set_overtime", "on-postgres")
    ack = window.command(room.run(), *body, node="cn-yiwu", overtime=True)
    room.teacher_does("control", action="end")
    window.wait("control", lambda push: push["state"] == "ended")

    result = player.get(f"/api/runs/{room.run()}/result")

    assert ack["ok"]
    assert result["result"]["clock"]["stage"] == "over"


def test_an_ended_run_is_forgotten_by_the_engine_and_still_answered(site):
    room = site.classroom()
    player = room.student("anchor")
    room.start()
    window = player.window()
    window.watch(room.run(), "anchor")
    room.teacher_does("control", action="end")
    window.wait("control", lambda push: push["state"] == "ended")
    window.close()

    ack = player.window().watch(room.run(), "anchor")

    assert (ack["ok"], ack["stage"], ack["paused"]) == (True, "over", True)
