"""What the tables know about the duty of a code in some countries: for people who look for a code."""

from __future__ import annotations

from datetime import date
from functools import lru_cache
from typing import Any

from sandbox.kernel.rule_lookup import UnknownRuleError
from sandbox.kernel.rulebook import RuleBook
from scenarios.rules.hs_search import HsHit, hs_index
from scenarios.rules.tables import load_rules, read_dated

ALIASES = {"UK": "GB", "EL": "GR"}
"""The United Kingdom and Greece as customs and tax offices write them."""
UNION = "EU"
MOST_WORDS = 8
"""Trade words shown beside a code; basket headings have dozens."""


@lru_cache(maxsize=4)
def rules_on(on: date) -> RuleBook:
    """The book of a day; the last few are kept, for one class asks about the same day again and again."""
    return load_rules(on)


def country_code(text: str, book: RuleBook) -> str:
    """``de`` or ``UK`` as the code the tables use.

    Raises:
        UnknownRuleError: ``country_unknown``; the European Union is no country, and the message says what to do.
    """
    code = ALIASES.get(text.strip().upper(), text.strip().upper())
    if code == UNION:
        members = [row.code for row in book.countries if row.territory == UNION]
        message = f"expected a country, got EU: duty is common but VAT is not, so name one of {', '.join(members)}"
        raise UnknownRuleError("country_unknown", message, got=code, known=members)
    known = [row.code for row in book.countries]
    if code not in known:
        message = f"expected a country of the tables, got {text!r}; known: {', '.join(known)}"
        raise UnknownRuleError("country_unknown", message, got=text, known=known)
    return code


def origin_code(text: str) -> str:
    """``kr`` or ``UK`` as the code of a country or territory goods may come from.

    Raises:
        UnknownRuleError: ``origin_unknown``.
    """
    code = ALIASES.get(text.strip().upper(), text.strip().upper())
    if not any(row.code == code for row in read_dated("origins.csv")):
        message = f"expected a country of origin as two letters of ISO 3166-1, such as CN or VN, got {text!r}"
        raise UnknownRuleError("origin_unknown", message, got=text)
    return code


def duty_rate(book: RuleBook, code: str, country: str, origin: str = "CN") -> dict[str, Any]:
    """The ad valorem rate of *code* on the day of *book*, with its source; or why there is none."""
    try:
        found = book.duty(country, code, book.on, origin=origin, category=book.category_of(code))
    except UnknownRuleError as error:
        return {"country": country, "error": error.code, "message": error.message}
    row = found.row
    return {
        "country": country,
        "ppm": found.ppm,
        "line": found.line,
        "choice": found.choice,
        "source": row.source,
        "confidence": row.confidence,
        "note": row.note,
    }


def as_answer(hit: HsHit, book: RuleBook | None, countries: list[str], origin: str = "CN") -> dict[str, Any]:
    """One find as plain data: code, description, the headings above it, everyday words, rates of *countries*."""
    zh, en = hs_index().words_for(hit.code)
    answer: dict[str, Any] = {
        "code": hit.code,
        "description": hit.description,
        "path": [{"code": row.code, "description": row.description} for row in hit.path],
        "score": hit.score,
        "matched": list(hit.matched),
        "words": {"zh": list(zh[:MOST_WORDS]), "en": list(en[:MOST_WORDS])},
    }
    if book is not None:
        answer["duties"] = [duty_rate(book, hit.code, country, origin) for country in countries]
    return answer
