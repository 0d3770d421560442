"""The frame of a run: stages, days, shocks of the scenario, the end and the settlement after it."""

from __future__ import annotations

from collections.abc import Generator, Iterable, Mapping
from typing import Any

from sandbox.engine.alerts import WATCHED
from sandbox.engine.commands import EndRun, InjectShock, TakeSeat
from sandbox.engine.events import DayClosed, PlayEnded, RunSettled, RunStarted, SeatTaken
from sandbox.engine.kit import Kit
from sandbox.engine.shocks import inject
from sandbox.engine.side import Side
from sandbox.kernel.messages import Actor, Command, EventEnvelope
from sandbox.kernel.scenario import Scenario
from sandbox.kernel.world import Handler

DAY = 86_400
PLAYABLE = ("prepare", "live", "market")


class Referee:
    """Everything about a run that is not trade.

    Args:
        kit: time and record.
        scenario: length, days, injections.
        sides: the teams by name.
    """

    def __init__(self, kit: Kit, scenario: Scenario, sides: Mapping[str, Side]) -> None:
        self._kit = kit
        self._scenario = scenario
        self._sides = sides
        self.stage = self._first_stage()
        self.day = 0
        self.end_reason = "planned"
        self._end_is_asked = kit.env.event()

    def _first_stage(self) -> str:
        if not self._scenario.show.starts_at:
            return "live"
        return "market" if self._scenario.season_days else "prepare"

    def handlers(self) -> Mapping[type[Command], Handler]:
        """Commands about the run itself."""
        return {TakeSeat: self.take_seat, InjectShock: self.inject_shock, EndRun: self.end}

    def start(self, commitment: str) -> None:
        """Begin: processes for the stages and for the scenario's own shocks."""
        scenario = f"{self._scenario.id}@{self._scenario.version}"
        self._kit.emit(RunStarted(scenario=scenario, market_starts=self._scenario.market_starts, commitment=commitment))
        self._kit.process(self._season() if self._scenario.season_days else self._show_and_days())
        for injection in self._scenario.injections:
            self._kit.process(self._planned(injection.at, InjectShock(
                kind=injection.kind,
                country=str(injection.params.get("country", "")), hours=int(injection.params.get("hours", 0)),
                strength_ppm=int(injection.params.get("strength_ppm", 0)),
                sku=str(injection.params["sku"]) if "sku" in injection.params else None,
            )))

    def take_seat(self, command: TakeSeat, actor: Actor) -> None:
        """Give a seat to a person, a policy or nobody."""
        side = self._sides[actor.team]
        side.seats[command.seat].holder = command.subject
        side.world.emit(SeatTaken(seat=command.seat, holder=command.subject))

    def inject_shock(self, command: InjectShock, actor: Actor) -> None:
        """Make something happen now: to one team, or to all."""
        for side in self._meant(actor.team):
            inject(side, self._scenario, command, planned=False)

    def _meant(self, team: str) -> Iterable[Side]:
        return [self._sides[team]] if team in self._sides else list(self._sides.values())

    def end(self, command: EndRun, actor: Actor) -> None:
        """End the playable part."""
        self._ask_for_the_end(command.reason)

    def _ask_for_the_end(self, reason: str) -> None:
        if not self._end_is_asked.triggered and self.stage in PLAYABLE:
            self.end_reason = reason
            self._end_is_asked.succeed()

    def react(self, side: Side, envelope: EventEnvelope) -> None:
        """Follow the stages, and raise alerts from what happened."""
        follow = FOLLOWED.get(envelope.type)
        if follow is not None:
            follow(self, side, envelope)
        if envelope.type in WATCHED:
            side.alerts.watch(envelope)

    def _show_started(self, side: Side, envelope: EventEnvelope) -> None:
        self.stage = "live"

    def _show_ended(self, side: Side, envelope: EventEnvelope) -> None:
        if self.stage == "live" and not any(one.domains.room.is_live for one in self._sides.values()):
            self.stage = "market"

    def _shocked(self, side: Side, envelope: EventEnvelope) -> None:
        side.shocks.append((envelope.at, envelope.data.kind))  # type: ignore[attr-defined]

    def _bankrupt(self, side: Side, envelope: EventEnvelope) -> None:
        side.is_bankrupt = True
        if all(one.is_bankrupt for one in self._sides.values()):
            self._ask_for_the_end("bankrupt")

    def plain(self) -> list[Any]:
        """State for the digest."""
        return [[side.plain() for side in self._sides.values()], self.day, self.end_reason]

    def _planned(self, at: int, shock: InjectShock) -> Generator[Any, Any, None]:
        if at > 0:
            yield self._kit.timeout(at)
        if self.stage in PLAYABLE:
            for side in self._sides.values():
                inject(side, self._scenario, shock, planned=True)

    def _show_and_days(self) -> Generator[Any, Any, None]:
        """One show, then days counted from its end."""
        yield self._kit.env.timeout(self._scenario.show_ends) | self._end_is_asked
        yield from self._days(self._scenario.days)

    def _season(self) -> Generator[Any, Any, None]:
        """Days counted from the first second, shows inside."""
        yield from self._days(self._scenario.season_days)

    def _days(self, days: int) -> Generator[Any, Any, None]:
        while self.day < days and not self._end_is_asked.triggered:
            yield self._kit.env.timeout(DAY) | self._end_is_asked
            self.day += 1
            for side in self._sides.values():
                self._close_day(side)
        yield from self._settle()

    def _settle(self) -> Generator[Any, Any, None]:
        self.stage = "settling"
        for side in self._sides.values():
            side.domains.close_for_good()
        self._kit.emit(PlayEnded(reason=self.end_reason))
        for _ in range(self._scenario.settle_days + 1):
            if not any(side.domains.open_orders() for side in self._sides.values()):
                break
            yield self._kit.env.timeout(DAY)
        for side in self._sides.values():
            side.world.emit(RunSettled(reason=self.end_reason, orders=side.domains.orders(),
                                       contribution=side.domains.contribution(), worth=side.domains.worth()))
        yield self._kit.env.timeout(1)
        self.stage = "over"
        self._kit.stop_now()
        yield self._kit.env.event()

    def _close_day(self, side: Side) -> None:
        domains = side.domains
        side.world.emit(DayClosed(
            day=self.day, orders_open=domains.open_orders(), tickets_open=domains.desk.open_count(),
            cash=domains.payments.cash(),
        ))


FOLLOWED = {
    "livestream.show_started": Referee._show_started,
    "livestream.show_ended": Referee._show_ended,
    "run.shock_injected": Referee._shocked,
    "payments.bankrupt": Referee._bankrupt,
}
