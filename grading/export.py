"""Grades as files: JSON, and two tables that offices can load.

CSV is UTF-8 with a byte order mark, CRLF, quoted as RFC 4180 says, with dot decimals. Text is quoted and numbers are
not; a text that a spreadsheet would take for a formula gets a leading apostrophe (OWASP, "CSV Injection"). Scores are
rounded half up to one decimal when they are written, and never before.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from grading.plain import plain_grade
from grading.radar import warning_of
from grading.results import Grade, Standing, StudentGrade
from grading.rounding import half_up

Cell = str | Decimal | int | None
_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """What an office knows a student by. Names never come from a run; the caller brings them."""

    student_id: str
    """As text: leading zeros are part of it."""
    name: str
    class_name: str


def as_json(grade: Grade) -> str:
    """The whole grade as JSON text, numbers unrounded; :func:`grading.plain.plain_grade` gives it as data."""
    return json.dumps(plain_grade(grade), ensure_ascii=False, allow_nan=False, indent=1)


def grades_wide(grade: Grade, people: Mapping[str, Person]) -> bytes:
    """``grades_wide.csv``: one row a student, one column an axis; open axes are empty, never 0.

    Args:
        grade: what to write.
        people: by subject id; a subject without an entry is written with its subject id and no name.
    """
    codes = list(grade.framework.competences)
    header = ["student_id", "name", "class", *codes, "overall", "level", "state", "framework", "warning"]
    return _csv(header, (_wide_row(student, grade, people) for student in grade.students))


def evidence_long(grade: Grade, people: Mapping[str, Person], computed_at: datetime) -> bytes:
    """``evidence_long.csv``: one row for each indicator of each student that has evidence.

    Args:
        grade: what to write.
        people: as for :func:`grades_wide`.
        computed_at: when the caller graded, with its zone.

    Raises:
        ValueError: *computed_at* has no zone.
    """
    if computed_at.tzinfo is None:
        raise ValueError("expected a time with its zone, got one without")
    header = ["student_id", "competence", "indicator", "value", "sd", "n", "coverage", "state"]
    header += ["framework_version", "log_digest", "computed_at"]
    stamp = computed_at.isoformat(timespec="seconds")
    return _csv(header, (row for student in grade.students for row in _long_rows(student, grade, people, stamp)))


def _wide_row(student: StudentGrade, grade: Grade, people: Mapping[str, Person]) -> list[Cell]:
    person = _person(student, people)
    scores = [_score(competence.standing) for competence in student.competences]
    overall, framework = student.overall, grade.framework
    return [
        *(person.student_id, person.name, person.class_name),
        *scores,
        *(_score(overall), overall.level or "", overall.state.value, framework.name, warning_of(framework)["en"]),
    ]


def _long_rows(student: StudentGrade, grade: Grade, people: Mapping[str, Person], stamp: str) -> Iterable[list[Cell]]:
    digests = {info.run: info.log_digest for info in grade.sessions}
    for competence in student.competences:
        for result in competence.indicators:
            if result.estimate is None:
                continue
            logs = " ".join(digests[observation.run] for observation in result.observations)
            yield [
                _person(student, people).student_id,
                competence.code,
                result.indicator.id,
                half_up(result.estimate.mean),
                half_up(result.estimate.sd),
                half_up(sum(observation.n for observation in result.observations)),
                half_up(competence.standing.coverage, 3),
                competence.standing.state.value,
                grade.framework.name,
                logs,
                stamp,
            ]


def _person(student: StudentGrade, people: Mapping[str, Person]) -> Person:
    return people.get(student.subject) or Person(student_id=student.subject, name="", class_name="")


def _score(standing: Standing) -> Decimal | None:
    drawn = standing.estimate if standing.state.is_drawn else None
    return half_up(drawn.mean) if drawn else None


def _csv(header: Sequence[str], rows: Iterable[Sequence[Cell]]) -> bytes:
    lines = [",".join(_cell(cell) for cell in row) + "\r\n" for row in (header, *rows)]
    return b"\xef\xbb\xbf" + "".join(lines).encode()


def _cell(cell: Cell) -> str:
    if cell is None:
        return ""
    if not isinstance(cell, str):
        return str(cell)
    safe = f"'{cell}" if cell.startswith(_FORMULA_STARTS) else cell
    return '"' + safe.replace('"', '""') + '"'
