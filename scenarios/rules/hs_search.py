"""Finding a subheading of the Harmonized System by words, Chinese or English, or by the beginning of its code.

The nomenclature speaks the language of customs ("Electro-mechanical domestic appliances"); traders say "electric
toothbrush". So two scores are added: Okapi BM25 (Robertson and Zaragoza, "The Probabilistic Relevance Framework", 2009)
over the descriptions, and a bonus for the headings our table of trade words names. The order is a help to a person who
decides, never a ruling.
"""

from __future__ import annotations

import math
import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from functools import cache, cached_property
from typing import NamedTuple

from sandbox.kernel.rule_rows import HsCode
from sandbox.kernel.rule_rows_trade import HsSynonym
from scenarios.rules.tables import read_dated, read_nomenclature

K1, B = 1.2, 0.5
"""Saturation of a repeated word and weight of the length of a description: usual values of BM25."""
PARENT = 0.4
"""What a word of the heading counts against one of the subheading itself: chosen."""
BONUS, LATER, LONGER = 12.0, 1.5, 4.0
"""For a trade word's first heading, less for each later one, more for each further word of the phrase: chosen."""
SUBHEADING = 6
_DIGITS = re.compile(r"[0-9][0-9. ]*")
_WORD = re.compile(r"[a-z0-9]+(?:[-'][a-z0-9]+)*")
_HAN = re.compile(r"[\u3400-\u9fff]")
_STOP = frozenset(
    {"a", "an", "and", "as", "by", "for", "from", "if", "in", "n", "e", "c", "not", "of", "on", "or", "other", "than"}
    | {"the", "to", "whether", "with", "without"}
)


class HsHit(NamedTuple):
    """One subheading that may fit."""

    code: str
    description: str
    path: tuple[HsCode, ...]
    """Chapter and heading above it."""
    score: float
    matched: tuple[str, ...]
    """Trade words of the query that name this heading in our table."""


