"""Seats change hands, also in the middle of a run, and the log says whose hands."""

import threading

from tests.web.site import RefusedError
from web.store import runs

CUE = "livestream.cue"


def takes(room):
    """(seat, subject) of every take_seat in the log, in order."""
    log = room.site.server.store.read(runs.load, room.run())
    return [
        (e.args["seat"], e.args["subject"]) for e in log.entries if e.type == "run.take_seat" and e.kind == "command"
    ]


def test_the_log_says_who_sat_where_when_the_class_started(site):
    room = site.classroom(bots="average")
    player = room.student("anchor")
    room.start()

    assert dict(takes(room)) == {
        "anchor": player.me["person"]["id"],
        **dict.fromkeys(("operations", "selection", "traffic", "service"), "bot:average"),
    }


def test_a_hand_over_in_the_middle_is_logged(site):
    room = site.classroom()
    first, second = room.student("anchor"), site.browser()
    second.post("/api/join", code=room.info["code"], name="Li")
    room.start()

    team = room.info["teams"][0]["id"]
    other = second.me["person"]["id"]
    first.post(f"/api/classes/{room.id}/seats", team=team, seat="anchor", action="give", person=other)

    assert [subject for seat, subject in takes(room) if seat == "anchor"] == [first_id(room), other]
    assert second.window().command(room.run(), "anchor", CUE, "new-hand-1", cue="wrap_up")["code"] == "wrong_seat"


def first_id(room):
    return takes(room)[0][1]


def test_a_seat_somebody_leaves_is_played_by_its_bot_again(site):
    room = site.classroom(bots="weak", speed=60)
    player = room.student("operations")
    room.start()
    team = room.info["teams"][0]["id"]

    player.post(f"/api/classes/{room.id}/seats", team=team, seat="operations", action="leave")

    assert takes(room)[-1] == ("operations", "bot:weak")
    window = room.teacher.window()
    window.watch(room.run(), "instructor")
    view = window.wait("view", lambda push: acted(push, "operations"))
    assert view["run"] == room.run()


def acted(push, seat):
    """Whether a view shows that a seat did something."""
    seats = push["patch"].get("common", {}).get("seats", [])
    return any(one["seat"] == seat and one["last_action_at"] is not None for one in seats)


def test_a_second_window_looks_on_until_it_takes_over(site):
    room = site.classroom()
    player = room.student("operations")
    room.start()
    run = room.run()
    first, second = player.window(), player.window()

    assert [window.watch(run, "operations")["writer"] for window in (first, second)] == [True, False]
    assert second.command(run, "operations", CUE, "second-tab", cue="wrap_up")["code"] == "read_only"

    assert second.call("use_here", {"run": run, "seat": "operations"})["ok"]
    assert first.wait("lease", lambda push: not push["writer"])["run"] == run
    assert first.command(run, "operations", CUE, "first-tab1", cue="wrap_up")["code"] == "read_only"


def test_a_tab_that_reconnects_goes_on_acting(site):
    room = site.classroom()
    player = room.student("operations")
    room.start()
    before = player.window(tab="tab-12345678")
    before.watch(room.run(), "operations")

    again = player.window(tab="tab-12345678")

    assert again.watch(room.run(), "operations")["writer"]


def test_the_window_that_is_left_acts_when_the_other_closes(site):
    room = site.classroom()
    player = room.student("operations")
    room.start()
    first, second = player.window(), player.window()
    for window in (first, second):
        window.watch(room.run(), "operations")

    first.close()

    assert second.wait("lease", lambda push: push["writer"])["seat"] == "operations"


def test_a_bot_is_chosen_for_an_empty_seat(site):
    room = site.classroom()
    team = room.info["teams"][0]["id"]

    info = room.teacher_does("bots", team=team, seat="traffic", policy="expert")

    assert info["teams"][0]["seats"][3] == {
        "seat": "traffic",
        "holder": None,
        "bot": "expert",
        "online": False,
    }


def test_the_lobby_hears_who_comes_and_sits_down(site):
    room = site.classroom()
    window = room.teacher.window()
    assert window.call("watch", {"class_id": room.id, "as": "teacher"})["ok"]

    player = room.student("anchor")
    player.post("/api/me", name="Zhao\u202e Min")

    told = window.wait("class", lambda info: any(one["name"] == "Zhao Min" for one in info["members"]))
    assert told["teams"][0]["seats"][0]["holder"]["id"] == player.me["person"]["id"]


def test_of_two_who_take_a_seat_at_once_one_gets_it(site):
    room = site.classroom()
    team, rivals, answers = room.info["teams"][0]["id"], [site.browser() for _ in range(6)], []
    for rival in rivals:
        rival.post("/api/join", code=room.info["code"], name="x")
    together = threading.Barrier(len(rivals))

    def take(rival):
        together.wait()
        try:
            rival.post(f"/api/classes/{room.id}/seats", team=team, seat="anchor", action="take")
            answers.append("taken")
        except RefusedError as error:
            answers.append(error.code)

    threads = [threading.Thread(target=take, args=(rival,)) for rival in rivals]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert sorted(answers) == ["seat_taken"] * 5 + ["taken"]
