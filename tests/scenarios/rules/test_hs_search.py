"""People find a code by the words they use, in two languages, or by its first digits."""

from __future__ import annotations

import time

import pytest

from scenarios.rules.hs_search import HsIndex, hs_index
from scenarios.rules.tables import read_dated, read_nomenclature


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("electric toothbrush", "850980"),
        ("Electric  Toothbrushes", "850980"),
        ("toothbrush", "960321"),
        ("电动牙刷", "850980"),
        ("cotton t-shirt", "610910"),
        ("纯棉T恤", "610910"),
        ("蓝牙耳机", "851830"),
        ("陶瓷马克杯", "691200"),
        ("不锈钢保温杯", "961700"),
        ("women's silk blouse", "620610"),
        ("men's cotton shirts", "620520"),
        ("plush toys", "950300"),
        ("desk lamp", "940521"),
        ("power bank", "850760"),
        ("狗绳", "420100"),
        ("horse meat", "020500"),
    ],
)
def test_the_likeliest_code_comes_first(words: str, code: str) -> None:
    assert hs_index().search(words)[0].code == code


@pytest.mark.parametrize("digits", ["6109", "61.09", "6109 "])
def test_digits_list_what_begins_with_them(digits: str) -> None:
    assert [hit.code for hit in hs_index().search(digits)] == ["610910", "610990"]


def test_a_find_says_where_it_stands_and_which_words_led_to_it() -> None:
    hit = hs_index().search("electric toothbrush")[0]

    assert [row.code for row in hit.path] == ["85", "8509"]
    assert hit.matched == ("electric toothbrush",)


@pytest.mark.parametrize("words", ["", "   ", "qqqqqq", "的", "the of and", "999"])
def test_words_that_mean_nothing_here_find_nothing(words: str) -> None:
    assert [hit.code for hit in hs_index().search(words)] in ([], ["999999"])


def test_a_code_is_known_by_everyday_words_in_both_languages() -> None:
    chinese, english = hs_index().words_for("850980")

    assert "电动牙刷" in chinese
    assert "electric toothbrush" in english


def test_a_code_that_does_not_exist_has_neighbours() -> None:
    assert [row.code for row in hs_index().near("610999", 2)] == ["610990", "610910"]
    assert hs_index().near("001234") == ()


def test_every_trade_word_leads_to_codes_that_exist() -> None:
    wrong = [code for row in read_dated("hs_synonyms.csv") for code in row.codes if not hs_index().knows(code)]

    assert wrong == []
    assert len(read_dated("hs_synonyms.csv")) >= 300


def test_every_prefix_of_a_category_is_one_of_the_nomenclature() -> None:
    assert [row.prefix for row in read_dated("hs_categories.csv") if not hs_index().knows(row.prefix)] == []


def test_the_order_does_not_depend_on_the_order_of_the_table() -> None:
    index = HsIndex(tuple(reversed(read_nomenclature())), read_dated("hs_synonyms.csv"))

    found = [hit.code for hit in index.search("wooden kitchen chair")]
    assert found == [hit.code for hit in hs_index().search("wooden kitchen chair")]


def test_a_search_takes_some_milliseconds() -> None:
    hs_index().search("warm up")
    started = time.perf_counter()
    for words in ("men's cotton shirts of wool", "LED desk lamp", "不锈钢厨具", "plastic box") * 5:
        hs_index().search(words)

    assert (time.perf_counter() - started) / 20 < 0.05
