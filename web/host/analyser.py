"""What a written text does, as numbers and marks: all that the engine and the log ever learn of it.

Rules, not a model: anyone can extract again and get the same. Its limits are plain: it knows three languages, no irony
and no negation, and it recognises a selling point only in the languages the scenario gives it in.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from sandbox.kernel.lesson import Text
from web.host import phrases

ANALYSER = "phrases-1"
COVERED = 0.5
"""Share of a point's words that must be said."""
_HAN = re.compile(r"[\u4e00-\u9fff]")
_KANA = re.compile(r"[\u3040-\u30ff]")
_WORD = re.compile(r"[a-zà-ÿ0-9']+")
_CHARACTERS_PER_WORD = 1.7


def language_of(text: str) -> str:
    """``zh``, ``ja``, ``de`` or ``en``."""
    if _KANA.search(text):
        return "ja"
    if _HAN.search(text):
        return "zh"
    return "de" if len(re.findall(phrases.GERMAN, f" {text.lower()}")) >= 2 else "en"


def word_count(text: str) -> int:
    """Words; Chinese characters count 1 / 1.7 of a word."""
    return len(_WORD.findall(text.lower())) + round(len(_HAN.findall(text)) / _CHARACTERS_PER_WORD)


def speech(text: str, text_hash: str, points: Iterable[tuple[str, Text]], questions: Iterable[str]) -> dict[str, Any]:
    """The fields of an ``Utterance``.

    Args:
        text: what was said.
        text_hash: keyed hash of it.
        points: id and text of the selling points of the product on screen.
        questions: kinds of the comments that wait for an answer.
    """
    kinds = [phrases.ANSWERS[kind] for kind in questions if kind in phrases.ANSWERS]
    return {
        "language": language_of(text),
        "words": word_count(text),
        "points": [point for point, said in points if _covers(text, said)],
        "tags": [tag for tag, patterns in phrases.CLAIMS.items() if _says(text, patterns)],
        "greets": _says(text, phrases.GREETS),
        "addresses_question": any(_says(text, patterns) for patterns in kinds),
        "analyser": ANALYSER,
        "text_hash": text_hash,
    }


def reply(text: str, text_hash: str) -> dict[str, Any]:
    """The fields of ``ReplyFeatures``."""
    return {
        "language": language_of(text),
        "words": word_count(text),
        "greets": _says(text, phrases.GREETS),
        "apologises": _says(text, phrases.APOLOGISES),
        "explains": _says(text, phrases.EXPLAINS),
        "blames": _says(text, phrases.BLAMES),
        "promises_days": _days(text),
        "analyser": ANALYSER,
        "text_hash": text_hash,
    }


def _says(text: str, patterns: Iterable[str]) -> bool:
    plain = " " + re.sub(r"\s+", " ", text.lower())
    return any(re.search(pattern, re.sub(r"[^\w%#$€. ]", " ", plain)) for pattern in patterns)


def _days(text: str) -> int:
    plain = " " + re.sub(r"\s+", " ", text.lower())
    found = (re.search(pattern, plain) for pattern in phrases.DAYS)
    return next((int(match.group(1)) for match in found if match), 0)


def _covers(text: str, point: Text) -> bool:
    stems = {word[:5] for word in _WORD.findall(text.lower())}
    wanted = {word[:5] for word in _WORD.findall(point.en.lower()) if len(word) > 3 and word not in phrases.COMMON}
    return _share(wanted, stems) >= COVERED or _share(_pairs(point.zh), _pairs(text)) >= COVERED


def _pairs(text: str) -> set[str]:
    letters = "".join(_HAN.findall(text))
    return {letters[i : i + 2] for i in range(len(letters) - 1)}


def _share(wanted: set[str], said: set[str]) -> float:
    return len(wanted & said) / len(wanted) if wanted else 0.0
