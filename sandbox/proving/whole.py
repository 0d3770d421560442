"""Fact 34 and what only whole runs show: two plays of one log, and how live orders come back beside shelf orders."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from sandbox.bots.play import play_out
from sandbox.engine.practice import practice_run
from sandbox.engine.replay import rebuild
from sandbox.engine.run import Run
from sandbox.kernel.draws import Secrets, group_secret
from sandbox.kernel.messages import PLAYER_SEATS
from sandbox.proving.cases import Cases, Measure
from sandbox.proving.fact import Row

MOST_RUNS = 2
SEASON = "first-shop"


@cache
def _played(secret: int, cases: Cases) -> Run:
    """A season with average bots in every seat, to the last order."""
    run = play_out(practice_run(cases.scenario(SEASON), secret), {seat.value: "average" for seat in PLAYER_SEATS})
    run.close()
    return run


def live_against_shelf(secrets: int, cases: Cases) -> float:
    """Mean chance of a return of delivered live orders over that of delivered shelf orders of the same product."""
    live, shelf = [], []
    for secret in range(min(secrets, MOST_RUNS)):
        domains = _played(secret, cases).domains
        chances: dict[tuple[str, str, str], list[float]] = {}
        for order in domains.shop.orders():
            if order.state in ("completed", "returned"):
                chance = domains.logistics.return_chance(order.order)
                chances.setdefault((order.sku, order.country, order.channel), []).append(chance)
        for (sku, country, channel), found in sorted(chances.items()):
            other = chances.get((sku, country, "shelf"))
            if channel == "live" and other:
                live.append(sum(found) / len(found))
                shelf.append(sum(other) / len(other))
    return sum(live) / sum(shelf)


def _same_again(secrets: int, cases: Cases) -> Iterable[Row]:
    same = 0
    runs = range(min(secrets, MOST_RUNS))
    for secret in runs:
        first = _played(secret, cases)
        again = rebuild(first.scenario, Secrets(group_secret(secret)), first.log)
        same += again.state_digest() == first.log.entries[-1].state
    yield "34", "runs of a season that replay to the same state, share", 1.0, 1.0, same / len(runs)


FACTS: dict[int, Measure] = {34: _same_again}
