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
from web.host.messages import Answered, Batch, Open, Submit
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
        self.bots = BotTable(self.run)
        for seat, policy in wanted.bots.items():
            self.bots.put(seat, policy)
        self._sent = len(wanted.entries)
        self._answers: list[Answered] = []
        self._screens: dict[str, Screen] = {}
        self._shown_board = b""
        self._looked_at = 0.0

    def _opened(self, wanted: Open) -> Run:
        if wanted.header is None:
            return start_run(
                self._scenario, wanted.secret, run=wanted.run, group_id=wanted.group, bots=_passports(wanted.bots)
            )
        return self._rebuilt(Log(wanted.header), wanted.entries)

    def _rebuilt(self, kept: Log, entries: list) -> Run:
        kept.entries = list(entries)
        kept.head = entries[-1].hash if entries else kept.head
        return rebuild(self._scenario, self._secrets, kept)

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
        names = {seat: name.split("@")[0] for seat, name in self.bots.names().items()}
        self.run = self._rebuilt(Log(self.run.log.header), self.run.log.entries)
        self.bots = BotTable(self.run)
        for seat, policy in names.items():
            self.bots.put(seat, policy)
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
            self.bots.act()
            self.run.advance(max(self.run.now + 1, min(target, self.bots.due())))
        self.bots.act()
        if self.run.is_over and not self._is_closed:
            self.run.close()

    @property
    def _is_closed(self) -> bool:
        return bool(self.run.log.entries) and self.run.log.entries[-1].kind == "digest"

    def watch(self, seat: str, on: bool) -> None:
        """Begin, or stop, to look through a seat's eyes."""
        if not on:
            self._screens.pop(seat, None)
        elif seat not in self._screens:
            self._screens[seat] = Screen(seat, self.epoch)
            self._shown_board, self._looked_at = b"", 0.0

    def batch(self, wall: float, interval: float) -> Batch | None:
        """What is to be sent; looks through watched seats at most once each *interval* wall seconds."""
        entries = self.run.entries_since(self._sent)
        is_time = wall - self._looked_at >= interval
        screens = self._look() if is_time else []
        board = self._board() if is_time and BOARD in self._screens else None
        if is_time:
            self._looked_at = wall
            self.is_done = self._is_closed
        if not (entries or self._answers or screens or board or self._is_new):
            return None
        made = Batch(
            run=self.run.log.header.run, epoch=self.epoch, now=self.run.now, stage=self.run.stage,
            events=len(self.run.events), header=self.run.log.header if self._is_new else None,
            entries=entries, answers=self._answers, screens=screens, board=board,
        )  # fmt: skip
        self._sent, self._answers, self._is_new = len(self.run.log.entries), [], False
        return made

    def _look(self) -> list:
        parts = (screen.look(self.run) for seat, screen in self._screens.items() if seat != BOARD)
        return [part for part in parts if part]

    def _board(self) -> bytes | None:
        line = to_bytes(self.run.board())
        if line == self._shown_board:
            return None
        self._shown_board = line
        return line


def _passports(bots: dict[str, str]) -> dict[str, str]:
    named = {seat: make_policy(policy, Seat(seat)).passport for seat, policy in bots.items() if policy != AUTOPILOT}
    return {seat: f"{passport.id}@{passport.version}" for seat, passport in named.items()}
