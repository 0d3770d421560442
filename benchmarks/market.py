"""A market day of a million shoppers and two hundred listings, beside plain Mesa agents and a bare pass over memory.

``python -m benchmarks.market`` prints a table, ``--json`` a list. The day is measured as it is shipped: describing the
listings, their attractions for every stratum, today's tables, and everybody's choice, on one core.
"""

from __future__ import annotations

import gc
import json
import math
import statistics
import sys
import time
import tracemalloc
from collections.abc import Callable
from typing import Any

import numpy as np
from numpy.typing import NDArray

from benchmarks.market_mesa import MesaMarket, RacingShopper, Shopper
from sandbox.kernel.draws import Secrets, Stream, group_secret
from sandbox.kernel.ids import child
from sandbox.market.shelf.cell import CHARGE, RANK, THERE, Cell, Where, salt_of
from sandbox.market.shelf.demand import population
from sandbox.market.shelf.patience import MU
from sandbox.market.shelf.race import half_of, scatter
from sandbox.market.shelf.rivals import draw_rival

Row = dict[str, Any]
SHOPPERS, LISTINGS = 1_000_000, 200
TARGET_MS = 150.0
TURNS = 9
MESA_SHOPPERS, RACING_SHOPPERS = 20_000, 1_000
WHAT_AGENTS = {Shopper: "plain Mesa agents", RacingShopper: "Mesa agents without unrelated switchers"}
CHANGED_RANK = 5
"""Place in the search of the listing whose price is changed."""


