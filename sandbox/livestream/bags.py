"""Lucky bags: they bring freebie hunters and hold people, and each one less than the one before."""

from __future__ import annotations

from typing import Any

from sandbox.kernel.messages import Actor
from sandbox.livestream.commands import StartLuckyBag
from sandbox.livestream.equations import TICK, bag_pull
from sandbox.livestream.offer_events import LuckyBagDrawn, LuckyBagStarted
from sandbox.livestream.stage import Stage, refuse

BAGS_PER_HOUR = 3
RESTLESS_SECONDS = 60
"""How long people leave faster after a draw."""


class LuckyBags:
    """The bags of one room."""

    def __init__(self, stage: Stage) -> None:
        self._stage = stage
        self.per_hour = BAGS_PER_HOUR
        self._starts: list[int] = []
        self._recent = 0.0
        self.until = 0
        """End of the running bag, 0 for none."""
        self._restless_until = 0

    def start(self, command: StartLuckyBag, actor: Actor) -> None:
        """Open a bag; its prizes are paid now.

        Raises:
            IllegalCommandError: ``not_live``, ``bag_running``, ``too_many_bags`` or ``no_cash``.
        """
        self._stage.require_live()
        if self.until:
            refuse("bag_running", f"expected no open bag, got one until {self.until}", until=self.until)
        recent = [at for at in self._starts if at > self._stage.now - 3600]
        if len(recent) >= self.per_hour:
            refuse("too_many_bags", f"expected at most {self.per_hour} bags an hour, got one more",
                   limit=self.per_hour, free_at=recent[0] + 3600)
        cost = command.prizes * self._stage.show.lucky_bag_cost
        self._stage.require_cash(cost)
        self._starts.append(self._stage.now)
        self._recent = 0.6 * self._recent + 1.0
        self.until = self._stage.now + command.seconds
        self._stage.emit(LuckyBagStarted(prizes=command.prizes, until=self.until, cost=cost))

    @property
    def pull(self) -> float:
        """How strongly the open bag holds people, 0 without one."""
        return bag_pull(self._recent) if self.until else 0.0

    @property
    def is_restless(self) -> bool:
        """Whether a draw has just let people go."""
        return not self.until and self._stage.now <= self._restless_until

    def wear_off(self) -> None:
        """Let a tick pass over the habit of bags."""
        self._recent *= 1.0 - TICK / 1800.0

    def draw_when_due(self) -> None:
        """Draw the open bag when its time has come."""
        if self.until and self.until <= self._stage.now:
            self.draw()

    def draw(self) -> None:
        """Draw the open bag: everybody but those about to scroll on takes part."""
        if self.until:
            mood = self._stage.crowd.mood
            self.until = 0
            self._restless_until = self._stage.now + RESTLESS_SECONDS
            self._stage.emit(LuckyBagDrawn(participants=int(mood["stayers"] + mood["hunters"])))

    def state(self) -> list[Any]:
        """What decides the future, as plain data."""
        return [self._starts, self._recent.hex(), self.until, self._restless_until]
