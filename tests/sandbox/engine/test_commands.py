"""Every command gets a typed answer; a wrong one leaves the run as it was."""

from __future__ import annotations

import pytest

from sandbox.engine.catalogue import COMMANDS
from sandbox.kernel.codec import parse_json
from sandbox.kernel.errors import InvalidCommandError
from sandbox.kernel.messages import PLAYER_SEATS
from sandbox.roles.catalog import may_send
from tests.builders import Sender, a_live_run, a_run

REFUSED = [
    ("operations", "market.fly", {}, "unknown_type"),
    ("operations", "market.set_price", {"sku": "earbuds", "price": -5}, "bad_shape"),
    ("operations", "market.set_price", {"sku": "earbuds", "price": 0}, "bad_shape"),
    ("operations", "market.set_price", {"sku": "earbuds", "price": "3000"}, "bad_shape"),
    ("operations", "market.set_price", {"sku": "earbuds", "price": True}, "bad_shape"),
    ("operations", "market.set_price", {"sku": "earbuds", "price": 12.5}, "bad_shape"),
    ("operations", "market.set_price", {"sku": "earbuds", "price": float("nan")}, "bad_shape"),
    ("operations", "market.set_price", {"sku": "earbuds"}, "bad_shape"),
    ("operations", "market.set_price", {"sku": "earbuds", "price": 3000, "gift": 1}, "bad_shape"),
    ("operations", "market.set_price", {"sku": "x" * 1_000_000, "price": 3000}, "bad_shape"),
    ("traffic", "market.set_price", {"sku": "earbuds", "price": 3000}, "wrong_seat"),
    ("anchor", "livestream.boost_room", {"amount": 1000, "minutes": 10}, "wrong_seat"),
    ("operations", "market.set_price", {"sku": "earbuds", "price": 100}, "below_floor_price"),
    ("operations", "market.set_price", {"sku": "unicorn", "price": 3000}, "unknown_sku"),
    ("anchor", "livestream.speak_phase", {"phase": "demo", "talk_quality_ppm": 990_000}, "bots_only"),
    ("service", "service.resolve", {"ticket": "0000000000000", "action": "info"}, "ticket_unknown"),
    ("operations", "logistics.cancel_order", {"order": "0000000000000", "reason": "fraud"}, "unknown_order"),
]


@pytest.mark.parametrize(("seat", "command", "args", "code"), REFUSED)
def test_a_wrong_command_is_refused_with_its_code_and_changes_nothing(seat, command, args, code):
    run = a_live_run()
    before = run.kit.digest, run.domains.shop.state_digest()

    answer = Sender(run, seat)(command, **args)

    assert (answer.ok, answer.code) == (False, code)
    assert (run.kit.digest, run.domains.shop.state_digest()) == before


def test_a_malformed_command_leaves_no_text_of_its_own_in_the_log():
    run = a_live_run()

    Sender(run, "operations")("market.set_price", sku="earbuds", price=1, note="Li Hua, 13800000000")

    assert "Li Hua" not in b"\n".join(run.log.lines(with_secret=True)).decode()


def test_the_same_id_gets_the_same_answer_and_acts_once():
    run = a_live_run()
    sender = Sender(run, "operations")
    first = sender("livestream.issue_coupon", cmd_id="coupon-0001", amount=200, minimum=1000, copies=5, seconds=120)
    events = len(run.events)

    again = sender("livestream.issue_coupon", cmd_id="coupon-0001", amount=200, minimum=1000, copies=5, seconds=120)

    assert again == first
    assert len(run.events) == events


def test_the_same_id_with_another_wish_is_refused():
    run = a_live_run()
    sender = Sender(run, "operations")
    sender("livestream.pin_product", cmd_id="pin-00001", sku="earbuds")

    assert sender("livestream.pin_product", cmd_id="pin-00001", sku="speaker").code == "id_reused"


def test_a_live_command_before_the_show_is_out_of_phase():
    assert Sender(a_run(), "operations")("livestream.start_lucky_bag", prizes=3, seconds=300).code == "not_live"


def test_nobody_plays_after_the_end():
    run = a_run()
    run.settle()

    assert Sender(run, "operations")("market.set_price", sku="earbuds", price=3000).code == "run_ended"


@pytest.mark.parametrize("text", ['{"price": NaN}', '{"price": 1e999}', '{"a": 1, "a": 2}', "[" * 100 + "]" * 100, "{"])
def test_json_that_is_not_strict_is_refused(text):
    with pytest.raises(InvalidCommandError) as caught:
        parse_json(text, "command")

    assert caught.value.code == "bad_json"


def test_every_seat_is_refused_every_command_of_the_others():
    run = a_live_run()
    forbidden = [(seat, name) for seat in PLAYER_SEATS for name in COMMANDS if not may_send(seat, name)]

    codes = {Sender(run, seat, subject=name)(name).code for seat, name in forbidden}

    assert codes <= {"wrong_seat", "bad_shape"}
    assert not [entry for entry in run.log.entries if entry.kind == "command"]
