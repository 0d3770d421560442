"""Single happenings of a tick, as the kernel noted them, become events."""

from __future__ import annotations

from sandbox.kernel.money import PPM
from sandbox.kernel.scenario import SOURCES
from sandbox.livestream.anchor import Anchor
from sandbox.livestream.chat import Chat
from sandbox.livestream.columns import (
    COMMENT,
    COUNTRY,
    LOST_CLICK,
    ORDER,
    ORDINAL,
    SOURCE,
    VIEWER,
    WHAT,
    WITH_COUPON,
    TickCounts,
)
from sandbox.livestream.equations import REASSURANCE, URGENCY
from sandbox.livestream.events import OrderIntended
from sandbox.livestream.offer_events import ClickLost
from sandbox.livestream.offers import Offers, PriceTag
from sandbox.livestream.shelf import Shelf
from sandbox.livestream.stage import Stage


class Happenings:
    """Comments, lost clicks and orders of one room."""

    def __init__(self, stage: Stage, shelf: Shelf, offers: Offers, chat: Chat, anchor: Anchor) -> None:
        self._stage = stage
        self._shelf = shelf
        self._offers = offers
        self._chat = chat
        self._anchor = anchor

    def tell(self, counts: TickCounts, rows: list[list[int]], tag: PriceTag) -> None:
        """Turn single happenings into events; sold units leave the shelf before anybody hears of an order."""
        sku = self._stage.pinned
        if counts.orders:
            self._take(sku, counts.orders, tag, sum(row[WITH_COUPON] for row in rows))
        for row in rows:
            country = self._stage.crowd.countries[row[COUNTRY]]
            if row[WHAT] == COMMENT:
                self._chat.post(row[VIEWER], country, row[ORDINAL])
            elif row[WHAT] == LOST_CLICK:
                self._stage.emit(ClickLost(sku=sku, viewer=self._stage.viewer_text(row[VIEWER])))
                self._chat.post(row[VIEWER], country, row[ORDINAL], "sold_out")
            elif row[WHAT] == ORDER:
                self._intend(row, tag, sku, country)
        if counts.orders:
            self._shelf.tell_if_sold_out(sku)

    def _take(self, sku: str, units: int, tag: PriceTag, with_coupon: int) -> None:
        self._shelf.take(sku, units)
        if tag.coupon is not None and with_coupon:
            self._offers.use(tag.coupon, with_coupon)

    def _intend(self, row: list[int], tag: PriceTag, sku: str, country: str) -> None:
        with_coupon = row[WITH_COUPON] == 1 and tag.coupon is not None
        persuasion = self._stage.crowd.mood["persuasion"]
        self._stage.emit(OrderIntended(
            viewer=self._stage.viewer_text(row[VIEWER]),
            country=country,
            source=SOURCES[row[SOURCE]],
            sku=sku,
            price=tag.price,
            coupon=tag.coupon.id if with_coupon and tag.coupon else "",
            discount=tag.discount if with_coupon else 0,
            promo=tag.is_flash or with_coupon,
            inflate_ppm=self._anchor.inflate_ppm(),
            reassurance_ppm=int(persuasion[REASSURANCE] * PPM),
            urgency_ppm=int(persuasion[URGENCY] * PPM),
        ))
