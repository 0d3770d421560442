"""What the server and the console say to each other over HTTP, as types.

``python -m web.wire`` writes these, the views and the commands as TypeScript. ``None`` is *not known* or *not yours*.
"""

from __future__ import annotations

from typing import Any, Literal

from msgspec import Struct

from sandbox.kernel.lesson import Text

PersonKind = Literal["student", "guest", "teacher", "mentor", "assessor", "enterprise"]
ClassState = Literal["lobby", "running", "paused", "ended"]
Policy = Literal["average", "expert", "weak", "autopilot"]
PlayerSeat = Literal["anchor", "operations", "selection", "traffic", "service"]
Market = Literal["parallel", "shared"]
"""Whether each team has a market of its own, all alike, or all teams meet in one."""


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
    market: Market
    """`parallel`: each team has a market of its own, all alike; `shared`: all compete in one."""
    teams: list[TeamInfo]
    members: list[PersonLine]
    """Everybody who joined, in the order of joining."""
    join_url: str
    join_qr_svg: str
    addresses: list[str]
    """Addresses of this server on the local network."""
    links: ClassLinks | None = None
    """Teacher only."""


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
