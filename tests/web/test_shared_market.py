"""A class whose teams meet in one market: one run, one log, and every team sees what is its own."""

import pytest

from sandbox.engine.replay import rebuild
from sandbox.kernel.draws import Secrets
from scenarios.loader import load_scenario
from tests.web.site import RefusedError
from web.store import classes, runs, texts

PRICE = "market.set_price"
WORDS = "Welcome, dear periwinkle friends"


@pytest.fixture
def meeting(site):
    """A running class of two teams in one market: (classroom, player of the first, player of the second)."""
    room = site.classroom(teams=2, market="shared")
    players = room.student("operations", 0), room.student("operations", 1)
    room.start()
    return room, *players


def of_people(room, kind):
    """(team, id) of every entry of a kind of command, in order."""
    return [(entry.team, entry.cmd_id) for entry in room.log.entries if entry.type == kind]


def ended(room):
    """Let the class end, and wait for it."""
    window = room.teacher.window()
    window.call("watch", {"class_id": room.id, "as": "teacher"})
    room.teacher_does("control", action="end")
    window.wait("control", lambda push: push["state"] == "ended")


def test_the_class_says_that_its_teams_meet(site):
    kinds = [site.classroom(teams=2, market=market).info["market"] for market in ("parallel", "shared")]

    assert kinds == ["parallel", "shared"]


def test_an_unknown_kind_of_market_is_refused(site):
    with pytest.raises(RefusedError) as caught:
        site.classroom(market="black")

    assert caught.value.code == "bad_shape"


def test_one_log_holds_what_all_teams_do_each_once(meeting):
    room, *players = meeting
    for team, player in enumerate(players):
        seat = (room.run(team), "operations")
        ack = player.window().command(*seat, PRICE, f"cheaper-{team}", sku="desk-lamp", price=3187)
        assert ack["ok"], ack

    assert of_people(room, PRICE) == [("1", "1-cheaper-0"), ("2", "2-cheaper-1")]
    assert room.log.header.teams == ("1", "2")
    assert room.site.server.store.read(runs.last_entry, room.run(1)) == (0, "")


def test_no_team_can_use_up_the_ids_of_another(meeting):
    room, *players = meeting
    same_id = "x" * 64

    acks = [
        player.window().command(room.run(team), "operations", PRICE, same_id, sku="desk-lamp", price=3000 + team)
        for team, player in enumerate(players)
    ]

    assert [(ack["ok"], ack["cmd_id"]) for ack in acks] == [(True, same_id)] * 2
    assert [team for team, _ in of_people(room, PRICE)] == ["1", "2"]


def test_who_sits_where_is_logged_for_their_team_and_told_to_it_alone(meeting):
    room, player, rival = meeting
    me, other = player.me["person"]["id"], rival.me["person"]["id"]

    seated = [(e.team, e.args["subject"]) for e in room.log.entries if e.type == "run.take_seat"]
    feed = str(rival.window().watch(room.run(1), "operations")["feed"])

    assert seated == [("1", me), ("2", other)]
    assert other in feed
    assert me not in feed


def test_a_shock_for_all_is_one_command_that_meets_every_team(meeting):
    room, *_ = meeting

    answers = room.teacher_does("shock", kind="customs_delay", country="US", hours=48)

    assert [(answer["team"], answer["ok"]) for answer in answers] == [(team["id"], True) for team in room.info["teams"]]
    assert len(of_people(room, "run.inject_shock")) == 1
    assert [shocks_in(room, team) for team in (0, 1)] == [1, 1]


def test_a_shock_for_one_team_meets_that_team_only(meeting):
    room, *_ = meeting
    second = room.info["teams"][1]["id"]

    [answer] = room.teacher_does("shock", kind="customs_delay", country="US", hours=48, team=second)

    assert (answer["team"], answer["ok"]) == (second, True)
    assert [shocks_in(room, team) for team in (0, 1)] == [0, 1]


def shocks_in(room, team):
    events = room.teacher.get(f"/api/runs/{room.run(team)}/events")
    return sum(event["type"] == "run.shock_injected" for event in events)


def test_bots_play_for_the_team_they_were_put_into(site):
    room = site.classroom(teams=2, market="shared", speed=60)
    room.start()
    second = room.info["teams"][1]["id"]
    for seat in ("anchor", "operations"):
        room.teacher_does("bots", team=second, seat=seat, policy="average")
    window = room.teacher.window()
    window.watch(room.run(1), "instructor")
    window.wait("view", lambda push: push["now"] > 300)

    by_bots = [entry for entry in room.log.entries if entry.subject.startswith("bot:")]

    assert {entry.team for entry in by_bots} == {"2"}
    assert all(entry.cmd_id.startswith("bot-2-") for entry in by_bots)


