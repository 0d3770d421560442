"""The team's shop as the engine sees it: listings, orders, reviews."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, cast

from sandbox.kernel.calendar import DAY
from sandbox.kernel.codec import to_bytes
from sandbox.kernel.errors import IllegalCommandError
from sandbox.kernel.ids import child, to_text
from sandbox.kernel.messages import Actor, Command
from sandbox.kernel.money import PPM
from sandbox.kernel.scenario import Product, Scenario
from sandbox.kernel.world import Handler, World
from sandbox.market.book import COMING_BACK_DAYS, OrderBook
from sandbox.market.commands import (
    AssignProductRole,
    ChangePrice,
    ClassifyHs,
    DelistProduct,
    InviteReview,
    RelistProduct,
    ReportReview,
    RequestSample,
    SetPrice,
    WriteFactSheet,
)
from sandbox.market.events import OrderEnd
from sandbox.market.goods import Goods
from sandbox.market.listings import Listing, Listings
from sandbox.market.order import Order
from sandbox.market.reads import Reads, ShelfReads
from sandbox.market.reports import Reports
from sandbox.market.reviews import Rating, Reviews
from sandbox.market.shelf.front import Front
from sandbox.market.shelf.stall import Stall


class Shop:
    """Listings, orders and reviews of one team.

    Args:
        world: time, keyed chance and the record.
        scenario: products, audience, rule book.
        reads: what it may ask of logistics and payments.
    """

    def __init__(self, world: World, scenario: Scenario, reads: Reads) -> None:
        self._world = world
        self._goods = Goods(scenario)
        self._listings = Listings(world, scenario, reads)
        self._reviews = Reviews(world, scenario)
        self._reports = Reports(world, self._reviews, lambda order: self._book.by_id.get(order))
        self._book = OrderBook(world, scenario, reads, self._listings, self._goods)
        self._front: Front | None = None
        if scenario.market is not None:
            self._front = Front(world, scenario, cast(ShelfReads, reads), self._goods, self._reviews, self._book.place)
            self._front.stall.off_sale = self._is_off_sale

    def handlers(self) -> Mapping[type[Command], Handler]:
        """Commands of the market and what decides them."""
        return {
            SetPrice: self._listings.set_price,
            ChangePrice: self._listings.change_price,
            AssignProductRole: self._listings.assign_role,
            WriteFactSheet: self._listings.write_fact_sheet,
            ClassifyHs: self._listings.classify,
            RequestSample: self._listings.request_sample,
            DelistProduct: self._delist,
            RelistProduct: self._relist,
            InviteReview: self._reports.invite,
            ReportReview: self._reports.report,
            **(self._front.handlers() if self._front is not None else {}),
        }

    def _delist(self, command: DelistProduct, actor: Actor) -> None:
        if command.listing:
            self._shelf().shelving.delist(command, actor)
        else:
            self._listings.delist(command, actor)
            self._product_changed(command.sku)

    def _relist(self, command: RelistProduct, actor: Actor) -> None:
        if command.listing:
            self._shelf().shelving.relist(command, actor)
        else:
            self._listings.relist(command, actor)
            self._product_changed(command.sku)

    def _shelf(self) -> Front:
        if self._front is None:
            raise IllegalCommandError("no_shelf", "expected a scenario with a shelf market, this one only sells live")
        return self._front

    def _is_off_sale(self, sku: str) -> bool:
        rows = (self._listings.by_sku.get(part) for part, _ in self._goods.parts(sku))
        return any(row is not None and not row.on_sale for row in rows)

    def _product_changed(self, sku: str) -> None:
        if self._front is not None:
            self._front.stall.product_changed(sku)

    # What the engine's reactions report.

    def place_order(self, event: Any) -> None:
        """Make an order of ``livestream.order_intended``."""
        self._book.place(event)

    def mark_paid(self, order: int) -> None:
        """The payment went through."""
        self._book.pay(self.order(order))

    def fail_payment(self, order: int) -> None:
        """The payment failed for good."""
        self._book.end(self.order(order), "payment_failed")

    def cancel(self, order: int, reason: str) -> None:
        """Cancelled before it left: the goods stay in stock. Nothing happens to an order that ended before."""
        row = self.order(order)
        if not row.is_ended:
            self._book.void(row)
            self._book.end(row, "cancelled")

    def mark_delivered(self, order: int, on_time: bool, damaged: bool, defect: bool) -> None:
        """The buyer has it: the return window runs, and perhaps a review. An order that ended stays ended."""
        row = self.order(order)
        if row.is_ended:
            return
        days = -(-(self._world.now - row.placed_at) // DAY)
        row.late_days = 0 if on_time else max(1, days - row.promise_days)
        row.is_spoiled = damaged or defect
        is_first = row.state == "paid"
        self._book.move(row, "delivered", self._book.return_days(row))
        if is_first:
            self._reviews.expect(row)
            if self._front is not None:
                self._front.delivered(row, on_time)

    def note_return(self, order: int) -> None:
        """The buyer wants to send it back: wait for the article. An order that ended stays ended."""
        row = self.order(order)
        if not row.is_ended:
            self._book.move(row, "returning", COMING_BACK_DAYS)

    def note_refund(self, order: int, shop_minor: int) -> None:
        """Money went back to the buyer, tax included, in the shop's currency; also after the end."""
        self._book.refund(self.order(order), shop_minor)

    def note_cost(self, order: int, kind: str, shop_minor: int) -> None:
        """The order cost something (negative: brought something), shop currency; also after the end.

        Args:
            order: its id.
            kind: ``carriage``, ``handling``, ``duty``, ``platform``, ``fine``, ``claim`` ...
            shop_minor: amount.
        """
        self.order(order).contribution -= shop_minor

    def goods_back(self, order: int, value_ppm: int) -> None:
        """The article is in stock again at that share of its cost (grade A 1,000,000, grade B 600,000)."""
        self._book.goods_back(self.order(order), value_ppm)

    def end_order(self, order: int, outcome: OrderEnd) -> None:
        """Bring an order to its end, unless it has ended: what is sent after the end changes nothing about it.

        Raises:
            ValueError: it cannot end so in its state.
        """
        row = self.order(order)
        if row.is_ended:
            return
        self._book.end(row, outcome)
        if outcome == "lost":
            self._reviews.expect(row)

    def note_help(self, order: int, resolved: bool, first_reply_hours: int) -> None:
        """What became of the buyer's question, for the review."""
        row = self.order(order)
        row.has_complained = True
        row.is_resolved = resolved
        row.is_slow = row.is_slow or first_reply_hours > 24

    def note_experience(self, order: int, csat_ok: bool, unresolved: bool) -> None:
        """How the buyer felt about the help: decides whether another order follows."""
        row = self.order(order)
        row.is_pleased = csat_ok
        row.has_complained = row.has_complained or unresolved
        row.is_resolved = row.is_resolved and not unresolved

    def note_ad_spend(self, country: str, amount: int) -> None:
        """Ads were shown in a country for *amount* in the shop's currency: its own shop becomes known there."""
        if self._front is not None:
            self._front.stall.known(country).today += amount

    def credit_orders(self, credit: Callable[[str, int], str]) -> None:
        """Ask *credit* which campaign brought an order from the search: (listing, order) -> campaign or empty."""
        self._book.credit = credit

    def visited(self, listing: str, count: int, campaign: str, first: int, convert_ppm: int) -> None:
        """Visitors *first*, *first* + 1 ... of a campaign land on a listing; each buys with that chance."""
        stall = self._shelf().stall
        row = stall.by_id[listing]
        chance, sender = self._world.stream("out.market.visitor"), child(0, f"campaign:{campaign}", 0)
        for number in range(first, first + count):
            visitor = child(sender, "visitor", number)
            if chance.happens(convert_ppm / PPM, visitor):
                stall.sell(row, to_text(visitor), "ads", campaign)
        stall.expect_more(row, count * convert_ppm)

    def note_quality(self, sku: str, quality_ppm: int) -> None:
        """What is shipped from now on has another true quality: buyers will say so."""
        self._reviews.set_quality(sku, quality_ppm)

    def close_for_good(self) -> None:
        """Play is over: nobody buys from a shelf any more."""
        if self._front is not None:
            self._front.stall.is_closed = True

    def terms_changed(self, sku: str = "") -> None:
        """Delivery, duty or stock of a product (of all, if empty) look different to shoppers from now on."""
        self._product_changed(sku)

    def attack_reviews(self, sku: str, count: int, listing: str = "") -> None:
        """Shock: false one-star reviews over 36 hours, on the live platform or at one listing."""
        self._reviews.attack(sku, count, listing)

    def close_open_orders(self) -> None:
        """The settlement period is over: every open order ends as if its time had run out."""
        self._book.close_all()

    # What others may read.

    def order(self, order: int) -> Order:
        """One order. Raises KeyError."""
        return self._book.by_id[order]

    def orders(self) -> tuple[Order, ...]:
        """Every order, oldest first."""
        return tuple(self._book.by_id.values())

    def listing(self, sku: str) -> Listing:
        """One listing. Raises KeyError."""
        return self._listings.by_sku[sku]

    def rating(self, sku: str) -> Rating:
        """Reviews of one product; ``shown`` and ``count`` are what buyers see."""
        return self._reviews.ratings[sku]

    @property
    def shelf_side(self) -> Stall:
        """The team's listings as the shelf market meets them. Raises IllegalCommandError where there is no shelf."""
        return self._shelf().stall

    def parts(self, sku: str) -> tuple[tuple[str, int], ...]:
        """What one piece of *sku* is made of: (product, pieces)."""
        return self._goods.parts(sku)

    def product(self, sku: str) -> Product:
        """A product, or a set as if it were one. Raises KeyError."""
        return self._goods.product(sku)

    def price(self, sku: str) -> int:
        """List price, shop currency."""
        return self._listings.by_sku[sku].price

    def declared_hs(self, sku: str) -> str:
        """Heading under which the product is declared."""
        return self._listings.by_sku[sku].hs6

    def talk(self, order: int) -> tuple[int, int, int]:
        """How much the buyer was promised too much, reassured and hurried, in ppm."""
        row = self.order(order)
        return row.inflate_ppm, row.reassurance_ppm, row.urgency_ppm

    def contribution(self) -> int:
        """What all orders brought so far, shop currency."""
        return sum(order.contribution for order in self._book.by_id.values())

    def state_digest(self) -> bytes:
        """Canonical bytes of listings, reviews and orders."""
        orders = [self._book.by_id[ident] for ident in sorted(self._book.by_id)]
        shelf = self._front.state() if self._front is not None else []
        return to_bytes(
            [list(self._listings.by_sku.values()), self._reviews.rows(), self._reports.state(), shelf, orders]
        )
