"""The replay of whole runs against the time a class spends on them, settling included, and where the time goes."""

from __future__ import annotations

import cProfile
import pstats
import statistics
import time
from typing import Any

from sandbox.bots.play import play_out
from sandbox.engine.practice import practice_run
from sandbox.engine.replay import rebuild
from sandbox.engine.run import Run
from sandbox.kernel.draws import Secrets, group_secret
from sandbox.kernel.messages import PLAYER_SEATS
from sandbox.kernel.scenario import Scenario
from scenarios.index import minutes_of
from scenarios.loader import load_scenario

Row = dict[str, Any]
TURNS, SECRET = 7, 7
SCENARIOS = ("first-live", "first-shop", "tariff-shock")
PACKAGES = ("livestream", "market", "logistics", "payments", "service", "engine", "kernel", "roles")


def bench_season() -> list[Row]:
    """One row a scenario, and one for each part of the simulator's share of a ``first-shop`` replay."""
    rows: list[Row] = []
    for name in SCENARIOS:
        scenario = load_scenario(name)
        run = play_out(practice_run(scenario, SECRET), {seat.value: "average" for seat in PLAYER_SEATS})
        run.close()
        rows.append(_replayed(name, scenario, run))
        if name == "first-shop":
            rows += _profile(scenario, run)
    return rows


def _again(scenario: Scenario, run: Run) -> Run:
    return rebuild(scenario, Secrets(group_secret(SECRET)), run.log)


def _replayed(name: str, scenario: Scenario, run: Run) -> Row:
    wall, busy = [], []
    for _ in range(TURNS):
        started, started_cpu = time.perf_counter(), time.process_time()
        again = _again(scenario, run)
        wall.append(time.perf_counter() - started)
        busy.append(time.process_time() - started_cpu)
    class_seconds = 60 * minutes_of(scenario)
    return {
        "what": f"replay of {name}", "class_seconds": class_seconds,
        "milliseconds": round(1000 * statistics.median(wall)),
        "cpu_milliseconds": round(1000 * statistics.median(busy)), "best_cpu_milliseconds": round(1000 * min(busy)),
        "ratio": round(class_seconds / statistics.median(busy)), "best_ratio": round(class_seconds / min(busy)),
        "orders": run.domains.orders(), "events": len(run.events), "simulated_days": again.now // 86_400,
        "same_state": again.state_digest() == run.log.entries[-1].state,
    }


def _profile(scenario: Scenario, run: Run) -> list[Row]:
    """Share of a profiled replay spent in the functions of each package themselves."""
    profile = cProfile.Profile()
    profile.enable()
    _again(scenario, run)
    profile.disable()
    table: Any = pstats.Stats(profile)
    spent, total = dict.fromkeys((*PACKAGES, "SimPy", "other"), 0.0), 0.0
    for (file, _, _), (_, _, own, _, _) in table.stats.items():
        parts = file.replace("\\", "/").split("/")
        place = parts[parts.index("sandbox") + 1] if "sandbox" in parts else "SimPy" if "simpy" in parts else "other"
        spent[place if place in spent else "other"] += own
        total += own
    shares = sorted(spent.items(), key=lambda pair: -pair[1])
    return [{"what": f"  of it in {place}", "share": f"{100 * own / total:.0f} %"} for place, own in shares if own]
