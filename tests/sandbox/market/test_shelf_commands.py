"""What may be done with shelf listings, and what is refused with the number that would pass."""

from __future__ import annotations

import pytest

from sandbox.kernel.errors import IllegalCommandError
from sandbox.kernel.lesson import Text
from sandbox.kernel.scenario_market import PlatformCampaign, Quote, Supplier
from sandbox.market.commands import (
    ChangeListingPrice,
    CreateListing,
    DelistProduct,
    EnrolCampaign,
    IssueListingCoupon,
    RelistProduct,
    RequestSample,
    SetBundle,
    SetListingPrice,
)
from sandbox.market.events import OrderPlaced, SampleReceived
from sandbox.market.shelf.events import BundleSet, CampaignEnrolled, ListingPriceChanged
from sandbox.market.shelf.listing import coverage, page_quality
from tests.sandbox.harness import DAY, HOUR, a_product
from tests.sandbox.market.street import LAMP, Street, a_listing, a_market, a_season

SALE = PlatformCampaign(id="autumn", name=Text(en="Autumn sale", zh="秋季大促"), platform="bazaar", country="US",
                        deadline_day=2, starts_day=3, days=2, min_discount=150_000)
BOTH = (a_listing(), a_listing(sku="cup", price=1500))
ENROL = EnrolCampaign(campaign="autumn", listing=LAMP, discount_ppm=150_000, units=50)


def on_sale(**changes):
    return Street(a_season(7, a_market(campaigns=(SALE,), listings=BOTH), **changes))


def refused(street, command):
    with pytest.raises(IllegalCommandError) as refusal:
        street.send(command)
    return refusal.value.code


@pytest.mark.parametrize(
    ("command", "code"),
    [
        (CreateListing(sku="kite", platform="bazaar", country="US", language="en", price=2000), "unknown_sku"),
        (CreateListing(sku="cup", platform="livefeed", country="US", language="en", price=1500), "no_account"),
        (CreateListing(sku="cup", platform="bazaar", country="FR", language="fr", price=1500), "no_account"),
        (CreateListing(sku="lamp", platform="bazaar", country="US", language="en", price=2000), "already_listed"),
        (CreateListing(sku="lamp", platform="seamart", country="US", language="en", price=1600), "below_floor_price"),
        (CreateListing(sku="lamp", platform="seamart", country="US", language="en", price=9000), "price_out_of_range"),
        (CreateListing(sku="lamp", platform="seamart", country="US", language="en", price=2000, points=("flies",)),
         "unknown_point"),
        (SetListingPrice(listing="bazaar-us-kite", price=2000), "unknown_listing"),
        (SetListingPrice(listing=LAMP, price=2500), "price_unchanged"),
        (SetListingPrice(listing=LAMP, price=2400, struck=2400), "struck_not_above"),
        (ChangeListingPrice(listing=LAMP, change_ppm=-500_000), "below_floor_price"),
        (IssueListingCoupon(listing=LAMP, amount=1251, copies=10, hours=24), "coupon_too_large"),
        (IssueListingCoupon(listing=LAMP, amount=100, minimum=2501, copies=10, hours=24), "coupon_out_of_reach"),
        (EnrolCampaign(campaign="spring", listing=LAMP, discount_ppm=200_000, units=1), "unknown_campaign"),
        (EnrolCampaign(campaign="autumn", listing=LAMP, discount_ppm=149_999, units=1), "discount_too_small"),
        (EnrolCampaign(campaign="autumn", listing=LAMP, discount_ppm=150_000, units=1_000_001), "not_enough_stock"),
        (SetBundle(skus=("lamp", "kite"), price=3000), "unknown_sku"),
        (SetBundle(skus=("lamp", "cup"), price=4001), "bundle_price"),
        (DelistProduct(sku="cup", listing=LAMP), "wrong_product"),
        (RelistProduct(sku="lamp", listing=LAMP), "already_on_sale"),
    ],
)
def test_what_a_shelf_does_not_allow_is_refused_and_changes_nothing(command, code):
    street = on_sale()
    before = street.shop.state_digest()

    assert refused(street, command) == code
    assert street.shop.state_digest() == before


