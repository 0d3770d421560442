"""All facts, by number."""

from __future__ import annotations

from collections.abc import Iterable

from sandbox.proving import desk, live, money, shelf, whole
from sandbox.proving.cases import Cases, Measure
from sandbox.proving.fact import Fact, judged

SECRETS = 50
FACTS: dict[int, Measure] = dict(sorted(
    {**live.FACTS, **shelf.FACTS, **desk.FACTS, **money.FACTS, **whole.FACTS}.items()
))


def measure_facts(cases: Cases, only: Iterable[int] | None = None, secrets: int = SECRETS) -> list[Fact]:
    """Measure facts on the shipped engine.

    Args:
        cases: how to load scenarios and rules.
        only: numbers of the facts, all if None.
        secrets: how many runs each number is taken over; whole seasons are taken over a few of them.

    Raises:
        KeyError: a number without a fact.
    """
    rows = [row for number in (FACTS if only is None else only) for row in FACTS[number](secrets, cases)]
    return [judged(row, secrets) for row in sorted(rows, key=lambda row: (int(row[0].rstrip("abcdefgh")), row[0]))]
