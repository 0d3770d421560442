"""After erasing a person their names and words are found nowhere, and every digest is as it was."""

import pytest

from sandbox.engine.replay import rebuild
from sandbox.kernel.draws import Secrets
from scenarios.loader import load_scenario
from tests.web.site import RefusedError
from web.store import classes, runs, texts

NAME, NUMBER, LOGIN = "Zebulon Quartermain", "00420017", "zebulon.q"
WORDS = "Hello my dear friends, this periwinkle lamp is because of its hinge a marvellous companion"
TRACES = ("Zebulon", "Quartermain", NUMBER, "zebulon.q", "periwinkle", "marvellous")


@pytest.fixture
def spoken(own_site):
    """A show in which somebody with a name said something: (classroom, player)."""
    room = own_site.classroom(speed=60)
    player = room.student("anchor")
    player.post("/api/me", name=NAME)
    player.post("/api/me/password", login=LOGIN, password="a long enough secret")
    room.teacher_does("roster", text=f"{NUMBER},{NAME}")
    room.start()
    window = player.window()
    window.watch(room.run(), "anchor")
    window.wait("view", lambda push: push["patch"].get("room", {}).get("is_live"))
    ack = window.command(room.run(), "anchor", "livestream.say", "spoken-1", text=WORDS)
    assert ack["ok"], ack
    return room, player


def found_in(data):
    return [trace for trace in TRACES if trace.encode() in data]


def files_of(site):
    return b"".join(path.read_bytes() for path in site.config.data.iterdir() if path.is_file())


def replayed(room):
    store = room.site.server.store
    classroom = store.read(classes.find, room.id)
    secret = store.read(runs.secret_of, store.key, classroom.group_id)
    return rebuild(load_scenario("first-live"), Secrets(secret), store.read(runs.load, room.run()))


def test_the_log_has_what_the_words_did_and_none_of_the_words(spoken):
    room, _ = spoken
    store = room.site.server.store

    [entry] = [one for one in store.read(runs.load, room.run()).entries if one.cmd_id == "spoken-1"]

    assert entry.args["utterance"]["greets"]
    assert entry.args["utterance"]["words"] == 15
    assert found_in(room.teacher.get(f"/api/runs/{room.run()}/export.jsonl")) == []
    assert store.read(texts.of_run, store.key, room.run()) == {"spoken-1": WORDS}


def test_an_erased_person_is_found_nowhere_and_replay_agrees(spoken):
    room, player = spoken
    roster_student = next(one for one in room.info["members"] if one["kind"] == "student")
    player.close_windows()
    room.teacher_does("control", action="pause")
    assert found_in(files_of(room.site)) != []
    head, digest = room.site.server.store.read(runs.load, room.run()).head, replayed(room).state_digest()

    for person in (player.me["person"]["id"], roster_student["id"]):
        assert room.teacher.post(f"/api/people/{person}/erase", sure=True) == {"erased": True}

    run = room.run()
    assert found_in(files_of(room.site)) == []
    exports = [room.teacher.get(f"/api/runs/{run}/{name}") for name in ("export.jsonl", "grades.csv")]
    assert found_in(b"".join(exports)) == []
    assert found_in(str([room.teacher.get(f"/api/runs/{run}/grades.json"), room.info]).encode()) == []
    log = room.site.server.store.read(runs.load, run)
    assert head in {entry.hash for entry in log.entries}
    assert digest == digest_at(room, head)


def digest_at(room, head):
    """State digest of the log as it was when *head* was its end."""
    store = room.site.server.store
    classroom = store.read(classes.find, room.id)
    secret = store.read(runs.secret_of, store.key, classroom.group_id)
    log = store.read(runs.load, room.run())
    end = next(i for i, entry in enumerate(log.entries) if entry.hash == head)
    log.entries, log.head = log.entries[: end + 1], head
    return rebuild(load_scenario("first-live"), Secrets(secret), log).state_digest()


def test_an_erased_person_is_signed_out_and_the_seat_goes_to_its_bot(spoken):
    room, player = spoken
    window, me = player.windows[0], player.me["person"]["id"]

    room.teacher.post(f"/api/people/{me}/erase", sure=True)

    assert window.wait("revoked", lambda push: push["reason"] in ("erased", "handed_over"))
    assert player.me["person"]["id"] is None
    assert room.info["teams"][0]["seats"][0]["holder"] is None


def test_one_may_erase_oneself_but_not_a_class_mate(spoken):
    room, player = spoken
    mate = room.student("operations")

    with pytest.raises(RefusedError) as caught:
        mate.post(f"/api/people/{player.me['person']['id']}/erase", sure=True)
    mate.post(f"/api/people/{mate.me['person']['id']}/erase", sure=True)

    assert caught.value.code == "not_a_teacher"
    assert mate.me["person"]["id"] is None
