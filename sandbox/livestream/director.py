"""What is on screen and which phase runs: pins, the run-of-show, and the rundown that runs itself when nobody acts."""

from __future__ import annotations

from typing import Any

from sandbox.kernel.messages import Actor, Seat
from sandbox.kernel.scenario import Phase
from sandbox.livestream.commands import CuePhase, PinProduct, SetRundown, UnpinProduct
from sandbox.livestream.events import (
    CueGiven,
    PhaseChanged,
    PitchClosed,
    ProductPinned,
    ProductUnpinned,
    RundownChanged,
    SegmentStarted,
)
from sandbox.livestream.pitch import Pitch, true_points
from sandbox.livestream.rundown import Rundown
from sandbox.livestream.stage import Stage, refuse
from sandbox.livestream.voice import Voice

OPERATIONS_SILENCE = 180
"""After so long without an act of operations the rundown pins by itself."""


class Director:
    """The sequence of pitches in one room."""

    def __init__(self, stage: Stage, voice: Voice) -> None:
        self._stage = stage
        self._voice = voice
        self.rundown = Rundown(stage.show.rundown)
        self.pitch: Pitch | None = None
        self._operations_at: int | None = None

    def saw(self, actor: Actor) -> None:
        """Remember that operations is at work."""
        if actor.seat is Seat.OPERATIONS:
            self._operations_at = self._stage.now

    @property
    def pins_by_itself(self) -> bool:
        """Whether operations has been silent for so long that the rundown pins."""
        return self._operations_at is None or self._stage.now - self._operations_at >= OPERATIONS_SILENCE

    def pin(self, command: PinProduct, actor: Actor) -> None:
        """Put a product on screen.

        Raises:
            IllegalCommandError: ``not_live``, ``unknown_sku``, ``not_in_rundown``, ``not_on_sale`` or
                ``already_pinned``.
        """
        self._stage.require_live()
        self._stage.require_product(command.sku)
        if not self.rundown.holds(command.sku):
            refuse("not_in_rundown", f"expected a product of the rundown, got {command.sku!r}", sku=command.sku)
        if command.sku == self._stage.pinned:
            refuse("already_pinned", f"expected another product than {command.sku!r}, which is on screen",
                   sku=command.sku)
        self._put_on_screen(command.sku, by_rundown=False)

    def unpin(self, command: UnpinProduct, actor: Actor) -> None:
        """Take the product off the screen.

        Raises:
            IllegalCommandError: ``not_live`` or ``nothing_pinned``.
        """
        self._stage.require_live()
        self._stage.require_pinned()
        self.clear_screen()

    def set_rundown(self, command: SetRundown, actor: Actor) -> None:
        """Replace what comes next.

        Raises:
            IllegalCommandError: ``already_ended``, ``unknown_sku`` or ``not_on_sale``.
        """
        self._stage.require_not_over()
        for item in command.items:
            self._stage.require_product(item.sku)
        planned = self.pitch.planned_seconds - self._stage.now + self.pitch.at if self.pitch else 0
        self.rundown.replace(command.items, max(0, self._stage.second + max(0, planned)))
        self._stage.emit(RundownChanged(items=command.items))

    def cue(self, command: CuePhase, actor: Actor) -> None:
        """Ask the anchor for something.

        Raises:
            IllegalCommandError: ``not_live``.
        """
        self._stage.require_live()
        self._stage.emit(CueGiven(cue=command.cue))

    def _put_on_screen(self, sku: str, by_rundown: bool) -> None:
        self.close_pitch()
        stage = self._stage
        item, planned = self.rundown.begin(sku, stage.second)
        self.pitch = Pitch(
            sku=sku, at=stage.now, plan=item.pitch,
            true_points=true_points(stage.products[sku], stage.reads.card(sku)),
        )
        stage.pinned = sku
        stage.board_is_stale = True
        stage.crowd.change_product(stage.places[sku])
        stage.emit(ProductPinned(sku=sku, by_rundown=by_rundown))
        stage.emit(SegmentStarted(sku=sku, planned_s=planned, actual_s=stage.second))
        self.begin_phase(item.pitch[0].phase, automatic=True)

    def clear_screen(self) -> None:
        """Take what is pinned off the screen."""
        sku = self._stage.pinned
        self.close_pitch()
        self._stage.pinned = ""
        self._stage.crowd.change_product(-1)
        self._stage.emit(ProductUnpinned(sku=sku))

    def close_pitch(self) -> None:
        """End the pitch on air, if any, and report it."""
        pitch, self.pitch = self.pitch, None
        if pitch is not None:
            self._stage.emit(PitchClosed(
                sku=pitch.sku, seconds=self._stage.now - pitch.at, points_planned=len(pitch.true_points),
                points_made=pitch.points_made, points_false=pitch.false_claims, clicks=pitch.clicks,
                orders=pitch.orders, orders_expected_ppm=pitch.plain_ppm, quality_ppm=pitch.mean_quality,
            ))

    def begin_phase(self, phase: Phase, automatic: bool) -> None:
        """Begin a phase of the pitch on air."""
        stage = self._stage
        stage.phase, stage.phase_at = phase, stage.now
        if self.pitch is not None:
            self.pitch.phases.append(phase)
        quality = self._voice.quality(self.pitch, 0)
        stage.emit(PhaseChanged(sku=stage.pinned, phase=phase, quality_ppm=quality, automatic=automatic))

    def step(self) -> None:
        """Let the rundown run where nobody acts: next product, or next phase."""
        pitch, now = self.pitch, self._stage.now
        is_over = pitch is None or now - pitch.at >= pitch.planned_seconds
        if is_over and self.pins_by_itself:
            self._pin_next()
        elif pitch is not None and self._voice.is_automatic:
            phase = self._stage.phase
            if now - self._stage.phase_at >= pitch.seconds_of(phase):
                self.begin_phase(_following(pitch, phase), automatic=True)

    def _pin_next(self) -> None:
        """Pin the next product on sale; leave the screen as it is when none is."""
        for _ in self.rundown.items:
            sku = self.rundown.upcoming().sku
            if self._stage.reads.on_sale(sku):
                self._put_on_screen(sku, by_rundown=True)
                return
            self.rundown.begin(sku, self._stage.second)

    def state(self) -> list[Any]:
        """What decides the future, as plain data."""
        return [self.rundown.state(), self.pitch, self._operations_at]


def _following(pitch: Pitch, phase: Phase) -> Phase:
    """The phase after that one in the plan, the first after the last."""
    phases = [step.phase for step in pitch.plan]
    return phases[(phases.index(phase) + 1) % len(phases)] if phase in phases else phases[0]
