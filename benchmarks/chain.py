"""The chain as columns and consignment processes beside the same chain as one SimPy process a parcel.

``python -m benchmarks.chain`` prints a table, ``--json`` a list. Both ways run on one thread of one process and are
measured in seconds of the processor, which other work on the machine disturbs least; ours is the median of several
turns. Whether both bring every parcel to its end at the same second is part of the table.
"""

from __future__ import annotations

import gc
import json
import statistics
import sys
import time
from collections.abc import Callable
from datetime import date
from typing import Any

import msgspec
import numpy as np
import simpy
from numpy.typing import NDArray

from benchmarks.chain_simpy import SimpyChain
from sandbox.engine.actors import MesaCouncils
from sandbox.kernel.calendar import DAY
from sandbox.kernel.draws import Secrets, Stream, group_secret, units
from sandbox.kernel.messages import Event
from sandbox.kernel.scenario import Scenario
from sandbox.logistics.columns import Lot
from sandbox.logistics.flow import Flow
from sandbox.logistics.model import Logistics
from sandbox.logistics.parcel import STAGES
from scenarios.loader import load_scenario
from scenarios.rules.tables import load_rules

Row = dict[str, Any]
SIZES = (10_000, 100_000, 1_000_000)
SMALL = (200, 3_000, 20_000)
"""Orders of the worlds in which every parcel is compared."""
SPAN = 14 * DAY
LANE, SKU, VALUE = "us-line", "desk-lamp", 2_500
TURNS = 5
MEASURED_TWIN = 100_000
"""Up to so many orders the process-per-parcel chain is run; above, its time a parcel is carried over."""


class World:
    """Time, keyed luck and a list of what happened; nothing else of a run."""

    def __init__(self, secrets: Secrets) -> None:
        self.env = simpy.Environment()
        self.log: list[Event] = []
        self._secrets = secrets
        self._ordinals: dict[tuple[int, str], int] = {}
        self._councils = MesaCouncils()

    @property
    def now(self) -> int:
        """Simulation second."""
        return self.env.now  # type: ignore[return-value]

    def emit(self, event: Event) -> int:
        """Keep an event."""
        self.log.append(event)
        return len(self.log)

    def stream(self, name: str) -> Stream:
        """A stream of keyed draws."""
        return Stream(self._secrets.stream(name))

    def process(self, generator: Any) -> Any:
        """Start a process."""
        return self.env.process(generator)

    def timeout(self, seconds: int) -> Any:
        """Wait."""
        return self.env.timeout(seconds)

    def council(self, name: str) -> Any:
        """Deciders."""
        return self._councils.named(name)

    def next_ordinal(self, parent: int, kind: str) -> int:
        """0, 1, 2 ... by parent and kind."""
        ordinal = self._ordinals.get((parent, kind), 0)
        self._ordinals[parent, kind] = ordinal + 1
        return ordinal


class Answers:
    """What market and payments would answer."""

    def __init__(self, scenario: Scenario) -> None:
        self._headings = {product.sku: product.hs6 for product in scenario.products}

    def declared_hs(self, sku: str) -> str:
        """The true heading."""
        return self._headings[sku]

    def talk(self, order: int) -> tuple[int, int, int]:
        """Nobody talked."""
        return 0, 0, 0

    def spendable(self) -> int:
        """Enough."""
        return 10**9


