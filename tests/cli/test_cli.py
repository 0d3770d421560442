"""The command line: data on stdout, talk on stderr, exit status 0 ok, 1 a check failed, 2 wrong usage."""

from __future__ import annotations

import json
import os
import subprocess
import sys

import pytest

COMMANDS = ("demo", "serve", "play", "replay", "grade", "facts", "bench", "scenario")


def bordercast(*args, **env):
    """Run the real program."""
    return subprocess.run([sys.executable, "-m", "web.cli.main", *map(str, args)], capture_output=True, text=True,
                          env={**os.environ, **env}, timeout=300, check=False)


@pytest.fixture(scope="module")
def played(tmp_path_factory):
    file = tmp_path_factory.mktemp("run") / "r.jsonl"
    done = bordercast("play", "first-live", "--bots", "average", "--secret", 7, "--out", file, "--json")
    assert done.returncode == 0, done.stderr
    return file, json.loads(done.stdout)


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_explains_itself(command):
    done = bordercast(command, "--help")

    assert done.returncode == 0
    assert "Usage:" in done.stdout


def test_play_prints_one_json_object(played):
    _, summary = played

    assert {"digest", "events", "sim_seconds", "wall_seconds", "gmv"} <= set(summary)
    assert summary["gmv"] > 0


def test_a_second_process_with_another_hash_seed_plays_the_same_run(played, tmp_path):
    _, summary = played
    twice = [bordercast("play", "first-live", "--bots", "average", "--secret", 7, "--json", "--events",
                        tmp_path / f"{seed}.jsonl", PYTHONHASHSEED=str(seed)) for seed in (1, 2)]

    assert {json.loads(done.stdout)["digest"] for done in twice} == {summary["digest"]}
    assert (tmp_path / "1.jsonl").read_bytes() == (tmp_path / "2.jsonl").read_bytes()


def test_replay_says_that_it_is_the_same(played):
    file, summary = played
    done = bordercast("replay", file)

    assert done.returncode == 0
    assert summary["digest"] in done.stdout


def test_replay_names_the_first_entry_that_differs(played, tmp_path):
    file, _ = played
    lines = file.read_bytes().split(b"\n")
    lines[40] = lines[40].replace(b'"at":', b'"at": ', 1)[:-3] + b'x"}'
    (tmp_path / "forged.jsonl").write_bytes(b"\n".join(lines))

    done = bordercast("replay", tmp_path / "forged.jsonl")

    assert done.returncode == 1
    assert "entry 40" in done.stderr


def test_an_unknown_scenario_is_one_clear_line():
    done = bordercast("play", "nope")

    assert done.returncode == 1
    known = "first-live@1, first-shop@1, peak-season@1, tariff-shock@1"
    assert done.stderr.strip() == f"error: nope: expected a scenario folder or one of {known}, got 'nope'"


def test_an_unknown_style_is_wrong_usage():
    assert bordercast("play", "first-live", "--bots", "genius").returncode == 2


def test_scenario_check_names_what_is_wrong(tmp_path):
    bordercast("scenario", "new", tmp_path / "mine")
    file = tmp_path / "mine" / "scenario.yaml"
    file.write_text(file.read_text(encoding="utf-8").replace("days: 7", "days: x"), encoding="utf-8")
    done = bordercast("scenario", "check", tmp_path / "mine")

    assert done.returncode == 1
    assert "days: expected int, got 'x'" in done.stderr


def test_grade_prints_marks_with_their_events(played):
    file, _ = played
    done = bordercast("grade", file, "--json")

    assert done.returncode == 0, done.stderr
    assert "not validated" in done.stdout
