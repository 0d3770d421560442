"""A run: one team's play of a scenario, given by (scenario, secret, engine version, command log) and nothing else."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from typing import Any

from sandbox.engine.answer import Answer
from sandbox.engine.arena import Arena
from sandbox.engine.catalogue import parse_command
from sandbox.engine.domains import Domains
from sandbox.engine.kit import Kit
from sandbox.engine.reactions.table import react
from sandbox.engine.referee import Referee
from sandbox.engine.side import Side
from sandbox.engine.version import ENGINE_VERSION
from sandbox.kernel.codec import to_bytes, to_plain
from sandbox.kernel.draws import Secrets
from sandbox.kernel.errors import CommandError, ForbiddenCommandError, IllegalCommandError, InvalidCommandError
from sandbox.kernel.log import Entry, Header, Log
from sandbox.kernel.messages import Actor, Command, CommandEnvelope, EventEnvelope, Seat
from sandbox.kernel.scenario import Scenario
from sandbox.kernel.world import Handler
from sandbox.roles.catalog import may_send, seats_that_may
from sandbox.roles.seen import Seen, Tallies
from sandbox.roles.view_parts import View
from sandbox.roles.view_types import BoardLine, ResultView
from sandbox.roles.views.seats import seat_view
from sandbox.roles.views.whole import board_line, result_view

LEAD = 60
"""Seconds before a show in which a class already sees every second."""


class Run:
    """Submit commands, advance time, read events and views. One writer; no threads; no wall clock.

    Args:
        scenario: what is played, with its rule book.
        secrets: the keyed randomness of the run's group.
        header: entry 0 of the log.
    """

    def __init__(self, scenario: Scenario, secrets: Secrets, header: Header) -> None:
        self.scenario = scenario
        self.log = Log(header)
        self.answers: dict[str, tuple[str, Answer]] = {}
        self.kit = Kit(secrets, self._react)
        self.arena = Arena(self.kit, scenario)
        self.sides = {team: Side(self.kit, team, scenario, self.arena) for team in header.teams}
        self.referee = Referee(self.kit, scenario, self.sides)
        self._own_handlers = self.referee.handlers()
        self.referee.start(header.commitment)

    @property
    def domains(self) -> Domains:
        """The domains of the one team, or of the first."""
        return next(iter(self.sides.values())).domains

    @property
    def tallies(self) -> Tallies:
        """What the screens of the one team, or of the first, add up."""
        return next(iter(self.sides.values())).tallies

    @property
    def now(self) -> int:
        """Simulation second."""
        return self.kit.now

    @property
    def stage(self) -> str:
        """``prepare``, ``live``, ``market``, ``settling`` or ``over``."""
        return self.referee.stage

    @property
    def is_over(self) -> bool:
        """True once every order has ended: nothing will happen any more."""
        return self.referee.stage == "over"

    @property
    def events(self) -> list[EventEnvelope]:
        """Everything that happened, in order. Do not change it."""
        return self.kit.events

    def entries_since(self, n: int) -> list[Entry]:
        """Log entries after number *n*."""
        return self.log.entries[n:]

    def submit(self, envelope: CommandEnvelope, replayed: int = 0) -> Answer:
        """Decide one command at the present second; the answer is logged either way.

        The same ``cmd_id`` with the same content gets the first answer again; with other content it is refused as
        ``id_reused`` and nothing is logged.

        Args:
            envelope: the command.
            replayed: number of the entry it already has in the log that is being replayed; 0 for a new command.
        """
        fingerprint = hashlib.sha256(to_bytes([envelope.team, envelope.seat, envelope.type, envelope.args])).hexdigest()
        if envelope.cmd_id in self.answers:
            seen, answer = self.answers[envelope.cmd_id]
            return answer if seen in ("", fingerprint) else self._reused(envelope)
        actor = Actor(seat=envelope.seat, subject=envelope.subject, team=envelope.team)
        number = replayed or len(self.log.entries) + 1
        refusal: CommandError | None = None
        try:
            command = self._permitted(envelope)
            self.kit.run_command(actor.seat, actor.subject, number,
                                 lambda: self._handler(type(command), actor)(command, actor))
        except CommandError as error:
            refusal = error
        if not isinstance(refusal, InvalidCommandError):
            # What is malformed is not played again by a replay, so it may not leave a trace in the state.
            self._notice(envelope, accepted=refusal is None)
        if not replayed:
            self._record(envelope, refusal)
        answer = self._answer(envelope.cmd_id, number, refusal)
        self.answers[envelope.cmd_id] = fingerprint, answer
        return answer

    def advance(self, to: int, *, replayed: bool = False) -> None:
        """Let the world run to second *to*: all before it happens, nothing at it. Stops when the run is over."""
        if to <= self.now or self.is_over:
            return
        self.kit.run_until(to)
        if not replayed:
            # The last second is included: a replay that stopped before it would not reach the end.
            at = self.now + int(self.is_over)
            self.log.append("advanced", at=at, events=len(self.events), digest=self.kit.digest)

    def adopt(self, log: Log) -> None:
        """Go on from a log that was just replayed into this run: its entries are the truth, also the malformed ones."""
        self.log = log
        for entry in log.entries:
            if entry.kind == "refused" and entry.cmd_id not in self.answers:
                answer = Answer(ok=False, cmd_id=entry.cmd_id, entry=entry.n, seq=0, code=entry.code)
                self.answers[entry.cmd_id] = "", answer

    def settle(self) -> None:
        """Run on without commands until every order has ended."""
        self.advance(self.scenario.play_ends + (self.scenario.settle_days + 2) * 86_400)

    def state_digest(self) -> str:
        """Hash of everything that decides the future, and of the past."""
        digest = hashlib.sha256(self.kit.digest.encode())
        digest.update(to_bytes([self.now, self.stage, self.referee.plain()]))
        for part in (*self.arena.all(), *(domain for side in self.sides.values() for domain in side.domains.all())):
            digest.update(part.state_digest())
        return digest.hexdigest()

    def view(self, seat: str, team: str = "") -> View:
        """What *seat* may know now (``instructor`` knows everything). *team* only where there are several."""
        return seat_view(self._seen(team), seat)

    def board(self, team: str = "") -> BoardLine:
        """The team's line on the projector."""
        return board_line(self._seen(team))

    def result(self, team: str = "") -> ResultView:
        """What came out, for the result page."""
        return result_view(self._seen(team))

    def figures(self, team: str = "") -> dict[str, int]:
        """The main figures of a team, shop currency in minor units; live and shelf together where not said."""
        side = self._side(team)
        total, orders = side.tallies.room.whole(), side.domains.shop.orders()
        return {
            "views": total["views"], "orders": len(orders), "gmv": sum(order.price * order.units for order in orders),
            "gmv_live": total["gmv"], "gmv_expected": total["gmv_expected"],
            "contribution": side.domains.contribution(), "worth": side.domains.worth(),
        }

    def slow_windows(self) -> tuple[tuple[int, int], ...]:
        """(from, until) of the seconds that a class should see one by one: shows to come or on air, a minute ahead."""
        shows = {window for side in self.sides.values() for window in side.domains.room.coming()}
        lead = LEAD if self.scenario.season_days else self.scenario.show.starts_at
        return tuple((max(0, start - lead), end) for start, end in sorted(shows))

    def close(self) -> Entry:
        """Append the last line of a run file: number of events, event digest, state digest."""
        return self.log.append("digest", at=self.now, events=len(self.events), digest=self.kit.digest,
                               state=self.state_digest())

    def _side(self, team: str) -> Side:
        return self.sides.get(team) or next(iter(self.sides.values()))

    def _seen(self, team: str) -> Seen:
        referee, side = self.referee, self._side(team)
        domains = side.domains
        return Seen(
            scenario=self.scenario, now=self.now, stage=referee.stage, day=referee.day, seats=side.seats,
            alerts=side.alerts.of, shocks=side.shocks, tallies=side.tallies, room=domains.room,
            chain=domains.logistics, money=domains.payments, contribution=domains.contribution,
            worth=domains.worth, events=len(self.events), digest=self.state_digest, domains=domains,
        )

    def _handler(self, kind: type[Command], actor: Actor) -> Handler:
        return self._own_handlers.get(kind) or self.sides[actor.team].handlers[kind]

    def _notice(self, envelope: CommandEnvelope, *, accepted: bool) -> None:
        if envelope.team in self.sides:
            self.sides[envelope.team].noticed(envelope.seat.value, envelope.type, self.now, accepted=accepted)

    def _permitted(self, envelope: CommandEnvelope) -> Command:
        command = parse_command(envelope.type, envelope.args)
        if not may_send(envelope.seat, envelope.type):
            allowed = [seat.value for seat in seats_that_may(envelope.type)]
            raise ForbiddenCommandError("wrong_seat", f"expected the seat {' or '.join(allowed)}, got "
                                        f"{envelope.seat.value}", seats=allowed)
        is_for_all = envelope.seat is Seat.INSTRUCTOR and envelope.type != "run.take_seat"
        if envelope.team not in self.sides and not is_for_all:
            known = ", ".join(self.sides) or "one without a name"
            raise ForbiddenCommandError("unknown_team", f"expected a team of this run ({known}), got {envelope.team!r}")
        if self.stage in ("settling", "over") and envelope.seat is not Seat.INSTRUCTOR:
            raise IllegalCommandError("run_ended", "expected a command before the end of play, got one after it")
        if envelope.team in self.sides and self.sides[envelope.team].is_bankrupt and not is_for_all:
            raise IllegalCommandError("bankrupt", "expected a shop that can still pay, got one that is bankrupt")
        return command

    def _record(self, envelope: CommandEnvelope, refusal: CommandError | None) -> None:
        # A malformed command may carry anything, a name too: only its code stays.
        known = not isinstance(refusal, InvalidCommandError)
        self.log.append(
            "refused" if refusal else "command", at=self.now, cmd_id=envelope.cmd_id, team=envelope.team,
            seat=envelope.seat.value, subject=envelope.subject, type=envelope.type if known else "",
            args=envelope.args if known else {}, based_on=envelope.based_on, code=refusal.code if refusal else "",
        )

    def _answer(self, cmd_id: str, number: int, refusal: CommandError | None) -> Answer:
        if refusal is None:
            return Answer(ok=True, cmd_id=cmd_id, entry=number, seq=len(self.events))
        return Answer(ok=False, cmd_id=cmd_id, entry=number, seq=len(self.events), code=refusal.code,
                      message=refusal.message, facts=dict(refusal.facts))

    def _reused(self, envelope: CommandEnvelope) -> Answer:
        return Answer(ok=False, cmd_id=envelope.cmd_id, entry=0, seq=len(self.events), code="id_reused",
                      message="expected a new command id, got one that stands for another command")

    def _react(self, envelope: EventEnvelope) -> None:
        side = self.sides.get(envelope.team)
        if side is not None:  # what belongs to all teams, nobody's domains react to
            react(side.domains, envelope)
            self.referee.react(side, envelope)


def start_run(scenario: Scenario, group: bytes, *, run: str, group_id: str, bots: Mapping[str, str] | None = None,
              out: bytes | None = None, revealed: bool = False, teams: tuple[str, ...] = ("",)) -> Run:
    """A new run at second 0.

    Args:
        scenario: what is played.
        group: the secret of the group of runs, 32 bytes.
        run: random id of the run.
        group_id: id of the group.
        bots: seat to ``policy@version``, for the header.
        out: another secret for outcome draws, to measure luck.
        revealed: put the secret into the header, for practice.
        teams: those that meet in this run; one without a name by default.
    """
    secrets = Secrets(group, out)
    header = Header(
        run=run, scenario=f"{scenario.id}@{scenario.version}", scenario_hash=scenario.content_hash,
        engine=ENGINE_VERSION, group=group_id, commitment=secrets.commitment, bots=dict(bots or {}), teams=teams,
        secret=group.hex() if revealed else "",
    )
    return Run(scenario, secrets, header)


def plain_event(envelope: EventEnvelope) -> dict[str, Any]:
    """An event as plain data, for files and for grading."""
    return to_plain(envelope)  # type: ignore[no-any-return]


