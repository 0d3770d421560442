"""A seat learns what it may know and nothing else; hidden numbers open after the run."""

from __future__ import annotations

import json

import pytest

from sandbox.kernel.codec import to_plain
from sandbox.roles.feed import feed_line
from tests.builders import SEATS, a_played_run

HIDDEN = ("quality_ppm", "energy_ppm", "pool_level_ppm", "gmv_expected", "level_ppm", "is_true", "late_share_ppm",
          "best_price", "orders_expected_ppm", "helped", "defect", "secret")


def keys(value):
    if isinstance(value, dict):
        for key, inner in value.items():
            yield key
            yield from keys(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from keys(inner)


@pytest.fixture(scope="module")
def run():
    return a_played_run(7, until=90_000)


@pytest.mark.parametrize("seat", SEATS)
def test_a_players_view_holds_no_hidden_number(run, seat):
    found = set(keys(to_plain(run.view(seat))))

    assert not found & set(HIDDEN)


@pytest.mark.parametrize("seat", SEATS)
def test_a_players_feed_holds_no_hidden_number(run, seat):
    lines = [line for event in run.events if (line := feed_line(event, seat))]
    found = {key for line in lines for key in line["data"]} - {"quality_ppm"}  # of a sample the seat paid for

    assert lines
    assert not found & set(HIDDEN)


def test_the_anchor_sees_neither_margins_nor_spend(run):
    text = json.dumps(to_plain(run.view("anchor")))

    assert not [word for word in ("unit_cost", "floor_price", "cash", "spent", "landed") if word in text]


def test_the_secret_is_in_no_view_and_no_export_of_a_running_run(run):
    secret = run.log.header.secret
    views = json.dumps([to_plain(run.view(seat)) for seat in (*SEATS, "instructor")])
    export = b"\n".join(run.log.lines(with_secret=False)).decode()

    assert secret not in views + export
