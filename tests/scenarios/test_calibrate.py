"""The pass mark lies between weak and average teams, and stands in the file as it was measured."""

from __future__ import annotations

import pytest

from sandbox.engine.version import ENGINE_VERSION
from scenarios.calibrate import TEAMS, Play, mark_of
from scenarios.loader import load_scenario


def plays(team, *worths):
    return [Play(team=team, secret=n, worth=worth, orders=1) for n, worth in enumerate(worths, start=1)]


def test_the_mark_lies_at_six_tenths_of_the_way_from_weak_to_average():
    mark = mark_of([*plays("weak", -200, 0), *plays("average", 900, 900)])

    assert (mark.weak, mark.average, mark.value, mark.secrets) == (-100, 900, 500, 2)


def test_a_single_seat_plays_with_four_on_autopilot():
    alone = [bots for name, bots in TEAMS.items() if name.endswith("alone")]

    assert len(alone) == 5
    assert all(list(bots.values()) == ["expert"] for bots in alone)


@pytest.mark.parametrize("name", ["first-live", "first-shop"])
def test_a_scenario_for_a_class_has_a_mark_of_this_engine(name):
    mark = load_scenario(name).pass_mark

    assert mark is not None
    assert mark.engine == ENGINE_VERSION
    assert mark.weak < mark.value < mark.average
