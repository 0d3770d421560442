"""A grade as a table for a terminal."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence

from grading.estimator import Estimate
from grading.framework import Framework
from grading.phrases import say
from grading.radar import warning_of
from grading.results import CompetenceGrade, Grade, IndicatorGrade, SessionInfo, Standing, StudentGrade
from grading.rounding import half_up

_COLUMNS = ("axis", "value", "interval", "coverage", "state", "level")
_EVIDENCE_COLUMNS = ("indicator", "score", "measured", "opportunities", "events")


def as_table(grade: Grade, lang: str = "en") -> str:
    """Each student's axes, then the indicators that have evidence; *lang* is ``en`` or ``zh``.

    Raises:
        KeyError: another language.
    """
    framework = grade.framework
    blocks = [_head(grade, lang)]
    if not grade.students:
        blocks.append(say("report.nobody", lang))
    for student in grade.students:
        blocks += [_axes(student, framework, lang), _evidence(student, lang)]
    return "\n\n".join(block for block in blocks if block) + "\n"


def _head(grade: Grade, lang: str) -> str:
    lines = [_session(info, lang) for info in grade.sessions]
    lines += [say("report.framework", lang, framework=grade.framework.name), warning_of(grade.framework)[lang]]
    return "\n".join(line for line in lines if line)


def _session(info: SessionInfo, lang: str) -> str:
    title = say("report.title", lang, run=info.run, scenario=info.scenario)
    return f"{title} · {say('report.team', lang, team=info.team)}" if info.team else title


def _axes(student: StudentGrade, framework: Framework, lang: str) -> str:
    seats = ", ".join(framework.roles[seat][lang] for seat in student.seats)
    title = f"{say('report.student', lang)} {student.subject} ({say('report.seats', lang)}: {seats})"
    rows = [_axis_row(grade, framework, lang) for grade in student.competences]
    rows.append([say("report.overall", lang), *_standing_cells(student.overall, framework, lang)])
    return f"{title}\n{_table([say(f'report.{name}', lang) for name in _COLUMNS], rows)}"


def _axis_row(grade: CompetenceGrade, framework: Framework, lang: str) -> list[str]:
    title = f"{grade.code} {framework.competences[grade.code].title[lang]}"
    return [title, *_standing_cells(grade.standing, framework, lang)]


def _standing_cells(standing: Standing, framework: Framework, lang: str) -> list[str]:
    drawn = standing.estimate if standing.state.is_drawn else None
    level = framework.level_titles[standing.level][lang] if standing.level else ""
    state = say(f"state.{standing.state}", lang)
    return [*_value_cells(drawn, framework), f"{half_up(standing.coverage * 100, 0)} %", state, level]


def _value_cells(estimate: Estimate | None, framework: Framework) -> list[str]:
    if estimate is None:
        return ["-", "-"]
    low, high = estimate.interval(framework.estimator.interval_z)
    return [str(half_up(estimate.mean)), f"{half_up(low)}-{half_up(high)}"]


def _evidence(student: StudentGrade, lang: str) -> str:
    graded = [result for grade in student.competences for result in grade.indicators if result.observations]
    if not graded:
        return ""
    return _table([say(f"report.{name}", lang) for name in _EVIDENCE_COLUMNS], [_row(r, lang) for r in graded])


def _row(result: IndicatorGrade, lang: str) -> list[str]:
    last = result.observations[-1]
    events = max((citation.count for citation in last.citations.values()), default=0)
    title = f"{result.indicator.id} {result.indicator.title[lang]}"
    return [title, str(half_up(last.y)), str(half_up(last.x, 3)), str(half_up(last.n)), str(events)]


def _table(header: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """Columns as wide as their widest cell; the first is text, the others stand right."""
    widths = [max(_width(row[column]) for row in (header, *rows)) for column in range(len(header))]
    lines = ["  ".join(_padded(row, widths)).rstrip() for row in (header, *rows)]
    lines.insert(1, "  ".join("-" * width for width in widths))
    return "\n".join(lines)


def _padded(row: Sequence[str], widths: Sequence[int]) -> list[str]:
    gaps = [" " * (width - _width(cell)) for cell, width in zip(row, widths, strict=True)]
    return [row[0] + gaps[0], *(gap + cell for cell, gap in zip(row[1:], gaps[1:], strict=True))]


def _width(text: str) -> int:
    """Columns a terminal gives *text*: Chinese characters take two."""
    return sum(2 if unicodedata.east_asian_width(letter) in "WF" else 1 for letter in text)
