"""What the web process and the engine host say to each other: typed, tagged, as MessagePack over a pipe."""

from __future__ import annotations

from typing import Any

import msgspec
from msgspec import Struct

from sandbox.engine.answer import Answer
from sandbox.kernel.log import Entry, Header
from sandbox.kernel.messages import CommandEnvelope


class Message(Struct, tag=True):
    """Base of all messages; the class name is the tag."""


Bots = dict[str, dict[str, str]]
"""Team to seat to policy, for the seats nobody holds."""


class Open(Message):
    """Start a run, or rebuild it from its log."""

    run: str
    class_id: str
    scenario: str
    secret: bytes
    group: str
    epoch: int
    header: Header | None
    """None starts a new run."""
    entries: list[Entry]
    bots: Bots
    """By team of the run, which tells its teams too: one without a name, or several."""


class Close(Message):
    """Forget a run; its log is safe elsewhere."""

    run: str


class Pace(Message):
    """The teacher's clock of a class."""

    class_id: str
    is_running: bool
    speed: int


class Submit(Message):
    """A command for a run; the answer comes back under the same token."""

    token: int
    run: str
    envelope: CommandEnvelope
    text: str = ""
    """What the sender wrote: turned into features here, and forgotten."""
    text_hash: str = ""


class PutBot(Message):
    """Let a policy play a seat, or nobody (None)."""

    run: str
    team: str
    seat: str
    policy: str | None


class Watch(Message):
    """Begin or stop computing the view and feed of a seat (``board`` for the projector's line)."""

    run: str
    team: str
    seat: str
    on: bool


class Hold(Message):
    """Stop all clocks while the storage refuses, and let them go on."""

    on: bool


class Ready(Message):
    """The host has loaded the engine."""

    engine: str


class Answered(Message):
    """The answer to one command."""

    token: int
    answer: Answer


class ScreenPart(Message):
    """What changed for one seat of a team; values and lines are JSON already."""

    team: str
    seat: str
    version: int
    base: int
    """0: *patch* is the whole view and *lines* the end of the whole feed."""
    patch: dict[str, bytes]
    first_line: int
    """Number of the first of *lines*."""
    lines: list[bytes]


class Batch(Message):
    """What one run produced: to be stored whole before any of it is told to anybody."""

    run: str
    epoch: int
    now: int
    stage: str
    events: int
    header: Header | None = None
    """Of a run that has just started."""
    entries: list[Entry] = []
    answers: list[Answered] = []
    screens: list[ScreenPart] = []
    boards: dict[str, bytes] = {}
    """Team to its line on the projector, where it changed."""


class Failed(Message):
    """A run cannot be opened, or cannot go on; others are not touched."""

    run: str
    code: str
    message: str
    entry: int
    token: int = 0
    """Of the command that could not be given to it, if any."""


ToHost = Open | Close | Pace | Submit | PutBot | Watch | Hold
FromHost = Ready | Batch | Failed

_ENCODER = msgspec.msgpack.Encoder()
_TO_HOST: msgspec.msgpack.Decoder[Any] = msgspec.msgpack.Decoder(ToHost)
_FROM_HOST: msgspec.msgpack.Decoder[Any] = msgspec.msgpack.Decoder(FromHost)


def encode(message: Message) -> bytes:
    """A message as bytes."""
    return _ENCODER.encode(message)


def to_host(data: bytes) -> Any:
    """A message that the host received."""
    return _TO_HOST.decode(data)


def from_host(data: bytes) -> Any:
    """A message that the host sent."""
    return _FROM_HOST.decode(data)
