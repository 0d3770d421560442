from sandbox.livestream.commands import PinProduct, ReleaseStock
from sandbox.livestream.events import CommentPosted, OrderIntended, TickAggregated
from sandbox.livestream.offer_events import ClickLost, SoldOut, StockReleased
from tests.sandbox.livestream.builders import HERO, TRAFFIC, a_live_room, a_talked_room


def a_room_that_sells_out():
    """Three hero units, a large audience, a brilliant anchor."""
    studio = a_live_room(size=10)
    studio.room.shelf.visible[HERO] = 3
    studio.reads.units[HERO] = 3
    studio.operate(PinProduct(sku=HERO))
    studio.talk(200, quality_ppm=1_000_000)
    return studio


def test_a_room_never_sells_more_than_it_shows():
    studio = a_room_that_sells_out()

    assert len([order for order in studio.of(OrderIntended) if order.sku == HERO]) == 3
    assert studio.room.visible(HERO) == 0
    assert [event.sku for event in studio.of(SoldOut)] == [HERO]


def test_clicks_on_what_is_sold_out_are_lost_and_complained_about():
    studio = a_room_that_sells_out()
    complaints = [comment for comment in studio.of(CommentPosted) if comment.kind == "sold_out"]

    assert len(studio.of(ClickLost)) == len(complaints) > 5
    assert studio.at(ClickLost)[0] >= studio.at(SoldOut)[0]


def test_lost_clicks_take_energy_from_the_room():
    sold_out, plenty = a_talked_room(), a_talked_room()
    sold_out.room.shelf.visible[HERO] = 0
    for studio in (sold_out, plenty):
        studio.advance(150)

    assert sold_out.last(TickAggregated).energy_ppm < plenty.last(TickAggregated).energy_ppm


def test_stock_is_released_up_to_what_the_shop_has():
    studio = a_live_room()
    studio.operate(ReleaseStock(sku=TRAFFIC, units=30))

    assert studio.last(StockReleased).visible == 40
    assert studio.refusal(ReleaseStock(sku=TRAFFIC, units=1)) == "no_stock"


def test_the_shelf_follows_the_warehouse_down():
    studio = a_live_room()
    studio.reads.units[TRAFFIC] = 4
    studio.room.availability_changed(TRAFFIC)
    few = studio.room.visible(TRAFFIC)
    studio.reads.units[TRAFFIC] = 0
    studio.room.availability_changed(TRAFFIC)

    assert (few, studio.room.visible(TRAFFIC)) == (4, 0)
    assert [event.sku for event in studio.of(SoldOut)] == [TRAFFIC]


def test_an_unpaid_unit_comes_back():
    studio = a_live_room()
    studio.room.shelf.take(TRAFFIC, 10)
    studio.room.restore_unit(TRAFFIC)

    assert studio.room.visible(TRAFFIC) == 1
