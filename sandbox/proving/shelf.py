"""Facts 19 to 26 and the calendar's part of 33: the default shelf market, driven as a run drives it."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from sandbox.market.shelf import measures
from sandbox.proving.cases import PEAK_DAY, Cases, Measure
from sandbox.proving.fact import Row


def _on_shelf(measure: Callable[[Iterable[int]], list[Row]]) -> Measure:
    def rows(secrets: int, cases: Cases) -> Iterable[Row]:
        return measure(range(secrets))

    return rows


def peaks(secrets: int, cases: Cases) -> Iterable[Row]:
    """Fact 33, first part: shoppers on the great days."""
    return measures.peaks(cases.rules(PEAK_DAY), range(secrets))


FACTS: dict[int, Measure] = {number: _on_shelf(measure) for number, measure in measures.MEASURES.items()}
