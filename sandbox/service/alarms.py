"""Wake-ups by day: most waiting buyers never ask, so an order costs a process only on the day on which it might."""

from __future__ import annotations

from collections.abc import Callable

from sandbox.kernel.calendar import DAY
from sandbox.kernel.world import World

Wanted = Callable[[int, int], bool]


def later(world: World, seconds: int, call: Callable[[], None]) -> None:
    """Call back in so many seconds, at least one: a single event of SimPy where a process would take three."""
    world.timeout(seconds).callbacks.append(lambda _event: call())


class Alarms:
    """Calls back at a second, unless it is no longer wanted on the morning of that day.

    Args:
        world: time.
        is_wanted: whether the wake-up of an entity (id, version) still stands.
        ring: called at its second; checks for itself whether it is still wanted then.
    """

    def __init__(self, world: World, is_wanted: Wanted, ring: Callable[[int, int], None]) -> None:
        self._world = world
        self._is_wanted = is_wanted
        self._ring = ring
        self._days: dict[int, list[tuple[int, int, int]]] = {}

    def set(self, second: int, entity: int, version: int) -> None:
        """Wake *entity* at *second*, which lies ahead."""
        day = second // DAY
        if day == self._world.now // DAY:
            later(self._world, max(1, second - self._world.now), lambda: self._ring(entity, version))
            return
        if day not in self._days:
            self._days[day] = []
            later(self._world, day * DAY - self._world.now, lambda: self._morning(day))
        self._days[day].append((second, entity, version))

    def _morning(self, day: int) -> None:
        for second, entity, version in self._days.pop(day):
            if self._is_wanted(entity, version):
                self._wake(second, entity, version)

    def _wake(self, second: int, entity: int, version: int) -> None:
        if second > self._world.now:
            later(self._world, second - self._world.now, lambda: self._ring(entity, version))
        else:
            self._ring(entity, version)
