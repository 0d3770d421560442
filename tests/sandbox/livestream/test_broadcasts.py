"""Several shows of one shop: planned, scheduled, one after the other."""

from __future__ import annotations

import msgspec
import pytest

from sandbox.kernel.draws import Secrets, group_secret
from sandbox.kernel.errors import IllegalCommandError
from sandbox.kernel.messages import Actor, Seat
from sandbox.livestream.broadcasts import Broadcasts
from sandbox.livestream.commands import PinProduct, ScheduleShow
from sandbox.livestream.craft_events import RoomAdsArrived, ShowScheduled
from sandbox.livestream.events import CommentPosted, ProductPinned, ShowEnded, ShowStarted, TickAggregated
from sandbox.livestream.solo import SoloReads, SoloWorld
from tests.sandbox.livestream.builders import HERO, a_scenario

OPERATIONS = Actor(seat=Seat.OPERATIONS, subject="student-1")


class Season:
    """A shop with shows at the given seconds, ten minutes each."""

    def __init__(self, *starts: int, **changes):
        scenario = a_scenario(seconds=600)
        first, *more = (msgspec.structs.replace(scenario.show, starts_at=start) for start in starts)
        self.scenario = msgspec.structs.replace(
            scenario, show=first, more_shows=tuple(more), **{"season_days": 3, "max_shows": 4, **changes}
        )
        self.world = SoloWorld(Secrets(group_secret(7)))
        self.shows = Broadcasts(self.world, self.scenario, SoloReads(self.scenario))
        self._handlers = self.shows.handlers()

    def send(self, command):
        self._handlers[type(command)](command, OPERATIONS)

    def refusal(self, command):
        with pytest.raises(IllegalCommandError) as caught:
            self.send(command)
        return caught.value

    def of(self, kind):
        return [event for event in self.world.events if isinstance(event, kind)]


def test_shows_follow_each_other_and_say_which_they_are():
    season = Season(100, 10_000)
    season.world.advance(20_000)

    assert [event.ordinal for event in season.of(ShowStarted)] == [0, 1]
    assert [event.ordinal for event in season.of(ShowEnded)] == [0, 1]


def test_followers_won_in_a_show_come_along_to_the_next():
    season = Season(100, 10_000)
    season.world.advance(20_000)
    first, second = season.of(ShowStarted)

    assert second.followers == first.followers + season.of(ShowEnded)[0].follows > first.followers


def test_the_second_show_has_viewers_of_its_own():
    season = Season(100, 10_000)
    season.world.advance(20_000)
    comments = season.of(CommentPosted)

    assert len({event.comment for event in comments}) == len(comments)
    assert len({event.viewer for event in comments}) > 0.8 * len(comments)


def test_another_show_in_the_calendar_changes_nothing_about_the_first():
    alone, two = Season(100), Season(100, 10_000)
    for season in (alone, two):
        season.world.advance(5_000)

    assert alone.of(TickAggregated) == two.of(TickAggregated)


def test_a_command_goes_to_the_show_on_air():
    season = Season(100, 10_000)
    season.world.advance(10_005)
    season.send(PinProduct(sku=HERO))

    assert season.of(ProductPinned)[-1].sku == HERO
    assert season.shows.rooms[1].stage.pinned == HERO


def test_a_scheduled_show_goes_on_air_as_planned():
    season = Season(100)
    season.send(ScheduleShow(starts_at=20_000, seconds=900))
    season.world.advance(20_100)

    assert season.of(ShowScheduled)[0].ordinal == 1
    assert season.shows.is_live


@pytest.mark.parametrize(
    ("starts_at", "code"),
    [(1_000, "too_soon"), (12_000, "shows_overlap"), (3 * 86_400, "after_the_end")],
)
def test_a_show_that_does_not_fit_is_refused(starts_at, code):
    assert Season(100, 10_000).refusal(ScheduleShow(starts_at=starts_at, seconds=900)).code == code


def test_no_more_shows_than_the_scenario_allows():
    refused = Season(100, max_shows=1).refusal(ScheduleShow(starts_at=20_000, seconds=900))

    assert (refused.code, refused.facts["limit"]) == ("too_many_shows", 1)


def test_bought_impressions_bring_paid_viewers_for_five_minutes():
    plain, bought = Season(100), Season(100)
    for season in (plain, bought):
        season.world.advance(200)
    bought.shows.buy_impressions(60_000)
    for season in (plain, bought):
        season.world.advance(800)

    assert bought.of(RoomAdsArrived)[0].impressions == 60_000
    assert sum(tick.paid for tick in plain.of(TickAggregated)) == 0
    assert sum(tick.paid for tick in bought.of(TickAggregated)) > 500
    assert bought.of(TickAggregated)[-1].paid == 0
