"""The pass mark of a scenario: what weak and average bots are worth on it, over many secrets.

``python -m scenarios.calibrate first-live`` prints the lines to put into the scenario file. The mark lies at
U(weak) + .6 (U(average) - U(weak)): well above the floor, below a trained team.
"""

from __future__ import annotations

import sys

from sandbox.bots.play import play_out
from sandbox.engine.practice import practice_run
from sandbox.engine.version import ENGINE_VERSION
from sandbox.kernel.lesson import PassMark
from sandbox.kernel.messages import PLAYER_SEATS
from sandbox.kernel.scenario import Scenario
from scenarios.loader import load_scenario

SECRETS = 50
SHARE_PPM = 600_000


def mean_worth(scenario: Scenario, style: str, secrets: int) -> int:
    """Mean worth of a run with one style of bot in every seat, over practice secrets 1 to *secrets*."""
    seats = {seat.value: style for seat in PLAYER_SEATS}
    return sum(play_out(practice_run(scenario, n), seats).domains.worth() for n in range(1, secrets + 1)) // secrets


def pass_mark(scenario: Scenario, secrets: int = SECRETS) -> PassMark:
    """Measure the pass mark, in minor units of the shop's currency."""
    weak, average = (mean_worth(scenario, style, secrets) for style in ("weak", "average"))
    value = weak + (average - weak) * SHARE_PPM // 1_000_000
    return PassMark(value=value, weak=weak, average=average, secrets=secrets, engine=ENGINE_VERSION)


if __name__ == "__main__":
    mark = pass_mark(load_scenario(sys.argv[1]))
    sys.stdout.write(f"pass_mark: {{value: {mark.value}, weak: {mark.weak}, average: {mark.average}, "
                     f"secrets: {mark.secrets}, engine: {mark.engine!r}}}\n")
