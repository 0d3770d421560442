"""What the sender of a command is told."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from msgspec import Struct


class Answer(Struct, frozen=True, kw_only=True):
    """Accepted, or refused with the rule; the same command id always gets the same answer."""

    ok: bool
    cmd_id: str
    entry: int
    """Number of the log entry, accepted or refused."""
    seq: int
    """Number of the last event when the answer was given."""
    code: str = ""
    message: str = ""
    facts: Mapping[str, Any] = {}