def test_a_price_changes_once_an_hour():
    street = Street()
    street.send(SetListingPrice(listing=LAMP, price=2400))
    street.world.advance(HOUR - 1)
    assert refused(street, SetListingPrice(listing=LAMP, price=2300)) == "price_too_soon"
    street.world.advance(HOUR)

    street.send(SetListingPrice(listing=LAMP, price=2300))

    assert [event.new for event in street.world.of(ListingPriceChanged)] == [2400, 2300]


def test_a_coupon_lowers_the_price_for_as_many_as_there_are():
    street = Street(a_season(2))
    street.send(IssueListingCoupon(listing=LAMP, amount=500, copies=5, hours=48))
    street.play(2)

    prices = [order.price for order in street.world.of(OrderPlaced)]
    assert prices[:5] == [2000] * 5
    assert set(prices[5:]) == {2500}


def test_a_sale_binds_the_price_and_brings_its_discount_on_its_days():
    street = on_sale()
    street.send(ENROL)
    assert refused(street, SetListingPrice(listing=LAMP, price=2400)) == "price_locked"
    assert refused(street, ENROL) == "already_enrolled"
    street.play(5)

    inside = [order for order in street.shop.orders() if order.listing == LAMP and order.placed_at >= 3 * DAY]
    assert {order.price for order in inside[:50]} == {2125}
    assert {order.campaign for order in inside[:50]} == {"autumn"}
    assert street.world.of(CampaignEnrolled)[0].starts == 3 * DAY


def test_a_sale_is_closed_after_its_deadline():
    street = on_sale().play(2)

    assert refused(street, ENROL) == "campaign_closed"


def test_a_bundle_stands_where_its_parts_stand_and_is_delivered_as_its_parts():
    street = on_sale()
    street.send(SetBundle(skus=("lamp", "cup"), price=3400))
    street.play(7)

    [made] = street.world.of(BundleSet)
    assert made.listings == (f"bazaar-us-{made.bundle}",)
    assert street.shop.parts(made.bundle) == (("lamp", 1), ("cup", 1))
    sold = [order for order in street.shop.orders() if order.sku == made.bundle]
    assert sold
    assert {order.price for order in sold} == {3400}


def test_a_bundle_is_there_while_all_its_parts_are():
    street = on_sale()
    street.send(SetBundle(skus=("lamp", "cup"), price=3400))
    street.play(2)
    bundle = street.stall.by_id[street.world.of(BundleSet)[0].listings[0]]
    street.answers[""].units["cup"] = 0

    assert street.stall.stock(bundle) == 0


def test_products_that_share_no_shelf_make_no_bundle():
    street = Street()

    assert refused(street, SetBundle(skus=("lamp", "cup"), price=3400)) == "no_common_shelf"


def test_a_product_off_sale_is_off_every_shelf():
    street = Street()
    street.send(DelistProduct(sku="lamp"))

    assert street.stall.stock(street.stall.by_id[LAMP]) == 0
    assert street.play(1).bought() == []


def test_a_page_is_better_in_the_language_with_every_true_point_and_without_false_ones():
    lamp = a_product()

    best, foreign = page_quality(lamp, ("five-levels", "ce-mark"), True), page_quality(lamp, ("five-levels",), False)
    false = page_quality(lamp, ("five-levels", "ce-mark", "heals"), True)
    assert best == (1_000_000, 0)
    assert foreign[0] < best[0] > false[0]
    assert false[1] > 0


@pytest.mark.parametrize(
    ("words", "covered"), [((), 0), (("led",), 333_333), (("led", "usb", "desk"), 1_000_000), (("kite",), 0)]
)
def test_search_words_cover_what_they_hit(words, covered):
    assert coverage(words, ("led", "usb", "desk")) == covered


def test_a_sample_of_one_supplier_tells_about_that_suppliers_goods():
    supplier = Supplier(id="ningbo", name=Text(en="Ningbo", zh="宁波"),
                        quotes=(Quote(sku="lamp", unit_cost=600, quality=300_000, defect=20_000),))
    street = Street(a_season(1, a_market(suppliers=(supplier,))))
    street.send(RequestSample(sku="lamp", supplier="ningbo"))

    [sample] = street.world.of(SampleReceived)
    assert abs(sample.quality_ppm - 300_000) <= 100_000
    assert refused(street, RequestSample(sku="lamp", supplier="yiwu")) == "unknown_supplier"
    assert refused(street, RequestSample(sku="lamp", supplier="ningbo")) == "already_sampled"
