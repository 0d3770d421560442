"""What the anchor says and does, and what the room makes of it."""

from __future__ import annotations

from collections import deque
from typing import Any

from msgspec import Struct

from sandbox.kernel.errors import ForbiddenCommandError
from sandbox.kernel.messages import Actor
from sandbox.kernel.money import PPM
from sandbox.kernel.scenario import SellingPoint
from sandbox.livestream.chat import Chat
from sandbox.livestream.commands import CallToAction, ClaimScarcity, MakePoint, Say, SetIntensity, SpeakPhase
from sandbox.livestream.compliance import Compliance
from sandbox.livestream.director import Director
from sandbox.livestream.equations import URGENCY
from sandbox.livestream.events import (
    ActionCalled,
    CallClosed,
    IntensityChanged,
    PointMade,
    ScarcityClaimed,
    SpeechTagged,
)
from sandbox.livestream.pitch import MEMORY_SECONDS
from sandbox.livestream.shelf import Shelf
from sandbox.livestream.stage import Stage, refuse
from sandbox.livestream.voice import Voice

CALL_SECONDS, CALL_REST, CALL_FACTOR = 20, 30, 1.5
USUAL_TICKS = 60
"""Ticks over which the usual orders are taken: five minutes."""
PATIENCE = 3
"""False scarcity claims after which nobody believes them any more."""
DISBELIEF = 0.3


class Call(Struct):
    """A call to action whose twenty seconds run."""

    action: str
    sku: str
    at: int
    usual_ppm: int
    """Orders expected in a tick of the last minutes before the call, ppm of one."""
    orders: int = 0
    expected_ppm: int = 0


