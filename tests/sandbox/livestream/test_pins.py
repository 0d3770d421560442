import msgspec

from sandbox.kernel.messages import Seat
from sandbox.livestream.commands import CuePhase, MakePoint, PinProduct, SetRundown, SpeakPhase, UnpinProduct
from sandbox.livestream.events import (
    CueGiven,
    PhaseChanged,
    PitchClosed,
    ProductPinned,
    ProductUnpinned,
    RundownChanged,
    SegmentStarted,
    TickAggregated,
)
from tests.sandbox.livestream.builders import HERO, POLICY, PROFIT, TRAFFIC, a_live_room, a_talked_room


def test_pinning_replaces_the_product_on_screen():
    studio = a_live_room()
    studio.advance(31)
    studio.operate(PinProduct(sku=HERO))

    pinned = studio.last(ProductPinned)
    assert (pinned.sku, pinned.by_rundown) == (HERO, False)
    assert studio.last(PitchClosed).sku == TRAFFIC
    assert studio.last(PitchClosed).seconds == 31


def test_pins_that_cannot_be_are_refused():
    studio = a_live_room()
    studio.reads.off_sale.append(PROFIT)

    assert studio.refusal(PinProduct(sku="nothing")) == "unknown_sku"
    assert studio.refusal(PinProduct(sku=PROFIT)) == "not_on_sale"
    assert studio.refusal(PinProduct(sku=TRAFFIC)) == "already_pinned"


def test_only_products_of_the_rundown_are_pinned():
    studio = a_live_room()
    studio.operate(SetRundown(items=studio.scenario.show.rundown[:2]))

    assert studio.last(RundownChanged).items == studio.scenario.show.rundown[:2]
    assert studio.refusal(PinProduct(sku=PROFIT)) == "not_in_rundown"


def test_nothing_is_clicked_while_nothing_is_pinned():
    studio = a_live_room()
    studio.operate(UnpinProduct())
    studio.advance(170)

    assert studio.last(ProductUnpinned).sku == TRAFFIC
    assert studio.total(TickAggregated, "clicks") == 0
    assert studio.refusal(UnpinProduct()) == "nothing_pinned"
    assert studio.refusal(MakePoint(point="demo-1")) == "nothing_pinned"


def test_a_busy_operator_is_not_overruled_by_the_rundown():
    studio = a_live_room()
    for second in range(1, 600, 120):
        studio.advance(second)
        studio.operate(CuePhase(cue="slow_down"))
    studio.advance(600)

    assert len(studio.of(ProductPinned)) == 1
    assert len(studio.of(CueGiven)) == 5


def test_a_silent_operator_is():
    studio = a_live_room()
    studio.operate(CuePhase(cue="slow_down"))
    studio.advance(400)

    assert studio.at(ProductPinned) == [0, 210]


def test_a_segment_knows_when_it_was_planned():
    studio = a_live_room()
    studio.advance(101)
    studio.operate(PinProduct(sku=HERO))
    studio.advance(400)

    planned = [(segment.sku, segment.planned_s, segment.actual_s) for segment in studio.of(SegmentStarted)]
    assert planned[:3] == [(TRAFFIC, 0, 0), (HERO, 210, 101), ("hero-2", 420, 315)]


def test_a_jump_counts_from_where_the_show_is():
    studio = a_live_room()
    studio.advance(100)
    studio.operate(PinProduct(sku=PROFIT))
    studio.advance(320)

    jump, after = studio.of(SegmentStarted)[1:3]
    assert (jump.planned_s, jump.actual_s) == (840, 100)
    assert after.planned_s == 310


def test_a_speaking_anchor_keeps_the_phase():
    studio = a_live_room()
    for second in range(1, 170, 40):
        studio.advance(second)
        studio.send(SpeakPhase(phase="demo"))
    studio.advance(180)

    phases = [phase for phase in studio.of(PhaseChanged) if not phase.automatic]
    assert {phase.phase for phase in phases} == {"demo"}
    assert studio.room.stage.phase == "demo"


def test_after_ninety_silent_seconds_the_phases_run_again():
    studio = a_live_room()
    studio.send(SpeakPhase(phase="hook"))
    studio.advance(120)

    automatic = [second for second, phase in zip(studio.at(PhaseChanged), studio.of(PhaseChanged), strict=True)
                 if phase.automatic]
    assert automatic[0] == 0
    assert 91 <= automatic[1] <= 100


def test_a_pitch_reports_what_was_planned_said_and_brought():
    studio = a_talked_room(quality_ppm=500_000)
    studio.send(MakePoint(point="hook-1"), subject=POLICY)
    studio.send(MakePoint(point="demo-1"), subject=POLICY)
    for second in range(50, 200, 50):
        studio.advance(second)
        studio.send(SpeakPhase(phase="demo", talk_quality_ppm=500_000), subject=POLICY)
    studio.advance(201)
    studio.operate(UnpinProduct())

    pitch = studio.last(PitchClosed)
    assert (pitch.points_planned, pitch.points_made, pitch.points_false, pitch.quality_ppm) == (5, 2, 0, 500_000)
    assert pitch.clicks >= pitch.orders


def test_a_pitch_at_half_quality_expects_of_itself_what_it_expects():
    studio = a_talked_room(quality_ppm=500_000)
    for second in range(50, 200, 50):
        studio.advance(second)
        studio.send(SpeakPhase(phase="demo", talk_quality_ppm=500_000), subject=POLICY)
    studio.advance(201)
    studio.operate(UnpinProduct())

    on_air = [tick for tick, at in zip(studio.of(TickAggregated), studio.at(TickAggregated), strict=True) if at <= 200]
    assert studio.last(PitchClosed).orders_expected_ppm == sum(tick.orders_expected_ppm for tick in on_air)


def test_a_rundown_of_something_off_sale_is_refused():
    studio = a_live_room()
    studio.reads.off_sale.append(PROFIT)
    unknown = msgspec.structs.replace(studio.scenario.show.rundown[0], sku="nothing")

    assert studio.refusal(SetRundown(items=studio.scenario.show.rundown), Seat.OPERATIONS) == "not_on_sale"
    assert studio.refusal(SetRundown(items=(unknown,)), Seat.OPERATIONS) == "unknown_sku"


def test_a_product_taken_off_sale_leaves_the_screen():
    studio = a_live_room()
    studio.reads.off_sale.append(TRAFFIC)
    studio.room.product_off_sale(TRAFFIC)
    studio.advance(12)

    assert studio.last(ProductUnpinned).sku == TRAFFIC
    assert studio.last(ProductPinned).sku == HERO
