"""What the anchor says and shows: segments, pitches, claims, calls to action."""

from __future__ import annotations

from collections.abc import Iterable

from grading.evidence import Evidence, Projection, ratio
from grading.run_events import Happening, RunEvents, is_bot

SEGMENT_STARTED = "livestream.segment_started"
PITCH_CLOSED = "livestream.pitch_closed"
POINT_MADE = "livestream.point_made"
SCARCITY_CLAIMED = "livestream.scarcity_claimed"
SPEECH_TAGGED = "livestream.speech_tagged"
ACTION_CALLED = "livestream.action_called"
CALL_CLOSED = "livestream.call_closed"
LEAST_PITCH_SECONDS = 20
"""A product that was on screen for less was not pitched: somebody pinned the wrong one."""


def segments_started(run: RunEvents) -> Iterable[Evidence]:
    """Each product that went on air; whose act it was is empty when the rundown ran itself."""
    for event in run.of(SEGMENT_STARTED):
        data = {"planned_s": event.data["planned_s"], "actual_s": event.data["actual_s"]}
        yield Evidence(
            type="segment.started", at=event.at, seqs=(event.seq,), data=data, subject=run.actor(event), seat="anchor"
        )


def pitches_closed(run: RunEvents) -> Iterable[Evidence]:
    """Each pitch, answered for by who held the anchor's seat when it began; false points are taken off."""
    for event in run.of(PITCH_CLOSED):
        seconds = int(event.data["seconds"])
        began = max(0, event.at - seconds)
        holder = run.holder("anchor", began)
        # A policy states how well it talks instead of making points: that shows nothing.
        if seconds < LEAST_PITCH_SECONDS or (is_bot(holder) and not event.data["points_made"]):
            continue
        data = {
            "sku": event.data["sku"],
            "key_features": event.data["points_planned"],
            "shown": max(0, event.data["points_made"] - event.data["points_false"]),
        }
        yield Evidence(type="pitch.closed", at=began, seqs=(event.seq,), data=data, subject=holder, seat="anchor")


def claims_made(run: RunEvents) -> Iterable[Evidence]:
    """Each claim about the goods. A true point counts once a pitch, so saying it again does not dilute a false one."""
    for event in run.of(POINT_MADE, SCARCITY_CLAIMED, SPEECH_TAGGED):
        for prohibited in _claims(event):
            yield Evidence(
                type="claim.made",
                at=event.at,
                seqs=(event.seq,),
                data={"prohibited": prohibited},
                subject=run.actor(event),
                seat="anchor",
            )


def _claims(event: Happening) -> list[bool]:
    """Whether each claim of one event is prohibited."""
    if event.type == SCARCITY_CLAIMED:
        return [not event.data["honest"]]
    if event.type == SPEECH_TAGGED:
        return [True for _ in event.data["tags"]]
    is_bad = not event.data["is_true"] or bool(event.data["forbidden"])
    return [is_bad] if event.data["first_time"] or is_bad else []


def calls_closed(run: RunEvents) -> Iterable[Evidence]:
    """Each call to action with the orders of its twenty seconds, for who called."""
    calls = run.of(ACTION_CALLED)
    for event in run.of(CALL_CLOSED):
        before = [call for call in calls if call.seq < event.seq and call.data["action"] == event.data["action"]]
        if not before:
            continue
        call = before[-1]
        data = {"orders": event.data["orders"], "expected_orders": ratio(event.data["orders_expected_ppm"])}
        yield Evidence(
            type="cta.closed",
            at=call.at,
            seqs=(call.seq, event.seq),
            data=data,
            subject=run.actor(call),
            seat="anchor",
        )


PROJECTIONS = (
    Projection(
        type="segment.started", reads=(SEGMENT_STARTED,), fields=("planned_s", "actual_s"), make=segments_started
    ),
    Projection(
        type="pitch.closed", reads=(PITCH_CLOSED,), fields=("sku", "key_features", "shown"), make=pitches_closed
    ),
    Projection(
        type="claim.made",
        reads=(POINT_MADE, SCARCITY_CLAIMED, SPEECH_TAGGED),
        fields=("prohibited",),
        make=claims_made,
    ),
    Projection(
        type="cta.closed",
        reads=(ACTION_CALLED, CALL_CLOSED),
        fields=("orders", "expected_orders"),
        make=calls_closed,
    ),
)
