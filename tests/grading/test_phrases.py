from string import Formatter

import pytest

from grading.competence import State
from grading.framework import STATUSES
from grading.indicator import Gap, Part
from grading.phrases import in_both, say, sentences


def blanks(sentence):
    return {name for _, name, _, _ in Formatter().parse(sentence) if name}


def test_both_languages_say_the_same_things():
    english, chinese = sentences("en"), sentences("zh")

    assert list(english) == list(chinese)
    assert [blanks(s) for s in english.values()] == [blanks(s) for s in chinese.values()]


def test_every_state_gap_and_part_has_its_words():
    needed = [f"state.{s}" for s in State] + [f"axis.{s}" for s in State]
    needed += [f"gap.{g}" for g in Gap] + [f"part.{p}" for p in Part]
    needed += [f"warning.{status}" for status in STATUSES if status != "validated"]

    assert [key for key in needed if key not in sentences("en")] == []


def test_blanks_are_filled_with_facts():
    assert in_both("axis.insufficient", sessions=3, wanted=8) == {
        "en": "not enough evidence: 3 of 8 sessions",
        "zh": "证据不足：3/8 场",
    }


def test_an_unknown_language_is_refused():
    with pytest.raises(KeyError, match="expected one of en, zh"):
        say("state.none", "fr")
