"""Commands about campaigns: what is accepted, and what a refusal teaches."""

from typing import Any

import pytest

from sandbox.kernel.errors import IllegalCommandError
from sandbox.market.ads.commands import (
    PauseCampaign,
    ResumeCampaign,
    SetAttribution,
    SetBid,
    SetBudget,
    UploadCreative,
)
from sandbox.market.ads.events import (
    AdVisitors,
    CampaignCreated,
    CampaignEnded,
    CampaignStopped,
    CreativeReviewed,
    CreativeUploaded,
)
from sandbox.market.ads.rows import ads_rows
from tests.sandbox.harness import DAY, HOUR, a_scenario
from tests.sandbox.market.ads.builders import Agency

SEARCH: dict[str, Any] = {"kind": "search", "country": "US", "platform": "bazaar", "sku": "lamp", "bid": 150,
                          "keywords": ("lamp",), "daily_budget": 5_000}
FEED: dict[str, Any] = {"kind": "feed", "country": "US", "platform": "bazaar", "sku": "lamp", "bid": 900,
                        "daily_budget": 5_000}
TEASER: dict[str, Any] = {"kind": "teaser", "country": "US", "platform": "bazaar", "sku": "lamp"}


def refusal(agency: Agency, **told: Any) -> IllegalCommandError:
    with pytest.raises(IllegalCommandError) as caught:
        agency.made(**told)
    return caught.value


@pytest.mark.parametrize(("changes", "code"), [
    ({"platform": "livefeed"}, "no_account"),
    ({"sku": "boat"}, "unknown_sku"),
    ({"country": "DE", "platform": "seamart", "sku": "earbuds"}, "no_listing"),
    ({"bid": 0}, "bid_or_target"),
    ({"target_roas_ppm": 2_000_000}, "bid_or_target"),
    ({"bid": 19}, "bid_below_reserve"),
    ({"keywords": ()}, "keywords_missing"),
    ({"daily_budget": 499}, "budget_too_small"),
    ({"daily_budget": 2_500_001}, "no_deposit"),
])
def test_a_search_campaign_that_breaks_a_rule_is_refused(changes, code):
    assert refusal(Agency(), **{**SEARCH, **changes}).code == code


@pytest.mark.parametrize(("told", "code"), [
    ({**FEED, "target_roas_ppm": 2_000_000}, "bid_or_target"),
    ({**FEED, "keywords": ("lamp",)}, "keywords_unused"),
    ({**TEASER, "bid": 5}, "bid_or_target"),
    ({**TEASER, "daily_budget": 500}, "teaser_has_no_budget"),
])
def test_other_kinds_have_rules_of_their_own(told, code):
    assert refusal(Agency(), **told).code == code


def test_a_refusal_says_what_would_pass():
    error = refusal(Agency(), **{**SEARCH, "daily_budget": 100})

    assert error.facts["least"] == 500
    assert "expected at least 500 a day in US, got 100" in error.message


def test_all_running_budgets_count_for_the_deposit():
    agency = Agency()
    agency.reads["red"].money = 25_000
    agency.feed(daily_budget=10_000)

    assert refusal(agency, **SEARCH).facts["need"] == 30_000


def test_a_scenario_without_a_shelf_has_no_campaigns():
    assert refusal(Agency(scenario=a_scenario()), **SEARCH).code == "no_market"


def test_the_same_thing_is_not_advertised_twice():
    agency = Agency()
    agency.search()

    assert refusal(agency, **SEARCH).code == "already_advertised"


def test_a_campaign_says_how_many_of_its_words_are_the_category_s():
    agency = Agency()
    agency.search(keywords=("lamp", "shoes", "led"))

    assert [event.relevant for event in agency.world.of(CampaignCreated)] == [2]


def test_a_paused_campaign_spends_nothing_until_it_is_resumed():
    agency = Agency()
    one = agency.search()
    agency.days(1)
    agency.send(PauseCampaign(campaign=one.id))
    agency.days(1)
    paused = agency.ads.books(one).spend
    agency.days(1)
    still = agency.ads.books(one).spend
    agency.send(ResumeCampaign(campaign=one.id))
    agency.days(1)

    assert paused == still
    assert agency.ads.books(one).spend > still


