"""What ads are said to have brought, what they added, and what a country remembers."""

import pytest

from sandbox.market.ads.commands import SetAttribution
from sandbox.market.ads.events import AuctionSettled
from sandbox.market.ads.rows import ads_rows, review_rows
from tests.sandbox.market.ads.builders import Agency

PPM = 1_000_000


def test_a_sale_is_reported_ten_minutes_late():
    agency = Agency()
    one = agency.search()
    agency.days(1)
    agency.ads.note_sale(1, "lamp", "US", "shelf", 2_500, one.id)
    agency.world.advance(agency.world.now + 599)
    early = agency.ads.reported(one).sales
    agency.world.advance(agency.world.now + 1)

    assert (early, agency.ads.reported(one).sales) == (0, 2_500)


def test_a_feed_claims_some_orders_of_people_who_had_only_seen_it():
    agency = Agency()
    one = agency.feed(audience="retargeting", daily_budget=20_000, target_roas_ppm=500_000)
    agency.days(3)
    for order in range(400):
        agency.ads.note_sale(order, "lamp", "US", "shelf", 2_500, "")
    agency.days(0.1)
    claimed = agency.ads.reported(one).orders
    agency.send(SetAttribution(view="click"))

    assert 200 < claimed < 400
    assert agency.ads.reported(one).orders == 0


def test_the_blended_panel_counts_every_sale_of_the_product_there():
    agency = Agency()
    one = agency.search()
    agency.send(SetAttribution(view="blended"))
    for order, (sku, country) in enumerate([("lamp", "US"), ("lamp", "DE"), ("earbuds", "US"), ("lamp", "US")]):
        agency.ads.note_sale(order, sku, country, "shelf", 1_000, "")
    agency.days(0.1)

    assert agency.ads.reported(one).sales == 2_000


def test_what_search_added_is_asked_of_the_shelf_and_not_of_the_platform():
    agency = Agency()
    agency.search(daily_budget=20_000)
    agency.days(5)
    (row,) = review_rows(agency.ads)
    books = agency.ads.books(agency.ads.campaigns()[0])

    assert row.spend == pytest.approx(100_000, abs=20)
    assert books.extra_gmv == pytest.approx(0.8 * books.gmv, rel=0.02)


def test_no_row_of_play_says_what_was_added():
    agency = Agency()
    agency.search()
    agency.feed()
    agency.days(2)
    row = ads_rows(agency.ads, agency.world.now).campaigns[0]

    assert not any("extra" in name or "incremental" in name for name in row.__struct_fields__)


def test_a_row_says_price_share_and_age():
    agency = Agency()
    agency.search(daily_budget=3_000)
    agency.feed()
    agency.days(2.5)
    search, feed = ads_rows(agency.ads, agency.world.now).campaigns

    assert search.cpc is not None
    assert 20 <= search.cpc <= 150
    assert search.creative_strength_ppm is None
    assert feed.creative_strength_ppm == pytest.approx(707_000, rel=0.01)
    assert (feed.creative_age_days, feed.learning, feed.reported_age) == (2, True, 600)


def test_reading_the_table_changes_nothing():
    agency = Agency()
    agency.search()
    agency.feed()
    agency.days(1.3)
    before = agency.exchange.state_digest(), agency.ads.state_digest()
    ads_rows(agency.ads, agency.world.now)
    review_rows(agency.ads)

    assert (agency.exchange.state_digest(), agency.ads.state_digest()) == before


def test_a_country_forgets_seven_tenths_a_day():
    agency = Agency()
    agency.search(daily_budget=30_000, days=1)
    agency.days(1)
    remembered = agency.ads._adstock.spend["US"]
    agency.days(1)

    assert agency.ads._adstock.spend["US"] == remembered * 3 // 10
    assert agency.ads.adstock("DE") == 0


def test_awareness_bends_at_three_hundred_a_day_for_a_thousand_shoppers():
    agency = Agency()
    agency.ads._adstock.spend["US"] = 300_000 * PPM

    assert agency.ads.adstock("US") == 500_000


def test_the_same_secret_gives_the_same_bytes():
    digests = []
    for secret in (7, 7, 8):
        agency = Agency(secret)
        agency.search()
        agency.feed()
        agency.made(kind="teaser", country="US", platform="bazaar", sku="earbuds", days=3)
        agency.days(6)
        digests.append(agency.exchange.state_digest() + agency.ads.state_digest())

    assert digests[0] == digests[1]
    assert digests[0] != digests[2]


def test_the_share_of_orders_with_a_click_is_what_the_slot_brings():
    agency = Agency()
    one = agency.search(daily_budget=20_000)
    agency.days(1)
    assert one.plan is not None
    brought = one.plan.day.orders / agency.shelf.orders_ppm("red", "lamp-us", one.plan.attention_ppm)
    carried = [agency.ads.credit("lamp-us", order) for order in range(3000)]

    assert carried.count(one.id) / 3000 == pytest.approx(brought, abs=0.03)
    assert {agency.ads.credit("earbuds-us", order) for order in range(50)} == {""}


def test_what_the_days_cost_is_what_the_campaign_spent():
    agency = Agency()
    campaigns = [agency.search(daily_budget=7_777), agency.feed(daily_budget=3_333)]
    agency.days(6)

    for one in campaigns:
        assert sum(event.cost for event in agency.of_campaign(AuctionSettled, one)) == one.spent_before()
