"""Scenes, demonstrations, stated prices, disclosure, the second host."""

from __future__ import annotations

import msgspec
import pytest

from sandbox.kernel.scenario import SceneChoice
from sandbox.livestream.commands import DiscloseAd, HandOver, SetScene, ShowDemo, StatePrice
from sandbox.livestream.craft_events import AdDisclosed, DemoShown, PriceStated, SceneChanged
from sandbox.livestream.equations import UNDERSTANDING
from sandbox.livestream.events import TickAggregated
from tests.sandbox.livestream.builders import Studio, a_live_room, a_scenario, a_talked_room

SCENES = (SceneChoice(id="studio", quality=500_000, cost=0), SceneChoice(id="orchard", quality=800_000, cost=2_000))


def a_room_with(**changes):
    scenario = a_scenario()
    return Studio(msgspec.structs.replace(scenario, show=msgspec.structs.replace(scenario.show, **changes)))


def understanding(studio):
    return float(studio.room.stage.crowd.mood["persuasion"][UNDERSTANDING])


def test_a_better_scene_costs_money_and_draws_more_people_in():
    plain, orchard = a_room_with(scenes=SCENES), a_room_with(scenes=SCENES)
    orchard.operate(SetScene(scene="orchard"))
    for studio in (plain, orchard):
        studio.advance(900)

    assert orchard.last(SceneChanged).cost == 2_000
    assert orchard.total(TickAggregated, "organic") > plain.total(TickAggregated, "organic")


def test_a_scene_changes_at_most_once_in_ten_minutes():
    studio = a_room_with(scenes=SCENES)
    studio.operate(SetScene(scene="orchard"))
    studio.advance(500)

    assert studio.refusal(SetScene(scene="studio")) == "too_soon"


def test_a_scene_the_show_does_not_have_is_refused():
    assert a_live_room().refusal(SetScene(scene="orchard")) == "unknown_scene"


def test_a_demonstration_explains_once_in_a_pitch():
    studio = a_talked_room()
    before = understanding(studio)
    studio.send(ShowDemo(action="compare"))

    assert understanding(studio) == pytest.approx(before + 0.08 * (1 - before))
    assert studio.last(DemoShown).action == "compare"
    assert studio.refusal(ShowDemo(action="compare")) == "shown_already"


def test_nothing_can_be_shown_that_is_not_at_hand():
    studio = a_talked_room()
    studio.reads.sample_at_hand = lambda sku: False

    assert studio.refusal(ShowDemo(action="use")) == "no_sample"


def test_the_price_a_viewer_pays_may_be_said():
    studio = a_talked_room()
    studio.send(StatePrice(price=2500))

    assert studio.last(PriceStated).honest
    assert not studio.room.compliance.claims


def test_a_price_nobody_pays_is_a_false_discount():
    studio = a_talked_room()
    studio.send(StatePrice(price=1900))

    assert [claim.tag for claim in studio.room.compliance.claims] == ["false_discount"]


def test_silence_about_the_ad_is_a_claim_after_half_an_hour_where_the_platform_asks():
    quiet = a_room_with(must_disclose=True, seconds=3600)
    honest = a_room_with(must_disclose=True, seconds=3600)
    for studio, until in ((quiet, 1900), (honest, 1000)):
        studio.advance(until)
    honest.send(DiscloseAd())
    honest.advance(1900)

    assert [claim.tag for claim in quiet.room.compliance.claims] == ["undisclosed_ad"]
    assert not honest.room.compliance.claims
    assert honest.last(AdDisclosed).until == 1000 + 1800


def test_a_voice_tires_after_two_hours_and_a_second_host_is_fresh():
    studio = a_room_with(co_anchors=1, seconds=14_400)
    studio.talk(7_300)
    rested_from = studio.room.anchor.quality()
    studio.advance(10_800)
    studio.talk(10_820)
    tired = studio.room.anchor.quality()
    studio.send(HandOver())

    assert rested_from - tired == pytest.approx(50_000, abs=3_000)
    assert studio.room.anchor.quality() == 600_000


def test_nobody_can_hand_over_alone():
    studio = a_live_room()

    assert studio.refusal(HandOver()) == "no_co_anchor"
