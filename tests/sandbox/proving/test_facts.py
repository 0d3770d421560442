from datetime import date

import pytest

from sandbox.proving.cases import Cases
from sandbox.proving.facts import FACTS, measure_facts
from scenarios.loader import load_scenario
from scenarios.rules.tables import load_rules

SECRETS = 12
CASES = Cases(load_scenario, lambda day: load_rules(date.fromisoformat(day)))


def outside(numbers, secrets):
    return [fact for fact in measure_facts(CASES, numbers, secrets) if not fact.ok]


def test_the_default_room_keeps_the_facts_of_a_real_one():
    assert len(measure_facts(CASES, range(1, 9), SECRETS)) == 17
    assert outside(range(1, 9), SECRETS) == []


@pytest.mark.parametrize("number", [12, 13, 16])
def test_what_hurts_a_room_hurts_this_one(number):
    assert outside([number], 6) == []


@pytest.mark.parametrize("number", [*range(19, 27)])
def test_the_default_shelf_keeps_the_facts_of_a_real_one(number):
    assert outside([number], 20) == []


@pytest.mark.parametrize("number", [27, 28, 29, 30, 31, 32])
def test_money_and_desk_keep_the_facts_of_real_ones(number):
    assert outside([number], 2) == []


def test_great_days_impulse_buys_and_doorsteps_are_as_they_are():
    assert outside([33], 2) == []


def test_a_season_replays_to_the_same_state():
    assert outside([34], 1) == []


def test_a_fact_says_where_it_has_to_lie():
    [fact] = measure_facts(CASES, [4], 2)

    assert (fact.id, fact.low, fact.high, fact.secrets) == ("4", 0.08, 0.16, 2)
    assert fact.ok == (fact.low <= fact.measured <= fact.high)


def test_thirty_four_facts_are_known():
    assert list(FACTS) == list(range(1, 35))
    with pytest.raises(KeyError):
        measure_facts(CASES, [35])
