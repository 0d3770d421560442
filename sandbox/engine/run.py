"""A run: one team's play of a scenario, given by (scenario, secret, engine version, command log) and nothing else."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from typing import Any

from sandbox.engine.answer import Answer
from sandbox.engine.catalogue import parse_command
from sandbox.engine.domains import Domains
from sandbox.engine.kit import Kit
from sandbox.engine.reactions import react
from sandbox.engine.referee import Referee
from sandbox.engine.version import ENGINE_VERSION
from sandbox.kernel.codec import to_bytes, to_plain
from sandbox.kernel.draws import Secrets
from sandbox.kernel.errors import CommandError, ForbiddenCommandError, IllegalCommandError, InvalidCommandError
from sandbox.kernel.log import Entry, Header, Log
from sandbox.kernel.messages import Actor, Command, CommandEnvelope, EventEnvelope, Seat
from sandbox.kernel.scenario import Scenario
from sandbox.roles.catalog import may_send, seats_that_may
from sandbox.roles.seen import Seen, Tallies
from sandbox.roles.view_parts import View
from sandbox.roles.view_types import BoardLine, ResultView
from sandbox.roles.views.seats import seat_view
from sandbox.roles.views.whole import board_line, result_view


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
        self.tallies = Tallies(scenario)
        self.domains = Domains(self.kit, scenario)
        self.referee = Referee(self.kit, scenario, self.domains)
        self._handlers = {**self.domains.handlers(), **self.referee.handlers()}
        self.referee.start(header.commitment)

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
        fingerprint = hashlib.sha256(to_bytes([envelope.seat, envelope.type, envelope.args])).hexdigest()
        if envelope.cmd_id in self.answers:
            seen, answer = self.answers[envelope.cmd_id]
            return answer if seen in ("", fingerprint) else self._reused(envelope)
        actor = Actor(seat=envelope.seat, subject=envelope.subject)
        number = replayed or len(self.log.entries) + 1
        refusal: CommandError | None = None
        try:
            command = self._permitted(envelope)
            self.kit.run_command(actor.seat, actor.subject, number,
                                 lambda: self._handlers[type(command)](command, actor))
        except CommandError as error:
            refusal = error
        if not isinstance(refusal, InvalidCommandError):
            # What is malformed is not played again by a replay, so it may not leave a trace in the state.
            self.referee.noticed(envelope.seat, envelope.type, accepted=refusal is None)
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
        for domain in self.domains.all():
            digest.update(domain.state_digest())
        return digest.hexdigest()

    def view(self, seat: str) -> View:
        """What *seat* may know now (``instructor`` knows everything)."""
        return seat_view(self._seen(), seat)

    def board(self) -> BoardLine:
        """The team's line on the projector."""
        return board_line(self._seen())

    def result(self) -> ResultView:
        """What came out, for the result page."""
        return result_view(self._seen())

    def figures(self) -> dict[str, int]:
        """The main figures of the run, shop currency in minor units."""
        total = self.tallies.room.total
        return {
            "views": total["views"], "orders": total["orders"], "gmv": total["gmv"],
            "gmv_expected": total["gmv_expected"], "contribution": self.domains.contribution(),
            "worth": self.domains.worth(),
        }

    def close(self) -> Entry:
        """Append the last line of a run file: number of events, event digest, state digest."""
        return self.log.append("digest", at=self.now, events=len(self.events), digest=self.kit.digest,
                               state=self.state_digest())

    def _seen(self) -> Seen:
        referee = self.referee
        return Seen(
            scenario=self.scenario, now=self.now, stage=self.stage, day=referee.day, seats=referee.seats,
            alerts=referee.alerts.of, shocks=referee.shocks, tallies=self.tallies, room=self.domains.room,
            chain=self.domains.logistics, money=self.domains.payments, contribution=self.domains.contribution,
            worth=self.domains.worth,
            events=len(self.events), digest=self.state_digest,
        )

    def _permitted(self, envelope: CommandEnvelope) -> Command:
        command = parse_command(envelope.type, envelope.args)
        if not may_send(envelope.seat, envelope.type):
            allowed = [seat.value for seat in seats_that_may(envelope.type)]
            raise ForbiddenCommandError("wrong_seat", f"expected the seat {' or '.join(allowed)}, got "
                                        f"{envelope.seat.value}", seats=allowed)
        if self.stage in ("settling", "over") and envelope.seat is not Seat.INSTRUCTOR:
            raise IllegalCommandError("run_ended", "expected a command before the end of play, got one after it")
        return command

    def _record(self, envelope: CommandEnvelope, refusal: CommandError | None) -> None:
        # A malformed command may carry anything, a name too: only its code stays.
        known = not isinstance(refusal, InvalidCommandError)
        self.log.append(
            "refused" if refusal else "command", at=self.now, cmd_id=envelope.cmd_id, seat=envelope.seat.value,
            subject=envelope.subject, type=envelope.type if known else "", args=envelope.args if known else {},
            based_on=envelope.based_on, code=refusal.code if refusal else "",
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
        self.tallies.watch(envelope)
        react(self.domains, envelope)
        self.referee.react(envelope)


def start_run(scenario: Scenario, group: bytes, *, run: str, group_id: str, bots: Mapping[str, str] | None = None,
              out: bytes | None = None, revealed: bool = False) -> Run:
    """A new run at second 0.

    Args:
        scenario: what is played.
        group: the secret of the group of runs, 32 bytes.
        run: random id of the run.
        group_id: id of the group.
        bots: seat to ``policy@version``, for the header.
        out: another secret for outcome draws, to measure luck.
        revealed: put the secret into the header, for practice.
    """
    secrets = Secrets(group, out)
    header = Header(
        run=run, scenario=f"{scenario.id}@{scenario.version}", scenario_hash=scenario.content_hash,
        engine=ENGINE_VERSION, group=group_id, commitment=secrets.commitment, bots=dict(bots or {}),
        secret=group.hex() if revealed else "",
    )
    return Run(scenario, secrets, header)


def plain_event(envelope: EventEnvelope) -> dict[str, Any]:
    """An event as plain data, for files and for grading."""
    return to_plain(envelope)  # type: ignore[no-any-return]


