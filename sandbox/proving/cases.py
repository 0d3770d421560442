"""What facts are measured on besides the default room and the default shelf: scenarios and rule books.

The simulator opens no files, so whoever measures hands in how they are loaded.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import NamedTuple

from msgspec import structs

from sandbox.kernel.rulebook import RuleBook
from sandbox.kernel.scenario import Scenario
from sandbox.proving.fact import Row

MARKET_DAY = "2025-10-20"
PEAK_DAY = "2025-11-24"


class Cases(NamedTuple):
    """How to get at scenarios and rules."""

    scenario: Callable[[str], Scenario]
    """By id."""
    rules: Callable[[str], RuleBook]
    """By the ISO day from which they are asked."""

    def desk(self) -> Scenario:
        """The first scenario with the rules of every country, for lanes it does not sell on."""
        return structs.replace(self.scenario("first-live"), rules=self.rules(MARKET_DAY))


Measure = Callable[[int, Cases], Iterable[Row]]
"""How a fact is measured over so many secrets."""