class HsIndex:
    """The nomenclature made searchable; the first query takes about a third of a second, others a few milliseconds."""

    def __init__(self, codes: Iterable[HsCode], synonyms: Iterable[HsSynonym]) -> None:
        self._rows = {row.code: row for row in codes}
        self._leaves = [row for row in self._rows.values() if len(row.code) == SUBHEADING]
        self._phrases: dict[str, list[HsSynonym]] = defaultdict(list)
        self._under: dict[str, list[int]] = defaultdict(list)
        for place, leaf in enumerate(self._leaves):
            for length in (2, 4, SUBHEADING):
                self._under[leaf.code[:length]].append(place)
        self._synonyms = tuple(synonyms)
        for row in self._synonyms:
            for phrase in (*row.zh, *row.en):
                self._phrases[_normal(phrase)].append(row)
        self._longest = max((len(phrase) for phrase in self._phrases), default=0)

    @cached_property
    def _postings(self) -> dict[str, list[tuple[int, float]]]:
        """Only who searches waits for it, not who checks a code."""
        return _weigh([self._words_of(row) for row in self._leaves])

    def knows(self, code: str) -> bool:
        """Whether *code* of two, four or six digits is in the nomenclature."""
        return code in self._rows

    def row(self, code: str) -> HsCode:
        """The entry of *code*. Raises ``KeyError``."""
        return self._rows[code]

    def path(self, code: str) -> tuple[HsCode, ...]:
        """Chapter and heading above *code*, outermost first."""
        above: list[HsCode] = []
        row = self._rows[code]
        while row.parent and row.parent in self._rows:
            row = self._rows[row.parent]
            above.insert(0, row)
        return tuple(above)

    def words_for(self, code: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """Trade words of our table for *code*: Chinese ones, English ones."""
        rows = [row for row in self._synonyms if any(code.startswith(listed) for listed in row.codes)]
        return tuple(word for row in rows for word in row.zh), tuple(word for row in rows for word in row.en)

    def near(self, code: str, limit: int = 6) -> tuple[HsCode, ...]:
        """Subheadings that begin as *code* does, those with the longest common beginning first."""
        found: dict[str, HsCode] = {}
        for length in range(min(SUBHEADING, len(code)), 1, -1):
            found.update({row.code: row for row in self._leaves if row.code.startswith(code[:length])})
        return tuple(found.values())[:limit]

    def search(self, query: str, limit: int = 10) -> list[HsHit]:
        """The likeliest subheadings for *query*, best first; of equals the lowest code."""
        text = _normal(query)
        if _DIGITS.fullmatch(text):
            return [self._hit(row, 0.0, ()) for row in self._below(text)[:limit]]
        scores: dict[int, float] = defaultdict(float)
        named: dict[int, list[str]] = defaultdict(list)
        words = list(_words(text))
        for phrase, rows in self._named(text):
            for row in rows:
                words.extend(word for english in row.en if not row.codes for word in _words(english))
                self._add_bonus(phrase, row, scores, named)
        for word in dict.fromkeys(words):
            for place, weight in self._postings.get(word, ()):
                scores[place] += weight
        best = sorted(scores, key=lambda place: (-scores[place], self._leaves[place].code))[:limit]
        return [self._hit(self._leaves[place], scores[place], tuple(named[place])) for place in best]

    def _add_bonus(self, phrase: str, row: HsSynonym, scores: dict[int, float], named: dict[int, list[str]]) -> None:
        length = len(_HAN.findall(phrase)) / 2 or len(phrase.split())
        for place, code in enumerate(row.codes):
            bonus = max(1.0, BONUS + LONGER * (length - 1) - LATER * place)
            for leaf in self._under.get(code, ()):
                scores[leaf] += bonus
                named[leaf].append(phrase)

    def _named(self, text: str) -> Iterator[tuple[str, list[HsSynonym]]]:
        """Phrases of the table in *text*, the longest from the left, none inside another."""
        place = 0
        while place < len(text):
            for length in range(min(self._longest, len(text) - place), 0, -1):
                phrase = text[place : place + length]
                rows = self._phrases.get(phrase) or self._phrases.get(_singular(phrase))
                if rows and _stands_alone(text, place, length):
                    yield phrase, rows
                    place += length
                    break
            else:
                place += 1

    def _below(self, text: str) -> list[HsCode]:
        digits = re.sub(r"[^0-9]", "", text)[:SUBHEADING]
        return [row for row in self._leaves if row.code.startswith(digits)]

    def _hit(self, row: HsCode, score: float, matched: tuple[str, ...]) -> HsHit:
        return HsHit(row.code, row.description, self.path(row.code), round(score, 3), matched)

    def _words_of(self, row: HsCode) -> dict[str, float]:
        counts: dict[str, float] = defaultdict(float)
        for word in _words(_normal(row.description)):
            counts[word] += 1
        above = self._rows.get(row.parent)
        for word in _words(_normal(above.description)) if above else ():
            counts[word] += PARENT
        return counts


@cache
def hs_index() -> HsIndex:
    """The index of the tables that ship, built once."""
    return HsIndex(read_nomenclature(), read_dated("hs_synonyms.csv"))


def _weigh(documents: list[dict[str, float]]) -> dict[str, list[tuple[int, float]]]:
    """BM25 weight of every word in every document, ready to be added up."""
    lengths = [sum(words.values()) for words in documents]
    average = sum(lengths) / max(1, len(lengths))
    holders = Counter(word for words in documents for word in words)
    postings: dict[str, list[tuple[int, float]]] = defaultdict(list)
    for place, words in enumerate(documents):
        scale = K1 * (1 - B + B * lengths[place] / average)
        for word, count in words.items():
            rarity = math.log(1 + (len(documents) - holders[word] + 0.5) / (holders[word] + 0.5))
            postings[word].append((place, rarity * count * (K1 + 1) / (count + scale)))
    return postings


def _normal(text: str) -> str:
    return " ".join(unicodedata.normalize("NFKC", text).lower().replace("’", "'").split())


def _words(text: str) -> Iterator[str]:
    for word in _WORD.findall(text):
        if word not in _STOP:
            yield _singular(word)


def _singular(word: str) -> str:
    """Without the English plural; crude, but the same for query and description."""
    if word.endswith("ies") and len(word) > len("ties"):
        return word[:-3] + "y"
    if word.endswith(("shes", "ches", "xes", "sses")):
        return word[:-2]
    if word.endswith("s") and not word.endswith(("ss", "us", "'s")):
        return word[:-1]
    return word.removesuffix("'s")


def _stands_alone(text: str, place: int, length: int) -> bool:
    """Whether the phrase is not a piece of a longer Latin word; Chinese has no gaps between words."""
    before, after = text[place - 1 : place], text[place + length : place + length + 1]
    first, last = text[place], text[place + length - 1]
    return not (_latin(before) and _latin(first)) and not (_latin(after) and _latin(last))


def _latin(char: str) -> bool:
    return bool(char) and (char.isascii() and char.isalnum())
