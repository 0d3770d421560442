"""The team's shop as the engine sees it: listings, orders, reviews."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sandbox.kernel.calendar import DAY
from sandbox.kernel.codec import to_bytes
from sandbox.kernel.messages import Command
from sandbox.kernel.scenario import Scenario
from sandbox.kernel.world import Handler, World
from sandbox.market.book import COMING_BACK_DAYS, OrderBook
from sandbox.market.commands import (
    AssignProductRole,
    ChangePrice,
    ClassifyHs,
    DelistProduct,
    RelistProduct,
    RequestSample,
    SetPrice,
    WriteFactSheet,
)
from sandbox.market.events import OrderEnd
from sandbox.market.listings import Listing, Listings
from sandbox.market.order import Order
from sandbox.market.reads import Reads
from sandbox.market.reviews import Rating, Reviews


class Shop:
    """Listings, orders and reviews of one team.

    Args:
        world: time, keyed chance and the record.
        scenario: products, audience, rule book.
        reads: what it may ask of logistics and payments.
    """

    def __init__(self, world: World, scenario: Scenario, reads: Reads) -> None:
        self._world = world
        self._listings = Listings(world, scenario, reads)
        self._reviews = Reviews(world, scenario)
        self._book = OrderBook(world, scenario, reads, self._listings)

    def handlers(self) -> Mapping[type[Command], Handler]:
        """Commands of the market and what decides them."""
        return {
            SetPrice: self._listings.set_price,
            ChangePrice: self._listings.change_price,
            AssignProductRole: self._listings.assign_role,
            WriteFactSheet: self._listings.write_fact_sheet,
            ClassifyHs: self._listings.classify,
            RequestSample: self._listings.request_sample,
            DelistProduct: self._listings.delist,
            RelistProduct: self._listings.relist,
        }

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

    def attack_reviews(self, sku: str, count: int) -> None:
        """Shock: false one-star reviews over 36 hours."""
        self._reviews.attack(sku, count)

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
        return to_bytes([list(self._listings.by_sku.values()), self._reviews.rows(), orders])
