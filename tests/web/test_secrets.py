"""What lets somebody in, or tells the future, stands in no log and in no answer to others."""

import logging
import re

import pytest

from tests.web.killable import Killable
from web.store import classes, runs


@pytest.fixture
def heard(caplog):
    caplog.set_level(logging.DEBUG)
    return caplog


def test_no_log_holds_a_link_a_session_a_token_a_text_or_the_secret(own_site, heard):
    room = own_site.classroom(speed=60)
    link = room.seat_link("anchor")
    player = own_site.browser().follow(link)
    room.start()
    window = player.window()
    window.watch(room.run(), "anchor")
    window.command(room.run(), "anchor", "livestream.say", "say-text-01", text="periwinkle")
    window.call("watch", {"run": "not an id: periwinkle"})
    store = own_site.server.store
    group = store.read(classes.find, room.id).group_id
    secrets = {
        "link": link.rsplit("/", 1)[1],
        "session": player.session.cookies["bc_session"],
        "token": player.me["csrf"],
        "text": "periwinkle",
        "secret": store.read(runs.secret_of, store.key, group).hex(),
        "key": store.key.hex(),
    }
    room.teacher_does("control", action="pause")

    logged = "\n".join(record.getMessage() for record in heard.records if not from_a_client(record))

    assert {name for name, secret in secrets.items() if secret in logged} == set()
    assert "GET /s 302" in logged


def from_a_client(record):
    """The test's own browsers log too."""
    return record.name.split(".")[0] in ("urllib3", "socketio", "engineio", "websocket")


def test_the_servers_own_words_hold_no_secret(tmp_path):
    server = Killable(tmp_path)
    server.start()
    teacher = server.browser().follow(server.teacher_link)
    info = teacher.post("/api/classes", name="Test", scenario="first-live")
    player = server.browser().follow(info["links"]["seats"][0]["url"])
    player.window().call("watch", {"nonsense": 1})
    server.stop()

    said = (tmp_path / "stderr").read_text()

    tokens = [*re.findall(r"/s/([a-z2-7]{26})", str(info["links"])), player.session.cookies["bc_session"]]
    assert len(tokens) == 6
    assert [token for token in tokens if token in said] == []


def test_the_secret_reaches_no_window_while_the_class_plays(site):
    room = site.classroom(speed=60)
    player = room.student("operations")
    room.start()
    window = player.window()
    window.watch(room.run(), "operations")
    window.wait("view", lambda push: push["now"] > 90)
    store = site.server.store
    classroom = store.read(classes.find, room.id)
    secret = store.read(runs.secret_of, store.key, classroom.group_id)

    seen = str(window.pushes) + str(room.info) + str(room.teacher.get(f"/api/runs/{room.run()}/export.jsonl"))

    assert secret.hex() not in seen
    assert classroom.code in seen
