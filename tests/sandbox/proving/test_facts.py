import pytest

from sandbox.proving.facts import FACTS, measure_facts

SECRETS = 12


def test_the_default_room_keeps_the_facts_of_a_real_one():
    facts = measure_facts(range(1, 9), SECRETS)

    assert len(facts) == 17
    assert [fact for fact in facts if not fact.ok] == []


@pytest.mark.parametrize("number", [12, 13, 16])
def test_what_hurts_a_room_hurts_this_one(number):
    assert [fact for fact in measure_facts([number], 6) if not fact.ok] == []


def test_a_fact_says_where_it_has_to_lie():
    [fact] = measure_facts([4], 2)

    assert (fact.id, fact.low, fact.high, fact.secrets) == ("4", 0.08, 0.16, 2)
    assert fact.ok == (fact.low <= fact.measured <= fact.high)


def test_eighteen_facts_are_known():
    assert list(FACTS) == list(range(1, 19))
    with pytest.raises(KeyError):
        measure_facts([19])