def lane_of(orders: int) -> Scenario:
    """The special line of ``first-live`` with a bench, and consignments, for so many orders."""
    scenario = load_scenario("first-live")
    rules = load_rules(date.fromisoformat(scenario.market_starts[:10]))
    places = tuple(
        msgspec.structs.replace(place, packs_per_hour=max(20, orders // 100), consignment_size=max(40, orders // 500))
        for place in scenario.warehouses
    )
    return msgspec.structs.replace(scenario, warehouses=places, rules=rules)


def orders_of(count: int, secret: int) -> tuple[NDArray[np.uint64], NDArray[np.int64]]:
    """Ids, and seconds at which they were placed, in order."""
    keys = Secrets(group_secret(secret))
    ids = np.arange(1, count + 1, dtype=np.uint64) * np.uint64(0x9E3779B97F4A7C15)
    luck = units(keys.stream("ctx.bench.placed"), ids, 0)
    return ids, np.sort((luck * SPAN).astype(np.int64))


def ready(scenario: Scenario, orders: int, secret: int) -> tuple[World, Logistics, str]:
    """A logistics with enough on its shelf."""
    world = World(Secrets(group_secret(secret)))
    logistics = Logistics(world, scenario, Answers(scenario))
    node = next(service.node for service in scenario.services if service.id == LANE)
    logistics.inventory.buy(node, SKU, orders)
    return world, logistics, node


def play_ours(scenario: Scenario, ids: NDArray[np.uint64], placed: NDArray[np.int64], secret: int) -> Logistics:
    """All orders to their ends, told consignment by consignment."""
    world, logistics, _ = ready(scenario, len(ids), secret)
    Flow(logistics).send(ids, placed, LANE, Lot(SKU, 1, VALUE, "USD", 0))
    world.env.run()
    return logistics


def play_simpy(scenario: Scenario, ids: NDArray[np.uint64], placed: NDArray[np.int64], secret: int) -> SimpyChain:
    """The same, one process a parcel."""
    _, logistics, _ = ready(scenario, 1, secret)
    lot = Lot(SKU, 1, VALUE, "USD", 0)
    hold, defect = logistics.chances(LANE, lot)
    chain = SimpyChain(scenario, Secrets(group_secret(secret)), LANE, hold, defect)
    chain.play(ids.tolist(), placed.tolist())
    return chain


def ends_of(logistics: Logistics) -> dict[int, tuple[str, int]]:
    """Every order's end and the second of it."""
    columns = logistics.parcels.columns
    held = columns.order[: columns.size], columns.stage[: columns.size], columns.since[: columns.size]
    return {order: (STAGES[stage], since) for order, stage, since in zip(*(c.tolist() for c in held), strict=True)}


def compare_ends(orders: int, secret: int = 3) -> Row:
    """How many parcels end the same way at the same second both ways."""
    scenario = lane_of(orders)
    ids, placed = orders_of(orders, secret)
    ours = ends_of(play_ours(scenario, ids, placed, secret))
    plain = play_simpy(scenario, ids, placed, secret).ended
    same = sum(ours[order] == end for order, end in plain.items())
    return {"what": "ends compared", "orders": orders, "equal": same, "all_equal": same == orders == len(ours)}


def compare_speed(orders: int, secret: int = 3, turns: int = TURNS) -> Row:
    """Parcels a second both ways."""
    scenario = lane_of(orders)
    ids, placed = orders_of(orders, secret)
    ours = statistics.median(_seconds(lambda: play_ours(scenario, ids, placed, secret)) for _ in range(turns))
    measured = min(orders, MEASURED_TWIN)
    fewer, scaled = (ids[:measured], placed[:measured]), lane_of(measured)
    if measured < orders:
        fewer = orders_of(measured, secret)
    plain = _seconds(lambda: play_simpy(scaled, *fewer, secret)) * orders / measured
    return {
        "what": "whole chain", "orders": orders, "seconds": round(ours, 4), "parcels_per_second": round(orders / ours),
        "microseconds_per_parcel": round(1e6 * ours / orders, 3), "simpy_seconds": round(plain, 2),
        "simpy_measured_at": measured, "ratio": round(plain / ours, 1),
    }


def compare_live(orders: int = 2_000, secret: int = 3) -> Row:
    """What one order costs in a class, with an event for everything that happens to it."""
    scenario = lane_of(orders)
    ids, placed = orders_of(orders, secret)
    world, logistics, _ = ready(scenario, orders, secret)

    def play() -> None:
        for order, second in zip(ids.tolist(), placed.tolist(), strict=True):
            if second > world.env.now:
                world.env.run(until=second)
            logistics.accept_order(order, SKU, 1, "US", LANE, 14, VALUE, "USD")
        world.env.run()

    seconds = _seconds(play)
    return {"what": "event by event", "orders": orders, "microseconds_per_parcel": round(1e6 * seconds / orders, 1),
            "events_per_parcel": round(len(world.log) / orders, 2)}  # fmt: skip


def _seconds(play: Callable[[], object]) -> float:
    gc.collect()
    gc.disable()
    started = time.process_time()
    play()
    taken = time.process_time() - started
    gc.enable()
    return taken


def bench_chain(sizes: tuple[int, ...] = SIZES) -> list[Row]:
    """Equal ends in small worlds, speeds in large ones, and the cost of an order in a class."""
    play_ours(lane_of(100), *orders_of(100, 1), 1)
    return [*(compare_ends(size) for size in SMALL), *(compare_speed(size) for size in sizes), compare_live()]


def main(arguments: list[str]) -> None:
    """Print the rows, as a table or as JSON."""
    rows = bench_chain()
    if "--json" in arguments:
        sys.stdout.write(json.dumps(rows) + "\n")
        return
    for row in rows:
        sys.stdout.write("  ".join(f"{key} {value}" for key, value in row.items()) + "\n")


if __name__ == "__main__":
    main(sys.argv[1:])
