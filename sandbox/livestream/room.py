"""The live room: one object that owns the broadcast, takes its commands, and moves on by ticks of five seconds."""

from __future__ import annotations

from collections.abc import Callable, Generator, Mapping
from typing import Any

from sandbox.kernel.codec import to_bytes
from sandbox.kernel.messages import Actor, Command
from sandbox.kernel.money import PPM
from sandbox.kernel.scenario import Scenario, Show
from sandbox.kernel.world import Handler, World
from sandbox.livestream import commands as wants
from sandbox.livestream.anchor import Anchor
from sandbox.livestream.bags import LuckyBags
from sandbox.livestream.board import set_board
from sandbox.livestream.boost import Boost
from sandbox.livestream.chat import Chat
from sandbox.livestream.columns import TickCounts
from sandbox.livestream.compliance import Compliance
from sandbox.livestream.craft import Craft
from sandbox.livestream.dials import dials_of
from sandbox.livestream.director import Director
from sandbox.livestream.equations import PAID, TICK, WINDOW
from sandbox.livestream.events import ShowEnded, ShowStarted
from sandbox.livestream.figures import Figures, Window
from sandbox.livestream.happenings import Happenings
from sandbox.livestream.offers import Offers, PriceTag
from sandbox.livestream.pool import TrafficPool
from sandbox.livestream.reads import Reads
from sandbox.livestream.shelf import Shelf
from sandbox.livestream.stage import Stage
from sandbox.livestream.traffic import Traffic
from sandbox.livestream.voice import Voice

BOARD_SECONDS = 60
"""Price, rating and terms of the pinned product are read again after so long, at the latest."""


