"""The bot in the anchor's seat: a script of phases, the next product after it, answers to comments."""

from __future__ import annotations

from sandbox.bots.policy import Look, Wish, wish
from sandbox.bots.season.anchor import AnchorSeason
from sandbox.bots.season.habits import HABITS
from sandbox.bots.season.shows import current_show, until_show
from sandbox.bots.style import Style
from sandbox.kernel.draws import Stream
from sandbox.kernel.ids import from_text
from sandbox.kernel.messages import Seat
from sandbox.roles.view_parts import CommentLine
from sandbox.roles.view_types import AnchorView

LOOK_EVERY = 5
ANSWERS = {"spec": "spec", "price": "price", "shipping": "shipping", "doubt": "reassure", "praise": "thank",
           "off_topic": "thank", "sold_out": "later"}


class AnchorBot:
    """Speaks at a constant quality and follows its script."""

    seat = Seat.ANCHOR

    def __init__(self, style: Style) -> None:
        self.passport = style.passport
        self._style = style
        self._step = -1
        self._since = 0
        self._pinned = ""
        self._show = -1
        self._season = AnchorSeason(HABITS[style.passport.id])

    def look(self, view: AnchorView, chance: Stream) -> Look:
        """One look every five seconds while the room is live."""
        clock = view.common.clock
        if clock.stage != "live":
            return Look((), 5 if clock.stage == "prepare" else min(3600, until_show(view.stage, clock.now)))
        show = max(self._show, current_show(view.stage, clock.now), 0)
        if show > max(self._show, 0):
            # The last show's product may still be on the prompter: begin after the first pin.
            self._pinned, self._step, self._since = view.room.pinned, 0, clock.now
        wishes = self._speak(view, clock.now) + self._answer(view.comments, clock.now, chance)
        if show != self._show:
            self._show = show
            wishes.append(wish("livestream.set_intensity", intensity_ppm=self._style.intensity_ppm))
        return Look((*self._season.wishes(view), *wishes), LOOK_EVERY)

    def _speak(self, view: AnchorView, now: int) -> list[Wish]:
        wishes: list[Wish] = []
        script = self._style.script
        ends = self._step >= 0 and now - self._since >= script[self._step][1]
        if view.room.pinned != self._pinned or self._step < 0:
            self._pinned, self._step = view.room.pinned, 0
        elif ends and self._step + 1 < len(script):
            self._step += 1
        elif ends:
            target = self._next_product(view)
            if target != self._pinned:
                wishes.append(wish("livestream.pin_product", sku=target))
                self._pinned = target
            self._step = 0
        else:
            return []
        self._since = now
        if self._pinned:
            wishes.append(wish("livestream.speak_phase", phase=script[self._step][0],
                               talk_quality_ppm=self._style.quality_ppm))
        return wishes

    def _next_product(self, view: AnchorView) -> str:
        order = [line.sku for line in view.rundown]
        if self._style.stays_on_one_product or not order:
            return self._pinned or (order[0] if order else "")
        upcoming = [line.sku for line in view.rundown if line.state in ("next", "later")]
        return upcoming[0] if upcoming else order[0]

    def _answer(self, comments: tuple[CommentLine, ...], now: int, chance: Stream) -> list[Wish]:
        wishes = []
        for comment in comments:
            old_enough = now - comment.at >= LOOK_EVERY
            chosen = chance.unit(from_text(comment.id)) * 1_000_000 < self._style.reply_ppm
            if comment.state == "open" and old_enough and chosen and now - comment.at < 60:
                wishes.append(wish("livestream.reply_comment", comment=comment.id, answer=ANSWERS[comment.kind]))
        return wishes[:3]
