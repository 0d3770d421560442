"""The pass mark of a scenario: what weak and average bots are worth on it, over many secrets.

``python -m scenarios.calibrate first-live`` prints the line to put into the scenario file. The mark lies at
U(weak) + .6 (U(average) - U(weak)): well above the floor, below a trained team. ``--teams`` also measures autopilot,
the reference, and each reference seat alone with four on autopilot; ``--json`` prints every play.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from multiprocessing import get_context

from msgspec import Struct, to_builtins

from sandbox.bots.play import play_out
from sandbox.engine.practice import practice_run
from sandbox.engine.version import ENGINE_VERSION
from sandbox.kernel.lesson import PassMark
from sandbox.kernel.messages import PLAYER_SEATS
from sandbox.kernel.scenario import Scenario
from scenarios.loader import load_scenario

SECRETS = 50
SHARE_PPM = 600_000
TEAMS: Mapping[str, Mapping[str, str]] = {
    **{style: {seat.value: style for seat in PLAYER_SEATS} for style in ("weak", "average", "expert")},
    "autopilot": {},
    **{f"expert {seat.value} alone": {seat.value: "expert"} for seat in PLAYER_SEATS},
}
"""Name of a team to its bots by seat; who is left out is on autopilot."""


class Play(Struct, frozen=True, kw_only=True):
    """One run of one team."""

    team: str
    secret: int
    worth: int
    """Minor units of the shop's currency."""
    orders: int


def mean_worth(scenario: Scenario, style: str, secrets: int) -> int:
    """Mean worth of a run with one style of bot in every seat, over practice secrets 1 to *secrets*."""
    return sum(_play(scenario, style, n).worth for n in range(1, secrets + 1)) // secrets


def pass_mark(scenario: Scenario, secrets: int = SECRETS) -> PassMark:
    """Measure the pass mark, in minor units of the shop's currency."""
    return mark_of([_play(scenario, style, n) for style in ("weak", "average") for n in range(1, secrets + 1)])


def mark_of(plays: Sequence[Play]) -> PassMark:
    """The pass mark from plays of weak and average teams, over the same secrets each."""
    weak, average = mean(plays, "weak"), mean(plays, "average")
    return PassMark(value=weak + (average - weak) * SHARE_PPM // 1_000_000, weak=weak, average=average,
                    secrets=len([one for one in plays if one.team == "weak"]), engine=ENGINE_VERSION)


def mean(plays: Sequence[Play], team: str) -> int:
    """Mean worth of one team's plays, rounded down."""
    worths = [one.worth for one in plays if one.team == team]
    return sum(worths) // len(worths)


def measure(name: str, teams: Sequence[str], secrets: int, processes: int) -> Iterator[Play]:
    """Play every team under every secret from 1 to *secrets*, in processes of their own; in a fixed order."""
    jobs = [(team, secret) for secret in range(1, secrets + 1) for team in teams]
    with ProcessPoolExecutor(processes, mp_context=get_context("spawn")) as pool:
        yield from pool.map(partial(_job, name), jobs)


def _job(name: str, job: tuple[str, int]) -> Play:
    return _play(load_scenario(name), *job)


def _play(scenario: Scenario, team: str, secret: int) -> Play:
    run = play_out(practice_run(scenario, secret), TEAMS[team])
    return Play(team=team, secret=secret, worth=run.domains.worth(), orders=run.figures()["orders"])


def _report(plays: Sequence[Play], mark: PassMark) -> str:
    """A line for each team: mean worth and orders, and under how many secrets it passes."""
    lines = []
    for team in dict.fromkeys(one.team for one in plays):
        mine = [one for one in plays if one.team == team]
        orders = sum(one.orders for one in mine) // len(mine)
        passed = sum(one.worth >= mark.value for one in mine)
        lines.append(f"# {team}: worth {mean(plays, team)}, orders {orders}, passes {passed} of {len(mine)}\n")
    lines.append(f"pass_mark: {{value: {mark.value}, weak: {mark.weak}, average: {mark.average}, "
                 f"secrets: {mark.secrets}, engine: {mark.engine!r}}}\n")
    return "".join(lines)


def _main(arguments: Sequence[str]) -> None:
    parser = argparse.ArgumentParser(prog="scenarios.calibrate", description=__doc__)
    parser.add_argument("scenario")
    parser.add_argument("--secrets", type=int, default=SECRETS)
    parser.add_argument("--processes", type=int, default=min(2, os.cpu_count() or 1))
    parser.add_argument("--teams", action="store_true", help="also autopilot, the reference, each seat alone")
    parser.add_argument("--team", action="append", default=[], choices=list(TEAMS), help="one more team")
    parser.add_argument("--json", action="store_true")
    chosen = parser.parse_args(arguments)
    teams = list(TEAMS) if chosen.teams else list(dict.fromkeys(("weak", "average", *chosen.team)))
    plays: list[Play] = []
    for one in measure(chosen.scenario, teams, chosen.secrets, chosen.processes):
        plays.append(one)
        sys.stderr.write(f"\r{len(plays)} of {len(teams) * chosen.secrets}: {one.team} {one.secret} {one.worth}   ")
    sys.stderr.write("\n")
    mark = mark_of(plays)
    body = {"scenario": chosen.scenario, "pass_mark": to_builtins(mark), "plays": to_builtins(plays)}
    sys.stdout.write(json.dumps(body) + "\n" if chosen.json else _report(plays, mark))


if __name__ == "__main__":
    _main(sys.argv[1:])
