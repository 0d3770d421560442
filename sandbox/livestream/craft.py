"""The craft of a room beyond the pitch: scenes, demonstrations, stated prices, disclosure, a second host."""

from __future__ import annotations

from typing import Any

from sandbox.kernel.messages import Actor
from sandbox.kernel.scenario import SceneChoice
from sandbox.livestream.commands import DiscloseAd, HandOver, SetScene, ShowDemo, StatePrice
from sandbox.livestream.compliance import Compliance
from sandbox.livestream.craft_events import AdDisclosed, DemoShown, HandedOver, PriceStated, SceneChanged
from sandbox.livestream.director import Director
from sandbox.livestream.equations import UNDERSTANDING
from sandbox.livestream.offers import Offers
from sandbox.livestream.stage import Stage, refuse
from sandbox.livestream.voice import Voice

SCENE_REST = 600
"""Seconds between two changes of the scene."""
DEMO_GAIN = 0.08
"""Part of what is not understood yet that one demonstration explains; chosen so that three of them are worth what a
demo phase gains at 1.2 of its speed."""
DISCLOSURE_SECONDS = 1800
"""An ad has to be named as one again after half an hour (endorsement guides; platform rules ask the same)."""


class Craft:
    """Commands that change how the room looks and who stands in it."""

    def __init__(
        self, stage: Stage, voice: Voice, director: Director, compliance: Compliance, offers: Offers
    ) -> None:
        self._stage = stage
        self._voice = voice
        self._director = director
        self._compliance = compliance
        self._offers = offers
        self._scene_at = -SCENE_REST
        self._shown: list[tuple[int, str]] = []
        self.disclosed_at: int | None = None
        self._blamed_at = 0

    def set_scene(self, command: SetScene, actor: Actor) -> None:
        """Move to another scene of the scenario.

        Raises:
            IllegalCommandError: ``already_ended``, ``unknown_scene``, ``too_soon`` or ``no_cash``.
        """
        stage = self._stage
        stage.require_not_over()
        scene = self._scene(command.scene)
        waited = stage.now - self._scene_at
        if waited < SCENE_REST:
            refuse("too_soon", f"expected {SCENE_REST} seconds since the last change of scene, got {waited}",
                   limit=SCENE_REST, waited=waited)
        stage.require_cash(scene.cost)
        self._scene_at, stage.scene, stage.scene_quality = stage.now, scene.id, scene.quality
        stage.emit(SceneChanged(scene=scene.id, quality_ppm=scene.quality, cost=scene.cost))

    def _scene(self, wanted: str) -> SceneChoice:
        scenes = {scene.id: scene for scene in self._stage.show.scenes}
        if wanted not in scenes or wanted == self._stage.scene:
            known = ", ".join(name for name in scenes if name != self._stage.scene) or "none"
            refuse("unknown_scene", f"expected another scene of this show, one of {known}, got {wanted!r}",
                   scene=wanted)
        return scenes[wanted]

    def show_demo(self, command: ShowDemo, actor: Actor) -> None:
        """Show a product at work: a sample has to be at hand; each action counts once in a pitch.

        Raises:
            IllegalCommandError: ``not_live``, ``host_absent``, ``nothing_pinned``, ``no_sample`` or ``shown_already``.
        """
        stage = self._stage
        stage.require_live()
        self._voice.require_present()
        sku = stage.require_pinned()
        pitch = self._director.pitch
        assert pitch is not None
        if not stage.reads.sample_at_hand(sku):
            refuse("no_sample", f"{sku}: expected a sample at hand, got none: order one before the show", sku=sku)
        if (pitch.at, command.action) in self._shown:
            refuse("shown_already", f"{sku}: expected an action not shown in this pitch, got {command.action} again",
                   sku=sku, action=command.action)
        self._shown = [one for one in self._shown if one[0] == pitch.at] + [(pitch.at, command.action)]
        self._voice.speak(actor)
        persuasion = stage.crowd.mood["persuasion"]
        persuasion[UNDERSTANDING] += DEMO_GAIN * (1.0 - persuasion[UNDERSTANDING])
        stage.emit(DemoShown(sku=sku, action=command.action))

    def state_price(self, command: StatePrice, actor: Actor) -> None:
        """Say the price of the pinned product. Another price than the one a viewer pays is a false discount.

        Raises:
            IllegalCommandError: ``not_live``, ``host_absent`` or ``nothing_pinned``.
        """
        stage = self._stage
        stage.require_live()
        self._voice.require_present()
        sku = stage.require_pinned()
        tag = self._offers.tag(sku)
        honest = command.price in (tag.price, tag.to_pay)
        self._voice.speak(actor)
        stage.emit(PriceStated(sku=sku, price=command.price, price_true=tag.to_pay, honest=honest))
        if not honest:
            self._compliance.claim("false_discount")

    def disclose_ad(self, command: DiscloseAd, actor: Actor) -> None:
        """Say that this is an advertisement. Raises ``not_live`` or ``host_absent``."""
        self._stage.require_live()
        self._voice.require_present()
        self._voice.speak(actor)
        self.disclosed_at = self._stage.now
        self._stage.emit(AdDisclosed(until=self._stage.now + DISCLOSURE_SECONDS))

    def hand_over(self, command: HandOver, actor: Actor) -> None:
        """Let the co-anchor go on: a rested voice.

        Raises:
            IllegalCommandError: ``not_live`` or ``no_co_anchor``.
        """
        self._stage.require_live()
        if not self._stage.show.co_anchors:
            refuse("no_co_anchor", "expected a co-anchor in this show, got none in the scenario")
        self._voice.rest(self._stage.now)
        self._stage.emit(HandedOver(second=self._stage.second))

    def watch(self) -> None:
        """Where the show must be named as advertising, half an hour without doing so is a violation to be caught."""
        if not self._stage.show.must_disclose:
            return
        since = max(self._stage.show.starts_at, self.disclosed_at or 0, self._blamed_at)
        if self._stage.now - since >= DISCLOSURE_SECONDS:
            self._blamed_at = self._stage.now
            self._compliance.claim("undisclosed_ad")

    def state(self) -> list[Any]:
        """What decides the future, as plain data."""
        return [self._scene_at, self._shown, self.disclosed_at, self._blamed_at]
