"""The feed tells each seat what it may act on, and nothing that opens only in the review."""

from __future__ import annotations

from sandbox.kernel.messages import PLAYER_SEATS, Event, EventEnvelope, messages_of
from sandbox.market.ads.events import AuctionSettled, CreativeReviewed
from sandbox.market.events import OrderPlaced
from sandbox.payments.events import FraudWaveStarted
from sandbox.roles.feed import FEED, feed_line
from tests.grading.builders import filled
from web.wire import EVENTS

HIDDEN = {
    "because", "expected_orders_ppm", "orders_exp", "gmv_exp", "false_claims", "honest", "correct", "helped",
    "satisfied", "unresolved", "expected_ppm", "best_price", "unit_margin", "contribution", "late_share_ppm",
    "inflate_ppm", "creative_ppm", "false_points", "content_ppm", "words_ppm", "defect", "price_true", "quality",
}
NOT_TOLD = {
    "livestream.tick", "livestream.rundown_changed", "livestream.segment_started", "livestream.phase_changed",
    "livestream.point_made", "livestream.speech_tagged", "livestream.intensity_changed", "livestream.comment_posted",
    "livestream.comment_answered", "livestream.scarcity_claimed", "livestream.action_called", "livestream.call_closed",
    "livestream.order_intended", "livestream.boost_spent", "livestream.click_lost", "logistics.stock_reserved",
    "logistics.stock_freed", "logistics.order_packed", "logistics.export_declared", "logistics.line_haul_departed",
    "logistics.import_declared", "logistics.carrier_charged", "payments.authorised", "payments.ledger_posted",
    "service.auto_acknowledged", "service.reply_sent", "service.ticket_classified", "run.alert_raised",
    "run.alert_closed",
}
"""Steps and numbers that the views show, or that only the review opens."""


def line(event: Event, seat: str) -> dict | None:
    return feed_line(EventEnvelope(seq=1, at=5, type=event.type, data=event, seat="", subject="", cause=0), seat)


def test_every_event_is_told_to_somebody_or_kept_back_on_purpose():
    everything = {name for module in EVENTS for name in messages_of(module, Event)}

    assert everything - set(FEED) == NOT_TOLD


def test_every_listed_field_is_one_of_the_event():
    kinds = {name: kind for module in EVENTS for name, kind in messages_of(module, Event).items()}
    unknown = {name: set(fields) - set(kinds[name].__struct_fields__) for name, (_, fields) in FEED.items()}

    assert {name: fields for name, fields in unknown.items() if fields} == {}


def test_no_line_holds_what_opens_in_the_review():
    assert {name: set(fields) & HIDDEN for name, (_, fields) in FEED.items() if set(fields) & HIDDEN} == {}


def test_a_reviewed_creative_does_not_tell_which_claims_are_untrue():
    told = line(filled(CreativeReviewed, campaign="c1", approved=True, false_claims=2), "traffic")

    assert told is not None
    assert set(told["data"]) == {"campaign", "hook", "approved", "tag"}


def test_a_day_of_ads_tells_what_was_paid_and_not_what_it_will_bring():
    told = line(filled(AuctionSettled, campaign="c1", cost=900), "traffic")

    assert told is not None
    assert told["data"]["cost"] == 900
    assert "expected_orders_ppm" not in told["data"]


def test_the_anchor_hears_of_orders_from_the_room_and_not_of_those_from_the_shelf():
    of_room, of_shelf = filled(OrderPlaced, channel="live"), filled(OrderPlaced, channel="shelf")

    assert line(of_room, "anchor") is not None
    assert line(of_shelf, "anchor") is None
    assert line(of_shelf, "operations") is not None


def test_only_the_teacher_hears_that_stolen_cards_are_tried():
    wave = filled(FraudWaveStarted, country="BR")

    assert [seat for seat in PLAYER_SEATS if line(wave, str(seat))] == []
    assert line(wave, "instructor") is not None
