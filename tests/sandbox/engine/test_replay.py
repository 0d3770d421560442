"""A run is its scenario, its secret, its engine and its commands; replay gives the same events to the byte."""

from __future__ import annotations

import os
import pickle
import subprocess
import sys

import pytest

from sandbox.engine.replay import rebuild
from sandbox.engine.runfile import open_run_file
from sandbox.kernel.codec import to_bytes
from sandbox.kernel.draws import Secrets, group_secret
from sandbox.kernel.errors import LogError, ReplayMismatchError
from sandbox.kernel.log import read_log
from tests.builders import Sender, a_live_run, a_played_run, a_run, a_short_scenario

SECRETS = Secrets(group_secret(7))


@pytest.fixture(scope="module")
def played():
    run = a_played_run(7)
    run.close()
    return run


@pytest.fixture(scope="module")
def lines(played):
    return list(played.log.lines(with_secret=True))


def find(_name):
    return a_short_scenario()


def test_replay_gives_the_same_events_byte_for_byte(played, lines):
    again = open_run_file(lines, find)

    assert [to_bytes(event) for event in again.events] == [to_bytes(event) for event in played.events]
    assert again.state_digest() == played.state_digest()


def test_a_second_process_with_another_hash_seed_gives_the_same_digest(played):
    code = "from tests.builders import a_played_run; print(a_played_run(7).state_digest())"
    env = {**os.environ, "PYTHONHASHSEED": "1", "PYTHONPATH": "."}
    other = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, env=env, check=True)

    assert other.stdout.strip() == played.state_digest()


def test_the_interpreter_and_the_compiled_kernels_give_the_same_digest():
    code = "from tests.builders import a_played_run; print(a_played_run(7, until=140).state_digest())"
    env = {**os.environ, "BORDERCAST_JIT": "off", "PYTHONPATH": "."}
    plain = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, env=env, check=True)

    assert plain.stdout.strip() == a_played_run(7, until=140).state_digest()


def test_advancing_in_small_steps_changes_nothing_that_happens():
    at_once, in_steps = a_run(), a_run()

    at_once.advance(200)
    for second in range(1, 201):
        in_steps.advance(second)

    assert at_once.events == in_steps.events


def test_a_later_command_never_changes_an_earlier_event():
    quiet, acted = a_live_run(at=100), a_live_run(at=100)
    Sender(acted, "operations")("livestream.pin_product", sku="earbuds")
    before = len(quiet.events)

    assert acted.events[:before] == quiet.events


def test_a_changed_byte_is_named_by_its_entry(lines):
    for number in range(0, len(lines), max(1, len(lines) // 40)):
        for place in range(1, len(lines[number]), max(1, len(lines[number]) // 4)):
            line = bytearray(lines[number])
            line[place] = line[place] ^ 1
            with pytest.raises(LogError) as caught:
                read_log([*lines[:number], bytes(line), *lines[number + 1 :]])
            assert caught.value.entry == number


def test_a_forged_command_with_fresh_hashes_is_found_by_replay(played):
    log = read_log(played.log.lines(with_secret=True))
    victim = next(entry for entry in log.entries if entry.type == "livestream.speak_phase")
    forged = type(log)(log.header)
    for entry in log.entries:
        made = ("n", "kind", "prev", "hash")
        body = {name: getattr(entry, name) for name in entry.__struct_fields__ if name not in made}
        if entry.n == victim.n:
            body["args"] = {**body["args"], "talk_quality_ppm": 990_000}
        forged.append(entry.kind, **body)

    with pytest.raises(ReplayMismatchError) as caught:
        rebuild(a_short_scenario(), SECRETS, forged)
    assert caught.value.entry > victim.n


def test_another_secret_is_refused(played):
    with pytest.raises(ReplayMismatchError, match="commitment"):
        rebuild(a_short_scenario(), Secrets(group_secret(8)), played.log)


def test_a_changed_scenario_is_refused(played):
    with pytest.raises(ReplayMismatchError, match="scenario hash"):
        rebuild(a_short_scenario(day_seconds=81), SECRETS, played.log)


def test_a_file_without_its_secret_says_when_it_opens(played):
    with pytest.raises(LogError, match="opens when the group ends"):
        open_run_file(played.log.lines(with_secret=False), find)


def test_a_recovered_run_goes_on_like_one_that_never_stopped():
    whole, first = a_live_run(at=120), a_live_run(at=120)
    Sender(whole, "operations")("livestream.pin_product", sku="speaker")
    Sender(first, "operations")("livestream.pin_product", sku="speaker")

    recovered = rebuild(a_short_scenario(), SECRETS, read_log(first.log.lines(with_secret=True)))
    whole.advance(200)
    recovered.advance(200)

    assert recovered.state_digest() == whole.state_digest()
    assert recovered.log.head == whole.log.head


def test_a_recovered_run_still_knows_the_answers_it_gave():
    run = a_live_run()
    first = Sender(run, "operations")("livestream.pin_product", cmd_id="the-same-id", sku="speaker")

    recovered = rebuild(a_short_scenario(), SECRETS, read_log(run.log.lines(with_secret=True)))

    assert Sender(recovered, "operations")("livestream.pin_product", cmd_id="the-same-id", sku="speaker") == first


def test_a_repair_voids_an_entry_without_rewriting_it():
    run = a_live_run()
    wrong = Sender(run, "operations")("market.change_price", sku="earbuds", change_ppm=-100_000)
    run.log.append("repair", at=run.now, target=wrong.entry, reason="teacher: typing error", subject="t1")

    again = rebuild(a_short_scenario(), SECRETS, run.log)

    assert again.tallies.shop.goods["earbuds"].price == a_short_scenario().product("earbuds").price
    assert run.log.entries[wrong.entry - 1].type == "market.change_price"


def test_a_malformed_command_does_not_stop_the_run_from_being_replayed():
    run = a_live_run()
    Sender(run, "operations")("market.set_price", sku="earbuds", price=-5)
    Sender(run, "service")("service.resolve", ticket="0000000000000", action="info")
    run.advance(100)
    run.close()

    again = rebuild(a_short_scenario(), SECRETS, read_log(run.log.lines(with_secret=True)))

    assert again.state_digest() == run.log.entries[-1].state


def test_a_replay_error_comes_back_whole_from_another_process():
    error = pickle.loads(pickle.dumps(ReplayMismatchError("entry 4: differs", 4)))

    assert (type(error), str(error), error.entry) == (ReplayMismatchError, "entry 4: differs", 4)