class Day:
    """The default market at full size.

    Args:
        shoppers: who shop.
        listings: that compete.
        secret: number of the practice secret.
    """

    def __init__(self, shoppers: int = SHOPPERS, listings: int = LISTINGS, secret: int = 3) -> None:
        stream = Stream(Secrets(group_secret(secret)).stream("ctx.market.rival"))
        where = Where("US", "home", "bazaar")
        key = child(0, "cell:US:home:bazaar", 0)
        rivals = [draw_rival(stream, child(key, "rival", n), 2800, 75) for n in range(listings)]
        self.shoppers = shoppers
        self.cell = Cell(where, rivals, [], elasticity=2.6, usual_price=2800, target=0.10)
        self.cell.open(10_000)
        self.strata = population(stream.key, shoppers // 8)
        self._space = (np.zeros(shoppers + 1, np.int64), np.zeros(shoppers + 1, np.int16))

    def play(self) -> tuple[NDArray[np.int64], NDArray[np.int16]]:
        """Everybody chooses: (who, what) of the buyers."""
        self.cell.weigh()
        return self.cell.choose(1, 0, self.shoppers, self.strata, self._space)

    def choices(self) -> NDArray[np.int16]:
        """What each member of the population buys, -1 for nothing."""
        who, what = self.play()
        chosen = np.full(len(self.strata), -1, np.int16)
        chosen[who] = what
        return chosen

    def after_price_change(self, listing: int, factor: float) -> NDArray[np.int16]:
        """The choices of the same day with one price changed."""
        price = int(self.cell.numbers[CHARGE, listing])
        self.cell.numbers[CHARGE, listing] = max(1, int(price * factor))
        chosen = self.choices()
        self.cell.numbers[CHARGE, listing] = price
        return chosen

    @property
    def touched_bytes(self) -> int:
        """Bytes a day reads and writes: the strata, and number and choice of those who come near to buying."""
        who, _ = self.play()
        return len(self.strata) + len(who) * (8 + 2)


def median_ms(work: Callable[[], object], turns: int = TURNS) -> float:
    """Median wall time in milliseconds, after one turn that does not count."""
    work()
    times = []
    for _ in range(turns):
        gc.collect()
        started = time.perf_counter()
        work()
        times.append(1000 * (time.perf_counter() - started))
    return statistics.median(times)


def day_row(day: Day) -> Row:
    """Time and memory of one day."""
    wall = median_ms(day.play)
    tracemalloc.start()
    day.play()
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    kept = day.strata.nbytes + sum(column.nbytes for column in (*day.cell.base, *day._space))
    return {
        "what": "one market day", "shoppers": day.shoppers, "listings": len(day.cell.ids),
        "milliseconds": round(wall, 2),
        "ns_per_shopper": round(wall * 1e6 / day.shoppers, 2), "buyers": len(day.play()[0]),
        "kept_megabytes": round(kept / 1e6, 2), "peak_new_megabytes": round(peak / 1e6, 2), "target_ms": TARGET_MS,
        "ok": wall < TARGET_MS,
    }


def side_by_side(day: Day, other: Callable[[], object], turns: int) -> tuple[float, float]:
    """Median milliseconds of our day and of something else, measured in turns: a busy machine disturbs both alike."""
    day.play()
    other()
    ours, others = [], []
    for _ in range(turns):
        for work, times in ((day.play, ours), (other, others)):
            gc.collect()
            started = time.perf_counter()
            work()
            times.append(1000 * (time.perf_counter() - started))
    return statistics.median(ours), statistics.median(others)


def numpy_row(day: Day) -> Row:
    """A bare read and write of as many bytes."""
    column = np.zeros(day.touched_bytes, np.uint8)
    wall, bare = side_by_side(day, lambda: np.add(column, 1, out=column), TURNS)
    return {
        "what": "bare numpy pass over the same bytes", "bytes": len(column), "milliseconds": round(bare, 3),
        "ratio": round(wall / bare, 1),
    }


def mesa_row(day: Day, shoppers: int = MESA_SHOPPERS, kind: type[Shopper] = Shopper) -> Row:
    """The same day by plain agents, as many as finish soon, and what that makes of all of them."""
    market = MesaMarket(1, shoppers, day.cell.weights.tolist(), day.cell.outside.tolist(), kind)
    wall, plain = side_by_side(day, market.play_day, 3)
    share = market.play_day() / shoppers
    market.forget()
    whole = plain * day.shoppers / shoppers
    return {
        "what": WHAT_AGENTS[kind], "shoppers": shoppers, "milliseconds": round(plain, 1),
        "buying_share": round(share, 4), "extrapolated_ms": round(whole), "extrapolation": "linear in shoppers",
        "ratio": round(whole / wall, 1),
    }


def law_row(day: Day) -> Row:
    """Whether the choices follow the nested logit: orders against expectation, over strata and listings."""
    who, what = day.play()
    cell, chi = day.cell, 0.0
    strata = len(cell.outside)
    cells = 0
    counts = np.zeros((strata, len(cell.ids)))
    np.add.at(counts, (day.strata[who], what), 1)
    members = np.bincount(day.strata[_today(day)], minlength=strata)
    for k in range(strata):
        total = float(cell.weights[k].sum())
        buys = total**MU / (total**MU + float(cell.outside[k]) ** MU)
        expected = members[k] * buys * cell.weights[k] / total
        large = expected >= 20
        chi += float((((counts[k] - expected) ** 2 / expected)[large]).sum())
        cells += int(large.sum())
    sigmas = (chi - cells) / math.sqrt(2 * cells)
    return {
        "what": "orders against the nested logit", "chi_square": round(chi, 1), "cells": cells,
        "sigmas": round(sigmas, 2), "buying_share": round(len(who) / day.shoppers, 5), "ok": abs(sigmas) < 4,
    }


def _today(day: Day) -> NDArray[np.int64]:
    """The numbers of everybody who shops."""
    mask, salt = len(day.strata) - 1, salt_of(1, day.cell.key, 0)
    half = half_of(mask)
    return np.array([scatter(place, mask, half, salt) for place in range(day.shoppers)], np.int64)


def switch_row(day: Day, factor: float) -> Row:
    """Who moves when one listing's price changes, and whether anybody moves between two others."""
    changed = int(np.argmax(day.cell.numbers[RANK] == CHANGED_RANK))
    before = day.choices()
    after = day.after_price_change(changed, factor)
    moved = before != after
    related = (before == changed) | (after == changed)
    unrelated = int((moved & ~related).sum())
    return {
        "what": f"one price times {factor}", "moved": int(moved.sum()), "buyers_before": int((before == changed).sum()),
        "buyers_after": int((after == changed).sum()), "unrelated_switchers": unrelated, "ok": unrelated == 0,
    }


def stock_row(day: Day) -> Row:
    """Where buyers go when the first listing of the search is sold out."""
    best = int(np.argmax(day.cell.numbers[RANK] == 1))
    before = day.choices()
    day.cell.numbers[THERE, best] = 0
    after = day.choices()
    day.cell.numbers[THERE, best] = 1
    lost = before == best
    unrelated = int(((before != after) & ~lost).sum())
    return {
        "what": "first listing sold out", "buyers_before": int(lost.sum()),
        "to_rivals": round(float((after[lost] >= 0).mean()), 3), "unrelated_switchers": unrelated, "ok": unrelated == 0,
    }


def bench_market() -> list[Row]:
    """Speed, memory, the law, and what a change of one listing moves."""
    day = Day()
    return [
        day_row(day), numpy_row(day), mesa_row(day), mesa_row(day, RACING_SHOPPERS, RacingShopper),
        law_row(day), switch_row(day, 0.9), switch_row(day, 0.4), stock_row(day),
    ]


def main(arguments: list[str]) -> None:
    """Print the rows, as a table or as JSON."""
    rows = bench_market()
    if "--json" in arguments:
        sys.stdout.write(json.dumps(rows) + "\n")
        return
    for row in rows:
        sys.stdout.write("  ".join(f"{key} {value}" for key, value in row.items()) + "\n")


if __name__ == "__main__":
    main(sys.argv[1:])
