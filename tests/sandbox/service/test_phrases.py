"""Buyers' words: the console's tables cover every kind the simulator can send, and say the same in each language."""

import json
from typing import get_args, get_type_hints

import pytest

from hatch_build import ROOT
from sandbox.livestream.events import CommentPosted
from sandbox.service.kinds import KINDS

FOLDER = ROOT / "web" / "client" / "src" / "i18n" / "phrases"
LANGUAGES = ("en", "de", "zh")
KINDS_OF = {"tickets": KINDS, "comments": get_args(get_type_hints(CommentPosted)["kind"])}


def table(name: str, language: str) -> dict[str, list[str]]:
    return json.loads((FOLDER / f"{name}.{language}.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize("name", KINDS_OF)
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_kind_has_at_least_eight_phrases_of_its_own(name, language):
    words = table(name, language)

    assert set(words) == set(KINDS_OF[name])
    for phrases in words.values():
        assert len(set(phrases)) == len(phrases) >= 8


@pytest.mark.parametrize("name", KINDS_OF)
def test_one_index_says_the_same_in_every_language(name):
    sizes = {language: {kind: len(rows) for kind, rows in table(name, language).items()} for language in LANGUAGES}

    assert sizes["en"] == sizes["de"] == sizes["zh"]


def test_english_is_ascii_and_chinese_is_not():
    for name in KINDS_OF:
        assert all(phrase.isascii() for rows in table(name, "en").values() for phrase in rows)
        assert all(not phrase.isascii() for rows in table(name, "zh").values() for phrase in rows)
