"""All broadcasts of a run behind one face: those planned, and those that operations puts into the calendar.

One room is current: the one on air, else the next to come, else the last. Commands and questions go to it.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from msgspec import structs

from sandbox.kernel.calendar import HOUR
from sandbox.kernel.messages import Actor, Command
from sandbox.kernel.scenario import Scenario, Show
from sandbox.kernel.world import Handler, World
from sandbox.livestream.commands import ScheduleShow
from sandbox.livestream.craft_events import RoomAdsArrived, ShowScheduled
from sandbox.livestream.reads import Reads
from sandbox.livestream.room import LiveRoom
from sandbox.livestream.stage import refuse

NOTICE = HOUR // 2
"""Seconds that a broadcast has to be announced ahead."""
REST = HOUR
"""Seconds between two broadcasts of one shop."""


class Broadcasts:
    """The live side of one team.

    Args:
        world: time, chance and events.
        scenario: the planned shows, audience and products.
        reads: the rest of the trade.
    """

    def __init__(self, world: World, scenario: Scenario, reads: Reads) -> None:
        self._world = world
        self._scenario = scenario
        self._reads = reads
        self.rooms: list[LiveRoom] = []
        self._handlers_of: list[Mapping[type[Command], Handler]] = []
        for show in scenario.shows:
            self._add(show)

    def _add(self, show: Show) -> LiveRoom:
        ordinal = len(self.rooms)
        followers = self._followers_now if ordinal and show.audience is None else None
        room = LiveRoom(self._world, self._scenario, self._reads, show, ordinal, followers)
        self.rooms.append(room)
        self._handlers_of.append(room.handlers())
        return room

    def _followers_now(self) -> int:
        """Followers of the account: those at the start, and all that shows have won since."""
        return self._scenario.audience.followers + sum(room.figures.totals.follows for room in self.rooms)

    @property
    def current(self) -> LiveRoom:
        """The room on air, else the next to come, else the last that was."""
        waiting = []
        for room in self.rooms:
            if room.is_live:
                return room
            if room.stage.status == "waiting":
                waiting.append(room)
        if waiting:
            return min(waiting, key=lambda room: (room.stage.show.starts_at, room.stage.ordinal))
        return max(self.rooms, key=lambda room: (room.stage.show.starts_at, room.stage.ordinal))

    def handlers(self) -> Mapping[type[Command], Handler]:
        """Command class to the method that decides it, in the room that is current then."""
        table: dict[type[Command], Handler] = {ScheduleShow: self.schedule}
        for kind in self._handlers_of[0]:
            table[kind] = self._in_current(kind)
        return table

    def _in_current(self, kind: type[Command]) -> Handler:
        def decide(command: Any, actor: Actor) -> None:
            self._handlers_of[self.current.stage.ordinal][kind](command, actor)

        return decide

    def schedule(self, command: ScheduleShow, actor: Actor) -> None:
        """Put a further broadcast into the calendar.

        Raises:
            IllegalCommandError: ``too_many_shows``, ``too_soon``, ``after_the_end`` or ``shows_overlap``.
        """
        most, now = self._scenario.max_shows, self._world.now
        if len(self.rooms) >= most:
            refuse("too_many_shows", f"expected at most {most} broadcasts in this scenario, got one more", limit=most)
        if command.starts_at < now + NOTICE:
            refuse("too_soon", f"expected a start at least {NOTICE} s from now ({now + NOTICE} or later), got "
                   f"{command.starts_at}", earliest=now + NOTICE)
        ends = command.starts_at + command.seconds
        if ends > self._scenario.play_ends:
            refuse("after_the_end", f"expected an end by second {self._scenario.play_ends}, got {ends}",
                   latest=self._scenario.play_ends)
        for room in self.rooms:
            show = room.stage.show
            if command.starts_at < show.starts_at + show.seconds + REST and show.starts_at < ends + REST:
                refuse("shows_overlap", f"expected an hour between two broadcasts, got one that begins at "
                       f"{show.starts_at} beside one at {command.starts_at}", other=show.starts_at)
        pattern = self.current.stage.show
        room = self._add(structs.replace(pattern, starts_at=command.starts_at, seconds=command.seconds))
        self._world.emit(ShowScheduled(
            ordinal=room.stage.ordinal, starts_at=command.starts_at, seconds=command.seconds,
        ))

    # what the rest of the run asks and tells

    @property
    def is_live(self) -> bool:
        """Whether a room is on air."""
        return any(room.is_live for room in self.rooms)

    @property
    def starts_at(self) -> int:
        """Second of the run at which the current show starts, or started."""
        return self.current.stage.show.starts_at

    @property
    def ends_at(self) -> int:
        """Second of the run at which the current show is meant to end."""
        return self.starts_at + self.current.stage.show.seconds

    def coming(self) -> tuple[tuple[int, int], ...]:
        """(start, end) of every broadcast on air or to come, in order of time."""
        shows = [room.stage.show for room in self.rooms if room.stage.status != "over"]
        return tuple(sorted((show.starts_at, show.starts_at + show.seconds) for show in shows))

    def visible(self, sku: str) -> int:
        """Units shown as available."""
        return self.current.visible(sku)

    def live_price(self, sku: str) -> int:
        """Price in the room before coupons: a flash price if one runs."""
        return self.current.live_price(sku)

    def country_of_comment(self, comment: str) -> str:
        """Where the writer of a comment lives. Raises KeyError."""
        for room in reversed(self.rooms):
            if comment in room.chat.comments:
                return room.country_of_comment(comment)
        raise KeyError(comment)

    def buy_impressions(self, impressions: int) -> None:
        """A campaign bought impressions of the room for the next five minutes; nothing happens off air."""
        if self.is_live and impressions > 0:
            self.current.traffic.buy(impressions)
            self._world.emit(RoomAdsArrived(impressions=impressions))

    def lend(self, followers: int, quality_ppm: int) -> None:
        """A creator joins the show on air: brings followers, and lifts talk that is worse than the guest's."""
        if self.is_live:
            self.current.traffic.lend(followers)
            self.current.voice.guest_quality = quality_ppm

    def close_for_good(self) -> None:
        """Play is over: nothing goes on air any more."""
        for room in self.rooms:
            room.close_for_good()

    def price_changed(self, sku: str) -> None:
        """The list price of a product is another."""
        for room in self.rooms:
            room.price_changed(sku)

    def availability_changed(self, sku: str) -> None:
        """The shop has more or less of a product: never show more than there is."""
        self.current.availability_changed(sku)

    def restore_unit(self, sku: str) -> None:
        """An order was not paid: its unit can be sold again."""
        self.current.restore_unit(sku)

    def product_off_sale(self, sku: str) -> None:
        """A product is off sale: it leaves the screen."""
        self.current.product_off_sale(sku)

    def spike(self, factor_ppm: int, seconds: int) -> None:
        """Something went viral: the room is shown more for a while."""
        self.current.spike(factor_ppm, seconds)

    def host_absent(self, seconds: int) -> None:
        """The host is missing from now on for so long: nobody talks, and the anchor cannot act."""
        self.current.host_absent(seconds)

    def followers(self) -> int:
        """Followers of the account now."""
        return self._followers_now()

    def state_digest(self) -> bytes:
        """Canonical bytes of every room."""
        return b"\1".join(room.state_digest() for room in self.rooms)
