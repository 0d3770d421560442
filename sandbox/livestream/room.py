"""The live room: one object that owns the broadcast, takes its commands, and moves on by ticks of five seconds."""

from __future__ import annotations

from collections.abc import Callable, Generator, Mapping
from typing import Any

from sandbox.kernel.codec import to_bytes
from sandbox.kernel.messages import Actor, Command
from sandbox.kernel.money import PPM
from sandbox.kernel.scenario import PHASES, SOURCES, Scenario
from sandbox.kernel.world import Handler, World
from sandbox.livestream import commands as wants
from sandbox.livestream.anchor import Anchor
from sandbox.livestream.bags import LuckyBags
from sandbox.livestream.board import set_board
from sandbox.livestream.boost import Boost
from sandbox.livestream.chat import Chat
from sandbox.livestream.columns import COMMENT, COUNTRY, LOST_CLICK, ORDER, ORDINAL, SOURCE, VIEWER, WHAT, WITH_COUPON
from sandbox.livestream.compliance import Compliance
from sandbox.livestream.director import Director
from sandbox.livestream.equations import PAID, REASSURANCE, TICK, URGENCY, WINDOW
from sandbox.livestream.events import ClickLost, OrderIntended, ShowEnded, ShowStarted
from sandbox.livestream.figures import Figures, TickCounts, Window
from sandbox.livestream.offers import Offers, PriceTag
from sandbox.livestream.pool import TrafficPool
from sandbox.livestream.reads import Reads
from sandbox.livestream.shelf import Shelf
from sandbox.livestream.stage import Stage
from sandbox.livestream.traffic import Traffic, shows_per_tick
from sandbox.livestream.voice import Voice

BOARD_SECONDS = 60
"""Price, rating and terms of the pinned product are read again after so long, at the latest."""


class LiveRoom:
    """One broadcast of a scenario.

    Args:
        world: time, chance and events.
        scenario: show, audience and products.
        reads: the rest of the trade.
    """

    def __init__(self, world: World, scenario: Scenario, reads: Reads) -> None:
        self.stage = stage = Stage(world, scenario, reads)
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
        self.figures = Figures()
        self._tag: PriceTag | None = None
        stage.crowd.dials["scene"] = stage.show.scene_quality / PPM
        stage.crowd.dials["entry_base"] = scenario.audience.entry_rate / PPM
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
        self._open()
        while self.stage.is_live:
            yield self.stage.world.timeout(TICK)
            if self.stage.is_live:
                self._tick()

    def _open(self) -> None:
        audience = self.stage.scenario.audience
        self.stage.status = "live"
        self._read_mean_price()
        for sku in self.stage.products:
            self.shelf.limit(sku)
        self.stage.emit(ShowStarted(
            shows_per_window=audience.shows_per_window,
            account_score=self.stage.scenario.shop.account_score,
            followers=audience.followers,
        ))
        self.director.step()

    def _tick(self) -> None:
        quality, spend = self._set_dials()
        record, rows = self.stage.crowd.advance()
        counts = TickCounts.of(record)
        if counts.rows:
            self._tell(counts, rows.tolist())
        self._count(counts, quality, spend)
        if self.stage.second % WINDOW == 0:
            self.pool.evaluate(self.figures.window.sums())
            self.figures.window = Window()
        self._let_time_pass()

    def _set_dials(self) -> tuple[int, int]:
        stage = self.stage
        if stage.pinned and (stage.board_is_stale or stage.second % BOARD_SECONDS == 0):
            self._tag = self.offers.tag(stage.pinned)
            set_board(stage, self._tag, self.pool.mean_price)
            stage.board_is_stale = False
        quality, dials = self.anchor.quality(), stage.crowd.dials
        self.voice.set_dials(quality)
        self.anchor.set_dials()
        self.bags.set_dials()
        self.traffic.set_dials()
        factor = self.compliance.shows_factor() * self.traffic.shows_factor()
        dials["tick"] = stage.second // TICK - 1
        dials["phase"] = PHASES.index(stage.phase)
        dials["reply_share"] = self.chat.reply_share()
        dials["flash"] = 1.0 if stage.pinned in self.offers.flashes else 0.0
        dials["shows"] = shows_per_tick(self.pool.shows_per_window) * factor
        dials["stock"] = self.shelf.visible.get(stage.pinned, 0)
        return quality, self.boost.set_dials()

    def _tell(self, counts: TickCounts, rows: list[list[int]]) -> None:
        """Turn single happenings into events; sold units leave the shelf before anybody hears of an order."""
        tag, sku = self._tag, self.stage.pinned
        if counts.orders and tag is not None:
            self.shelf.take(sku, counts.orders)
            with_coupon = sum(row[WITH_COUPON] for row in rows)
            if tag.coupon and with_coupon:
                self.offers.use(tag.coupon, with_coupon)
        for row in rows:
            country = self.stage.crowd.countries[row[COUNTRY]]
            if row[WHAT] == COMMENT:
                self.chat.post(row[VIEWER], country, row[ORDINAL])
            elif row[WHAT] == LOST_CLICK:
                self.stage.emit(ClickLost(sku=sku, viewer=self.stage.viewer_text(row[VIEWER])))
                self.chat.post(row[VIEWER], country, row[ORDINAL], "sold_out")
            elif row[WHAT] == ORDER and tag is not None:
                self._intend(row, tag, sku, country)
        if counts.orders:
            self.shelf.tell_if_sold_out(sku)

    def _intend(self, row: list[int], tag: PriceTag, sku: str, country: str) -> None:
        with_coupon = row[WITH_COUPON] == 1 and tag.coupon is not None
        persuasion = self.stage.crowd.mood["persuasion"]
        self.stage.emit(OrderIntended(
            viewer=self.stage.viewer_text(row[VIEWER]),
            country=country,
            source=SOURCES[row[SOURCE]],
            sku=sku,
            price=tag.price,
            coupon=tag.coupon.id if with_coupon and tag.coupon else "",
            discount=tag.discount if with_coupon else 0,
            promo=tag.is_flash or with_coupon,
            inflate_ppm=self.anchor.inflate_ppm(),
            reassurance_ppm=int(persuasion[REASSURANCE] * PPM),
            urgency_ppm=int(persuasion[URGENCY] * PPM),
        ))

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
            reason=reason, shows=sums.shows, views=sums.views, viewer_seconds=sums.watch,
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
            self.traffic, self.boost, self.anchor, self.pool, self.figures,
        )
        plain = to_bytes([part.state() for part in parts])
        return plain + b"\0" + self.stage.crowd.state_bytes()
