"""The rule of an indicator as a person reads it, in both languages."""

from __future__ import annotations

from grading.bench import Anchors, Bench
from grading.indicator import Indicator, Words
from grading.phrases import LANGUAGES, say
from grading.query import Query


def formula(indicator: Indicator) -> Words:
    """The whole rule on one line, in the names of the framework."""
    return {language: _formula(indicator, language) for language in LANGUAGES}


def _formula(indicator: Indicator, language: str) -> str:
    lets = say("formula.between", language).join(
        say("formula.let", language, name=name, query=_query(query, language)) for name, query in indicator.let.items()
    )
    return say(
        "formula.whole",
        language,
        value=indicator.value.text,
        lets=lets,
        guard=indicator.guard.text,
        bench=_bench(indicator.bench, language),
    )


def _query(query: Query, language: str) -> str:
    of = query.of.text if query.of else ""
    event = say("formula.where", language, event=query.event, where=query.where.text) if query.where else query.event
    return say(f"formula.{query.agg}", language, event=event, of=of)


def _bench(bench: Bench, language: str) -> str:
    if isinstance(bench, Anchors):
        pairs = [say("formula.pair", language, x=f"{x:g}", score=f"{score:g}") for x, score in bench.points]
        return say("formula.between", language).join(pairs)
    return say("formula.replay", language, base=bench.base, ref=bench.ref)
