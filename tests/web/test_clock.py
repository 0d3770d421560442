"""The teacher's clock and the teacher's shocks."""

import pytest

from tests.web.site import RefusedError
from web.store import classes, runs


def log_of(room, team=0):
    return room.site.server.store.read(runs.load, room.run(team))


def test_a_paused_class_stands_still_and_says_so(site):
    room = site.classroom(speed=10)
    player = room.student("operations")
    room.start()
    window = player.window()
    window.watch(room.run(), "operations")

    room.teacher_does("control", action="pause")

    assert window.wait("control")["state"] == "paused"
    ack = window.command(room.run(), "operations", "livestream.cue", "while-paused", cue="wrap_up")
    assert (ack["code"], ack["facts"]) == ("class_not_running", {"state": "paused"})
    before = window.watch(room.run(), "operations")["view"]["common"]["clock"]["now"]
    assert window.watch(room.run(), "operations")["view"]["common"]["clock"]["now"] == before


def test_all_teams_face_the_same_shock_and_the_log_has_it(site):
    room = site.classroom(teams=2)
    room.start()

    answers = room.teacher_does("shock", kind="customs_delay", country="US", hours=48)

    assert [answer["ok"] for answer in answers] == [True, True]
    for team in (0, 1):
        assert "run.inject_shock" in [entry.type for entry in log_of(room, team).entries]


SHOCKS = [
    {"kind": "customs_delay", "country": "DE", "hours": 48},
    {"kind": "viral_spike"},
    {"kind": "host_no_show"},
    {"kind": "review_attack"},
    {"kind": "currency_crash"},
]


@pytest.mark.parametrize("shock", SHOCKS, ids=lambda shock: shock["kind"])
def test_each_shock_of_the_list_happens(site, shock):
    room = site.classroom(speed=60)
    room.start()
    window = room.teacher.window()
    window.watch(room.run(), "instructor")
    window.wait("view", lambda push: push["now"] > 90)

    [answer] = room.teacher_does("shock", **shock)

    assert answer["ok"], answer


def test_an_unknown_shock_is_refused_by_the_run(site):
    room = site.classroom()
    room.start()

    [answer] = room.teacher_does("shock", kind="meteor")

    assert (answer["ok"], answer["code"]) == (False, "bad_shape")


def test_teams_of_a_class_share_one_secret_and_see_its_hash(site):
    room = site.classroom(teams=2)
    room.start()

    assert {log_of(room, team).header.commitment for team in (0, 1)} == {room.info["commitment"]}


@pytest.mark.parametrize("action", ["pause", "resume"])
def test_a_clock_that_does_not_run_is_neither_paused_nor_resumed(site, action):
    room = site.classroom()

    with pytest.raises(RefusedError) as caught:
        room.teacher_does("control", action=action)

    assert caught.value.code == "wrong_state"


def test_an_ended_class_settles_and_opens_its_results(site):
    room = site.classroom(speed=600, bots="average")
    player = room.student("anchor")
    room.start()
    window = player.window()
    window.watch(room.run(), "anchor")
    window.wait("view", lambda push: push["now"] > 300)

    room.teacher_does("control", action="end")

    window.wait("control", lambda push: push["state"] == "ended")
    result = player.get(f"/api/runs/{room.run()}/result")
    assert result["result"]["clock"]["stage"] == "over"
    assert [student["subject"] for student in result["grade"]["students"]] == [player.me["person"]["id"]]
    assert len(result["grade"]["students"][0]["radar"]) == 7


def test_the_secret_opens_when_the_whole_group_has_ended(site):
    room = site.classroom()
    room.start()
    window = room.teacher.window()
    window.call("watch", {"class_id": room.id, "as": "teacher"})
    room.teacher_does("control", action="end")
    window.wait("control", lambda push: push["state"] == "ended")

    exported = room.teacher.get(f"/api/runs/{room.run()}/export.jsonl")

    store = site.server.store
    classroom = store.read(classes.find, room.id)
    assert store.read(runs.secret_of, store.key, classroom.group_id).hex().encode() in exported
    assert log_of(room).entries[-1].kind == "digest"


def test_the_projector_shows_a_board_without_names(site):
    room = site.classroom(teams=2, speed=60)
    wall = site.browser().follow(room.info["links"]["projector"])
    window = wall.window()
    room.start()

    assert window.call("watch", {"class_id": room.id, "as": "projector"})["ok"]

    board = window.wait("board", lambda push: push["teams"][0]["line"] is not None)
    assert sorted(team["rank"] for team in board["teams"]) == [1, 2]
    assert wall.me["person"]["id"] is None
