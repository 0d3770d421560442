import pytest

from sandbox.livestream.commands import IssueCoupon, PinProduct, StartFlash
from sandbox.livestream.events import OrderIntended
from sandbox.livestream.offer_events import CouponClosed, CouponIssued, FlashEnded, FlashStarted
from tests.sandbox.livestream.builders import HERO, PROFIT, TRAFFIC, a_live_room, a_talked_room

FLASH = StartFlash(sku=HERO, price=2000, seconds=300)
COUPON = IssueCoupon(sku=HERO, amount=400, minimum=2000, copies=3, seconds=600)


def test_a_flash_price_holds_for_its_minutes():
    studio = a_talked_room()
    studio.operate(FLASH)
    during = studio.room.offers.tag(HERO)
    studio.advance(400)

    assert (during.price, during.to_pay, during.is_flash) == (2000, 2000, True)
    assert studio.room.offers.tag(HERO).price == 2500
    assert (studio.last(FlashStarted).until, studio.at(FlashEnded)) == (301, [305])


@pytest.mark.parametrize(
    ("command", "code"),
    [
        (StartFlash(sku=HERO, price=2500, seconds=60), "not_lower_than_price"),
        (StartFlash(sku=HERO, price=1249, seconds=60), "below_floor_price"),
        (StartFlash(sku="nothing", price=100, seconds=60), "unknown_sku"),
        (IssueCoupon(sku="nothing", amount=100, minimum=0, copies=1, seconds=60), "unknown_sku"),
        (IssueCoupon(sku=HERO, amount=1251, minimum=0, copies=1, seconds=60), "below_floor_price"),
        (IssueCoupon(sku=HERO, amount=100, minimum=2501, copies=1, seconds=60), "below_floor_price"),
        (IssueCoupon(amount=1951, minimum=0, copies=1, seconds=60), "below_floor_price"),
    ],
)
def test_offers_that_may_not_be_are_refused(command, code):
    assert a_talked_room().refusal(command) == code


def test_one_product_has_one_flash_price_and_an_hour_three():
    studio = a_talked_room()
    studio.operate(FLASH)
    again = studio.refusal(StartFlash(sku=HERO, price=1900, seconds=60))
    studio.operate(StartFlash(sku=PROFIT, price=3000, seconds=60))
    studio.operate(StartFlash(sku=TRAFFIC, price=1000, seconds=60))

    assert again == "flash_running"
    assert studio.refusal(StartFlash(sku="profit-2", price=3000, seconds=60)) == "too_many_flash"


def test_a_coupon_counts_on_top_of_a_flash_price_only_above_the_floor():
    studio = a_talked_room()
    studio.operate(COUPON)
    plain = studio.room.offers.tag(HERO)
    studio.operate(StartFlash(sku=HERO, price=1600, seconds=300))

    assert (plain.price, plain.discount) == (2500, 400)
    assert studio.room.offers.tag(HERO).discount == 0


def test_the_best_coupon_is_used_one_an_order():
    studio = a_talked_room()
    studio.operate(COUPON)
    studio.operate(IssueCoupon(amount=500, minimum=1000, copies=1, seconds=600))

    assert studio.room.offers.tag(HERO).discount == 500
    assert studio.room.offers.tag(TRAFFIC).discount == 500


def test_a_coupon_closes_when_its_copies_are_used():
    studio = a_talked_room(quality_ppm=1_000_000, size=10)
    studio.operate(COUPON)
    studio.talk(210, quality_ppm=1_000_000)
    with_coupon = [order for order in studio.of(OrderIntended) if order.coupon]

    assert {order.discount for order in with_coupon} == {400}
    assert len(with_coupon) == studio.last(CouponClosed).used == 3
    assert with_coupon[0].coupon == studio.last(CouponIssued).coupon


def test_an_order_says_what_was_shown_and_what_came_off():
    studio = a_talked_room(size=10)
    studio.operate(FLASH)
    studio.talk(200)

    orders = [order for order in studio.of(OrderIntended) if order.sku == HERO]
    assert orders
    assert {(order.price, order.discount, order.coupon, order.promo) for order in orders} == {(2000, 0, "", True)}


def test_a_lower_price_keeps_the_buyers_and_finds_more():
    dear, cheap = a_talked_room(size=10), a_talked_room(size=10)
    cheap.operate(StartFlash(sku=HERO, price=1300, seconds=300))
    for studio in (dear, cheap):
        studio.talk(300, quality_ppm=1_000_000)

    buyers, more = ({order.viewer for order in studio.of(OrderIntended)} for studio in (dear, cheap))
    assert len(buyers & more) >= 0.8 * len(buyers)
    assert len(more) > 2 * len(buyers) > 0


def test_offers_end_with_the_show():
    studio = a_live_room(seconds=300)
    studio.operate(PinProduct(sku=HERO))
    studio.operate(StartFlash(sku=HERO, price=2000, seconds=900))
    studio.operate(COUPON)
    studio.advance(400)

    assert len(studio.of(FlashEnded)) == len(studio.of(CouponClosed)) == 1
