"""A class's clock: the show second by second, market days fast, nothing while paused."""

from __future__ import annotations

import pytest

from scenarios.loader import load_scenario
from web.host.pace import Clock


@pytest.fixture
def scenario():
    return load_scenario("first-live")


def running(scenario, now, speed=1):
    clock = Clock(scenario, now)
    clock.is_running, clock.speed = True, speed
    return clock


def ticks(clock, number, is_live=True):
    return [clock.tick(0.5, is_live) for _ in range(number)][-1]


def test_a_show_runs_at_the_speed_of_the_wall(scenario):
    assert ticks(running(scenario, 100), 20) == 110


def test_a_market_day_takes_as_long_as_the_scenario_says(scenario):
    clock = running(scenario, scenario.show_ends)

    assert ticks(clock, 2 * scenario.day_seconds, is_live=False) == scenario.show_ends + 86_400


def test_the_classes_speed_multiplies_both(scenario):
    assert ticks(running(scenario, 100, speed=10), 2) == 110
    assert ticks(running(scenario, scenario.show_ends, speed=10), 2, is_live=False) == scenario.show_ends + 10_800


def test_a_paused_clock_stands_still(scenario):
    clock = running(scenario, 100)
    clock.is_running = False

    assert ticks(clock, 20) == 100


def test_a_machine_that_slept_does_not_catch_up(scenario):
    assert running(scenario, 100).tick(3600.0, is_live=True) == 101


def test_the_clock_waits_for_the_end_of_the_show_before_days_begin(scenario):
    clock = running(scenario, scenario.show_ends - 1, speed=600)

    assert clock.tick(1.0, is_live=True) == scenario.show_ends


def test_a_show_that_ends_early_lets_the_days_begin(scenario):
    assert running(scenario, 500).tick(1.0, is_live=False) == 500 + 86_400 // scenario.day_seconds


def test_the_clock_stops_where_play_ends(scenario):
    assert ticks(running(scenario, scenario.play_ends - 5, speed=600), 10, is_live=False) == scenario.play_ends + 1
