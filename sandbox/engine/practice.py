"""A run from a small number: for practice, tests, benchmarks and bots. Classes draw their secret from the system."""

from __future__ import annotations

from sandbox.engine.run import Run, start_run
from sandbox.kernel.draws import group_secret
from sandbox.kernel.scenario import Scenario


def practice_run(
    scenario: Scenario, number: int, bots: dict[str, str] | None = None, teams: tuple[str, ...] = ("",)
) -> Run:
    """A run whose secret is known and may stand in its file from the start."""
    secret = group_secret(number)
    return start_run(scenario, secret, run=f"practice-{scenario.id}-{number}", group_id=f"practice-{number}",
                     bots=bots, revealed=True, teams=teams)
