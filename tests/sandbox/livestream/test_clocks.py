import os
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from sandbox.kernel.draws import Secrets, group_secret
from sandbox.livestream.arrivals import viewer_id
from sandbox.livestream.columns import Dials, no_viewers, with_room_for
from sandbox.livestream.crowd import Crowd
from sandbox.livestream.equations import AGAIN, SATED, STAYER
from sandbox.livestream.events import TickAggregated
from sandbox.livestream.solo import SoloWorld
from tests.sandbox.livestream.builders import Studio, a_talked_room

ROOT = Path(__file__).parents[3]
PLAIN = Dials(
    tick=0, phase=2, quality=0.6, intensity=0.45, swings=0, reply_share=0.7, scene=0.5, entry_base=0.055, bag=False,
    bag_pull=0.0, after_bag=False, flash=False, shows=100.0, followers=1.0, impressions=0.0, teaser=0.1, shop=0.1,
    product=0, stock=10**6, coupons=0, price_with_coupon=2500, price_plain=2500, belief=1.0, call_click=1.0,
    call_comment=1.0, call_follow=1.0,
)


def a_crowd(secret: int = 1) -> Crowd:
    crowd = Crowd(SoloWorld(Secrets(group_secret(secret))).stream, {"US": 700_000, "DE": 300_000})
    crowd.change_product(0)
    return crowd


def people(crowd: Crowd) -> set[int]:
    return {int(viewer) for viewer in crowd._viewers.id[: crowd.online]}


def digests_with(**environment: str) -> str:
    found = subprocess.run(
        [sys.executable, "-m", "tests.sandbox.livestream.digest_of_a_show"], cwd=ROOT, capture_output=True, text=True,
        env={**os.environ, "PYTHONPATH": str(ROOT), **environment}, check=True,
    )
    return found.stdout


def test_compiled_and_interpreted_rooms_are_the_same_to_the_bit():
    compiled = digests_with(BORDERCAST_JIT="on", PYTHONHASHSEED="0")
    interpreted = digests_with(BORDERCAST_JIT="off", PYTHONHASHSEED="1")

    assert compiled == interpreted
    assert len(compiled) == 129


def test_a_larger_expectation_admits_the_same_people_and_more():
    few, many = a_crowd(), a_crowd()
    few.advance(PLAIN)
    many.advance(PLAIN._replace(shows=300.0))

    assert people(few) < people(many)


def test_a_viewer_is_who_it_is_in_every_room():
    few, many = a_crowd(), a_crowd()
    few.advance(PLAIN._replace(quality=0.2))
    many.advance(PLAIN._replace(shows=300.0, quality=1.0))
    here, there = few._viewers, many._viewers
    for row in range(few.online):
        other = list(there.id).index(here.id[row])
        assert (here.country[row], here.source[row]) == (there.country[other], there.source[other])


def test_countries_come_in_their_shares():
    crowd = a_crowd()
    crowd.advance(PLAIN._replace(shows=20_000.0))

    assert 0.66 < np.mean(crowd._viewers.country[: crowd.online] == 0) < 0.74


def test_columns_grow_without_losing_anybody():
    crowd = a_crowd()
    for tick in range(4):
        counts, _ = crowd.advance(PLAIN._replace(tick=tick, shows=12_000.0))
    came = {viewer_id(0, 3, place) for place in range(int(counts["entrants"][0]))}

    assert crowd.online > 1024
    assert len(people(crowd)) == crowd.online
    assert len(came & people(crowd)) > 0.5 * len(came)


def test_columns_that_are_long_enough_stay_as_they_are():
    viewers = no_viewers(10)

    assert with_room_for(viewers, 10) is viewers
    assert len(with_room_for(viewers, 11).id) == 22


def test_nobody_acts_in_an_empty_room():
    crowd = a_crowd()
    counts, rows = crowd.advance(PLAIN._replace(shows=0.0, followers=0.0, teaser=0.0, shop=0.0))

    assert (crowd.online, int(counts["shows"]), len(rows)) == (0, 0, 0)


def test_another_product_gives_back_what_a_click_took():
    crowd = a_crowd()
    for tick in range(60):
        crowd.advance(PLAIN._replace(tick=tick))
    viewers, mood = crowd._viewers, crowd.mood
    row = next(row for row in range(crowd.online) if viewers.seen[row] & 1)
    left = viewers.leave[row] - mood["leave"][STAYER]
    click = viewers.click[row] - mood["click"][viewers.sense[row]]
    crowd.change_product(1)

    assert viewers.leave[row] - mood["leave"][STAYER] == pytest.approx(left * SATED)
    assert viewers.click[row] - mood["click"][viewers.sense[row]] == pytest.approx(click * AGAIN)


def test_seventy_ticks_at_once_are_seventy_ticks():
    at_once, in_steps = a_talked_room(), a_talked_room()
    at_once.advance(351)
    for second in range(2, 352):
        in_steps.advance(second)

    assert at_once.room.state_digest() == in_steps.room.state_digest()
    assert at_once.world.events == in_steps.world.events


def test_another_luck_leaves_the_audience_alone():
    """Orders, follows and detection are drawn from the secret of consequences; who comes and clicks is not."""
    lucky, unlucky = (with_luck(number) for number in (1, 2))
    seen = ("shows", "organic", "comments", "likes", "clicks", "leaves", "orders_expected_ppm")

    assert [[getattr(tick, name) for name in seen] for tick in lucky.of(TickAggregated)] == [
        [getattr(tick, name) for name in seen] for tick in unlucky.of(TickAggregated)
    ]
    assert lucky.total(TickAggregated, "gmv") != unlucky.total(TickAggregated, "gmv")


def with_luck(number: int) -> Studio:
    studio = Studio(secrets=Secrets(group_secret(3), out=group_secret(number)))
    studio.advance(1500)
    return studio
