"""Our room beside the same room as plain Mesa agents: speed, and whether their funnels agree.

``python -m benchmarks.room`` prints a table, ``--json`` a list. Speeds are viewer-seconds of the show per second of
wall time, measured in turns within one process, so that a busy machine disturbs both alike.
"""

from __future__ import annotations

import gc
import json
import math
import statistics
import sys
import time
from collections.abc import Callable
from typing import Any

from benchmarks.mesa_room import MesaRoom
from sandbox.kernel.draws import Secrets, group_secret
from sandbox.livestream.columns import Dials
from sandbox.livestream.crowd import Crowd
from sandbox.livestream.equations import TICK
from sandbox.livestream.reference_room import play_reference_room
from sandbox.livestream.solo import SoloWorld

Row = dict[str, Any]
SIZES = ((1, 3600), (10, 3600), (100, 900))
"""Times as many shows as the default room, and seconds of the show."""
TURNS = 3
RATIOS = (
    ("entry rate", "organic", "shows", 0.03),
    ("mean stay", "watch", "views", 0.03),
    ("interaction", "interactions", "views", 0.04),
    ("click rate", "clicks", "views", 0.05),
    ("click to order", "orders_ppm", "clicks", 0.06),
)
"""Figure, its counts, and the difference that is accepted."""
SECRETS = 16
STEADY = Dials(
    tick=0, phase=2, quality=0.6, intensity=0.45, swings=0, reply_share=0.7, scene=0.5, entry_base=0.055, bag=False,
    bag_pull=0.0, after_bag=False, flash=False, shows=100.0, followers=0.0, impressions=0.0, teaser=0.1, shop=0.05,
    product=0, stock=10**9, coupons=0, price_with_coupon=2500, price_plain=2500, belief=1.0, call_click=1.0,
    call_comment=1.0, call_follow=1.0,
)
"""A demonstration by the default anchor."""


def play_ours(secret: int, size: int, seconds: int) -> dict[str, float]:
    """Totals of our room."""
    totals = play_reference_room(secret, size=size, seconds=seconds).totals
    return {name: float(getattr(totals, name)) for name in totals.__struct_fields__}


def play_mesa(secret: int, size: int, seconds: int) -> dict[str, float]:
    """Totals of the Mesa room."""
    room = MesaRoom(secret, size=size)
    totals = dict(room.play(seconds))
    room.forget()
    return totals


def speed(play: Callable[[int, int, int], dict[str, float]], secret: int, size: int, seconds: int) -> float:
    """Viewer-seconds of one show per second of wall time."""
    gc.collect()
    started = time.perf_counter()
    watched = play(secret, size, seconds)["watch"]
    return watched / (time.perf_counter() - started)


def compare_speed(size: int, seconds: int) -> Row:
    """Both rooms in turns; medians."""
    play_ours(0, 1, 600)
    ours, mesa = [], []
    for secret in range(TURNS):
        ours.append(speed(play_ours, secret, size, seconds))
        mesa.append(speed(play_mesa, secret, size, seconds))
    fast, plain = statistics.median(ours), statistics.median(mesa)
    return {
        "what": f"room x{size}, {seconds} s", "ours": round(fast), "mesa": round(plain), "unit": "viewer-seconds/s",
        "ratio": round(fast / plain, 1),
    }


def compare_viewers(size: int = 100, ticks: int = 30) -> Row:
    """The viewers alone, without chat, offers and events: both rooms from their fifth minute on."""
    crowd = Crowd(SoloWorld(Secrets(group_secret(0))), {"US": 700_000, "DE": 300_000})
    crowd.change_product(0)
    room, dials = MesaRoom(0, size=size), STEADY._replace(shows=100.0 * size)
    for tick in range(60):
        crowd.advance(dials._replace(tick=tick))
        room.second = tick * TICK
        room.play_tick()
    fast = _rate(lambda tick: int(crowd.advance(dials._replace(tick=tick))[0]["watch"]), ticks)
    plain = _rate(lambda tick: _mesa_tick(room, tick), ticks)
    room.forget()
    return {
        "what": f"viewers alone x{size}", "ours": round(fast), "mesa": round(plain), "unit": "viewer-seconds/s",
        "ratio": round(fast / plain, 1),
    }


def _mesa_tick(room: MesaRoom, tick: int) -> int:
    room.second = tick * TICK
    room.play_tick()
    return int(room.counts["watch"])


def _rate(play_tick: Callable[[int], int], ticks: int) -> float:
    gc.collect()
    started = time.perf_counter()
    watched = sum(play_tick(tick) for tick in range(60, 60 + ticks))
    return watched / (time.perf_counter() - started)


def compare_funnels(secrets: int = SECRETS, seconds: int = 3600) -> list[Row]:
    """The five ratios of both rooms over as many secrets, and whether they agree."""
    ours = [play_ours(secret, 1, seconds) for secret in range(secrets)]
    mesa = [play_mesa(secret, 1, seconds) for secret in range(secrets)]
    rows = []
    for name, above, below, tolerance in RATIOS:
        (first, error_1), (second, error_2) = (_ratio(plays, above, below) for plays in (ours, mesa))
        difference, error = first / second - 1, math.hypot(error_1, error_2)
        rows.append({
            "what": name, "ours": float(f"{first:.4g}"), "mesa": float(f"{second:.4g}"),
            "difference": round(difference, 4), "standard_error": round(error, 4),
            "agrees": abs(difference) <= tolerance + 2 * error, "secrets": secrets,
        })
    return rows


def _ratio(plays: list[dict[str, float]], above: str, below: str) -> tuple[float, float]:
    """A ratio of sums over the plays, and its relative standard error (by leaving one play out in turn)."""
    top, base = sum(play[above] for play in plays), sum(play[below] for play in plays)
    without = [(top - play[above]) / (base - play[below]) for play in plays]
    mean = statistics.fmean(without)
    variance = (len(plays) - 1) / len(plays) * sum((value - mean) ** 2 for value in without)
    return top / base, math.sqrt(variance) / (top / base)


def replay_row() -> Row:
    """How much faster than real time a played ``first-live`` is replayed from its log."""
    from sandbox.bots.play import play_out
    from sandbox.engine.practice import practice_run
    from sandbox.engine.replay import rebuild
    from sandbox.kernel.messages import PLAYER_SEATS
    from scenarios.loader import load_scenario

    scenario = load_scenario("first-live")
    run = play_out(practice_run(scenario, 7), {seat.value: "average" for seat in PLAYER_SEATS})
    times = []
    for _ in range(TURNS):
        started = time.perf_counter()
        again = rebuild(scenario, Secrets(group_secret(7)), run.log)
        times.append(time.perf_counter() - started)
    wall = statistics.median(times)
    return {
        "what": "replay of first-live", "milliseconds": round(1000 * wall, 1), "simulated_seconds": again.now,
        "ratio": round(again.now / wall), "show_ratio": round(scenario.show.seconds / wall),
        "same_digest": again.kit.digest == run.kit.digest,
    }


def bench_room() -> list[Row]:
    """Speeds, agreement of the funnels, and the replay of a whole run."""
    return [*(compare_speed(*size) for size in SIZES), compare_viewers(), *compare_funnels(), replay_row()]


def main(arguments: list[str]) -> None:
    """Print the rows, as a table or as JSON."""
    rows = bench_room()
    if "--json" in arguments:
        sys.stdout.write(json.dumps(rows) + "\n")
        return
    for row in rows:
        sys.stdout.write("  ".join(f"{key} {value}" for key, value in row.items()) + "\n")


if __name__ == "__main__":
    main(sys.argv[1:])
