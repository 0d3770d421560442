"""The order book: places orders, moves them through their life, and adds up what each one brought."""

from __future__ import annotations

from collections.abc import Callable, Generator
from heapq import heappop, heappush
from typing import Any

from sandbox.kernel.calendar import DAY
from sandbox.kernel.ids import child, from_text
from sandbox.kernel.money import PPM, half_up, share
from sandbox.kernel.scenario import Scenario
from sandbox.kernel.world import World
from sandbox.market.events import OrderEnd, OrderEnded, OrderPlaced
from sandbox.market.goods import Goods
from sandbox.market.listings import Listings
from sandbox.market.order import Order, OrderState
from sandbox.market.quote import Quote
from sandbox.market.reads import Reads

RETURN_DAYS_BY_COUNTRY = {"US": 30}
RETURN_DAYS = 14
"""Days in which a buyer may return: the 14 of EU law, more where platforms commonly grant it."""
UNPAID_DAYS, UNDELIVERED_DAYS, COMING_BACK_DAYS = 5, 120, 45
"""Days after which the shop itself closes an order: unpaid, never delivered, never come back."""
REFUNDED_PPM = 950_000
"""An order refunded by this share or more ends as returned."""


class OrderBook:
    """All orders of the shop."""

    def __init__(self, world: World, scenario: Scenario, reads: Reads, listings: Listings, goods: Goods) -> None:
        self._world = world
        self._reads = reads
        self._listings = listings
        self._goods = goods
        self._closing: list[tuple[int, int]] = []
        self.credit: Callable[[str, int], str] = lambda listing, order: ""
        """Asked for every order from the search: the ad campaign that brought it, or an empty text."""
        self.by_id: dict[int, Order] = {}
        world.process(self._close_daily())

    def place(self, intent: Any) -> Order:
        """Make an order of what a viewer or a shopper decided.

        Args:
            intent: ``livestream.order_intended`` or a ``ShelfIntent``: viewer, country, source, sku, price, discount,
                promo and the three measures of what was said; of a shelf also platform, listing and campaign.
        """
        price = intent.price - intent.discount
        quote = self._quote(intent, price)
        order = self._entered(intent, price, quote)
        product = self._goods.product(order.sku)
        margin = price + quote.delivery_shop - product.unit_cost - quote.costs_shop
        self._world.emit(
            OrderPlaced(
                order=order.text,
                label=order.label,
                viewer=order.viewer,
                country=order.country,
                currency=order.currency,
                sku=order.sku,
                units=order.units,
                paid=order.paid,
                price=order.price,
                list_price=order.list_price,
                service=order.service,
                promise_days=order.promise_days,
                source=order.source,
                promo=order.promo,
                unit_margin=margin,
                inflate_ppm=order.inflate_ppm,
                channel=order.channel,
                platform=order.platform,
                listing=order.listing,
                campaign=order.campaign,
            )
        )
        return order

    def pay(self, order: Order) -> None:
        """The payment went through: the sale without tax comes in, the goods go out."""
        self.move(order, "paid", UNDELIVERED_DAYS)
        product = self._goods.product(order.sku)
        order.goods_cost = product.unit_cost * order.units
        order.contribution += order.sale_shop - order.goods_cost

    def goods_back(self, order: Order, value_ppm: int) -> None:
        """Goods are in stock again at *value_ppm* of their cost; only the first time counts."""
        order.contribution += share(order.goods_cost, value_ppm)
        order.goods_cost = 0

    def void(self, order: Order) -> None:
        """The sale never was: goods stay, and the refund that follows takes nothing more."""
        if order.state == "paid":
            self.goods_back(order, PPM)
            order.contribution -= order.sale_shop
            order.is_void = True

    def refund(self, order: Order, shop_minor: int) -> None:
        """Money went back to the buyer; the tax in it was never the shop's."""
        order.refunded += shop_minor
        if not order.is_void:
            order.contribution -= half_up(shop_minor * order.sale_shop, max(1, order.paid_shop))

    def move(self, order: Order, state: OrderState, closes_in_days: int) -> None:
        """Go to a state that waits for something, and close the order by itself after so many days."""
        now = self._world.now
        order.move(state, now)
        order.closes_at = now + closes_in_days * DAY
        heappush(self._closing, (order.closes_at, order.order))

    def end(self, order: Order, outcome: OrderEnd) -> None:
        """The one end of an order.

        Raises:
            ValueError: it ended before, or cannot end so in its state.
        """
        order.move(outcome, self._world.now)
        self._world.emit(
            OrderEnded(order=order.text, outcome=outcome, country=order.country, contribution=order.contribution)
        )

    def return_days(self, order: Order) -> int:
        """Days in which the buyer may return."""
        return RETURN_DAYS_BY_COUNTRY.get(order.country, RETURN_DAYS)

    def close_all(self) -> None:
        """Bring every open order to its end, as if its time had run out."""
        for _, order in sorted(self.by_id.items()):
            if not order.is_ended:
                self.end(order, _natural_end(order))

    def _entered(self, intent: Any, price: int, quote: Quote) -> Order:
        viewer = from_text(intent.viewer)
        now = self._world.now
        ident = child(viewer, "order", self._world.next_ordinal(viewer, "order"))
        order = Order(
            order=ident,
            label=len(self.by_id) + 1,
            viewer=intent.viewer,
            country=intent.country,
            currency=quote.currency,
            sku=intent.sku,
            units=1,
            goods=quote.goods,
            delivery=quote.delivery,
            tax=quote.tax,
            price=price,
            list_price=self._list_price(intent),
            sale_shop=price + quote.delivery_shop,
            paid_shop=quote.paid_shop,
            service=quote.service,
            promise_days=quote.promise_days,
            source=intent.source,
            promo=intent.promo,
            inflate_ppm=intent.inflate_ppm,
            reassurance_ppm=intent.reassurance_ppm,
            urgency_ppm=intent.urgency_ppm,
            channel=getattr(intent, "channel", "live"),
            platform=getattr(intent, "platform", ""),
            listing=getattr(intent, "listing", ""),
            campaign=getattr(intent, "campaign", "") or self._credited(intent, ident),
            placed_at=now,
            since=now,
            closes_at=now + UNPAID_DAYS * DAY,
        )
        self.by_id[order.order] = order
        heappush(self._closing, (order.closes_at, order.order))
        return order

    def _credited(self, intent: Any, order: int) -> str:
        """The search campaign an order carries, if one brought it."""
        return self.credit(intent.listing, order) if getattr(intent, "source", "") == "search" else ""

    def _quote(self, intent: Any, price: int) -> Quote:
        if getattr(intent, "channel", "live") == "live":
            return self._reads.quote(intent.country, intent.sku, price)
        shown: Quote | None = intent.quote
        return shown or self._reads.quote(intent.country, self._goods.lead(intent.sku), price, intent.platform)

    def _list_price(self, intent: Any) -> int:
        listed = self._listings.by_sku.get(intent.sku)
        return getattr(intent, "list_price", 0) or (listed.price if listed is not None else int(intent.price))

    def _close_daily(self) -> Generator[Any, Any, None]:
        while True:
            yield self._world.timeout(DAY)
            while self._closing and self._closing[0][0] <= self._world.now:
                closes_at, ident = heappop(self._closing)
                order = self.by_id[ident]
                if not order.is_ended and order.closes_at == closes_at:
                    self.end(order, _natural_end(order))


def _natural_end(order: Order) -> OrderEnd:
    """How an order ends when nothing more happens to it."""
    if order.state == "placed":
        return "cancelled"
    if order.state == "paid":
        return "lost"
    return "returned" if order.refunded * PPM >= order.paid_shop * REFUNDED_PPM else "completed"
