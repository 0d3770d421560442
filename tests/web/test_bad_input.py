"""Whatever comes in gets a typed answer, and the log stays whole."""

import json

import pytest

from sandbox.engine.replay import rebuild
from sandbox.kernel.draws import Secrets
from scenarios.loader import load_scenario
from tests.web.raw import RawSocket
from web.store import classes, runs

PRICE = "market.set_price"


@pytest.fixture
def desk(site):
    """A running class with somebody in the operations seat: (classroom, run, window)."""
    room = site.classroom()
    window = room.student("operations").window()
    room.start()
    return room, room.run(), window


def replayed(room, run):
    """The run of the log as it is on disk, checked entry by entry."""
    store = room.site.server.store
    classroom = store.read(classes.find, room.id)
    secret = store.read(runs.secret_of, store.key, classroom.group_id)
    return rebuild(load_scenario("first-live"), Secrets(secret), store.read(runs.load, run))


def commands_in(room, run):
    """Ids of the commands and refusals in the log."""
    log = room.site.server.store.read(runs.load, run)
    return [entry.cmd_id for entry in log.entries if entry.cmd_id]


REFUSALS = [
    ("livestream.boost_room", {"amount": 5000, "minutes": 5}, "wrong_seat"),
    ("livestream.end_show", {"reason": "planned"}, "not_live"),
    (PRICE, {"sku": "lamp", "price": -5}, "bad_shape"),
    (PRICE, {"sku": "no-such-thing", "price": 500}, "unknown_sku"),
    (PRICE, {"sku": "lamp", "price": True}, "bad_shape"),
    (PRICE, {"sku": "lamp", "price": 500, "also": 1}, "bad_shape"),
    ("market.fly_to_the_moon", {}, "unknown_type"),
]


@pytest.mark.parametrize(("kind", "args", "code"), REFUSALS)
def test_a_command_that_may_not_be_is_refused_by_name(desk, kind, args, code):
    room, run, window = desk

    ack = window.command(run, "operations", kind, "refused-1", **args)

    assert (ack["ok"], ack["code"], ack["cmd_id"]) == (False, code, "refused-1")
    assert replayed(room, run).log.entries


def test_a_command_for_another_seat_never_reaches_the_run(desk):
    room, run, window = desk

    ack = window.command(run, "anchor", "livestream.set_intensity", "elsewhere-1", intensity_ppm=1)

    assert ack["code"] == "not_your_seat"
    assert "elsewhere-1" not in commands_in(room, run)


def test_the_same_id_twice_counts_once_and_is_answered_twice(desk):
    room, run, window = desk
    body = ("logistics.set_overtime", "twice-1234")

    first = window.command(run, "operations", *body, node="cn-yiwu", overtime=True)
    again = window.command(run, "operations", *body, node="cn-yiwu", overtime=True)

    assert first["ok"]
    assert (first["entry"], first["seq"]) == (again["entry"], again["seq"])
    assert commands_in(room, run).count("twice-1234") == 1


def test_the_same_id_for_another_command_is_refused(desk):
    _, run, window = desk
    window.command(run, "operations", "logistics.set_overtime", "reused-1234", node="cn-yiwu", overtime=True)

    ack = window.command(run, "operations", "logistics.set_overtime", "reused-1234", node="cn-yiwu", overtime=False)

    assert ack["code"] == "id_reused"


BAD_JSON = [
    '{"price":NaN}',
    '{"price":1e999}',
    '{"price":1.5}',
    '{"price":1,"price":2}',
    '{"price":9007199254740993}',
    "[" * 50 + "]" * 50,
    '{"price":',
]


@pytest.mark.parametrize("payload", BAD_JSON)
def test_what_is_not_strict_json_is_answered(desk, payload):
    _, _, window = desk
    raw = RawSocket(window.browser)

    ack = raw.answer(f'427["command",{payload}]')

    raw.close()
    assert (ack["ok"], ack["code"]) == (False, "bad_json")


def test_a_megabyte_is_answered_and_kept_nowhere(desk):
    room, run, window = desk
    before = commands_in(room, run)

    ack = window.command(run, "operations", PRICE, "megabyte-1", text="x" * 1_000_000)

    assert (ack["ok"], ack["code"], ack["facts"]) == (False, "too_large", {"limit": 65_536})
    assert commands_in(room, run) == before


def test_a_text_that_is_too_long_is_answered(desk):
    _, run, window = desk

    ack = window.command(run, "operations", PRICE, "longtext-1", text="x" * 2001)

    assert ack["code"] == "bad_shape"


ODD_FRAMES = [
    '427["watch"]',
    '427["no_such_event",{}]',
    '427["disconnect","x"]',
    "427[]",
    '427{"a":1}',
    '427["command",7]',
]


@pytest.mark.parametrize("frame", ODD_FRAMES)
def test_an_odd_event_is_answered(desk, frame):
    _, _, window = desk
    raw = RawSocket(window.browser)

    ack = raw.answer(frame)

    raw.close()
    assert ack["ok"] is False
    assert ack["code"] in ("bad_shape", "unknown_event")


@pytest.mark.parametrize(
    "frame", ["451-{}", "4", "49[]", "42/other,7[]", "x", '4251-["command",{"_placeholder":true,"num":0}]']
)
def test_a_frame_that_is_no_packet_cuts_only_its_sender(desk, frame):
    _, _, window = desk
    raw = RawSocket(window.browser)

    raw.send(frame)
    raw.close()

    assert window.call("ping", {})["ok"]


def test_binary_is_not_taken(desk):
    _, _, window = desk
    raw = RawSocket(window.browser)

    raw.send_bytes(b"\x00" * 1000)

    assert raw.is_cut()
    assert window.call("ping", {})["ok"]


def test_features_that_the_sender_made_up_are_refused(desk):
    _, run, window = desk
    features = {"language": "en", "words": 5, "analyser": "mine", "text_hash": "0" * 64}

    ack = window.command(run, "operations", "livestream.say", "madeup-1", utterance=features)

    assert ack["code"] == "made_up_features"


def test_a_body_of_a_request_is_as_strict(desk):
    room, _, _ = desk
    session = room.teacher.session
    headers = {"X-BC-CSRF": room.teacher.me["csrf"], "Content-Type": "application/json"}

    answer = session.post(f"{room.site.url}/api/classes", data='{"name":"A","name":"B"}', headers=headers)

    assert answer.status_code == 400
    assert answer.json()["error"]["code"] == "bad_json"


def test_a_body_that_is_too_long_is_answered(desk):
    room, _, _ = desk
    session = room.teacher.session
    headers = {"X-BC-CSRF": room.teacher.me["csrf"]}

    answer = session.post(f"{room.site.url}/api/classes", json={"name": "x" * 1_000_000}, headers=headers)

    assert answer.status_code == 413
    assert json.loads(answer.text)["error"]["code"] == "request_entity_too_large"
