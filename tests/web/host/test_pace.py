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


def ticks(clock, number, windows):
    return [clock.tick(0.5, windows) for _ in range(number)][-1]


@pytest.fixture
def show(scenario):
    return ((0, scenario.show_ends),)


def test_a_show_runs_at_the_speed_of_the_wall(scenario, show):
    assert ticks(running(scenario, 100), 20, show) == 110


def test_a_market_day_takes_as_long_as_the_scenario_says(scenario):
    clock = running(scenario, scenario.show_ends)

    assert ticks(clock, 2 * scenario.day_seconds, ()) == scenario.show_ends + 86_400


def test_the_classes_speed_multiplies_both(scenario, show):
    assert ticks(running(scenario, 100, speed=10), 2, show) == 110
    assert ticks(running(scenario, scenario.show_ends, speed=10), 2, ()) == scenario.show_ends + 10_800


def test_a_paused_clock_stands_still(scenario, show):
    clock = running(scenario, 100)
    clock.is_running = False

    assert ticks(clock, 20, show) == 100


def test_a_machine_that_slept_does_not_catch_up(scenario, show):
    assert running(scenario, 100).tick(3600.0, show) == 101


def test_the_clock_waits_for_the_end_of_the_show_before_days_begin(scenario, show):
    clock = running(scenario, scenario.show_ends - 1, speed=600)

    assert clock.tick(1.0, show) == scenario.show_ends


def test_a_show_that_ends_early_lets_the_days_begin(scenario):
    assert running(scenario, 500).tick(1.0, ()) == 500 + 86_400 // scenario.day_seconds


def test_the_clock_stops_where_play_ends(scenario):
    assert ticks(running(scenario, scenario.play_ends - 5, speed=600), 10, ()) == scenario.play_ends + 1


def test_fast_days_stop_where_the_next_show_begins(scenario):
    clock = running(scenario, scenario.show_ends, speed=600)

    assert ticks(clock, 1, ((scenario.show_ends + 5000, scenario.show_ends + 6800),)) == scenario.show_ends + 5000


def test_a_show_of_the_season_runs_second_by_second(scenario):
    clock = running(scenario, scenario.show_ends + 5000)

    assert ticks(clock, 20, ((scenario.show_ends + 5000, scenario.show_ends + 6800),)) == scenario.show_ends + 5010
