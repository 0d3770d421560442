"""Sentences of the results, in both languages. Every key stands in both files, with the same blanks to fill."""

from __future__ import annotations

import functools
from pathlib import Path

from grading.indicator import Words
from grading.reading import read_file

LANGUAGES = ("en", "zh")
_HERE = Path(__file__).resolve().parent


def say(key: str, language: str, **facts: object) -> str:
    """The sentence *key* in *language* (``en`` or ``zh``) with its blanks filled.

    Raises:
        KeyError: no such language or sentence, or a blank has no fact.
    """
    return sentences(language)[key].format_map(facts)


def in_both(key: str, **facts: object) -> Words:
    """The sentence *key* in every language. Raises KeyError as :func:`say` does."""
    return {language: say(key, language, **facts) for language in LANGUAGES}


@functools.cache
def sentences(language: str) -> dict[str, str]:
    """Every sentence of one language by key, ``group.name``."""
    if language not in LANGUAGES:
        raise KeyError(f"expected one of {', '.join(LANGUAGES)}, got {language!r}")
    groups = read_file(_HERE / f"phrases.{language}.yaml").entries()
    return {f"{group}.{name}": p.text() for group, place in groups.items() for name, p in place.entries().items()}
