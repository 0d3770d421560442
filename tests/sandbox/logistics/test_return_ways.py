"""What a shop does with the wish to send something back."""

from __future__ import annotations

import msgspec
import pytest

from sandbox.kernel.scenario import Scenario
from sandbox.logistics.commands import ChooseReturn
from sandbox.logistics.events import OrderDelivered, ParcelReturned, ReturnReceived, ReturnRequested
from sandbox.logistics.trade_events import ReturnClosed, ReturnOfferDeclined, ReturnWayChosen
from tests.sandbox.harness import DAY, StockAt, a_product
from tests.sandbox.logistics.builders import Yard, a_season, refusal_of, text_of


def disliked() -> Scenario:
    """Lamps of no quality, so that many come back."""
    return a_season(products=(a_product(quality=0, defect=0, stock=(StockAt(node="cn", units=300),)),))


def wished(way: str, **changes: object) -> Yard:
    """A yard in which a rule for returns was chosen first."""
    yard = Yard(disliked())
    yard.answers.talked = (900_000, 0, 0)
    yard.send(ChooseReturn(way=way, **changes))  # type: ignore[arg-type]
    yard.orders(250)
    yard.advance_days(80)
    return yard


def test_without_a_rule_nothing_moves_until_the_help_desk_decides() -> None:
    yard = Yard(disliked())
    yard.orders(250)
    yard.advance_days(80)

    assert len(yard.world.of(ReturnRequested)) > 10
    assert yard.world.of(ReturnReceived) == []


@pytest.mark.parametrize(("way", "node"), [("local_label", "us"), ("to_origin", "cn")])
def test_a_rule_sends_every_return_near_or_far(way: str, node: str) -> None:
    yard = wished(way)

    received = yard.world.of(ReturnReceived)
    assert {event.node for event in received} == {node}
    assert len(received) > 30


def test_a_refund_without_return_leaves_the_goods_with_the_buyer() -> None:
    yard = wished("no_return")

    closed = yard.world.of(ReturnClosed)
    assert {event.refund_ppm for event in closed} == {1_000_000}
    assert len(closed) == len(yard.world.of(ReturnRequested))
    assert yard.world.of(ReturnReceived) == []
    assert set(yard.logistics.unaccounted().values()) == {0}


@pytest.mark.parametrize(("offer", "takes"), [(200_000, 0.269), (500_000, 0.690)])
def test_a_larger_offer_is_taken_by_more_buyers(offer: int, takes: float) -> None:
    yard = wished("partial", offer_ppm=offer)

    taken, declined = len(yard.world.of(ReturnClosed)), len(yard.world.of(ReturnOfferDeclined))
    assert taken / (taken + declined) == pytest.approx(takes, abs=0.12)
    assert len(yard.world.of(ReturnReceived)) == declined


def test_one_order_may_be_decided_by_itself() -> None:
    yard = Yard(disliked())
    yard.orders(250)
    while not yard.world.of(ReturnRequested):
        yard.advance_days(1)
    order = yard.world.of(ReturnRequested)[0].order
    one = ChooseReturn(way="no_return", order=order)

    yard.send(one)

    assert [event.order for event in yard.world.of(ReturnClosed)] == [order]
    assert yard.world.of(ReturnWayChosen)[0].order == order
    assert refusal_of(lambda: yard.send(one)) == "no_return_wanted"


def test_returns_that_cannot_be_are_refused() -> None:
    season = disliked()
    far = msgspec.structs.replace(
        season, warehouses=season.warehouses[:1], services=tuple(row for row in season.services if row.node == "cn")
    )
    yard = Yard(far)
    order = text_of(yard.order())

    assert refusal_of(lambda: yard.send(ChooseReturn(way="local_label"))) == "no_local_node"
    assert refusal_of(lambda: yard.send(ChooseReturn(way="partial", offer_ppm=0))) == "offer_too_small"
    assert refusal_of(lambda: yard.send(ChooseReturn(way="no_return", order=order))) == "no_return_wanted"
    yard.send(ChooseReturn(way="to_origin"))
    assert refusal_of(lambda: yard.send(ChooseReturn(way="to_origin"))) == "return_rule_unchanged"


def test_what_was_bought_on_a_shelf_comes_back_less_often_than_what_a_show_sold() -> None:
    yard = Yard()
    parcel = yard.logistics.parcels[yard.order()]
    live = yard.returns.return_probability(parcel)
    yard.answers.live = False

    assert live / yard.returns.return_probability(parcel) == pytest.approx(1.3)


def test_a_platform_that_gives_thirty_days_hears_of_returns_later() -> None:
    last = []
    for platform in ("livefeed", "bazaar"):
        yard = Yard(disliked())
        yard.answers.bought_on, yard.answers.talked = platform, (900_000, 0, 0)
        yard.orders(250)
        yard.advance_days(90)
        delivered = {event.order: at for at, event in yard.world.log if isinstance(event, OrderDelivered)}
        asked = [(event.order, at) for at, event in yard.world.log if isinstance(event, ReturnRequested)]
        last.append(max(at - delivered[order] for order, at in asked))

    assert last[0] <= 12 * DAY < last[1] <= 28 * DAY


def test_buyers_who_pay_on_delivery_refuse_some_parcels_at_the_door() -> None:
    yard = Yard(a_season())
    yard.answers.cash_on_delivery = 180_000
    yard.orders(250)
    yard.advance_days(80)

    refused = [event for event in yard.world.of(ParcelReturned) if event.reason == "refused_cod"]
    assert len(refused) / 250 == pytest.approx(0.18, abs=0.06)
    assert set(yard.logistics.unaccounted().values()) == {0}
