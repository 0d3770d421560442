import msgspec
import pytest

from sandbox.livestream.events import PoolEvaluated, TickAggregated
from sandbox.livestream.pool import Sums
from tests.sandbox.livestream.builders import a_live_room, a_talked_room

BENCHMARK = Sums(
    shows=6000, organic=330, views=350, watch=21_000, interactions=21, clicks=42, gmv_ppm=5_745_600_000
)


def test_the_platform_looks_every_five_minutes():
    studio = a_live_room()
    studio.advance(1000)

    assert studio.at(PoolEvaluated) == [300, 600, 900]
    assert [event.window for event in studio.of(PoolEvaluated)] == [1, 2, 3]


def test_a_room_at_its_benchmarks_scores_nothing():
    pool = a_live_room().room.pool

    assert pool.score(BENCHMARK._replace(gmv_ppm=int(350 * 5.4 * pool.mean_price * 1000))) == pytest.approx(0, abs=1e-3)


@pytest.mark.parametrize("better", ["organic", "watch", "interactions", "clicks", "gmv_ppm"])
def test_every_figure_lifts_the_score(better):
    pool = a_live_room().room.pool
    lifted = BENCHMARK._replace(**{better: 2 * getattr(BENCHMARK, better)})

    assert pool.score(lifted) > pool.score(BENCHMARK) + 0.02


def test_a_large_room_is_shrunk_like_a_small_one():
    small, large = a_live_room().room.pool, a_live_room(size=10).room.pool

    assert large.score(Sums(*(10 * value for value in BENCHMARK))) == pytest.approx(small.score(BENCHMARK))


def test_a_good_room_is_shown_more():
    good, poor = a_talked_room(), a_talked_room()
    good.talk(1500, quality_ppm=1_000_000)
    poor.talk(1500, quality_ppm=200_000)

    assert good.last(PoolEvaluated).level_ppm > poor.last(PoolEvaluated).level_ppm
    assert good.total(TickAggregated, "shows") > 1.3 * poor.total(TickAggregated, "shows")


def test_the_figures_of_a_window_are_those_of_its_ticks():
    studio = a_live_room()
    studio.advance(301)
    [window], ticks = studio.of(PoolEvaluated), studio.of(TickAggregated)
    views = sum(tick.organic + tick.follower + tick.teaser + tick.shop for tick in ticks)

    assert window.mean_stay_seconds == sum(tick.watch_seconds for tick in ticks) // views
    assert window.click_rate_ppm == sum(tick.clicks for tick in ticks) * 1_000_000 // views
    assert window.entry_rate_ppm == sum(t.organic for t in ticks) * 1_000_000 // sum(t.shows for t in ticks)


def test_the_trend_follows_the_level():
    studio = a_talked_room()
    studio.talk(1500, quality_ppm=1_000_000)
    levels = [0, *(event.level_ppm for event in studio.of(PoolEvaluated))]

    for before, after, event in zip(levels, levels[1:], studio.of(PoolEvaluated), strict=False):
        moved = after - before
        assert event.trend == ("up" if moved > 30_000 else "down" if moved < -30_000 else "flat")


def test_shows_of_a_small_audience_are_its_own():
    scenario = a_live_room().scenario
    audience = msgspec.structs.replace(scenario.audience, shows_per_window=600)
    studio = a_live_room(audience=audience)
    studio.advance(299)

    assert 500 < studio.total(TickAggregated, "shows") < 700