class LiveRoom:
    """One broadcast of a scenario.

    Args:
        world: time, chance and events.
        scenario: audience and products.
        reads: the rest of the trade.
        show: which broadcast; the scenario's first if None.
        ordinal: its place among the broadcasts of the run.
        followers: asked when the show opens; those of the audience if None.
    """

    def __init__(
        self, world: World, scenario: Scenario, reads: Reads, show: Show | None = None, ordinal: int = 0,
        followers: Callable[[], int] | None = None,
    ) -> None:
        self.stage = stage = Stage(world, scenario, reads, show, ordinal)
        self._followers = followers
        self.voice = Voice(stage)
        self.director = Director(stage, self.voice)
        self.chat = Chat(stage)
        self.compliance = Compliance(stage)
        self.shelf = Shelf(stage)
        self.offers = Offers(stage)
        self.bags = LuckyBags(stage)
        self.traffic = Traffic(stage)
        self.boost = Boost(stage)
        self.anchor = Anchor(stage, self.voice, self.director, self.chat, self.compliance, self.shelf)
        self.pool = TrafficPool(stage)
        self.craft = Craft(stage, self.voice, self.director, self.compliance, self.offers)
        self.figures = Figures()
        self._happenings = Happenings(stage, self.shelf, self.offers, self.chat, self.anchor)
        self._tag = PriceTag(price=0, discount=0, coupon=None, is_flash=False)
        world.process(self._broadcast())

    def handlers(self) -> Mapping[type[Command], Handler]:
        """Command class to the method that decides it."""
        table: dict[type[Command], Callable[[Any, Actor], None]] = {
            wants.PinProduct: self.director.pin,
            wants.UnpinProduct: self.director.unpin,
            wants.SetRundown: self._set_rundown,
            wants.CuePhase: self.director.cue,
            wants.SpeakPhase: self.anchor.speak_phase,
            wants.MakePoint: self.anchor.make_point,
            wants.Say: self.anchor.say,
            wants.SetIntensity: self.anchor.set_intensity,
            wants.ReplyComment: self.chat.reply,
            wants.ModerateComment: self.chat.moderate,
            wants.ClaimScarcity: self.anchor.claim_scarcity,
            wants.CallToAction: self.anchor.call_to_action,
            wants.CorrectClaim: self.compliance.correct,
            wants.ReleaseStock: self.shelf.release,
            wants.StartFlash: self.offers.start_flash,
            wants.IssueCoupon: self.offers.issue_coupon,
            wants.StartLuckyBag: self.bags.start,
            wants.BoostRoom: self.boost.start,
            wants.StopBoost: self.boost.stop,
            wants.NotifyFollowers: self.traffic.notify,
            wants.PostTeaser: self.traffic.post_teaser,
            wants.EndShow: self._end_show,
            wants.SetScene: self.craft.set_scene,
            wants.ShowDemo: self.craft.show_demo,
            wants.StatePrice: self.craft.state_price,
            wants.DiscloseAd: self.craft.disclose_ad,
            wants.HandOver: self.craft.hand_over,
        }
        return {kind: self._noting_who(decide) for kind, decide in table.items()}

    def _noting_who(self, decide: Callable[[Any, Actor], None]) -> Handler:
        def decide_and_note(command: Any, actor: Actor) -> None:
            decide(command, actor)
            self.director.saw(actor)

        return decide_and_note

    def _set_rundown(self, command: wants.SetRundown, actor: Actor) -> None:
        self.director.set_rundown(command, actor)
        self._read_mean_price()

    def _end_show(self, command: wants.EndShow, actor: Actor) -> None:
        self.stage.require_not_over()
        self.stage.require_live()
        self._close(command.reason)

    # --- time

    def _broadcast(self) -> Generator[Any, Any, None]:
        wait = self.stage.show.starts_at - self.stage.now
        if wait > 0:
            yield self.stage.world.timeout(wait)
        if self.stage.status == "over":  # play ended before its hour
            return
        self._open()
        while self.stage.is_live:
            yield self.stage.world.timeout(TICK)
            if self.stage.is_live:
                self._tick()

    def _open(self) -> None:
        stage = self.stage
        stage.status = "live"
        if self._followers is not None:
            stage.followers = self._followers()
        self._read_mean_price()
        for sku in stage.products:
            self.shelf.limit(sku)
        stage.emit(ShowStarted(
            ordinal=stage.ordinal, shows_per_window=stage.audience.shows_per_window,
            account_score=stage.scenario.shop.account_score, followers=stage.followers,
        ))
        self.director.step()

    def _tick(self) -> None:
        self._read_board()
        quality, spend = self.anchor.quality(), self.boost.spend_tick()
        record, rows = self.stage.crowd.advance(dials_of(self, self._tag, quality, spend))
        counts = TickCounts.of(record)
        if counts.rows:
            self._happenings.tell(counts, rows.tolist(), self._tag)
        self._count(counts, quality, spend)
        if self.stage.second % WINDOW == 0:
            self.pool.evaluate(self.figures.window.sums())
            self.figures.window = Window()
        self._let_time_pass()

    def _read_board(self) -> None:
        stage = self.stage
        if stage.pinned and (stage.board_is_stale or stage.second % BOARD_SECONDS == 0):
            self._tag = self.offers.tag(stage.pinned)
            set_board(stage, self._tag, self.pool.mean_price)
            stage.board_is_stale = False

    def _count(self, counts: TickCounts, quality: int, spend: int) -> None:
        online, energy = self.stage.crowd.online, float(self.stage.crowd.mood["energy"])
        self.figures.add(counts, online, spend)
        pitch = self.director.pitch
        if pitch is not None:
            pitch.ticks += 1
            pitch.quality_sum += quality
            pitch.clicks += counts.clicks
            pitch.orders += counts.orders
            pitch.plain_ppm += counts.plain_ppm
        self.stage.emit(self.figures.tick_event(counts, online, energy, quality, spend))
        self.anchor.close_tick(counts.orders, counts.orders_ppm)
        self.boost.close_tick(counts.entrants[PAID])

    def _let_time_pass(self) -> None:
        self.offers.expire()
        self.craft.watch()
        self.bags.wear_off()
        self.bags.draw_when_due()
        self.chat.close_old()
        if self.compliance.detect():
            self._close("closed_by_platform")
        elif self.stage.is_last_tick:
            self._close("planned")
        else:
            self.director.step()

    def _close(self, reason: str) -> None:
        self.boost.end()
        self.bags.draw()
        self.offers.end_all()
        self.director.close_pitch()
        self.stage.status = "over"
        self.stage.pinned = ""
        sums = self.figures.totals
        self.stage.emit(ShowEnded(
            ordinal=self.stage.ordinal, reason=reason, shows=sums.shows, views=sums.views, viewer_seconds=sums.watch,
            interactions=sums.interactions, clicks=sums.clicks, orders=sums.orders, gmv=sums.gmv,
            gmv_expected=sums.gmv_ppm // PPM, follows=sums.follows, peak_online=sums.peak_online,
        ))

    def _read_mean_price(self) -> None:
        items = self.director.rundown.items
        self.pool.mean_price = sum(self.stage.reads.list_price(item.sku) for item in items) / len(items)
        self.stage.board_is_stale = True

    # --- what the rest of the run asks and tells

    @property
    def is_live(self) -> bool:
        """Whether the room is on air."""
        return self.stage.is_live

    def visible(self, sku: str) -> int:
        """Units shown as available."""
        return self.shelf.visible.get(sku, 0)

    def live_price(self, sku: str) -> int:
        """Price in the room before coupons: a flash price if one runs."""
        return self.offers.tag(sku).price

    def country_of_comment(self, comment: str) -> str:
        """Where the writer of a comment lives."""
        return self.chat.comments[comment].country

    def close_for_good(self) -> None:
        """Play is over: a room that is still on air closes."""
        if self.stage.is_live:
            self._close("planned")
        self.stage.status = "over"

    def price_changed(self, sku: str) -> None:
        """The list price of a product is another."""
        self.stage.board_is_stale = True

    def availability_changed(self, sku: str) -> None:
        """The shop has more or less of a product: never show more than there is."""
        self.shelf.limit(sku)

    def restore_unit(self, sku: str) -> None:
        """An order was not paid: its unit can be sold again."""
        self.shelf.restore(sku)

    def product_off_sale(self, sku: str) -> None:
        """A product is off sale: it leaves the screen."""
        if self.stage.is_live and self.stage.pinned == sku:
            self.director.clear_screen()

    def spike(self, factor_ppm: int, seconds: int) -> None:
        """Something went viral: the room is shown more for a while."""
        self.traffic.spike(factor_ppm, seconds)

    def host_absent(self, seconds: int) -> None:
        """The host is missing from now on for so long: nobody talks, and the anchor cannot act."""
        self.voice.absent_until = self.stage.now + seconds

    def state_digest(self) -> bytes:
        """Canonical bytes of everything that decides the future."""
        parts = (
            self.stage, self.voice, self.director, self.chat, self.compliance, self.shelf, self.offers, self.bags,
            self.traffic, self.boost, self.anchor, self.pool, self.figures, self.craft,
        )
        plain = to_bytes([part.state() for part in parts])
        return plain + b"\0" + self.stage.crowd.state_bytes()
