"""Waking time and the waiting clock, by themselves."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sandbox.kernel.calendar import DAY, HOUR, Calendar
from sandbox.service.clock import WaitClock
from sandbox.service.waking import Waking
from tests.sandbox.harness import rules_of

WEIGHTS = rules_of("2025-10-18").hour_profile("default").weights_ppm
EVEN = (41_667,) * 16 + (41_666,) * 8


def waking(weights=WEIGHTS, offset_minutes: int = 0) -> Waking:
    return Waking(Calendar("2025-10-18T02:00Z"), weights, offset_minutes)


def test_a_day_is_a_day():
    assert waking().days(3 * DAY) - waking().days(0) == pytest.approx(3)


def test_evenings_count_more_than_nights():
    clock = waking(offset_minutes=120)
    night, evening = clock.days(HOUR) - clock.days(0), clock.days(17 * HOUR) - clock.days(16 * HOUR)

    assert evening == pytest.approx(night * WEIGHTS[20] / WEIGHTS[4])


@settings(derandomize=True, deadline=None)
@given(st.floats(0.1, 200.0), st.sampled_from([-480, 0, 120, 540]))
def test_a_second_is_the_first_one_that_has_seen_so_much(days, offset):
    clock = waking(offset_minutes=offset)
    second = clock.second(days)

    assert clock.days(second) >= days
    assert second == 0 or clock.days(second - 1) < days


def fires(*bends: tuple[float, float], target: float = 0.5, weights=EVEN) -> float | None:
    """Days until the buyer of an order with ten promised days asks; bends are (day, factor)."""
    clock, daytime = WaitClock(0, 10, target), waking(weights)
    for day, factor in bends:
        clock.bend(factor, int(day * DAY), daytime)
    second = clock.fires_at(daytime)
    return None if second is None else second / DAY


def test_the_hazard_is_small_before_the_promise_and_large_after():
    assert fires(target=0.02) == pytest.approx(7.0, abs=0.01)
    assert fires(target=0.05 + 0.28) == pytest.approx(12.0, abs=0.01)


def test_patience_beyond_twelve_days_is_for_ever():
    assert fires(target=1.716) == pytest.approx(21.9, abs=0.01)
    assert fires(target=1.74) is None


def test_bending_halfway_stretches_only_what_is_left():
    """Target .33 is reached at day 12; half the hazard from day 11 on turns the last day into two."""
    assert fires((11, 0.5), target=0.33) == pytest.approx(13.0, abs=0.01)


def test_bending_there_and_back_at_once_changes_nothing():
    assert fires((11, 0.5), (11, 2.0), target=0.33) == pytest.approx(fires(target=0.33))


def test_a_stopped_clock_never_fires():
    clock = WaitClock(0, 10, 0.1)
    clock.stop()

    assert clock.fires_at(waking()) is None


@settings(derandomize=True, deadline=None)
@given(st.floats(0.001, 1.6), st.floats(0.0, 21.0), st.floats(0.1, 0.99))
def test_a_smaller_hazard_never_makes_anybody_ask_earlier(target, day, factor):
    plain, bent = fires(target=target, weights=WEIGHTS), fires((day, factor), target=target, weights=WEIGHTS)

    assert bent is None or plain is None or bent >= plain - 1 / DAY
