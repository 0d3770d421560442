"""What a bot remembers of its own wishes, so that it neither nags nor repeats what was refused."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from sandbox.bots.policy import Wish
from sandbox.kernel.calendar import DAY
from sandbox.roles.view_parts import Common

REST = 3 * DAY
"""How long a wish rests after a look in which something was refused."""


class Manners:
    """The memory of one seat.

    A view tells how many commands of the seat were refused, not which: after a look with a refusal all its wishes rest.
    """

    def __init__(self, seat: str) -> None:
        self._seat = seat
        self._refused = 0
        self._last: list[tuple[Any, ...]] = []
        self._rests: dict[tuple[Any, ...], int] = {}
        self._done: dict[tuple[Any, ...], int] = {}

    def every(self, seconds: int, now: int, *key: Any) -> bool:
        """Whether the thing called *key* may be done again; it then counts as done at *now*."""
        last = self._done.get(key)
        if last is not None and now - last < seconds:
            return False
        self._done[key] = now
        return True

    def once(self, *key: Any) -> bool:
        """Whether *key* was never done; it then counts as done."""
        if key in self._done:
            return False
        self._done[key] = 0
        return True

    def proper(self, wishes: Iterable[Wish], common: Common) -> list[Wish]:
        """The wishes that may be sent now."""
        now = common.clock.now
        refused = sum(row.refused for row in common.seats if row.seat == self._seat)
        if refused > self._refused:
            self._refused = refused
            self._rests.update((key, now + REST) for key in self._last)
        kept = [one for one in wishes if self._rests.get(_key(one), 0) <= now]
        self._last = [_key(one) for one in kept]
        return kept


def _key(one: Wish) -> tuple[Any, ...]:
    return one.type, *sorted((name, str(value)) for name, value in one.args.items())
