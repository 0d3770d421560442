"""Reading a reply: its language, its clauses, the days it promises. Pure functions of the text."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from datetime import date
from functools import cache

from sandbox.service import promise_rows as words
from sandbox.service.reply_rows import LANGUAGES

_SCRIPTS: tuple[tuple[str, str, int], ...] = (
    ("ja", r"[\u3040-\u30ff]", 6), ("zh", r"[\u3400-\u9fff]", 4), ("ar", r"[\u0600-\u06ff]", 2),
    ("th", r"[\u0e00-\u0e7f]", 2),
)
"""Letters of a script, and how many Latin letters one of them stands for in half-units."""
_CLAUSES = re.compile(r"[.!?;,:…。！？；，、：؟،\n]+(?:\s+|$)|[。！？；，、：؟،]|\s[-–—]\s")
_AND = re.compile(r"\s(?:and|but|und|aber|et|mais|(?<!il )y|pero|e|mas)\s")
_SENTENCES = re.compile(r"(?<!\d)[.!?…]+(?:\s+|$)|[。！？؟]|\n+|(?<=\d)\.\s+(?=[A-ZÄÖÜÉ])")
MOST_DAYS = 365
FAR_OFF = 90
"""A date without a year that lies further ahead is one of the past year."""


def clean(text: str) -> str:
    """Composed characters, plain digits and apostrophes; letters as they were written."""
    text = unicodedata.normalize("NFC", text).replace("’", "'").replace("‘", "'").replace("\u00a0", " ")
    return "".join(str(unicodedata.digit(char)) if char.isdigit() and not char.isascii() else char for char in text)


def language_of(text: str, declared: str) -> str:
    """The language a text is written in; *declared* where the text does not tell."""
    lower = text.lower()
    latin = len(re.findall(r"[^\W\d_]", re.sub(r"[\u0600-\u06ff\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff]", "", lower)))
    scores = {language: weight * len(re.findall(script, lower)) for language, script, weight in _SCRIPTS}
    if scores["ja"] * 8 > scores["zh"]:
        scores["ja"] += scores.pop("zh")
    best = max(scores, key=lambda language: scores[language])
    if scores[best] > latin:
        return best
    return _latin(lower, declared)


def _latin(text: str, declared: str) -> str:
    found = re.findall(r"[^\W\d_]+", text)
    scores: dict[str, int] = {}
    for language, small in words.SMALL_WORDS.items():
        known = set(small.split())
        scores[language] = 2 * sum(word in known for word in found)
        hint = words.HINTS.get(language)
        scores[language] += 3 * len(re.findall(hint, text)) if hint else 0
    best = max(scores.values())
    leaders = [language for language, score in scores.items() if score == best]
    return declared if best == 0 or declared in leaders else leaders[0]


def clauses(text: str) -> list[str]:
    """A text cut at commas and full stops."""
    return [part for part in _CLAUSES.split(text) if part and part.strip()]


def sentences(text: str) -> list[str]:
    """A text cut at full stops, question and exclamation marks."""
    return [part for part in _SENTENCES.split(text) if part and part.strip()]


def promised_days(text: str, language: str, today: int = 0) -> int:
    """The longest time in days that a text holds out to the buyer, 0 for none.

    Times in sentences about the past or about the buyer's rights are not promises. Hours count as one day for each
    started 24, working days as seven for five.

    Args:
        text: cleaned and lower case.
        language: it is written in.
        today: ordinal of the day, to read dates; 0 to leave dates alone.
    """
    if language not in LANGUAGES:
        return 0
    days = [0]
    for sentence in sentences(text):
        if not re.search(words.RIGHTS[language], sentence):
            for part in (half for clause in clauses(sentence) for half in _AND.split(clause)):
                if not re.search(words.PAST[language], part):
                    days += _durations(part, language)
            days += [on - today for on in dates(sentence, language, today)]
    return min(MOST_DAYS, max(days))


def dates(text: str, language: str, today: int) -> list[int]:
    """Ordinals of the dates a text names; those without a year lie within three months. None without *today*."""
    found = []
    for year, month, day in _dates(text, language):
        if today and (on := _ordinal(year, month, day, today)):
            found.append(on)
    return found


def names_date(text: str, language: str) -> bool:
    """Whether a text names a day of the calendar."""
    return next(_dates(text, language), None) is not None


def _durations(clause: str, language: str) -> list[int]:
    found = []
    for pattern, worth in words.UNITS[language]:
        for match in _timed(language, pattern).finditer(clause):
            numbers = words.NUMBERS[language]
            number = numbers[match[1]] if match[1] in numbers else int(match[1])
            is_working = re.search(words.WORKING, clause)
            days = number * worth if worth else -(-number // 24)
            found.append(-(-days * 7 // 5) if is_working and worth == 1 else days)
    found += [days for pattern, days in words.DUALS[language] if re.search(pattern, clause)]
    return [days for days in found if days <= MOST_DAYS]


@cache
def _timed(language: str, unit: str) -> re.Pattern[str]:
    numbers = "|".join(sorted(words.NUMBERS[language], key=len, reverse=True))
    edge = "" if language in ("zh", "ja", "th") else r"(?!\w)"
    start = "" if language in ("zh", "ja", "th", "ar") else r"(?<!\w)"
    return re.compile(rf"{start}(\d{{1,3}}|{numbers})(?: |-|\s?(?:bis|to)\s)?\s?(?:{unit}){edge}")


def _dates(text: str, language: str) -> Iterator[tuple[int, int, int]]:
    """(year or 0, month, day)."""
    for match in re.finditer(r"\b(20\d\d)-(\d\d)-(\d\d)\b", text):
        yield int(match[1]), int(match[2]), int(match[3])
    for match in re.finditer(r"(\d{1,2})\s?月\s?(\d{1,2})\s?[日号]", text):
        yield 0, int(match[1]), int(match[2])
    for match in re.finditer(r"(?<![\d.-])(\d{1,2})[./](\d{1,2})(?:[./](20\d\d)|\.)?(?![\d-])", text):
        first, second = int(match[1]), int(match[2])
        day, month = (second, first) if language == "en" and first <= 12 else (first, second)
        if ("/" in match[0] or match[0].count(".") == 2) and month <= 12 and day <= 31:
            yield int(match[3] or 0), month, day
    for number, name in enumerate(words.MONTHS.get(language, ()), 1):
        before, after = rf"(\d{{1,2}})(?:st|nd|rd|th|er|º|\.)?\s(?:de\s|of\s)?{name}", rf"\b{name}\w*\.?\s(\d{{1,2}})\b"
        for match in re.finditer(f"{before}|{after}", text):
            yield 0, number, int(match[1] or match[2])


def _ordinal(year: int, month: int, day: int, today: int) -> int:
    this_year = date.fromordinal(today).year
    for candidate in (year,) if year else (this_year, this_year + 1):
        try:
            on = date(candidate, month, day).toordinal()
        except ValueError:
            return 0
        if year or today <= on <= today + FAR_OFF:
            return on
    return 0


def any_of(patterns: Mapping[str, str], text: str, language: str) -> bool:
    """Whether the pattern of that language occurs; an empty one never does."""
    pattern = patterns.get(language, "")
    return bool(pattern) and re.search(pattern, text) is not None
