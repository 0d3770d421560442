"""The page of competence frameworks: what the keys mean, and every rule of the default one."""

from __future__ import annotations

from docs.generator.markdown import intro, join, table
from grading.bench import Bench, Replay
from grading.framework import Framework, default_framework
from grading.indicator import Indicator
from grading.projection import PROJECTIONS
from grading.query import Query


def _question(name: str, query: Query) -> str:
    where = f" where {query.where.text}" if query.where else ""
    return f"{name} = {query.agg} of {query.of.text + ' in ' if query.of else ''}{query.event}{where}"


def _bench(bench: Bench) -> str:
    if isinstance(bench, Replay):
        return f"{bench.base} → 50, {bench.ref} → 85"
    return ", ".join(f"{x:g} → {score:g}" for x, score in bench.points)


def _indicator(one: Indicator, framework: Framework) -> tuple[str, ...]:
    rule = f"`{one.value.text}` with " + "; ".join(f"`{_question(*pair)}`" for pair in one.let.items())
    recorded = "●" if all(event in PROJECTIONS for event in one.events) else ""
    return (f"`{one.id}`", f"{one.title['en']} · {one.title['zh']}", framework.roles[one.role]["en"], one.part.value,
            one.by, f"{one.w:g}", recorded, rule, f"`{one.guard.text}`", _bench(one.bench))


def page() -> str:
    """The whole page."""
    framework = default_framework()
    head = ("id", "indicator · 指标", "seat", "part", "by", "w", "recorded", "value", "guard", "score")
    axes = [(f"`{one.code}`", one.title["en"], one.title["zh"], f"{one.weight:g}",
             str(len(framework.of_competence(one.code)))) for one in framework.competences.values()]
    return join([
        intro("frameworks", status=framework.status, name=framework.name),
        table(("code", "axis", "能力", "weight", "indicators"), axes),
        *(join([f"### {one.title['en']} · {one.title['zh']}",
                table(head, [_indicator(rule, framework) for rule in framework.of_competence(one.code)])])
          for one in framework.competences.values()),
        "## Evidence",
        table(("recorded", "type", "fields"), [("●" if name in PROJECTIONS else "", f"`{name}`", ", ".join(fields))
                                             for name, fields in framework.events.items()]),
    ])
