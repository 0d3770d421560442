from sandbox.kernel.messages import Seat
from sandbox.livestream.commands import BoostRoom, NotifyFollowers, PostTeaser, StopBoost
from sandbox.livestream.events import TickAggregated
from sandbox.livestream.offer_events import BoostEnded, BoostSpent, BoostStarted, FollowersNotified, TeaserPosted
from tests.sandbox.livestream.builders import HERO, TRAFFIC, Studio, a_live_room, a_waiting_room

BOOST = BoostRoom(amount=6000, minutes=10)


def test_a_boost_is_spent_evenly_and_to_the_last_cent():
    studio = a_live_room()
    studio.send(BOOST, Seat.TRAFFIC)
    studio.advance(700)

    assert {report.spend for report in studio.of(BoostSpent)} == {600}
    assert studio.total(BoostSpent, "spend") + studio.total(BoostEnded, "spent") == 6000
    assert studio.total(TickAggregated, "spend") == 6000


def test_a_boost_buys_impressions_at_the_price_of_a_thousand():
    studio = a_live_room()
    studio.send(BOOST, Seat.TRAFFIC)
    studio.advance(700)
    shown = studio.total(BoostSpent, "impressions") + studio.total(BoostEnded, "impressions")
    entries = studio.total(BoostSpent, "entries") + studio.total(BoostEnded, "entries")

    assert shown == 6000 * 1000 // studio.scenario.show.boost_cpm
    assert entries == studio.total(TickAggregated, "paid")
    assert 0.02 < entries / shown < 0.09


def test_what_is_not_spent_stays_with_the_shop():
    studio = a_live_room()
    studio.send(BOOST, Seat.TRAFFIC)
    studio.advance(301)
    studio.send(StopBoost(), Seat.TRAFFIC)
    spent = studio.total(BoostSpent, "spend") + studio.total(BoostEnded, "spent")
    studio.advance(700)

    assert spent == studio.total(TickAggregated, "spend") == 3000
    assert studio.refusal(StopBoost(), Seat.TRAFFIC) == "no_boost"


def test_more_money_spreads_over_the_new_minutes():
    studio = a_live_room()
    studio.send(BOOST, Seat.TRAFFIC)
    studio.advance(301)
    studio.send(BoostRoom(amount=3000, minutes=5), Seat.TRAFFIC)
    studio.advance(700)

    assert [boost.amount for boost in studio.of(BoostStarted)] == [6000, 6000]
    assert studio.total(TickAggregated, "spend") == 9000


def test_a_boost_needs_its_money():
    studio = a_live_room()
    studio.reads.money = 5999

    assert studio.refusal(BOOST, Seat.TRAFFIC) == "no_cash"


def test_paid_traffic_adds_people_and_replaces_nobody():
    alone, bought = a_live_room(), a_live_room()
    bought.send(BOOST, Seat.TRAFFIC)
    for studio in (alone, bought):
        studio.advance(290)

    kept = len(came(alone) & came(bought)) / len(came(alone))
    assert kept > 0.97
    assert len(came(bought)) > 1.2 * len(came(alone))


def came(studio: Studio) -> set[tuple[int, int, int]]:
    """Everybody who came: source, tick, place in the queue."""
    sources = ("organic", "follower", "paid", "teaser", "shop")
    return {
        (source, tick, place)
        for tick, event in enumerate(studio.of(TickAggregated))
        for source, name in enumerate(sources)
        for place in range(getattr(event, name))
    }


def test_followers_come_when_they_are_told_once():
    told, untold = a_live_room(), a_live_room()
    told.send(NotifyFollowers(), Seat.TRAFFIC)
    for studio in (told, untold):
        studio.advance(900)

    assert told.last(FollowersNotified).followers == 20_000
    assert told.total(TickAggregated, "follower") > 2 * untold.total(TickAggregated, "follower")
    assert told.refusal(NotifyFollowers(), Seat.TRAFFIC) == "already_notified"


def test_a_short_video_is_as_good_as_its_hook():
    studio = a_waiting_room()
    for hook in ("problem", "result", "price", "behind_scenes"):
        studio.send(PostTeaser(sku=HERO, hook=hook), Seat.TRAFFIC)
    scores = [teaser.hook_score_ppm for teaser in studio.of(TeaserPosted)]

    assert max(scores) == studio.last(TeaserPosted).best_score_ppm
    assert min(scores) == studio.last(TeaserPosted).worst_score_ppm
    assert studio.refusal(PostTeaser(sku=TRAFFIC, hook="price"), Seat.TRAFFIC) == "too_many_teasers"


def test_short_videos_lead_to_the_room():
    with_videos, without = a_live_room(), a_live_room()
    for sku in (TRAFFIC, HERO):
        for hook in ("problem", "result"):
            with_videos.send(PostTeaser(sku=sku, hook=hook), Seat.TRAFFIC)
    for studio in (with_videos, without):
        studio.advance(1700)

    assert with_videos.total(TickAggregated, "teaser") > without.total(TickAggregated, "teaser")


def test_a_spike_fills_the_room_for_its_time():
    viral, usual = a_live_room(), a_live_room()
    viral.room.spike(6_000_000, 120)
    for studio in (viral, usual):
        studio.advance(290)
    during, after = ([sum(tick.shows for tick in studio.of(TickAggregated)[part]) for studio in (viral, usual)]
                     for part in (slice(0, 24), slice(25, None)))

    assert during[0] > 5 * during[1]
    assert after[0] < 1.3 * after[1]
