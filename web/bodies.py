"""What requests and socket events must look like. Unknown fields are refused, so that nothing is set by surprise."""

from __future__ import annotations

from typing import Annotated, Any, Literal, TypeVar

from flask import request
from msgspec import Meta, Struct, field

from sandbox.kernel.codec import from_plain, parse_json
from sandbox.kernel.messages import CommandId, Count
from web.errors import RequestError
from web.shapes import Market, PlayerSeat, Policy

T = TypeVar("T")
Name = Annotated[str, Meta(max_length=40)]
RandomId = Annotated[str, Meta(min_length=1, max_length=32, pattern=r"^[0-9a-f]+$")]
Speed = Annotated[int, Meta(ge=1, le=600)]


class Body(Struct, forbid_unknown_fields=True):
    """Base of all request bodies."""


class Join(Body):
    """Come into a class."""

    code: Annotated[str, Meta(max_length=20)]
    name: Name


class SignIn(Body):
    """Sign in with a password."""

    name: Annotated[str, Meta(max_length=80)]
    password: Annotated[str, Meta(max_length=200)]


class Rename(Body):
    """What a person may change of themselves."""

    name: Name | None = None
    language: Literal["en", "zh-CN"] | None = None


class SetPassword(Body):
    """A name and password to sign in with."""

    login: Annotated[str, Meta(min_length=3, max_length=80)]
    password: Annotated[str, Meta(min_length=10, max_length=200)]


class NewClass(Body):
    """A new class."""

    name: Annotated[str, Meta(min_length=1, max_length=60)]
    scenario: Annotated[str, Meta(min_length=1, max_length=200)]
    teams: Annotated[int, Meta(ge=1, le=40)] = 1
    market: Market = "parallel"
    speed: Speed = 1


class SeatAction(Body):
    """Take, leave or give a seat."""

    team: RandomId
    seat: PlayerSeat
    action: Literal["take", "leave", "give"]
    person: RandomId | None = None


class BotChoice(Body):
    """Who plays a seat while nobody holds it."""

    team: RandomId
    seat: PlayerSeat
    policy: Policy


class Control(Body):
    """The teacher's clock."""

    action: Literal["start", "pause", "resume", "speed", "end"]
    speed: Speed | None = None


class Shock(Body):
    """Something happens, to one team or to all."""

    kind: str
    country: str = ""
    hours: int = 0
    strength_ppm: int = 0
    sku: str | None = None
    team: RandomId | None = None


class Invite(Body):
    """An invitation for somebody of another trade."""

    kind: Literal["teacher", "mentor", "assessor", "enterprise"]
    days: Annotated[int, Meta(ge=1, le=400)]
    classes: Annotated[list[RandomId], Meta(max_length=100)] = []


class Accept(Body):
    """Take an invitation up."""

    token: Annotated[str, Meta(max_length=64)]
    name: Name
    login: Annotated[str, Meta(min_length=3, max_length=80)]
    password: Annotated[str, Meta(min_length=10, max_length=200)]


class Claim(Body):
    """Say who a guest was."""

    student: RandomId


class RosterText(Body):
    """A pasted roster."""

    text: Annotated[str, Meta(max_length=2_000_000)]


class WatchBody(Body):
    """What a window wants to look at: a seat, or a class."""

    run: RandomId | Literal[""] = ""
    seat: PlayerSeat | Literal["instructor", ""] = ""
    class_id: RandomId | Literal[""] = ""
    role: Literal["teacher", "projector", "lobby", ""] = field(name="as", default="")


class CommandBody(Body):
    """A command of a seat."""

    run: RandomId
    seat: PlayerSeat
    cmd_id: CommandId
    type: Annotated[str, Meta(max_length=60)]
    args: dict[str, Any] = {}
    based_on: Count = 0
    text: Annotated[str, Meta(min_length=1, max_length=2000)] | None = None


def read(kind: type[T], what: str) -> T:
    """The JSON body of this request.

    Raises:
        RequestError: ``not_json``.
        InvalidCommandError: ``bad_json`` or ``bad_shape``.
    """
    if not request.is_json:
        raise RequestError("not_json", "expected Content-Type application/json", 415)
    return from_plain(parse_json(request.get_data(cache=False) or b"{}", what), kind, what)


def named(text: str) -> str:
    """The clean form of a name that somebody typed.

    Raises:
        RequestError: ``blank_name``; there is nothing to read in it.
    """
    name = clean(text)
    if not name:
        raise RequestError("blank_name", "expected a name with letters, got none")
    return name


def clean(text: str) -> str:
    """A name as it may stand on other people's screens: one line, no control or direction marks."""
    kept = "".join(letter if letter.isprintable() else " " for letter in text)
    return " ".join(kept.split())
