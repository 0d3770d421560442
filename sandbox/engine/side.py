"""One team of a run: its domains, what its screens add up, who sits where, what waits for whom."""

from __future__ import annotations

from typing import Any

from sandbox.engine.alerts import Alerts
from sandbox.engine.arena import Arena
from sandbox.engine.domains import Domains
from sandbox.engine.kit import Kit, TeamWorld
from sandbox.kernel.messages import PLAYER_SEATS
from sandbox.kernel.scenario import Scenario
from sandbox.roles.seen import Tallies


class SeatRecord:
    """Who holds a seat and what was done from it."""

    __slots__ = ("accepted", "holder", "last_action_at", "refused")

    def __init__(self) -> None:
        self.holder = ""
        self.last_action_at: int | None = None
        self.accepted = 0
        self.refused = 0


class Side:
    """Everything of one team.

    Args:
        kit: time, chance and record of the run.
        team: its name, empty where there is one.
        scenario: what is played.
        arena: what all teams of the run share.
    """

    def __init__(self, kit: Kit, team: str, scenario: Scenario, arena: Arena) -> None:
        self.team = team
        self.world = TeamWorld(kit, team)
        self._tallies = Tallies(scenario, kit.events, team)
        self.domains = Domains(self.world, scenario, arena)
        self.handlers = self.domains.handlers()
        self.seats = {seat.value: SeatRecord() for seat in PLAYER_SEATS}
        self.alerts = Alerts(self.world)
        self.is_bankrupt = False
        self.shocks: list[tuple[int, str]] = []
        """(second, kind) of what happened to this team."""

    @property
    def tallies(self) -> Tallies:
        """What the screens of the team add up, as of now."""
        return self._tallies.caught_up()

    def noticed(self, seat: str, command_type: str, now: int, *, accepted: bool) -> None:
        """A seat sent something: remember it, and let it answer alerts."""
        record = self.seats.get(seat)
        if record is None:
            return
        if accepted:
            record.accepted += 1
            self.alerts.acted(seat, command_type)
        else:
            record.refused += 1
        record.last_action_at = now

    def plain(self) -> list[Any]:
        """State for the digest, domains apart."""
        seats = [[name, seat.holder, seat.accepted, seat.refused] for name, seat in sorted(self.seats.items())]
        return [self.team, seats, self.alerts.plain(), self.is_bankrupt, self.shocks]
