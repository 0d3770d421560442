"""The frame of a run: stages, days, seats, alerts, shocks of the scenario, the end and the settlement after it."""

from __future__ import annotations

from collections.abc import Generator, Mapping
from typing import Any

from sandbox.engine.alerts import Alerts
from sandbox.engine.commands import EndRun, InjectShock, TakeSeat
from sandbox.engine.domains import Domains
from sandbox.engine.events import DayClosed, PlayEnded, RunSettled, RunStarted, SeatTaken
from sandbox.engine.kit import Kit
from sandbox.engine.shocks import inject
from sandbox.kernel.messages import PLAYER_SEATS, Actor, Command, EventEnvelope, Seat
from sandbox.kernel.scenario import Scenario
from sandbox.kernel.world import Handler

DAY = 86_400


class SeatRecord:
    """Who holds a seat and what was done from it."""

    __slots__ = ("accepted", "holder", "last_action_at", "refused")

    def __init__(self) -> None:
        self.holder = ""
        self.last_action_at: int | None = None
        self.accepted = 0
        self.refused = 0


class Referee:
    """Everything about a run that is not trade.

    Args:
        kit: time and record.
        scenario: length, days, injections.
        domains: the five domains.
    """

    def __init__(self, kit: Kit, scenario: Scenario, domains: Domains) -> None:
        self._kit = kit
        self._scenario = scenario
        self._domains = domains
        self.stage = "prepare" if scenario.show.starts_at else "live"
        self.seats = {seat.value: SeatRecord() for seat in PLAYER_SEATS}
        self.alerts = Alerts(kit)
        self.day = 0
        self.end_reason = "planned"
        self.shocks: list[tuple[int, str]] = []
        self._end_is_asked = kit.env.event()

    def handlers(self) -> Mapping[type[Command], Handler]:
        """Commands about the run itself."""
        return {TakeSeat: self.take_seat, InjectShock: self.inject_shock, EndRun: self.end}

    def start(self, commitment: str) -> None:
        """Begin: processes for the stages and for the scenario's own shocks."""
        scenario = f"{self._scenario.id}@{self._scenario.version}"
        self._kit.emit(RunStarted(scenario=scenario, market_starts=self._scenario.market_starts, commitment=commitment))
        self._kit.process(self._course())
        for injection in self._scenario.injections:
            self._kit.process(self._planned(injection.at, InjectShock(
                kind=injection.kind,
                country=str(injection.params.get("country", "")), hours=int(injection.params.get("hours", 0)),
                strength_ppm=int(injection.params.get("strength_ppm", 0)),
                sku=str(injection.params["sku"]) if "sku" in injection.params else None,
            )))

    def take_seat(self, command: TakeSeat, actor: Actor) -> None:
        """Give a seat to a person, a policy or nobody."""
        self.seats[command.seat].holder = command.subject
        self._kit.emit(SeatTaken(seat=command.seat, holder=command.subject))

    def inject_shock(self, command: InjectShock, actor: Actor) -> None:
        """Make something happen now."""
        inject(self._kit, self._domains, self._scenario, command, planned=False)

    def end(self, command: EndRun, actor: Actor) -> None:
        """End the playable part."""
        if not self._end_is_asked.triggered and self.stage in ("prepare", "live", "market"):
            self.end_reason = command.reason
            self._end_is_asked.succeed()

    def noticed(self, seat: Seat, command_type: str, *, accepted: bool) -> None:
        """A seat sent something: remember it, and let it answer alerts."""
        record = self.seats.get(seat.value)
        if record is None:
            return
        if accepted:
            record.accepted += 1
            self.alerts.acted(seat.value, command_type)
        else:
            record.refused += 1
        record.last_action_at = self._kit.now

    def react(self, envelope: EventEnvelope) -> None:
        """Follow the stages and raise alerts from what happened."""
        if envelope.type == "livestream.show_started":
            self.stage = "live"
        elif envelope.type == "livestream.show_ended" and self.stage == "live":
            self.stage = "market"
        elif envelope.type == "run.shock_injected":
            self.shocks.append((envelope.at, envelope.data.kind))  # type: ignore[attr-defined]
        self.alerts.watch(envelope)

    def plain(self) -> list[Any]:
        """State for the digest."""
        seats = [[name, seat.holder, seat.accepted, seat.refused] for name, seat in sorted(self.seats.items())]
        return [seats, self.day, self.end_reason, self.alerts.plain()]

    def _planned(self, at: int, shock: InjectShock) -> Generator[Any, Any, None]:
        if at > 0:
            yield self._kit.timeout(at)
        if self.stage in ("prepare", "live", "market"):
            inject(self._kit, self._domains, self._scenario, shock, planned=True)

    def _course(self) -> Generator[Any, Any, None]:
        env, scenario = self._kit.env, self._scenario
        yield env.timeout(scenario.show_ends) | self._end_is_asked
        while self.day < scenario.days and not self._end_is_asked.triggered:
            yield env.timeout(DAY) | self._end_is_asked
            self.day += 1
            self._close_day()
        self.stage = "settling"
        self._domains.room.close_for_good()
        self._kit.emit(PlayEnded(reason=self.end_reason))
        for _ in range(scenario.settle_days + 1):
            if self._domains.open_orders() == 0:
                break
            yield env.timeout(DAY)
        self._kit.emit(RunSettled(reason=self.end_reason, orders=self._domains.orders(),
                                  contribution=self._domains.contribution(), worth=self._domains.worth()))
        yield env.timeout(1)
        self.stage = "over"
        self._kit.stop_now()
        yield env.event()

    def _close_day(self) -> None:
        self._kit.emit(DayClosed(
            day=self.day, orders_open=self._domains.open_orders(), tickets_open=self._domains.desk.open_count(),
            cash=self._domains.payments.cash(),
        ))
