"""A scenario's own book answers as the whole one does, and holds nothing it cannot touch."""

from __future__ import annotations

import pytest

from sandbox.kernel.codec import to_bytes
from sandbox.kernel.money import Money
from sandbox.kernel.rule_lookup import UnknownRuleError
from sandbox.kernel.rule_rows import day
from scenarios.rules.narrow import narrow
from tests.scenarios.rules.builders import october

ON = day("2025-10-20")
CODES = ("94052160", "630260")


def test_the_small_book_gives_the_same_answers() -> None:
    whole = october()
    small = narrow(whole, {"CN", "US", "DE"}, CODES)

    for country in ("US", "DE"):
        assert [small.duty(country, code, ON) for code in CODES] == [whole.duty(country, code, ON) for code in CODES]
        assert small.regime(country, ON, "post", Money(900, "USD")) == whole.regime(
            country, ON, "post", Money(900, "USD")
        )
        assert small.lane("CN", country, ON) == whole.lane("CN", country, ON)
    assert small.fx("CNY", "EUR", ON) == whole.fx("CNY", "EUR", ON)


def test_the_small_book_is_small_and_leaves_others_out() -> None:
    small = narrow(october(), {"CN", "US", "DE"}, CODES)

    assert len(to_bytes(small)) < 100_000
    with pytest.raises(UnknownRuleError, match="known: CN, DE, US"):
        small.country("BR")


def test_a_pegged_currency_brings_its_anchor() -> None:
    small = narrow(october(), {"CN", "SA"}, CODES)

    assert small.fx("SAR", "EUR", ON) == october().fx("SAR", "EUR", ON)
