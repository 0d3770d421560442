"""Whatever is ordered, sold, moved and called back: no unit and no coin gets lost."""

from __future__ import annotations

import contextlib

import pytest

from sandbox.kernel.draws import Secrets, Stream, group_secret
from sandbox.kernel.errors import IllegalCommandError
from sandbox.market.supply.commands import IfBad, RecallProduct, SourceProduct
from sandbox.market.supply.events import (
    GoodsReady,
    LotQuarantined,
    LotReceived,
    PurchaseCancelled,
    PurchaseOrdered,
)
from sandbox.market.supply.purchase import Purchase
from tests.sandbox.market.supply.builders import EARBUDS, Buyer, a_quote, a_supplier

ENDINGS: tuple[IfBad, ...] = ("accept", "sort", "reject")
NODES = ("cn", "us", "de")


class Play:
    """Thirty days of chosen-by-lot commands and reports, the same for the same number."""

    def __init__(self, number: int) -> None:
        self.buyer = Buyer(
            a_supplier("works", a_quote(defect=60_000), EARBUDS, reliability=500_000), secret=number
        )
        self.dice = Stream(Secrets(group_secret(number)).stream("bot.play"))
        self.sold = 0
        for day in range(30):
            self.act(day)
            self.buyer.advance_days(1)
            self.land()
        self.buyer.advance_days(120)
        self.land()

    def act(self, day: int) -> None:
        if self.dice.happens(0.2, day, 0):
            self.order(day)
        node = NODES[self.dice.below(3, day, 1)]
        units = min(40, sum(piece.units for piece in self.buyer.supply.lots.shelves.get(("lamp", node), ())))
        if units and self.dice.happens(0.6, day, 2):
            self.buyer.supply.stock_reserved(day, "lamp", node, units, "US")
            self.sold += units
        elif units:
            self.buyer.supply.stock_moved("lamp", node, "us", units)
            self.buyer.supply.stock_arrived("lamp", "us", units)
        if self.dice.happens(0.05, day, 3):
            self.recall()

    def order(self, day: int) -> None:
        units = 100 + self.dice.below(500, day, 4)
        node = NODES[self.dice.below(3, day, 5)]
        told = SourceProduct(
            supplier="works", sku="lamp", units=units, node=node, haul="sea", qc_units=50, if_bad=ENDINGS[day % 3]
        )
        self.buyer.answers.cash = 40_000 + self.dice.below(400_000, day, 6)
        with contextlib.suppress(IllegalCommandError):  # not enough cash that day
            self.buyer.send(told)

    def recall(self) -> None:
        lots = self.buyer.supply.lots.by_id.values()
        here = [lot for lot in lots if lot.sku == "lamp" and lot.received_at >= 0 and not lot.recalled]
        if here:
            self.buyer.send(RecallProduct(sku="lamp", lot=here[0].lot))

    def land(self) -> None:
        """The carrier brings what is under way."""
        for row in list(self.buyer.supply.receiving.by_id.values()):
            if row.state == "travelling":
                self.buyer.supply.stock_arrived("lamp", row.node, row.units, row.lot)

    def orders(self) -> list[Purchase]:
        return list(self.buyer.supply.receiving.by_id.values())


@pytest.mark.parametrize("number", range(20))
def test_every_unit_is_on_a_shelf_with_a_buyer_kept_from_sale_or_never_came(number: int) -> None:
    play = Play(number)
    world, lots = play.buyer.world, play.buyer.supply.lots

    came = sum(row.units for row in world.of(LotReceived))
    never = sum(row.units for row in world.of(PurchaseCancelled))
    assert came + never == sum(row.units for row in world.of(PurchaseOrdered))
    kept = sum(row.units for row in world.of(LotQuarantined))
    on_shelves = sum(piece.units for (sku, _), pieces in lots.shelves.items() if sku == "lamp" for piece in pieces)
    assert 340 + came == on_shelves + play.sold + kept
    assert sum(row.units for held in lots.sold.values() for row in held.values()) == play.sold


@pytest.mark.parametrize("number", range(20))
def test_deposit_and_rest_are_the_price_of_what_came(number: int) -> None:
    play = Play(number)
    world = play.buyer.world

    came = sum(row.units * row.unit_cost for row in world.of(LotReceived))
    lost = sum(row.lost for row in world.of(PurchaseCancelled))
    fees = sum(row.fee for row in world.of(PurchaseOrdered))
    paid = sum(row.cost for kind in (PurchaseOrdered, GoodsReady, LotReceived) for row in world.of(kind))
    assert paid - sum(row.refund for row in world.of(PurchaseCancelled)) == came + lost + fees
    assert all(row.paid == (row.price if row.state == "received" else 0) or row.reason for row in play.orders())


def test_the_same_play_gives_the_same_state() -> None:
    assert Play(3).buyer.supply.state_digest() == Play(3).buyer.supply.state_digest()
    assert Play(3).buyer.supply.state_digest() != Play(4).buyer.supply.state_digest()
