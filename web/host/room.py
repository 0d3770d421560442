"""One run in the host: its engine, its bots, and what of it has not been sent yet."""

from __future__ import annotations

import logging

from sandbox.bots.play import AUTOPILOT, BotTable, make_policy
from sandbox.engine.answer import Answer
from sandbox.engine.replay import rebuild
from sandbox.engine.run import Run, start_run
from sandbox.kernel.codec import to_bytes
from sandbox.kernel.draws import Secrets
from sandbox.kernel.log import Log
from sandbox.kernel.messages import CommandEnvelope, Seat
from sandbox.kernel.scenario import Scenario
from web.host.messages import Answered, Batch, Bots, Open, Submit
from web.host.screen import Screen
from web.host.words import with_features

BOARD = "board"
SETTLE_STEP = 7 * 86_400
"""Days of the settlement between two looks at the inbox."""
log = logging.getLogger(__name__)


class EngineFaultError(Exception):
    """The engine raised where it may not: this run stops, others go on."""


class Room:
    """A run, opened from *wanted* and played by the host alone."""

    def __init__(self, scenario: Scenario, wanted: Open) -> None:
        self.class_id = wanted.class_id
        self.epoch = wanted.epoch
        self.is_frozen = False
        self.is_done = False
        """Over, and its last picture was sent: the host may forget it."""
        self._scenario, self._secrets = scenario, Secrets(wanted.secret)
        self._is_new = wanted.header is None
        self.run = self._opened(wanted)
        self.bots = self._seated(wanted.bots)
        self._sent = len(wanted.entries)
        self._answers: list[Answered] = []
        self._screens: dict[tuple[str, str], Screen] = {}
        self._boards: dict[str, bytes] = {}
        """The line that each team whose board is watched has shown."""
        self._looked_at = 0.0

    def _opened(self, wanted: Open) -> Run:
        if wanted.header is None:
            return start_run(
                self._scenario, wanted.secret, run=wanted.run, group_id=wanted.group, bots=_passports(wanted.bots),
                teams=tuple(wanted.bots),
            )  # fmt: skip
        return self._rebuilt(Log(wanted.header), wanted.entries)

    def _rebuilt(self, kept: Log, entries: list) -> Run:
        kept.entries = list(entries)
        kept.head = entries[-1].hash if entries else kept.head
        return rebuild(self._scenario, self._secrets, kept)

    def _seated(self, bots: Bots) -> dict[str, BotTable]:
        tables = {team: BotTable(self.run, team) for team in self.run.sides}
        for team, seats in bots.items():
            for seat, policy in seats.items():
                tables[team].put(seat, policy)
        return tables

    def submit(self, message: Submit) -> None:
        """Decide a command; a fault of the engine is answered too, and leaves no trace in the run."""
        envelope = message.envelope
        try:
            if message.text:
                envelope = with_features(self.run, envelope, message.text, message.text_hash)
            answer = self.run.submit(envelope)
        except Exception:
            log.exception("engine fault in run %s at entry %s", self.run.log.header.run, len(self.run.log.entries) + 1)
            answer = self._recover(envelope)
        self._answers.append(Answered(token=message.token, answer=answer))

    def _recover(self, envelope: CommandEnvelope) -> Answer:
        bots = {
            team: {seat: name.split("@")[0] for seat, name in table.names().items()}
            for team, table in self.bots.items()
        }
        self.run = self._rebuilt(Log(self.run.log.header), self.run.log.entries)
        self.bots = self._seated(bots)
        return Answer(
            ok=False, cmd_id=envelope.cmd_id, entry=0, seq=len(self.run.events), code="engine_fault",
            message="the engine failed on this command; the run goes on without it",
        )  # fmt: skip

    def step(self, target: int) -> None:
        """Go on to second *target*, letting bots look when they want to; settle at once when play is over.

        Raises:
            EngineFaultError: the engine cannot go on.
        """
        try:
            self._step(target)
        except Exception as error:
            self.is_frozen = True
            log.exception("engine fault in run %s at second %s", self.run.log.header.run, self.run.now)
            raise EngineFaultError(f"{type(error).__name__} at second {self.run.now}") from error

    def _step(self, target: int) -> None:
        if self.run.stage == "settling":
            self.run.advance(self.run.now + SETTLE_STEP)
        while self.run.now < target and self.run.stage not in ("settling", "over"):
            self._let_bots_act()
            due = min(table.due() for table in self.bots.values())
            self.run.advance(max(self.run.now + 1, min(target, due)))
        self._let_bots_act()
        if self.run.is_over and not self._is_closed:
            self.run.close()

    def _let_bots_act(self) -> None:
        for table in self.bots.values():
            table.act()

    @property
    def _is_closed(self) -> bool:
        return bool(self.run.log.entries) and self.run.log.entries[-1].kind == "digest"

    def watch(self, team: str, seat: str, on: bool) -> None:
        """Begin, or stop, to look through the eyes of a seat of a team."""
        if seat == BOARD:
            self._watch_board(team, on)
        elif not on:
            self._screens.pop((team, seat), None)
        elif (team, seat) not in self._screens:
            self._screens[team, seat] = Screen(seat, self.epoch, team)
            self._looked_at = 0.0

    def _watch_board(self, team: str, on: bool) -> None:
        self._boards.pop(team, None)
        if on:
            self._boards[team], self._looked_at = b"", 0.0

    def batch(self, wall: float, interval: float) -> Batch | None:
        """What is to be sent; looks through watched seats at most once each *interval* wall seconds."""
        entries = self.run.entries_since(self._sent)
        is_time = wall - self._looked_at >= interval
        screens = self._look() if is_time else []
        boards = self._changed_boards() if is_time else {}
        if is_time:
            self._looked_at = wall
            self.is_done = self._is_closed
        if not (entries or self._answers or screens or boards or self._is_new):
            return None
        made = Batch(
            run=self.run.log.header.run, epoch=self.epoch, now=self.run.now, stage=self.run.stage,
            events=len(self.run.events), header=self.run.log.header if self._is_new else None,
            entries=entries, answers=self._answers, screens=screens, boards=boards,
        )  # fmt: skip
        self._sent, self._answers, self._is_new = len(self.run.log.entries), [], False
        return made

    def _look(self) -> list:
        parts = (screen.look(self.run) for screen in self._screens.values())
        return [part for part in parts if part]

    def _changed_boards(self) -> dict[str, bytes]:
        lines = {team: to_bytes(self.run.board(team)) for team in self._boards}
        changed = {team: line for team, line in lines.items() if line != self._boards[team]}
        self._boards.update(changed)
        return changed


def _passports(bots: Bots) -> dict[str, str]:
    """For the header: seat to bot, ``team/seat`` where teams have names."""
    found = {}
    for team, seats in bots.items():
        for seat, policy in seats.items():
            if policy != AUTOPILOT:
                passport = make_policy(policy, Seat(seat)).passport
                found[f"{team}/{seat}" if team else seat] = f"{passport.id}@{passport.version}"
    return found
