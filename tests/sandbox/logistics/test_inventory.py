"""Units are moved, never made and never lost from sight."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sandbox.logistics.inventory import Inventory

NODES = ("cn", "us")
Move = Callable[[Inventory, str, int], None]
MOVES: tuple[Move, ...] = (
    lambda stock, node, units: stock.buy(node, "lamp", units),
    lambda stock, node, units: stock.reserve(node, "lamp", units),
    lambda stock, node, units: stock.release(node, "lamp", units),
    lambda stock, node, units: stock.hand_over(node, "lamp", units),
    lambda stock, node, units: stock.deliver("lamp", units),
    lambda stock, node, units: stock.lose("lamp", units),
    lambda stock, node, units: stock.turn_back("lamp", units, from_buyer=True),
    lambda stock, node, units: stock.turn_back("lamp", units, from_buyer=False),
    lambda stock, node, units: stock.send(node, "lamp", units),
    lambda stock, node, units: stock.arrive(node, "lamp", units),
    lambda stock, node, units: stock.arrive(node, "lamp", units, resaleable=False),
)
STEPS = st.lists(st.tuples(st.sampled_from(MOVES), st.sampled_from(NODES), st.integers(-1, 6)), max_size=60)


def counts(stock: Inventory) -> list[int]:
    tally = stock.tallies["lamp"]
    shelves = [count for shelf in stock.shelves.values() for count in (shelf.free, shelf.reserved)]
    return [*shelves, tally.in_transit, tally.carried, tally.delivered, tally.written_off]


@given(STEPS)
def test_bought_units_are_on_hand_reserved_in_transit_carried_delivered_or_written_off(
    steps: list[tuple[Move, str, int]],
) -> None:
    stock = Inventory()
    stock.buy("cn", "lamp", 10)

    for move, node, units in steps:
        try:
            move(stock, node, units)
        except ValueError:
            continue

        assert stock.unaccounted() == {"lamp": 0}
        assert min(counts(stock)) >= 0


def test_a_refused_move_changes_nothing() -> None:
    stock = Inventory()
    stock.buy("cn", "lamp", 2)

    with pytest.raises(ValueError, match="expected 1 to 2 free units of lamp at cn, got 3"):
        stock.reserve("cn", "lamp", 3)

    assert stock.free("lamp") == 2


def test_free_units_are_counted_over_all_nodes() -> None:
    stock = Inventory()
    stock.buy("cn", "lamp", 2)
    stock.buy("us", "lamp", 3)
    stock.reserve("us", "lamp", 1)

    assert (stock.free("lamp"), stock.free_at("us", "lamp"), stock.free_at("de", "lamp")) == (4, 2, 0)
