"""Teams that meet in one market, from the command line: played, replayed, graded."""

from __future__ import annotations

import json

import pytest

from tests.cli.test_cli import bordercast


@pytest.fixture(scope="module")
def played(tmp_path_factory):
    """(run file, summary) of three teams of bots."""
    file = tmp_path_factory.mktemp("shared") / "r.jsonl"
    who = ("--teams", 3, "--team", "2:expert", "--team", "3:autopilot")
    done = bordercast("play", "first-live", *who, "--secret", 7, "--out", file, "--json")
    assert done.returncode == 0, done.stderr
    return file, json.loads(done.stdout)


def test_figures_stand_by_team(played):
    _, summary = played

    assert list(summary["teams"]) == ["1", "2", "3"]
    assert summary["teams"]["2"]["gmv"] > summary["teams"]["1"]["gmv"] > summary["teams"]["3"]["gmv"]
    assert "gmv" not in summary


def test_a_run_of_one_team_keeps_its_figures_as_they_were(played):
    done = bordercast("play", "first-live", "--secret", 7, "--json")

    assert "teams" not in json.loads(done.stdout)
    assert json.loads(done.stdout)["gmv"] > 0


def test_the_file_of_a_shared_run_replays(played):
    file, summary = played
    done = bordercast("replay", file)

    assert done.returncode == 0, done.stderr
    assert summary["digest"] in done.stdout


def test_each_team_is_graded_for_what_it_did_itself(played):
    file, _ = played
    first, second = (json.loads(bordercast("grade", file, "--team", team, "--json").stdout) for team in (1, 2))

    assert [one["subject"] for one in first["students"]] == ["bot:average"]
    assert [one["subject"] for one in second["students"]] == ["bot:expert"]
    assert [one["sessions"][0]["team"] for one in (first, second)] == ["1", "2"]


@pytest.mark.parametrize(("asked", "status"), [((), 2), (("--team", "9"), 1)])
def test_a_team_that_is_not_named_or_not_there_is_answered_with_those_that_are(played, asked, status):
    file, _ = played
    done = bordercast("grade", file, *asked)

    assert done.returncode == status
    assert "1, 2, 3" in done.stderr


@pytest.mark.parametrize("wrong", [("--team", "4:expert"), ("--team", "2:genius"), ("--team", "expert")])
def test_a_team_or_style_that_is_not_there_is_wrong_usage(wrong):
    assert bordercast("play", "first-live", "--teams", 3, *wrong).returncode == 2
