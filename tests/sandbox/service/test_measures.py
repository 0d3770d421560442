"""The stylised facts of the desk (27, 28, 30, 31, 32), measured on the shipped classes."""

from __future__ import annotations

from functools import cache

import pytest

from sandbox.kernel.draws import Stream
from sandbox.kernel.messages import Event
from sandbox.service.measures import (
    LINE_US,
    LOCAL_US,
    POST_BR,
    Fate,
    Lane,
    Rated,
    Review,
    Season,
    Written,
    first_reply_hours,
    ratings,
)
from tests.sandbox.harness import SmallWorld, a_scenario


class TellingWorld(SmallWorld):
    @property
    def events(self) -> list[Event]:
        return [event for _, event in self.log]


@cache
def season(lane: Lane, slower: float = 1.0, auto_notify: bool = False) -> Written:
    return Season(TellingWorld(), a_scenario(), lane, slower=slower).play(auto_notify=auto_notify)


@cache
def rated(hours: int) -> Rated:
    world = TellingWorld()
    return ratings(Season(world, a_scenario(), LINE_US, 4000), hours, review_by(world.stream("out.measure.review")))


def review_by(noise: Stream) -> Review:
    """The market's review formula for goods of quality .78 sold with an ordinary exaggeration."""

    def review(fate: Fate) -> tuple[float, float]:
        standing = fate.standing
        hurt = standing.complained and (standing.slow or not standing.helped)
        mood = (
            4.62 + 1.5 * 0.08 - 1.2 * 0.15 - 1.3 * min(1.0, fate.late_days / 6) - 2.2 * fate.has_fault
            - 1.3 * fate.is_disappointed - 3 * fate.is_lost + 0.8 * standing.helped - 0.3 * hurt
        )
        stars = min(5, max(1, round(mood + 0.75 * noise.normal(fate.order))))
        chance = {1: 0.05, 2: 0.05, 3: 0.03}.get(stars, 0.02)
        return float(stars), chance * (1.5 if standing.complained and standing.slow and stars <= 2 else 1)

    return review


def test_a_line_to_the_united_states_brings_twenty_to_forty_tickets():
    assert 20 <= season(LINE_US).per_hundred <= 40
    assert 0.30 <= season(LINE_US).waiting_share <= 0.50


def test_slow_transit_makes_where_is_it_most_of_the_work():
    assert 0.50 <= season(LINE_US, slower=1.6).waiting_share <= 0.80


def test_telling_buyers_first_takes_a_third_off():
    told = season(LINE_US, slower=1.6, auto_notify=True)

    assert told.per_hundred / season(LINE_US, slower=1.6).per_hundred == pytest.approx(0.7, abs=0.06)


def test_stock_at_hand_saves_a_third_of_the_tickets():
    assert season(LOCAL_US).per_hundred / season(LINE_US).per_hundred == pytest.approx(0.7, abs=0.08)


def test_economy_post_to_brazil_is_dear_at_the_desk():
    assert season(POST_BR).per_hundred > 40
    assert season(POST_BR).waiting_share > 0.45


def test_one_agent_copes_with_sixty_letters_hardly_with_seventy_five_and_not_with_ninety():
    stable, limit, collapse = (first_reply_hours(TellingWorld(8), a_scenario(), letters) for letters in (60, 75, 90))

    assert 3 < stable < 6
    assert 6 < limit < 20
    assert collapse > 45


def test_slow_replies_cost_stars():
    assert -0.4 <= rated(72).rating - rated(10).rating <= -0.1


def test_slow_replies_double_the_bad_reviews():
    assert 1.6 <= rated(72).low_share / rated(10).low_share <= 2.2
