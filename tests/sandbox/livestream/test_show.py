from sandbox.livestream.commands import EndShow, MakePoint, NotifyFollowers, ReleaseStock, SetRundown
from sandbox.livestream.events import (
    OrderIntended,
    PhaseChanged,
    ProductPinned,
    ShowEnded,
    ShowStarted,
    TickAggregated,
)
from tests.sandbox.livestream.builders import TRAFFIC, a_live_room, a_waiting_room


def test_the_room_goes_on_air_at_its_second():
    studio = a_waiting_room()
    studio.advance(400)

    assert studio.at(ShowStarted) == [300]
    assert studio.at(TickAggregated)[:2] == [305, 310]


def test_a_show_ends_as_planned_with_sums_of_its_ticks():
    studio = a_live_room()
    studio.advance(2000)

    [end] = studio.of(ShowEnded)
    assert (end.reason, studio.at(ShowEnded)) == ("planned", [1800])
    assert end.orders == len(studio.of(OrderIntended)) == studio.total(TickAggregated, "orders")
    assert end.gmv == sum(order.price - order.discount for order in studio.of(OrderIntended))


def test_sums_of_the_show_are_sums_of_its_ticks():
    studio = a_live_room()
    studio.advance(2000)
    end = studio.last(ShowEnded)

    assert end.clicks == studio.total(TickAggregated, "clicks") >= end.orders
    assert end.viewer_seconds == studio.total(TickAggregated, "watch_seconds")
    assert abs(end.gmv_expected - studio.total(TickAggregated, "gmv_expected")) <= 1


def test_viewers_who_came_have_left_or_are_here():
    studio = a_live_room()
    studio.advance(1500)
    sources = ("organic", "follower", "paid", "teaser", "shop", "hunters")
    came = sum(studio.total(TickAggregated, source) for source in sources)

    assert came == studio.total(TickAggregated, "leaves") + studio.last(TickAggregated).online


def test_ending_early_stops_the_ticks():
    studio = a_live_room()
    studio.advance(101)
    studio.operate(EndShow(reason="emergency"))
    studio.advance(500)

    assert studio.last(ShowEnded).reason == "emergency"
    assert studio.at(TickAggregated)[-1] == 100


def test_nothing_is_said_before_and_after_the_show():
    early, late = a_waiting_room(), a_live_room()
    late.advance(2000)

    assert early.refusal(MakePoint(point="demo-1")) == "not_live"
    assert late.refusal(NotifyFollowers()) == "not_live"
    assert late.refusal(EndShow(reason="planned")) == "already_ended"
    assert late.refusal(ReleaseStock(sku=TRAFFIC, units=1)) == "already_ended"


def test_the_rundown_can_be_set_before_the_show():
    studio = a_waiting_room()
    items = studio.scenario.show.rundown[3:5]
    studio.operate(SetRundown(items=items))
    studio.advance(302)

    assert studio.last(ProductPinned).sku == items[0].sku


def test_without_anybody_the_rundown_runs_at_the_autopilots_quality():
    studio = a_live_room()
    studio.advance(1000)

    assert [pinned.sku for pinned in studio.of(ProductPinned)][:3] == ["traffic-1", "hero-1", "hero-2"]
    assert studio.at(ProductPinned)[:3] == [0, 210, 420]
    assert all(phase.automatic for phase in studio.of(PhaseChanged))
    assert {tick.quality_ppm for tick in studio.of(TickAggregated)} == {350_000}
