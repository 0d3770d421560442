"""Things to do later, without a process for each of them.

A call is nothing but a method and a bill; when it comes it looks at the bill and does nothing if the matter has been
settled, so what waits is part of the state of the bills.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from sandbox.kernel.world import World


class Agenda:
    """Calls at later seconds, in the order in which they were asked for where two fall on one second."""

    __slots__ = ("_world",)

    def __init__(self, world: World) -> None:
        self._world = world

    def after(self, seconds: int, call: Callable[[Any], None], subject: Any) -> None:
        """Do ``call(subject)`` in so many seconds, one at least.

        A timeout of SimPy calls what stands in its ``callbacks``; a process would only wait and then do the same, at
        three times the price.
        """
        self._world.timeout(max(1, seconds)).callbacks.append(lambda _event: call(subject))
