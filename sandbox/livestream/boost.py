"""Paid impressions of the room, spent evenly over the minutes they were bought for."""

from __future__ import annotations

from typing import Any

from msgspec import Struct

from sandbox.kernel.messages import Actor
from sandbox.livestream.commands import BoostRoom, StopBoost
from sandbox.livestream.equations import TICK
from sandbox.livestream.offer_events import BoostEnded, BoostSpent, BoostStarted
from sandbox.livestream.stage import Stage, refuse

REPORT_SECONDS = 60


class Minute(Struct):
    """What has been spent and brought since the last report."""

    spend: int = 0
    entries: int = 0
    impressions: int = 0
    seconds: int = 0


class Boost:
    """The paid traffic of one room. Buying again while it runs spreads old and new money over the new minutes."""

    def __init__(self, stage: Stage) -> None:
        self._stage = stage
        self.left = 0
        """Money booked and not spent."""
        self.until = 0
        """End of the booked minutes, 0 while nothing runs."""
        self.spent = 0
        """Since the start of the show."""
        self._since = 0
        self._plan = 0
        """Booked money per report, in thousandths."""
        self._shown = 0
        self._minute = Minute()

    def start(self, command: BoostRoom, actor: Actor) -> None:
        """Buy impressions.

        Raises:
            IllegalCommandError: ``not_live`` or ``no_cash``.
        """
        self._stage.require_live()
        self._stage.require_cash(self.left + command.amount)
        self.left += command.amount
        seconds = command.minutes * 60
        self._since, self.until = self._stage.now, self._stage.now + seconds
        self._plan = self.left * 1000 * REPORT_SECONDS // seconds
        self._stage.emit(BoostStarted(amount=self.left, until=self.until, cpm=self._stage.show.boost_cpm))

    def stop(self, command: StopBoost, actor: Actor) -> None:
        """Stop buying; what is not spent stays with the shop.

        Raises:
            IllegalCommandError: ``not_live`` or ``no_boost``.
        """
        self._stage.require_live()
        if not self.until:
            refuse("no_boost", "expected a running boost, got none")
        self.end()

    def spend_tick(self) -> int:
        """Spend one tick's part; returns it."""
        spend = self._due()
        self.left -= spend
        self.spent += spend
        self._minute.spend += spend
        cpm = self._stage.show.boost_cpm
        shown = self.spent * 1000 // cpm
        self._minute.impressions += shown - self._shown
        self._shown = shown
        return spend

    def _due(self) -> int:
        if not self.until or self._since == self._stage.now:
            return 0
        return self.left // ((self.until - self._stage.now) // TICK + 1)

    def close_tick(self, entries: int) -> None:
        """Count who came by it, report each minute, and end when the time is over."""
        if not self.until:
            return
        self._minute.entries += entries
        self._minute.seconds += TICK
        if self._minute.seconds >= REPORT_SECONDS:
            minute, self._minute = self._minute, Minute()
            self._stage.emit(BoostSpent(
                spend=minute.spend, plan=self._plan // 1000, impressions=minute.impressions, entries=minute.entries,
            ))
        if self.until - self._stage.now < TICK:
            self.end()

    def end(self) -> None:
        """End what runs and report the rest of the minute."""
        if self.until:
            minute, self._minute = self._minute, Minute()
            self.until = self.left = self._plan = 0
            self._stage.emit(BoostEnded(spent=minute.spend, impressions=minute.impressions, entries=minute.entries))

    def state(self) -> list[Any]:
        """What decides the future, as plain data."""
        return [self.left, self.until, self._since, self.spent, self._plan, self._shown, self._minute]
