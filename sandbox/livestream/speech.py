"""A small rule analyser: what was said, as integers and codes. Pure functions; the text itself is never kept here.

It reads English, Chinese and German. It counts words, guesses the language, recognises selling points by their
distinctive words, and flags forbidden claims by the phrase tables. It does not understand: irony, misspelling and
paraphrase escape it, and a point told entirely in other words is not counted.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache
from itertools import pairwise
from typing import Any, cast

from sandbox.kernel.lesson import Text
from sandbox.kernel.messages import Language
from sandbox.livestream.claims import CLAIMS, NEGATIONS
from sandbox.livestream.commands import Utterance
from sandbox.livestream.phrases import (
    ADDRESSES,
    APOLOGIES,
    BLAMES,
    DAYS,
    EXPLANATIONS,
    GERMAN_TO_ENGLISH,
    GREETINGS,
    NUMBERS,
    STOP_WORDS,
)

ANALYSER = "rules-1"
ZH_CHARACTERS_PER_WORD = 17
"""In tenths: Chinese characters that are as long to say as a word."""
MOST_DAYS = 365

_NEGATED = re.compile(rf"(?:{'|'.join(NEGATIONS.values())})\s*$")
_KANA = re.compile(r"[\u3040-\u30ff]")
_HAN = re.compile(r"[\u3400-\u9fff]")
_WORD = re.compile(r"[^\W_]+(?:'[^\W_]+)*")


def analyse(text: str, points: Mapping[str, Text], text_hash: str) -> Utterance:
    """What a spoken or written text contains.

    Args:
        text: as it was typed or recognised.
        points: selling points of the product on screen by id, none if nothing is pinned.
        text_hash: keyed hash of the text, 64 hexadecimal digits.
    """
    language = guess_language(text)
    return Utterance(
        language=language,
        words=count_words(text),
        points=tuple(point for point, made in points.items() if covers(text, made)),
        tags=cast(Any, tuple(tag for tag in CLAIMS if _claims(text, tag))),
        greets=_any_matches(text, GREETINGS),
        addresses_question=_any_matches(text, ADDRESSES),
        analyser=ANALYSER,
        text_hash=text_hash,
    )


def analyse_reply(text: str, text_hash: str) -> dict[str, Any]:
    """What a written reply of the help desk contains, in the shape of ``service.ReplyFeatures``.

    Args:
        text: as it was typed.
        text_hash: keyed hash of the text, 64 hexadecimal digits.
    """
    return {
        "language": guess_language(text),
        "words": count_words(text),
        "greets": _any_matches(text, GREETINGS),
        "apologises": _any_matches(text, APOLOGIES),
        "explains": _any_matches(text, EXPLANATIONS),
        "blames": _any_matches(text, BLAMES),
        "promises_days": promised_days(text),
        "analyser": ANALYSER,
        "text_hash": text_hash,
    }


def guess_language(text: str) -> Language:
    """Japanese and Chinese by their characters; German by umlauts and small words; English otherwise."""
    if _KANA.search(text):
        return "ja"
    words = _words(text)
    if len(_HAN.findall(text)) > len(words) / 2:
        return "zh"
    german = sum(word in STOP_WORDS["de"] for word in words) + 2 * len(re.findall(r"[äöüß]", text.lower()))
    english = sum(word in STOP_WORDS["en"] for word in words)
    return "de" if german > english else "en"


def count_words(text: str) -> int:
    """Words, and Chinese characters as 1/1.7 of one."""
    characters = len(_HAN.findall(text))
    return len(_words(_HAN.sub(" ", text))) + (10 * characters + ZH_CHARACTERS_PER_WORD // 2) // ZH_CHARACTERS_PER_WORD


def covers(text: str, point: Text) -> bool:
    """Whether a text makes a selling point.

    Half of the distinctive words of its English text have to occur, or a third of the pairs of characters of its
    Chinese text: word order is freer there.
    """
    if _HAN.search(text) and _part_of(_pairs(point.zh), text, 3):
        return True
    said = [GERMAN_TO_ENGLISH.get(word, word) for word in _words(text)]
    stems = [_stem(word) for word in said]
    return _part_of(_distinctive(point.en), stems, 2)


def promised_days(text: str) -> int:
    """Days promised, the latest of several; 0 for none."""
    found = 0
    for language, (days, weeks) in DAYS.items():
        names = NUMBERS[language]
        number = r"(\d{1,3}|" + "|".join(sorted(names, key=len, reverse=True)) + ")"
        for unit, length in ((days, 1), (weeks, 7)):
            gap = r"\s*" if language == "zh" else r"\s+(?:working |business |more )?"
            for match in re.finditer(number + gap + unit, text.lower()):
                value = match.group(1)
                found = max(found, length * (int(value) if value.isdigit() else names[value]))
    return min(found, MOST_DAYS)


def _words(text: str) -> list[str]:
    return _WORD.findall(_HAN.sub(" ", _plain(text)))


def _plain(text: str) -> str:
    """In lower case, with straight apostrophes."""
    return text.lower().replace("’", "'")


def _stem(word: str) -> str:
    """A crude stem: enough to meet a plural or a verb's ending."""
    for ending in ("ing", "ed", "es", "s", "e"):
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            return word[: -len(ending)]
    return word


@cache
def _distinctive(text: str) -> tuple[str, ...]:
    """Stems of the words of a text that carry meaning, each once."""
    words = (word for word in _words(text) if word not in STOP_WORDS["en"] and (len(word) > 2 or word.isdigit()))
    return tuple(dict.fromkeys(_stem(word) for word in words))


@cache
def _pairs(text: str) -> tuple[str, ...]:
    """Neighbouring Chinese characters of a text, each pair once."""
    characters = _HAN.findall(text)
    return tuple(dict.fromkeys(a + b for a, b in pairwise(characters)))


def _part_of(parts: Sequence[str], said: str | Sequence[str], least: int) -> bool:
    """Whether at least one in *least* of the parts was said, and two of them if there are as many."""
    hits = sum(part in said for part in parts)
    return bool(parts) and hits * least >= len(parts) and hits >= min(2, len(parts))


@cache
def _pattern(patterns: tuple[str, ...], language: str) -> re.Pattern[str]:
    either = "|".join(patterns)
    return re.compile(either if language == "zh" else rf"(?<!\w)(?:{either})(?!\w)")


def _any_matches(text: str, table: dict[str, tuple[str, ...]]) -> bool:
    plain = _plain(text)
    return any(_pattern(patterns, language).search(plain) for language, patterns in table.items())


def _claims(text: str, tag: str) -> bool:
    plain = _plain(text)
    for language, patterns in CLAIMS[tag].items():
        for match in _pattern(patterns, language).finditer(plain):
            if not _NEGATED.search(plain[: match.start()]):
                return True
    return False
