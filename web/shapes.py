"""What the server and the console say to each other beside commands and views, as types.

``python -m web.wire`` writes these, the views and the commands as TypeScript. ``None`` is *not known* or *not yours*.
"""

from __future__ import annotations

from typing import Any, Literal

from msgspec import Struct, field

from sandbox.kernel.lesson import Text

PersonKind = Literal["student", "guest", "teacher", "mentor", "assessor", "enterprise"]
ClassState = Literal["lobby", "running", "paused", "ended"]
Policy = Literal["average", "expert", "weak", "autopilot"]
PlayerSeat = Literal["anchor", "operations", "selection", "traffic", "service"]


class Shape(Struct):
    """Base of everything on the wire."""


class ErrorDetail(Shape):
    """Why something was refused. Screens translate by ``code`` and ``facts``."""

    code: str
    message: str
    facts: dict[str, Any] = {}


class ErrorBody(Shape):
    """Body of every answer with a status of 400 or more."""

    error: ErrorDetail


class PersonLine(Shape):
    """Somebody, as others in the class see them."""

    id: str
    name: str
    """Empty for a guest who has not said one."""
    kind: PersonKind


class MySeat(Shape):
    """A seat this browser may play."""

    run: str
    class_id: str
    team: str
    seat: PlayerSeat


class Viewer(Shape):
    """The person behind a browser; all None before signing in."""

    id: str | None
    name: str | None
    kind: PersonKind | None


class Me(Shape):
    """Answer of ``GET /api/me``."""

    person: Viewer
    csrf: str
    """For ``X-BC-CSRF`` of every request but GET, and for ``auth.csrf`` of the socket. Changes on signing in."""
    seats: list[MySeat]
    classes: list[str]
    """Ids of the classes this person belongs to."""
    language: str


class ScenarioLine(Shape):
    """A scenario one can choose."""

    id: str
    version: int
    title: Text
    brief: Text
    mode: str
    minutes: int
    level: str


class ScenarioHead(Shape):
    """The scenario of a class."""

    id: str
    version: int
    title: Text
    mode: str


class SeatInfo(Shape):
    """A seat of a team."""

    seat: PlayerSeat
    holder: PersonLine | None
    bot: Policy | None
    """Who plays while nobody holds the seat; None while somebody does."""
    online: bool


class TeamInfo(Shape):
    """A team of a class and its run."""

    id: str
    name: str
    run: str
    seats: list[SeatInfo]


class SeatLink(Shape):
    """A link that puts whoever opens it first into a seat. A used link is replaced by a new one."""

    team: str
    seat: PlayerSeat
    url: str


class ClassLinks(Shape):
    """Links that only the teacher sees."""

    projector: str
    seats: list[SeatLink]


class ClassInfo(Shape):
    """A class, as lobby, teacher page and projector show it."""

    id: str
    name: str
    code: str
    scenario: ScenarioHead
    state: ClassState
    speed: int
    commitment: str
    """SHA-256 of the secret that all teams of the class share; the secret is shown when all have ended."""
    teams: list[TeamInfo]
    members: list[PersonLine]
    """Everybody who joined, in the order of joining."""
    join_url: str
    join_qr_svg: str
    addresses: list[str]
    """Addresses of this server on the local network."""
    links: ClassLinks | None = None
    """Teacher only."""


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
    facts: dict[str, Any] = {}
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


class ShockAnswer(Shape):
    """What one team's run said to a shock."""

    team: str
    ok: bool
    code: str
    message: str


class Invitation(Shape):
    """A link for somebody of another trade."""

    url: str
    expires: int
    """Seconds since 1970."""
