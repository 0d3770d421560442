"""What can go wrong, as one tree.

* SandboxError
  * CommandError             the sender is told; the refusal is logged as evidence
    + InvalidCommandError    malformed: no state could make it right
    + ForbiddenCommandError  well formed, but not this seat's to send
    + IllegalCommandError    well formed and allowed, but the rules forbid it now
  * ScenarioError            the author is told: file, line, key, what was expected
  * LogError                 a run file is damaged: the first entry that differs
    + ReplayMismatchError    the file is whole, but replay gives something else
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any


class SandboxError(Exception):
    """Everything Bordercast raises on purpose."""


class CommandError(SandboxError):
    """A command was not accepted.

    Args:
        code: stable, tested name of the rule, such as ``below_floor_price``.
        message: one English sentence: expected X, got Y. The screens translate by ``code`` and ``facts``.
        facts: the numbers the sentence is made of, so that any language can say it.
    """

    def __init__(self, code: str, message: str, **facts: Any) -> None:
        super().__init__(message)
        self.code = code
        self.message = message
        self.facts: Mapping[str, Any] = facts


class InvalidCommandError(CommandError):
    """Malformed: unknown type, wrong field, value out of its range."""


class ForbiddenCommandError(CommandError):
    """The seat may not send this command."""


class IllegalCommandError(CommandError):
    """The rules forbid it in the present state; the message says what would pass."""


class ScenarioError(SandboxError):
    """A scenario or rule file is wrong. The message starts with ``file:line: key:``."""


class LogError(SandboxError):
    """A run file is damaged.

    Args:
        message: what differs, expected and found.
        entry: number of the first entry that differs (the header is entry 0).
    """

    def __init__(self, message: str, entry: int) -> None:
        super().__init__(message)
        self.entry = entry

    def __reduce__(self) -> tuple[type[LogError], tuple[str, int]]:
        # Replays run in other processes; without this the error itself could not come back.
        return type(self), (str(self), self.entry)


class ReplayMismatchError(LogError):
    """The log is whole, yet replaying it gives other results than it records."""
