"""`bordercast scenario from-orders`: from a shop's order lines to a run, with the program a person starts."""

from __future__ import annotations

import json

import pytest

from tests.cli.test_cli import bordercast
from tests.scenarios.fitting.files import SAMPLE, a_file, shop_rows


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    folder = tmp_path_factory.mktemp("orders") / "own-case"
    done = bordercast("scenario", "from-orders", SAMPLE, "-o", folder, "--holdout", "0.3", "--days", "3")
    assert done.returncode == 0, done.stderr
    return folder, done


def test_the_held_out_error_is_printed_beside_the_naive_one(made):
    _, done = made

    assert "| measure | this fit | last week repeated |" in done.stdout
    assert "1,187 of 1,227 rows used" in done.stdout


def test_the_progress_goes_to_stderr(made):
    _, done = made

    assert "reading" in done.stderr
    assert "reading" not in done.stdout


def test_the_folder_passes_the_check(made):
    folder, _ = made
    found = json.loads(bordercast("scenario", "check", folder, "--json").stdout)

    assert (found["ok"], found["id"]) == (True, "own-case")


def test_bots_play_the_case(made):
    folder, _ = made
    done = bordercast("play", folder, "--bots", "average", "--json")

    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout)["orders"] > 0


def test_an_existing_folder_is_left_alone(made):
    folder, _ = made
    done = bordercast("scenario", "from-orders", SAMPLE, "-o", folder)

    assert done.returncode == 1
    assert "expected a new folder" in done.stderr


def test_a_date_of_two_readings_stops_with_both_and_the_option(tmp_path):
    rows = [[*row[:4], "03/04/2025", *row[5:]] for row in shop_rows()]
    done = bordercast("scenario", "from-orders", a_file(tmp_path, rows), "-o", tmp_path / "case")

    assert done.returncode == 1
    assert "2025-04-03 (--dates dmy) or 2025-03-04 (--dates mdy)" in done.stderr
    assert not (tmp_path / "case").exists()


def test_the_json_holds_the_fit_and_nothing_else(tmp_path):
    done = bordercast("scenario", "from-orders", SAMPLE, "-o", tmp_path / "case", "--json")
    found = json.loads(done.stdout)

    assert found["holdout"]["beats_naive"] is True
    assert found["rows"]["in_file"] == 1227
