"""All facts, by number."""

from __future__ import annotations

from collections.abc import Iterable

from sandbox.proving import live
from sandbox.proving.fact import Fact, Measure, judged

SECRETS = 50
FACTS: dict[int, Measure] = {**live.FACTS}


def measure_facts(only: Iterable[int] | None = None, secrets: int = SECRETS) -> list[Fact]:
    """Measure facts on the shipped engine.

    Args:
        only: numbers of the facts, all if None.
        secrets: how many runs each number is taken over.

    Raises:
        KeyError: a number without a fact.
    """
    rows = [row for number in (FACTS if only is None else only) for row in FACTS[number](secrets)]
    return [judged(row, secrets) for row in sorted(rows, key=lambda row: (int(row[0].rstrip("abcdefgh")), row[0]))]
