"""What the seats may want of the live room."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from msgspec import Meta, Struct

from sandbox.kernel.messages import Code, Command, Count, Language, Minor, PositiveCount, PositiveMinor, Ppm, Seconds
from sandbox.kernel.scenario import Phase, RundownItem


class Utterance(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What the analyser found in a spoken or written text; the text itself lies beside the log."""

    language: Language
    words: Count
    """Words, or characters divided by 1.7 for Chinese."""
    points: tuple[Code, ...] = ()
    """Selling points of the pinned product that were covered."""
    tags: tuple[Literal["absolute", "medical", "origin", "false_discount", "false_scarcity", "off_platform"], ...] = ()
    greets: bool = False
    addresses_question: bool = False
    analyser: Code
    """Name and version of the analyser, so that anyone may extract again."""
    text_hash: Annotated[str, Meta(pattern=r"^[0-9a-f]{64}$")]
    """Keyed hash of the original."""


class PinProduct(Command):
    """Pin one product on screen (讲解), replacing the one that is there; a new pitch begins."""

    type: ClassVar[str] = "livestream.pin_product"
    sku: Code


class UnpinProduct(Command):
    """Take the pinned product off the screen."""

    type: ClassVar[str] = "livestream.unpin_product"


class SetRundown(Command):
    """Replace what comes next in the run-of-show."""

    type: ClassVar[str] = "livestream.set_rundown"
    items: Annotated[tuple[RundownItem, ...], Meta(min_length=1, max_length=60)]


class CuePhase(Command):
    """Operations asks the anchor for something: shown on the prompter, counted in the review."""

    type: ClassVar[str] = "livestream.cue"
    cue: Literal["wrap_up", "next_product", "slow_down", "speed_up", "answer_comments", "push_offer"]


class SpeakPhase(Command):
    """Begin a phase of the pitch on the pinned product."""

    type: ClassVar[str] = "livestream.speak_phase"
    phase: Phase
    talk_quality_ppm: Ppm | None = None
    """For policies only: a person's quality comes from beats and text."""


class MakePoint(Command):
    """Say one selling point of the pinned product (a beat)."""

    type: ClassVar[str] = "livestream.make_point"
    point: Code
    language: Language = "en"


class Say(Command):
    """Say something in free words."""

    type: ClassVar[str] = "livestream.say"
    utterance: Utterance


class SetIntensity(Command):
    """How excited the anchor is: 0 flat, 1,000,000 shouting."""

    type: ClassVar[str] = "livestream.set_intensity"
    intensity_ppm: Ppm


class ReplyComment(Command):
    """Answer one comment, in words or with a prepared answer."""

    type: ClassVar[str] = "livestream.reply_comment"
    comment: Annotated[str, Meta(min_length=13, max_length=13)]
    answer: Literal["spec", "price", "shipping", "reassure", "thank", "later"]
    utterance: Utterance | None = None


class ModerateComment(Command):
    """Hide a comment, or hand it to the service seat."""

    type: ClassVar[str] = "livestream.moderate_comment"
    comment: Annotated[str, Meta(min_length=13, max_length=13)]
    action: Literal["hide", "hand_over"]


class ClaimScarcity(Command):
    """Say how many are left, or how long the offer lasts: true claims create urgency, false ones cost trust."""

    type: ClassVar[str] = "livestream.claim_scarcity"
    units_left: Count


class CallToAction(Command):
    """Ask the room for something."""

    type: ClassVar[str] = "livestream.call_to_action"
    action: Literal["follow", "cart", "comment"]


class CorrectClaim(Command):
    """Take back a forbidden claim within a minute: halves the points."""

    type: ClassVar[str] = "livestream.correct_claim"


class ReleaseStock(Command):
    """Show more units of a product as available."""

    type: ClassVar[str] = "livestream.release_stock"
    sku: Code
    units: PositiveCount


class StartFlash(Command):
    """A flash price (秒杀) on a product for some minutes."""

    type: ClassVar[str] = "livestream.start_flash"
    sku: Code
    price: PositiveMinor
    seconds: Annotated[int, Meta(ge=60, le=900)]


class IssueCoupon(Command, kw_only=True):
    """A coupon for everybody in the room, on one product or on all."""

    type: ClassVar[str] = "livestream.issue_coupon"
    sku: Code | None = None
    amount: PositiveMinor
    minimum: Minor
    """Order value from which it counts."""
    copies: PositiveCount
    seconds: Annotated[int, Meta(ge=60, le=3600)]


class StartLuckyBag(Command):
    """A lucky bag (福袋): draws freebie hunters and holds people while it runs."""

    type: ClassVar[str] = "livestream.start_lucky_bag"
    prizes: Annotated[int, Meta(ge=1, le=50)]
    seconds: Annotated[int, Meta(ge=180, le=600)]


class BoostRoom(Command):
    """Buy impressions of the room for the next minutes."""

    type: ClassVar[str] = "livestream.boost_room"
    amount: PositiveMinor
    minutes: Annotated[int, Meta(ge=5, le=60)]


class StopBoost(Command):
    """Stop the paid boost; what is not spent stays."""

    type: ClassVar[str] = "livestream.stop_boost"


class NotifyFollowers(Command):
    """Tell the followers that the room is live, once a day."""

    type: ClassVar[str] = "livestream.notify_followers"


class PostTeaser(Command):
    """Post a short video that leads to the room."""

    type: ClassVar[str] = "livestream.post_teaser"
    sku: Code
    hook: Literal["problem", "result", "price", "behind_scenes"]


class EndShow(Command):
    """End the broadcast now."""

    type: ClassVar[str] = "livestream.end_show"
    reason: Literal["planned", "emergency", "no_show"]


class ScheduleShow(Command):
    """Put a further broadcast into the calendar, with the run-of-show of the next planned one or of the last."""

    type: ClassVar[str] = "livestream.schedule_show"
    starts_at: Seconds
    seconds: Annotated[int, Meta(ge=900, le=14_400)]


class SetScene(Command):
    """Move to another scene, at most once in ten minutes."""

    type: ClassVar[str] = "livestream.set_scene"
    scene: Code


class ShowDemo(Command):
    """Show the pinned product at work; a sample has to be at hand."""

    type: ClassVar[str] = "livestream.show_demo"
    action: Literal["use", "compare", "stress", "unbox", "size"]


class StatePrice(Command):
    """Say what the pinned product costs now."""

    type: ClassVar[str] = "livestream.state_price"
    price: PositiveMinor


class DiscloseAd(Command):
    """Say that this is an advertisement; it holds for half an hour."""

    type: ClassVar[str] = "livestream.disclose_ad"


class HandOver(Command):
    """Let the co-anchor go on."""

    type: ClassVar[str] = "livestream.hand_over"
