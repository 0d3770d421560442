"""What happens in the live room. Counts of a tick cover five seconds."""

from __future__ import annotations

from typing import ClassVar, Literal

from sandbox.kernel.messages import Event
from sandbox.kernel.scenario import RundownItem


class ShowStarted(Event):
    """The room is live."""

    type: ClassVar[str] = "livestream.show_started"
    ordinal: int
    """0 for the first broadcast of the run."""
    shows_per_window: int
    account_score: int
    followers: int


class ShowEnded(Event):
    """The broadcast is over; sums over the whole show."""

    type: ClassVar[str] = "livestream.show_ended"
    ordinal: int
    reason: str
    shows: int
    views: int
    viewer_seconds: int
    interactions: int
    clicks: int
    orders: int
    gmv: int
    """Placed, shop currency, minor units."""
    gmv_expected: int
    follows: int
    peak_online: int


class TickAggregated(Event):
    """Five seconds of the room."""

    type: ClassVar[str] = "livestream.tick"
    online: int
    """At the end of the tick."""
    shows: int
    organic: int
    follower: int
    paid: int
    teaser: int
    shop: int
    hunters: int
    leaves: int
    comments: int
    likes: int
    follows: int
    clicks: int
    orders: int
    orders_expected_ppm: int
    gmv: int
    gmv_expected: int
    interactions_expected_ppm: int
    """What the same viewers would have done at mean energy (E = .5, no bag), in ppm of one."""
    watch_seconds: int
    """Viewer-seconds of this tick."""
    watch_expected: int
    """Viewer-seconds the same entrants would have stayed at mean energy: for entrants of this tick."""
    energy_ppm: int
    quality_ppm: int
    """Talk quality in force."""
    spend: int


class PoolEvaluated(Event):
    """The platform looked at five minutes of the room and set the next five."""

    type: ClassVar[str] = "livestream.pool_evaluated"
    window: int
    level_ppm: int
    """Log level L after the window, ppm; may be negative."""
    trend: Literal["up", "flat", "down"]
    entry_rate_ppm: int
    mean_stay_seconds: int
    interaction_ppm: int
    click_rate_ppm: int
    gpm_view: int
    shows_next: int


class ProductPinned(Event):
    """A product is on screen; a pitch begins."""

    type: ClassVar[str] = "livestream.product_pinned"
    sku: str
    by_rundown: bool


class ProductUnpinned(Event):
    """Nothing is pinned."""

    type: ClassVar[str] = "livestream.product_unpinned"
    sku: str


class RundownChanged(Event):
    """What comes next changed."""

    type: ClassVar[str] = "livestream.rundown_changed"
    items: tuple[RundownItem, ...]


class SegmentStarted(Event):
    """A product of the rundown went on air, with its planned and its actual time since the start of the show."""

    type: ClassVar[str] = "livestream.segment_started"
    sku: str
    planned_s: int
    actual_s: int


class CueGiven(Event):
    """Operations asked the anchor for something."""

    type: ClassVar[str] = "livestream.cue_given"
    cue: str


class PhaseChanged(Event):
    """The anchor began a phase of the pitch."""

    type: ClassVar[str] = "livestream.phase_changed"
    sku: str
    phase: str
    quality_ppm: int
    automatic: bool
    """True when nobody acted and the rundown ran itself."""


class PointMade(Event):
    """A selling point was said."""

    type: ClassVar[str] = "livestream.point_made"
    sku: str
    point: str
    is_true: bool
    forbidden: str
    """Class of forbidden claim, or empty: a true point may still be forbidden."""
    first_time: bool
    """First time in this pitch."""


class PitchClosed(Event):
    """A pitch is over: what was planned, what was said, what it brought."""

    type: ClassVar[str] = "livestream.pitch_closed"
    sku: str
    seconds: int
    points_planned: int
    points_made: int
    points_false: int
    clicks: int
    orders: int
    orders_expected_ppm: int
    """Orders expected of a talk quality of one half, in ppm of one."""
    quality_ppm: int
    """Mean over the pitch."""


class SpeechTagged(Event):
    """Free words were analysed."""

    type: ClassVar[str] = "livestream.speech_tagged"
    sku: str
    words: int
    tags: tuple[str, ...]
    points: tuple[str, ...]
    language: str


class IntensityChanged(Event):
    """The anchor's excitement changed."""

    type: ClassVar[str] = "livestream.intensity_changed"
    intensity_ppm: int


class CommentPosted(Event):
    """A viewer wrote something. The words come from phrase tables by ``phrase``."""

    type: ClassVar[str] = "livestream.comment_posted"
    comment: str
    viewer: str
    country: str
    language: str
    kind: Literal["spec", "price", "shipping", "doubt", "praise", "off_topic", "sold_out"]
    sku: str
    phrase: int
    """Which phrase of its kind, 0 ..."""


class CommentAnswered(Event):
    """Somebody answered a comment."""

    type: ClassVar[str] = "livestream.comment_answered"
    comment: str
    kind: str
    answer: str
    right: bool
    """The answer fits the kind of question."""
    latency_seconds: int


class CommentMissed(Event):
    """A question stayed without an answer for two minutes."""

    type: ClassVar[str] = "livestream.comment_missed"
    comment: str
    kind: str


class CommentModerated(Event):
    """A comment was hidden or handed to the service seat."""

    type: ClassVar[str] = "livestream.comment_moderated"
    comment: str
    action: str


class ScarcityClaimed(Event):
    """The anchor said how many are left."""

    type: ClassVar[str] = "livestream.scarcity_claimed"
    sku: str
    units_claimed: int
    units_true: int
    honest: bool


class ActionCalled(Event):
    """The anchor asked the room for something, and what the next twenty seconds brought against expectation."""

    type: ClassVar[str] = "livestream.action_called"
    action: str


class CallClosed(Event):
    """The twenty seconds after a call to action are over; expected are the orders of the minutes before it."""

    type: ClassVar[str] = "livestream.call_closed"
    action: str
    sku: str
    orders: int
    orders_expected_ppm: int


class ViolationDetected(Event):
    """The platform caught a forbidden claim."""

    type: ClassVar[str] = "livestream.violation_detected"
    tag: str
    points: int
    total: int
    """Points of this show so far."""


class TrafficPenalised(Event):
    """The platform shows the room less for a while."""

    type: ClassVar[str] = "livestream.traffic_penalised"
    factor_ppm: int
    until: int


class ClaimCorrected(Event):
    """A forbidden claim was taken back."""

    type: ClassVar[str] = "livestream.claim_corrected"
    tag: str


class OrderIntended(Event):
    """A viewer decided to buy; the market makes an order of it."""

    type: ClassVar[str] = "livestream.order_intended"
    viewer: str
    country: str
    source: str
    sku: str
    price: int
    """Live price in the shop's currency, before the coupon."""
    coupon: str
    discount: int
    promo: bool
    inflate_ppm: int
    """How much more was promised than is true."""
    reassurance_ppm: int
    urgency_ppm: int
