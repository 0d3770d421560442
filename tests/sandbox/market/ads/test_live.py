"""Live campaigns buy impressions of the room while it is on."""

import pytest

from sandbox.kernel.errors import IllegalCommandError
from sandbox.market.ads.campaign import Campaign
from sandbox.market.ads.commands import PauseCampaign, UploadCreative
from sandbox.market.ads.events import RoomAdsBought
from sandbox.market.ads.reads import RoomNow
from tests.sandbox.market.ads.builders import Agency

PPM = 1_000_000


def a_live_campaign(agency: Agency, **changes: object) -> Campaign:
    told = {"kind": "live", "country": "US", "platform": "livefeed", "bid": 3_000, "daily_budget": 30_000, "days": 7}
    return agency.made(**{**told, **changes})


def on_air(agency: Agency, gmv_per_view: int = 16_000) -> None:
    """Two hours of a room in which a view is worth .16 and one impression in twenty-three becomes a view."""
    agency.reads["red"].now_live = RoomNow(until=agency.world.now + 7200, cpm=600, entry_ppm=44_000,
                                           gmv_per_view=gmv_per_view)
    agency.ads.show_started(0)


def test_nothing_is_bought_before_a_show():
    agency = Agency()
    a_live_campaign(agency)
    agency.days(2)

    assert agency.world.of(RoomAdsBought) == []


def test_a_budget_is_spread_over_the_show_in_steps_of_five_minutes():
    agency = Agency()
    a_live_campaign(agency)
    on_air(agency)
    agency.world.advance(7200)
    bought = agency.world.of(RoomAdsBought)

    assert len(bought) == 24
    assert max(event.cost for event in bought) - min(event.cost for event in bought) <= 100
    assert sum(event.cost for event in bought) == pytest.approx(30_000, abs=30)


def test_buying_ends_with_the_show():
    agency = Agency()
    a_live_campaign(agency)
    on_air(agency)
    agency.world.advance(1000)
    agency.reads["red"].now_live = None
    agency.days(1)

    assert len(agency.world.of(RoomAdsBought)) == 4


def test_a_target_buys_more_in_a_room_that_sells():
    spent = []
    for gmv in (4_000, 16_000, 40_000):
        agency = Agency()
        one = a_live_campaign(agency, bid=0, target_roas_ppm=2_000_000)
        on_air(agency, gmv)
        agency.days(0.5)
        spent.append(agency.ads.books(one).spend)

    assert spent == sorted(spent)
    assert spent[0] < spent[-1]


def test_direct_sales_come_to_between_one_and_two_of_spend():
    agency = Agency()
    one = a_live_campaign(agency)
    on_air(agency)
    agency.days(0.5)
    books = agency.ads.books(one)

    assert 1.0 < books.gmv / books.spend < 2.0


def test_a_paused_campaign_buys_no_more():
    agency = Agency()
    one = a_live_campaign(agency)
    on_air(agency)
    agency.world.advance(1000)
    agency.send(PauseCampaign(campaign=one.id))
    agency.days(0.2)

    assert len(agency.world.of(RoomAdsBought)) == 4


def test_the_room_s_every_sale_is_reported_for_it():
    agency = Agency()
    one = a_live_campaign(agency)
    on_air(agency)
    agency.ads.note_sale(1, "lamp", "US", "live", 2_500, "")
    agency.ads.note_sale(2, "earbuds", "DE", "live", 1_500, "")
    agency.world.advance(700)

    assert agency.ads.reported(one).sales == 4_000


def test_a_live_creative_may_show_points_of_the_first_product_only():
    agency = Agency()
    one = a_live_campaign(agency)

    with pytest.raises(IllegalCommandError, match="expected points of lamp"):
        agency.send(UploadCreative(campaign=one.id, hook="price", claims=("nothing",)))