def test_pausing_twice_and_resuming_what_runs_are_refused():
    agency = Agency()
    one = agency.search()

    with pytest.raises(IllegalCommandError, match="runs"):
        agency.send(ResumeCampaign(campaign=one.id))
    agency.send(PauseCampaign(campaign=one.id))
    with pytest.raises(IllegalCommandError, match="paused"):
        agency.send(PauseCampaign(campaign=one.id))


def test_a_campaign_ends_with_its_last_day():
    agency = Agency()
    one = agency.search(days=2)
    agency.days(4)
    (ended,) = agency.of_campaign(CampaignEnded, one)

    assert (ended.reason, ended.spend) == ("days_over", one.spent())
    with pytest.raises(IllegalCommandError, match="is over"):
        agency.send(SetBudget(campaign=one.id, daily_budget=900))


def test_the_season_ends_every_campaign():
    agency = Agency()
    one = agency.search(days=60)
    agency.days(20)

    assert [event.reason for event in agency.of_campaign(CampaignEnded, one)] == ["season_over"]


def test_a_campaign_of_another_team_is_unknown():
    agency = Agency(teams=("red", "blue"))
    agency.search("red")
    agency.feed("blue")

    with pytest.raises(IllegalCommandError) as caught:
        agency.send(SetBid(campaign=agency.of["blue"].campaigns()[0].id, bid=200), "red")
    assert caught.value.code == "unknown_campaign"


def test_the_platform_stops_campaigns_of_a_shop_without_money():
    agency = Agency()
    one = agency.search()
    agency.days(0.5)
    agency.reads["red"].money = 100
    agency.days(2)

    assert one.status == "stopped"
    assert len(agency.of_campaign(CampaignStopped, one)) == 1


def test_a_creative_waits_half_a_day_for_its_review():
    agency = Agency()
    one = agency.feed()
    agency.send(UploadCreative(campaign=one.id, hook="price"))
    ready = agency.world.of(CreativeUploaded)[0].ready_at
    agency.days(1)

    assert ready == 12 * HOUR
    assert agency.world.at(CreativeReviewed) == [ready]
    assert one.creative.since == ready


def test_a_forbidden_claim_is_sent_back_with_its_class():
    agency = Agency()
    one = agency.feed()
    agency.send(UploadCreative(campaign=one.id, hook="price", claims=("heals",)))
    agency.days(1)
    (review,) = agency.of_campaign(CreativeReviewed, one)

    assert (review.approved, review.tag) == (False, "medical")
    assert one.creative.hook == ""


@pytest.mark.parametrize(("claims", "code"), [(("invented",), "unknown_point"), ((), "review_pending")])
def test_a_creative_names_real_points_and_waits_its_turn(claims, code):
    agency = Agency()
    one = agency.feed()
    if not claims:
        agency.send(UploadCreative(campaign=one.id, hook="result"))

    with pytest.raises(IllegalCommandError) as caught:
        agency.send(UploadCreative(campaign=one.id, hook="price", claims=claims))
    assert caught.value.code == code


def test_search_shows_the_listing_and_takes_no_creative():
    agency = Agency()
    one = agency.search()

    with pytest.raises(IllegalCommandError, match="the listing itself"):
        agency.send(UploadCreative(campaign=one.id, hook="price"))


def test_a_short_video_costs_its_making_and_brings_most_people_first():
    agency = Agency()
    one = agency.made(**{**TEASER, "days": 5})
    agency.days(5)
    visitors = [event.expected_orders_ppm for event in agency.of_campaign(AdVisitors, one)]

    assert agency.world.of(CampaignCreated)[0].cost == 1_500
    assert visitors == sorted(visitors, reverse=True)
    assert one.spent() == 0


def test_three_short_videos_a_day_are_enough_for_one_country():
    agency = Agency()
    for _ in range(3):
        agency.made(**TEASER)
    error = refusal(agency, **TEASER)
    agency.days(1)
    agency.made(**TEASER)

    assert (error.code, error.facts["free_at"]) == ("too_many_videos", DAY)


def test_the_panel_counts_as_it_is_told_and_never_the_truth_during_play():
    agency = Agency()
    agency.send(SetAttribution(view="click"))

    assert ads_rows(agency.ads, 0).attribution == "click"
    with pytest.raises(IllegalCommandError) as caught:
        agency.send(SetAttribution(view="incremental"))
    assert caught.value.code == "not_before_review"


def test_a_show_on_the_first_day_leaves_campaigns_their_whole_days():
    agency = Agency()
    agency.days(0.5)
    one = agency.search(days=1)

    assert one.ends == DAY
