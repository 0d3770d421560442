"""The comments of the room and the offers that run."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sandbox.kernel.messages import EventEnvelope
from sandbox.roles.tally.fold import Fold, On

KEPT = 60
"""Comments kept for screens; older ones are in the log."""


class Comment:
    """One comment as screens show it."""

    __slots__ = ("at", "country", "id", "kind", "language", "phrase", "sku", "state")

    def __init__(self, at: int, data: Any) -> None:
        self.id = data.comment
        self.at = at
        self.kind = data.kind
        self.phrase = data.phrase
        self.language = data.language
        self.country = data.country
        self.sku = data.sku
        self.state = "open"


class Coupon:
    """One coupon as screens show it."""

    __slots__ = ("amount", "id", "left", "minimum", "sku", "until")

    def __init__(self, data: Any) -> None:
        self.id = data.coupon
        self.sku = data.sku
        self.amount = data.amount
        self.minimum = data.minimum
        self.left = data.copies
        self.until = data.until


class ChatTally(Fold):
    """Follows comments, coupons, flash prices, bags, boosts and teasers."""

    def __init__(self) -> None:
        self.comments: dict[str, Comment] = {}
        self.times: list[int] = []
        self.answered = 0
        self.asked = 0
        self.coupons: dict[str, Coupon] = {}
        self.flash: dict[str, tuple[int, int]] = {}
        self.bag_until = 0
        self.boost: dict[str, int] = {"budget": 0, "spent": 0, "until": 0, "cpm": 0, "impressions": 0, "entries": 0}
        self.boost_runs = False
        self.boost_log: list[tuple[int, int]] = []
        """(second, spend) of each minute of paid traffic."""
        self.teasers: list[tuple[int, str, str]] = []
        self.notified = False

    def routes(self) -> Mapping[str, On]:
        """See :class:`Fold`."""
        return {
            "livestream.comment_posted": self._posted, "livestream.comment_answered": self._answered,
            "livestream.comment_missed": self._missed, "livestream.comment_moderated": self._moderated,
            "livestream.coupon_issued": self._coupon, "livestream.coupon_closed": self._coupon_closed,
            "livestream.order_intended": self._used, "livestream.flash_started": self._flash,
            "livestream.flash_ended": self._flash_ended, "livestream.lucky_bag_started": self._bag,
            "livestream.lucky_bag_drawn": self._bag_drawn, "livestream.boost_started": self._boost,
            "livestream.boost_spent": self._boost_spent, "livestream.boost_ended": self._boost_ended,
            "livestream.teaser_posted": self._teaser, "livestream.followers_notified": self._notified,
            "livestream.show_ended": self._show_ended,
        }

    def recent(self, *states: str) -> list[Comment]:
        """Kept comments in those states, newest first."""
        return [one for one in reversed(self.comments.values()) if one.state in states]

    def _show_ended(self, envelope: EventEnvelope, data: Any) -> None:
        """Nobody waits for an answer any more; the next show may tell the followers again."""
        for comment in self.comments.values():
            if comment.state == "open":
                comment.state = "missed"
        self.coupons.clear()
        self.flash.clear()
        self.bag_until, self.boost_runs, self.notified = 0, False, False

    def _posted(self, envelope: EventEnvelope, data: Any) -> None:
        self.comments[data.comment] = Comment(envelope.at, data)
        self.times = [at for at in self.times if at > envelope.at - 60] + [envelope.at]
        while len(self.comments) > KEPT:
            del self.comments[next(iter(self.comments))]

    def _state(self, data: Any, state: str) -> None:
        if data.comment in self.comments:
            self.comments[data.comment].state = state

    def _answered(self, envelope: EventEnvelope, data: Any) -> None:
        self._state(data, "answered")
        self.answered += 1
        self.asked += 1

    def _missed(self, envelope: EventEnvelope, data: Any) -> None:
        self._state(data, "missed")
        self.asked += 1

    def _moderated(self, envelope: EventEnvelope, data: Any) -> None:
        self._state(data, "hidden" if data.action == "hide" else "handed")

    def _coupon(self, envelope: EventEnvelope, data: Any) -> None:
        self.coupons[data.coupon] = Coupon(data)

    def _coupon_closed(self, envelope: EventEnvelope, data: Any) -> None:
        self.coupons.pop(data.coupon, None)

    def _used(self, envelope: EventEnvelope, data: Any) -> None:
        if data.coupon in self.coupons:
            self.coupons[data.coupon].left -= 1

    def _flash(self, envelope: EventEnvelope, data: Any) -> None:
        self.flash[data.sku] = data.price, data.until

    def _flash_ended(self, envelope: EventEnvelope, data: Any) -> None:
        self.flash.pop(data.sku, None)

    def _bag(self, envelope: EventEnvelope, data: Any) -> None:
        self.bag_until = data.until

    def _bag_drawn(self, envelope: EventEnvelope, data: Any) -> None:
        self.bag_until = 0

    def _boost(self, envelope: EventEnvelope, data: Any) -> None:
        self.boost_runs = True
        self.boost["budget"] += data.amount
        self.boost["until"], self.boost["cpm"] = data.until, data.cpm

    def _boost_spent(self, envelope: EventEnvelope, data: Any) -> None:
        self.boost["spent"] += data.spend
        self.boost["impressions"] += data.impressions
        self.boost["entries"] += data.entries
        self.boost_log.append((envelope.at, data.spend))

    def _boost_ended(self, envelope: EventEnvelope, data: Any) -> None:
        self.boost_runs = False
        self.boost["spent"] += data.spent
        self.boost["impressions"] += data.impressions
        self.boost["entries"] += data.entries

    def _teaser(self, envelope: EventEnvelope, data: Any) -> None:
        self.teasers.append((envelope.at, data.sku, data.hook))

    def _notified(self, envelope: EventEnvelope, data: Any) -> None:
        self.notified = True