def test_the_teacher_and_the_wall_see_the_teams_side_by_side(site):
    room = site.classroom(teams=2, market="shared", speed=60)
    wall, desk = site.browser().follow(room.info["links"]["projector"]).window(), room.teacher.window()
    wall.call("watch", {"class_id": room.id, "as": "projector"})
    desk.call("watch", {"class_id": room.id, "as": "teacher"})
    room.start()

    board = wall.wait("board", lambda push: all(team["line"] for team in push["teams"]))
    assert sorted(team["rank"] for team in board["teams"]) == [1, 2]
    for team in room.info["teams"]:
        desk.wait("view", lambda push, wanted=team["id"]: wanted in push["patch"].get("teams", {}))


def test_a_seat_that_changes_hands_changes_them_in_its_own_team(meeting):
    room, _, rival = meeting
    second = room.info["teams"][1]["id"]

    rival.post(f"/api/classes/{room.id}/seats", team=second, seat="operations", action="leave")

    assert [(e.team, e.args["subject"]) for e in room.log.entries if e.type == "run.take_seat"][-1] == ("2", "")


def test_every_team_gets_its_own_results_grades_and_events(meeting):
    room, player, rival = meeting
    ack = player.window().command(room.run(0), "operations", PRICE, "canary-1", sku="desk-lamp", price=3187)
    ended(room)

    found = [one.get(f"/api/runs/{room.run(team)}/result") for team, one in enumerate((player, rival))]
    events = [one.get(f"/api/runs/{room.run(team)}/events") for team, one in enumerate((player, rival))]

    assert ack["ok"]
    assert [[s["subject"] for s in one["grade"]["students"]] for one in found] == [
        [player.me["person"]["id"]], [rival.me["person"]["id"]],
    ]  # fmt: skip
    assert {one["market"] for one in found} == {"shared"}
    assert [{event["team"] for event in one} for one in events] == [{"", "1"}, {"", "2"}]
    assert ["3187" in str(one) for one in events] == [True, False]


def test_a_student_reads_no_result_of_another_team(meeting):
    room, player, _ = meeting
    ended(room)

    for what in ("result", "events", "events?seq=1", "export.jsonl", "grades.csv", "grades.json"):
        with pytest.raises(RefusedError) as caught:
            player.get(f"/api/runs/{room.run(1)}/{what}")
        assert caught.value.code in ("not_found", "forbidden")


def test_an_event_of_another_team_is_not_found_by_its_number(meeting):
    room, player, _ = meeting
    events = room.teacher.get(f"/api/runs/{room.run(1)}/events")
    theirs = next(event["seq"] for event in events if event["team"] == "2")
    ended(room)

    around = player.get(f"/api/runs/{room.run(0)}/events?seq={theirs}")

    assert theirs not in [event["seq"] for event in around]


def test_the_run_file_of_every_team_is_the_whole_run_and_replays(meeting):
    room, *_ = meeting
    ended(room)
    store = room.site.server.store
    classroom = store.read(classes.find, room.id)
    secret = store.read(runs.secret_of, store.key, classroom.group_id)

    files = {room.teacher.get(f"/api/runs/{room.run(team)}/export.jsonl") for team in (0, 1)}

    assert len(files) == 1
    assert secret.hex().encode() in files.pop()
    again = rebuild(load_scenario("first-live"), Secrets(secret), room.log)
    assert again.state_digest() == room.log.entries[-1].state


def test_what_somebody_said_is_kept_once_and_erased_with_them(site):
    room = site.classroom(teams=2, market="shared", speed=60)
    player = room.student("anchor", 1)
    room.start()
    window, run, store = player.window(), room.run(1), site.server.store
    window.watch(run, "anchor")
    window.wait("view", lambda push: push["patch"].get("room", {}).get("is_live"))
    assert window.command(run, "anchor", "livestream.say", "spoken-1", text=WORDS)["ok"]
    room.teacher_does("control", action="pause")
    head = room.log.head

    kept = store.read(texts.of_run, store.key, room.run(0))
    room.teacher.post(f"/api/people/{player.me['person']['id']}/erase", sure=True)

    assert kept == {"2-spoken-1": WORDS}
    assert store.read(texts.of_run, store.key, room.run(0)) == {}
    assert head in {entry.hash for entry in room.log.entries}
