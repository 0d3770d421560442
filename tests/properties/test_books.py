"""Ten thousand random legal commands: the ledger balances, units are conserved, every order ends once.

``make property`` plays ten thousand sequences instead of two hundred.
"""

from __future__ import annotations

import pytest

from tests.properties.scenarios import a_small_season
from tests.properties.sequences import play_sequence

SEQUENCES, COMMANDS, PARTS = 200, 50, 20


@pytest.mark.parametrize("part", range(PARTS))
def test_the_books_balance_whatever_the_seats_do(part):
    size = SEQUENCES // PARTS
    accepted = sum(play_sequence(a_small_season(), part * 1000 + number, COMMANDS).accepted for number in range(size))
    number = size
    while accepted < size * COMMANDS:  # some shops go bankrupt early
        accepted += play_sequence(a_small_season(), part * 1000 + number, COMMANDS).accepted
        number += 1

    assert accepted >= size * COMMANDS
