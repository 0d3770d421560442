"""Where viewers come from: the platform's shows, followers, paid impressions, short videos, the shop."""

from __future__ import annotations

from typing import Any

from sandbox.kernel import ids
from sandbox.kernel.detmath import det_exp
from sandbox.kernel.messages import Actor
from sandbox.kernel.money import PPM
from sandbox.livestream.commands import NotifyFollowers, PostTeaser
from sandbox.livestream.equations import TICK, WINDOW
from sandbox.livestream.offer_events import FollowersNotified, TeaserPosted
from sandbox.livestream.stage import Stage, refuse

UNTOLD = 0.3
"""Share of the followers' visits that come without a notice."""
TEASER_FADES = 3600.0
"""Seconds in which the visitors of a short video fall to a third."""
TEASER_CLICKS = 0.006
TEASERS_PER_HOUR = 4
HOOKS = ("problem", "result", "price", "behind_scenes")


class Traffic:
    """Everything that is not bought."""

    def __init__(self, stage: Stage) -> None:
        self._stage = stage
        self._hooks = stage.stream("ctx.room.hook")
        self._views = stage.stream("ctx.room.teaser")
        self.notified_at = -1
        """Second of the show at which the followers were told, -1 for not yet."""
        self._teasers: list[tuple[int, float]] = []
        self._spike = PPM
        self._spike_until = 0
        self._bought: list[tuple[int, int]] = []
        """(second until, impressions a tick) of impressions that ads bought."""
        self._lent: list[tuple[int, int]] = []
        """(second of the show, followers) of guests."""

    def notify(self, command: NotifyFollowers, actor: Actor) -> None:
        """Tell the followers once.

        Raises:
            IllegalCommandError: ``not_live`` or ``already_notified``.
        """
        self._stage.require_live()
        if self.notified_at >= 0:
            refuse("already_notified", f"expected one notice a day, got another after second {self.notified_at}",
                   second=self.notified_at)
        self.notified_at = self._stage.second
        self._stage.emit(FollowersNotified(followers=self._stage.followers))

    def hook_score(self, sku: str, hook: str) -> float:
        """How well a hook of a short video works for a product: keyed, between .2 and 1."""
        return 0.2 + 0.8 * self._hooks.unit(ids.child(self._stage.room, sku, HOOKS.index(hook)))

    def post_teaser(self, command: PostTeaser, actor: Actor) -> None:
        """Publish a short video that leads to the room.

        Raises:
            IllegalCommandError: ``already_ended``, ``unknown_sku``, ``not_on_sale`` or ``too_many_teasers``.
        """
        self._stage.require_not_over()
        self._stage.require_product(command.sku)
        recent = [at for at, _ in self._teasers if at > self._stage.now - 3600]
        if len(recent) >= TEASERS_PER_HOUR:
            refuse("too_many_teasers", f"expected at most {TEASERS_PER_HOUR} short videos an hour, got one more",
                   limit=TEASERS_PER_HOUR, free_at=recent[0] + 3600)
        scores = [self.hook_score(command.sku, hook) for hook in HOOKS]
        score = scores[HOOKS.index(command.hook)]
        luck = det_exp(self._views.normal(len(self._teasers)) - 0.5)
        leads = 2 * self._stage.audience.shows_per_window * score * luck * TEASER_CLICKS
        self._teasers.append((self._stage.now, leads))
        self._stage.emit(TeaserPosted(
            sku=command.sku, hook=command.hook, hook_score_ppm=_ppm(score), best_score_ppm=_ppm(max(scores)),
            worst_score_ppm=_ppm(min(scores)),
        ))

    def spike(self, factor_ppm: int, seconds: int) -> None:
        """Show the room more (or less) for a while: something went viral."""
        self._spike, self._spike_until = factor_ppm, self._stage.now + seconds

    def buy(self, impressions: int) -> None:
        """Show the room so many times in the next five minutes, paid by a campaign."""
        self._bought = [row for row in self._bought if row[0] > self._stage.now]
        self._bought.append((self._stage.now + WINDOW, impressions * TICK // WINDOW))

    def lend(self, followers: int) -> None:
        """A guest told these followers of their own that the room is on."""
        self._lent.append((self._stage.second, followers))

    def bought(self) -> int:
        """Impressions of campaigns in the tick in hand."""
        return sum(each for until, each in self._bought if self._stage.now <= until)

    def shows_factor(self) -> float:
        """What a running spike does to the shows of the tick in hand."""
        return self._spike / PPM if self._stage.now <= self._spike_until else 1.0

    def followers(self, second: int) -> float:
        """Expected visits of followers in the tick that begins at that second of the show."""
        pull = UNTOLD * det_exp(-second / 1800.0)
        if self.notified_at >= 0:
            pull += (1.0 - UNTOLD) * det_exp(-(second - self.notified_at) / 1800.0)
        visits = self._stage.followers * pull
        for since, lent in self._lent:
            visits += lent * det_exp(-(second - since) / 1800.0)
        return visits * 0.02 / 1800.0 * TICK

    def teaser(self, now: int) -> float:
        """Expected visitors from short videos in the tick that begins at that second of the run."""
        leads = TICK / self._stage.audience.teaser_seconds_per_view
        for at, all_leads in self._teasers:
            leads += all_leads / TEASER_FADES * TICK * det_exp(-(now - at) / TEASER_FADES)
        return leads

    def shop(self) -> float:
        """Expected visitors from the shop's page in a tick."""
        return TICK * self._stage.audience.shop_visitors_per_hour / 3600.0

    def state(self) -> list[Any]:
        """What decides the future, as plain data."""
        teasers = [[at, leads.hex()] for at, leads in self._teasers]
        return [self.notified_at, teasers, self._spike, self._spike_until, self._bought, self._lent]


def shows_per_tick(shows_per_window: float) -> float:
    """Expected shows in one tick."""
    return shows_per_window * TICK / WINDOW


def _ppm(share: float) -> int:
    return int(share * PPM + 0.5)
