"""What the players are asked to do, and whether the events say it is done.

A check is one or more comparisons of event counts joined by ``and``: ``hs_classified >= 8 and notice_published >= 1``.
The name of an event is the part of its type after the dot.
"""

from __future__ import annotations

import operator
import re
from collections.abc import Callable

from sandbox.kernel.messages import EventEnvelope
from sandbox.kernel.scenario import Scenario

_PART = re.compile(r"\s*([a-z_]+)\s*(>=|<=|==|>|<)\s*([0-9]{1,6})\s*")
_COMPARE: dict[str, Callable[[int, int], bool]] = {
    ">=": operator.ge, "<=": operator.le, "==": operator.eq, ">": operator.gt, "<": operator.lt,
}
Comparison = tuple[str, str, int]


def parse_check(text: str) -> tuple[Comparison, ...]:
    """A check as (event name, comparison, number) parts that must all hold.

    Raises:
        ValueError: not of the form ``name >= number`` joined by ``and``.
    """
    parts = []
    for piece in text.split(" and "):
        found = _PART.fullmatch(piece)
        if found is None:
            raise ValueError(f"expected event_name >= number, joined by and, got {piece.strip()!r}")
        parts.append((found[1], found[2], int(found[3])))
    return tuple(parts)


class TaskTally:
    """Counts the events that checks ask for, and remembers when each task was done."""

    def __init__(self, scenario: Scenario) -> None:
        self._checks = {task.id: parse_check(task.check) for task in scenario.tasks}
        self._deadlines = {task.id: task.by for task in scenario.tasks}
        self._counts = {name: 0 for parts in self._checks.values() for name, _, _ in parts}
        self.done_at: dict[str, int] = {}

    def watch(self, envelope: EventEnvelope) -> None:
        """Add one event. A task that was done once stays done; after its deadline it stays open."""
        name = envelope.type.rpartition(".")[2]
        if name not in self._counts:
            return
        self._counts[name] += 1
        for ident, parts in self._checks.items():
            in_time = not self._deadlines[ident] or envelope.at <= self._deadlines[ident]
            if ident not in self.done_at and in_time and self._holds(parts):
                self.done_at[ident] = envelope.at

    def _holds(self, parts: tuple[Comparison, ...]) -> bool:
        return all(_COMPARE[sign](self._counts[name], number) for name, sign, number in parts)
