"""Comments and their answers: who asks what, who is answered in time, and what that does to the one who asked."""

from __future__ import annotations

from collections import deque
from itertools import takewhile
from typing import Any, Literal

from msgspec import Struct

from sandbox.kernel import ids
from sandbox.kernel.messages import Actor
from sandbox.livestream.commands import ModerateComment, ReplyComment
from sandbox.livestream.equations import REASSURANCE
from sandbox.livestream.events import CommentAnswered, CommentMissed, CommentModerated, CommentPosted
from sandbox.livestream.languages import language_of
from sandbox.livestream.stage import Stage, refuse

Kind = Literal["spec", "price", "shipping", "doubt", "praise", "off_topic", "sold_out"]
ANSWER_SECONDS = 120
"""After so long nobody answers a comment any more."""
PROMPT_SECONDS = 60
SHARE_SECONDS = 300
PHRASES = 8
"""Phrases in the tables for each kind and language."""
KINDS: tuple[tuple[Kind, float], ...] = (
    ("spec", 0.30), ("price", 0.50), ("shipping", 0.65), ("doubt", 0.75), ("praise", 0.90), ("off_topic", 1.0),
)
"""Kinds of comments with their cumulative shares."""
QUESTIONS = ("spec", "price", "shipping", "doubt")
FITTING = {
    "spec": ("spec",),
    "price": ("price",),
    "shipping": ("shipping",),
    "doubt": ("reassure",),
    "praise": ("thank",),
    "off_topic": ("thank", "later"),
    "sold_out": ("later", "reassure"),
}
ANSWERED, IGNORED = 0.12, -0.28
"""What an answer, or none, does to its writer, log units: together zero when seven in ten are answered."""
REPLY_REASSURES = 0.03
"""What an answer adds to the reassurance of the room; divided by one more than the answers of the last minute."""

FAILED = ("wrong", "late", "missed")
Outcome = Literal["open", "right", "late", "wrong", "missed", "hidden", "handed"]


class Comment(Struct):
    """One comment, from posting to its end."""

    id: str
    viewer: int
    at: int
    kind: Kind
    sku: str
    phrase: int
    country: str
    language: str
    outcome: Outcome = "open"

    @property
    def is_question(self) -> bool:
        """Whether the room waits for an answer."""
        return self.kind in QUESTIONS


