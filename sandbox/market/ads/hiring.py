"""Offers to creators."""

from __future__ import annotations

from sandbox.kernel import ids
from sandbox.kernel.calendar import DAY, HOUR
from sandbox.kernel.messages import Actor
from sandbox.kernel.scenario import Scenario
from sandbox.kernel.scenario_market import Creator
from sandbox.kernel.world import World
from sandbox.market.ads.commands import HireCreator
from sandbox.market.ads.creators import Booking
from sandbox.market.ads.events import CreatorAsked
from sandbox.market.ads.exchange import AdExchange
from sandbox.market.ads.reads import Reads
from sandbox.market.ads.rules import Rules, refuse

NOTICE = 12 * HOUR
"""How long before the appearance somebody must be asked: chosen."""
SHARES = {"flat": (100, 0), "mixed": (50, 100), "commission": (0, 100)}
"""Per cent of the usual fee and of the usual commission, by kind of fee."""


class Hiring:
    """One team's offers."""

    def __init__(self, world: World, scenario: Scenario, exchange: AdExchange, reads: Reads, rules: Rules) -> None:
        self._world = world
        self._scenario = scenario
        self._exchange = exchange
        self._reads = reads
        self._rules = rules

    def hire(self, command: HireCreator, actor: Actor) -> None:
        """Make an offer; the answer comes within hours.

        Raises:
            IllegalCommandError: ``no_market``, ``unknown_creator``, ``unknown_sku``, ``show_or_day``,
                ``unknown_show``, ``too_late``, ``after_play``, ``already_asked``, ``no_account``, ``no_listing`` or
                ``not_enough_cash``.
        """
        row = self._creator(command.creator)
        product = self._rules.product(command.sku)
        starts = self._starts(command)
        self._in_time(starts)
        platform, listing = ("", "") if command.show is not None else self._place(command, row)
        self._is_free(row, starts // DAY)
        fee_share, commission_share = SHARES[command.fee_kind]
        fee = row.fee * fee_share // 100
        spendable = self._reads.spendable()
        if fee > spendable:
            refuse("not_enough_cash", f"expected {fee} at hand for the fee, got {spendable}", cost=fee,
                   spendable=spendable)
        show = -1 if command.show is None else command.show
        name = f"booking:{row.id}:{starts // DAY}"
        booking = Booking(
            id=ids.to_text(ids.child(0, name, self._world.next_ordinal(0, name))), team=self._reads.team,
            creator=row.id, sku=command.sku, category=product.category, country=row.country, platform=platform,
            listing=listing, price=product.price, fee=fee, commission_ppm=row.commission * commission_share // 100,
            show=show, day=starts // DAY,
        )
        self._world.emit(CreatorAsked(
            booking=booking.id, creator=row.id, sku=command.sku, fee=fee, commission_ppm=booking.commission_ppm,
            show=show, day=booking.day, no_show_ppm=row.no_show,
        ))
        self._exchange.creators.ask(booking)

    def _creator(self, creator: str) -> Creator:
        self._rules.market()
        rows = self._exchange.creators.rows
        if creator not in rows:
            refuse("unknown_creator", f"expected one of {', '.join(rows) or 'nobody'}, got {creator}", creator=creator)
        return rows[creator]

    def _starts(self, command: HireCreator) -> int:
        """Second of the appearance."""
        if (command.show is None) == (command.day is None):
            refuse("show_or_day", "expected a show or a day, exactly one of them")
        if command.day is not None:
            return command.day * DAY
        assert command.show is not None
        starts = self._reads.show_starts(command.show)
        if starts is None:
            refuse("unknown_show", f"expected a show that is still to come, got number {command.show}",
                   show=command.show)
        return starts

    def _in_time(self, starts: int) -> None:
        earliest = self._world.now + NOTICE
        if starts < earliest:
            refuse("too_late", f"expected an appearance from second {earliest} on, {NOTICE // HOUR} hours ahead, got "
                   f"{starts}", earliest=earliest, starts=starts)
        if starts >= self._scenario.play_ends:
            last = (self._scenario.play_ends - 1) // DAY
            refuse("after_play", f"expected a day up to {last}, got {starts // DAY}", last=last, day=starts // DAY)

    def _is_free(self, row: Creator, day: int) -> None:
        """Whoever is booked that day, by whomever, says so at once."""
        bookings = self._exchange.creators.bookings
        mine = [one for one in bookings if one.creator == row.id and one.day == day and one.team == self._reads.team]
        if any(one.status != "declined" for one in mine):
            refuse("already_asked", f"expected one offer to {row.id} for day {day}, got another", day=day)
        if day in self._exchange.creators.taken(row.id):
            refuse("creator_busy", f"expected a day on which {row.id} is free, day {day} is taken", day=day)

    def _place(self, command: HireCreator, row: Creator) -> tuple[str, str]:
        accounts = [one.platform for one in self._rules.market().accounts if one.country == row.country]
        platform = command.platform or (accounts[0] if accounts else "")
        self._rules.account(platform, row.country)
        return platform, self._rules.listing(command.sku, row.country, platform)
