"""One indicator as an author writes it, checked word by word."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import Literal

from grading.bench import Anchors, Bench, Replay
from grading.errors import ExpressionError, FrameworkError
from grading.expression import Expression, compile_expression
from grading.indicator import Indicator, Part
from grading.query import AGGREGATES, Query
from grading.reading import Place

Events = Mapping[str, tuple[str, ...]]
_KEYS = ["id", "title", "c", "role", "cn_work_type", "part", "w", "by", "let", "value", "n", "guard", "bench"]


def read_indicator(
    place: Place, roles: Sequence[str], work_types: Sequence[str], events: Events, competences: Sequence[str]
) -> Indicator:
    """Read one entry of ``indicators``.

    Raises:
        FrameworkError: the place, what was expected and what stands there.
    """
    found = place.fields(_KEYS)
    by: Literal["actor", "role"] = "actor" if found["by"].choice(["actor", "role"]) == "actor" else "role"
    let = {name: _query(entry, events) for name, entry in found["let"].entries().items()}
    work_type = found["cn_work_type"]
    title = found["title"].fields(["en", "zh"])
    return Indicator(
        id=found["id"].text(),
        c=found["c"].choice(competences),
        role=found["role"].choice(roles),
        w=found["w"].number(0.001, 1000),
        by=by,
        part=Part(found["part"].choice(list(Part))),
        cn_work_type=None if work_type.is_null else work_type.choice(work_types),
        title={language: text.text() for language, text in title.items()},
        let=let,
        value=_expression(found["value"], let),
        n=_expression(found["n"], let),
        guard=_expression(found["guard"], let),
        bench=_bench(found["bench"], let),
    )


def _query(place: Place, events: Events) -> Query:
    found = place.fields(["agg", "event"], ["where", "of"])
    agg, event = found["agg"].choice(AGGREGATES), found["event"].text()
    if event not in events:
        raise found["event"].refuse("a type declared under events", code="unknown_event")
    if (agg == "count") == ("of" in found):
        wanted = "no 'of' for a count" if agg == "count" else f"'of' for {agg}"
        raise place.refuse(wanted, "one" if agg == "count" else "none", "bad_query")
    fields = events[event]
    return Query(
        agg=agg,
        event=event,
        where=_expression(found["where"], fields) if "where" in found else None,
        of=_expression(found["of"], fields) if "of" in found else None,
    )


def _bench(place: Place, let: Collection[str]) -> Bench:
    found = place.fields([], ["anchors", "replay"])
    if len(found) != 1:
        raise place.refuse("either anchors or replay", " and ".join(found) or "neither")
    if "replay" in found:
        names = found["replay"].fields(["base", "ref"])
        return Replay(base=names["base"].choice(sorted(let)), ref=names["ref"].choice(sorted(let)))
    pairs = [pair.items() for pair in found["anchors"].items()]
    if any(len(pair) != 2 for pair in pairs):
        raise found["anchors"].refuse("[x, score] pairs", "a list of another length")
    try:
        return Anchors(tuple((x.number(), score.number()) for x, score in pairs))
    except ExpressionError as error:
        raise _at(found["anchors"], error) from None


def _expression(place: Place, known: Collection[str]) -> Expression:
    try:
        return compile_expression(place.text(), known)
    except ExpressionError as error:
        raise _at(place, error) from None


def _at(place: Place, error: ExpressionError) -> FrameworkError:
    line = place.node.start_mark.line + 1
    return FrameworkError(error.code, f"{place.file}:{line}: {place.path}: {error.message}")
