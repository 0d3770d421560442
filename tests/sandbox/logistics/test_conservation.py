"""Whatever is commanded, units are conserved and every parcel ends in exactly one way."""

from __future__ import annotations

from collections import Counter
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from sandbox.kernel.errors import IllegalCommandError
from sandbox.kernel.messages import Command
from sandbox.logistics import commands
from sandbox.logistics.events import (
    OrderDelivered,
    ParcelLost,
    ParcelReturned,
    ParcelSeized,
    StockFreed,
    StockReserved,
    StockShort,
)
from sandbox.logistics.parcel import ENDED
from sandbox.logistics.trade_events import CarrierRefused
from tests.sandbox.logistics.builders import Yard, a_season, text_of, with_place

NODES, SKUS = ("cn", "us", "de"), ("lamp", "earbuds")
SERVICES = ("us-post", "us-line", "us-express", "us-local", "de-line")
WAYS = ("local_label", "to_origin", "no_return", "partial")
ENDS = (OrderDelivered, ParcelLost, ParcelReturned, ParcelSeized, StockFreed)

node, sku, share = st.sampled_from(NODES), st.sampled_from(SKUS), st.integers(100_000, 1_000_000)
country = st.sampled_from(("US", "DE"))
orders = st.tuples(st.just("order"), st.sampled_from((*SKUS, "set")), st.sampled_from(SERVICES), st.integers(1, 3))
commanded = st.one_of(
    st.builds(commands.SetCapacity, node=node, packers=st.integers(1, 9)),
    st.builds(commands.SetOvertime, node=node, overtime=st.booleans()),
    st.builds(
        commands.TransferStock, sku=sku, origin=node, destination=node, units=st.integers(1, 400),
        haul=st.sampled_from(("air", "sea", "rail")), mode=st.sampled_from((None, "9610", "9810", "0110")),
    ),
    st.builds(
        commands.SetShipping, country=country, service=st.sampled_from(SERVICES), promise_days=st.integers(1, 30),
        sku=st.none() | sku, declared_ppm=share, declare_battery=st.booleans(),
        incoterm=st.sampled_from((None, "DDP", "DAP")),
    ),
    st.builds(commands.ChooseExportMode, node=node, country=country, mode=st.sampled_from(("9610", "0110", "1210"))),
    st.builds(commands.RegisterTax, country=country, scheme=st.sampled_from(("us_bond", "ioss", "de_vat"))),
    st.builds(commands.ChooseReturn, way=st.sampled_from(WAYS), offer_ppm=share),
    st.tuples(st.sampled_from(("cancel", "answer", "claim", "reship", "return")), st.integers(0, 30)),
)  # fmt: skip
steps = st.lists(st.tuples(orders | commanded, st.integers(1, 2 * 86_400)), max_size=40)


def carry_out(yard: Yard, step: Any, placed: list[int]) -> None:
    """One step; what the rules refuse changes nothing."""
    before = yard.logistics.state_digest()
    try:
        if isinstance(step, Command):
            yard.send(step)
        elif step[0] == "order":
            service = step[2]
            currency = {"us": "USD", "de": "EUR"}[service[:2]]
            told = {"sku": step[1], "service": service, "units": step[3], "currency": currency}
            placed.append(yard.order(len(placed), country=service[:2].upper(), **told))
        elif placed:
            do_to(yard, step[0], placed[step[1] % len(placed)])
    except IllegalCommandError:
        assert yard.logistics.state_digest() == before


def do_to(yard: Yard, what: str, order: int) -> None:
    text = text_of(order)
    if what == "cancel":
        yard.send(commands.CancelOrder(order=text, reason="buyer_asked"))
    elif what == "answer":
        yard.send(commands.AnswerCustoms(order=text, papers=("invoice", "certificate")))
    elif what == "claim":
        yard.send(commands.FileCarrierClaim(order=text))
    elif what == "reship":
        yard.logistics.reship(order)
    else:
        yard.logistics.start_return(order)


@settings(max_examples=40, deadline=None)
@given(steps)
def test_units_are_conserved_and_every_order_ends_once_whatever_is_commanded(plan: list[tuple[Any, int]]) -> None:
    yard = Yard(with_place(a_season(), "us", kind="platform", platform="bazaar", storage_per_m3_day=90))
    yard.answers.bundles = {"set": (("lamp", 1), ("earbuds", 2))}
    yard.answers.missing = {("earbuds", "DE"): ("un38_3", "ce")}
    yard.answers.bought_on, yard.answers.cash_on_delivery = "bazaar", 100_000
    placed: list[int] = []

    for step, wait in plan:
        carry_out(yard, step, placed)
        yard.world.advance(yard.world.now + wait)
        assert set(yard.logistics.unaccounted().values()) == {0}
    yard.advance_days(220)

    assert set(yard.logistics.unaccounted().values()) == {0}
    assert all(parcel.stage in ENDED for parcel in yard.logistics.parcels.values())
    assert all(tally.carried == 0 for tally in yard.logistics.inventory.tallies.values())
    ends = Counter(event.order for _, event in yard.world.log if isinstance(event, ENDS))
    begun = Counter(event.order for event in yard.world.of(StockReserved))
    assert ends == begun
    turned_down = len(yard.world.of(StockShort)) + len(yard.world.of(CarrierRefused))
    assert len(begun) + turned_down == len(placed)
