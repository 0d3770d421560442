"""A small rule analyser: what was said, as integers and codes. Pure functions; the text itself is never kept here.

It reads English, Chinese and German. It counts words, guesses the language, recognises selling points by their
distinctive words, and flags forbidden claims by the phrase tables. It does not understand: irony, misspelling and
paraphrase escape it, and a point told entirely in other words is not counted.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Sequence
from functools import cache
from itertools import pairwise
from typing import Any, cast

from sandbox.kernel.messages import Language
from sandbox.kernel.scenario import SellingPoint
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
LANGUAGES: tuple[Language, ...] = ("en", "zh", "de")
ZH_CHARACTERS_PER_WORD = 17
"""In tenths: Chinese characters that are as long to say as a word."""
MOST_DAYS = 365

_HAN = re.compile(r"[\u3400-\u9fff]")
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")


def analyse(text: str, points: Sequence[SellingPoint], key: bytes) -> Utterance:
    """What a spoken or written text contains.

    Args:
        text: as it was typed or recognised.
        points: selling points of the product on screen, none if nothing is pinned.
        key: secret of the text's hash, at most 64 bytes.
    """
    language = guess_language(text)
    return Utterance(
        language=language,
        words=count_words(text),
        points=tuple(point.id for point in points if covers(text, point)),
        tags=cast(Any, tuple(tag for tag in CLAIMS if _claims(text, tag))),
        greets=_any_matches(text, GREETINGS),
        addresses_question=_any_matches(text, ADDRESSES),
        analyser=ANALYSER,
        text_hash=text_hash(text, key),
    )


def analyse_reply(text: str, key: bytes) -> dict[str, Any]:
    """What a written reply of the help desk contains, in the shape of ``service.ReplyFeatures``.

    Args:
        text: as it was typed.
        key: secret of the text's hash, at most 64 bytes.
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
        "text_hash": text_hash(text, key),
    }


def text_hash(text: str, key: bytes) -> str:
    """Keyed hash of a text, 64 hexadecimal digits."""
    return hashlib.blake2b(text.encode(), key=key, digest_size=32).hexdigest()


def guess_language(text: str) -> Language:
    """Chinese by its characters; German by umlauts and small words; English otherwise."""
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


def covers(text: str, point: SellingPoint) -> bool:
    """Whether a text makes a selling point.

    Half of the distinctive words of its English text have to occur, or a third of the pairs of characters of its
    Chinese text: word order is freer there.
    """
    if _HAN.search(text) and _part_of(_pairs(point.text.zh), text, 3):
        return True
    said = [GERMAN_TO_ENGLISH.get(word, word) for word in _words(text)]
    stems = [_stem(word) for word in said]
    return _part_of(_distinctive(point.text.en), stems, 2)


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
    return [word.replace("’", "'") for word in _WORD.findall(_HAN.sub(" ", text).lower())]


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
    lower = text.lower()
    return any(_pattern(patterns, language).search(lower) for language, patterns in table.items())


def _claims(text: str, tag: str) -> bool:
    lower = text.lower()
    for language, patterns in CLAIMS[tag].items():
        for match in _pattern(patterns, language).finditer(lower):
            if not re.search(NEGATIONS[language] + r"\s*$", lower[: match.start()]):
                return True
    return False
