"""Hired agents: they work off what nobody has claimed, in their shift, in the order of the queue policy."""

from __future__ import annotations

import heapq
from collections.abc import Generator
from typing import Any

from sandbox.kernel.calendar import DAY, HOUR
from sandbox.service import roster
from sandbox.service.alarms import later
from sandbox.service.cases import NEVER, Ticket
from sandbox.service.events import WagesPaid
from sandbox.service.hands import Hands
from sandbox.service.registry import Registry


class Staff:
    """The agents of one desk, their queue and their wages.

    Args:
        registry: tickets, and who waits.
        hands: does what an agent does with a ticket.
    """

    def __init__(self, registry: Registry, hands: Hands) -> None:
        self._registry = registry
        self._world = registry.world
        self._hands = hands
        self._handling = self._world.stream("out.service.handling")
        self._queue: list[tuple[int, int]] = []
        self._loads: list[int] = []
        """Thirds of attention taken, by agent."""
        self._open = (0, 0)
        """Second at which the shift that goes on began, or was taken up, and the one at which it ends."""
        self._paid = (0, 0)
        """Agents whose shift is paid, and the second until which it is."""
        self._version = 0
        self._is_over = False
        """Play is over: agents come in, and are paid, only on days on which somebody waits."""
        registry.on_waiting.append(self._waits)

    def policy_changed(self) -> None:
        """Take up another number of agents, another shift or another order of the queue."""
        policy = self._registry.policy
        self._loads += [0] * (policy.agents - len(self._loads))
        self._queue = [
            (policy.key(ticket), ticket.id) for ticket in self._registry.waiting.values() if not ticket.is_claimed
        ] if policy.agents else []
        heapq.heapify(self._queue)
        self._version += 1
        self._open = (0, 0)
        if policy.agents:
            self._world.process(self._shifts(self._version))
        if policy.bot:
            self._world.process(self._bot_days(self._version))

    def close_for_good(self) -> None:
        """Play is over: what the seat had claimed goes back to the agents, and the bot is not renewed."""
        self._is_over = True
        self._registry.policy.bot = False
        for ticket in self._registry.open_ones.values():
            ticket.is_claimed = False
        self.policy_changed()

    def released(self, ticket: Ticket) -> None:
        """A ticket is in nobody's hands any more."""
        if ticket.needs_reply:
            self._waits(ticket)

    def row(self) -> list[Any]:
        """What decides the future, for the state digest."""
        return [self._loads, self._open, self._paid, self._is_over, sorted(self._queue)]

    def _waits(self, ticket: Ticket) -> None:
        policy = self._registry.policy
        if policy.agents and ticket.needs_reply and not ticket.is_claimed:
            heapq.heappush(self._queue, (policy.key(ticket), ticket.id))
            self._dispatch()

    def _dispatch(self) -> None:
        """Hand out tickets while somebody is free for the first of the queue."""
        if not self._open[0] <= self._world.now < self._open[1]:
            return
        while self._queue:
            ticket = self._registry.tickets[self._queue[0][1]]
            if not ticket.needs_reply or ticket.is_claimed or ticket.agent != NEVER:
                heapq.heappop(self._queue)
                continue
            agent = self._free_for(roster.parts_of(ticket.kind))
            if agent == NEVER:
                return
            heapq.heappop(self._queue)
            self._begin(ticket, agent)

    def _free_for(self, parts: int) -> int:
        room = roster.CHATS_AT_ONCE - parts
        agents = range(self._registry.policy.agents)
        return next((agent for agent in agents if self._loads[agent] <= room), NEVER)

    def _begin(self, ticket: Ticket, agent: int) -> None:
        seconds = roster.handling_seconds(
            ticket.kind, self._handling.normal(ticket.id, ticket.contacts),
            knows_language=self._hands.knows(ticket), has_macro=self._hands.macro_for(ticket) is not None,
        )
        ticket.agent, ticket.done_at = agent, self._world.now + seconds
        self._loads[agent] += roster.parts_of(ticket.kind)
        later(self._world, seconds, lambda: self._handle(ticket))

    def _handle(self, ticket: Ticket) -> None:
        """An agent is done with a ticket."""
        self._loads[ticket.agent] -= roster.parts_of(ticket.kind)
        ticket.agent = ticket.done_at = NEVER
        if ticket.needs_reply and not ticket.is_claimed:
            self._hands.finish(ticket)
        self._dispatch()

    def _shifts(self, version: int) -> Generator[Any, Any, None]:
        """One day after the other, until the desk is set up in another way."""
        policy = self._registry.policy
        while True:
            clock = self._registry.calendar.clock(self._world.now, self._registry.offset(policy.zone))
            begins, ends = roster.opening(clock, policy.shift_from, policy.shift_to)
            if begins:
                yield self._world.timeout(begins)
                if version != self._version:
                    return
            if not self._is_over or self._registry.waiting:
                self._open = (self._world.now, self._world.now + ends - begins)
                self._pay()
                self._dispatch()
            yield self._world.timeout(ends - begins)
            if version != self._version:
                return

    def _bot_days(self, version: int) -> Generator[Any, Any, None]:
        """What the bot costs, from tomorrow on: switching it on and off within a day is free."""
        while True:
            yield self._world.timeout(DAY)
            if version != self._version:
                return
            self._world.emit(WagesPaid(agents=0, hours=0, cost=roster.BOT_PER_DAY))

    def _pay(self) -> None:
        """The hours of this shift that are not paid yet; hours once paid do not come back."""
        policy, ends = self._registry.policy, self._open[1]
        paid, until = self._paid if self._paid[1] > self._world.now else (0, 0)
        hours = roster.shift_hours(policy.shift_from, policy.shift_to)
        hired = max(0, policy.agents - paid)
        longer = -(-(ends - until) // HOUR) if paid and ends > until else 0
        self._paid = (max(policy.agents, paid), max(ends, until))
        worked = hired * hours + min(paid, policy.agents) * longer
        if worked:
            cost = roster.cost_of_hours(worked, policy.zone, max(1, len(policy.languages)))
            self._world.emit(WagesPaid(agents=policy.agents, hours=worked, cost=cost))
