"""Judging a written reply by rules kept as data: what it does, what it promises, what it must not say.

Used when a command is accepted. The text itself never enters a run: what stays are features, the name of this analyser
and a keyed hash. How long a text is decides nothing. It does not understand: irony, misspelling and paraphrase escape
it.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from sandbox.service import promise_rows as words
from sandbox.service import reply_rows as rows
from sandbox.service.commands import ReplyFeatures
from sandbox.service.forbidden_rows import FORBIDDEN, ForbiddenRule
from sandbox.service.kinds import Stage, TicketKind
from sandbox.service.reading import any_of, clauses, clean, language_of, names_date, promised_days, sentences

ANALYSER = "reply-rules-1"
MOST_CHARACTERS = 4000
"""What follows is not read: nobody writes so much, and nobody shall stop the server with it."""
UNHASHED = "0" * 64
EU = ("AT", "BE", "BG", "CY", "CZ", "DE", "DK", "EE", "ES", "FI", "FR", "GR", "HR", "HU", "IE", "IT", "LT", "LU", "LV",
      "MT", "NL", "PL", "PT", "RO", "SE", "SI", "SK")
"""Member states, for rules that hold in the European Union."""
UNSENT: tuple[Stage, ...] = ("placed", "packed")


class ReplyFacts(NamedTuple):
    """What is true about the order when the reply is written."""

    stage: Stage | None = None
    """None without an order."""
    days_left: int | None = None
    """Whole days until the carrier expects to deliver; None while nobody knows."""
    is_refunded: bool = False
    today: int = 0
    """Ordinal of the buyer's day, to read dates; 0 leaves dates alone."""


def judge(
    text: str, language: str, country: str, ticket_kind: TicketKind, facts: ReplyFacts, text_hash: str = UNHASHED
) -> ReplyFeatures:
    """What a reply does, as the features a run keeps.

    Args:
        text: as it was typed.
        language: the writer says it is in; believed where the text does not tell.
        country: of the buyer, whose law holds.
        ticket_kind: the matter.
        facts: of the order, against which promises are held.
        text_hash: keyed hash of the text, 64 hexadecimal digits.
    """
    written = clean(text[:MOST_CHARACTERS])
    lower = written.lower()
    spoken = language_of(written, language)
    days = promised_days(lower, spoken, facts.today)
    return ReplyFeatures(
        language=spoken,
        words=len(re.findall(r"[^\W\d_]+", lower)),
        greets=any_of(rows.GREETS, lower, spoken),
        apologises=_unsaid(rows.APOLOGISES, lower, spoken, also_no=False),
        explains=any_of(rows.EXPLAINS, lower, spoken),
        blames=_unsaid(rows.BLAMES, lower, spoken),
        promises_days=days,
        analyser=ANALYSER,
        text_hash=text_hash,
        acts=any_of(rows.ACTS, lower, spoken),
        formal=is_formal(written, spoken),
        facts=named_facts(lower, spoken),
        forbidden=tuple(rule.id for rule in FORBIDDEN if _breaks(rule, lower, spoken, country, ticket_kind)),
        contradicts=_contradicts(lower, spoken, days, facts),
    )


def is_formal(text: str, language: str) -> bool:
    """Whether a text (as it was written) speaks to the buyer in the form of respect of its language."""
    said = text if language == "de" else text.lower()
    wanted = rows.FORMAL.get(language, "")
    return (not wanted or re.search(wanted, said) is not None) and not any_of(rows.INFORMAL, said, language)


def named_facts(text: str, language: str) -> tuple[str, ...]:
    """Kinds of facts a lower-case text names, in alphabetical order."""
    found = {
        "amount": re.search(words.AMOUNT, text), "customs": re.search(words.CUSTOMS, text),
        "date": names_date(text, language) or promised_days(text, language), "law": re.search(words.LAW, text),
        "reference": re.search(words.REFERENCE, text), "tracking": re.search(words.TRACKING, text),
    }
    return tuple(kind for kind, is_named in found.items() if is_named)


def _breaks(rule: ForbiddenRule, text: str, language: str, country: str, kind: TicketKind) -> bool:
    places = (country, "EU") if country in EU else (country,)
    if (rule.territories and not set(places) & set(rule.territories)) or (rule.kinds and kind not in rule.kinds):
        return False
    own = rule.patterns.get(language, "")
    return any(
        _found(pattern, part, language, also_no=not rule.stands_with_no)
        for pattern in (own, rule.patterns.get("", "")) if pattern for part in sentences(text)
    )


def _unsaid(patterns: dict[str, str], text: str, language: str, *, also_no: bool = True) -> bool:
    pattern = patterns.get(language, "")
    return bool(pattern) and any(_found(pattern, part, language, also_no=also_no) for part in sentences(text))


def _found(pattern: str, sentence: str, language: str, *, also_no: bool) -> bool:
    """Whether a pattern occurs and, with *also_no*, no "not" of the same clause takes it back."""
    for match in re.finditer(pattern, sentence):
        before = clauses(sentence[:match.start()] + "\0")[-1]
        if not also_no or not (_negated(before, language) or _negated_after(sentence[match.end():], language)):
            return True
    return False


def _negated(before: str, language: str) -> bool:
    return any_of(rows.NOT_BEFORE, before, language)


def _negated_after(after: str, language: str) -> bool:
    return any_of(rows.NOT_AFTER, after, language)


def _contradicts(text: str, language: str, days: int, facts: ReplyFacts) -> bool:
    """Whether the reply says what the state of the order rules out."""
    if facts.stage is None:
        return False
    if _unsaid(words.SAYS_REFUNDED, text, language) and not facts.is_refunded:
        return True
    if _unsaid(words.SAYS_SENT, text, language) and facts.stage in UNSENT:
        return True
    if not days or facts.stage in ("delivered", "closed"):
        return False
    return facts.stage == "lost" or (facts.days_left is not None and days < facts.days_left)
