from sandbox.livestream.commands import StartLuckyBag
from sandbox.livestream.events import TickAggregated
from sandbox.livestream.offer_events import LuckyBagDrawn, LuckyBagStarted
from tests.sandbox.livestream.builders import a_live_room

BAG = StartLuckyBag(prizes=5, seconds=300)


def test_a_bag_brings_hunters_who_leave_after_the_draw():
    studio = a_live_room()
    studio.advance(301)
    studio.operate(BAG)
    studio.advance(1000)

    ticks = list(zip(studio.at(TickAggregated), studio.of(TickAggregated), strict=True))
    assert sum(tick.hunters for at, tick in ticks if at <= 300 or at > 610) == 0
    assert sum(tick.hunters for at, tick in ticks if 300 < at <= 605) > 30
    assert studio.at(LuckyBagDrawn) == [605]


def test_its_prizes_are_paid_when_it_opens():
    studio = a_live_room()
    studio.operate(BAG)

    assert studio.last(LuckyBagStarted).cost == 5 * studio.scenario.show.lucky_bag_cost
    studio.reads.money = 100
    assert studio.refusal(StartLuckyBag(prizes=1, seconds=180)) == "bag_running"
    studio.advance(400)
    assert studio.refusal(StartLuckyBag(prizes=1, seconds=180)) == "no_cash"


def test_an_hour_has_three_bags():
    studio = a_live_room()
    for second in (1, 201, 401):
        studio.advance(second)
        studio.operate(StartLuckyBag(prizes=1, seconds=180))
    studio.advance(601)

    assert studio.refusal(BAG) == "too_many_bags"


def test_each_bag_holds_less_than_the_one_before():
    studio = a_live_room()
    studio.operate(BAG)
    first = studio.room.bags.pull
    studio.advance(400)
    studio.operate(BAG)

    assert first == 1.0
    assert 0.6 < studio.room.bags.pull < 1.0


def test_everybody_but_scrollers_takes_part():
    studio = a_live_room()
    studio.operate(BAG)
    studio.advance(310)

    assert 0 < studio.last(LuckyBagDrawn).participants <= max(tick.online for tick in studio.of(TickAggregated))
