"""What the teacher may want of a whole run, beyond the trade."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from msgspec import Meta

from sandbox.kernel.lesson import ShockKind
from sandbox.kernel.messages import Code, Command


class TakeSeat(Command):
    """A person takes a seat (or a policy does): the log records person and seat separately."""

    type: ClassVar[str] = "run.take_seat"
    seat: Literal["anchor", "operations", "selection", "traffic", "service"]
    subject: Annotated[str, Meta(max_length=64)]
    """Random subject id, ``bot:<policy>``, or empty for autopilot."""


class InjectShock(Command):
    """Something happens to every team of the class."""

    type: ClassVar[str] = "run.inject_shock"
    kind: ShockKind
    country: Annotated[str, Meta(pattern=r"^([A-Z]{2})?$")] = ""
    hours: Annotated[int, Meta(ge=0, le=480)] = 0
    strength_ppm: Annotated[int, Meta(ge=0, le=20_000_000)] = 0
    sku: Code | None = None


class EndRun(Command):
    """End the playable part now; the run then settles."""

    type: ClassVar[str] = "run.end"
    reason: Literal["planned", "teacher"]