class Chat:
    """The comments of one room."""

    def __init__(self, stage: Stage) -> None:
        self._stage = stage
        self._kind = stage.stream("ctx.room.comment")
        self._phrase = stage.stream("ctx.room.phrase")
        self.comments: dict[str, Comment] = {}
        self._waiting: dict[str, Comment] = {}
        self._asked: deque[Comment] = deque()
        self.answered_at: deque[int] = deque()
        """Seconds of the latest right answers."""

    def post(self, viewer: int, country: str, ordinal: int, kind: Kind | None = None) -> None:
        """A viewer writes; the kind is drawn unless it is given."""
        stage = self._stage
        author = ids.child(stage.room, "viewer", viewer)
        comment = Comment(
            id=ids.to_text(ids.child(author, kind or "comment", ordinal)), viewer=viewer, at=stage.now,
            kind=kind or self._draw_kind(viewer, ordinal), sku=stage.pinned,
            phrase=self._phrase.below(PHRASES, viewer, ordinal), country=country, language=language_of(country),
        )
        self.comments[comment.id] = self._waiting[comment.id] = comment
        if comment.is_question:
            self._asked.append(comment)
        stage.emit(CommentPosted(
            comment=comment.id, viewer=ids.to_text(author), country=country, language=comment.language,
            kind=comment.kind, sku=comment.sku, phrase=comment.phrase,
        ))

    def _draw_kind(self, viewer: int, ordinal: int) -> Kind:
        place = self._kind.unit(viewer, ordinal)
        for kind, limit in KINDS:
            if place < limit:
                return kind
        return KINDS[-1][0]

    def reply(self, command: ReplyComment, actor: Actor) -> None:
        """Answer a comment.

        Raises:
            IllegalCommandError: ``not_live``, ``comment_unknown``, ``already_answered`` or ``comment_too_old``.
        """
        comment = self._require_open(command.comment)
        latency = self._stage.now - comment.at
        fits = command.answer in FITTING[comment.kind]
        if command.utterance is not None:
            fits = fits and command.utterance.language in (comment.language, "en")
        comment.outcome = "wrong" if not fits else "right" if latency <= PROMPT_SECONDS else "late"
        del self._waiting[comment.id]
        if fits:
            self._reassure(comment)
        self._stage.emit(CommentAnswered(
            comment=comment.id, kind=comment.kind, answer=command.answer, right=fits, latency_seconds=latency,
        ))

    def _require_open(self, number: str) -> Comment:
        self._stage.require_live()
        comment = self.comments.get(number)
        if comment is None:
            refuse("comment_unknown", f"expected a comment of this room, got {number!r}", comment=number)
        age = self._stage.now - comment.at
        if comment.outcome not in ("open", "missed"):
            refuse("already_answered", f"expected an open comment, got one that is {comment.outcome}",
                   comment=number, outcome=comment.outcome)
        if age > ANSWER_SECONDS or comment.outcome == "missed":
            refuse("comment_too_old", f"expected at most {ANSWER_SECONDS} seconds, got {age}",
                   comment=number, limit=ANSWER_SECONDS, age=age)
        return comment

    def _reassure(self, comment: Comment) -> None:
        mood = self._stage.crowd.mood
        since, recent = self._stage.now - PROMPT_SECONDS, 0
        for at in reversed(self.answered_at):
            if at <= since:
                break
            recent += 1
        gain = REPLY_REASSURES / (1 + recent)
        mood["persuasion"][REASSURANCE] = min(1.0, mood["persuasion"][REASSURANCE] + gain)
        self.answered_at.append(self._stage.now)
        if comment.is_question:
            self._stage.crowd.remember(comment.viewer, ANSWERED)

    def moderate(self, command: ModerateComment, actor: Actor) -> None:
        """Hide a comment, or hand it to the service seat: nobody waits for it any more.

        Raises:
            IllegalCommandError: ``not_live``, ``comment_unknown``, ``already_answered`` or ``comment_too_old``.
        """
        comment = self._require_open(command.comment)
        comment.outcome = "hidden" if command.action == "hide" else "handed"
        del self._waiting[comment.id]
        if comment.outcome == "hidden" and comment.is_question:
            self._stage.crowd.remember(comment.viewer, IGNORED)
        self._stage.emit(CommentModerated(comment=comment.id, action=command.action))

    def close_old(self) -> None:
        """Give up on what nobody answered for two minutes."""
        limit = self._stage.now - ANSWER_SECONDS
        old = list(takewhile(lambda comment: comment.at <= limit, self._waiting.values()))
        ignored = [comment for comment in old if comment.is_question]
        for comment in old:
            del self._waiting[comment.id]
            comment.outcome = "missed"
        if ignored:
            self._stage.crowd.remember_all([comment.viewer for comment in ignored], IGNORED)
        for comment in ignored:
            self._stage.emit(CommentMissed(comment=comment.id, kind=comment.kind))

    def reply_share(self) -> float:
        """Part of the questions of the last five minutes that were answered rightly within a minute; .5 without any.

        Questions younger than a minute count only if answered; hidden and handed ones do not count.
        """
        since, due = self._stage.now - SHARE_SECONDS, self._stage.now - PROMPT_SECONDS
        while self._asked and self._asked[0].at < since:
            self._asked.popleft()
        right = failed = 0
        for comment in self._asked:
            right += comment.outcome == "right"
            failed += comment.outcome in FAILED or (comment.outcome == "open" and comment.at <= due)
        return (right + 0.5) / (right + failed + 1.0)

    def answers_since(self, second: int) -> int:
        """Right answers since that second of the run; older ones are forgotten."""
        while self.answered_at and self.answered_at[0] < second:
            self.answered_at.popleft()
        return len(self.answered_at)

    def state(self) -> list[Any]:
        """What decides the future, as plain data."""
        return [[[c.id, c.at, c.outcome] for c in self.comments.values()], list(self.answered_at)]
