"""What the room does: who watches, who joins in, which questions get an answer, which creative brings people.

Paid traffic is not read: the platform spends a boost evenly by itself, so its pace is nobody's skill.
"""

from __future__ import annotations

from collections.abc import Iterable

from grading.evidence import Evidence, Projection, ratio
from grading.run_events import Happening, RunEvents

TICK = "livestream.tick"
COMMENT_POSTED = "livestream.comment_posted"
COMMENT_ANSWERED = "livestream.comment_answered"
COMMENT_MISSED = "livestream.comment_missed"
COMMENT_MODERATED = "livestream.comment_moderated"
TEASER_POSTED = "livestream.teaser_posted"
QUESTIONS = ("spec", "price", "shipping", "doubt")
"""Kinds of comments that ask something; praise and small talk need no answer."""
SOURCES = ("organic", "follower", "paid", "teaser", "shop")


def viewers_left(run: RunEvents) -> Iterable[Evidence]:
    """Time watched, tick by tick, beside what the same viewers would have stayed at mean energy."""
    for event in run.of(TICK):
        viewers = sum(int(event.data[source]) for source in SOURCES)
        data = {
            "viewers": viewers,
            "watch_s": event.data["watch_seconds"],
            "expected_s": event.data["watch_expected"],
        }
        yield Evidence(type="viewer.left", at=_during(event), seqs=(event.seq,), data=data)


def viewers_active(run: RunEvents) -> Iterable[Evidence]:
    """Comments and likes of each tick beside what the same viewers would have written at mean energy."""
    for event in run.of(TICK):
        data = {
            "interactions": event.data["comments"] + event.data["likes"],
            "expected_interactions": ratio(event.data["interactions_expected_ppm"]),
        }
        yield Evidence(type="viewer.active", at=_during(event), seqs=(event.seq,), data=data)


def chats_answered(run: RunEvents) -> Iterable[Evidence]:
    """Each question that got an answer, for who was in the room when it was asked."""
    asked = _questions(run)
    for event in run.of(COMMENT_ANSWERED):
        question = asked.get(event.data["comment"])
        if question:
            yield Evidence(
                type="chat.answered",
                at=question.at,
                seqs=(question.seq, event.seq),
                data={"latency_s": event.data["latency_seconds"], "correct": event.data["right"]},
                subject=run.actor(event),
            )


def chats_missed(run: RunEvents) -> Iterable[Evidence]:
    """Each question that got no answer, whether it ran out of time or was hidden."""
    asked = _questions(run)
    answered = {event.data["comment"] for event in run.of(COMMENT_ANSWERED)}
    missed: set[str] = set()
    for event in run.of(COMMENT_MISSED, COMMENT_MODERATED):
        comment = event.data["comment"]
        if event.data.get("action", "hide") != "hide" or comment not in asked or comment in answered | missed:
            continue
        missed.add(comment)
        question = asked[comment]
        yield Evidence(type="chat.missed", at=question.at, seqs=(question.seq, event.seq))


def creatives_chosen(run: RunEvents) -> Iterable[Evidence]:
    """Each short video: the chosen hook between the best and the worst of its product."""
    for event in run.of(TEASER_POSTED):
        data = {
            "ctr_chosen": ratio(event.data["hook_score_ppm"]),
            "ctr_best": ratio(event.data["best_score_ppm"]),
            "ctr_worst": ratio(event.data["worst_score_ppm"]),
        }
        yield Evidence(
            type="creative.chosen",
            at=event.at,
            seqs=(event.seq,),
            data=data,
            subject=run.actor(event),
            seat="traffic",
        )


def _during(event: Happening) -> int:
    """A report closes the seconds before it: they belong to who sat there then."""
    return max(0, event.at - 1)


def _questions(run: RunEvents) -> dict[str, Happening]:
    return {event.data["comment"]: event for event in run.of(COMMENT_POSTED) if event.data["kind"] in QUESTIONS}


PROJECTIONS = (
    Projection(type="viewer.left", reads=(TICK,), fields=("viewers", "watch_s", "expected_s"), make=viewers_left),
    Projection(
        type="viewer.active",
        reads=(TICK,),
        fields=("interactions", "expected_interactions"),
        make=viewers_active,
    ),
    Projection(
        type="chat.answered",
        reads=(COMMENT_POSTED, COMMENT_ANSWERED),
        fields=("latency_s", "correct"),
        make=chats_answered,
    ),
    Projection(
        type="chat.missed",
        reads=(COMMENT_POSTED, COMMENT_ANSWERED, COMMENT_MISSED, COMMENT_MODERATED),
        fields=(),
        make=chats_missed,
    ),
    Projection(
        type="creative.chosen",
        reads=(TEASER_POSTED,),
        fields=("ctr_chosen", "ctr_best", "ctr_worst"),
        make=creatives_chosen,
    ),
)
