"""What the server and the console say to each other over the socket, beside commands and views."""

from __future__ import annotations

from typing import Any, Literal

from msgspec import field

from web.shapes import ClassState, Shape


class FeedLine(Shape):
    """Something that happened and that this viewer may know."""

    n: int
    """1, 2, 3 ... per viewer, without a gap; a gap means ``resync``."""
    at: int
    type: str
    data: dict[str, Any]
    seat: str


class FeedPart(Shape):
    """A stretch of the feed, without a gap."""

    start: int = field(name="from")
    """Number of the first line."""
    events: list[FeedLine]


class WatchAck(Shape):
    """Answer to ``watch`` and ``resync``."""

    ok: Literal[True]
    version: int
    view: Any
    """The seat's view; ``{teams: {teamId: InstructorView}}`` for the teacher; None in the lobby."""
    feed: FeedPart
    head: str
    """Hash of the last log entry that is on disk."""
    writer: bool
    """False: this seat is played from another window; ``use_here`` takes it."""
    paused: bool
    speed: int
    stage: str
    """Stage of the run, or ``lobby`` before it starts."""


class CommandAck(Shape):
    """The command is on disk."""

    ok: Literal[True]
    cmd_id: str
    entry: int
    seq: int
    head8: str


class Refusal(Shape):
    """The typed no to any socket event. ``facts.retry_ms`` says when to try again, where trying again helps."""

    ok: Literal[False]
    code: str
    message: str
    facts: dict[str, Any] = field(default_factory=dict)
    cmd_id: str = ""


class ViewPush(Shape):
    """``view``: what changed, by top-level key. Apply it only if ``base`` is your version, else ``resync``."""

    run: str
    """Empty for the teacher's view of a class."""
    seat: str
    version: int
    base: int
    patch: dict[str, Any]
    """Key to new value. The teacher's only key is ``teams``; its ``{teamId: InstructorView}`` replaces those teams."""
    now: int
    class_id: str = ""


class FeedPush(Shape):
    """``feed``: new lines."""

    run: str
    seat: str
    start: int = field(name="from")
    """Number of the first line."""
    events: list[FeedLine]


class BoardTeam(Shape):
    """A team on the projector."""

    team: str
    name: str
    line: Any
    """A BoardLine; None before the start."""
    rank: int


class BoardPush(Shape):
    """``board``: the projector's table."""

    class_id: str
    teams: list[BoardTeam]
    frozen: bool


class ControlPush(Shape):
    """``control``: the teacher's clock."""

    class_id: str
    state: ClassState
    speed: int


class FaultPush(Shape):
    """``fault``: the disk refuses. Everything up to ``safe_entry`` is safe; nothing later was confirmed."""

    run: str
    safe_entry: int
    recovered: bool


class LeasePush(Shape):
    """``lease``: whether this window may act in the seat."""

    run: str
    seat: str
    writer: bool


class RevokedPush(Shape):
    """``revoked``: this browser no longer holds the seat (``run`` and ``seat`` empty: it is signed out)."""

    reason: str
    run: str = ""
    seat: str = ""