class Anchor:
    """The anchor's commands."""

    def __init__(
        self, stage: Stage, voice: Voice, director: Director, chat: Chat, compliance: Compliance, shelf: Shelf
    ) -> None:
        self._stage = stage
        self._voice = voice
        self._director = director
        self._chat = chat
        self._compliance = compliance
        self._shelf = shelf
        self._call: Call | None = None
        self._called_at = -CALL_REST
        self._recent: deque[int] = deque(maxlen=USUAL_TICKS)
        self.false_scarcity = 0

    def speak_phase(self, command: SpeakPhase, actor: Actor) -> None:
        """Begin a phase of the pitch.

        Raises:
            ForbiddenCommandError: ``bots_only``: a person's talk quality is measured, not typed in.
            IllegalCommandError: ``not_live``, ``host_absent`` or ``nothing_pinned``.
        """
        if command.talk_quality_ppm is not None and not actor.is_bot:
            raise ForbiddenCommandError("bots_only", "expected no talk_quality_ppm from a person, got one")
        self._require_pitch()
        self._voice.speak(actor)
        if command.talk_quality_ppm is not None:
            self._voice.set_policy_quality(command.talk_quality_ppm)
        self._director.begin_phase(command.phase, automatic=False)

    def _require_pitch(self) -> str:
        self._stage.require_live()
        self._voice.require_present()
        return self._stage.require_pinned()

    def make_point(self, command: MakePoint, actor: Actor) -> None:
        """Say one selling point of the pinned product.

        Raises:
            IllegalCommandError: ``not_live``, ``host_absent``, ``nothing_pinned`` or ``point_unknown``.
        """
        sku = self._require_pitch()
        points = {point.id: point for point in self._stage.products[sku].points}
        if command.point not in points:
            refuse("point_unknown", f"{sku}: expected one of its selling points, got {command.point!r}",
                   sku=sku, point=command.point)
        self._voice.speak(actor, command.language)
        self._make(points[command.point])

    def _make(self, point: SellingPoint) -> None:
        pitch = self._director.pitch
        assert pitch is not None
        first_time = point.id not in pitch.said
        if first_time:
            pitch.said.append(point.id)
        if not point.is_true or point.forbidden:
            pitch.false_claims += 1
        self._stage.emit(PointMade(sku=pitch.sku, point=point.id, is_true=point.is_true, forbidden=point.forbidden,
                                   first_time=first_time))
        if point.forbidden:
            self._compliance.claim(point.forbidden)

    def say(self, command: Say, actor: Actor) -> None:
        """Say something in free words: points count as made, forbidden claims as claimed.

        Raises:
            IllegalCommandError: ``not_live`` or ``host_absent``.
        """
        self._stage.require_live()
        self._voice.require_present()
        spoken, sku = command.utterance, self._stage.pinned
        self._voice.speak(actor, spoken.language, spoken.words)
        if spoken.greets or spoken.addresses_question:
            self._voice.delivery.address(self._stage.now)
        self._stage.emit(SpeechTagged(
            sku=sku, words=spoken.words, tags=spoken.tags, points=spoken.points, language=spoken.language,
        ))
        if sku:
            for point in self._stage.products[sku].points:
                if point.id in spoken.points:
                    self._make(point)
        for tag in spoken.tags:
            self._claim(tag)

    def _claim(self, tag: str) -> None:
        if self._director.pitch is not None:
            self._director.pitch.false_claims += 1
        self._compliance.claim(tag)

    def set_intensity(self, command: SetIntensity, actor: Actor) -> None:
        """Be more or less excited.

        Raises:
            IllegalCommandError: ``not_live`` or ``host_absent``.
        """
        self._stage.require_live()
        self._voice.require_present()
        self._voice.excite(command.intensity_ppm)
        self._stage.emit(IntensityChanged(intensity_ppm=command.intensity_ppm))

    def claim_scarcity(self, command: ClaimScarcity, actor: Actor) -> None:
        """Say how many are left. True within a factor of two is honest; each claim in a pitch moves people less.

        Raises:
            IllegalCommandError: ``not_live``, ``host_absent`` or ``nothing_pinned``.
        """
        sku = self._require_pitch()
        pitch = self._director.pitch
        assert pitch is not None
        visible = self._shelf.visible[sku]
        honest = visible <= 2 * command.units_left
        self._voice.speak(actor)
        persuasion = self._stage.crowd.mood["persuasion"]
        persuasion[URGENCY] += 0.1 * (1.0 - persuasion[URGENCY]) / (1 << min(20, pitch.scarcity_claims))
        pitch.scarcity_claims += 1
        self._stage.emit(ScarcityClaimed(
            sku=sku, units_claimed=command.units_left, units_true=visible, honest=honest,
        ))
        if not honest:
            self.false_scarcity += 1
            self._claim("false_scarcity")

    def call_to_action(self, command: CallToAction, actor: Actor) -> None:
        """Ask the room for something; it is likelier by half for twenty seconds.

        Raises:
            IllegalCommandError: ``not_live``, ``host_absent`` or ``too_soon``.
        """
        self._stage.require_live()
        self._voice.require_present()
        waited = self._stage.now - self._called_at
        if waited < CALL_REST:
            refuse("too_soon", f"expected {CALL_REST} seconds since the last call, got {waited}",
                   limit=CALL_REST, waited=waited)
        self._called_at = self._stage.now
        usual = sum(self._recent) // max(1, len(self._recent))
        self._call = Call(command.action, self._stage.pinned, self._stage.now, usual)
        self._voice.speak(actor)
        self._stage.emit(ActionCalled(action=command.action))

    def call_factor(self, action: str) -> float:
        """What a running call does to the rate of an action."""
        return CALL_FACTOR if self._call is not None and self._call.action == action else 1.0

    @property
    def belief(self) -> float:
        """What a scarcity claim is still worth."""
        return DISBELIEF if self.false_scarcity >= PATIENCE else 1.0

    def close_tick(self, orders: int, orders_ppm: int) -> None:
        """Count a running call's orders against the usual ones: a call at the right moment brings more."""
        self._recent.append(orders_ppm)
        call = self._call
        if call is None:
            return
        call.orders += orders
        call.expected_ppm += call.usual_ppm
        if self._stage.now - call.at >= CALL_SECONDS:
            self._call = None
            self._stage.emit(CallClosed(
                action=call.action, sku=call.sku, orders=call.orders, orders_expected_ppm=call.expected_ppm,
            ))

    def quality(self) -> int:
        """Talk quality in force, ppm."""
        answers = self._chat.answers_since(self._stage.now - MEMORY_SECONDS)
        return self._voice.quality(self._director.pitch, answers)

    def inflate_ppm(self) -> int:
        """How much more is promised now than is true: a habit of live rooms, excitement, false claims."""
        pitch = self._director.pitch
        excess = max(0, self._voice.intensity_ppm - 600_000) * 3 // 10
        false = 200_000 * (pitch.false_claims if pitch else 0)
        return min(PPM, 100_000 + excess + false)

    def state(self) -> list[Any]:
        """What decides the future, as plain data."""
        return [self._call, self._called_at, list(self._recent), self.false_scarcity]
